// SPDX-License-Identifier: MIT
// An encrypted store for tests, with a key that is no secret and an envelope that no passphrase opens.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "samples.hpp"
#include "store/protection.hpp"
#include "store/store.hpp"

namespace trellis::test {

inline constexpr const char* kEnvelope = "trellis-sealed 1 key argon2id 3 65536 salt nonce\nbody";

inline seal::Key key(unsigned char first = 1) {
  seal::Key made;
  for (std::size_t i = 0; i < seal::Key::kSize; ++i) made.data()[i] = static_cast<unsigned char>(first + i);
  return made;
}

/// Encrypts what is at `path` (null: makes it plain). The store there must be closed.
inline Result<void> replace(const std::string& path, const std::vector<competency::Rating>& ratings,
                            const seal::Key* key) {
  auto record = store::read_protection(path);
  if (!record) return tl::unexpected<Error>(record.error());
  if (auto staged = store::stage(path, ratings, {}, key); !staged) return staged;
  if (auto decided = store::decide(path, *record, key == nullptr ? "" : kEnvelope); !decided) return decided;
  auto finished = store::read_protection(path);
  if (!finished) return tl::unexpected<Error>(finished.error());
  return {};
}

}  // namespace trellis::test
