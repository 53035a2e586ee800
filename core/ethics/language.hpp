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

  /// BCP 47 tags of the languages that fit best, English first: one for most texts, several where small words do not
  /// tell, and none for another script or a long text without small words.
  std::vector<std::string> candidates(const std::vector<base::Word>& words) const;

  /// True for a word that tells languages apart and says nothing of a task.
  bool is_small(const base::Word& word) const { return tags_of_.contains(word.folded); }

 private:
  std::vector<std::string> tags_;
  std::unordered_map<std::string, std::vector<std::size_t>> tags_of_;  // by small word
};

}  // namespace trellis::ethics
