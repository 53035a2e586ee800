// SPDX-License-Identifier: MIT
// FNV-1a, 64 bits: short names for words and lines. Fast and the same everywhere; no protection against anyone.
// Source: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
#pragma once

#include <cstdint>
#include <string_view>

namespace trellis::base {

constexpr std::uint64_t kHashStart = 14695981039346656037ULL;

/// The hash of all bytes so far and those of `text`; begin with kHashStart.
constexpr std::uint64_t hash_more(std::uint64_t hash, std::string_view text) {
  constexpr std::uint64_t kFactor = 1099511628211ULL;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * kFactor;
  return hash;
}

}  // namespace trellis::base
