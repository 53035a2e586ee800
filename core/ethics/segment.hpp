// SPDX-License-Identifier: MIT
// Lines into sentences and duties, and the section a line stands in. Knows the shape of postings, not what fits.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ethics/word_classes.hpp"

namespace trellis::ethics {

/// Half-open range of tokens that belong to one thing to do: "transport clients, pass meds and chart" is three.
struct Duty {
  std::size_t begin = 0;
  std::size_t start = 0;  // first token after subject and modal: "The peer specialist will | drive"
  std::size_t end = 0;
};

/// Half-open range of tokens up to a full stop, semicolon or bullet, and the duties inside.
struct Sentence {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t duty_begin = 0;  // index into SegmentedLine::duties
  std::size_t duty_end = 0;
};

/// What part of a posting a line belongs to. `unknown` until a heading says so.
enum class Section : std::uint8_t { unknown, duties, qualifications, benefits, company, schedule };

struct SegmentedLine {
  std::vector<Sentence> sentences;
  std::vector<Duty> duties;
  bool is_heading = false;
  Section section = Section::unknown;  // that the line itself opens; unknown when it opens none
};

/// Classes of the lexicon that shape a text. kNoClass where a language has none.
struct ShapeClasses {
  ClassId verb = kNoClass;
  ClassId joiner = kNoClass;          // and, or, then
  ClassId negator = kNoClass;         // not, never
  ClassId subject = kNoClass;         // the peer specialist, you, they
  ClassId modal = kNoClass;           // will, must, may
  ClassId heading_filler = kNoClass;  // key, minimum: may stand beside a heading
  ClassId headings[6] = {kNoClass, kNoClass, kNoClass, kNoClass, kNoClass, kNoClass};  // by Section

  static ShapeClasses of(const WordClasses& classes);
};

/// Splits one line. Linear in its tokens.
SegmentedLine segment_line(std::span<const Token> tokens, const ClassHits& hits, const ShapeClasses& shape);

}  // namespace trellis::ethics
