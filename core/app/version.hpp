// SPDX-License-Identifier: MIT
// The version of Trellis, as the build file says it (a test compares both).
#pragma once

#include <string_view>

namespace trellis::app {
inline constexpr std::string_view kAppVersion = "0.1.0";
}  // namespace trellis::app
