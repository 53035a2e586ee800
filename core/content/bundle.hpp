// SPDX-License-Identifier: MIT
// The files of content/ as they were embedded at build time (scripts/embed-content.cmake). Nothing is parsed here.
#pragma once

#include <span>
#include <string_view>

namespace trellis::content {

struct BundledFile {
  std::string_view path;  // below content/, for example "rules/T.DRIVER.json"
  std::string_view text;  // UTF-8 JSON
};

/// All embedded files, ordered by path.
std::span<const BundledFile> bundled_files();

/// First 16 hex digits of a SHA-256 over paths and texts: two builds with equal content say the same.
std::string_view bundle_version();

}  // namespace trellis::content
