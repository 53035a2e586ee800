// SPDX-License-Identifier: MIT
// Instants and dates as text: the one spelling of time that Trellis keeps and sends. Never asks a clock.
// Source: RFC 3339, section 5.6, with the offset fixed to Z.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trellis::base {

/// True for an RFC 3339 instant in UTC such as "2026-11-22T08:30:00Z" or "2026-11-22T08:30:00.125Z": upper-case T and
/// Z, a day that exists, seconds 00 to 59 (no leap second), and at most nine digits of a second.
bool is_instant(std::string_view text);

/// True for an RFC 3339 full-date such as "2026-11-22", a day that exists.
bool is_date(std::string_view text);

/// Days from 1970-01-01 to `date`; nothing for a text that is no date.
std::optional<int> day_number(std::string_view date);

/// The date so many days after 1970-01-01; years 0 to 9999.
std::string date_of(int day_number);

}  // namespace trellis::base
