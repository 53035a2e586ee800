// SPDX-License-Identifier: MIT
#include "library/weekly.hpp"

#include <algorithm>
#include <numeric>

namespace trellis::library {
namespace {

constexpr int kDaysAWeek = 7;
/// 1970-01-01 was a Thursday; the next Monday is day 4. Counted from a Monday before it, so that no number is negative.
constexpr int kDaysToMonday = 3;

/// A stride without a common divisor spreads neighbours over the weeks and still reaches every row.
std::size_t stride_for(std::size_t count) {
  std::size_t stride = 5;
  while (std::gcd(stride, count) != 1) ++stride;
  return stride;
}

}  // namespace

std::vector<std::string> weekly_dilemmas(const content::Library& library, int today) {
  const std::size_t count = library.dilemmas.size();
  const auto week = static_cast<std::size_t>(std::max(0, today + kDaysToMonday) / kDaysAWeek);
  std::vector<std::string> ids;
  for (std::size_t nth = 0; nth < std::min(kWeeklyCount, count); ++nth) {
    ids.push_back(library.dilemmas[(week * kWeeklyCount + nth) * stride_for(count) % count].id);
  }
  return ids;
}

}  // namespace trellis::library
