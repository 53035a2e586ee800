// SPDX-License-Identifier: MIT
// Prints what the model sees of each line, for scripts/train-model.mjs: the same code as in the program, so training
// and checking cannot drift apart. A tool for developers; never part of the program.
//
// In:  one JSON object a line, {"task": false, "lines": ["…", …]}: a posting, or with true one task a line.
// Out: one JSON array a line, by line {"features": […], "rules": {"verdict", "families", "negated"},
// "sums": […]}; "sums"
// is what the embedded model adds up to, empty when there is none.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "ethics/check.hpp"
#include "ethics/language_rules.hpp"

namespace {

using Json = nlohmann::json;
using namespace trellis;

using Words = std::vector<base::Word>;

using Names = std::vector<std::string>;

/// The catalogue's model in both passes over a posting, or over one task alone.
std::vector<ethics::Model::Sums> add_up(const ethics::Model* model, const std::vector<Names>& lines) {
  std::vector<ethics::Model::Sums> sums(lines.size());
  if (model == nullptr) return sums;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    std::vector<ethics::Feature> features;
    for (const std::string& name : lines[index])
      features.push_back({ethics::feature_key(static_cast<ethics::FeatureKind>(name[0]), name.substr(2)), 0, 0});
    sums[index] = model->add_up(features);
  }
  const std::vector<ethics::ModelView> views = model->views_of(sums);
  for (std::size_t index = 0; index < views.size(); ++index) model->add_view(views[index], sums[index]);
  return sums;
}

Json answer(Names names, const ethics::JudgedLine& judged, const ethics::Model::Sums& sums) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const bool negated = std::any_of(judged.duties.begin(), judged.duties.end(),
                                   [](const ethics::JudgedDuty& duty) { return duty.negated; });
  return {{"features", names},
          {"rules",
           {{"verdict", content::to_string(judged.verdict)}, {"families", judged.families}, {"negated", negated}}},
          {"sums", sums}};
}

struct Reader {
  const ethics::RuleSet& rules;
  const ethics::LanguageRules& by_rules;  // without a model
  const ethics::Model* model;

  Json read_posting(const std::vector<Words>& lines) const {
    const std::vector<Names> names = ethics::features_of_lines(rules, lines);
    const std::vector<ethics::LineReview> reviews = by_rules.review_lines(lines, "any");
    const std::vector<ethics::Model::Sums> sums = add_up(model, names);
    Json out = Json::array();
    for (std::size_t index = 0; index < lines.size(); ++index)
      out.push_back(answer(names[index], reviews[index].judged, sums[index]));
    return out;
  }

  Json read_tasks(const std::vector<Words>& lines) const {
    Json out = Json::array();
    for (const Words& words : lines) {
      const Names names = ethics::features_of_task(rules, words);
      out.push_back(answer(names, by_rules.review_task(words, "any"), add_up(model, {names}).front()));
    }
    return out;
  }
};

}  // namespace

int main() {
  const content::Catalog& catalog = content::catalog("en");
  content::Catalog rules_only = catalog;
  rules_only.models.clear();
  const ethics::RuleSet rules(rules_only, "en");
  const ethics::LanguageRules by_rules(rules_only, "en");
  const auto weights = catalog.models.find("en");
  std::optional<ethics::Model> model;
  if (weights != catalog.models.end()) model.emplace(weights->second, catalog);
  const Reader reader{rules, by_rules, model ? &*model : nullptr};
  for (std::string row; std::getline(std::cin, row);) {
    const Json json = Json::parse(row);
    std::vector<Words> lines;
    for (const Json& line : json["lines"]) lines.push_back(base::split_words(line.get_ref<const std::string&>()));
    std::cout << (json["task"].get<bool>() ? reader.read_tasks(lines) : reader.read_posting(lines)).dump() << '\n';
  }
}
