// SPDX-License-Identifier: MIT
#include "terminal.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace trellis::cli {
namespace {

constexpr std::size_t kColumns = 80;

bool colour_wanted() {
  static const bool wanted = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  return wanted;
}

std::string_view escape_of(Tone tone) {
  switch (tone) {
    case Tone::strong: return "\x1b[1m";
    case Tone::quiet: return "\x1b[2m";
    case Tone::conflict: return "\x1b[1;31m";
    case Tone::depends: return "\x1b[1;33m";
    case Tone::fits: return "\x1b[1;32m";
    case Tone::plain: break;
  }
  return "";
}

/// Columns of UTF-8 text, one for each code point: close enough for wrapping English and Spanish.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

}  // namespace

std::string toned(Tone tone, std::string_view text) {
  if (!colour_wanted() || tone == Tone::plain) return std::string(text);
  return std::string(escape_of(tone)) + std::string(text) + "\x1b[0m";
}

std::string printable(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    line += byte < 0x20U || byte == 0x7FU ? ' ' : c;
  }
  return line;
}

void print_paragraph(std::string_view text, int indent, std::string_view label) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string line = margin + std::string(label);
  bool empty_line = label.empty();
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t stop = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, stop - at);
    at = stop + 1;
    if (word.empty()) continue;
    if (!empty_line && columns(line) + 1 + columns(word) > kColumns) {
      std::cout << line << '\n';
      line = margin;
      empty_line = true;
    }
    if (!empty_line) line += ' ';
    line += word;
    empty_line = false;
  }
  std::cout << line << '\n';
}

}  // namespace trellis::cli
