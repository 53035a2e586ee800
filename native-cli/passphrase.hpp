// SPDX-License-Identifier: MIT
// Passphrases for the command line: from the terminal without showing them, or from a file descriptor, never from an
// argument or the environment, which other programs can see. Nothing is kept.
#pragma once

#include <optional>
#include <string>

#include "session.hpp"

namespace trellis::cli {

/// A passphrase that is overwritten when it goes.
struct Passphrase {
  std::string text;  // UTF-8, NFC

  Passphrase() = default;
  ~Passphrase();
  Passphrase(Passphrase&& other) noexcept;
  Passphrase& operator=(Passphrase&&) = delete;
};

/// Asks once: the next line of --passphrase-fd, else the terminal.
/// @param prompt  key of the words to ask with
/// @return        nothing after an error was told
std::optional<Passphrase> ask_passphrase(const Session& session, const std::string& prompt);

/// Asks for a new one: on a terminal twice, until both are equal.
std::optional<Passphrase> ask_new_passphrase(const Session& session, const std::string& prompt);

/// seal::kEntropyBytes random bytes as base64, fresh each time.
std::string make_entropy();

}  // namespace trellis::cli
