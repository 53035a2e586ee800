// SPDX-License-Identifier: MIT
// Word numbers. A number stands for a stem, or with a leading "=" for one exact form.
#include "ethics/vocabulary.hpp"

namespace trellis::ethics {

Vocabulary::Vocabulary(std::string_view language, std::span<const std::string> unstemmed)
    : language_(language), stemmer_(language), unstemmed_(unstemmed.begin(), unstemmed.end()) {}

WordId Vocabulary::intern_stem(std::string_view stem) {
  const auto next = static_cast<WordId>(ids_.size() + 1);
  return ids_.emplace(std::string(stem), next).first->second;
}

WordId Vocabulary::intern(std::string_view word) {
  if (!word.empty() && word.front() == '=') return intern_stem(word);
  return intern_stem(stem_of(word, stemmer_));
}

std::string Vocabulary::stem_of(std::string_view folded, base::Stemmer& stemmer) const {
  std::string word(folded);
  if (word.size() > 2 && word.ends_with("'s") && word != "let's") word.resize(word.size() - 2);
  if (unstemmed_.find(word) != unstemmed_.end()) return word;
  return stemmer.stem(word);
}

WordId Vocabulary::find(const std::string& key) const {
  const auto found = ids_.find(key);
  return found == ids_.end() ? kNoWord : found->second;
}

std::vector<Token> Vocabulary::look_up(const std::vector<base::Word>& words,
                                       const std::vector<std::string>& stems) const {
  std::vector<Token> tokens;
  tokens.reserve(words.size());
  for (std::size_t index = 0; index < words.size(); ++index) {
    const base::Word& word = words[index];
    Token token;
    token.stem = find(stems[index]);
    token.form = find("=" + word.folded);
    token.span = word.span;
    token.before = word.before;
    token.bullet = word.bullet;
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace trellis::ethics
