// SPDX-License-Identifier: MIT
// Which items a self-assessment holds for a role and a rung, and how long it takes. Item numbers are competency ids.
#pragma once

#include <string_view>
#include <vector>

#include "content/growth_pack.hpp"

namespace trellis::growth {

/// Items of the short form, at most.
inline constexpr std::size_t kShortItemsMax = 12;

struct Form {
  std::vector<const content::Competency*> items;  // in framework order
  std::vector<const content::LeftOut*> left_out;  // items that this role is not asked
  /// Reading every item and its levels once at the pack's pace, and a tap for each; in minutes, rounded up.
  int minutes_estimate = 0;
};

/// @param is_short  the short form; else every item
/// @param role_id   "" for any
/// @param rung_id   "" for any; a rung with items of its own changes the short form
Form make_form(const content::Forms& forms, const content::Framework& framework, bool is_short,
               std::string_view role_id, std::string_view rung_id);

}  // namespace trellis::growth
