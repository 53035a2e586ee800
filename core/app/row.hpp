// SPDX-License-Identifier: MIT
// Builds the JSON objects of contract/api.schema.json key by key. Every step is one call of a function that is compiled
// once: nlohmann's initialiser lists are compiled anew in each place and made a tenth of what a browser downloads.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"

namespace trellis::app {

using base::Json;

/// One JSON object in the making: `return Row().text("id", role.id).number("level", 3).json();`
class Row {
 public:
  Row();
  /// Goes on with an object that has keys already.
  explicit Row(Json&& object);

  Row& text(const char* key, const char* value);
  Row& text(const char* key, const std::string& value);
  Row& text(const char* key, std::string_view value);
  Row& texts(const char* key, const std::vector<std::string>& values);
  Row& number(const char* key, int value);
  Row& number(const char* key, std::size_t value);
  /// Null where there is none.
  Row& number(const char* key, std::optional<int> value);
  Row& flag(const char* key, bool value);
  Row& nothing(const char* key);
  Row& put(const char* key, Json&& value);

  /// The object; the row is empty afterwards.
  Json json() { return std::move(object_); }

 private:
  Json& slot(const char* key);

  Json object_;
};

/// An array with one encoded element for each item.
template <class Items, class Encode>
Json list(const Items& items, Encode encode) {
  Json rows(Json::value_t::array);
  for (const auto& item : items) rows.push_back(encode(item));
  return rows;
}

}  // namespace trellis::app
