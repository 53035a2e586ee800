// SPDX-License-Identifier: MIT
// `trellis learn`, `trellis workplace`, `trellis search`: the library to read, to practise with, and to look through.
#include <algorithm>
#include <charconv>
#include <iostream>
#include <sstream>

#include "commands.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

constexpr const char* kSections[] = {"about",         "areas",    "bands",      "claims",    "dilemmas",
                                     "disagreements", "evidence", "glossary",   "help",      "leadership",
                                     "lookalikes",    "points",   "principles", "readiness", "role-notes",
                                     "safeguards",    "seeker",   "settings",   "tools",     "unverified"};

/// Fields of a row in the order in which a person reads them; what is not listed is for programs.
constexpr const char* kFields[] = {"scene",        "role_a",      "role_b",     "difference", "does",
                                   "organization", "seeker",      "claim",      "known",      "text",
                                   "statement",    "drift",       "respond",    "why",        "decides",
                                   "anchors",      "levels",      "population", "design",     "finding",
                                   "meaning",      "strength",    "access",     "feedback",   "steps",
                                   "next_step",    "seeker_step", "proof",      "practice",   "what_trellis_does",
                                   "ask",          "question",    "url"};

std::string text_of(const Json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What a row is called in lists.
std::string title_of(const Json& row) {
  for (const char* key : {"title", "name", "topic", "citation", "claim", "role_b", "organization"}) {
    if (row.contains(key)) return text_of(row, key);
  }
  return {};
}

/// Plain texts speak for themselves.
std::string label_of(const Session& session, const std::string& field) {
  return field == "text" || field == "statement" || field == "feedback" ? "" : session.words("learn." + field);
}

void print_field(const Session& session, const Json& row, const char* field) {
  const auto found = row.find(field);
  if (found == row.end() || found->empty()) return;
  if (found->is_string() && !found->get<std::string>().empty()) {
    print_paragraph(found->get<std::string>(), 4, label_of(session, field));
  }
  if (!found->is_array()) return;
  print_paragraph("", 0, label_of(session, field));
  int number = 0;
  for (const Json& text : *found) print_paragraph(text.get<std::string>(), 6, "  " + std::to_string(number++));
}

/// Choices of a situation, or answers to a question, each with what it does.
void print_choices(const Json& row, const char* field) {
  const auto found = row.find(field);
  if (found == row.end()) return;
  for (const Json& choice : *found) {
    print_paragraph(text_of(choice, "text"), 6, "  (" + text_of(choice, "id") + ")");
    for (const char* reason : {"why", "feedback"}) {
      if (const std::string text = text_of(choice, reason); !text.empty()) print_paragraph(text, 8);
    }
  }
}

void print_row(const Session& session, const Json& row) {
  std::cout << toned(Tone::strong, title_of(row)) << "  " << text_of(row, "id") << '\n';
  for (const char* field : kFields) print_field(session, row, field);
  print_choices(row, "options");
  print_choices(row, "answers");
  if (const auto said = row.find("what_sources_say"); said != row.end()) {
    for (const Json& one : *said) print_paragraph(text_of(one, "text"), 6, "  " + text_of(one, "source") + ":");
  }
  const std::string since = text_of(row, "as_of");
  const bool is_checked = row.value("verified", true);
  print_paragraph(
      text_of(row, "jurisdiction") + " " + since + (is_checked ? "" : ", " + session.words("content.not_verified")), 4);
}

/// Why one choice is better or worse; where it depends, nothing is called best.
void print_reason(const Session& session, const Json& reason, const std::string& choice) {
  const std::string id = text_of(reason, "option_id");
  std::string heading = "(" + id + ")";
  if (const std::string fits = text_of(reason, "fits"); !fits.empty()) {
    heading += " " + session.words("learn.fits." + fits);
  }
  if (id == choice) heading += " [" + session.words("learn.chosen") + "]";
  std::cout << toned(Tone::strong, heading) << '\n';
  print_paragraph(text_of(reason, "text"), 4);
  print_paragraph(text_of(reason, "why"), 4);
}

void print_named(const Session& session, const Json& section) {
  if (section["clauses"].empty() && section["sources"].empty()) return;
  std::cout << '\n' << toned(Tone::strong, session.words("content.sources")) << '\n';
  for (const Json& clause : section["clauses"]) {
    print_paragraph(clause["id"].get<std::string>() + ": " + clause["text"].get<std::string>(), 4, "  -");
  }
  for (const Json& source : section["sources"]) print_paragraph(source["what"].get<std::string>(), 4, "  -");
}

/// One answer a line: "RD01 2", or "RD01 ?" for "I could not find out". Blank lines and lines that start with # are
/// passed over. Nothing comes back where a line is no answer.
std::optional<Json> read_answers(const std::string& text) {
  Json answers = Json::array();
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string item;
    std::string answer;
    std::string more;
    if (!(words >> item) || item.starts_with('#')) continue;
    if (!(words >> answer) || (words >> more)) return std::nullopt;
    int points = 0;
    const char* const end = answer.data() + answer.size();
    const auto [stopped_at, error] = std::from_chars(answer.data(), end, points);
    if (answer != "?" && (error != std::errc{} || stopped_at != end)) return std::nullopt;
    answers.push_back({{"item_id", item}, {"points", answer == "?" ? Json(nullptr) : Json(points)}});
  }
  return answers;
}

void print_items(const Session& session, const char* heading, const Json& items, const Json& questions,
                 const char* voice) {
  if (items.empty()) return;
  std::cout << '\n' << toned(Tone::strong, session.words(heading)) << '\n';
  for (const Json& item : items) {
    for (const Json& question : questions) {
      if (question["id"] != item["item_id"]) continue;
      const Json& points = item["points"];
      print_paragraph(text_of(question, voice), 6, "  " + text_of(question, "id"));
      if (points.is_number()) print_paragraph(question["anchors"][points.get<std::size_t>()].get<std::string>(), 8);
    }
  }
}

void print_review(const Session& session, const Json& review, const Json& questions, const char* voice) {
  if (review["band"].is_object()) {
    std::cout << toned(Tone::strong, text_of(review["band"], "name")) << "  " << review["percent"] << " %\n";
    print_paragraph(text_of(review["band"], "text"));
  } else {
    print_paragraph(session.words("workplace.few"));
  }
  for (const Json& id : review["capped_by"])
    print_paragraph(session.words("workplace.capped") + " " + id.get<std::string>());
  print_items(session, "workplace.strengths", review["strengths"], questions, voice);
  print_items(session, "workplace.gaps", review["gaps"], questions, voice);
  print_items(session, "workplace.unknown", review["unknown"], questions, voice);
  if (review["next_steps"].empty()) return;
  std::cout << '\n' << toned(Tone::strong, session.words("workplace.next")) << '\n';
  for (const Json& step : review["next_steps"]) print_paragraph(text_of(step, "text"), 4, "  -");
}

}  // namespace

int show_section(Session& session, const LearnOptions& options) {
  if (options.section.empty()) {
    for (const char* section : kSections) {
      std::string key = std::string("learn.section.") + section;
      std::replace(key.begin(), key.end(), '-', '_');
      print_paragraph(session.words(key), 16, section);
    }
    return kDone;
  }
  if (!options.choice.empty()) return show_choice(session, options);
  Json params = {{"section", options.section}};
  if (!options.id.empty()) params["id"] = options.id;
  const auto result = session.call("get_section", params);
  if (!result) return kUsage;
  if (session.settings().json) return print_json(*result);
  const Json& rows = (*result)[options.section];
  if (options.id.empty()) {
    for (const Json& row : rows) print_paragraph(title_of(row), 8, text_of(row, "id"));
    return kDone;
  }
  print_row(session, rows[0]);
  print_named(session, *result);
  return kDone;
}

int show_choice(Session& session, const LearnOptions& options) {
  const auto result = session.call("check_dilemma", {{"dilemma_id", options.id}, {"option_id", options.choice}});
  if (!result) return kUsage;
  if (session.settings().json) return print_json(*result);
  for (const Json& reason : (*result)["reasons"]) print_reason(session, reason, options.choice);
  print_field(session, *result, "decides");
  return kDone;
}

int review_workplace(Session& session, const WorkplaceOptions& options) {
  const auto text = read_input(session, options.path);
  if (!text) return kUsage;
  const auto answers = read_answers(*text);
  if (!answers) {
    tell_error(session, "workplace.bad_answer", options.path);
    return kConcerns;
  }
  const auto review = session.call("review_workplace", {{"voice", options.voice}, {"answers", *answers}});
  if (!review) return kConcerns;
  if (session.settings().json) return print_json(*review);
  const auto questions = session.call("get_section", {{"section", "readiness"}});
  if (!questions) return kUsage;
  print_review(session, *review, (*questions)["readiness"], options.voice.c_str());
  return kDone;
}

int search_all(Session& session, const SearchOptions& options) {
  const auto result = session.call("search", {{"query", options.words}, {"limit", options.limit}});
  if (!result) return kUsage;
  if (session.settings().json) return print_json(*result);
  if ((*result)["hits"].empty()) print_paragraph(session.words("search.nothing"));
  for (const Json& hit : (*result)["hits"]) {
    std::cout << toned(Tone::strong, text_of(hit, "title")) << "  " << text_of(hit, "kind") << ' ' << text_of(hit, "id")
              << '\n';
    print_paragraph(text_of(hit, "snippet"), 4);
  }
  return (*result)["hits"].empty() ? kConcerns : kDone;
}

}  // namespace trellis::cli
