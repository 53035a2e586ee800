// SPDX-License-Identifier: MIT
// Roles and settings, as their files hold them. No ids are looked up here.
#include "content/readers.hpp"

namespace trellis::content {
namespace {

Fact read_fact(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "facts"), fault);
  Fact fact;
  fact.text = fields.text("text");
  fact.source_id = fields.text("source");
  fact.as_of = fields.text("as_of");
  fact.verified = fields.flag("verified");
  fields.finish();
  return fact;
}

}  // namespace

Setting read_setting(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Setting setting;
  setting.id = fields.text("id");
  setting.name = fields.text("name");
  setting.drift = fields.text("drift");
  setting.respond = fields.text("respond");
  setting.clause_ids = fields.texts("clauses");
  fields.finish();
  return setting;
}

OrderedRole read_role(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  OrderedRole ordered;
  ordered.order = fields.number("order");
  Role& role = ordered.role;
  role.id = fields.text("id");
  role.name = fields.text("name");
  role.short_name = fields.text("short_name");
  role.purpose = fields.text("purpose");
  role.supervised_by = fields.text("supervised_by");
  role.function_ids = fields.texts("functions");
  role.not_task_ids = fields.texts("not_tasks");
  role.setting_ids = fields.texts("settings");
  role.confused_with = fields.texts("confused_with");
  role.clause_ids = fields.texts("clauses");
  for (const Json& fact : rows(fields.value("facts"), path, fault)) {
    role.facts.push_back(read_fact(fact, path, fault));
  }
  fields.finish();
  return ordered;
}

}  // namespace trellis::content
