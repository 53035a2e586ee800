// SPDX-License-Identifier: MIT
// A checked posting as SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for tools of HR teams.
#pragma once

#include <string>

#include "session.hpp"

namespace trellis::cli {

/// @param result  a check_posting result with `fingerprint` and, where accepted, `suppressed` on each finding
/// @param path    how the file was named on the command line
/// @return        columns are counted in UTF-16 units, as the file says
Json to_sarif(const Json& result, const std::string& path);

}  // namespace trellis::cli
