// SPDX-License-Identifier: MIT
// UTF-8 decoding, folding and splitting. One pass each; no table larger than the Latin letters with accents.
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace trellis::base {
namespace {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};

unsigned byte_at(std::string_view text, std::size_t index) { return static_cast<unsigned char>(text[index]); }

/// Decodes one character of valid UTF-8.
CodePoint decode(std::string_view text, std::size_t index) {
  const unsigned lead = byte_at(text, index);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
  const auto tail = [&](std::size_t step) { return byte_at(text, index + step) & 0x3FU; };
  if (lead < 0xE0) return {static_cast<char32_t>((lead & 0x1FU) << 6 | tail(1)), 2};
  if (lead < 0xF0) return {static_cast<char32_t>((lead & 0x0FU) << 12 | tail(1) << 6 | tail(2)), 3};
  return {static_cast<char32_t>((lead & 0x07U) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)), 4};
}

/// Length of the well-formed sequence at `index`, or 0. The second byte's range is what rules out overlong forms.
std::size_t sequence_length(std::string_view text, std::size_t index) {
  const unsigned lead = byte_at(text, index);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - index < length) return 0;
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  const unsigned second = byte_at(text, index + 1);
  if (second < low || second > high) return 0;
  for (std::size_t step = 2; step < length; ++step)
    if ((byte_at(text, index + step) & 0xC0U) != 0x80) return 0;
  return length;
}

/// Base letters of U+00C0 … U+017F; '*' marks a letter that needs two, a blank one that is no letter.
constexpr std::string_view kLatinBase =
    "aaaaaa*ceeeeiiiidnooooo ouuuuy*saaaaaa*ceeeeiiiidnooooo ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**"
    "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

constexpr std::array<std::string_view, 16> kAbbreviations = {"approx", "dept", "dr", "eg",  "esp", "ie", "incl", "inc",
                                                             "max",    "min",  "mr", "mrs", "ms",  "sr", "st",   "vs"};

bool is_apostrophe(char32_t value) { return value == '\'' || value == 0x2019 || value == 0x2018 || value == 0x02BC; }
bool is_hyphen(char32_t value) { return value == '-' || (value >= 0x2010 && value <= 0x2011); }
/// Combining accents, soft hyphens and zero-width signs: they change no word.
bool is_invisible(char32_t value) {
  return (value >= 0x300 && value <= 0x36F) || value == 0xAD || (value >= 0x200B && value <= 0x200D) || value == 0xFEFF;
}
bool is_dash(char32_t value) { return value >= 0x2012 && value <= 0x2015; }
bool is_bullet(char32_t value) {
  return value == 0x2022 || value == 0x25CF || value == 0x25E6 || value == 0x2023 || value == 0x25AA || value == '*' ||
         value == 0x25A0 || value == 0x00B7 || value == 0x25CB || value == 0x27A2 || value == 0x2713;
}

std::string_view two_letters(char32_t value) {
  if (value == 0xDE || value == 0xFE) return "th";
  if (value == 0x132 || value == 0x133) return "ij";
  return value < 0x130 ? "ae" : "oe";
}

/// The folded letters of one character; empty for what is no letter and no digit.
void append_folded(char32_t value, std::string& out) {
  if (value >= 'A' && value <= 'Z') {
    out.push_back(static_cast<char>(value + ('a' - 'A')));
  } else if ((value >= 'a' && value <= 'z') || (value >= '0' && value <= '9')) {
    out.push_back(static_cast<char>(value));
  } else if (value >= 0xC0 && value - 0xC0 < kLatinBase.size()) {
    const char base = kLatinBase[value - 0xC0];
    if (base == '*')
      out.append(two_letters(value));
    else if (base != ' ')
      out.push_back(base);
  }
}

void append_utf8(char32_t value, std::string& out) {
  const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) return push(value);
  if (value < 0x800) {
    push(0xC0U | value >> 6);
    return push(0x80U | (value & 0x3FU));
  }
  if (value < 0x10000)
    push(0xE0U | value >> 12);
  else {
    push(0xF0U | value >> 18);
    push(0x80U | (value >> 12 & 0x3FU));
  }
  push(0x80U | (value >> 6 & 0x3FU));
  push(0x80U | (value & 0x3FU));
}

/// True for letters of scripts that are not folded: they make words too, as they stand.
bool is_other_letter(char32_t value) {
  return value > 0x17F && !is_invisible(value) && !(value >= 0x2000 && value <= 0x2BFF) &&
         !(value >= 0x3000 && value <= 0x303F) && !(value >= 0xFE00 && value <= 0xFE0F) &&
         !(value >= 0xFF00 && value <= 0xFF20) && value < 0x1F000;
}

/// Reads a line from left to right and collects its words.
class WordReader {
 public:
  WordReader(std::string_view line, std::size_t offset) : line_(line), offset_(offset) {}

  std::vector<Word> read() {
    for (std::size_t index = 0; index < line_.size();) {
      const CodePoint point = decode(line_, index);
      const std::size_t length_before = current_.size();
      append_folded(point.value, current_);
      if (current_.size() == length_before && is_other_letter(point.value)) append_utf8(point.value, current_);
      if (current_.size() > length_before) {
        if (length_before == 0) begin_ = index;
        end_ = index + point.bytes;
      } else if (!stays_inside(point, index)) {
        finish();
        read_mark(point, index);
      }
      index += point.bytes;
    }
    finish();
    return std::move(words_);
  }

 private:
  bool letter_follows(std::size_t index) const {
    if (index >= line_.size()) return false;
    std::string folded;
    append_folded(decode(line_, index).value, folded);
    return !folded.empty();
  }

  /// An apostrophe ("don't"), a dot ("e.g", "2.5") or a comma between digits ("1,500") inside a word.
  bool stays_inside(const CodePoint& point, std::size_t index) {
    if (is_invisible(point.value)) return true;
    if (current_.empty() || !letter_follows(index + point.bytes)) return false;
    if (is_apostrophe(point.value)) {
      current_.push_back('\'');
      return true;
    }
    const char next = line_[index + point.bytes];
    const bool digits = current_.back() >= '0' && current_.back() <= '9' && next >= '0' && next <= '9';
    if (point.value == ',' && digits) return true;
    if (point.value != '.') return false;
    const bool upper = next >= 'A' && next <= 'Z' && current_.size() > 1;  // "home.Drives": a missing blank
    if (upper) return false;
    current_.push_back('.');
    return true;
  }

  void read_mark(const CodePoint& point, std::size_t index) {
    const char32_t value = point.value;
    if (value == '$' || value == '%' || value == '&' || value == 0x20AC) {
      begin_ = index;
      end_ = index + point.bytes;
      current_ = value == '&' ? "and" : value == '%' ? "%" : "$";
      return finish();
    }
    if (value == '.' && after_abbreviation()) return;
    if (value == '.' || value == ';' || value == '!' || value == '?') {
      raise(Gap::stop);
    } else if (value == ',' || value == '/' || value == '(' || value == ')' || value == '[' || value == ']' ||
               value == ':' || value == '|' || is_dash(value) || (is_hyphen(value) && blank_before(index))) {
      raise(Gap::comma);
      if (words_.empty() && (is_hyphen(value) || is_dash(value))) bullet_ = true;
    } else if (is_bullet(value)) {
      raise(Gap::stop);
      bullet_ = true;
    }
  }

  /// True right after "e.g", "etc" and their like, whose full stop ends no sentence.
  bool after_abbreviation() const {
    if (words_.empty() || gap_ != Gap::space) return false;
    const std::string& word = words_.back().folded;
    return word.find('.') != std::string::npos ||
           std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
  }

  bool blank_before(std::size_t index) const {
    return index == 0 || line_[index - 1] == ' ' || line_[index - 1] == '\t';
  }
  void raise(Gap gap) { gap_ = std::max(gap_, gap); }

  void finish() {
    if (current_.empty()) return;
    Word word;
    word.folded = std::move(current_);
    word.span = {offset_ + begin_, offset_ + end_};
    word.before = gap_;
    word.bullet = bullet_;
    words_.push_back(std::move(word));
    current_.clear();
    gap_ = Gap::space;
    bullet_ = false;
  }

  std::string_view line_;
  std::size_t offset_;
  std::vector<Word> words_;
  std::string current_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  Gap gap_ = Gap::stop;
  bool bullet_ = false;
};

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t index = 0; index < text.size();) {
    const std::size_t length = sequence_length(text, index);
    if (length == 0) return false;
    index += length;
  }
  return true;
}

std::vector<TextSpan> split_lines(std::string_view text) {
  std::vector<TextSpan> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back({begin, end});
    const bool pair = text.substr(end, 2) == "\r\n";
    begin = end + (pair ? 2 : 1);
  }
  return lines;
}

std::vector<Word> split_words(std::string_view line, std::size_t offset) { return WordReader(line, offset).read(); }

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t index = 0; index < text.size();) {
    const CodePoint point = decode(text, index);
    const std::size_t length_before = out.size();
    if (is_apostrophe(point.value))
      out.push_back('\'');
    else if (is_hyphen(point.value) || is_dash(point.value))
      out.push_back('-');
    else
      append_folded(point.value, out);
    if (out.size() == length_before) append_utf8(point.value, out);
    index += point.bytes;
  }
  return out;
}

std::size_t Utf16Offsets::at(std::size_t byte_offset) {
  if (byte_offset < byte_offset_) byte_offset_ = utf16_offset_ = 0;
  const std::size_t end = std::min(byte_offset, text_.size());
  while (byte_offset_ < end) {
    const CodePoint point = decode(text_, byte_offset_);
    byte_offset_ += point.bytes;
    utf16_offset_ += point.value > 0xFFFF ? 2 : 1;
  }
  return utf16_offset_;
}

}  // namespace trellis::base
