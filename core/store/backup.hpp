// SPDX-License-Identifier: MIT
// The backup document (contract/backup.schema.json): ratings and entries to text and back, byte for byte. No SQL here.
// Bad input gives one clear error and nothing else happens.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "competency/rating.hpp"
#include "content/catalog.hpp"
#include "growth/entry.hpp"

namespace trellis::store {

/// What is written. Version 1, without entries, is read as well.
inline constexpr int kBackupFormatVersion = 2;
inline constexpr std::size_t kBackupBytesMax = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t kBackupDepthMax = 64;

struct Backup {
  int format_version = kBackupFormatVersion;
  std::string exported_at;
  std::vector<competency::Rating> ratings;
  std::vector<growth::Entry> entries;
};

/// @param exported_at  RFC 3339 instant in UTC
/// @return UTF-8 JSON; equal rows and instant give equal bytes
/// @errors time.bad_instant
Result<std::string> write_backup(std::span<const competency::Rating> ratings, std::string_view exported_at,
                                 std::span<const growth::Entry> entries = {});

/// Reads a backup. Competency ids that the framework does not know are kept (a newer or older content pack).
/// @errors backup.too_long, backup.not_json, backup.too_deep, backup.not_a_backup, backup.newer_format,
///         backup.damaged (checksum or counts), backup.invalid, text.has_nul, text.not_utf8
Result<Backup> read_backup(std::string_view document);

}  // namespace trellis::store
