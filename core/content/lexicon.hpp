// SPDX-License-Identifier: MIT
// Reads word classes (content/lexicon/<tag>.json) into the catalogue. Knows nothing of rules and never sees a text.
#pragma once

#include <span>

#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::content {

/// Reads every lexicon among `files`.
/// @return lexicons by language tag; empty when there is none
/// @errors content.not_json, content.missing_field, content.unknown_id (a class that is named but not there)
Result<std::map<std::string, Lexicon>> read_lexicons(std::span<const BundledFile> files);

}  // namespace trellis::content
