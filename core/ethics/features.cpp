// SPDX-License-Identifier: MIT
// Collects features in one pass over tokens, class hits and rule hits. Nothing is looked up, so the time is linear.
#include "ethics/features.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"

namespace trellis::ethics {
namespace {

constexpr std::size_t kRunLetters = 4;
constexpr std::size_t kRunWordMin = 4;     // shorter words are known by their stem alone
constexpr std::string_view kNumber = "0";  // all numbers are one word

constexpr std::array<std::string_view, 4> kVerdictNames = {"conflict", "depends", "fits", "neutral"};
constexpr std::array<std::string_view, kLeaningCount> kLeaningNames = {"conflict", "depends", "fits", "neutral",
                                                                       "protects"};
// Percents at which the model's view of the other lines counts as more.
constexpr std::array<int, 5> kConflictSteps = {5, 15, 30, 50, 70};
constexpr std::array<int, 4> kFitsSteps = {20, 40, 60, 80};
constexpr std::array<int, 3> kNeutralSteps = {10, 30, 50};
constexpr std::array<std::string_view, 6> kSectionNames = {"unknown",  "duties",  "qualifications",
                                                           "benefits", "company", "schedule"};
constexpr std::array<std::string_view, 4> kShareNames = {"none", "to_20", "to_50", "more"};  // percent of the lines

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool is_number(std::string_view word) { return word.front() >= '0' && word.front() <= '9'; }

std::string_view length_name(std::size_t words) {
  if (words < 5) return "under_5";
  if (words < 10) return "under_10";
  if (words < 20) return "under_20";
  return words < 40 ? "under_40" : "from_40";
}

std::string_view name_of(content::Verdict verdict) { return kVerdictNames[static_cast<std::size_t>(verdict)]; }

std::string_view name_of(Leaning leaning) { return kLeaningNames[static_cast<std::size_t>(leaning)]; }

/// How many of the rising `limits` a value is above, as a digit.
template <std::size_t kCount>
std::string_view step_name(int value, const std::array<int, kCount>& limits) {
  constexpr std::string_view kDigits = "0123456789";
  const auto steps = std::count_if(limits.begin(), limits.end(), [value](int limit) { return value > limit; });
  return kDigits.substr(static_cast<std::size_t>(steps), 1);
}

/// Features with their names, where somebody wants those.
class FeatureList {
 public:
  explicit FeatureList(std::vector<std::string>* names) : names_(names) {}

  void reserve(std::size_t count) { features_.reserve(count); }

  void add(FeatureKind kind, std::size_t begin, std::size_t end, std::string_view first, std::string_view second = {}) {
    features_.push_back(
        {feature_key(kind, first, second), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (names_ == nullptr) return;
    std::string name = {static_cast<char>(kind), ' '};
    name.append(first);
    if (!second.empty()) name.append("_").append(second);
    names_->push_back(std::move(name));
  }

  std::vector<Feature> take() { return std::move(features_); }

 private:
  std::vector<Feature> features_;
  std::vector<std::string>* names_;
};

class Collector {
 public:
  Collector(const RuleSet& rules, const ReadLine& line, std::vector<std::string>* names)
      : rules_(rules), line_(line), list_(names) {
    list_.reserve(line.tokens.size() * 10 + 20);
  }

  void add_words() {
    for (const Sentence& sentence : line_.segments.sentences) {
      add(FeatureKind::first_word, sentence.begin, sentence.begin + 1, stem(sentence.begin));
      for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
        add(line_.scope.denied[at] ? FeatureKind::denied_word : FeatureKind::word, at, at + 1, stem(at));
        add_runs(at);
      }
    }
  }

  /// Every run of letters of a longer word, its bounds shown as "_": "_med", "edic", "dica", ...
  void add_runs(std::size_t at) {
    const std::string& word = line_.forms[at];
    if (word.size() < kRunWordMin || is_number(word) || !is_ascii(word)) return;
    const std::string bounded = "_" + word + "_";
    for (std::size_t begin = 0; begin + kRunLetters <= bounded.size(); ++begin)
      add(FeatureKind::run, at, at + 1, std::string_view(bounded).substr(begin, kRunLetters));
  }

  void add_classes() {
    const std::size_t named = rules_.named_class_count();
    for (std::size_t at = 0; at < line_.tokens.size(); ++at)
      for (const ClassHit& hit : line_.hits.at(at))
        if (hit.class_id < named)
          add(line_.scope.denied[at] ? FeatureKind::denied_class : FeatureKind::word_class, at, at + hit.length,
              rules_.class_name(hit.class_id));
  }

  void add_rules(std::span<const RuleHit> hits) {
    std::array<bool, 4> said{};
    bool protects = false;
    for (const RuleHit& hit : hits) {
      const bool asked = line_.scope.qualified[hit.begin];
      const FeatureKind kind = hit.denied ? FeatureKind::denied_rule
                               : asked    ? FeatureKind::asked_rule
                                          : FeatureKind::rule;
      add(kind, hit.begin, hit.end, hit.rule->id);
      if (kind == FeatureKind::rule) {
        add(FeatureKind::family, hit.begin, hit.end, name_of(hit.rule->verdict), hit.rule->family);
        said[static_cast<std::size_t>(hit.rule->verdict)] = true;
      }
      protects = protects || (hit.denied && hit.rule->verdict <= content::Verdict::depends);
    }
    for (std::size_t verdict = 0; verdict < said.size(); ++verdict)
      if (said[verdict]) add_shape("rule", kVerdictNames[verdict]);
    if (protects) add_shape("rule", "protects");
    if (hits.empty()) add_shape("rule", "silent");
    if (said[0] && !said[2]) add_shape("rule", "conflict_only");
  }

  void add_form(const LinePlace& place) {
    if (place.is_task) add_shape("task");
    add_shape("section", kSectionNames[static_cast<std::size_t>(place.section)]);
    if (line_.segments.is_heading) add_shape("heading");
    add_shape("words", length_name(line_.tokens.size()));
    const auto any = [](const std::vector<bool>& flags) {
      return std::find(flags.begin(), flags.end(), true) != flags.end();
    };
    if (any(line_.scope.denied)) add_shape("denied");
    if (any(line_.scope.qualified)) add_shape("qualified");
  }

  void add_surroundings(const LinePlace& place) {
    if (place.is_task || place.line_count == 0) return;
    const auto share = [&](std::size_t count) {
      const std::size_t percent = count * 100 / place.line_count;
      return kShareNames[count == 0 ? 0U : percent <= 20 ? 1U : percent <= 50 ? 2U : 3U];
    };
    add_shape("before", name_of(place.before));
    add_shape("after", name_of(place.after));
    add_shape("conflicts", share(place.conflict_count));
    add_shape("fits", share(place.fits_count));
  }

  std::vector<Feature> take() { return list_.take(); }

 private:
  void add(FeatureKind kind, std::size_t begin, std::size_t end, std::string_view first, std::string_view second = {}) {
    list_.add(kind, begin, end, first, second);
  }
  void add_shape(std::string_view first, std::string_view second = {}) { add(FeatureKind::shape, 0, 0, first, second); }

  std::string_view stem(std::size_t token) const {
    return is_number(line_.forms[token]) ? kNumber : std::string_view(line_.stems[token]);
  }

  const RuleSet& rules_;
  const ReadLine& line_;
  FeatureList list_;
};

}  // namespace

std::uint64_t feature_key(FeatureKind kind, std::string_view first, std::string_view second) {
  const char letter = static_cast<char>(kind);
  std::uint64_t hash = base::hash_more(base::kHashStart, {&letter, 1});
  hash = base::hash_more(hash, first);
  return second.empty() ? hash : base::hash_more(base::hash_more(hash, "_"), second);
}

std::vector<Feature> line_features(const RuleSet& rules, const ReadLine& line, std::span<const RuleHit> hits,
                                   const LinePlace& place, std::vector<std::string>* names) {
  if (line.tokens.empty()) return {};
  Collector collector(rules, line, names);
  collector.add_words();
  collector.add_classes();
  collector.add_rules(hits);
  collector.add_form(place);
  collector.add_surroundings(place);
  return collector.take();
}

std::vector<Feature> view_features(const ModelView& view, std::vector<std::string>* names) {
  FeatureList list(names);
  const auto add = [&list](std::string_view first, std::string_view second) {
    list.add(FeatureKind::around, 0, 0, first, second);
  };
  if (view.before) add("before", name_of(*view.before));
  if (view.after) add("after", name_of(*view.after));
  add("conflict", step_name(view.conflict_percent, kConflictSteps));
  add("fits", step_name(view.fits_percent, kFitsSteps));
  add("neutral", step_name(view.neutral_percent, kNeutralSteps));
  return list.take();
}

}  // namespace trellis::ethics
