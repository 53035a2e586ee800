// SPDX-License-Identifier: MIT
#include "content/trace.hpp"

#include <map>
#include <utility>

namespace trellis::content {
namespace {

/// Collects who names a clause.
class Tracer {
 public:
  explicit Tracer(const Catalog& catalog) {
    for (const Clause& clause : catalog.clauses) {
      places_[clause.id] = traced_.size();
      traced_.push_back(TracedClause{clause.id, {}, {}});
    }
  }

  void add(std::string_view kind, const std::string& id, const std::vector<std::string>& clause_ids) {
    for (const std::string& clause_id : clause_ids) {
      const auto place = places_.find(clause_id);
      if (place == places_.end()) continue;  // refused already where the content was read
      traced_[place->second].content_ids.push_back(id);
      traced_[place->second].routes.push_back(route_of(kind, id));
    }
  }

  template <class Rows>
  void add_all(std::string_view kind, const Rows& rows) {
    for (const auto& row : rows) add(kind, row.id, row.clause_ids);
  }

  std::vector<TracedClause> done() { return std::move(traced_); }

 private:
  std::vector<TracedClause> traced_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace

std::string route_of(std::string_view kind, std::string_view id) {
  std::string route = "#/";
  if (kind == "roles") return route.append("role/").append(id);
  if (kind == "competencies") return route.append("competencies/").append(id);
  if (kind == "ladder" || kind == "conditions") return route.append(kind);  // one page for all of them
  if (kind == "rules") kind = "tasks";
  return route.append("learn/").append(kind).append("/").append(id);
}

std::vector<TracedClause> trace(const Catalog& catalog, const Library& library, const GrowthPack& growth) {
  Tracer tracer(catalog);
  tracer.add_all("roles", catalog.roles);
  for (const Rule& rule : catalog.rules) {
    if (rule.active) tracer.add("rules", rule.id, rule.clause_ids);
  }
  tracer.add_all("settings", catalog.settings);
  tracer.add_all("safeguards", catalog.safeguards);
  tracer.add_all("competencies", catalog.framework.competencies);
  tracer.add_all("ladder", growth.ladder.rungs);
  tracer.add_all("conditions", growth.conditions);
  for (const auto& [section, rows] : library.sections) {
    for (const base::Json& row : rows) {
      const auto clauses = row.find("clauses");
      if (clauses == row.end()) continue;
      tracer.add(section, row["id"].get<std::string>(), clauses->get<std::vector<std::string>>());
    }
  }
  return tracer.done();
}

}  // namespace trellis::content
