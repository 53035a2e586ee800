// SPDX-License-Identifier: MIT
// Expected failures as values. No exceptions, no I/O, and never a word that a person typed.
// Idea: std::expected (P0323), here from tl::expected because neither compiler of ours ships it yet.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace trellis {

/// A failure that a caller can foresee and a person can act on.
struct Error {
  /// Stable dotted name, listed in contract/api.schema.json and translated in content/locales/*/errors.json.
  std::string code;
  /// For developers: a count, a position, an id of ours. Never what a person typed.
  std::string detail;

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Makes the failing side of any Result: `return fail("rating.level_out_of_range", "7");`
inline tl::unexpected<Error> fail(std::string_view code, std::string_view detail = {}) {
  return tl::unexpected<Error>(Error{std::string(code), std::string(detail)});
}

}  // namespace trellis
