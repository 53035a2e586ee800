// SPDX-License-Identifier: MIT
#include "app/params.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/base64.hpp"
#include "base/instant.hpp"
#include "seal/sealed.hpp"

namespace trellis::app {
Result<Json> parse_request(std::string_view text) {
  // The parser takes NUL for the end of the text and would let anything stand behind it.
  if (text.find('\0') != std::string_view::npos) return fail("request.not_json", "NUL");
  bool too_deep = false;
  std::optional<Json> parsed = base::parse_json(text, &too_deep);
  if (!parsed) return fail(too_deep ? "request.too_deep" : "request.not_json");
  return std::move(*parsed);
}

Params::Params(const Json& values, std::initializer_list<std::string_view> known) : values_(values) {
  for (const auto& [key, value] : values.items()) {
    const std::string_view name = key;
    if (std::find(known.begin(), known.end(), name) == known.end()) note("request.unknown_key", "");
  }
}

std::string Params::text(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    note("request.wrong_type", key);
    return {};
  }
  return value->get<std::string>();
}

std::string Params::optional_text(std::string_view key) {
  return values_.contains(std::string(key)) ? text(key) : std::string();
}

std::string Params::entropy() {
  const seal::SecretText given(text("entropy"));
  auto bytes = base::from_base64(given.text);
  if (bytes && bytes->size() == seal::kEntropyBytes) return std::move(*bytes);
  note("request.wrong_type", "entropy");
  return {};
}

int Params::day(std::string_view key) {
  const auto day = base::day_number(text(key));
  if (!day) note("request.wrong_type", key);
  return day.value_or(0);
}

const Json::array_t& Params::array(std::string_view key) {
  static const Json::array_t kNone;
  const Json* value = find(key);
  if (value == nullptr) return kNone;
  if (const auto* elements = value->get_ptr<const Json::array_t*>()) return *elements;
  note("request.wrong_type", key);
  return kNone;
}

const Json* Params::object(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr || value->is_object()) return value;
  note("request.wrong_type", key);
  return nullptr;
}

std::optional<int> Params::nullable_integer(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (!value->is_number_integer()) {
    note("request.wrong_type", key);
    return std::nullopt;
  }
  // A number outside int is no level; any out-of-range value gives the same clear error later.
  const auto wide = value->is_number_unsigned() && value->get<std::uint64_t>() > 1'000'000 ? std::int64_t{1'000'000}
                                                                                           : value->get<std::int64_t>();
  return static_cast<int>(std::clamp<std::int64_t>(wide, -1'000'000, 1'000'000));
}

const std::vector<Json>& Params::objects(std::string_view key) {
  static const std::vector<Json> kNone;
  const Json* value = find(key);
  if (value == nullptr) return kNone;
  const auto* array = value->get_ptr<const Json::array_t*>();
  if (array != nullptr && std::all_of(array->begin(), array->end(), [](const Json& row) { return row.is_object(); })) {
    return *array;
  }
  note("request.wrong_type", key);
  return kNone;
}

const Json* Params::find(std::string_view key) {
  const auto found = values_.find(std::string(key));
  if (found != values_.end()) return &*found;
  note("request.missing_key", key);
  return nullptr;
}

void Params::note(std::string_view code, std::string_view key) {
  if (!error_) error_ = Error{std::string(code), std::string(key)};
}

}  // namespace trellis::app
