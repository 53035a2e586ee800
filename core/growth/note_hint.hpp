// SPDX-License-Identifier: MIT
// Does a note seem to hold something that points to a person? A gentle hint, never a block; kinds only, the text is not
// kept. English and Spanish. Misses much and is wrong at times: names have no shape of their own.
#pragma once

#include <string_view>
#include <vector>

namespace trellis::growth {

/// Kinds seen, each once, in this order: "name", "phone", "email", "birth_date".
/// @param text  valid UTF-8
std::vector<std::string_view> find_personal_details(std::string_view text);

}  // namespace trellis::growth
