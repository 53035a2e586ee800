// SPDX-License-Identifier: MIT
#include "app/encode.hpp"
#include "app/methods.hpp"
#include "app/open_config.hpp"
#include "app/params.hpp"
#include "app/version.hpp"
#include "competency/rating.hpp"
#include "ethics/check.hpp"
#include "roles/role.hpp"
#include "store/backup.hpp"

namespace trellis::app {
namespace {

/// Fails when a method that takes nothing but a locale was given more.
std::optional<Error> only_locale(const Call& call) { return Params(call.params, {"locale"}).error(); }

Json encode_rules(const std::vector<const content::Rule*>& rules, const content::Catalog& catalog) {
  return list(rules, [&catalog](const content::Rule* rule) { return encode_rule_summary(*rule, catalog); });
}

Json encode_setting(const content::Setting& setting, const content::Catalog& catalog) {
  return Row()
      .text("id", setting.id)
      .text("name", setting.name)
      .text("drift", setting.drift)
      .text("respond", setting.respond)
      .put("clauses", encode_clauses(setting.clause_ids, catalog))
      .json();
}

Json encode_fact(const roles::SourcedFact& sourced) {
  return Row()
      .text("text", sourced.fact->text)
      .put("source", encode_source(*sourced.source))
      .text("as_of", sourced.fact->as_of)
      .flag("verified", sourced.fact->verified)
      .json();
}

Json encode_role_summary(const content::Role& role) {
  return Row()
      .text("id", role.id)
      .text("name", role.name)
      .text("short_name", role.short_name)
      .text("purpose", role.purpose)
      .json();
}

Json encode_document(const content::Document& document) {
  return Row()
      .text("id", document.id)
      .text("title", document.title)
      .text("publisher", document.publisher)
      .text("published", document.published)
      .text("url", document.url)
      .json();
}

}  // namespace

Result<Json> about(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  return Row()
      .text("app_version", kAppVersion)
      .text("content_version", call.catalog.version)
      .number("abi_version", kAbiVersion)
      .put("locales", list(content::kLocales, [](std::string_view tag) { return Json(std::string(tag)); }))
      .number("text_bytes_max", ethics::kTextBytesMax)
      .number("note_bytes_max", competency::kNoteBytesMax)
      .number("backup_bytes_max", store::kBackupBytesMax)
      .put("store", encode_store(call.state, call.catalog))
      .json();
}

Result<Json> list_roles(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  return Row().put("roles", list(call.catalog.roles, encode_role_summary)).json();
}

Result<Json> get_role(const Call& call) {
  Params params(call.params, {"locale", "role_id"});
  const std::string id = params.text("role_id");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto view = roles::role_view(call.catalog, id);
  if (!view) return tl::unexpected<Error>(view.error());

  const auto setting = [&call](const content::Setting* item) { return encode_setting(*item, call.catalog); };
  Row row(encode_role_summary(*view->role));
  row.text("supervised_by", view->role->supervised_by)
      .put("functions", encode_rules(view->functions, call.catalog))
      .put("conditional", encode_rules(view->conditional, call.catalog))
      .put("not_tasks", encode_rules(view->not_tasks, call.catalog))
      .put("settings", list(view->settings, setting))
      .texts("confused_with", view->role->confused_with)
      .put("facts", list(view->facts, encode_fact))
      .put("clauses", encode_clauses(view->role->clause_ids, call.catalog));
  return Row().put("role", row.json()).json();
}

Result<Json> list_rules(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  std::vector<const content::Rule*> active;
  for (const auto& rule : call.catalog.rules) {
    if (rule.active) active.push_back(&rule);
  }
  return Row().put("rules", encode_rules(active, call.catalog)).json();
}

Result<Json> explain_rule(const Call& call) {
  Params params(call.params, {"locale", "rule_id"});
  const std::string id = params.text("rule_id");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const content::Rule* rule = call.catalog.find_rule(id);
  if (rule == nullptr) return fail("rule.unknown");
  return Row().put("rule", encode_rule(*rule, call.catalog)).json();
}

Result<Json> list_sources(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  return Row()
      .put("documents", list(call.catalog.documents, encode_document))
      .put("sources", list(call.catalog.sources, encode_source))
      .json();
}

Result<Json> get_framework(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  return Row().put("framework", encode_framework(call.catalog.framework, call.catalog)).json();
}

}  // namespace trellis::app
