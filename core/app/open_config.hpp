// SPDX-License-Identifier: MIT
// How a core is opened: the version of the C functions and the configuration text they take.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trellis::app {

inline constexpr int kAbiVersion = 2;

/// The database named by {"database": "…"}; nothing for null, a missing key, or a text that is no such object.
std::optional<std::string> database_of(std::string_view config);

/// Adds a pack of content for all cores of this process; see add_pack in content/bundle.hpp.
bool add_content(std::string_view pack);

}  // namespace trellis::app
