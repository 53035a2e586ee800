// SPDX-License-Identifier: MIT
// The one place where JSON text is read: content, requests and backups share one compiled parser. Knows no field.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace trellis::base {

using Json = nlohmann::json;

/// Sends the parser's events for `text` (UTF-8 JSON, RFC 8259) to `events`, until the end, a fault, or a handler that
/// returns false. @return whether all of it was read
bool walk_json(std::string_view text, nlohmann::json_sax<Json>& events);

/// Deepest nesting that is read. Deeper JSON parses, but copying it overflows the stack in wasm (measured near 1,000).
constexpr std::size_t kJsonDepthMax = 64;

/// The value of `text`, or nothing when it is no JSON or too deep. As often as a key comes, its last value stays.
/// @param too_deep  where given, set when the depth was the reason
std::optional<Json> parse_json(std::string_view text, bool* too_deep = nullptr);

/// `value` as compact JSON text (UTF-8). Bytes that are no UTF-8 become U+FFFD.
std::string json_text(const Json& value);

}  // namespace trellis::base
