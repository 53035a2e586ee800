// SPDX-License-Identifier: MIT
// Checks one answer. Error details hold counts and numbers, never a word of the note.
#include "competency/rating.hpp"

#include <algorithm>
#include <array>

#include "base/identifier.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"

namespace trellis::competency {
namespace {

constexpr int kLevelMin = 1;
constexpr int kLevelMax = 5;
constexpr std::array kAnswers = {Answer::level, Answer::not_in_my_job, Answer::prefer_not_to_say};

bool is_competency_id(std::string_view id) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return !id.empty() && id.size() <= kCompetencyIdBytesMax && base::is_valid_utf8(id) &&
         std::none_of(id.begin(), id.end(), is_control);
}

Result<void> validate_level(Answer answer, std::optional<int> level) {
  if (answer != Answer::level) {
    if (level) return fail("rating.level_not_allowed", to_string(answer));
    return {};
  }
  if (!level) return fail("rating.level_out_of_range", "none");
  if (*level < kLevelMin || *level > kLevelMax) {
    return fail("rating.level_out_of_range", std::to_string(*level));
  }
  return {};
}

Result<void> validate_note(std::string_view note) {
  if (note.size() > kNoteBytesMax) return fail("rating.note_too_long", std::to_string(note.size()));
  if (!base::is_valid_utf8(note)) return fail("text.not_utf8", "note");
  if (note.find('\0') != std::string_view::npos) return fail("text.has_nul", "note");
  return {};
}

}  // namespace

std::string_view to_string(Answer answer) {
  switch (answer) {
    case Answer::level: return "level";
    case Answer::not_in_my_job: return "not_in_my_job";
    case Answer::prefer_not_to_say: return "prefer_not_to_say";
  }
  return {};
}

std::optional<Answer> parse_answer(std::string_view text) {
  const auto found =
      std::find_if(kAnswers.begin(), kAnswers.end(), [text](Answer answer) { return to_string(answer) == text; });
  if (found == kAnswers.end()) return std::nullopt;
  return *found;
}

Result<void> validate_shape(const Rating& rating) {
  if (!base::is_uuid(rating.rating_id)) return fail("rating.bad_id");
  if (!is_competency_id(rating.competency_id)) return fail("competency.unknown");
  if (auto level = validate_level(rating.answer, rating.level); !level) return level;
  if (auto note = validate_note(rating.note); !note) return note;
  if (!base::is_instant(rating.rated_at)) return fail("time.bad_instant", "rated_at");
  return {};
}

}  // namespace trellis::competency
