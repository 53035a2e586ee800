// SPDX-License-Identifier: MIT
// A competency framework, as its file holds it. No ids are looked up here.
#include "content/readers.hpp"

namespace trellis::content {
namespace {

Level read_level(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "levels"), fault);
  Level level;
  level.number = fields.number("number");
  level.name = fields.text("name");
  level.cue = fields.text("cue");
  fields.finish();
  return level;
}

Domain read_domain(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "domains"), fault);
  Domain domain;
  domain.id = fields.text("id");
  domain.name = fields.text("name");
  fields.finish();
  return domain;
}

Competency read_competency(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "competencies"), fault);
  Competency competency;
  competency.id = fields.text("id");
  competency.domain_id = fields.text("domain");
  competency.name = fields.text("name");
  competency.statement = fields.text("statement");
  competency.why = fields.text("why");
  competency.evidence = fields.text("evidence");
  competency.practice = fields.text("practice");
  competency.level_texts = fields.texts("levels");
  competency.clause_ids = fields.texts("clauses");
  fields.finish();
  return competency;
}

}  // namespace

Framework read_framework(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Framework framework;
  framework.id = fields.text("id");
  framework.name = fields.text("name");
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
