// SPDX-License-Identifier: MIT
#include "input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string_view>

#include "base/text.hpp"
#include "content/catalog.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

std::optional<std::string> read_stream(std::istream& in) {
  std::string text;
  char block[64 * 1024];
  while (in.read(block, sizeof block), in.gcount() > 0) {
    text.append(block, static_cast<std::size_t>(in.gcount()));
    if (text.size() > kInputBytesMax) break;  // the core says that it is too long
  }
  if (in.bad()) return std::nullopt;
  return text;
}

/// Writes to the device and closes. False when any of it failed.
bool write_and_close(int file, std::string_view text) {
  bool is_written = true;
  while (is_written && !text.empty()) {
    const auto count = write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    is_written = count > 0;
    if (is_written) text.remove_prefix(static_cast<std::size_t>(count));
  }
  // A pipe or a terminal has nothing to wait for.
  if (is_written && fsync(file) != 0) is_written = errno == EINVAL || errno == EROFS;
  return close(file) == 0 && is_written;
}

/// The rights of a new file, as the system would give them.
mode_t new_file_rights() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/// Writes a file of a name that nobody else has, and puts it in the place of the target.
bool replace_file(const std::string& target, std::string_view text) {
  std::string part = target + "." + std::string(6, 'X');  // mkostemp puts a name of its own in their place
  const int file = mkostemp(part.data(), O_CLOEXEC);
  if (file < 0) return false;
  const bool has_rights = fchmod(file, new_file_rights()) == 0;
  if (write_and_close(file, text) && has_rights && std::rename(part.c_str(), target.c_str()) == 0) return true;
  std::remove(part.c_str());
  return false;
}

}  // namespace

void tell_error(const Session& session, const std::string& code, const std::string& file) {
  const auto& errors = content::catalog(session.settings().locale).errors;
  const auto words = errors.find(code);
  std::cerr << "trellis: " << (file.empty() ? "" : printable(file) + ": ");
  if (words == errors.end()) {
    std::cerr << session.words(code) << '\n';
  } else {
    std::cerr << words->second.message << "\n  " << words->second.next_step << '\n';
  }
}

std::optional<std::string> read_input(const Session& session, const std::string& path) {
  std::optional<std::string> text;
  if (path == "-") {
    text = read_stream(std::cin);
  } else {
    std::ifstream file(path, std::ios::binary);
    if (file) text = read_stream(file);
  }
  if (!text) {
    tell_error(session, "input.unreadable", path);
    return std::nullopt;
  }
  if (!base::is_valid_utf8(*text)) {
    tell_error(session, "text.not_utf8", path);
    return std::nullopt;
  }
  return text;
}

int put_out(const Session& session, const std::string& path, const std::string& document, const std::string& written) {
  if (path == "-") {
    std::cout << document;
    return kDone;
  }
  if (!write_output(path, document)) {
    tell_error(session, "output.unwritable", path);
    return kUsage;
  }
  std::cout << written << '\n';
  return kDone;
}

bool write_output(const std::string& path, const std::string& text) {
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (!std::filesystem::exists(status)) return !std::filesystem::is_symlink(path, failed) && replace_file(path, text);
  if (std::filesystem::is_directory(status)) return false;
  if (std::filesystem::is_regular_file(status)) {
    const auto target = std::filesystem::canonical(path, failed);  // what a link stands for
    return !failed && replace_file(target.string(), text);
  }
  const int device = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  return device >= 0 && write_and_close(device, text);
}

}  // namespace trellis::cli
