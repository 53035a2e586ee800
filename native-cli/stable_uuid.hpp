// SPDX-License-Identifier: MIT
// Ids for what other programs read: from our own ids, so that they never change.
#pragma once

#include <string>

namespace trellis::cli {

/// The same name gives the same id for good (version 5, RFC 9562), lower case.
std::string stable_uuid(const std::string& name);

}  // namespace trellis::cli
