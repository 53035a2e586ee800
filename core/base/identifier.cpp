// SPDX-License-Identifier: MIT
#include "base/identifier.hpp"

#include <algorithm>

namespace trellis::base {
namespace {

constexpr std::string_view kUuidShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

bool is_lower_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

}  // namespace

bool is_uuid(std::string_view text) {
  return std::equal(text.begin(), text.end(), kUuidShape.begin(), kUuidShape.end(),
                    [](char c, char shape) { return shape == 'x' ? is_lower_hex(c) : c == shape; });
}

}  // namespace trellis::base
