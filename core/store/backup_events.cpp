// SPDX-License-Identifier: MIT
// From nlohmann's SAX interface to ours. Passes on the position of a fault, never the words around it.
#include "store/backup_events.hpp"

#include <limits>
#include <utility>

#include "base/json.hpp"
#include "store/backup.hpp"

namespace trellis::store {

bool BackupEvents::null() {
  Scalar nothing;
  nothing.is_null = true;
  return on_value(nothing);
}

bool BackupEvents::boolean(bool value) {
  Scalar scalar;
  scalar.flag = value;
  return on_value(scalar);
}

bool BackupEvents::number_integer(number_integer_t value) {
  Scalar scalar;
  scalar.integer = value;
  return on_value(scalar);
}

bool BackupEvents::number_unsigned(number_unsigned_t value) {
  if (value > static_cast<number_unsigned_t>(std::numeric_limits<number_integer_t>::max())) return on_value({});
  return number_integer(static_cast<number_integer_t>(value));
}

bool BackupEvents::number_float(number_float_t /*value*/, const string_t& /*text*/) { return on_value({}); }

bool BackupEvents::string(string_t& value) {
  Scalar scalar;
  scalar.text = value;
  return on_value(scalar);
}

bool BackupEvents::binary(binary_t& /*value*/) { return on_value({}); }

bool BackupEvents::start_object(std::size_t /*elements*/) { return begin(Scope::object); }

bool BackupEvents::key(string_t& value) { return on_key(value); }

bool BackupEvents::end_object() { return end(); }

bool BackupEvents::start_array(std::size_t /*elements*/) { return begin(Scope::array); }

bool BackupEvents::end_array() { return end(); }

bool BackupEvents::parse_error(std::size_t position, const std::string& /*last_token*/,
                               const nlohmann::detail::exception& /*error*/) {
  return refuse("backup.not_json", "byte " + std::to_string(position));
}

bool BackupEvents::refuse(std::string_view code, std::string detail) {
  if (!failure_) failure_ = Error{std::string(code), std::move(detail)};
  return false;
}

bool BackupEvents::begin(Scope scope) {
  ++depth_;
  if (depth_ > kBackupDepthMax) return refuse("backup.too_deep", std::to_string(depth_));
  return on_begin(scope);
}

bool BackupEvents::end() {
  const bool go_on = on_end();
  --depth_;
  return go_on;
}

Result<void> parse_events(std::string_view document, BackupEvents& events) {
  const bool is_parsed = base::walk_json(document, events);
  if (events.failure()) return tl::unexpected<Error>(*events.failure());
  if (!is_parsed) return fail("backup.not_json");
  return {};
}

}  // namespace trellis::store
