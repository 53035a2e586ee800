// SPDX-License-Identifier: MIT
// Readable output: colour on a terminal, plain in a pipe (and with NO_COLOR), lines wrapped at 80 columns.
#pragma once

#include <string>
#include <string_view>

namespace trellis::cli {

enum class Tone { plain, strong, quiet, conflict, depends, fits };

/// `text` in a colour when standard output is a terminal; the words alone carry the meaning.
std::string toned(Tone tone, std::string_view text);

/// Prints `text` wrapped at 80 columns; every line starts with `indent` spaces, the first after `label`.
void print_paragraph(std::string_view text, int indent = 0, std::string_view label = {});

/// `text` without control and bidirectional characters (a pasted text must not steer the terminal), as one line.
std::string printable(std::string_view text);

}  // namespace trellis::cli
