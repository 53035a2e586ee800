// SPDX-License-Identifier: MIT
#include "library_print.hpp"

#include <algorithm>
#include <iostream>

#include "terminal.hpp"

namespace trellis::cli {
namespace {

/// Fields of a row in the order in which a person reads them; what is not listed is for programs.
constexpr const char* kFields[] = {"scene",        "role_a",      "role_b",     "difference", "does",
                                   "organization", "seeker",      "claim",      "known",      "text",
                                   "statement",    "drift",       "respond",    "why",        "decides",
                                   "anchors",      "levels",      "population", "design",     "finding",
                                   "meaning",      "strength",    "access",     "feedback",   "steps",
                                   "next_step",    "seeker_step", "proof",      "practice",   "what_trellis_does",
                                   "ask",          "question",    "url"};

/// Plain texts speak for themselves.
std::string label_of(const Session& session, const std::string& field) {
  return field == "text" || field == "statement" || field == "feedback" ? "" : session.words("learn." + field);
}

void print_field(const Session& session, const Json& row, const char* field) {
  const auto found = row.find(field);
  if (found == row.end() || found->empty()) return;
  if (found->is_string() && !found->get<std::string>().empty()) {
    print_paragraph(printable(found->get<std::string>()), 4, label_of(session, field));
  }
  if (!found->is_array()) return;
  print_paragraph("", 0, label_of(session, field));
  int number = 0;
  for (const Json& text : *found)
    print_paragraph(printable(text.get<std::string>()), 6, "  " + std::to_string(number++));
}

/// Choices of a situation, or answers to a question, each with what it does.
void print_choices(const Json& row, const char* field) {
  const auto found = row.find(field);
  if (found == row.end()) return;
  for (const Json& choice : *found) {
    print_paragraph(printable(text_of(choice, "text")), 6, "  (" + printable(text_of(choice, "id")) + ")");
    for (const char* reason : {"why", "feedback"}) {
      if (const std::string text = text_of(choice, reason); !text.empty()) print_paragraph(printable(text), 8);
    }
  }
}

}  // namespace

std::string text_of(const Json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string title_of(const Json& row) {
  for (const char* key : {"title", "name", "topic", "citation", "claim", "role_b", "organization"}) {
    if (row.contains(key)) return text_of(row, key);
  }
  return {};
}

std::string section_words(const Session& session, std::string section) {
  std::replace(section.begin(), section.end(), '-', '_');
  return session.words("learn.section." + section);
}

void print_row(const Session& session, const Json& row) {
  std::cout << toned(Tone::strong, printable(title_of(row))) << "  " << printable(text_of(row, "id")) << '\n';
  for (const char* field : kFields) print_field(session, row, field);
  print_choices(row, "options");
  print_choices(row, "answers");
  if (const auto said = row.find("what_sources_say"); said != row.end()) {
    for (const Json& one : *said)
      print_paragraph(printable(text_of(one, "text")), 6, "  " + printable(text_of(one, "source")) + ":");
  }
  const std::string since = text_of(row, "as_of");
  const bool is_checked = row.value("verified", true);
  print_paragraph(printable(text_of(row, "jurisdiction") + " " + since) +
                      (is_checked ? "" : ", " + session.words("content.not_verified")),
                  4);
}

void print_named(const Session& session, const Json& section) {
  if (section["clauses"].empty() && section["sources"].empty()) return;
  std::cout << '\n' << toned(Tone::strong, session.words("content.sources")) << '\n';
  for (const Json& clause : section["clauses"]) {
    print_paragraph(printable(text_of(clause, "id") + ": " + text_of(clause, "text")), 4, "  -");
  }
  for (const Json& source : section["sources"]) print_paragraph(printable(source["what"].get<std::string>()), 4, "  -");
}

}  // namespace trellis::cli
