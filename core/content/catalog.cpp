// SPDX-License-Identifier: MIT
// Look-ups in the catalogue, and the catalogues of the embedded bundle, one for each language, read on first use.
#include "content/catalog.hpp"

#include <algorithm>
#include <cstdlib>

namespace trellis::content {
namespace {

template <class Row>
const Row* find_by_id(const std::vector<Row>& table, std::string_view id) {
  const auto row = std::find_if(table.begin(), table.end(), [id](const Row& r) { return r.id == id; });
  return row == table.end() ? nullptr : &*row;
}

/// Our own content is tested before it ships, so a fault in it can only be a broken build.
Catalog embedded(std::string_view locale) {
  Result<Catalog> parsed = parse_catalog(all_files(), locale);
  if (!parsed) std::abort();
  return std::move(*parsed);
}

template <std::size_t kIndex>
const Catalog& kept_catalog() {
  static const Catalog kCatalog = embedded(kLocales[kIndex]);
  return kCatalog;
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict: return "conflict";
    case Verdict::depends: return "depends";
    case Verdict::fits: return "fits";
    case Verdict::neutral: return "neutral";
  }
  return "neutral";
}

const Rule* Catalog::find_rule(std::string_view id) const { return find_by_id(rules, id); }
const Role* Catalog::find_role(std::string_view id) const { return find_by_id(roles, id); }
const Clause* Catalog::find_clause(std::string_view id) const { return find_by_id(clauses, id); }
const Document* Catalog::find_document(std::string_view id) const { return find_by_id(documents, id); }
const Source* Catalog::find_source(std::string_view id) const { return find_by_id(sources, id); }
const Setting* Catalog::find_setting(std::string_view id) const { return find_by_id(settings, id); }
const Competency* Catalog::find_competency(std::string_view id) const { return framework.find_competency(id); }

const Competency* Framework::find_competency(std::string_view competency_id) const {
  return find_by_id(competencies, competency_id);
}

const Catalog& catalog(std::string_view locale) {
  static_assert(std::size(kLocales) == 2, "one line below for each language");
  if (locale == kLocales[1] && has_locale(locale)) return kept_catalog<1>();
  return kept_catalog<0>();
}

}  // namespace trellis::content
