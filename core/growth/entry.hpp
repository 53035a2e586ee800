// SPDX-License-Identifier: MIT
// What a worker keeps beside ratings: goals, hours, certificates, requests outside the role, conditions of the job,
// agreements, settings, practice, looks at a workplace, content from a file. One shape for all; what a body holds is in
// entry_body. No storage, no clock.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace trellis::growth {

/// Spelled as on the wire and in the store.
enum class Kind : std::uint8_t {
  goal,
  log,
  certificate,
  drift,
  condition,
  agreement,
  second_view,
  setting,
  practice,
  workplace,
  pack
};
inline constexpr std::array kKinds = {Kind::goal,      Kind::log,       Kind::certificate, Kind::drift,
                                      Kind::condition, Kind::agreement, Kind::second_view, Kind::setting,
                                      Kind::practice,  Kind::workplace, Kind::pack};
inline constexpr std::size_t kKindCount = kKinds.size();

std::string_view to_string(Kind kind);
std::optional<Kind> parse_kind(std::string_view text);

/// Largest body, in bytes of UTF-8: a program's own ladder or a content pack; everything else is far smaller.
inline constexpr std::size_t kBodyBytesMax = std::size_t{64} * 1024;
inline constexpr std::size_t kSeriesIdBytesMax = 100;

/// One revision of one thing. Entries are only ever added; the newest revision of a series is what holds.
struct Entry {
  std::string entry_id;   // lower-case UUID made by the caller; a second try with the same id is harmless
  std::string series_id;  // a UUID, or "condition.pay" and "practice.S01": see fixed_series
  Kind kind = Kind::goal;
  std::string body;      // canonical JSON text as canonical_body() gives it; empty when removed
  std::string noted_at;  // RFC 3339 instant in UTC with Z
  int revision = 0;      // 1, 2, … per series; given by the store
  bool removed = false;  // the series is hidden from here on

  bool operator==(const Entry&) const = default;
};

/// What every entry must be, wherever it comes from. Revision is not looked at, because only the store gives it.
/// @errors entry.bad_id, entry.bad_series, entry.bad_body (detail: our key), time.bad_instant
Result<void> validate_shape(const Entry& entry);

}  // namespace trellis::growth
