// SPDX-License-Identifier: MIT
// Ethics rules and safeguards, as their files hold them. Patterns are carried, never understood, here.
#include <utility>

#include "content/readers.hpp"

namespace trellis::content {
namespace {

Verdict read_verdict(Fields& fields) {
  const std::string name = fields.text("verdict");
  for (const Verdict verdict : {Verdict::conflict, Verdict::depends, Verdict::fits}) {
    if (to_string(verdict) == name) return verdict;
  }
  fields.report("content.unknown_id", "verdict");
  return Verdict::conflict;
}

bool read_active(Fields& fields) {
  const std::string status = fields.text("status");
  if (status != "active" && status != "draft") fields.report("content.unknown_id", "status");
  return status == "active";
}

PassExample read_pass(const Json& json, const std::string& where, Fault& fault) {
  Fields fields(json, where, fault);
  PassExample pass;
  fields.read("text", pass.text);
  if (!fields.value("expect").is_null()) pass.expect = fields.text("expect");
  if (fields.find("note") != nullptr) fields.text("note");  // for authors only
  fields.finish();
  return pass;
}

}  // namespace

void read_examples(const Json& json, const std::string& where, Fault& fault, Rule& rule) {
  for (const auto& [tag, examples] : members(json, where, fault)) {
    const std::string here = place(place(where, "examples"), tag);
    Fields fields(examples, here, fault);
    RuleLanguage& language = rule.languages[tag];
    fields.read("matches", language.matches);
    for (const Json& pass : rows(fields.value("passes"), here, fault)) {
      language.passes.push_back(read_pass(pass, here, fault));
    }
    fields.finish();
  }
}

Rule read_rule(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Rule rule;
  fields.read("id", rule.id);
  rule.active = read_active(fields);
  rule.verdict = read_verdict(fields);
  fields.read("family", rule.family);
  fields.read("name", rule.name);
  fields.read("why", rule.why);
  fields.read("condition", rule.condition);
  fields.read("instead", rule.instead);
  fields.read("reply", rule.reply);
  fields.read("question", rule.question);
  fields.read("clauses", rule.clause_ids);
  fields.read("sources", rule.source_ids);
  rule.applies_to = fields.optional_texts("applies_to");
  for (auto& [tag, texts] : fields.optional_texts_by_tag("patterns")) {
    rule.languages[tag].patterns = std::move(texts);
  }
  for (auto& [tag, texts] : fields.optional_texts_by_tag("unless")) {
    rule.languages[tag].unless = std::move(texts);
  }
  // In the browser they are a pack of their own.
  if (const Json* examples = fields.find("examples")) read_examples(*examples, path, fault, rule);
  fields.finish();
  return rule;
}

Safeguard read_safeguard(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Safeguard safeguard;
  fields.read("id", safeguard.id);
  fields.read("name", safeguard.name);
  fields.read("why", safeguard.why);
  fields.read("question", safeguard.question);
  fields.read("clauses", safeguard.clause_ids);
  safeguard.patterns = fields.optional_texts_by_tag("patterns");
  fields.finish();
  return safeguard;
}

}  // namespace trellis::content
