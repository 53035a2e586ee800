// SPDX-License-Identifier: MIT
// Which items a self-assessment holds for a role and a rung, and how long it takes. Item numbers are competency ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/growth_pack.hpp"

namespace trellis::growth {

/// Items of the short form, at most.
inline constexpr std::size_t kShortItemsMax = 12;

enum class FormKind : std::uint8_t {
  quick,    // "short": at most kShortItemsMax
  full,     // those that everybody is asked, and the further ones of this role and rung
  further,  // only those; all further ones where role and rung ask for none
};

/// Who is asked what.
struct FormChoice {
  FormKind kind = FormKind::quick;
  std::string role_id;                          // "" for any
  std::string rung_id;                          // "" for any; a rung with items of its own changes the short form
  std::vector<std::string> further_domain_ids;  // areas that the role, the rung or the program asks for
};

struct Form {
  std::vector<const content::Competency*> items;  // in framework order
  std::vector<const content::LeftOut*> left_out;  // items that this role is not asked
  /// Reading every item and its levels once at the pack's pace, and a tap for each; in minutes, rounded up.
  int minutes_estimate = 0;
};

/// @param framework  with the further items of leaders and of a program behind those that everybody is asked
Form make_form(const content::Forms& forms, const content::Framework& framework, const FormChoice& choice);

}  // namespace trellis::growth
