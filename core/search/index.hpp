// SPDX-License-Identifier: MIT
// A full-text index over texts that are handed in, in memory: words in any order and form, without accents, the last
// one as far as it is typed. Keeps no query. The only SQL outside core/store. Source: SQLite FTS5
// (https://sqlite.org/fts5.html).
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace trellis::search {

/// More hits than this are never given.
inline constexpr int kHitsMax = 50;
/// Longer queries are cut at a word; nobody types as much.
inline constexpr std::size_t kQueryWordsMax = 12;

/// One thing that can be found.
struct Entry {
  std::string kind;   // "rules", "dilemmas", …
  std::string id;     // within its kind
  std::string title;  // weighs more than the text
  std::string text;
};

struct Hit {
  std::size_t entry_index = 0;
  std::string snippet;  // the text around the words found, without marks
};

class Index {
 public:
  /// @param language  "en" or "es": whose forms of a word count as one; with any other tag words are taken as they are
  /// @errors search.failed (memory)
  static Result<Index> build(std::span<const Entry> entries, std::string_view language);
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  /// The best hits first, at most `limit`: entries with all words; where none has all, with
  /// some; where none has any, with words that begin alike. A query without letters or digits finds nothing; none is a
  /// fault.
  /// @errors search.failed (memory)
  Result<std::vector<Hit>> find(std::string_view query, int limit) const;

 private:
  struct Database;
  explicit Index(std::unique_ptr<Database> database);

  std::unique_ptr<Database> database_;
};

}  // namespace trellis::search
