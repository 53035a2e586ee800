// SPDX-License-Identifier: MIT
// The library (content/library/): what people read and practise beside the check. Its rows are carried as their files
// hold them, translated, with every id they name looked up; only what the core itself works with has a type here.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::content {

/// One choice in a hard moment. `fits` is "best", "ok" or "drifts".
struct DilemmaOption {
  std::string id;
  std::string fits;
};

/// A hard moment to practise (library/dilemmas.json).
struct Dilemma {
  std::string id;
  bool depends = false;  // no option is right by itself
  std::vector<DilemmaOption> options;
};

/// One question about a workplace (library/readiness.json).
struct ReadinessItem {
  std::string id;
  int points_max = 0;  // one less than it has described answers
  bool caps = false;   // nothing in place here holds the whole result back
  std::vector<std::string> point_ids;
  std::string area_id;
};

/// A band of results (library/bands.json), from `percent_min` up to the next one.
struct ReadinessBand {
  std::string id;
  int percent_min = 0;
};

struct Library {
  std::map<std::string, base::Json, std::less<>> sections;  // rows by section, for example "dilemmas"
  std::vector<Dilemma> dilemmas;
  std::vector<ReadinessItem> readiness;
  std::vector<ReadinessBand> bands;    // rising
  std::vector<std::string> point_ids;  // in order
  std::vector<std::string> area_ids;   // in order

  /// The rows of a section, or null.
  const base::Json* find_section(std::string_view name) const;
  /// One row of a section, or null.
  const base::Json* find_row(std::string_view section, std::string_view id) const;
};

/// The library in the catalogue's language, read on first use and kept. A fault in it is a broken build, see catalog().
/// @errors content.not_here, with the name of the pack to add
Result<const Library*> library(const Catalog& catalog);

/// Builds a library from any files; others than its own are left alone.
/// @errors as parse_catalog
Result<Library> parse_library(std::span<const BundledFile> files, const Catalog& catalog);

}  // namespace trellis::content
