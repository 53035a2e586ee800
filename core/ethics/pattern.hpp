// SPDX-License-Identifier: MIT
// The pattern language of rules, compiled once and matched in time linear in the text. No regular expressions.
//
//   drive             the word in any form (drives, driving)          =chart  exactly this form
//   {person}          any member of a class of content/lexicon        (pass|hand out|{give})  one of these
//   the?              may be missing
//   ..                up to 4 words between, inside one duty          ..2  up to 2 words (1 to 9)
//   ...               up to 8 words between, anywhere in the sentence
//   A & B             both in one duty in any order, at most 8 words apart
//   ^                 at the start of the duty (list marks and subjects like "the peer specialist will" do not count)
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ethics/segment.hpp"
#include "ethics/word_classes.hpp"

namespace trellis::ethics {

/// Where a pattern matched: half-open range of tokens.
struct PatternMatch {
  std::uint32_t owner = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t part_count = 0;  // of the pattern: more parts say more
};

class Patterns {
 public:
  /// Compiles one pattern. `owner` comes back with every match.
  /// @errors pattern.empty, pattern.unknown_class, pattern.unclosed
  Result<void> add(std::string_view pattern, std::uint32_t owner, WordClasses& classes);

  /// Call once after the last pattern.
  void finish(const WordClasses& classes);

  /// All matches inside one sentence: for each pattern and start, the shortest.
  void match(const Sentence& sentence, std::span<const Duty> duties, const ClassHits& hits,
             std::vector<PatternMatch>& out) const;

  std::size_t size() const { return patterns_.size(); }

 private:
  struct Element {
    ClassId class_id = 0;
    bool optional = false;
    bool crosses_duties = false;  // the gap before it may cross into another duty
    std::uint8_t gap_max = 0;     // words that may stand before it
  };
  struct Pattern {
    std::uint32_t owner = 0;
    bool at_duty_start = false;
    std::vector<Element> elements;
  };
  struct Place;
  struct Start;

  Result<std::vector<Element>> parse(std::string_view text, WordClasses& classes) const;
  void match_at(const Pattern& pattern, const Start& start, const Place& place, std::vector<PatternMatch>& out) const;
  std::size_t match_from(const Pattern& pattern, std::size_t element_index, std::size_t token, std::size_t duty_end,
                         const Place& place) const;

  std::vector<Pattern> patterns_;
  std::vector<std::vector<std::uint32_t>> by_first_class_;
};

}  // namespace trellis::ethics
