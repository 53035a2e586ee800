// SPDX-License-Identifier: MIT
// Secret bytes that are overwritten when they go. Nothing here prints, compares or encodes them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace trellis::seal {

/// Overwrites memory in a way that no compiler leaves out.
void wipe(void* bytes, std::size_t size);

/// Overwrites and empties a text that held a secret.
void wipe(std::string& text);

/// A text that is overwritten when it goes.
struct SecretText {
  std::string text;

  explicit SecretText(std::string secret) : text(std::move(secret)) {}
  ~SecretText() { wipe(text); }
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
};

/// 256 bits. Not copied: hand it on by reference or move it.
class Key {
 public:
  static constexpr std::size_t kSize = 32;

  Key() = default;
  ~Key() { wipe(bytes_.data(), kSize); }
  Key(Key&& other) noexcept : bytes_(other.bytes_) { wipe(other.bytes_.data(), kSize); }
  Key& operator=(Key&& other) noexcept;

  unsigned char* data() { return bytes_.data(); }
  const unsigned char* data() const { return bytes_.data(); }

 private:
  std::array<unsigned char, kSize> bytes_{};
};

}  // namespace trellis::seal
