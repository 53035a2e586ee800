// SPDX-License-Identifier: MIT
// A small lexicon for tests of the matcher, so that they do not change with the content.
#pragma once

#include <string>
#include <string_view>

#include "ethics/pattern.hpp"
#include "ethics/scope.hpp"

namespace trellis::ethics {

inline content::Lexicon small_lexicon() {
  content::Lexicon lexicon;
  lexicon.classes = {
      {"drive", {"drive", "transport", "give rides"}},
      {"person", {"client", "people", "resident"}},
      {"medication", {"medication", "pill"}},
      {"act", {"{drive}", "pass", "chart", "keep"}},
      {"duty_verb", {"drive", "transport", "pass", "chart", "keep", "complete", "submit"}},
      {"joiner", {"and", "or"}},
      {"subject", {"the peer specialist"}},
      {"modal", {"will", "may"}},
      {"heading_duties", {"=responsibilities"}},
      {"heading_qualifications", {"=qualifications"}},
      {"heading_filler", {"minimum", "and"}},
      {"negator", {"not", "never", "no"}},
      {"no_negator", {"not limited to", "no later than"}},
      {"contrast", {"but"}},
      {"denied_after", {"is not part of", "prohibited"}},
      {"denied_passive", {"be"}},
      {"other_agent", {"nurse", "nursing staff"}},
      {"agent_verb", {"will", "handle"}},
      {"done_by", {"handled by", "by"}},
      {"directed_by", {"directed"}},
      {"condition_cue", {"if"}},
      {"pressed", {"my boss wants"}},
      {"qualification", {"experience with", "ability to"}},
  };
  lexicon.unstemmed = {"personal"};
  return lexicon;
}

/// A lexicon with its patterns, and one line read by it.
struct Bench {
  Bench()
      : lexicon(small_lexicon()), vocabulary("en", lexicon.unstemmed), classes(lexicon, vocabulary), stemmer("en") {}

  /// Adds a pattern under a number. All patterns before the first read().
  bool add(std::string_view pattern, std::uint32_t owner = 0) {
    return patterns.add(pattern, owner, classes).has_value();
  }

  void read(std::string_view text) {
    classes.finish();
    patterns.finish(classes);
    const std::vector<base::Word> words = base::split_words(text);
    std::vector<std::string> stems;
    for (const base::Word& word : words) stems.push_back(vocabulary.stem_of(word.folded, stemmer));
    tokens = vocabulary.look_up(words, stems);
    hits = classes.find_all(tokens);
    line = segment_line(tokens, hits, ShapeClasses::of(classes));
    scope = read_scope(line, tokens, hits, ScopeClasses::of(classes));
  }

  std::vector<PatternMatch> match(std::string_view text) {
    read(text);
    std::vector<PatternMatch> found;
    for (const Sentence& sentence : line.sentences) patterns.match(sentence, line.duties, hits, found);
    return found;
  }

  content::Lexicon lexicon;
  Vocabulary vocabulary;
  WordClasses classes;
  base::Stemmer stemmer;
  Patterns patterns;
  std::vector<Token> tokens;
  ClassHits hits;
  SegmentedLine line;
  LineScope scope;
};

}  // namespace trellis::ethics
