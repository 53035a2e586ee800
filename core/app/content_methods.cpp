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

Json encode_store(State& state, const content::Catalog& catalog) {
  if (auto store = state.store()) {
    return {{"state", "open"}, {"error", nullptr}, {"schema_version", (*store)->schema_version()}};
  }
  const auto& failure = state.store_failure();
  return {{"state", failure ? "failed" : "none"},
          {"error", failure ? encode_error(*failure, catalog) : Json(nullptr)},
          {"schema_version", 0}};
}

Json encode_rules(const std::vector<const content::Rule*>& rules, const content::Catalog& catalog) {
  Json rows = Json::array();
  for (const content::Rule* rule : rules) rows.push_back(encode_rule_summary(*rule, catalog));
  return rows;
}

Json encode_settings(const std::vector<const content::Setting*>& settings, const content::Catalog& catalog) {
  Json rows = Json::array();
  for (const content::Setting* setting : settings) {
    rows.push_back({{"id", setting->id},
                    {"name", setting->name},
                    {"drift", setting->drift},
                    {"respond", setting->respond},
                    {"clauses", encode_clauses(setting->clause_ids, catalog)}});
  }
  return rows;
}

Json encode_facts(const std::vector<roles::SourcedFact>& facts) {
  Json rows = Json::array();
  for (const auto& [fact, source] : facts) {
    rows.push_back({{"text", fact->text},
                    {"source", encode_source(*source)},
                    {"as_of", fact->as_of},
                    {"verified", fact->verified}});
  }
  return rows;
}

Json encode_role_summary(const content::Role& role) {
  return {{"id", role.id}, {"name", role.name}, {"short_name", role.short_name}, {"purpose", role.purpose}};
}

}  // namespace

Result<Json> about(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  return Json{{"app_version", kAppVersion},
              {"content_version", call.catalog.version},
              {"abi_version", kAbiVersion},
              {"locales", content::kLocales},
              {"text_bytes_max", ethics::kTextBytesMax},
              {"note_bytes_max", competency::kNoteBytesMax},
              {"backup_bytes_max", store::kBackupBytesMax},
              {"store", encode_store(call.state, call.catalog)}};
}

Result<Json> list_roles(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  Json rows = Json::array();
  for (const auto& role : call.catalog.roles) rows.push_back(encode_role_summary(role));
  return Json{{"roles", std::move(rows)}};
}

Result<Json> get_role(const Call& call) {
  Params params(call.params, {"locale", "role_id"});
  const std::string id = params.text("role_id");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto view = roles::role_view(call.catalog, id);
  if (!view) return tl::unexpected<Error>(view.error());

  Json row = encode_role_summary(*view->role);
  row["supervised_by"] = view->role->supervised_by;
  row["functions"] = encode_rules(view->functions, call.catalog);
  row["conditional"] = encode_rules(view->conditional, call.catalog);
  row["not_tasks"] = encode_rules(view->not_tasks, call.catalog);
  row["settings"] = encode_settings(view->settings, call.catalog);
  row["confused_with"] = view->role->confused_with;
  row["facts"] = encode_facts(view->facts);
  row["clauses"] = encode_clauses(view->role->clause_ids, call.catalog);
  return Json{{"role", std::move(row)}};
}

Result<Json> list_rules(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  Json rows = Json::array();
  for (const auto& rule : call.catalog.rules) {
    if (rule.active) rows.push_back(encode_rule_summary(rule, call.catalog));
  }
  return Json{{"rules", std::move(rows)}};
}

Result<Json> explain_rule(const Call& call) {
  Params params(call.params, {"locale", "rule_id"});
  const std::string id = params.text("rule_id");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const content::Rule* rule = call.catalog.find_rule(id);
  if (rule == nullptr) return fail("rule.unknown");
  return Json{{"rule", encode_rule(*rule, call.catalog)}};
}

Result<Json> list_sources(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  Json documents = Json::array();
  for (const auto& document : call.catalog.documents) {
    documents.push_back({{"id", document.id},
                         {"title", document.title},
                         {"publisher", document.publisher},
                         {"published", document.published},
                         {"url", document.url}});
  }
  Json sources = Json::array();
  for (const auto& source : call.catalog.sources) sources.push_back(encode_source(source));
  return Json{{"documents", std::move(documents)}, {"sources", std::move(sources)}};
}

Result<Json> get_framework(const Call& call) {
  if (const auto bad = only_locale(call)) return tl::unexpected<Error>(*bad);
  return Json{{"framework", encode_framework(call.catalog)}};
}

}  // namespace trellis::app
