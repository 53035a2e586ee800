// SPDX-License-Identifier: MIT
#include "input.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/text.hpp"
#include "content/catalog.hpp"

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

/// Waits until the device has the file.
bool flush_file(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool is_flushed = fsync(file) == 0;
  close(file);
  return is_flushed;
}

}  // namespace

void tell_error(const Session& session, const std::string& code, const std::string& file) {
  const auto& errors = content::catalog(session.settings().locale).errors;
  const auto words = errors.find(code);
  std::cerr << "trellis: " << (file.empty() ? "" : file + ": ");
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
  if (path.empty() || path == "-") {
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
  const std::string part = path + ".part";
  {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file << text;
    file.flush();
    if (!file) {
      std::remove(part.c_str());
      return false;
    }
  }
  return flush_file(part) && std::rename(part.c_str(), path.c_str()) == 0;
}

}  // namespace trellis::cli
