// SPDX-License-Identifier: MIT
// A competency framework, as its file holds it. No ids are looked up here.
#include "content/readers.hpp"

namespace trellis::content {
namespace {

Level read_level(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "levels"), fault);
  Level level;
  fields.read("number", level.number);
  fields.read("name", level.name);
  fields.read("cue", level.cue);
  fields.finish();
  return level;
}

Domain read_domain(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "domains"), fault);
  Domain domain;
  fields.read("id", domain.id);
  fields.read("name", domain.name);
  fields.finish();
  return domain;
}

Competency read_competency(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "competencies"), fault);
  Competency competency;
  fields.read("id", competency.id);
  fields.read("domain", competency.domain_id);
  fields.read("name", competency.name);
  fields.read("statement", competency.statement);
  fields.read("why", competency.why);
  fields.read("evidence", competency.evidence);
  fields.read("practice", competency.practice);
  fields.read("levels", competency.level_texts);
  fields.read("clauses", competency.clause_ids);
  fields.finish();
  return competency;
}

}  // namespace

Framework read_framework(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Framework framework;
  fields.read("id", framework.id);
  fields.read("name", framework.name);
  for (const Json& row : rows(fields.value("levels"), path, fault)) {
    framework.levels.push_back(read_level(row, path, fault));
  }
  for (const Json& row : rows(fields.value("domains"), path, fault)) {
    framework.domains.push_back(read_domain(row, path, fault));
  }
  for (const Json& row : rows(fields.value("competencies"), path, fault)) {
    framework.competencies.push_back(read_competency(row, path, fault));
  }
  fields.finish();
  return framework;
}

}  // namespace trellis::content
