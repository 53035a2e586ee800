// SPDX-License-Identifier: MIT
#include <map>

#include "app/encode.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "competency/progress.hpp"
#include "competency/rating.hpp"

namespace trellis::app {
namespace {

using competency::Rating;

/// Current ratings of competencies the framework knows, in framework order.
std::vector<Rating> in_framework_order(std::vector<Rating> ratings, const content::Framework& framework) {
  std::map<std::string, Rating> by_competency;
  for (auto& rating : ratings) by_competency.emplace(rating.competency_id, std::move(rating));
  std::vector<Rating> ordered;
  for (const auto& item : framework.competencies) {
    if (const auto found = by_competency.find(item.id); found != by_competency.end()) {
      ordered.push_back(found->second);
    }
  }
  return ordered;
}

Result<std::vector<Rating>> current_ratings(const Call& call) {
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  auto ratings = (*store)->current_ratings();
  if (!ratings) return ratings;
  return in_framework_order(std::move(*ratings), call.catalog.framework);
}

std::string_view level_name(int level, const content::Framework& framework) {
  return framework.levels.at(static_cast<std::size_t>(level - 1)).name;
}

Json encode_strength(const Rating& rating, const content::Catalog& catalog) {
  const content::Competency& item = *catalog.find_competency(rating.competency_id);
  const int level = *rating.level;
  return {{"competency_id", item.id},
          {"name", item.name},
          {"level", level},
          {"level_name", level_name(level, catalog.framework)},
          {"text", item.level_texts.at(static_cast<std::size_t>(level - 1))}};
}

Json encode_next_step(const Rating& rating, const content::Catalog& catalog) {
  const content::Competency& item = *catalog.find_competency(rating.competency_id);
  const int level = *rating.level;
  return {{"competency_id", item.id},
          {"name", item.name},
          {"level", level},
          {"level_name", level_name(level, catalog.framework)},
          {"next_level_text", item.level_texts.at(static_cast<std::size_t>(level))},
          {"practice", item.practice}};
}

Json encode_domain(const competency::DomainResult& result) {
  return {{"id", result.domain->id},
          {"name", result.domain->name},
          {"mean_level_tenths", result.mean_level_tenths ? Json(*result.mean_level_tenths) : Json(nullptr)},
          {"rated_count", result.rated_count},
          {"opted_out_count", result.opted_out_count},
          {"competency_count", result.competency_count}};
}

}  // namespace

Result<Json> rate_competency(const Call& call) {
  Params params(call.params, {"locale", "rating_id", "competency_id", "answer", "level", "note", "rated_at"});
  Rating rating;
  rating.rating_id = params.text("rating_id");
  rating.competency_id = params.text("competency_id");
  const std::string answer = params.text("answer");
  rating.level = params.nullable_integer("level");
  rating.note = params.text("note");
  rating.rated_at = params.text("rated_at");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto parsed = competency::parse_answer(answer);
  if (!parsed) return fail("request.wrong_type", "answer");
  rating.answer = *parsed;

  if (auto valid = competency::validate(rating, call.catalog.framework); !valid) {
    return tl::unexpected<Error>(valid.error());
  }
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  auto kept = (*store)->add(rating);
  if (!kept) return tl::unexpected<Error>(kept.error());
  return Json{{"rating", encode_rating(*kept)}};
}

Result<Json> list_ratings(const Call& call) {
  Params params(call.params, {"locale"});
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto ratings = current_ratings(call);
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  return Json{{"ratings", encode_ratings(*ratings)}};
}

Result<Json> list_rating_history(const Call& call) {
  Params params(call.params, {"locale", "competency_id"});
  const std::string id = params.text("competency_id");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (call.catalog.find_competency(id) == nullptr) return fail("competency.unknown");
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  auto ratings = (*store)->history(id);
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  return Json{{"ratings", encode_ratings(*ratings)}};
}

Result<Json> get_results(const Call& call) {
  Params params(call.params, {"locale"});
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto ratings = current_ratings(call);
  if (!ratings) return tl::unexpected<Error>(ratings.error());

  const auto results = competency::summarise(*ratings, call.catalog.framework);
  Json strengths = Json::array();
  for (const Rating* rating : results.strengths) strengths.push_back(encode_strength(*rating, call.catalog));
  Json next_steps = Json::array();
  for (const Rating* rating : results.next_steps) next_steps.push_back(encode_next_step(*rating, call.catalog));
  Json domains = Json::array();
  for (const auto& domain : results.domains) domains.push_back(encode_domain(domain));
  return Json{{"rated_count", results.rated_count},
              {"opted_out_count", results.opted_out_count},
              {"competency_count", results.competency_count},
              {"strengths", std::move(strengths)},
              {"next_steps", std::move(next_steps)},
              {"domains", std::move(domains)},
              {"limits", call.catalog.phrases.at("results.limits")}};
}

}  // namespace trellis::app
