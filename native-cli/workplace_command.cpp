// SPDX-License-Identifier: MIT
// `trellis workplace`: a look at a workplace in one of two voices, the looks that were kept, and the interview sheet.
#include <charconv>
#include <iostream>
#include <sstream>

#include "commands.hpp"
#include "growth_commands.hpp"
#include "input.hpp"
#include "library_print.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

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

/// What the answers say about each point of the two papers.
int print_points(Session& session, const Json& review) {
  const auto section = session.call("get_section", {{"section", "points"}});
  if (!section) return kUsage;
  std::cout << '\n' << toned(Tone::strong, session.words("learn.section.points")) << '\n';
  for (const Json& point : review["points"]) {
    for (const Json& row : (*section)["points"]) {
      if (row["id"] != point["point_id"]) continue;
      const bool is_known = point["points_max"] != 0;
      print_paragraph(title_of(row) + ": " +
                          (is_known ? std::to_string(point["points"].get<int>()) + " / " +
                                          std::to_string(point["points_max"].get<int>())
                                    : session.words("workplace.not_known")),
                      4, "  -");
    }
  }
  return kDone;
}

/// The answers in the one form that the store and the browser know.
std::string answer_lines(const Json& answers) {
  std::string lines;
  for (const Json& answer : answers) {
    const Json& points = answer["points"];
    lines += lines.empty() ? "" : "\n";
    lines += text_of(answer, "item_id") + ' ' + (points.is_null() ? "?" : std::to_string(points.get<int>()));
  }
  return lines;
}

/// The result of a look that was kept; null where its answers cannot be read or are of another set of questions.
Json percent_of(Session& session, const Json& body) {
  if (const auto percent = body.find("percent"); percent != body.end() && percent->is_number()) return *percent;
  const auto answers = read_answers(text_of(body, "answers"));
  if (!answers) return nullptr;
  const auto review = session.call("review_workplace", {{"voice", body["voice"]}, {"answers", *answers}});
  return review ? (*review)["percent"] : Json();
}

}  // namespace

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
  if (options.keep) {
    return keep_entry(session, "workplace",
                      {{"voice", options.voice}, {"on", today()}, {"answers", answer_lines(*answers)}});
  }
  if (session.settings().json) return print_json(*review);
  const auto questions = session.call("get_section", {{"section", "readiness"}});
  if (!questions) return kUsage;
  print_review(session, *review, (*questions)["readiness"], options.voice.c_str());
  return options.report ? print_points(session, *review) : kDone;
}

int list_workplaces(Session& session) {
  const auto kept = session.call("list_entries", {{"kind", "workplace"}});
  if (!kept) return session.failure_status();
  if (session.settings().json) return print_json(*kept);
  for (const Json& entry : (*kept)["entries"]) {
    const Json& body = entry["body"];
    const Json percent = percent_of(session, body);
    print_paragraph(
        text_of(body, "voice") + "  " +
            (percent.is_null() ? session.words("workplace.not_known") : std::to_string(percent.get<int>()) + " %") +
            "  " + short_id(entry),
        4, text_of(body, "on"));
  }
  return kDone;
}

int interview_sheet(Session& session, const WorkplaceOptions& options) {
  const auto section = session.call("get_section", {{"section", "readiness"}});
  if (!section) return kUsage;
  Json questions = Json::array();
  for (const std::string& id : options.sheet) {
    bool is_known = false;
    for (const Json& row : (*section)["readiness"]) {
      if (row["id"] != id) continue;
      is_known = true;
      questions.push_back({{"id", id}, {"question", row["seeker"]}});
    }
    if (is_known) continue;
    tell_error(session, "section.unknown_row", {});
    return kConcerns;
  }
  if (session.settings().json) return print_json({{"questions", questions}});
  for (const Json& row : questions) print_paragraph(text_of(row, "question"), 4, "  -");
  return kDone;
}

}  // namespace trellis::cli
