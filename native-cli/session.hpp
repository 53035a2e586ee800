// SPDX-License-Identifier: MIT
// One open core on the command line: calls by method name, errors told on stderr. Ids and times are made here, since
// the core makes none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.hpp"

struct trellis_core;

namespace trellis::cli {

using base::Json;

/// What the program ends with.
enum ExitStatus : int {
  kDone = 0,      // nothing of concern, or done
  kConcerns = 1,  // concerns found, or what was given was refused: an answer, a file, a database that is none
  kUsage = 2,     // wrong usage, unreadable file, or storage that fails
};

/// Set once from the command line.
struct Settings {
  std::string locale = "en";
  std::string database;      // empty: none
  int passphrase_file = -1;  // descriptor to read passphrases from, a line each; -1: the terminal
  bool json = false;
};

class Session {
 public:
  explicit Session(Settings settings);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Calls a method; the locale is added. On failure tells the person on stderr and returns nothing.
  std::optional<Json> call(std::string_view method, Json params);

  /// From now on errors name this file.
  void name_file(std::string path) { file_ = std::move(path); }

  /// Passes one JSON-RPC request through as it is.
  std::string raw(std::string_view request);

  /// Wording of content/locales/<tag>/cli.json. Unknown keys come back as they are.
  std::string words(std::string_view key) const;

  /// Opens a database that has a passphrase. @return kDone, or what to end with after an error was told
  int unlock();

  /// The code of the last failed call, or "".
  const std::string& last_error_code() const { return last_error_code_; }

  /// What to end with after the last failed call: refused input is the file's fault, everything else, storage above
  /// all, is not.
  int failure_status() const;

  const Settings& settings() const { return settings_; }

 private:
  Settings settings_;
  trellis_core* core_;
  std::string last_error_code_;
  std::string file_;
};

/// Prints an answer as it came. @return kDone
int print_json(const Json& answer);

/// A random (version 4) UUID, lower case.
std::string make_uuid();

/// The present instant as RFC 3339 in UTC, whole seconds.
std::string now_utc();

/// "es" when LC_ALL, LC_MESSAGES or LANG say Spanish, else "en".
std::string locale_from_environment();

}  // namespace trellis::cli
