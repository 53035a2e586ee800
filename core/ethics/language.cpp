// SPDX-License-Identifier: MIT
// Counts small words by language; the most frequent wins.
#include "ethics/language.hpp"

#include <algorithm>

namespace trellis::ethics {
namespace {

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

std::vector<std::string> LanguageGuesser::candidates(const std::vector<base::Word>& words) const {
  std::vector<std::size_t> counts(tags_.size(), 0);
  std::size_t latin = 0;
  for (const base::Word& word : words) {
    if (is_latin(word)) ++latin;
    const auto found = tags_of_.find(word.folded);
    if (found == tags_of_.end()) continue;
    for (const std::size_t tag : found->second) ++counts[tag];
  }
  std::vector<std::string> best;
  const std::size_t most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
  const bool is_long = words.size() > kShortTextWords;
  if (latin * 2 < words.size() || (is_long && most * kWordsPerSmallWordMax < words.size())) return best;
  for (std::size_t tag = 0; tag < tags_.size(); ++tag) {
    if (counts[tag] != most) continue;
    best.insert(tags_[tag] == kDefault ? best.begin() : best.end(), tags_[tag]);
  }
  return best;
}

}  // namespace trellis::ethics
