// SPDX-License-Identifier: MIT
// UTF-8 text as lines, folded words and offsets. Linear in the text; no locale state, no I/O, no meaning.
// Source: Unicode 15, table 3-7 (well-formed UTF-8). Folding covers Latin letters: the languages that Trellis reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trellis::base {

/// True when every byte of `text` belongs to well-formed UTF-8: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
bool is_valid_utf8(std::string_view text);

/// Half-open range of bytes of a text.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const TextSpan&) const = default;
};

/// Lines of `text` without their breaks (\n, \r\n or \r). A break at the very end starts no further line, so "a\n" is
/// one line, "a\n\n" are two, and the empty text has none.
std::vector<TextSpan> split_lines(std::string_view text);

/// What stands between two words, weakest first. The strongest one wins.
enum class Gap : std::uint8_t {
  space,  // blanks, quotes, hyphens inside a compound
  comma,  // , / ( ) [ ] : and a dash between words
  stop,   // . ; ! ? and a bullet
};

/// One word of a text.
struct Word {
  std::string folded;      // lower case, without accents, straight apostrophe; never empty
  TextSpan span;           // bytes of the word as it stands in the text
  Gap before = Gap::stop;  // what stands between the word before and this one; `stop` for the first word
  bool bullet = false;     // a list mark stands right before it
};

/// Words of one line. Letters and digits make words; an apostrophe or a dot between letters stays inside ("don't"), a
/// hyphen parts ("self-care" is two words), and the signs $, % and & are words of their own ("&" folds to "and").
/// @param line    valid UTF-8
/// @param offset  added to every span
std::vector<Word> split_words(std::string_view line, std::size_t offset = 0);

/// Lower case, without accents, with straight quotes and plain hyphens. Bytes that are no letter stay as they are.
std::string fold(std::string_view text);

/// Turns rising UTF-8 byte offsets into UTF-16 offsets in one pass over the text.
class Utf16Offsets {
 public:
  /// @param text  valid UTF-8 that outlives this object
  explicit Utf16Offsets(std::string_view text) : text_(text) {}

  /// UTF-16 offset of a byte offset at a character boundary. Going back starts the pass anew; past the end is the end.
  std::size_t at(std::size_t byte_offset);

 private:
  std::string_view text_;
  std::size_t byte_offset_ = 0;
  std::size_t utf16_offset_ = 0;
};

}  // namespace trellis::base
