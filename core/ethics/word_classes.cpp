// SPDX-License-Identifier: MIT
// The trie behind word classes. Members are split like any text, so "one-on-one" and "one on one" are equal.
#include "ethics/word_classes.hpp"

#include <algorithm>

namespace trellis::ethics {
namespace {

std::uint64_t edge_key(std::uint32_t node, WordId word) { return static_cast<std::uint64_t>(node) << 32U | word; }

}  // namespace

std::span<const ClassHit> ClassHits::at(std::size_t token_index) const {
  const std::size_t begin = begins_[token_index];
  return std::span(hits_).subspan(begin, begins_[token_index + 1] - begin);
}

std::size_t ClassHits::length_at(std::size_t token_index, ClassId class_id) const {
  std::size_t longest = 0;
  for (const ClassHit& hit : at(token_index))
    if (hit.class_id == class_id) longest = std::max<std::size_t>(longest, hit.length);
  return longest;
}

WordClasses::WordClasses(const content::Lexicon& lexicon, Vocabulary& vocabulary) : vocabulary_(&vocabulary) {
  classes_at_.emplace_back();
  for (const auto& entry : lexicon.classes) add(entry.first);
  for (const auto& [name, members] : lexicon.classes)
    for (const std::string& member : members) add_member(ids_.find(name)->second, member);
}

ClassId WordClasses::find(std::string_view name) const {
  const auto found = ids_.find(name);
  return found == ids_.end() ? kNoClass : found->second;
}

std::string WordClasses::name_of(ClassId class_id) const {
  for (const auto& [name, id] : ids_)
    if (id == class_id) return name;
  return {};
}

ClassId WordClasses::intern(const std::vector<std::string>& members) {
  std::string name = "(";
  for (const std::string& member : members) name += member + "|";
  if (const ClassId known = find(name); known != kNoClass) return known;
  const ClassId class_id = add(name);
  for (const std::string& member : members) add_member(class_id, member);
  return class_id;
}

ClassId WordClasses::add(const std::string& name) {
  const auto class_id = static_cast<ClassId>(included_by_.size());
  ids_.emplace(name, class_id);
  included_by_.emplace_back();
  return class_id;
}

void WordClasses::add_member(ClassId class_id, std::string_view member) {
  if (member.size() > 2 && member.front() == '{' && member.back() == '}') {
    const ClassId included = find(member.substr(1, member.size() - 2));
    if (included != kNoClass) included_by_[included].push_back(class_id);
    return;
  }
  const bool exact = !member.empty() && member.front() == '=';
  std::uint32_t node = 0;
  for (const base::Word& word : base::split_words(exact ? member.substr(1) : member)) {
    const WordId id = vocabulary_->intern(exact ? "=" + word.folded : word.folded);
    const auto next = static_cast<std::uint32_t>(classes_at_.size());
    const auto [edge, is_new] = edges_.emplace(edge_key(node, id), next);
    if (is_new) classes_at_.emplace_back();
    node = edge->second;
  }
  if (node != 0) classes_at_[node].push_back(class_id);
}

void WordClasses::finish() {
  for (std::vector<ClassId>& classes : classes_at_) {
    for (std::size_t index = 0; index < classes.size(); ++index)
      for (const ClassId outer : included_by_[classes[index]])
        if (std::find(classes.begin(), classes.end(), outer) == classes.end()) classes.push_back(outer);
    std::sort(classes.begin(), classes.end());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  }
}

ClassHits WordClasses::find_all(std::span<const Token> tokens) const {
  ClassHits hits;
  hits.begins_.reserve(tokens.size() + 1);
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    hits.begins_.push_back(static_cast<std::uint32_t>(hits.hits_.size()));
    walk(tokens, index, index, 0, hits.hits_);
  }
  hits.begins_.push_back(static_cast<std::uint32_t>(hits.hits_.size()));
  return hits;
}

void WordClasses::walk(std::span<const Token> tokens, std::size_t begin, std::size_t index, std::uint32_t node,
                       std::vector<ClassHit>& out) const {
  const auto length = static_cast<std::uint32_t>(index - begin);
  for (const ClassId class_id : classes_at_[node]) out.push_back({class_id, length});
  if (index >= tokens.size() || (length > 0 && tokens[index].before == base::Gap::stop)) return;
  for (const WordId word : {tokens[index].stem, tokens[index].form}) {
    if (word == kNoWord) continue;
    const auto edge = edges_.find(edge_key(node, word));
    if (edge != edges_.end()) walk(tokens, begin, index + 1, edge->second, out);
  }
}

}  // namespace trellis::ethics
