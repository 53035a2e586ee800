// SPDX-License-Identifier: MIT
// One answer to one competency: its shape and what makes it valid. No storage, no clock: ids and times come in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace trellis::competency {

/// Largest note, in bytes of UTF-8: several screens of a phone.
inline constexpr std::size_t kNoteBytesMax = std::size_t{8} * 1024;
/// Longest competency id, in bytes. Ours have five; packs of programs may say more.
inline constexpr std::size_t kCompetencyIdBytesMax = 100;
/// Highest revision. Beyond it the revision stays and the instant decides, so nothing overflows.
inline constexpr int kRevisionMax = 1'000'000'000;

/// What was answered. The two opt-outs are told apart and stay out of every sum. Spelled as on the wire.
enum class Answer { level, not_in_my_job, prefer_not_to_say };
std::string_view to_string(Answer answer);
std::optional<Answer> parse_answer(std::string_view text);

/// One answer. Ratings are only ever added; the one with the highest revision is current.
struct Rating {
  std::string rating_id;  // lower-case UUID made by the caller; a second try with the same id is harmless
  std::string competency_id;
  Answer answer = Answer::level;
  std::optional<int> level;  // 1 to 5; empty unless answer is `level`
  std::string note;          // UTF-8, at most kNoteBytesMax bytes
  std::string rated_at;      // RFC 3339 instant in UTC with Z
  int revision = 0;          // 1, 2, … per competency; given by the store, so a wrong clock cannot hide an answer

  bool operator==(const Rating&) const = default;
};

/// What any rating must be, whichever framework its competency belongs to. Revision is not looked at, because only the
/// store gives it.
/// @errors rating.bad_id, rating.level_out_of_range, rating.level_not_allowed, rating.note_too_long, text.not_utf8,
///         text.has_nul, time.bad_instant; competency.unknown for an id that no framework could hold
Result<void> validate_shape(const Rating& rating);

}  // namespace trellis::competency
