// SPDX-License-Identifier: MIT
// Documents, their clauses, and further sources, as their files hold them. No ids are looked up here.
#include <array>

#include "content/readers.hpp"

namespace trellis::content {

Document read_document(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Document document;
  document.id = fields.text("id");
  document.title = fields.text("title");
  document.publisher = fields.text("publisher");
  document.published = fields.text("published");
  document.url = fields.text("url");
  fields.finish();
  return document;
}

Clause read_clause(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Clause clause;
  clause.id = fields.text("id");
  clause.document_id = fields.text("document_id");
  clause.section = fields.text("section");
  clause.text = fields.text("text");
  fields.finish();
  return clause;
}

Source read_source(const Json& json, const std::string& path, Fault& fault) {
  constexpr std::array<std::string_view, 3> kTrusts = {"A", "B", "C"};
  Fields fields(json, path, fault);
  Source source;
  source.id = fields.text("id");
  source.what = fields.text("what");
  source.url = fields.text("url");
  source.trust = fields.text("trust");
  bool known = false;
  for (const std::string_view trust : kTrusts) known = known || trust == source.trust;
  if (!known) fields.report("content.unknown_id", "trust");
  fields.finish();
  return source;
}

}  // namespace trellis::content
