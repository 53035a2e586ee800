// SPDX-License-Identifier: MIT
// What the writer and the reader of a backup agree on. Used by these two only; others use backup.hpp.
#pragma once

#include <string>
#include <string_view>

#include "store/backup.hpp"

namespace trellis::store {

inline constexpr std::string_view kBackupFormat = "trellis-backup";
inline constexpr std::string_view kChecksumPrefix = "crc32:";

/// The checksum that a document of this version with these rows and this instant must carry.
std::string backup_checksum(const Backup& backup);

}  // namespace trellis::store
