// SPDX-License-Identifier: MIT
// SHA-256, for a promise that can be checked later (a commitment). Passwords and encryption are the seal room's.
// Source: FIPS 180-4. Our own because the browser's core has no library with it at hand.
#pragma once

#include <string>
#include <string_view>

namespace trellis::base {

/// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace trellis::base
