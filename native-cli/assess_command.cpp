// SPDX-License-Identifier: MIT
// `trellis assess`: competencies, own ratings and what they say. For growth, never for hiring.
#include <iostream>

#include "commands.hpp"
#include "growth_commands.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

std::string answer_words(const Session& session, const Json& rating) {
  if (rating["answer"] != "level") return session.words("answer." + rating["answer"].get<std::string>());
  return session.words("answer.level") + " " + std::to_string(rating["level"].get<int>());
}

void print_ratings(const Session& session, const Json& ratings) {
  if (ratings.empty()) print_paragraph(session.words("assess.none"));
  for (const Json& rating : ratings) {
    std::cout << rating["competency_id"].get<std::string>() << "  " << answer_words(session, rating) << "  ("
              << rating["rated_at"].get<std::string>() << ")\n";
    if (const auto note = rating["note"].get<std::string>(); !note.empty()) print_paragraph(printable(note), 4);
  }
}

/// "3.5" from 35: no floating point on the way.
std::string tenths(int value) { return std::to_string(value / 10) + "." + std::to_string(value % 10); }

void print_results(const Session& session, const Json& result) {
  std::cout << toned(Tone::strong, session.words("assess.strengths")) << '\n';
  for (const Json& row : result["strengths"]) {
    print_paragraph(printable(row["name"].get<std::string>() + ": " + row["text"].get<std::string>()), 4, "  +");
  }
  std::cout << '\n' << toned(Tone::strong, session.words("assess.next_steps")) << '\n';
  for (const Json& row : result["next_steps"]) {
    print_paragraph(printable(row["name"].get<std::string>() + ": " + row["practice"].get<std::string>()), 4, "  >");
  }
  std::cout << '\n' << toned(Tone::strong, session.words("assess.numbers")) << '\n';
  for (const Json& row : result["domains"]) {
    const Json& mean = row["mean_level_tenths"];
    std::cout << "  " << (mean.is_null() ? std::string("  -") : tenths(mean.get<int>())) << "  "
              << row["rated_count"].get<int>() << '/' << row["competency_count"].get<int>() << "  "
              << printable(row["name"].get<std::string>()) << '\n';
  }
  std::cout << '\n';
  print_paragraph(result["limits"].get<std::string>());
}

}  // namespace

int assess_items(Session& session, bool with_further) {
  const auto result = session.call(with_further ? "get_full_framework" : "get_framework", Json::object());
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  const Json& framework = (*result)["framework"];
  for (const Json& item : framework["competencies"]) {
    std::cout << item["id"].get<std::string>() << "  "
              << toned(Tone::strong, printable(item["name"].get<std::string>())) << '\n';
    print_paragraph(printable(item["statement"].get<std::string>()), 4);
    int number = 0;
    for (const Json& text : item["level_texts"]) {
      print_paragraph(printable(text.get<std::string>()), 8, std::to_string(++number) + ".");
    }
  }
  return kDone;
}

int assess_rate(Session& session, const AssessAnswer& answer) {
  hint_about(session, answer.note);
  const auto result = session.call("rate_competency", {{"rating_id", make_uuid()},
                                                       {"competency_id", answer.competency_id},
                                                       {"answer", answer.answer},
                                                       {"level", answer.level ? Json(*answer.level) : Json(nullptr)},
                                                       {"note", answer.note},
                                                       {"rated_at", now_utc()}});
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  std::cout << session.words("assess.saved") << ' ' << answer.competency_id << "  "
            << answer_words(session, (*result)["rating"]) << '\n';
  return kDone;
}

int assess_list(Session& session) {
  const auto result = session.call("list_ratings", Json::object());
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  print_ratings(session, (*result)["ratings"]);
  return kDone;
}

int assess_history(Session& session, const std::string& competency_id) {
  const auto result = session.call("list_rating_history", {{"competency_id", competency_id}});
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  print_ratings(session, (*result)["ratings"]);
  return kDone;
}

int assess_results(Session& session) {
  const auto result = session.call("get_results", Json::object());
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  print_results(session, *result);
  const auto further = session.call("get_further_results", Json::object());
  if (!further) return session.failure_status();
  if ((*further)["domains"].empty()) return kDone;
  std::cout << '\n' << toned(Tone::strong, session.words("assess.further")) << "\n\n";
  print_results(session, *further);
  return kDone;
}

}  // namespace trellis::cli
