// SPDX-License-Identifier: MIT
// Which language a text is in, by its small words. Says so only when it can tell. Source of the word lists:
// content/lexicon/*.json, class "function_words".
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "content/catalog.hpp"

namespace trellis::ethics {

class LanguageGuesser {
 public:
  explicit LanguageGuesser(const std::map<std::string, content::Lexicon>& lexicons);

  /// BCP 47 tag, or "und". A text of a few Latin words without any known small word counts as English.
  std::string guess(const std::vector<base::Word>& words) const;

 private:
  std::vector<std::string> tags_;
  std::unordered_map<std::string, std::vector<std::size_t>> tags_of_;  // by small word
};

}  // namespace trellis::ethics
