// SPDX-License-Identifier: MIT
// Which words of a sentence are said, denied or left to somebody else, and whether it asks for a skill instead of
// giving a task. Works on word classes only. Idea: NegEx (Chapman 2001), with agents and qualifications added.
#pragma once

#include <span>
#include <vector>

#include "ethics/segment.hpp"

namespace trellis::ethics {

/// Classes of the lexicon that turn what a sentence says.
struct ScopeClasses {
  ClassId negator = kNoClass;        // not, never, does not, without
  ClassId no_negator = kNoClass;     // not limited to, not only, non-profit: hides a negator inside
  ClassId contrast = kNoClass;       // but, instead, unless: ends what a negator denies
  ClassId denied_after = kNoClass;   // is not part of, are prohibited: denies what stands before it
  ClassId other_agent = kNoClass;    // nurse, other staff
  ClassId agent_verb = kNoClass;     // will, handles, is responsible for
  ClassId done_by = kNoClass;        // handled by, done by
  ClassId directed_by = kNoClass;    // directed by: names a boss, not a doer
  ClassId passive = kNoClass;        // be, allowed: right behind a negator they deny what stands before it
  ClassId condition = kNoClass;      // if, when, who: "if they do not attend, report"
  ClassId pressed = kNoClass;        // my boss wants me to
  ClassId qualification = kNoClass;  // experience with, knowledge of, ability to

  static ScopeClasses of(const WordClasses& classes);
};

/// What holds for the tokens of one line, by token.
struct LineScope {
  std::vector<bool> denied;     // said not to be done by this worker
  std::vector<bool> qualified;  // asked for as a skill or credential, not given as a task
};

LineScope read_scope(const SegmentedLine& line, std::span<const Token> tokens, const ClassHits& hits,
                     const ScopeClasses& classes);

}  // namespace trellis::ethics
