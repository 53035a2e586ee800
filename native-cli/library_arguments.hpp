// SPDX-License-Identifier: MIT
// Arguments of the commands that read the library, and of those that hand content to other programs.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "session.hpp"

namespace trellis::cli {

/// @param command  gets what the arguments chose; run once the session is open
void add_library(CLI::App& app, Settings& settings, std::function<int(Session&)>& command);

}  // namespace trellis::cli
