// SPDX-License-Identifier: MIT
// What the body of each kind of entry holds: one table of keys, types and limits. Errors name our key, never a value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"
#include "growth/entry.hpp"

namespace trellis::growth {

/// Checks a body and gives its one spelling: keys in order of their bytes, no blanks.
/// @param body  an object with exactly the keys of its kind; a key that allows null may be missing and then is null
/// @errors entry.bad_body; detail: the key, or "keys" for one that is unknown
Result<std::string> canonical_body(Kind kind, const base::Json& body);

/// The series id that a thing of which there is one must have ("condition.pay", "practice.S01"); empty for kinds with
/// any UUID.
std::string fixed_series(Kind kind, const base::Json& body);
bool has_fixed_series(Kind kind);

/// The keys of a body, in the order of the table.
std::vector<std::string> body_keys(Kind kind);

/// A text or a whole number of a body that passed canonical_body(); "" or 0 where it is null.
std::string body_text(const base::Json& body, std::string_view key);
int body_number(const base::Json& body, std::string_view key);

}  // namespace trellis::growth
