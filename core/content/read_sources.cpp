// SPDX-License-Identifier: MIT
// Documents, their clauses, and further sources, as their files hold them. No ids are looked up here.
#include <array>

#include "content/readers.hpp"

namespace trellis::content {

Document read_document(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Document document;
  fields.read("id", document.id);
  fields.read("title", document.title);
  fields.read("publisher", document.publisher);
  fields.read("published", document.published);
  fields.read("url", document.url);
  fields.finish();
  return document;
}

Clause read_clause(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Clause clause;
  fields.read("id", clause.id);
  fields.read("document_id", clause.document_id);
  fields.read("section", clause.section);
  fields.read("text", clause.text);
  fields.finish();
  return clause;
}

Source read_source(const Json& json, const std::string& path, Fault& fault) {
  constexpr std::array<std::string_view, 3> kTrusts = {"A", "B", "C"};
  Fields fields(json, path, fault);
  Source source;
  fields.read("id", source.id);
  fields.read("what", source.what);
  fields.read("url", source.url);
  fields.read("trust", source.trust);
  bool known = false;
  for (const std::string_view trust : kTrusts) known = known || trust == source.trust;
  if (!known) fields.report("content.unknown_id", "trust");
  fields.finish();
  return source;
}

}  // namespace trellis::content
