// SPDX-License-Identifier: MIT
// From JSON files to the rows of the catalogue, one reader for each kind of file. Internal to this room.
// Readers look at one file at a time; whether ids exist elsewhere is cross_check's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/catalog.hpp"
#include "content/json_fields.hpp"

namespace trellis::content {

/// A role as its file holds it, with its place in lists.
struct OrderedRole {
  int order = 0;
  Role role;
};

Document read_document(const Json& json, const std::string& path, Fault& fault);
Clause read_clause(const Json& json, const std::string& path, Fault& fault);
Source read_source(const Json& json, const std::string& path, Fault& fault);
Rule read_rule(const Json& json, const std::string& path, Fault& fault);
/// The examples of one rule, by language.
void read_examples(const Json& json, const std::string& where, Fault& fault, Rule& rule);
Safeguard read_safeguard(const Json& json, const std::string& path, Fault& fault);
Setting read_setting(const Json& json, const std::string& path, Fault& fault);
OrderedRole read_role(const Json& json, const std::string& path, Fault& fault);
/// A fact with its source. @param where  file and key
Fact read_fact(const Json& json, const std::string& where, Fault& fault);
Framework read_framework(const Json& json, const std::string& path, Fault& fault);

/// Puts the words of one file below locales/ over the rows with the same id. Ids without words keep theirs.
/// @param name  file name, for example "rules.json"
void overlay(const Json& json, std::string_view name, const std::string& path, Catalog& catalog, Fault& fault);

/// Puts texts under `key` over those of `facts`, as many of them.
void overwrite_facts(Fields& fields, const char* key, std::vector<Fact>& facts);

/// Every id is there once, and every id that is named exists.
void cross_check(const Catalog& catalog, Fault& fault);

}  // namespace trellis::content
