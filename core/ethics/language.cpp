// SPDX-License-Identifier: MIT
// Counts small words by language; the most frequent wins.
#include "ethics/language.hpp"

#include <algorithm>

namespace trellis::ethics {
namespace {

constexpr std::string_view kUnknown = "und";
constexpr std::string_view kDefault = "en";
constexpr std::size_t kShortTextWords = 12;
constexpr std::size_t kWordsPerSmallWordMax = 25;  // fewer small words than one in this many: another language

bool is_latin(const base::Word& word) {
  return std::all_of(word.folded.begin(), word.folded.end(),
                     [](char byte) { return static_cast<signed char>(byte) > 0; });
}

}  // namespace

LanguageGuesser::LanguageGuesser(const std::map<std::string, content::Lexicon>& lexicons) {
  for (const auto& [tag, lexicon] : lexicons) {
    const auto words = lexicon.classes.find("function_words");
    if (words == lexicon.classes.end()) continue;
    for (const std::string& word : words->second) tags_of_[base::fold(word)].push_back(tags_.size());
    tags_.push_back(tag);
  }
}

std::string LanguageGuesser::guess(const std::vector<base::Word>& words) const {
  std::vector<std::size_t> counts(tags_.size(), 0);
  std::size_t latin = 0;
  for (const base::Word& word : words) {
    if (is_latin(word)) ++latin;
    const auto found = tags_of_.find(word.folded);
    if (found == tags_of_.end()) continue;
    for (const std::size_t tag : found->second) ++counts[tag];
  }
  if (latin * 2 < words.size()) return std::string(kUnknown);
  const auto best = std::max_element(counts.begin(), counts.end());
  const auto default_tag = std::find(tags_.begin(), tags_.end(), kDefault);
  if (best == counts.end() || *best == 0) return std::string(words.size() <= kShortTextWords ? kDefault : kUnknown);
  if (words.size() > kShortTextWords && *best * kWordsPerSmallWordMax < words.size()) return std::string(kUnknown);
  if (default_tag != tags_.end() && counts[static_cast<std::size_t>(default_tag - tags_.begin())] == *best)
    return std::string(kDefault);
  return tags_[static_cast<std::size_t>(best - counts.begin())];
}

}  // namespace trellis::ethics
