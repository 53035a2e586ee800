// SPDX-License-Identifier: MIT
#include "growth/gap.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/instant.hpp"
#include "base/order.hpp"
#include "growth/entry_body.hpp"
#include "growth/log_totals.hpp"

namespace trellis::growth {
namespace {

using content::Competency;
using content::Framework;
using content::Requirement;

constexpr int kMinutesPerHour = 60;

/// "all" those that everybody is asked, an area such as "D1" or "SV", or one competency.
bool is_in_scope(std::string_view scope, const Competency& item) {
  if (scope == "all") return item.domain_id.starts_with('D');
  return scope == item.id || scope == item.domain_id;
}

std::optional<int> level_of(std::span<const competency::Rating> ratings, std::string_view competency_id) {
  for (const auto& rating : ratings) {
    if (rating.competency_id == competency_id) return rating.level;
  }
  return std::nullopt;
}

Met judge(bool is_met, bool has_records) {
  if (is_met) return Met::met;
  return has_records ? Met::open : Met::not_known;
}

void compare_levels(const Framework& framework, const Records& records, RequirementState& state) {
  const Requirement& row = *state.requirement;
  int in_scope = 0;
  int reached = 0;
  for (const Competency& item : framework.competencies) {
    if (!is_in_scope(row.scope, item)) continue;
    ++in_scope;
    const auto level = level_of(records.ratings, item.id);
    if (!level) {
      state.unrated.emplace_back(item.id);
    } else if (*level >= row.level) {
      ++reached;
    } else {
      state.below.push_back({&item, *level, row.level});
    }
  }
  base::stable_order(state.below, [](const LevelGap& a, const LevelGap& b) { return a.level < b.level; });
  const int needed = row.count > 0 ? row.count : in_scope;
  state.unit = "competencies";
  state.have = reached;
  state.needed = needed;
  const bool is_open = row.count > 0 ? reached + static_cast<int>(state.below.size()) > 0 : !state.below.empty();
  state.met = judge(in_scope > 0 && reached >= needed, is_open);
}

/// A goal that is done, or a certificate, can name the requirement it meets.
bool is_on_record(std::span<const Entry> entries, std::string_view requirement_id) {
  return std::any_of(entries.begin(), entries.end(), [requirement_id](const Entry& entry) {
    if (entry.kind != Kind::goal && entry.kind != Kind::certificate) return false;
    const auto body = base::parse_json(entry.body);
    if (!body) return false;
    if (entry.kind == Kind::certificate) return body_text(*body, "certificate_id") == requirement_id;
    return body_text(*body, "requirement_id") == requirement_id && body_text(*body, "state") == "done";
  });
}

void compare_minutes(const LogSum& logged, RequirementState& state) {
  const Requirement& row = *state.requirement;
  if (row.hours == 0) return;
  state.unit = "minutes";
  state.have = logged.minutes;
  state.needed = row.hours * kMinutesPerHour;
  const bool has_share = std::int64_t{logged.peer_minutes} * 100 >= std::int64_t{row.peer_percent} * *state.needed;
  state.met = judge(logged.minutes >= *state.needed && has_share, logged.count > 0);
}

void compare_supervision(std::span<const LogLine> log, int today, RequirementState& state) {
  const Requirement& row = *state.requirement;
  if (row.times == 0) return;
  const LogSum recent = sum(log, "supervision_received", today - row.days + 1);
  state.unit = "times";
  state.have = recent.count;
  state.needed = row.times;
  state.met = judge(recent.count >= row.times, sum(log, "supervision_received", 0).count > 0);
}

void compare_certificates(std::span<const Entry> entries, int today, RequirementState& state) {
  const auto& wanted = state.requirement->certificate_ids;
  bool is_held = false;
  bool is_past = false;
  for (const Entry& entry : entries) {
    if (entry.kind != Kind::certificate) continue;
    const auto body = base::parse_json(entry.body);
    if (!body) continue;
    if (std::find(wanted.begin(), wanted.end(), body_text(*body, "certificate_id")) == wanted.end()) continue;
    const auto last_day = base::day_number(body_text(*body, "renew_by"));
    (last_day && *last_day < today ? is_past : is_held) = true;
  }
  state.met = judge(is_held, is_past);
}

RequirementState compare_one(const Requirement& row, const Framework& framework, const Records& records,
                             std::span<const LogLine> log, int today) {
  RequirementState state;
  state.requirement = &row;
  if (row.kind == "competency") compare_levels(framework, records, state);
  if (row.kind == "hours") compare_minutes(sum(log, "work", 0), state);
  if (row.kind == "training") compare_minutes(sum(log, "training", 0), state);
  if (row.kind == "continuing_education") {
    compare_minutes(sum(log, "continuing_education", today - kYearDays + 1), state);
  }
  if (row.kind == "supervision") compare_supervision(log, today, state);
  if (row.kind == "certification") compare_certificates(records.entries, today, state);
  if (row.kind != "competency" && is_on_record(records.entries, row.id)) state.met = Met::met;
  return state;
}

}  // namespace

std::string_view to_string(Met met) {
  switch (met) {
    case Met::met: return "met";
    case Met::open: return "open";
    case Met::not_known: return "not_known";
  }
  return {};
}

std::vector<RequirementState> compare(const content::Rung& rung, const Framework& framework, const Records& records,
                                      int today) {
  const auto log = read_log(records.entries, today);
  std::vector<RequirementState> states;
  for (const Requirement& row : rung.requirements) {
    states.push_back(compare_one(row, framework, records, log, today));
  }
  return states;
}

}  // namespace trellis::growth
