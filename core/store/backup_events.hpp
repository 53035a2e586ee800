// SPDX-License-Identifier: MIT
// JSON as a stream of events, with the depth limited while parsing: a deep tree can be built, but not copied or printed
// without running out of stack (nlohmann/json issue 5387). Knows no field of a backup.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace trellis::store {

/// One JSON value that is neither object nor array. A number that is no 64-bit integer sets no field.
struct Scalar {
  bool is_null = false;
  std::optional<std::int64_t> integer;
  std::optional<std::string_view> text;
  std::optional<bool> flag;
};

enum class Scope { object, array };

/// Takes the parser's events, counts the depth, and keeps the first failure. A handler that returns false stops the
/// parser.
class BackupEvents : public nlohmann::json_sax<nlohmann::json> {
 public:
  const std::optional<Error>& failure() const { return failure_; }

  bool null() final;
  bool boolean(bool value) final;
  bool number_integer(number_integer_t value) final;
  bool number_unsigned(number_unsigned_t value) final;
  bool number_float(number_float_t value, const string_t& text) final;
  bool string(string_t& value) final;
  bool binary(binary_t& value) final;
  bool start_object(std::size_t elements) final;
  bool key(string_t& value) final;
  bool end_object() final;
  bool start_array(std::size_t elements) final;
  bool end_array() final;
  bool parse_error(std::size_t position, const std::string& last_token, const nlohmann::detail::exception& error) final;

 protected:
  /// How many objects and arrays are open. In on_begin and on_end the one at hand counts.
  std::size_t depth() const { return depth_; }
  /// Keeps the failure and returns false.
  bool refuse(std::string_view code, std::string detail);

  virtual bool on_begin(Scope scope) = 0;
  virtual bool on_end() = 0;
  virtual bool on_key(std::string_view key) = 0;
  virtual bool on_value(const Scalar& value) = 0;

 private:
  bool begin(Scope scope);
  bool end();

  std::size_t depth_ = 0;
  std::optional<Error> failure_;
};

/// Sends the events of `document` to `events`.
/// @errors backup.not_json, backup.too_deep, and what `events` refuses
Result<void> parse_events(std::string_view document, BackupEvents& events);

}  // namespace trellis::store
