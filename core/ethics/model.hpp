// SPDX-License-Identifier: MIT
// What a trained linear model makes of a line. Adds up whole numbers, so native and wasm say the same. It never speaks
// for itself: line_judge weighs its opinion against the rules.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "content/catalog.hpp"
#include "ethics/features.hpp"

namespace trellis::ethics {

struct Opinion {
  Leaning leaning = Leaning::neutral;
  std::array<int, kLeaningCount> scores{};  // by leaning, in units of the model's file
  int margin = 0;                           // lead over the next leaning, 0 or more
  bool sure = false;                        // the lead is large enough to stand without a person
  std::string family;                       // the likeliest one; empty for what needs none
  std::vector<std::string> families;        // that one, and all others that are likelier than not
  std::size_t begin = 0;                    // tokens that weigh most for it, half-open; empty range when none does
  std::size_t end = 0;
};

class Model {
 public:
  using Sums = std::vector<int>;  // leanings first, then families

  /// Reads the tables of `weights`, which must outlive this object, as must `catalog`.
  Model(const content::LinearModel& weights, const content::Catalog& catalog);

  /// Sums of the weights of a line's features by output, bias included. What is seen twice counts once.
  Sums add_up(std::span<const Feature> features) const;

  /// Adds what the second pass sees of the lines around.
  void add_view(const ModelView& view, Sums& sums) const;

  /// What each line of a posting may know of the others after the first pass; empty for a single line.
  std::vector<ModelView> views_of(std::span<const Sums> lines) const;

  /// @param features  the line's own, to find the words behind the leaning
  Opinion conclude(const Sums& sums, std::span<const Feature> features, std::size_t token_count) const;

  /// The rule that gives reason and source for a family and verdict, or null.
  const content::Rule* rule_of(std::string_view family, content::Verdict verdict) const;

  std::size_t feature_count() const { return row_count_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t row = 0;  // 1-based; 0 is a free slot
  };

  void read_table(FeatureKind kind, std::string_view text);
  std::vector<content::OutputWeight> read_weights(std::string_view text) const;
  void add_row(std::uint64_t key, std::span<const content::OutputWeight> weights);
  /// 1-based row of a key, or 0.
  std::uint32_t row_of(std::uint64_t key) const;
  std::span<const content::OutputWeight> weights_of(std::uint32_t row) const;
  void add(std::span<const Feature> features, Sums& sums) const;
  void find_words(std::span<const Feature> features, std::size_t token_count, Opinion& opinion) const;

  const content::LinearModel* source_;
  const content::Catalog* catalog_;
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::vector<std::uint32_t> row_begins_;
  std::vector<content::OutputWeight> weights_;
  std::size_t row_count_ = 0;
};

}  // namespace trellis::ethics
