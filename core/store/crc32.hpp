// SPDX-License-Identifier: MIT
// CRC-32: notices damage by accident, not by intent. Kept here because zlib is not part of the wasm build.
// Source: IEEE 802.3 (reflected polynomial 0xEDB88320), as in zip, PNG and zlib's crc32().
#pragma once

#include <cstdint>
#include <string_view>

namespace trellis::store {

std::uint32_t crc32(std::string_view bytes);

}  // namespace trellis::store
