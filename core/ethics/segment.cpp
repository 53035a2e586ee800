// SPDX-License-Identifier: MIT
// Splitting by punctuation and by coordinated verbs. Idea: shallow clause chunking (Abney 1991), with word lists only.
#include "ethics/segment.hpp"

#include <algorithm>
#include <array>

namespace trellis::ethics {
namespace {

using base::Gap;

constexpr std::size_t kSentenceWordsMax = 160;  // a "sentence" without any stop is cut here, so that work stays linear
constexpr std::size_t kHeadingWordsMax = 8;
constexpr std::array<const char*, 6> kHeadingClasses = {
    "", "heading_duties", "heading_qualifications", "heading_benefits", "heading_company", "heading_schedule"};

bool starts(const ClassHits& hits, std::size_t token, ClassId class_id) {
  return class_id != kNoClass && hits.length_at(token, class_id) > 0;
}

/// True where a coordinated duty begins: ", pass …", "and chart …", "and do not …", after something that was not only
/// verbs.
bool begins_duty(std::span<const Token> tokens, const ClassHits& hits, const ShapeClasses& shape, std::size_t index,
                 bool has_object) {
  if (!has_object) return false;
  const bool after_joiner = starts(hits, index - 1, shape.joiner);
  const bool denies =
      starts(hits, index, shape.negator) ||
      (index + 1 < tokens.size() && tokens[index + 1].before == Gap::space && starts(hits, index + 1, shape.negator));
  if (after_joiner && denies) return true;
  return starts(hits, index, shape.verb) && (after_joiner || tokens[index].before == Gap::comma);
}

/// First token of a duty after its subject and modal.
std::size_t start_of(const Duty& duty, const ClassHits& hits, const ShapeClasses& shape) {
  std::size_t index = duty.begin;
  for (const ClassId skipped : {shape.subject, shape.modal}) {
    if (skipped == kNoClass || index >= duty.end) continue;
    index += hits.length_at(index, skipped);
  }
  return std::min(index, duty.end);
}

void split_duties(std::span<const Token> tokens, const ClassHits& hits, const ShapeClasses& shape, Sentence& sentence,
                  std::vector<Duty>& duties) {
  sentence.duty_begin = duties.size();
  Duty duty{sentence.begin, sentence.begin, sentence.end};
  bool has_object = false;
  for (std::size_t index = sentence.begin; index < sentence.end; ++index) {
    if (index > duty.begin && begins_duty(tokens, hits, shape, index, has_object)) {
      duty.end = index;
      duties.push_back(duty);
      duty = {index, index, sentence.end};
      has_object = false;
    }
    has_object = has_object || !(starts(hits, index, shape.verb) || starts(hits, index, shape.joiner));
  }
  duties.push_back(duty);
  sentence.duty_end = duties.size();
  for (std::size_t index = sentence.duty_begin; index < sentence.duty_end; ++index)
    duties[index].start = start_of(duties[index], hits, shape);
}

/// The section that a line opens when it holds nothing but heading words; else unknown.
Section heading_section(const ClassHits& hits, const ShapeClasses& shape, std::size_t word_count) {
  Section found = Section::unknown;
  for (std::size_t index = 0; index < word_count;) {
    std::size_t taken = starts(hits, index, shape.heading_filler) ? 1 : 0;
    for (std::size_t section = 1; section < kHeadingClasses.size(); ++section) {
      if (!starts(hits, index, shape.headings[section])) continue;
      taken = std::max(taken, hits.length_at(index, shape.headings[section]));
      if (found == Section::unknown) found = static_cast<Section>(section);
    }
    if (taken == 0) return Section::unknown;
    index += taken;
  }
  return found;
}

}  // namespace

ShapeClasses ShapeClasses::of(const WordClasses& classes) {
  ShapeClasses shape;
  shape.verb = classes.find("duty_verb");
  shape.joiner = classes.find("joiner");
  shape.negator = classes.find("negator");
  shape.subject = classes.find("subject");
  shape.modal = classes.find("modal");
  shape.heading_filler = classes.find("heading_filler");
  for (std::size_t section = 1; section < kHeadingClasses.size(); ++section)
    shape.headings[section] = classes.find(kHeadingClasses[section]);
  return shape;
}

SegmentedLine segment_line(std::span<const Token> tokens, const ClassHits& hits, const ShapeClasses& shape) {
  SegmentedLine line;
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    const bool too_long = !line.sentences.empty() && index - line.sentences.back().begin >= kSentenceWordsMax;
    if (index == 0 || tokens[index].before == Gap::stop || too_long) {
      if (index > 0) line.sentences.back().end = index;
      line.sentences.push_back({index, tokens.size(), 0, 0});
    }
  }
  for (Sentence& sentence : line.sentences) split_duties(tokens, hits, shape, sentence, line.duties);
  if (!tokens.empty() && tokens.size() <= kHeadingWordsMax && line.sentences.size() == 1 && !tokens[0].bullet) {
    line.section = heading_section(hits, shape, tokens.size());
    line.is_heading = line.section != Section::unknown;
  }
  return line;
}

}  // namespace trellis::ethics
