// SPDX-License-Identifier: MIT
#include "seal/key.hpp"

namespace trellis::seal {

void wipe(void* bytes, std::size_t size) {
  auto* at = static_cast<volatile unsigned char*>(bytes);
  for (std::size_t i = 0; i < size; ++i) at[i] = 0;
}

void wipe(std::string& text) {
  wipe(text.data(), text.size());
  text.clear();
}

Key& Key::operator=(Key&& other) noexcept {
  if (this != &other) {
    bytes_ = other.bytes_;
    wipe(other.bytes_.data(), kSize);
  }
  return *this;
}

}  // namespace trellis::seal
