// SPDX-License-Identifier: MIT
// A second view: the worker asks somebody to rate chosen items without seeing the worker's own levels. The document
// holds the questions and a commitment: a salted hash of those levels, whose salt never leaves the worker's store. So
// the one who is asked cannot read a level, and the worker cannot change it afterwards unseen.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::growth {

/// Whatever can be asked can be read again: as many items as the levels of an entry have room for (entry_body.cpp), and
/// bytes for their statements, a program's among them, with kSecondViewAnswersMax answers.
inline constexpr std::size_t kSecondViewBytesMax = std::size_t{128} * 1024;
inline constexpr std::size_t kSecondViewItemsMax = 250;
inline constexpr std::size_t kSecondViewAnswersMax = 10;

/// Levels by competency id; nothing for an opt-out or an item that was not seen.
using Levels = std::map<std::string, std::optional<int>>;

struct SecondView {
  std::string document_id;  // lower-case UUID made by the worker's side; the series of the worker's entry
  std::string commitment;   // "sha256:" and 64 hex digits
  std::vector<std::string> competency_ids;  // in framework order
  std::map<std::string, Levels> answers;    // by answer_id, a UUID made by the one who answers
};

/// One item with both levels. Never a pass or a fail: something to talk about.
struct Difference {
  std::string competency_id;
  std::optional<int> own;
  std::optional<int> other;
};

/// The worker's levels as one text: "3 - 2", in the order of the ids; "-" for none.
std::string levels_text(const std::vector<std::string>& competency_ids, const Levels& levels);

/// The promise about a text of levels.
std::string commit(std::string_view document_id, std::string_view levels, std::string_view salt);

/// UTF-8 JSON; equal views give equal bytes, in whatever order their answers came.
std::string write_second_view(const SecondView& view, const content::Framework& framework);

/// @errors second_view.bad_document; the detail names our key, never what the file says
Result<SecondView> read_second_view(std::string_view document, const content::Framework& framework);

/// All answers of both. @errors second_view.other_document (not the same request), second_view.conflict (an answer id
///         with other levels)
Result<SecondView> merge(SecondView left, const SecondView& right);

/// Differences of two levels or more first, widest first, then the others in framework order.
std::vector<Difference> compare_views(const std::vector<std::string>& competency_ids, const Levels& own,
                                      const Levels& other);

}  // namespace trellis::growth
