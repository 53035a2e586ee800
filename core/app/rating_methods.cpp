// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "app/encode.hpp"
#include "app/encode_growth.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "competency/progress.hpp"
#include "competency/rating.hpp"

namespace trellis::app {
namespace {

using competency::Rating;

/// Those of the framework in its order, then the others as they came, by id.
void put_in_order(std::vector<Rating>& ratings, const content::Framework& framework) {
  std::vector<Rating> ordered;
  for (const content::Competency& item : framework.competencies) {
    const auto at = std::find_if(ratings.begin(), ratings.end(),
                                 [&item](const Rating& rating) { return rating.competency_id == item.id; });
    if (at == ratings.end()) continue;
    ordered.push_back(std::move(*at));
    ratings.erase(at);
  }
  for (Rating& rating : ratings) ordered.push_back(std::move(rating));
  ratings = std::move(ordered);
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

Json encode_strength(const Rating& rating, const content::Framework& framework) {
  const content::Competency& item = *framework.find_competency(rating.competency_id);
  const auto level = static_cast<std::size_t>(*rating.level);
  return rated_item(rating, item, framework).text("text", item.level_texts.at(level - 1)).json();
}

Json encode_next_step(const Rating& rating, const content::Framework& framework) {
  const content::Competency& item = *framework.find_competency(rating.competency_id);
  const auto level = static_cast<std::size_t>(*rating.level);
  return rated_item(rating, item, framework)
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

/// A competency that everybody is asked, or one of leaders or of the program in use.
Result<void> require_known(const Call& call, const std::string& competency_id) {
  if (call.catalog.find_competency(competency_id) != nullptr) return {};
  return require_further(call, competency_id);
}

}  // namespace

Json encode_results(const competency::Results& results, const content::Framework& framework,
                    const content::Catalog& catalog) {
  const auto strength = [&framework](const Rating* rating) { return encode_strength(*rating, framework); };
  const auto next_step = [&framework](const Rating* rating) { return encode_next_step(*rating, framework); };
  return Row()
      .number("rated_count", results.rated_count)
      .number("opted_out_count", results.opted_out_count)
      .number("competency_count", results.competency_count)
      .put("strengths", list(results.strengths, strength))
      .put("next_steps", list(results.next_steps, next_step))
      .put("domains", list(results.domains, encode_domain))
      .text("limits", catalog.phrases.at("results.limits"))
      .json();
}

Result<std::vector<Rating>> current_ratings(const Call& call) {
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  auto ratings = (*store)->current_ratings();
  if (ratings) put_in_order(*ratings, call.catalog.framework);
  return ratings;
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

  auto valid = competency::validate_shape(rating);
  if (valid) valid = require_known(call, rating.competency_id);
  if (!valid) return tl::unexpected<Error>(valid.error());
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
  if (auto known = require_known(call, id); !known) return tl::unexpected<Error>(known.error());
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

  const content::Framework& framework = call.catalog.framework;
  return encode_results(competency::summarise(*ratings, framework), framework, call.catalog);
}

}  // namespace trellis::app
