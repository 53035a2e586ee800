// SPDX-License-Identifier: MIT
// Roles and settings, as their files hold them. No ids are looked up here.
#include "content/readers.hpp"

namespace trellis::content {

Fact read_fact(const Json& json, const std::string& where, Fault& fault) {
  Fields fields(json, where, fault);
  Fact fact;
  fields.read("text", fact.text);
  fields.read("source", fact.source_id);
  fields.read("as_of", fact.as_of);
  fields.read("verified", fact.verified);
  fields.finish();
  return fact;
}

Setting read_setting(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Setting setting;
  fields.read("id", setting.id);
  fields.read("name", setting.name);
  fields.read("drift", setting.drift);
  fields.read("respond", setting.respond);
  fields.read("clauses", setting.clause_ids);
  fields.finish();
  return setting;
}

OrderedRole read_role(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  OrderedRole ordered;
  fields.read("order", ordered.order);
  Role& role = ordered.role;
  fields.read("id", role.id);
  fields.read("name", role.name);
  fields.read("short_name", role.short_name);
  fields.read("purpose", role.purpose);
  fields.read("supervised_by", role.supervised_by);
  fields.read("functions", role.function_ids);
  fields.read("not_tasks", role.not_task_ids);
  fields.read("settings", role.setting_ids);
  fields.read("confused_with", role.confused_with);
  fields.read("clauses", role.clause_ids);
  for (const Json& fact : rows(fields.value("facts"), path, fault)) {
    role.facts.push_back(read_fact(fact, place(path, "facts"), fault));
  }
  fields.finish();
  return ordered;
}

}  // namespace trellis::content
