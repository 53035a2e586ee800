// SPDX-License-Identifier: MIT
#include "arguments.hpp"

namespace trellis::cli {

void add_json(CLI::App* command, Settings& settings) { command->add_flag("--json", settings.json, "Print JSON"); }

void add_passphrase(CLI::App* command, Settings& settings) {
  command
      ->add_option("--passphrase-fd", settings.passphrase_file,
                   "Read passphrases from this file descriptor, a line each, instead of the terminal")
      ->check(CLI::NonNegativeNumber);
}

void add_database(CLI::App* command, Settings& settings) { add_optional_database(command, settings)->required(); }

CLI::Option* add_optional_database(CLI::App* command, Settings& settings, const char* help) {
  CLI::Option* database = command->add_option("--db", settings.database, help);
  add_passphrase(command, settings);
  return database;
}

}  // namespace trellis::cli
