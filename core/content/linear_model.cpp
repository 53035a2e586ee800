// SPDX-License-Identifier: MIT
// JSON of content/model/ to LinearModel. The rows inside the tables stay text: only ethics/model knows their spelling.
#include "content/linear_model.hpp"

#include <optional>

#include "base/json.hpp"

namespace trellis::content {
namespace {

using base::Json;

constexpr std::string_view kFolder = "model/";

/// Reads the tables: kind to a list of texts, so that no line of the file grows too long.
bool read_tables(const Json& json, std::vector<FeatureTable>& tables) {
  for (const auto& [kind, texts] : json.items()) {
    if (kind.size() != 1 || !texts.is_array()) return false;
    for (const Json& text : texts) tables.push_back({kind.front(), text.get<std::string>()});
  }
  return true;
}

Result<LinearModel> read_model(const BundledFile& file) {
  const std::optional<Json> parsed = base::parse_json(file.text);
  if (!parsed) return fail("content.not_json", file.path);
  const Json& json = *parsed;
  for (const char* key :
       {"verdicts", "families", "bias", "scale", "sure_margin", "tables", "conflict_rules", "depends_rules"})
    if (!json.contains(key)) return fail("content.missing_field", std::string(file.path) + ": " + key);
  LinearModel model;
  json["verdicts"].get_to(model.verdicts);
  json["families"].get_to(model.families);
  json["bias"].get_to(model.bias);
  json["scale"].get_to(model.scale);
  json["sure_margin"].get_to(model.sure_margin);
  json["conflict_rules"].get_to(model.conflict_rules);
  json["depends_rules"].get_to(model.depends_rules);
  const bool whole = model.scale > 0 && model.bias.size() == model.verdicts.size() + model.families.size();
  if (!whole || !read_tables(json["tables"], model.tables))
    return fail("content.wrong_type", std::string(file.path) + ": tables");
  return model;
}

}  // namespace

Result<std::map<std::string, LinearModel>> read_models(std::span<const BundledFile> files) {
  std::map<std::string, LinearModel> models;
  for (const BundledFile& file : files) {
    if (file.path.substr(0, kFolder.size()) != kFolder) continue;
    std::string_view tag = file.path.substr(kFolder.size());
    tag = tag.substr(0, tag.find('.'));
    Result<LinearModel> model = read_model(file);
    if (!model) return tl::unexpected<Error>(model.error());
    models.emplace(std::string(tag), std::move(*model));
  }
  return models;
}

}  // namespace trellis::content
