// SPDX-License-Identifier: MIT
// What the writer and the reader of a backup agree on. Used by these two only; others use backup.hpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "competency/rating.hpp"

namespace trellis::store {

inline constexpr std::string_view kBackupFormat = "trellis-backup";
inline constexpr std::string_view kChecksumPrefix = "crc32:";

/// The checksum that a document with these ratings and this instant must carry.
std::string backup_checksum(std::span<const competency::Rating> ratings, std::string_view exported_at);

}  // namespace trellis::store
