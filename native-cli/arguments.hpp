// SPDX-License-Identifier: MIT
// Options that many commands have, each written once. No command of its own.
#pragma once

#include <CLI/CLI.hpp>

#include "session.hpp"

namespace trellis::cli {

void add_json(CLI::App* command, Settings& settings);
void add_passphrase(CLI::App* command, Settings& settings);

/// --db that must be given, and --passphrase-fd.
void add_database(CLI::App* command, Settings& settings);

/// --db where a command can do without, and --passphrase-fd. @return --db, for options that need it
CLI::Option* add_optional_database(CLI::App* command, Settings& settings, const char* help = "Database file");

}  // namespace trellis::cli
