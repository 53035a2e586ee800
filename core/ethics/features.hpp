// SPDX-License-Identifier: MIT
// What the model sees of a line: words, neighbours, classes, rules, place. Whole numbers only, so that every build sees
// the same, and training sees what checking sees. Knows nothing of weights.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ethics/rule_set.hpp"

namespace trellis::ethics {

/// What a feature is about. The letter is how the model's file spells it (content/model/README.md).
enum class FeatureKind : char {
  word = 'w',          // stem
  denied_word = 'd',   // stem that the sentence denies
  first_word = 'f',    // first stem of a sentence
  run = 'g',           // four letters in a row of a longer word, "_" at its bounds
  word_class = 'c',    // class of the lexicon
  denied_class = 'k',  // class of the lexicon inside a denial
  rule = 'r',          // a rule that speaks
  denied_rule = 'n',   // a rule whose task is denied
  asked_rule = 'q',    // a rule whose task is asked for as a skill
  family = 'v',        // family of a rule that speaks
  shape = 'o',         // section, length, what rules say here and around: see features.cpp
  around = 'm',        // what the model itself says of the lines around, in its second pass
};

/// What a line leans to. `protects` is a line that rules a conflict out.
enum class Leaning : std::uint8_t { conflict, depends, fits, neutral, protects };
inline constexpr std::size_t kLeaningCount = 5;

/// One thing seen, with the tokens it was seen at.
struct Feature {
  std::uint64_t key = 0;    // feature_key() of its kind and name
  std::uint32_t begin = 0;  // tokens; begin == end for what has no place
  std::uint32_t end = 0;
};

/// Hash of a feature's name (FNV-1a, 64 bit), for one or two parts: stems, a class, a rule id.
std::uint64_t feature_key(FeatureKind kind, std::string_view first, std::string_view second = {});

/// Where a line stands.
struct LinePlace {
  Section section = Section::unknown;
  bool is_task = false;  // a task told in everyday words, not a line of a posting
  // What rules alone say of the lines around: the next ones that say anything, and all others of the text.
  content::Verdict before = content::Verdict::neutral;
  content::Verdict after = content::Verdict::neutral;
  std::size_t conflict_count = 0;
  std::size_t fits_count = 0;
  std::size_t line_count = 0;
};

/// What a first pass of the model said of the other lines of a posting.
struct ModelView {
  std::optional<Leaning> before;  // of the line before; empty for the first line
  std::optional<Leaning> after;
  int conflict_percent = 0;  // mean over the other lines of how far each leans to it: 0 not at all, 100 clearly
  int fits_percent = 0;
  int neutral_percent = 0;
};

/// Every feature of a line, as often as it is seen. Order is fixed by the text.
/// @param names  when not null, gets the name of each feature ("w transport", "g _tra"), for training
std::vector<Feature> line_features(const RuleSet& rules, const ReadLine& line, std::span<const RuleHit> hits,
                                   const LinePlace& place, std::vector<std::string>* names = nullptr);

/// What the second pass adds.
std::vector<Feature> view_features(const ModelView& view, std::vector<std::string>* names = nullptr);

}  // namespace trellis::ethics
