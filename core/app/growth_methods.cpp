// SPDX-License-Identifier: MIT
// Hours, requests outside the role, hints about notes, the supervision page, and change over time.
#include <set>

#include "app/encode.hpp"
#include "app/encode_growth.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "base/text.hpp"
#include "competency/trend.hpp"
#include "content/growth_pack.hpp"
#include "growth/csv.hpp"
#include "growth/drift.hpp"
#include "growth/log_totals.hpp"
#include "growth/note_hint.hpp"

namespace trellis::app {
namespace {

constexpr std::size_t kSuggestionsMax = 3;
constexpr std::string_view kLogKinds[] = {"work", "training", "continuing_education", "supervision_received",
                                          "supervision_given"};

Json encode_total(std::string_view what, const std::vector<growth::LogLine>& lines, int today) {
  const growth::LogSum all = growth::sum(lines, what, 0);
  const growth::LogSum year = growth::sum(lines, what, today - growth::kYearDays + 1);
  return Row()
      .text("what", what)
      .number("count", all.count)
      .number("minutes", all.minutes)
      .number("peer_minutes", all.peer_minutes)
      .number("year_minutes", year.minutes)
      .number("year_peer_minutes", year.peer_minutes)
      .json();
}

Json encode_renewal(const growth::Renewal& renewal) {
  return Row()
      .text("series_id", renewal.series_id)
      .text("name", renewal.name)
      .text("renew_by", renewal.renew_by)
      .number("days_left", renewal.days_left)
      .json();
}

Json encode_family(const growth::FamilyPattern& pattern, const content::Catalog& catalog) {
  Json months(Json::value_t::array);
  for (const auto& [month, count] : pattern.months) {
    months.push_back(Row().text("month", month).number("count", count).json());
  }
  return Row()
      .text("family", pattern.family)
      .text("family_name", family_name(pattern.family, catalog))
      .number("count", pattern.count)
      .number("recent_count", pattern.recent_count)
      .flag("is_repeated", pattern.is_repeated)
      .put("months", std::move(months))
      .json();
}

Json encode_staffing(const growth::StaffingFinding& finding, const content::Catalog& catalog) {
  const content::Condition& condition = *finding.condition;
  return Row()
      .text("item", condition.id)
      .text("question", condition.question)
      .number("level", finding.level)
      .text("text", condition.low)
      .put("clauses", encode_clauses(condition.clause_ids, catalog))
      .json();
}

Json encode_suggestion(const ethics::Finding& finding, const content::Catalog& catalog) {
  const content::Rule& rule = *finding.rule;
  return Row()
      .text("family", finding.family)
      .text("family_name", family_name(finding.family, catalog))
      .text("verdict", content::to_string(finding.verdict))
      .text("rule_id", rule.id)
      .text("name", rule.name)
      .text("reply", rule.reply)
      .put("clauses", encode_clauses(rule.clause_ids, catalog))
      .json();
}

Json encode_month(const competency::MonthResult& month) {
  return Row()
      .text("month", month.month)
      .put("domains", list(month.domains,
                           [](const competency::DomainResult& domain) {
                             return Row()
                                 .text("id", domain.domain->id)
                                 .number("mean_level_tenths", domain.mean_level_tenths)
                                 .number("rated_count", domain.rated_count)
                                 .json();
                           }))
      .json();
}

}  // namespace

Result<Json> get_log_totals(const Call& call) {
  Params params(call.params, {"locale", "today"});
  const int today = params.day("today");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto entries = current_entries(call);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto lines = growth::read_log(*entries, today);
  return Row()
      .put("totals", list(kLogKinds, [&](std::string_view what) { return encode_total(what, lines, today); }))
      .put("renewals", list(growth::list_renewals(*entries, today), encode_renewal))
      .json();
}

Result<Json> export_csv(const Call& call) {
  Params params(call.params, {"locale", "kind"});
  const auto kind = growth::parse_kind(params.text("kind"));
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (!kind) return fail("request.wrong_type", "kind");
  const auto entries = current_entries(call);
  if (!entries) return tl::unexpected<Error>(entries.error());
  return Row().text("document", growth::write_csv(*kind, *entries)).json();
}

Result<Json> suggest_family(const Call& call) {
  Params params(call.params, {"locale", "role_id", "text"});
  const std::string role_id = params.text("role_id");
  const std::string text = params.text("text");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto review = call.state.checker(call.catalog).check_task(text, role_id);
  if (!review) return tl::unexpected<Error>(review.error());
  std::set<std::string_view> seen;
  Json suggestions(Json::value_t::array);
  for (const auto& finding : review->findings) {
    if (seen.size() == kSuggestionsMax || !seen.insert(finding.family).second) continue;
    suggestions.push_back(encode_suggestion(finding, call.catalog));
  }
  Json families(Json::value_t::array);
  for (const auto& [id, name] : call.catalog.family_names) {
    families.push_back(Row().text("id", id).text("name", name).json());
  }
  return Row().put("suggestions", std::move(suggestions)).put("families", std::move(families)).json();
}

Result<Json> get_drift_patterns(const Call& call) {
  Params params(call.params, {"locale", "today"});
  const int today = params.day("today");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto pack = content::growth_pack(call.catalog);
  if (!pack) return tl::unexpected<Error>(pack.error());
  const auto entries = current_entries(call);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto patterns = growth::find_patterns(*entries, (*pack)->conditions, today);
  const content::Catalog& catalog = call.catalog;
  return Row()
      .put("families", list(patterns.families, [&](const auto& row) { return encode_family(row, catalog); }))
      .put("staffing", list(patterns.staffing, [&](const auto& row) { return encode_staffing(row, catalog); }))
      .json();
}

Result<Json> check_note(const Call& call) {
  Params params(call.params, {"locale", "text"});
  const std::string text = params.text("text");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (text.size() > competency::kNoteBytesMax) return fail("rating.note_too_long", std::to_string(text.size()));
  if (!base::is_valid_utf8(text)) return fail("text.not_utf8", "text");
  return Row()
      .put("kinds",
           list(growth::find_personal_details(text), [](std::string_view kind) { return Json(std::string(kind)); }))
      .json();
}

Result<Json> get_rating_trend(const Call& call) {
  Params params(call.params, {"locale"});
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto pack = content::growth_pack(call.catalog);
  if (!pack) return tl::unexpected<Error>(pack.error());
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  const auto ratings = (*store)->all_ratings();
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  const content::Sureness& words = (*pack)->forms.sureness;
  const bool is_few = ratings->size() < static_cast<std::size_t>(words.few_below);
  return Row()
      .put("months", list(competency::trend(*ratings, *framework), encode_month))
      .put("ratings", encode_ratings(*ratings))
      .text("few_answers", is_few ? words.few : std::string())
      .text("run_high", words.run_high)
      .put("source", encode_sources({words.source_id}, call.catalog))
      .json();
}

}  // namespace trellis::app
