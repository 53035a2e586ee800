// SPDX-License-Identifier: MIT
// Classes of words and phrases, and where they stand in a text. One walk through a trie per word; linear in the text.
// Idea: lexical classes as in grammar checkers; the trie is Aho & Corasick (1975) without failure links.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/catalog.hpp"
#include "ethics/vocabulary.hpp"

namespace trellis::ethics {

using ClassId = std::uint32_t;
inline constexpr ClassId kNoClass = 0xFFFFFFFFU;

/// A member of a class that starts at some token.
struct ClassHit {
  ClassId class_id = 0;
  std::uint32_t length = 1;  // in tokens
};

/// Every class hit of a run of tokens, by the token it starts at.
class ClassHits {
 public:
  std::span<const ClassHit> at(std::size_t token_index) const;
  /// Tokens that the longest member of `class_id` takes at `token_index`; 0 when none starts there.
  std::size_t length_at(std::size_t token_index, ClassId class_id) const;
  std::size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }

 private:
  friend class WordClasses;
  std::vector<std::uint32_t> begins_;
  std::vector<ClassHit> hits_;
};

class WordClasses {
 public:
  /// Reads every class of a lexicon. Words are numbered in `vocabulary`.
  WordClasses(const content::Lexicon& lexicon, Vocabulary& vocabulary);

  /// The class with this name, or kNoClass.
  ClassId find(std::string_view name) const;

  /// The class of exactly these members (as in a lexicon), made when new.
  ClassId intern(const std::vector<std::string>& members);

  /// Call once after the last class: classes that include others see their members from now on.
  void finish();

  ClassHits find_all(std::span<const Token> tokens) const;
  std::size_t size() const { return included_by_.size(); }
  /// Name of a class of the lexicon.
  std::string name_of(ClassId class_id) const;

 private:
  ClassId add(const std::string& name);
  void add_member(ClassId class_id, std::string_view member);
  void walk(std::span<const Token> tokens, std::size_t begin, std::size_t index, std::uint32_t node,
            std::vector<ClassHit>& out) const;

  Vocabulary* vocabulary_;
  std::map<std::string, ClassId, std::less<>> ids_;
  std::vector<std::vector<ClassId>> included_by_;           // by class: the classes that take all its members
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // trie: node and word to node
  std::vector<std::vector<ClassId>> classes_at_;            // by trie node
};

}  // namespace trellis::ethics
