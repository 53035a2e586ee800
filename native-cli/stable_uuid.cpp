// SPDX-License-Identifier: MIT
#include "stable_uuid.hpp"

#include <uuid/uuid.h>

#include <array>

namespace trellis::cli {

std::string stable_uuid(const std::string& name) {
  const std::string full = "trellis:" + name;
  std::array<unsigned char, 16> bytes{};
  std::array<char, 37> text{};
  uuid_generate_sha1(bytes.data(), *uuid_get_template("url"), full.data(), full.size());
  uuid_unparse_lower(bytes.data(), text.data());
  return text.data();
}

}  // namespace trellis::cli
