// SPDX-License-Identifier: MIT
// Hours from entries of kind log, and renewal dates of certificates. Whole minutes; days as numbers from the caller.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "growth/entry.hpp"

namespace trellis::growth {

/// One entry of kind log, read.
struct LogLine {
  std::string what;  // work, training, continuing_education, supervision_received or supervision_given
  int day = 0;       // days since 1970-01-01
  int minutes = 0;
  int peer_minutes = 0;
};

struct LogSum {
  int count = 0;
  int minutes = 0;
  int peer_minutes = 0;
};

struct Renewal {
  std::string series_id;
  std::string name;
  std::string renew_by;
  int days_left = 0;  // negative: past
};

/// The log lines of `entries`; those after `today` are plans and left out.
std::vector<LogLine> read_log(std::span<const Entry> entries, int today);

/// Adds up one kind of line from day `first` on.
LogSum sum(std::span<const LogLine> lines, std::string_view what, int first);

/// Every certificate with a last day, soonest first.
std::vector<Renewal> list_renewals(std::span<const Entry> entries, int today);

/// The first day of the last year up to `today`.
inline constexpr int kYearDays = 365;

}  // namespace trellis::growth
