// SPDX-License-Identifier: MIT
// The writing half of base/json.hpp: a file of its own, because the browser's build makes it fast and the rest small.
#include "base/json.hpp"

namespace trellis::base {

std::string json_text(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace trellis::base
