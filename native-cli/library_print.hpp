// SPDX-License-Identifier: MIT
// How rows of the library are printed, ours and those of a pack.
#pragma once

#include <string>

#include "session.hpp"

namespace trellis::cli {

/// A text field, or "".
std::string text_of(const Json& row, const char* key);

/// What a row is called in lists.
std::string title_of(const Json& row);

/// What a section of the library is called.
std::string section_words(const Session& session, std::string section);

void print_row(const Session& session, const Json& row);

/// The clauses and sources that rows name.
void print_named(const Session& session, const Json& section);

}  // namespace trellis::cli
