// SPDX-License-Identifier: MIT
// Compiles the patterns of a catalogue and runs them over one line at a time.
#include "ethics/rule_set.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "base/order.hpp"

namespace trellis::ethics {
namespace {

/// Index of the duty of a sentence that a token belongs to.
std::size_t duty_of(const SegmentedLine& line, const Sentence& sentence, std::size_t token) {
  for (std::size_t index = sentence.duty_begin; index < sentence.duty_end; ++index)
    if (token < line.duties[index].end) return index;
  return sentence.duty_begin;
}

/// Embedded content is ours and tested: a pattern that does not compile is a broken build.
void add_all(Patterns& patterns, const std::vector<std::string>& sources, std::size_t owner, WordClasses& classes) {
  for (const std::string& source : sources) {
    [[maybe_unused]] const Result<void> added = patterns.add(source, static_cast<std::uint32_t>(owner), classes);
    assert(added.has_value());
  }
}

}  // namespace

RuleSet::RuleSet(const content::Catalog& catalog, const std::string& language)
    : catalog_(&catalog),
      vocabulary_(language, catalog.lexicons.at(language).unstemmed),
      classes_(catalog.lexicons.at(language), vocabulary_),
      named_class_count_(classes_.size()),
      class_names_(named_class_count_) {
  for (const auto& entry : catalog.lexicons.at(language).classes)
    class_names_[classes_.find(entry.first)] = entry.first;
  compile_rules(catalog);
  compile_safeguards(catalog);
  classes_.finish();
  rule_patterns_.finish(classes_);
  unless_patterns_.finish(classes_);
  safeguard_patterns_.finish(classes_);
  shape_ = ShapeClasses::of(classes_);
  scope_ = ScopeClasses::of(classes_);
}

void RuleSet::compile_rules(const content::Catalog& catalog) {
  for (std::size_t index = 0; index < catalog.rules.size(); ++index) {
    const content::Rule& rule = catalog.rules[index];
    const auto words = rule.languages.find(language());
    if (!rule.active || words == rule.languages.end()) continue;
    add_all(rule_patterns_, words->second.patterns, index, classes_);
    add_all(unless_patterns_, words->second.unless, index, classes_);
  }
}

void RuleSet::compile_safeguards(const content::Catalog& catalog) {
  for (std::size_t index = 0; index < catalog.safeguards.size(); ++index) {
    const auto words = catalog.safeguards[index].patterns.find(language());
    if (words != catalog.safeguards[index].patterns.end()) add_all(safeguard_patterns_, words->second, index, classes_);
  }
}

ReadLine RuleSet::read(const std::vector<base::Word>& words, base::Stemmer& stemmer) const {
  ReadLine line;
  for (const base::Word& word : words) {
    line.forms.push_back(word.folded);
    line.stems.push_back(vocabulary_.stem_of(word.folded, stemmer));
  }
  line.tokens = vocabulary_.look_up(words, line.stems);
  line.hits = classes_.find_all(line.tokens);
  line.segments = segment_line(line.tokens, line.hits, shape_);
  line.scope = read_scope(line.segments, line.tokens, line.hits, scope_);
  return line;
}

std::vector<RuleHit> RuleSet::find_rules(const ReadLine& line) const {
  std::vector<RuleHit> found;
  for (const Sentence& sentence : line.segments.sentences) find_rules_in(line, sentence, found);
  base::stable_order(found, [](const RuleHit& left, const RuleHit& right) {
    return std::tie(left.begin, left.rule->id, left.end) < std::tie(right.begin, right.rule->id, right.end);
  });
  return found;
}

void RuleSet::find_rules_in(const ReadLine& line, const Sentence& sentence, std::vector<RuleHit>& found) const {
  std::vector<PatternMatch> matches;
  std::vector<PatternMatch> silencers;
  rule_patterns_.match(sentence, line.segments.duties, line.hits, matches);
  unless_patterns_.match(sentence, line.segments.duties, line.hits, silencers);
  for (const PatternMatch& match : matches) {
    const std::size_t duty = duty_of(line.segments, sentence, match.begin);
    const bool silenced = std::any_of(silencers.begin(), silencers.end(), [&](const PatternMatch& silencer) {
      return silencer.owner == match.owner && duty_of(line.segments, sentence, silencer.begin) == duty;
    });
    if (silenced) continue;
    const bool denied = line.scope.denied[match.begin] || line.scope.denied[match.end - 1];
    found.push_back(
        {&catalog_->rules[match.owner], match.owner, match.begin, match.end, duty, denied, match.part_count});
  }
}

std::vector<std::size_t> RuleSet::find_safeguards(const ReadLine& line) const {
  std::vector<PatternMatch> matches;
  for (const Sentence& sentence : line.segments.sentences)
    safeguard_patterns_.match(sentence, line.segments.duties, line.hits, matches);
  std::vector<std::size_t> found;
  for (const PatternMatch& match : matches)
    if (!line.scope.denied[match.begin]) found.push_back(match.owner);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace trellis::ethics
