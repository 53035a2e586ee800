// SPDX-License-Identifier: MIT
// Text against the rules of the catalogue: what fits the peer role, what conflicts, what depends, and on which words
// that rests. Pure: same text and catalogue, same answer. Nothing is kept between calls, and nothing is stored.
// Idea: rules as data with their own examples (LanguageTool, Vale), the third outcome "needs a look" (axe-core).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::ethics {

/// Largest text that is read, in bytes. A long posting has about 8 kB.
inline constexpr std::size_t kTextBytesMax = std::size_t{256} * 1024;

/// Half-open range of UTF-8 bytes of the text that was checked.
struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const ByteSpan&) const = default;
};

/// One duty in the text and the rule that speaks about it.
struct Finding {
  const content::Rule* rule = nullptr;                   // lives as long as the catalogue
  content::Verdict verdict = content::Verdict::neutral;  // fits when the text rules a conflict out
  std::string family;
  std::size_t line_index = 0;  // 0-based
  ByteSpan span;               // the words it rests on
  bool negated = false;        // the text says that this task is not done
  bool unsure = false;         // a person needs to look
};

/// One line of the text, blank ones included.
struct CheckedLine {
  ByteSpan span;  // without its line break
  content::Verdict verdict = content::Verdict::neutral;
  std::vector<std::string> families;  // of the most severe part
  bool unsure = false;
  bool duty = false;  // gives something to do: below a heading such as "Duties", or with a verdict other than neutral
};

/// A protection of the catalogue, and the first line that shows it.
struct SafeguardSeen {
  const content::Safeguard* safeguard = nullptr;
  std::optional<std::size_t> line_index;
};

/// Which language the text seems to be in. `tag` is "und" when it cannot be told.
struct LanguageGuess {
  std::string tag;
  bool has_rules = false;
};

struct PostingReview {
  LanguageGuess language;
  std::vector<CheckedLine> lines;         // one for every line of the text
  std::vector<Finding> findings;          // by span.begin, then severity, then rule id
  std::vector<SafeguardSeen> safeguards;  // every safeguard of the catalogue, in its order
};

struct TaskReview {
  LanguageGuess language;
  content::Verdict verdict = content::Verdict::neutral;
  std::vector<std::string> families;
  bool unsure = false;
  std::vector<Finding> findings;  // most severe first
};

/// Rules compiled for matching. Make one per catalogue and keep it; checking does not change it.
class Checker {
 public:
  explicit Checker(const content::Catalog& catalog);
  ~Checker();
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;

  /// Reviews a whole posting line by line. Lines end at \n, \r\n or \r.
  /// @param text     UTF-8, at most kTextBytesMax bytes
  /// @param role_id  a role of the catalogue, or "any"
  /// @return no finding means "no rule spoke", never "approved"
  /// @errors text.empty, text.too_long, text.not_utf8, text.has_nul, text.binary, role.unknown
  Result<PostingReview> check_posting(std::string_view text, std::string_view role_id) const;

  /// Judges one task told in everyday words. Line breaks count as spaces.
  /// @errors as check_posting
  Result<TaskReview> check_task(std::string_view text, std::string_view role_id) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace trellis::ethics
