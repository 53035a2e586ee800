// SPDX-License-Identifier: MIT
// The files of store/migrations/ as they were embedded at build time (core/CMakeLists.txt). Nothing is run here.
#pragma once

#include <span>

namespace trellis::store {

/// SQL of each migration: the first leads from an empty database to version 1, the next from 1 to 2, and so on. Once
/// released, a file is never edited again, not even its spacing: the schema of a database is compared with its text.
std::span<const char* const> migrations();

}  // namespace trellis::store
