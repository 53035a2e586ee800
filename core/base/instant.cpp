// SPDX-License-Identifier: MIT
// Reads the fixed columns of an RFC 3339 instant. No clock, no locale.
#include "base/instant.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace trellis::base {
namespace {

constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:dd";
constexpr std::size_t kFractionDigitsMax = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` begins like the first `length` characters of an instant.
bool has_shape(std::string_view text, std::size_t length) {
  for (std::size_t i = 0; i < length; ++i) {
    if (kShape[i] == 'd' ? !is_digit(text[i]) : text[i] != kShape[i]) return false;
  }
  return true;
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

constexpr std::size_t kDateLength = 10;

/// @param text  begins with the shape of a date
std::chrono::year_month_day read_date(std::string_view text) {
  return {std::chrono::year{static_cast<int>(number(text.substr(0, 4)))}, std::chrono::month{number(text.substr(5, 2))},
          std::chrono::day{number(text.substr(8, 2))}};
}

void append_number(std::string& out, unsigned value, std::size_t width) {
  const std::string digits = std::to_string(value);
  out.append(width - std::min(width, digits.size()), '0').append(digits);
}

/// What follows the seconds: "Z", or a dot, one to nine digits and "Z".
bool is_tail(std::string_view tail) {
  if (tail == "Z") return true;
  if (tail.size() < 3 || tail.size() > kFractionDigitsMax + 2) return false;
  const std::string_view digits = tail.substr(1, tail.size() - 2);
  return tail.front() == '.' && tail.back() == 'Z' && std::all_of(digits.begin(), digits.end(), is_digit);
}

}  // namespace

bool is_instant(std::string_view text) {
  if (text.size() <= kShape.size() || !has_shape(text, kShape.size())) return false;
  return read_date(text).ok() && number(text.substr(11, 2)) < 24 && number(text.substr(14, 2)) < 60 &&
         number(text.substr(17, 2)) < 60 && is_tail(text.substr(kShape.size()));
}

bool is_date(std::string_view text) {
  return text.size() == kDateLength && has_shape(text, kDateLength) && read_date(text).ok();
}

std::optional<int> day_number(std::string_view date) {
  if (!is_date(date)) return std::nullopt;
  return static_cast<int>(std::chrono::sys_days(read_date(date)).time_since_epoch().count());
}

std::string date_of(int day_number) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day_number))};
  std::string text;
  append_number(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
  append_number(text.append("-"), static_cast<unsigned>(date.month()), 2);
  append_number(text.append("-"), static_cast<unsigned>(date.day()), 2);
  return text;
}

}  // namespace trellis::base
