// SPDX-License-Identifier: MIT
// Strict field reading over nlohmann/json. Types are looked at first, so nothing here throws.
#include "content/json_fields.hpp"

#include <optional>
#include <utility>

#include "base/json.hpp"

namespace trellis::content {
namespace {

const Json kNothing;

}  // namespace

void Fault::report(std::string_view code, const std::string& where) {
  if (!any()) error_ = Error{std::string(code), where};
}

std::string place(std::string_view outer, std::string_view inner) {
  std::string where(outer);
  where.append(": ").append(inner);
  return where;
}

Json parse_json(std::string_view path, std::string_view text, Fault& fault) {
  if (std::optional<Json> json = base::parse_json(text)) return std::move(*json);
  fault.report("content.not_json", std::string(path));
  return {};
}

Fields::Fields(const Json& object, std::string where, Fault& fault)
    : object_(object.is_object() ? object : kNothing), where_(std::move(where)), fault_(fault) {
  if (!object.is_object()) fault_.report("content.wrong_type", where_);
}

const Json* Fields::find(const char* key) {
  asked_.emplace(key);
  if (!object_.is_object()) return nullptr;
  const auto at = object_.find(std::string(key));
  return at == object_.end() ? nullptr : &*at;
}

const Json& Fields::value(const char* key) {
  const Json* found = find(key);
  if (found != nullptr) return *found;
  report("content.missing_field", key);
  return kNothing;
}

void Fields::read(const char* key, std::string& target) {
  if (const auto* text = value(key).get_ptr<const std::string*>()) {
    target = *text;
  } else {
    report("content.wrong_type", key);
  }
}

void Fields::read(const char* key, std::vector<std::string>& targets) { targets = to_texts(value(key), key); }

void Fields::read(const char* key, bool& target) {
  if (const auto* flag = value(key).get_ptr<const bool*>()) {
    target = *flag;
  } else {
    report("content.wrong_type", key);
  }
}

void Fields::read(const char* key, int& target) {
  constexpr Json::number_unsigned_t kMost = 1'000'000;
  const auto* number = value(key).get_ptr<const Json::number_unsigned_t*>();
  if (number != nullptr && *number <= kMost) {
    target = static_cast<int>(*number);
  } else {
    report("content.wrong_type", key);
  }
}

std::string Fields::text(const char* key) {
  std::string text;
  read(key, text);
  return text;
}

std::vector<std::string> Fields::texts(const char* key) { return to_texts(value(key), key); }

std::vector<std::string> Fields::optional_texts(const char* key) {
  const Json* found = find(key);
  return found == nullptr ? std::vector<std::string>{} : to_texts(*found, key);
}

TextsByTag Fields::optional_texts_by_tag(const char* key) {
  TextsByTag result;
  const Json* found = find(key);
  if (found == nullptr) return result;
  for (const auto& [tag, array] : members(*found, place(where_, key), fault_)) {
    result[tag] = to_texts(array, key);
  }
  return result;
}

void Fields::overwrite(const char* key, std::string& target) {
  if (find(key) != nullptr) read(key, target);
}

void Fields::overwrite(const char* key, std::vector<std::string>& targets) {
  if (find(key) == nullptr) return;
  std::vector<std::string> found = texts(key);
  if (found.size() != targets.size()) return report("content.wrong_type", key);
  targets = std::move(found);
}

void Fields::finish() {
  if (!object_.is_object()) return;
  for (const auto& [key, value] : object_.get_ref<const Json::object_t&>()) {
    if (!asked_.contains(key)) report("content.unknown_key", key);
  }
}

void Fields::report(std::string_view code, std::string_view key) { fault_.report(code, place(where_, key)); }

std::vector<std::string> Fields::to_texts(const Json& array, std::string_view key) {
  std::vector<std::string> result;
  for (const Json& row : rows(array, place(where_, key), fault_)) {
    if (const auto* text = row.get_ptr<const std::string*>()) {
      result.push_back(*text);
    } else {
      report("content.wrong_type", key);
    }
  }
  return result;
}

const Json::array_t& rows(const Json& value, const std::string& where, Fault& fault) {
  static const Json::array_t kNone;
  if (const auto* array = value.get_ptr<const Json::array_t*>()) return *array;
  fault.report("content.wrong_type", where);
  return kNone;
}

const Json::object_t& members(const Json& value, const std::string& where, Fault& fault) {
  static const Json::object_t kNone;
  if (const auto* object = value.get_ptr<const Json::object_t*>()) return *object;
  fault.report("content.wrong_type", where);
  return kNone;
}

}  // namespace trellis::content
