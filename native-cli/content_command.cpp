// SPDX-License-Identifier: MIT
// `trellis role`, `trellis rules`, `trellis explain`: what the content says, with its sources.
#include <iostream>

#include "commands.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

void print_heading(const std::string& text) { std::cout << '\n' << toned(Tone::strong, text) << '\n'; }

void print_rules(const Session& session, const char* heading, const Json& rules) {
  if (rules.empty()) return;
  print_heading(session.words(heading));
  for (const Json& rule : rules) {
    print_paragraph(rule["name"].get<std::string>() + " (" + rule["id"].get<std::string>() + ")", 4, "  -");
    if (const auto condition = rule["condition"].get<std::string>(); !condition.empty()) print_paragraph(condition, 6);
  }
}

void print_clauses(const Session& session, const Json& clauses) {
  print_heading(session.words("content.sources"));
  for (const Json& clause : clauses) {
    print_paragraph(clause["id"].get<std::string>() + ": " + clause["text"].get<std::string>(), 4, "  -");
    print_paragraph(clause["document"].get<std::string>() + ", " + clause["published"].get<std::string>() + ", " +
                        clause["section"].get<std::string>(),
                    4);
  }
}

void print_facts(const Session& session, const Json& facts) {
  if (facts.empty()) return;
  print_heading(session.words("content.facts"));
  for (const Json& fact : facts) {
    print_paragraph(fact["text"].get<std::string>(), 4, "  -");
    print_paragraph((fact["verified"].get<bool>() ? "" : session.words("content.not_verified") + ": ") +
                        fact["source"]["what"].get<std::string>() + " (" + fact["as_of"].get<std::string>() + ")",
                    4);
  }
}

}  // namespace

int show_roles(Session& session) {
  const auto result = session.call("list_roles", Json::object());
  if (!result) return kUsage;
  if (session.settings().json) return print_json(*result);
  for (const Json& role : (*result)["roles"]) {
    std::cout << role["id"].get<std::string>() << "  " << toned(Tone::strong, role["name"].get<std::string>()) << '\n';
    print_paragraph(role["purpose"].get<std::string>(), 4);
  }
  return kDone;
}

int show_role(Session& session, const std::string& role_id) {
  const auto result = session.call("get_role", {{"role_id", role_id}});
  if (!result) return kUsage;
  if (session.settings().json) return print_json(*result);
  const Json& role = (*result)["role"];
  std::cout << toned(Tone::strong, role["name"].get<std::string>()) << '\n';
  print_paragraph(role["purpose"].get<std::string>());
  print_rules(session, "content.functions", role["functions"]);
  print_rules(session, "content.conditional", role["conditional"]);
  print_rules(session, "content.not_tasks", role["not_tasks"]);
  print_facts(session, role["facts"]);
  print_clauses(session, role["clauses"]);
  return kDone;
}

int show_rules(Session& session) {
  const auto result = session.call("list_rules", Json::object());
  if (!result) return kUsage;
  if (session.settings().json) return print_json(*result);
  for (const Json& rule : (*result)["rules"]) {
    std::cout << rule["id"].get<std::string>() << "  " << rule["name"].get<std::string>() << "  ["
              << session.words("verdict." + rule["verdict"].get<std::string>()) << "]\n";
  }
  return kDone;
}

int explain_rule(Session& session, const std::string& rule_id) {
  const auto result = session.call("explain_rule", {{"rule_id", rule_id}});
  if (!result) {
    std::cerr << "  " << session.words("explain.all") << '\n';
    return kUsage;
  }
  if (session.settings().json) return print_json(*result);
  const Json& rule = (*result)["rule"];
  std::cout << toned(Tone::strong, rule["name"].get<std::string>()) << "  " << rule["id"].get<std::string>() << "  ["
            << session.words("verdict." + rule["verdict"].get<std::string>()) << ", "
            << rule["family_name"].get<std::string>() << "]\n";
  const char* const fields[] = {"why", "condition", "instead", "reply", "question"};
  for (const char* field : fields) {
    const auto text = rule[field].get<std::string>();
    if (!text.empty()) print_paragraph(text, 4, session.words(std::string("check.") + field));
  }
  print_heading(session.words("content.matches"));
  for (const Json& text : rule["matches"]) print_paragraph(text.get<std::string>(), 4, "  -");
  print_heading(session.words("content.passes"));
  for (const Json& pass : rule["passes"]) print_paragraph(pass["text"].get<std::string>(), 4, "  -");
  print_clauses(session, rule["clauses"]);
  return kDone;
}

}  // namespace trellis::cli
