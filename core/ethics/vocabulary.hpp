// SPDX-License-Identifier: MIT
// Numbers for the words that rules know, so that matching compares integers. Filled while rules are compiled, then
// only read. Words of a checked text are looked up and never kept.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/stem.hpp"
#include "base/text.hpp"

namespace trellis::ethics {

/// A word or stem by number; kNoWord is one that no rule mentions.
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0;

/// One word of a checked text.
struct Token {
  WordId stem = kNoWord;  // of the stem: "drives" and "driving" are one
  WordId form = kNoWord;  // of the word as written, for members marked "="
  base::TextSpan span;
  base::Gap before = base::Gap::stop;
  bool bullet = false;
};

class Vocabulary {
 public:
  /// @param language   BCP 47 tag of the stemmer
  /// @param unstemmed  folded words that are their own stem
  Vocabulary(std::string_view language, std::span<const std::string> unstemmed);

  /// Number of a word of a pattern or class, made when new. A leading "=" asks for the exact form.
  WordId intern(std::string_view word);
  /// Number of a stem or of "=" and a form, made when new.
  WordId intern_stem(std::string_view stem);

  /// Looks up the words of a text.
  /// @param stems  stem_of() each word
  std::vector<Token> look_up(const std::vector<base::Word>& words, const std::vector<std::string>& stems) const;

  /// Stem of one folded word, as this vocabulary sees it.
  std::string stem_of(std::string_view folded, base::Stemmer& stemmer) const;

  const std::string& language() const { return language_; }

 private:
  WordId find(const std::string& key) const;

  std::string language_;
  base::Stemmer stemmer_;
  std::unordered_set<std::string> unstemmed_;
  std::unordered_map<std::string, WordId> ids_;
};

}  // namespace trellis::ethics
