// SPDX-License-Identifier: MIT
// The schemas of content/schema/ as text, put in by the build (native-cli/CMakeLists.txt).
#pragma once

#include <span>
#include <string_view>

namespace trellis::cli {

struct ContentSchema {
  std::string_view name;  // "rule" for rule.schema.json
  std::string_view text;  // JSON Schema 2020-12
};

std::span<const ContentSchema> content_schemas();

}  // namespace trellis::cli
