// SPDX-License-Identifier: MIT
#include "growth/note_hint.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.hpp"

namespace trellis::growth {
namespace {

using base::Word;

constexpr std::size_t kPhoneDigitsMin = 7;
constexpr std::size_t kPhoneDigitsMax = 15;

/// Before a name, folded.
constexpr std::array<std::string_view, 18> kTitles = {"mr",  "mrs",  "ms",     "miss",    "mx",         "dr",
                                                      "sr",  "sra",  "srta",   "senor",   "senora",     "senorita",
                                                      "don", "dona", "doctor", "doctora", "licenciado", "licenciada"};
/// Capitalised words that stand together without being a name, folded.
constexpr std::array<std::string_view, 24> kNoNames = {
    "certified", "peer",     "specialist", "recovery", "coach",  "support", "young",       "adult",
    "mentor",    "learning", "community",  "center",   "health", "mental",  "state",       "new",
    "york",      "united",   "states",     "estados",  "unidos", "apoyo",   "certificada", "wellness"};
constexpr std::array<std::string_view, 10> kBirthWords = {"born",  "birthday",   "dob",    "birthdate", "birth",
                                                          "nacio", "nacimiento", "nacida", "nacido",    "cumpleanos"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A capital letter first and a small one after it: "Maria", "Álvaro", but not "WRAP" or "I".
bool is_capitalised(std::string_view text, const Word& word) {
  const std::string_view as_written = text.substr(word.span.begin, word.span.end - word.span.begin);
  if (word.folded.size() < 2 || as_written.empty()) return false;
  const auto lead = static_cast<unsigned char>(as_written[0]);
  const bool is_upper = (lead >= 'A' && lead <= 'Z') ||
                        (lead == 0xC3 && as_written.size() > 1 && static_cast<unsigned char>(as_written[1]) <= 0x9E);
  const char last = as_written.back();
  return is_upper && !(last >= 'A' && last <= 'Z');
}

bool has_name(std::string_view text, const std::vector<Word>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const Word& first = words[i];
    const Word& second = words[i + 1];
    if (!is_capitalised(text, second)) continue;
    if (is_one_of(kTitles, first.folded)) return true;
    const bool is_inside = first.before != base::Gap::stop && second.before == base::Gap::space;
    if (is_inside && is_capitalised(text, first) && !is_one_of(kNoNames, first.folded) &&
        !is_one_of(kNoNames, second.folded)) {
      return true;
    }
  }
  return false;
}

/// "2026-11-22": ten characters that a phone number could have as well.
bool is_date_shape(std::string_view run) {
  return run.size() == 10 && run[4] == '-' && run[7] == '-' && (run.starts_with("19") || run.starts_with("20"));
}

bool has_phone(std::string_view text) {
  constexpr std::string_view kBetween = " -.()";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    std::size_t end = i;
    std::size_t digits = 0;
    std::size_t last = i;
    for (; end < text.size() && (is_digit(text[end]) || kBetween.find(text[end]) != kBetween.npos); ++end) {
      if (!is_digit(text[end])) continue;
      ++digits;
      last = end;
    }
    const std::string_view run = text.substr(i, last + 1 - i);
    if (digits >= kPhoneDigitsMin && digits <= kPhoneDigitsMax && !is_date_shape(run)) return true;
    i = last;
  }
  return false;
}

bool has_email(std::string_view text) {
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    const std::string_view after = text.substr(at + 1, text.find_first_of(" \n\t,;", at) - at - 1);
    const auto dot = after.find('.');
    const bool has_sender = at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n';
    if (has_sender && dot != after.npos && dot > 0 && dot + 2 < after.size()) return true;
  }
  return false;
}

/// A word about birth beside a number, or a whole date of the last century.
bool has_birth_date(std::string_view text, const std::vector<Word>& words) {
  const bool has_digit = std::any_of(text.begin(), text.end(), is_digit);
  for (const Word& word : words) {
    if (has_digit && is_one_of(kBirthWords, word.folded)) return true;
  }
  for (std::size_t at = text.find("19"); at != text.npos; at = text.find("19", at + 1)) {
    const bool is_year = at + 4 <= text.size() && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
                         (at + 4 == text.size() || !is_digit(text[at + 4]));
    if (is_year && at >= 2 && is_digit(text[at - 2]) && (text[at - 1] == '/' || text[at - 1] == '-')) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> find_personal_details(std::string_view text) {
  const std::vector<Word> words = base::split_words(text);
  std::vector<std::string_view> kinds;
  if (has_name(text, words)) kinds.emplace_back("name");
  if (has_phone(text)) kinds.emplace_back("phone");
  if (has_email(text)) kinds.emplace_back("email");
  if (has_birth_date(text, words)) kinds.emplace_back("birth_date");
  return kinds;
}

}  // namespace trellis::growth
