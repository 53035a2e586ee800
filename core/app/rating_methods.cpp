// SPDX-License-Identifier: MIT
#include <map>

#include "app/encode.hpp"
#include "app/encode_growth.hpp"
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

std::string_view level_name(int level, const content::Framework& framework) {
  return framework.levels.at(static_cast<std::size_t>(level - 1)).name;
}

/// What strengths and next steps have in common.
Row rated_item(const Rating& rating, const content::Competency& item, const content::Framework& framework) {
  Row row;
  row.text("competency_id", item.id)
      .text("name", item.name)
      .number("level", rating.level)
      .text("level_name", level_name(*rating.level, framework));
  return row;
}

Json encode_strength(const Rating& rating, const content::Catalog& catalog) {
  const content::Competency& item = *catalog.find_competency(rating.competency_id);
  const auto level = static_cast<std::size_t>(*rating.level);
  return rated_item(rating, item, catalog.framework).text("text", item.level_texts.at(level - 1)).json();
}

Json encode_next_step(const Rating& rating, const content::Catalog& catalog) {
  const content::Competency& item = *catalog.find_competency(rating.competency_id);
  const auto level = static_cast<std::size_t>(*rating.level);
  return rated_item(rating, item, catalog.framework)
      .text("next_level_text", item.level_texts.at(level))
      .text("practice", item.practice)
      .json();
}

Json encode_domain(const competency::DomainResult& result) {
  return Row()
      .text("id", result.domain->id)
      .text("name", result.domain->name)
      .number("mean_level_tenths", result.mean_level_tenths)
      .number("rated_count", result.rated_count)
      .number("opted_out_count", result.opted_out_count)
      .number("competency_count", result.competency_count)
      .json();
}

}  // namespace

Result<std::vector<Rating>> current_ratings(const Call& call) {
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  auto ratings = (*store)->current_ratings();
  if (!ratings) return ratings;
  return in_framework_order(std::move(*ratings), call.catalog.framework);
}

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
  return Row().put("rating", encode_rating(*kept)).json();
}

Result<Json> list_ratings(const Call& call) {
  Params params(call.params, {"locale"});
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto ratings = current_ratings(call);
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  return Row().put("ratings", encode_ratings(*ratings)).json();
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
  return Row().put("ratings", encode_ratings(*ratings)).json();
}

Result<Json> get_results(const Call& call) {
  Params params(call.params, {"locale"});
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto ratings = current_ratings(call);
  if (!ratings) return tl::unexpected<Error>(ratings.error());

  const auto results = competency::summarise(*ratings, call.catalog.framework);
  const content::Catalog& catalog = call.catalog;
  return Row()
      .number("rated_count", results.rated_count)
      .number("opted_out_count", results.opted_out_count)
      .number("competency_count", results.competency_count)
      .put("strengths",
           list(results.strengths, [&](const Rating* rating) { return encode_strength(*rating, catalog); }))
      .put("next_steps",
           list(results.next_steps, [&](const Rating* rating) { return encode_next_step(*rating, catalog); }))
      .put("domains", list(results.domains, encode_domain))
      .text("limits", catalog.phrases.at("results.limits"))
      .json();
}

}  // namespace trellis::app
