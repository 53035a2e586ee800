// SPDX-License-Identifier: MIT
// Sums of weights by output, the best output, and the words behind it.
#include "ethics/model.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace trellis::ethics {
namespace {

constexpr char kGroupMark = '=';  // opens a group of a table

/// Words that stand together count as one reason when at most this many weightless ones are between.
constexpr std::size_t kBridgedWords = 2;

/// Cuts the next word off `text`.
std::string_view next_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

std::size_t slot_count_for(std::size_t rows) {
  std::size_t count = 16;
  while (count < rows * 2) count *= 2;
  return count;
}

/// At most so many rows: every word of a table but those that open a group is a name.
std::size_t count_rows(const content::LinearModel& model) {
  std::size_t words = 0;
  for (const content::FeatureTable& table : model.tables)
    words += static_cast<std::size_t>(std::count(table.text.begin(), table.text.end(), ' ')) + 1;
  return words;
}

Leaning leaning_of(const Model::Sums& sums) {
  const auto families = sums.begin() + static_cast<std::ptrdiff_t>(kLeaningCount);
  return static_cast<Leaning>(std::max_element(sums.begin(), families) - sums.begin());
}

/// How far a line leans to any of `asked`: 0 to 100, 50 where the best other leaning weighs the same.
/// @param scale  units of the sums that make one step of e in the odds; two such steps are clear
int percent_of(const Model::Sums& sums, std::initializer_list<Leaning> asked, int scale) {
  int best_asked = std::numeric_limits<int>::min();
  int best_other = best_asked;
  for (std::size_t at = 0; at < kLeaningCount; ++at) {
    const bool is_asked = std::find(asked.begin(), asked.end(), static_cast<Leaning>(at)) != asked.end();
    int& best = is_asked ? best_asked : best_other;
    best = std::max(best, sums[at]);
  }
  return std::clamp(50 + (best_asked - best_other) * 25 / scale, 0, 100);
}

}  // namespace

Model::Model(const content::LinearModel& weights, const content::Catalog& catalog)
    : source_(&weights), catalog_(&catalog), slots_(slot_count_for(count_rows(weights))), row_begins_{0} {
  for (const content::FeatureTable& table : weights.tables)
    read_table(static_cast<FeatureKind>(table.kind), table.text);
}

/// @param text  groups of names that weigh the same, each behind its weights: "=a12c-5 drive transport =a3 phone"
void Model::read_table(FeatureKind kind, std::string_view text) {
  std::vector<content::OutputWeight> weights;
  while (!text.empty()) {
    const std::string_view word = next_word(text);
    if (word.empty()) continue;
    if (word.front() == kGroupMark)
      weights = read_weights(word.substr(1));
    else
      add_row(feature_key(kind, word), weights);
  }
}

/// @param text  "a12c-5": output letter and whole number
std::vector<content::OutputWeight> Model::read_weights(std::string_view text) const {
  std::vector<content::OutputWeight> weights;
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    content::OutputWeight weight;
    weight.output = static_cast<std::uint8_t>(*at - 'a');
    const auto [next, error] = std::from_chars(at + 1, end, weight.weight);
    if (error != std::errc{} || weight.output >= source_->bias.size()) break;
    weights.push_back(weight);
    at = next;
  }
  return weights;
}

void Model::add_row(std::uint64_t key, std::span<const content::OutputWeight> weights) {
  weights_.insert(weights_.end(), weights.begin(), weights.end());
  row_begins_.push_back(static_cast<std::uint32_t>(weights_.size()));
  ++row_count_;
  std::size_t slot = key & (slots_.size() - 1);
  while (slots_[slot].row != 0 && slots_[slot].key != key) slot = (slot + 1) & (slots_.size() - 1);
  slots_[slot] = {key, static_cast<std::uint32_t>(row_count_)};
}

std::uint32_t Model::row_of(std::uint64_t key) const {
  std::size_t slot = key & (slots_.size() - 1);
  while (slots_[slot].row != 0 && slots_[slot].key != key) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot].row;
}

std::span<const content::OutputWeight> Model::weights_of(std::uint32_t row) const {
  return std::span(weights_).subspan(row_begins_[row - 1], row_begins_[row] - row_begins_[row - 1]);
}

Model::Sums Model::add_up(std::span<const Feature> features) const {
  Sums sums = source_->bias;
  add(features, sums);
  return sums;
}

void Model::add_view(const ModelView& view, Sums& sums) const { add(view_features(view), sums); }

void Model::add(std::span<const Feature> features, Sums& sums) const {
  std::vector<bool> counted(row_count_ + 1, false);
  for (const Feature& feature : features) {
    const std::uint32_t row = row_of(feature.key);
    if (row == 0 || counted[row]) continue;
    counted[row] = true;
    for (const content::OutputWeight& weight : weights_of(row)) sums[weight.output] += weight.weight;
  }
}

std::vector<ModelView> Model::views_of(std::span<const Sums> lines) const {
  if (lines.size() < 2) return std::vector<ModelView>{};
  std::vector<ModelView> views(lines.size());
  ModelView total;
  std::vector<ModelView> own(lines.size());
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto percent = [&](std::initializer_list<Leaning> asked) {
      return percent_of(lines[at], asked, source_->scale);
    };
    own[at].conflict_percent = percent({Leaning::conflict});
    own[at].fits_percent = percent({Leaning::fits, Leaning::protects});
    own[at].neutral_percent = percent({Leaning::neutral});
    total.conflict_percent += own[at].conflict_percent;
    total.fits_percent += own[at].fits_percent;
    total.neutral_percent += own[at].neutral_percent;
  }
  const int others = static_cast<int>(lines.size()) - 1;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (at > 0) views[at].before = leaning_of(lines[at - 1]);
    if (at + 1 < lines.size()) views[at].after = leaning_of(lines[at + 1]);
    views[at].conflict_percent = (total.conflict_percent - own[at].conflict_percent) / others;
    views[at].fits_percent = (total.fits_percent - own[at].fits_percent) / others;
    views[at].neutral_percent = (total.neutral_percent - own[at].neutral_percent) / others;
  }
  return views;
}

Opinion Model::conclude(const Sums& sums, std::span<const Feature> features, std::size_t token_count) const {
  Opinion opinion;
  const auto families = sums.begin() + static_cast<std::ptrdiff_t>(kLeaningCount);
  std::copy(sums.begin(), families, opinion.scores.begin());
  opinion.leaning = leaning_of(sums);
  const int best = sums[static_cast<std::size_t>(opinion.leaning)];
  int next = *std::min_element(sums.begin(), families);
  for (std::size_t at = 0; at < kLeaningCount; ++at)
    if (at != static_cast<std::size_t>(opinion.leaning)) next = std::max(next, sums[at]);
  opinion.margin = best - next;
  opinion.sure = opinion.margin >= source_->sure_margin;
  if (opinion.leaning == Leaning::fits || opinion.leaning == Leaning::neutral || families == sums.end()) return opinion;
  const auto likeliest = std::max_element(families, sums.end());
  for (auto family = families; family != sums.end(); ++family)
    if (family == likeliest || *family > 0)
      opinion.families.push_back(source_->families[static_cast<std::size_t>(family - families)]);
  opinion.family = source_->families[static_cast<std::size_t>(likeliest - families)];
  find_words(features, token_count, opinion);
  return opinion;
}

void Model::find_words(std::span<const Feature> features, std::size_t token_count, Opinion& opinion) const {
  std::vector<int> by_token(token_count, 0);
  for (const Feature& feature : features) {
    if (feature.begin == feature.end) continue;
    const std::uint32_t row = row_of(feature.key);
    if (row == 0) continue;
    for (const content::OutputWeight& weight : weights_of(row))
      if (weight.output == static_cast<std::uint8_t>(opinion.leaning))
        for (std::size_t token = feature.begin; token < feature.end; ++token)
          by_token[token] += weight.weight / static_cast<int>(feature.end - feature.begin);
  }
  const auto peak = static_cast<std::size_t>(std::max_element(by_token.begin(), by_token.end()) - by_token.begin());
  if (peak >= token_count || by_token[peak] <= 0) return;
  const int enough = by_token[peak] / 3;
  opinion.begin = peak;
  opinion.end = peak + 1;
  for (std::size_t at = peak; at > 0 && opinion.begin - (at - 1) <= kBridgedWords; --at)
    if (by_token[at - 1] > enough) opinion.begin = at - 1;
  for (std::size_t at = peak + 1; at < token_count && at - opinion.end < kBridgedWords; ++at)
    if (by_token[at] > enough) opinion.end = at + 1;
}

const content::Rule* Model::rule_of(std::string_view family, content::Verdict verdict) const {
  const auto& rules = verdict == content::Verdict::depends ? source_->depends_rules : source_->conflict_rules;
  const auto rule = rules.find(std::string(family));
  return rule == rules.end() ? nullptr : catalog_->find_rule(rule->second);
}

}  // namespace trellis::ethics
