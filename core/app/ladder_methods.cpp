// SPDX-License-Identifier: MIT
// The forms of the self-assessment, the ladder, and what a rung still asks for.
#include <algorithm>

#include "app/encode.hpp"
#include "app/encode_growth.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "content/growth_pack.hpp"
#include "growth/form.hpp"
#include "growth/gap.hpp"

namespace trellis::app {
namespace {

using content::Fact;
using content::Ladder;
using content::Requirement;
using content::Rung;

/// As growth::FormKind has them.
constexpr std::string_view kForms[] = {"short", "full", "further"};

/// Where a statement comes from; null where the source is none of ours.
void put_source(Row& row, const std::string& source_id, const content::Catalog& catalog) {
  const content::Source* source = catalog.find_source(source_id);
  row.text("source_id", source_id).put("source", source ? encode_source(*source) : Json());
}

Row requirement_row(const Requirement& item, const content::Catalog& catalog) {
  Row row;
  row.text("id", item.id)
      .text("kind", item.kind)
      .text("text", item.text)
      .text("basis", item.basis)
      .text("as_of", item.as_of)
      .text("scope", item.scope)
      .number("level", item.level)
      .number("count", item.count)
      .number("hours", item.hours)
      .number("peer_percent", item.peer_percent)
      .number("times", item.times)
      .number("days", item.days)
      .texts("certificate_ids", item.certificate_ids);
  put_source(row, item.source_id, catalog);
  return row;
}

Json encode_fact(const Fact& fact, const content::Catalog& catalog) {
  Row row;
  row.text("text", fact.text).text("as_of", fact.as_of).flag("verified", fact.verified);
  put_source(row, fact.source_id, catalog);
  return row.json();
}

Row rung_row(const Rung& rung) {
  Row row;
  row.text("id", rung.id)
      .text("name", rung.name)
      .text("who", rung.who)
      .text("branch", rung.branch)
      .texts("next_ids", rung.next_ids);
  return row;
}

Json encode_rung(const Rung& rung, const content::Catalog& catalog) {
  Row row = rung_row(rung);
  return row
      .put("requirements",
           list(rung.requirements, [&](const Requirement& item) { return requirement_row(item, catalog).json(); }))
      .put("published", list(rung.published, [&](const Fact& fact) { return encode_fact(fact, catalog); }))
      .put("clauses", encode_clauses(rung.clause_ids, catalog))
      .json();
}

Json encode_level_gap(const growth::LevelGap& gap) {
  return Row()
      .text("competency_id", gap.competency->id)
      .text("name", gap.competency->name)
      .number("level", gap.level)
      .number("needed", gap.needed)
      .text("practice", gap.competency->practice)
      .text("evidence", gap.competency->evidence)
      .json();
}

Json encode_state(const growth::RequirementState& state, const content::Catalog& catalog) {
  Row row = requirement_row(*state.requirement, catalog);
  return row.text("met", to_string(state.met))
      .text("unit", state.unit)
      .number("have", state.have)
      .number("needed", state.needed)
      .put("below", list(state.below, encode_level_gap))
      .put("unrated", list(state.unrated, [](std::string_view id) { return Json(std::string(id)); }))
      .json();
}

Json encode_met_counts(const std::vector<growth::RequirementState>& states) {
  int counts[3] = {};
  for (const auto& state : states) ++counts[static_cast<std::size_t>(state.met)];
  return Row().number("met", counts[0]).number("open", counts[1]).number("not_known", counts[2]).json();
}

/// Areas beside those for everybody: a program's own, that of the role, and those that the rung's requirements name.
std::vector<std::string> asked_areas(const content::GrowthPack& pack, const Ladder& ladder, const std::string& role_id,
                                     const std::string& rung_id) {
  std::vector<std::string> areas;
  for (const auto& domain : ladder.own.domains) areas.push_back(domain.id);
  const Rung* rung = ladder.find_rung(rung_id);
  for (const auto& [area, leading_role_id] : pack.leading_roles) {
    bool is_asked = leading_role_id == role_id;
    for (std::size_t i = 0; rung != nullptr && i < rung->requirements.size(); ++i) {
      is_asked = is_asked || rung->requirements[i].scope == area;
    }
    if (is_asked) areas.push_back(area);
  }
  return areas;
}

Json encode_form(const growth::Form& form) {
  int number = 0;
  return Row()
      .number("minutes_estimate", form.minutes_estimate)
      .put("items", list(form.items,
                         [&number](const content::Competency* item) {
                           return Row().number("number", ++number).text("competency_id", item->id).json();
                         }))
      .put("left_out", list(form.left_out,
                            [](const content::LeftOut* item) {
                              return Row().text("competency_id", item->competency_id).text("why", item->why).json();
                            }))
      .json();
}

}  // namespace

Result<Json> get_form(const Call& call) {
  Params params(call.params, {"locale", "form", "role_id", "rung_id"});
  const std::string form = params.text("form");
  const std::string role_id = params.optional_text("role_id");
  const std::string rung_id = params.optional_text("rung_id");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto kind = std::find(std::begin(kForms), std::end(kForms), form);
  if (kind == std::end(kForms)) return fail("request.wrong_type", "form");
  if (!role_id.empty() && call.catalog.find_role(role_id) == nullptr) return fail("role.unknown");
  const auto pack = content::growth_pack(call.catalog);
  if (!pack) return tl::unexpected<Error>(pack.error());
  const auto ladder = readable_ladder(call);
  if (!ladder) return tl::unexpected<Error>(ladder.error());
  const auto framework = framework_with(call, *ladder);
  if (!framework) return tl::unexpected<Error>(framework.error());
  const growth::FormChoice choice{static_cast<growth::FormKind>(kind - std::begin(kForms)), role_id, rung_id,
                                  asked_areas(**pack, *ladder, role_id, rung_id)};
  return encode_form(growth::make_form((*pack)->forms, *framework, choice));
}

Result<Json> get_ladder(const Call& call) {
  Params params(call.params, {"locale", "pack"});
  const std::string pack = params.optional_text("pack");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto ladder = ladder_in_use(call, pack);
  if (!ladder) return tl::unexpected<Error>(ladder.error());
  return Row()
      .text("id", ladder->id)
      .text("name", ladder->name)
      .text("limits", ladder->limits)
      .texts("side_steps", ladder->side_steps)
      .put("rungs", list(ladder->rungs, [&](const Rung& rung) { return encode_rung(rung, call.catalog); }))
      .json();
}

Result<Json> get_gap(const Call& call) {
  Params params(call.params, {"locale", "rung_id", "today", "pack"});
  const std::string rung_id = params.text("rung_id");
  const int today = params.day("today");
  const std::string pack = params.optional_text("pack");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto ladder = ladder_in_use(call, pack);
  if (!ladder) return tl::unexpected<Error>(ladder.error());
  const Rung* rung = ladder->find_rung(rung_id);
  if (rung == nullptr) return fail("rung.unknown");
  const auto ratings = current_ratings(call);
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  const auto entries = current_entries(call);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto framework = framework_with(call, *ladder);
  if (!framework) return tl::unexpected<Error>(framework.error());
  const auto states = growth::compare(*rung, *framework, {*ratings, *entries}, today);
  return Row()
      .put("rung", rung_row(*rung).json())
      .put("counts", encode_met_counts(states))
      .put("requirements",
           list(states, [&](const growth::RequirementState& state) { return encode_state(state, call.catalog); }))
      .text("limits", ladder->limits)
      .json();
}

}  // namespace trellis::app
