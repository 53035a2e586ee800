// SPDX-License-Identifier: MIT
// Reads the fields of one JSON object strictly: each missing, mistyped or unknown key is a fault. Knows no content.
// The first fault wins and later reads do nothing harmful, so that readers need no check after every field.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"

namespace trellis::content {

using base::Json;
using TextsByTag = std::map<std::string, std::vector<std::string>>;

/// The first thing that is wrong with the content; empty code means nothing so far.
class Fault {
 public:
  /// Keeps `code` and where it was seen, for example "rules/T.DRIVER.json: why". Later faults are dropped.
  void report(std::string_view code, const std::string& where);
  bool any() const { return !error_.code.empty(); }
  const Error& error() const { return error_; }

 private:
  Error error_;
};

/// Says where something is: "rules/T.DRIVER.json: why".
std::string place(std::string_view outer, std::string_view inner);

/// Parses one file's text. A fault leaves an empty value behind.
Json parse_json(std::string_view path, std::string_view text, Fault& fault);

/// One object and the keys that were asked for. Call `finish` after the last one.
class Fields {
 public:
  /// @param where  file, or file and id, put in front of every fault
  Fields(const Json& object, std::string where, Fault& fault);

  /// Required fields: into a variable of the right type, or as a value.
  void read(const char* key, std::string& target);
  void read(const char* key, std::vector<std::string>& targets);
  void read(const char* key, bool& target);
  void read(const char* key, int& target);
  std::string text(const char* key);
  std::vector<std::string> texts(const char* key);
  const Json& value(const char* key);

  /// Fields that may be missing.
  std::vector<std::string> optional_texts(const char* key);
  TextsByTag optional_texts_by_tag(const char* key);
  void overwrite(const char* key, std::string& target);
  void overwrite(const char* key, std::vector<std::string>& targets);
  const Json* find(const char* key);

  /// Reports every key that nobody asked for.
  void finish();
  void report(std::string_view code, std::string_view key);

 private:
  std::vector<std::string> to_texts(const Json& array, std::string_view key);

  const Json& object_;
  std::string where_;
  Fault& fault_;
  std::set<std::string, std::less<>> asked_;
};

/// Every row of an array, or none with a fault when `value` is not an array.
const Json::array_t& rows(const Json& value, const std::string& where, Fault& fault);

/// Every member of an object, or none with a fault when `value` is not an object.
const Json::object_t& members(const Json& value, const std::string& where, Fault& fault);

}  // namespace trellis::content
