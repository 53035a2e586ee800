// SPDX-License-Identifier: MIT
#include "growth/log_totals.hpp"

#include <algorithm>

#include "base/instant.hpp"
#include "base/order.hpp"
#include "growth/entry_body.hpp"

namespace trellis::growth {
namespace {

/// No sum is larger, whatever a backup holds: about 1,900 years, and far from the end of int.
constexpr int kMinutesSumMax = 1'000'000'000;

}  // namespace

std::vector<LogLine> read_log(std::span<const Entry> entries, int today) {
  std::vector<LogLine> lines;
  for (const Entry& entry : entries) {
    if (entry.kind != Kind::log) continue;
    const auto body = base::parse_json(entry.body);
    if (!body) continue;
    LogLine line;
    line.what = body_text(*body, "what");
    line.day = base::day_number(body_text(*body, "on")).value_or(0);
    line.minutes = body_number(*body, "minutes");
    line.peer_minutes = body_number(*body, "peer_minutes");
    if (line.day <= today) lines.push_back(std::move(line));
  }
  return lines;
}

LogSum sum(std::span<const LogLine> lines, std::string_view what, int first) {
  LogSum total;
  for (const LogLine& line : lines) {
    if (line.what != what || line.day < first) continue;
    ++total.count;
    total.minutes = std::min(total.minutes + line.minutes, kMinutesSumMax);
    total.peer_minutes = std::min(total.peer_minutes + line.peer_minutes, kMinutesSumMax);
  }
  return total;
}

std::vector<Renewal> list_renewals(std::span<const Entry> entries, int today) {
  std::vector<Renewal> renewals;
  for (const Entry& entry : entries) {
    if (entry.kind != Kind::certificate) continue;
    const auto body = base::parse_json(entry.body);
    const auto day = body ? base::day_number(body_text(*body, "renew_by")) : std::nullopt;
    if (!day) continue;
    Renewal renewal;
    renewal.series_id = entry.series_id;
    renewal.name = body_text(*body, "name");
    renewal.renew_by = body_text(*body, "renew_by");
    renewal.days_left = *day - today;
    renewals.push_back(std::move(renewal));
  }
  base::stable_order(renewals, [](const Renewal& a, const Renewal& b) { return a.days_left < b.days_left; });
  return renewals;
}

}  // namespace trellis::growth
