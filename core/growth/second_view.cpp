// SPDX-License-Identifier: MIT
#include "growth/second_view.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/identifier.hpp"
#include "base/json.hpp"
#include "base/order.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"

namespace trellis::growth {
namespace {

using base::Json;

constexpr std::string_view kFormat = "trellis-second-view";
constexpr int kFormatVersion = 1;
/// Whoever opens the file elsewhere reads what it is for. Nobody needs it to read the file.
constexpr std::string_view kPurposeKey = "purpose";
constexpr std::string_view kPurpose = "For growth, never for hiring.";
constexpr std::string_view kCommitmentPrefix = "sha256:";
constexpr std::size_t kCommitmentLength = kCommitmentPrefix.size() + 64;
constexpr int kLevelMax = 5;
constexpr int kWideDifference = 2;

tl::unexpected<Error> bad(std::string_view key) { return fail("second_view.bad_document", key); }

bool has_only(const Json& object, std::initializer_list<std::string_view> keys) {
  if (!object.is_object() || object.size() != keys.size()) return false;
  return std::all_of(keys.begin(), keys.end(),
                     [&object](std::string_view key) { return object.contains(std::string(key)); });
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

Result<std::vector<std::string>> read_items(const Json& rows, const content::Framework& framework) {
  if (!rows.is_array() || rows.empty() || rows.size() > kSecondViewItemsMax) return bad("items");
  std::vector<std::string> ids;
  for (const Json& row : rows) {
    if (!has_only(row, {"competency_id", "statement"})) return bad("items");
    std::string id = text_of(row["competency_id"]);
    if (framework.find_competency(id) == nullptr || !row["statement"].is_string()) return bad("items");
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) return bad("items");
    ids.push_back(std::move(id));
  }
  return ids;
}

Result<Levels> read_levels(const Json& rows, const std::vector<std::string>& ids) {
  if (!rows.is_object() || rows.size() != ids.size()) return bad("levels");
  Levels levels;
  for (const std::string& id : ids) {
    const auto at = rows.find(id);
    if (at == rows.end()) return bad("levels");
    if (at->is_null()) {
      levels[id] = std::nullopt;
      continue;
    }
    if (!at->is_number_integer() || *at < 1 || *at > kLevelMax) return bad("levels");
    levels[id] = at->get<int>();
  }
  return levels;
}

Result<std::map<std::string, Levels>> read_answers(const Json& rows, const std::vector<std::string>& ids) {
  if (!rows.is_array() || rows.size() > kSecondViewAnswersMax) return bad("answers");
  std::map<std::string, Levels> answers;
  for (const Json& row : rows) {
    if (!has_only(row, {"answer_id", "levels"})) return bad("answers");
    const std::string answer_id = text_of(row["answer_id"]);
    auto levels = read_levels(row["levels"], ids);
    if (!levels) return tl::unexpected<Error>(levels.error());
    if (!base::is_uuid(answer_id) || !answers.emplace(answer_id, std::move(*levels)).second) return bad("answers");
  }
  return answers;
}

Json levels_json(const Levels& levels) {
  Json rows(Json::value_t::object);
  for (const auto& [id, level] : levels) {
    Json value;
    if (level) value = *level;
    rows[id] = std::move(value);
  }
  return rows;
}

}  // namespace

std::string levels_text(const std::vector<std::string>& competency_ids, const Levels& levels) {
  std::string text;
  for (const std::string& id : competency_ids) {
    if (!text.empty()) text += ' ';
    const auto at = levels.find(id);
    text += at != levels.end() && at->second ? std::to_string(*at->second) : "-";
  }
  return text;
}

std::string commit(std::string_view document_id, std::string_view levels, std::string_view salt) {
  std::string bytes(document_id);
  bytes.append(1, '\0').append(levels).append(1, '\0').append(salt);
  return std::string(kCommitmentPrefix) + base::sha256_hex(bytes);
}

std::string write_second_view(const SecondView& view, const content::Framework& framework) {
  Json items(Json::value_t::array);
  for (const std::string& id : view.competency_ids) {
    const content::Competency* item = framework.find_competency(id);
    Json row(Json::value_t::object);
    row["competency_id"] = id;
    row["statement"] = item != nullptr ? item->statement : std::string();
    items.push_back(std::move(row));
  }
  Json answers(Json::value_t::array);
  for (const auto& [answer_id, levels] : view.answers) {
    Json row(Json::value_t::object);
    row["answer_id"] = answer_id;
    row["levels"] = levels_json(levels);
    answers.push_back(std::move(row));
  }
  Json document(Json::value_t::object);
  document["format"] = std::string(kFormat);
  document["format_version"] = kFormatVersion;
  document[std::string(kPurposeKey)] = std::string(kPurpose);
  document["document_id"] = view.document_id;
  document["commitment"] = view.commitment;
  document["items"] = std::move(items);
  document["answers"] = std::move(answers);
  return base::json_text(document) + "\n";
}

Result<SecondView> read_second_view(std::string_view document, const content::Framework& framework) {
  if (document.size() > kSecondViewBytesMax) return bad("size");
  if (!base::is_valid_utf8(document) || document.find('\0') != document.npos) return bad("json");
  auto json = base::parse_json(document);
  if (json && json->is_object()) json->erase(std::string(kPurposeKey));
  if (!json || !has_only(*json, {"format", "format_version", "document_id", "commitment", "items", "answers"})) {
    return bad("keys");
  }
  if (text_of((*json)["format"]) != kFormat || (*json)["format_version"] != kFormatVersion) return bad("format");
  SecondView view;
  view.document_id = text_of((*json)["document_id"]);
  view.commitment = text_of((*json)["commitment"]);
  if (!base::is_uuid(view.document_id)) return bad("document_id");
  if (!view.commitment.starts_with(kCommitmentPrefix) || view.commitment.size() != kCommitmentLength) {
    return bad("commitment");
  }
  auto ids = read_items((*json)["items"], framework);
  if (!ids) return tl::unexpected<Error>(ids.error());
  auto answers = read_answers((*json)["answers"], *ids);
  if (!answers) return tl::unexpected<Error>(answers.error());
  view.competency_ids = std::move(*ids);
  view.answers = std::move(*answers);
  return view;
}

Result<SecondView> merge(SecondView left, const SecondView& right) {
  if (left.document_id != right.document_id || left.commitment != right.commitment ||
      left.competency_ids != right.competency_ids) {
    return fail("second_view.other_document");
  }
  for (const auto& [answer_id, levels] : right.answers) {
    const auto [at, is_new] = left.answers.emplace(answer_id, levels);
    if (!is_new && at->second != levels) return fail("second_view.conflict");
  }
  if (left.answers.size() > kSecondViewAnswersMax) return bad("answers");
  return left;
}

std::vector<Difference> compare_views(const std::vector<std::string>& competency_ids, const Levels& own,
                                      const Levels& other) {
  std::vector<Difference> rows;
  for (const std::string& id : competency_ids) {
    const auto mine = own.find(id);
    const auto theirs = other.find(id);
    rows.push_back(
        {id, mine == own.end() ? std::nullopt : mine->second, theirs == other.end() ? std::nullopt : theirs->second});
  }
  base::stable_order(rows, [](const Difference& a, const Difference& b) {
    const auto width = [](const Difference& row) {
      const int apart = row.own && row.other ? std::abs(*row.own - *row.other) : 0;
      return apart >= kWideDifference ? apart : 0;
    };
    return width(a) > width(b);
  });
  return rows;
}

}  // namespace trellis::growth
