// SPDX-License-Identifier: MIT
// The spelling of ids that callers make. Nothing is made or looked up here.
// Source: RFC 9562, section 4 (the text form of a UUID), lower case only.
#pragma once

#include <string_view>

namespace trellis::base {

/// True for a lower-case UUID such as "0e4c…": 8, 4, 4, 4 and 12 hex digits. Version and variant are not looked at.
bool is_uuid(std::string_view text);

}  // namespace trellis::base
