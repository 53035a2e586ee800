// SPDX-License-Identifier: MIT
#include "growth/drift.hpp"

#include <algorithm>

#include "base/instant.hpp"
#include "base/order.hpp"
#include "growth/entry_body.hpp"

namespace trellis::growth {
namespace {

constexpr std::size_t kMonthLength = 7;

void add_request(const base::Json& body, int today, std::map<std::string, FamilyPattern>& families) {
  const std::string on = body_text(body, "on");
  const int day = base::day_number(on).value_or(0);
  if (day > today) return;
  FamilyPattern& pattern = families[body_text(body, "family")];
  ++pattern.count;
  ++pattern.months[on.substr(0, kMonthLength)];
  if (day <= today - kRepeatedDays) return;
  ++pattern.recent_count;
  const std::string how_often = body_text(body, "how_often");
  if (pattern.recent_count >= kRepeatedMin || how_often == "often" || how_often == "always") pattern.is_repeated = true;
}

/// The level a worker gave a condition; 0 when nothing was said.
int condition_level(std::span<const Entry> entries, std::string_view condition_id) {
  for (const Entry& entry : entries) {
    if (entry.kind != Kind::condition) continue;
    const auto body = base::parse_json(entry.body);
    if (body && body_text(*body, "item") == condition_id) return body_number(*body, "level");
  }
  return 0;
}

}  // namespace

DriftPatterns find_patterns(std::span<const Entry> entries, std::span<const content::Condition> conditions, int today) {
  std::map<std::string, FamilyPattern> families;
  for (const Entry& entry : entries) {
    if (entry.kind != Kind::drift) continue;
    if (const auto body = base::parse_json(entry.body)) add_request(*body, today, families);
  }
  DriftPatterns patterns;
  bool is_repeated = false;
  for (auto& [family, pattern] : families) {
    if (pattern.count == 0) continue;
    pattern.family = family;
    is_repeated = is_repeated || pattern.is_repeated;
    patterns.families.push_back(std::move(pattern));
  }
  base::stable_order(patterns.families,
                     [](const FamilyPattern& a, const FamilyPattern& b) { return a.count > b.count; });
  if (!is_repeated) return patterns;
  for (const content::Condition& condition : conditions) {
    const int level = condition_level(entries, condition.id);
    if (level >= 1 && level <= kHardLevelMax) patterns.staffing.push_back({&condition, level});
  }
  return patterns;
}

}  // namespace trellis::growth
