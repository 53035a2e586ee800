// SPDX-License-Identifier: MIT
// Parser and matcher of the pattern language. A pattern is looked at only where its first class stands and when all
// its classes stand in the sentence; gaps are bounded, so each look is bounded too.
#include "ethics/pattern.hpp"

#include <algorithm>
#include <optional>

namespace trellis::ethics {
namespace {

constexpr std::uint8_t kDutyGap = 4;
constexpr std::uint8_t kSentenceGap = 8;
constexpr std::uint8_t kTogetherGap = 8;
constexpr std::size_t kNoMatch = static_cast<std::size_t>(-1);

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view part = trim(text.substr(begin, end - begin));
    if (!part.empty()) parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

/// Next piece of a pattern: up to a blank, with parentheses kept whole.
std::string_view take_piece(std::string_view& rest) {
  rest = trim(rest);
  const std::size_t close = rest.empty() || rest.front() != '(' ? 0 : std::min(rest.find(')'), rest.size());
  const std::size_t end = std::min(rest.find(' ', close), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(end);
  return piece;
}

std::optional<std::uint8_t> gap_of(std::string_view piece) {
  if (piece == "..") return kDutyGap;
  if (piece == "...") return kSentenceGap;
  const bool counted = piece.size() == 3 && piece.starts_with("..") && piece[2] >= '1' && piece[2] <= '9';
  return counted ? std::optional(static_cast<std::uint8_t>(piece[2] - '0')) : std::nullopt;
}

bool has_unknown_class(const std::vector<std::string>& members, const WordClasses& classes) {
  for (const std::string& member : members)
    if (member.size() > 2 && member.front() == '{' &&
        classes.find(std::string_view(member).substr(1, member.size() - 2)) == kNoClass)
      return true;
  return false;
}

}  // namespace

/// What matching one sentence needs at every step.
struct Patterns::Place {
  const Sentence* sentence;
  std::span<const Duty> duties;
  const ClassHits* hits;
  const std::vector<bool>* here;  // by class: it stands in the sentence
};

/// A place in the sentence where patterns may start.
struct Patterns::Start {
  ClassId class_id;
  std::size_t token;
  std::size_t duty;
};

Result<std::vector<Patterns::Element>> Patterns::parse(std::string_view text, WordClasses& classes) const {
  std::vector<Element> elements;
  Element gap;
  for (std::string_view rest = trim(text); !rest.empty(); rest = trim(rest)) {
    std::string_view piece = take_piece(rest);
    if (const std::optional<std::uint8_t> words = gap_of(piece)) {
      gap.gap_max = *words;
      gap.crosses_duties = piece == "...";
      continue;
    }
    Element element = gap;
    gap = {};
    if (piece.ends_with('?')) {
      element.optional = true;
      piece.remove_suffix(1);
    }
    if (piece.front() == '(') {
      if (piece.back() != ')') return fail("pattern.unclosed", text);
      piece = piece.substr(1, piece.size() - 2);
    }
    const std::vector<std::string> members = split(piece, '|');
    if (members.empty()) return fail("pattern.empty", text);
    if (has_unknown_class(members, classes)) return fail("pattern.unknown_class", text);
    element.class_id = classes.intern(members);
    elements.push_back(element);
  }
  if (elements.empty() || elements.front().optional) return fail("pattern.empty", text);
  return elements;
}

Result<void> Patterns::add(std::string_view pattern, std::uint32_t owner, WordClasses& classes) {
  Pattern compiled;
  compiled.owner = owner;
  pattern = trim(pattern);
  if (pattern.starts_with('^')) {
    compiled.at_duty_start = true;
    pattern.remove_prefix(1);
  }
  const std::size_t both = pattern.find('&');
  if (both == std::string_view::npos) {
    Result<std::vector<Element>> elements = parse(pattern, classes);
    if (!elements) return tl::unexpected(elements.error());
    compiled.elements = std::move(*elements);
    patterns_.push_back(std::move(compiled));
    return {};
  }
  Result<std::vector<Element>> left = parse(pattern.substr(0, both), classes);
  Result<std::vector<Element>> right = parse(pattern.substr(both + 1), classes);
  if (!left) return tl::unexpected(left.error());
  if (!right) return tl::unexpected(right.error());
  const auto together = [&](std::vector<Element> first, const std::vector<Element>& second) {
    const std::size_t joint = first.size();
    first.insert(first.end(), second.begin(), second.end());
    first[joint].gap_max = kTogetherGap;
    Pattern whole = compiled;
    whole.elements = std::move(first);
    patterns_.push_back(std::move(whole));
  };
  together(*left, *right);
  together(*right, *left);
  return {};
}

void Patterns::finish(const WordClasses& classes) {
  by_first_class_.assign(classes.size(), {});
  for (std::uint32_t index = 0; index < patterns_.size(); ++index)
    by_first_class_[patterns_[index].elements.front().class_id].push_back(index);
}

void Patterns::match(const Sentence& sentence, std::span<const Duty> duties, const ClassHits& hits,
                     std::vector<PatternMatch>& out) const {
  std::vector<Start> starts;
  std::vector<bool> here(by_first_class_.size(), false);
  std::size_t duty = sentence.duty_begin;
  for (std::size_t token = sentence.begin; token < sentence.end; ++token) {
    while (duty + 1 < sentence.duty_end && duties[duty].end <= token) ++duty;
    ClassId last = kNoClass;
    for (const ClassHit& hit : hits.at(token)) {
      if (hit.class_id >= here.size()) continue;
      here[hit.class_id] = true;
      if (hit.class_id != last && !by_first_class_[hit.class_id].empty()) starts.push_back({hit.class_id, token, duty});
      last = hit.class_id;
    }
  }
  for (const Start& start : starts)
    for (const std::uint32_t index : by_first_class_[start.class_id])
      match_at(patterns_[index], start, {&sentence, duties, &hits, &here}, out);
}

void Patterns::match_at(const Pattern& pattern, const Start& start, const Place& place,
                        std::vector<PatternMatch>& out) const {
  if (pattern.at_duty_start && place.duties[start.duty].start != start.token) return;
  for (const Element& element : pattern.elements)
    if (!element.optional && !(*place.here)[element.class_id]) return;
  const std::size_t end = match_from(pattern, 0, start.token, place.duties[start.duty].end, place);
  if (end != kNoMatch) out.push_back({pattern.owner, start.token, end, pattern.elements.size()});
}

std::size_t Patterns::match_from(const Pattern& pattern, std::size_t element_index, std::size_t token,
                                 std::size_t duty_end, const Place& place) const {
  if (element_index == pattern.elements.size()) return token;
  const Element& element = pattern.elements[element_index];
  const std::size_t limit = element.crosses_duties ? place.sentence->end : duty_end;
  const std::size_t last = std::min(token + element.gap_max + 1, limit);
  for (std::size_t at = token; at < last; ++at)
    for (const ClassHit& hit : place.hits->at(at)) {
      if (hit.class_id != element.class_id) continue;
      const std::size_t end = match_from(pattern, element_index + 1, at + hit.length, duty_end, place);
      if (end != kNoMatch) return end;
    }
  return element.optional ? match_from(pattern, element_index + 1, token, duty_end, place) : kNoMatch;
}

}  // namespace trellis::ethics
