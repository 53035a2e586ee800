// SPDX-License-Identifier: MIT
// What the readers of the growth pack share. Internal to this room.
#pragma once

#include <string>

#include "content/growth_pack.hpp"
#include "content/json_fields.hpp"

namespace trellis::content {

Ladder read_ladder(const Json& json, const std::string& path, Fault& fault);

}  // namespace trellis::content
