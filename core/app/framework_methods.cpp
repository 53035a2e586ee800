// SPDX-License-Identifier: MIT
// What a person may be asked beside the competencies for everybody: those of leaders, and those of a program. Which
// ladder and which competencies are in use, and what the answers to the further ones say.
#include <algorithm>

#include "app/encode.hpp"
#include "app/encode_growth.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "competency/progress.hpp"
#include "growth/entry_body.hpp"

namespace trellis::app {
namespace {

using content::Competency;
using content::Framework;
using content::FurtherItems;
using content::Ladder;

void add(Framework& framework, const FurtherItems& further) {
  framework.domains.insert(framework.domains.end(), further.domains.begin(), further.domains.end());
  framework.competencies.insert(framework.competencies.end(), further.competencies.begin(), further.competencies.end());
}

bool is_answered(const Competency& item, const std::vector<competency::Rating>& ratings) {
  return std::any_of(ratings.begin(), ratings.end(),
                     [&item](const competency::Rating& rating) { return rating.competency_id == item.id; });
}

/// The areas beside those for everybody in which anything was answered, whole.
Framework answered_further(const Framework& framework, const Framework& base,
                           const std::vector<competency::Rating>& ratings) {
  Framework further;
  further.levels = framework.levels;
  for (auto domain = framework.domains.begin() + static_cast<std::ptrdiff_t>(base.domains.size());
       domain != framework.domains.end(); ++domain) {
    std::vector<Competency> items;
    for (const Competency& item : framework.competencies) {
      if (item.domain_id == domain->id) items.push_back(item);
    }
    const auto answered = [&ratings](const Competency& item) { return is_answered(item, ratings); };
    if (std::any_of(items.begin(), items.end(), answered)) add(further, {{*domain}, std::move(items)});
  }
  return further;
}

Result<Ladder> our_ladder(const Call& call) {
  const auto growth = content::growth_pack(call.catalog);
  if (!growth) return tl::unexpected<Error>(growth.error());
  return (*growth)->ladder;
}

}  // namespace

Result<Ladder> ladder_in_use(const Call& call, const std::string& pack) {
  if (!pack.empty()) return content::read_ladder_pack(pack);
  const auto entries = current_entries(call);
  if (!entries)
    return entries.error().code == "store.not_open" ? our_ladder(call) : tl::unexpected<Error>(entries.error());
  for (const auto& entry : *entries) {
    if (entry.series_id != "setting.ladder_pack") continue;
    const auto body = base::parse_json(entry.body);
    return content::read_ladder_pack(body ? growth::body_text(*body, "value") : "");
  }
  return our_ladder(call);
}

Result<Ladder> readable_ladder(const Call& call) {
  auto ladder = ladder_in_use(call, {});
  // Our own items can be answered where the store cannot be read.
  const bool is_unreadable =
      !ladder && (ladder.error().code == "ladder.bad_pack" || ladder.error().code.starts_with("store."));
  return is_unreadable ? our_ladder(call) : std::move(ladder);
}

Result<Framework> framework_with(const Call& call, const Ladder& ladder) {
  const auto growth = content::growth_pack(call.catalog);
  if (!growth) return tl::unexpected<Error>(growth.error());
  Framework framework = call.catalog.framework;
  add(framework, (*growth)->leading);
  add(framework, ladder.own);
  return framework;
}

Result<Framework> framework_in_use(const Call& call) {
  const auto ladder = readable_ladder(call);
  if (!ladder) return tl::unexpected<Error>(ladder.error());
  return framework_with(call, *ladder);
}

Result<void> require_further(const Call& call, std::string_view competency_id) {
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  if (framework->find_competency(competency_id) == nullptr) return fail("competency.unknown");
  return {};
}

Result<Json> get_full_framework(const Call& call) {
  Params params(call.params, {"locale"});
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  return Row().put("framework", encode_framework(*framework, call.catalog)).json();
}

Result<Json> get_further_results(const Call& call) {
  Params params(call.params, {"locale"});
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto ratings = current_ratings(call);
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  const Framework further = answered_further(*framework, call.catalog.framework, *ratings);
  return encode_results(competency::summarise(*ratings, further), further, call.catalog);
}

}  // namespace trellis::app
