// SPDX-License-Identifier: MIT
// One pass over each sentence for each kind of cue.
#include "ethics/scope.hpp"

#include <algorithm>

namespace trellis::ethics {
namespace {

constexpr std::size_t kAgentFromStart = 3;  // words that may stand before an agent: "only a licensed"
constexpr std::size_t kAgentToVerb = 3;     // words between an agent and what it does
constexpr std::size_t kQualificationFromStart = 7;
constexpr std::size_t kConditionReach = 5;  // "if they do not": words between the condition and the negator
constexpr std::size_t kClosingWords = 1;    // words after a negator that ends its sentence: "cannot perform"

void mark(std::vector<bool>& flags, std::size_t begin, std::size_t end) {
  for (std::size_t index = begin; index < end; ++index) flags[index] = true;
}

class SentenceScope {
 public:
  SentenceScope(const Sentence& sentence, std::span<const Duty> duties, std::span<const Token> tokens,
                const ClassHits& hits, const ScopeClasses& classes, LineScope& scope)
      : sentence_(sentence), duties_(duties), tokens_(tokens), hits_(hits), classes_(classes), scope_(scope) {}

  void read() {
    read_negators();
    if (!is_pressed()) {
      read_denials_after();
      read_agents();
    }
    read_qualification();
  }

 private:
  std::size_t length(std::size_t token, ClassId class_id) const {
    return class_id == kNoClass ? 0 : hits_.length_at(token, class_id);
  }

  /// Where the reach of a cue at `token` ends: at the next word of contrast, or with the sentence.
  std::size_t reach(std::size_t token) const {
    while (token < sentence_.end && length(token, classes_.contrast) == 0) ++token;
    return token;
  }

  void read_negators() {
    for (std::size_t token = sentence_.begin; token < sentence_.end;) {
      if (const std::size_t harmless = length(token, classes_.no_negator)) {
        token += harmless;
        continue;
      }
      const std::size_t words = length(token, classes_.negator);
      if (words > 0) deny(token, token + words);
      token += std::max<std::size_t>(words, 1);
    }
  }

  /// Denies what follows a negator, and for "is not provided" or "cannot perform." at the end what stands before it.
  void deny(std::size_t begin, std::size_t end) {
    const bool conditional = condition_before(begin);
    std::size_t last = reach(end);
    if (conditional)
      for (std::size_t token = end; token < last; ++token)
        if (tokens_[token].before != base::Gap::space) last = token;
    mark(scope_.denied, end, last);
    const bool passive = end < sentence_.end && length(end, classes_.passive) > 0;
    const bool closing = end + kClosingWords >= sentence_.end;
    if (!conditional && (passive || closing)) mark(scope_.denied, duty_begin(begin), begin);
  }

  /// Where the duty that a token belongs to begins.
  std::size_t duty_begin(std::size_t token) const {
    for (const Duty& duty : duties_)
      if (token < duty.end) return duty.begin;
    return sentence_.begin;
  }

  bool condition_before(std::size_t token) const {
    for (std::size_t at = token - std::min(token - sentence_.begin, kConditionReach); at < token; ++at)
      if (length(at, classes_.condition) > 0) return true;
    return false;
  }

  /// True when a worker tells of being told to do it: "that is not my job but they make me".
  bool is_pressed() const {
    for (std::size_t token = sentence_.begin; token < sentence_.end; ++token)
      if (length(token, classes_.pressed) > 0) return true;
    return false;
  }

  void read_denials_after() {
    for (std::size_t token = sentence_.begin; token < sentence_.end; ++token) {
      if (length(token, classes_.no_negator) > 0) return;
      if (length(token, classes_.denied_after) > 0) return mark(scope_.denied, sentence_.begin, token);
    }
  }

  void read_agents() {
    const std::size_t last = std::min(sentence_.begin + kAgentFromStart, sentence_.end);
    for (std::size_t token = sentence_.begin; token < sentence_.end; ++token) {
      const std::size_t agent = length(token, classes_.other_agent);
      if (agent > 0 && token < last && verb_follows(token + agent))
        mark(scope_.denied, token + agent, reach(token + agent));
      const std::size_t done =
          length(token, classes_.directed_by) > 0 || directed_before(token) ? 0 : length(token, classes_.done_by);
      for (std::size_t at = token + done; done > 0 && at < std::min(token + done + 3, sentence_.end); ++at)
        if (length(at, classes_.other_agent) > 0) mark(scope_.denied, sentence_.begin, token);
    }
  }

  /// "as directed by the nurse" gives the task to this worker.
  bool directed_before(std::size_t token) const {
    return token > sentence_.begin && length(token - 1, classes_.directed_by) > 0;
  }

  bool verb_follows(std::size_t token) const {
    for (std::size_t at = token; at < std::min(token + kAgentToVerb, sentence_.end); ++at)
      if (length(at, classes_.agent_verb) > 0) return true;
    return false;
  }

  void read_qualification() {
    const std::size_t last = std::min(sentence_.begin + kQualificationFromStart, sentence_.end);
    for (std::size_t token = sentence_.begin; token < last; ++token)
      if (length(token, classes_.qualification) > 0) return mark(scope_.qualified, token, sentence_.end);
  }

  const Sentence& sentence_;
  std::span<const Duty> duties_;  // of this sentence
  std::span<const Token> tokens_;
  const ClassHits& hits_;
  const ScopeClasses& classes_;
  LineScope& scope_;
};

}  // namespace

ScopeClasses ScopeClasses::of(const WordClasses& classes) {
  ScopeClasses scope;
  scope.negator = classes.find("negator");
  scope.no_negator = classes.find("no_negator");
  scope.contrast = classes.find("contrast");
  scope.denied_after = classes.find("denied_after");
  scope.other_agent = classes.find("other_agent");
  scope.agent_verb = classes.find("agent_verb");
  scope.done_by = classes.find("done_by");
  scope.condition = classes.find("condition_cue");
  scope.passive = classes.find("denied_passive");
  scope.pressed = classes.find("pressed");
  scope.directed_by = classes.find("directed_by");
  scope.qualification = classes.find("qualification");
  return scope;
}

LineScope read_scope(const SegmentedLine& line, std::span<const Token> tokens, const ClassHits& hits,
                     const ScopeClasses& classes) {
  LineScope scope{std::vector<bool>(tokens.size(), false), std::vector<bool>(tokens.size(), false)};
  for (const Sentence& sentence : line.sentences) {
    const std::span<const Duty> duties =
        std::span(line.duties).subspan(sentence.duty_begin, sentence.duty_end - sentence.duty_begin);
    SentenceScope(sentence, duties, tokens, hits, classes, scope).read();
  }
  return scope;
}

}  // namespace trellis::ethics
