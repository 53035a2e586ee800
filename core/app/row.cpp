// SPDX-License-Identifier: MIT
#include "app/row.hpp"

#include <utility>

namespace trellis::app {

Row::Row() : object_(Json::value_t::object) {}
Row::Row(Json&& object) : object_(std::move(object)) {}

Row& Row::text(const char* key, const char* value) { return text(key, std::string_view(value)); }

Row& Row::text(const char* key, const std::string& value) {
  slot(key) = value;
  return *this;
}

Row& Row::text(const char* key, std::string_view value) {
  slot(key) = std::string(value);
  return *this;
}

Row& Row::texts(const char* key, const std::vector<std::string>& values) {
  slot(key) = values;
  return *this;
}

Row& Row::number(const char* key, int value) {
  slot(key) = value;
  return *this;
}

Row& Row::number(const char* key, std::size_t value) {
  slot(key) = value;
  return *this;
}

Row& Row::number(const char* key, std::optional<int> value) { return value ? number(key, *value) : nothing(key); }

Row& Row::flag(const char* key, bool value) {
  slot(key) = value;
  return *this;
}

Row& Row::nothing(const char* key) {
  slot(key) = nullptr;
  return *this;
}

Row& Row::put(const char* key, Json&& value) {
  slot(key) = std::move(value);
  return *this;
}

Json& Row::slot(const char* key) { return object_[std::string(key)]; }

}  // namespace trellis::app
