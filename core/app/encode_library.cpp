// SPDX-License-Identifier: MIT
#include "app/encode_library.hpp"

#include <algorithm>
#include <vector>

#include "app/encode.hpp"
#include "app/row.hpp"

namespace trellis::app {
namespace {

/// Ids in the order in which they were first named.
class NamedIds {
 public:
  void add(const Json& id) {
    const auto* text = id.get_ptr<const std::string*>();
    if (text != nullptr && std::find(ids_.begin(), ids_.end(), *text) == ids_.end()) ids_.push_back(*text);
  }
  /// Adds those that `row` holds under `key`, one or a list.
  void add_from(const Json& row, const std::string& key) {
    const auto found = row.find(key);
    if (found == row.end()) return;
    if (!found->is_array()) return add(*found);
    for (const Json& id : *found) add(id);
  }
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  std::vector<std::string> ids_;
};

/// A source of a fact may be a document, too.
Json encode_named_sources(const std::vector<std::string>& ids, const content::Catalog& catalog) {
  Json rows = encode_sources(ids, catalog);
  for (const std::string& id : ids) {
    const content::Document* document = catalog.find_document(id);
    if (document == nullptr) continue;
    rows.push_back(encode_source(content::Source{document->id, document->title, document->url, "A"}));
  }
  return rows;
}

void add_named(const Json& row, NamedIds& clauses, NamedIds& sources) {
  clauses.add_from(row, "clauses");
  sources.add_from(row, "sources");
  const auto said = row.find("what_sources_say");
  if (said == row.end()) return;
  for (const Json& one : *said) sources.add_from(one, "source");
}

}  // namespace

Json encode_sections(const std::map<std::string, Json, std::less<>>& sections, const content::Catalog& catalog) {
  NamedIds clauses;
  NamedIds sources;
  Row whole;
  for (const auto& [name, rows] : sections) {
    for (const Json& row : rows) add_named(row, clauses, sources);
    whole.put(name.c_str(), Json(rows));
  }
  return whole.put("clauses", encode_clauses(clauses.ids(), catalog))
      .put("sources", encode_named_sources(sources.ids(), catalog))
      .json();
}

}  // namespace trellis::app
