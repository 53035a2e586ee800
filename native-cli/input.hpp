// SPDX-License-Identifier: MIT
// Reads a file or standard input whole, with a limit; writes a file all or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "session.hpp"

namespace trellis::cli {

/// Largest file read at all; the core has smaller limits of its own and words for them.
inline constexpr std::size_t kInputBytesMax = std::size_t{64} * 1024 * 1024;

/// @param path  a file name, or "-" for standard input
/// @return      the bytes, known to be UTF-8; nothing after an error was told
std::optional<std::string> read_input(const Session& session, const std::string& path);

/// Tells an error of the catalogue on stderr.
void tell_error(const Session& session, const std::string& code, const std::string& file);

/// Writes a document to a file and says `written`, or prints it where `path` is "-".
/// @return  kDone, or what to end with after an error was told
int put_out(const Session& session, const std::string& path, const std::string& document, const std::string& written);

/// Writes beside the target and renames, so that an older file is never half overwritten; a link stays one, and what is
/// no file (a pipe, a device) is written to. False when that failed; nothing else is left behind then.
bool write_output(const std::string& path, const std::string& text);

}  // namespace trellis::cli
