// SPDX-License-Identifier: MIT
// Search across all content in one language: what can be found, and where the app shows it. Keeps no query.
#include <map>
#include <set>

#include "app/encode.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "content/growth_pack.hpp"
#include "content/library.hpp"
#include "content/trace.hpp"
#include "search/index.hpp"

namespace trellis::app {
namespace {

/// Texts of one language and their index. Made on first use and kept, as the content is.
struct Searchable {
  std::vector<search::Entry> entries;
  std::optional<search::Index> index;
};

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (!text.empty()) all.append(all.empty() ? "" : " ").append(text);
  }
  return all;
}

void add_catalog(const content::Catalog& catalog, std::vector<search::Entry>& entries) {
  for (const auto& role : catalog.roles) {
    std::vector<std::string> texts = {role.purpose, role.supervised_by};
    for (const auto& fact : role.facts) texts.push_back(fact.text);
    entries.push_back({"roles", role.id, role.name, joined(texts)});
  }
  for (const auto& rule : catalog.rules) {
    if (!rule.active) continue;
    const auto text = joined({rule.why, rule.condition, rule.instead, rule.reply, rule.question});
    entries.push_back({"rules", rule.id, rule.name, text});
  }
  for (const auto& row : catalog.settings) {
    entries.push_back({"settings", row.id, row.name, joined({row.drift, row.respond})});
  }
  for (const auto& row : catalog.safeguards) {
    entries.push_back({"safeguards", row.id, row.name, joined({row.why, row.question})});
  }
  for (const auto& item : catalog.framework.competencies) {
    const auto text = joined({item.statement, item.why, item.evidence, item.practice, joined(item.level_texts)});
    entries.push_back({"competencies", item.id, item.name, text});
  }
}

void add_ladder(const content::Ladder& ladder, std::vector<search::Entry>& entries) {
  for (const auto& rung : ladder.rungs) {
    std::vector<std::string> texts = {rung.who};
    for (const auto& requirement : rung.requirements) texts.push_back(requirement.text);
    for (const auto& fact : rung.published) texts.push_back(fact.text);
    entries.push_back({"ladder", rung.id, rung.name, joined(texts)});
  }
}

/// Keys whose texts are ids, dates and addresses, not words.
bool is_wordless(std::string_view key) {
  static const std::set<std::string_view> kWordless = {
      "area",       "as_of", "clauses", "direction",    "evidence", "families", "fits",
      "group",      "id",    "items",   "jurisdiction", "kind",     "locator",  "points",
      "principles", "roles", "rules",   "source",       "sources",  "topics",   "url"};
  return kWordless.contains(key);
}

void add_words(const Json& value, std::vector<std::string>& words) {
  if (value.is_string()) words.push_back(value.get<std::string>());
  if (value.is_array()) {
    for (const Json& inner : value) add_words(inner, words);
  }
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.items()) {
    if (!is_wordless(key)) add_words(inner, words);
  }
}

/// What a row is called in lists.
std::string title_of(const Json& row) {
  for (const char* key : {"title", "name", "topic", "citation", "claim", "role_b", "organization"}) {
    const auto found = row.find(key);
    if (found != row.end()) return found->get<std::string>();
  }
  return {};
}

void add_library(const content::Library& library, std::vector<search::Entry>& entries) {
  for (const auto& [section, rows] : library.sections) {
    if (section == "areas" || section == "bands") continue;  // no pages of their own
    for (const Json& row : rows) {
      std::vector<std::string> words;
      add_words(row, words);
      entries.push_back({section, row["id"].get<std::string>(), title_of(row), joined(words)});
    }
  }
}

Result<const Searchable*> searchable(const content::Catalog& catalog) {
  static std::map<std::string, Searchable> kept;
  const auto known = kept.find(catalog.locale);
  if (known != kept.end()) return &known->second;
  const auto library = content::library(catalog);
  if (!library) return tl::unexpected<Error>(library.error());
  const auto growth = content::growth_pack(catalog);
  if (!growth) return tl::unexpected<Error>(growth.error());
  Searchable made;
  add_catalog(catalog, made.entries);
  add_ladder((*growth)->ladder, made.entries);
  add_library(**library, made.entries);
  Result<search::Index> index = search::Index::build(made.entries, catalog.locale);
  if (!index) return tl::unexpected<Error>(index.error());
  made.index = std::move(*index);
  return &kept.emplace(catalog.locale, std::move(made)).first->second;
}

Json encode_hit(const search::Hit& hit, const std::vector<search::Entry>& entries) {
  const search::Entry& entry = entries[hit.entry_index];
  return Row()
      .text("kind", entry.kind)
      .text("id", entry.id)
      .text("title", entry.title)
      .text("snippet", hit.snippet)
      .text("route", content::route_of(entry.kind, entry.id))
      .json();
}

}  // namespace

Result<Json> search(const Call& call) {
  Params params(call.params, {"locale", "query", "limit"});
  const std::string query = params.text("query");
  const std::optional<int> limit = params.nullable_integer("limit");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto all = searchable(call.catalog);
  if (!all) return tl::unexpected<Error>(all.error());
  const auto hits = (*all)->index->find(query, limit.value_or(search::kHitsMax));
  if (!hits) return tl::unexpected<Error>(hits.error());
  const auto encode = [&all](const search::Hit& hit) { return encode_hit(hit, (*all)->entries); };
  return Row().put("hits", list(*hits, encode)).json();
}

}  // namespace trellis::app
