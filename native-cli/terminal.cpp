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

/// Bytes of the character at the start of `text` when it steers a terminal or turns the reading direction (control
/// characters of ASCII and Latin-1, bidirectional controls, the invisible space); 0 for every other one.
std::size_t steering_size(std::string_view text) {
  const auto byte = [text](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  if (byte(0) < 0x20U || byte(0) == 0x7FU) return 1;
  if (byte(0) == 0xC2U && byte(1) >= 0x80U && byte(1) <= 0x9FU) return 2;  // U+0080 to U+009F
  if (byte(0) != 0xE2U) return 0;
  const unsigned low = byte(2);
  const bool is_mark =
      byte(1) == 0x80U && (low == 0x8BU || low == 0x8EU || low == 0x8FU || (low >= 0xAAU && low <= 0xAEU));
  const bool is_isolate = byte(1) == 0x81U && low >= 0xA6U && low <= 0xA9U;
  return is_mark || is_isolate ? 3 : 0;
}

}  // namespace

std::string toned(Tone tone, std::string_view text) {
  if (!colour_wanted() || tone == Tone::plain) return std::string(text);
  return std::string(escape_of(tone)) + std::string(text) + "\x1b[0m";
}

std::string printable(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = steering_size(text.substr(at));
    if (size > 0) {
      line += ' ';
    } else {
      line += text[at];
    }
    at += std::max<std::size_t>(size, 1);
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
