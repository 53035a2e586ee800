// SPDX-License-Identifier: MIT
// The supervision page: what the worker chose to bring, in the worker's words, each point with one source.
#include <algorithm>

#include "app/encode.hpp"
#include "app/encode_growth.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "base/text.hpp"
#include "content/growth_pack.hpp"
#include "growth/entry_body.hpp"

namespace trellis::app {
namespace {

constexpr std::size_t kPointsMax = 5;
constexpr std::size_t kWordsBytesMax = 1000;

/// What a point is about, and the clauses it may quote.
struct Topic {
  std::string name;
  std::vector<std::string> clause_ids;
};

std::optional<Topic> rule_topic(std::string_view id, const content::Catalog& catalog) {
  const content::Rule* rule = catalog.find_rule(id);
  if (rule == nullptr) return std::nullopt;
  return Topic{rule->name, rule->clause_ids};
}

std::optional<Topic> competency_topic(const content::Framework& framework, std::string_view id) {
  const content::Competency* item = framework.find_competency(id);
  if (item == nullptr) return std::nullopt;
  return Topic{item->name, item->clause_ids};
}

std::optional<Topic> condition_topic(std::string_view id, const content::Catalog& catalog) {
  const auto pack = content::growth_pack(catalog);
  if (!pack) return std::nullopt;
  for (const auto& condition : (*pack)->conditions) {
    if (condition.id == id) return Topic{condition.question, condition.clause_ids};
  }
  return std::nullopt;
}

/// A goal quotes what it grows, a request the rule that spoke, an agreement its competency.
std::optional<Topic> entry_topic(const Call& call, const content::Framework& framework, std::string_view kind,
                                 std::string_view series_id) {
  const auto entries = current_entries(call);
  if (!entries) return std::nullopt;
  for (const auto& entry : *entries) {
    if (entry.series_id != series_id || to_string(entry.kind) != kind) continue;
    const auto body = base::parse_json(entry.body);
    if (!body) return std::nullopt;
    if (auto rule = rule_topic(growth::body_text(*body, "rule_id"), call.catalog)) return rule;
    if (auto item = competency_topic(framework, growth::body_text(*body, "competency_id"))) return item;
    return Topic{std::string(family_name(growth::body_text(*body, "family"), call.catalog)), {}};
  }
  return std::nullopt;
}

std::optional<Topic> find_topic(const Call& call, const content::Framework& framework, std::string_view kind,
                                std::string_view id) {
  if (kind == "rule") return rule_topic(id, call.catalog);
  if (kind == "competency") return competency_topic(framework, id);
  if (kind == "condition") return condition_topic(id, call.catalog);
  if (kind == "goal" || kind == "drift" || kind == "agreement") return entry_topic(call, framework, kind, id);
  if (kind != "clause" || call.catalog.find_clause(id) == nullptr) return std::nullopt;
  return Topic{call.catalog.find_clause(id)->section, {std::string(id)}};
}

Result<Json> encode_point(const Call& call, const content::Framework& framework, const Json& point,
                          const std::string& where) {
  if (!point.is_object()) return fail("request.wrong_type", where);
  Params params(point, {"kind", "id", "words"});
  const std::string kind = params.text("kind");
  const std::string id = params.text("id");
  const std::string words = params.text("words");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (words.empty() || words.size() > kWordsBytesMax || !base::is_valid_utf8(words)) {
    return fail("agenda.bad_words", where);
  }
  auto topic = find_topic(call, framework, kind, id);
  if (!topic) return fail("agenda.unknown_point", where);
  topic->clause_ids.resize(std::min<std::size_t>(topic->clause_ids.size(), 1));
  return Row()
      .text("kind", kind)
      .text("id", id)
      .text("words", words)
      .text("name", topic->name)
      .put("clauses", encode_clauses(topic->clause_ids, call.catalog))
      .json();
}

}  // namespace

Result<Json> get_agenda(const Call& call) {
  Params params(call.params, {"locale", "points"});
  const Json::array_t& points = params.array("points");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (points.size() > kPointsMax) return fail("agenda.too_many", std::to_string(points.size()));
  const auto framework = framework_in_use(call);  // also says what is not here yet
  if (!framework) return tl::unexpected<Error>(framework.error());
  Json rows(Json::value_t::array);
  for (const Json& point : points) {
    auto row = encode_point(call, *framework, point, "/points/" + std::to_string(rows.size()));
    if (!row) return row;
    rows.push_back(std::move(*row));
  }
  return Row().put("points", std::move(rows)).json();
}

}  // namespace trellis::app
