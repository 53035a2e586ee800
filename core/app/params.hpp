// SPDX-License-Identifier: MIT
// Strict reading of request parameters: unknown, missing and wrongly typed keys are errors. Values are never echoed.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"

namespace trellis::app {

using base::Json;

/// Reads a request text as JSON.
/// @errors request.not_json, request.too_deep
Result<Json> parse_request(std::string_view text);

/// The `params` object of one request. Readers remember the first failure, so a use case asks for all its values and
/// then checks once: `if (auto bad = params.error()) return *bad;`
class Params {
 public:
  /// @param values  must be an object; every key must be in `known`
  Params(const Json& values, std::initializer_list<std::string_view> known);

  std::string text(std::string_view key);
  /// As text(), but the key may be missing: "" then.
  std::string optional_text(std::string_view key);
  /// The bytes of `entropy`: seal::kEntropyBytes, as base64.
  std::string entropy();
  /// An object; null (and a failure noted) when it is none.
  const Json* object(std::string_view key);
  /// A date as days since 1970-01-01.
  int day(std::string_view key);
  /// The elements of an array; empty (and a failure noted) when it is none.
  const Json::array_t& array(std::string_view key);
  /// An integer or null.
  std::optional<int> nullable_integer(std::string_view key);
  /// The objects of an array.
  const std::vector<Json>& objects(std::string_view key);

  /// The first failure: request.missing_key, request.wrong_type or request.unknown_key.
  const std::optional<Error>& error() const { return error_; }

 private:
  const Json* find(std::string_view key);
  void note(std::string_view code, std::string_view key);

  const Json& values_;
  std::optional<Error> error_;
};

}  // namespace trellis::app
