// SPDX-License-Identifier: MIT
// Instants as text: the one spelling of a point in time that Trellis keeps and sends. Never asks a clock.
// Source: RFC 3339, section 5.6, with the offset fixed to Z.
#pragma once

#include <string_view>

namespace trellis::base {

/// True for an RFC 3339 instant in UTC such as "2026-11-22T08:30:00Z" or "2026-11-22T08:30:00.125Z": upper-case T and
/// Z, a day that exists, seconds 00 to 59 (no leap second), and at most nine digits of a second.
bool is_instant(std::string_view text);

}  // namespace trellis::base
