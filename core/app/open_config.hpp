// SPDX-License-Identifier: MIT
// How a core is opened: the version of the C functions and the configuration text they take.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trellis::app {

inline constexpr int kAbiVersion = 1;

/// The database named by {"database": "…"}; nothing for null, a missing key, or a text that is no such object.
std::optional<std::string> database_of(std::string_view config);

}  // namespace trellis::app
