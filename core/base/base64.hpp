// SPDX-License-Identifier: MIT
// Bytes as text and back. One spelling for each value: no line breaks, no other alphabet, no stray bits.
// Source: RFC 4648, section 4, with padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trellis::base {

std::string to_base64(std::string_view bytes);

/// The bytes of `text`; nothing unless `text` is exactly what to_base64() writes for them.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace trellis::base
