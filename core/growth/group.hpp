// SPDX-License-Identifier: MIT
// Answers of a group without a network: one person's answers as a short line for a QR code, and the tally of many. No
// name, time or device is in a line, and none of it can be told from the tally.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::growth {

/// Longest line, in bytes: a QR code that a phone reads from a projector.
inline constexpr std::size_t kGroupLineBytesMax = 600;
/// Nothing is shown about an item with fewer levels than this.
inline constexpr int kGroupAnswersMin = 5;
inline constexpr std::size_t kGroupLinesMax = 500;

/// Level by competency id; nothing for an opt-out.
using GroupAnswers = std::map<std::string, std::optional<int>>;

struct ItemTally {
  const content::Competency* competency = nullptr;
  /// How many gave each level, 1 to 5; nothing while there are fewer than kGroupAnswersMin.
  std::optional<std::array<int, 5>> counts;
};

/// "TG1 D1.1=3 D2.1=-", in framework order.
/// @errors group.bad_line (longer than kGroupLineBytesMax)
Result<std::string> write_group_line(const GroupAnswers& answers, const content::Framework& framework);

/// @errors group.bad_line
Result<GroupAnswers> read_group_line(std::string_view line, const content::Framework& framework);

/// The items that anybody answered, in framework order; the same for the same lines in any order. Opt-outs are not
/// counted anywhere, so no small number can be worked out from what is shown. Equal lines are two people: a line has no
/// id, so whether one was read twice is for the trainer to see.
std::vector<ItemTally> tally(std::span<const GroupAnswers> people, const content::Framework& framework);

}  // namespace trellis::growth
