// SPDX-License-Identifier: MIT
// Entries of one kind as a table for a spreadsheet. A cell that a spreadsheet would run as a formula is made text.
// Sources: RFC 4180; OWASP "CSV Injection".
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "growth/entry.hpp"

namespace trellis::growth {

/// One cell: a beginning of = + - @ TAB or CR gets an apostrophe in front; quotes where RFC 4180 asks for them.
std::string csv_cell(std::string_view text);

/// UTF-8 with a byte order mark, lines ended by CRLF, the keys of the body as the first line, entries in their order.
std::string write_csv(Kind kind, std::span<const Entry> entries);

}  // namespace trellis::growth
