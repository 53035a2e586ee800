// SPDX-License-Identifier: MIT
// Words of one language over the catalogue, by id. Adds and removes no rows, and never touches ids or patterns.
#include <algorithm>
#include <utility>

#include "content/readers.hpp"

namespace trellis::content {
namespace {

/// Says how far a translation is, for example "awaiting review". For people, not for the core.
constexpr std::string_view kStatusKey = "status";

void put(Fields& fields, Document& row) { fields.overwrite("title", row.title); }

void put(Fields& fields, Clause& row) {
  fields.overwrite("section", row.section);
  fields.overwrite("text", row.text);
}

void put(Fields& fields, Source& row) { fields.overwrite("what", row.what); }

void put(Fields& fields, Rule& row) {
  fields.overwrite("name", row.name);
  fields.overwrite("why", row.why);
  fields.overwrite("condition", row.condition);
  fields.overwrite("instead", row.instead);
  fields.overwrite("reply", row.reply);
  fields.overwrite("question", row.question);
}

void put(Fields& fields, Safeguard& row) {
  fields.overwrite("name", row.name);
  fields.overwrite("why", row.why);
  fields.overwrite("question", row.question);
}

void put(Fields& fields, Setting& row) {
  fields.overwrite("name", row.name);
  fields.overwrite("drift", row.drift);
  fields.overwrite("respond", row.respond);
}

void put(Fields& fields, Role& row) {
  fields.overwrite("name", row.name);
  fields.overwrite("short_name", row.short_name);
  fields.overwrite("purpose", row.purpose);
  fields.overwrite("supervised_by", row.supervised_by);
  fields.overwrite("confused_with", row.confused_with);
  overwrite_facts(fields, "facts", row.facts);
}

void put(Fields& fields, Domain& row) { fields.overwrite("name", row.name); }

void put(Fields& fields, Level& row) {
  fields.overwrite("name", row.name);
  fields.overwrite("cue", row.cue);
}

void put(Fields& fields, Competency& row) {
  fields.overwrite("name", row.name);
  fields.overwrite("statement", row.statement);
  fields.overwrite("why", row.why);
  fields.overwrite("evidence", row.evidence);
  fields.overwrite("practice", row.practice);
  fields.overwrite("levels", row.level_texts);
}

/// Puts `json` over the row with this id, if there is one.
template <class Row>
bool put_by_id(std::vector<Row>& table, std::string_view id, Fields& fields) {
  const auto row = std::find_if(table.begin(), table.end(), [id](const Row& r) { return r.id == id; });
  if (row == table.end()) return false;
  put(fields, *row);
  return true;
}

/// Levels have numbers, not ids: their words go by "level.1" to "level.5".
bool put_level(std::vector<Level>& levels, std::string_view id, Fields& fields) {
  for (Level& level : levels) {
    if (id == "level." + std::to_string(level.number)) {
      put(fields, level);
      return true;
    }
  }
  return false;
}

bool put_framework(Framework& framework, std::string_view id, Fields& fields) {
  if (id == framework.id) {
    fields.overwrite("name", framework.name);
    return true;
  }
  return put_by_id(framework.competencies, id, fields) || put_by_id(framework.domains, id, fields) ||
         put_level(framework.levels, id, fields);
}

bool put_family(std::map<std::string, std::string>& names, const std::string& id, Fields& fields) {
  const auto family = names.find(id);
  if (family == names.end()) return false;
  fields.overwrite("name", family->second);
  return true;
}

bool put_error(std::map<std::string, ErrorText>& errors, const std::string& id, Fields& fields) {
  ErrorText& error = errors[id];
  fields.read("message", error.message);
  fields.read("next_step", error.next_step);
  return true;
}

/// @return false when the file name is none that we know, or no row has this id
bool put_row(Catalog& catalog, std::string_view name, const std::string& id, Fields& fields) {
  if (name == "documents.json") return put_by_id(catalog.documents, id, fields);
  if (name == "clauses.json") return put_by_id(catalog.clauses, id, fields);
  if (name == "sources.json") return put_by_id(catalog.sources, id, fields);
  if (name == "rules.json") return put_by_id(catalog.rules, id, fields);
  if (name == "safeguards.json") return put_by_id(catalog.safeguards, id, fields);
  if (name == "settings.json") return put_by_id(catalog.settings, id, fields);
  if (name == "roles.json") return put_by_id(catalog.roles, id, fields);
  if (name == "competencies.json") return put_framework(catalog.framework, id, fields);
  if (name == "families.json") return put_family(catalog.family_names, id, fields);
  if (name == "errors.json") return put_error(catalog.errors, id, fields);
  return false;
}

void put_phrase(Catalog& catalog, const std::string& key, const Json& value, const std::string& path, Fault& fault) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr) return fault.report("content.wrong_type", place(path, key));
  catalog.phrases[key] = *text;
}

}  // namespace

void overwrite_facts(Fields& fields, const char* key, std::vector<Fact>& facts) {
  std::vector<std::string> texts;
  for (const Fact& fact : facts) texts.push_back(fact.text);
  fields.overwrite(key, texts);
  for (std::size_t i = 0; i < texts.size(); ++i) facts[i].text = std::move(texts[i]);
}

void overlay(const Json& json, std::string_view name, const std::string& path, Catalog& catalog, Fault& fault) {
  const bool phrases = name == "core.json" || name == "cli.json";
  for (const auto& [id, words] : members(json, path, fault)) {
    if (id == kStatusKey) continue;
    if (phrases) {
      put_phrase(catalog, id, words, path, fault);
      continue;
    }
    Fields fields(words, place(path, id), fault);
    if (!put_row(catalog, name, id, fields)) return fault.report("content.unknown_id", place(path, id));
    fields.finish();
  }
}

}  // namespace trellis::content
