// SPDX-License-Identifier: MIT
// Findings that someone looked at and accepted, with reason and date, in a small JSON file beside the job descriptions.
// The file holds a fingerprint of the line, never its words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session.hpp"

namespace trellis::cli {

/// One accepted finding. It holds for a rule and a line wherever the line moves, until its words change.
struct Suppression {
  std::string rule_id;
  std::string line_fingerprint;  // see fingerprint()
  std::string reason;
  std::string date;  // RFC 3339 full-date
};

/// 16 hex digits (FNV-1a, 64 bits) over the folded text: case, accents, quotes and blanks do not matter.
std::string fingerprint(std::string_view line);

/// Reads a suppressions file; no file means none. Nothing after an error was told on stderr.
std::optional<std::vector<Suppression>> read_suppressions(const Session& session, const std::string& path);

/// Adds one and writes the file beside and renames, so that it is never half written. False after an error was told.
bool add_suppression(const Session& session, const std::string& path, const Suppression& added);

/// Marks the findings of a check_posting result that are accepted: adds `fingerprint` to every finding, and
/// `suppressed` {reason, date} to the accepted ones.
void mark_suppressed(Json& result, const std::string& text, const std::vector<Suppression>& suppressions);

}  // namespace trellis::cli
