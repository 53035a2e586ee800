// SPDX-License-Identifier: MIT
// `trellis learn`, `trellis search`: the library to read, to practise with, and to look through.
#include <iostream>

#include "commands.hpp"
#include "growth_commands.hpp"
#include "library_print.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

constexpr const char* kSections[] = {"about",         "areas",    "bands",      "claims",    "dilemmas",
                                     "disagreements", "evidence", "glossary",   "help",      "leadership",
                                     "lookalikes",    "points",   "principles", "readiness", "role-notes",
                                     "safeguards",    "seeker",   "settings",   "tools",     "unverified"};

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

/// The titles of these dilemmas.
int print_dilemmas(Session& session, const std::vector<std::string>& ids) {
  const auto result = session.call("get_section", {{"section", "dilemmas"}});
  if (!result) return kUsage;
  for (const std::string& id : ids) {
    for (const Json& row : (*result)["dilemmas"]) {
      if (row["id"] == id) print_paragraph(title_of(row), 8, id);
    }
  }
  return kDone;
}

int show_weekly(Session& session) {
  const auto result = session.call("get_weekly_dilemmas", {{"today", today()}});
  if (!result) return kUsage;
  if (session.settings().json) return print_json(*result);
  return print_dilemmas(session, (*result)["dilemma_ids"].get<std::vector<std::string>>());
}

int show_tried(Session& session) {
  const auto result = session.call("list_entries", {{"kind", "practice"}});
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  std::vector<std::string> ids;
  for (const Json& entry : (*result)["entries"]) ids.push_back(entry["body"]["dilemma_id"].get<std::string>());
  return print_dilemmas(session, ids);
}

}  // namespace

int show_section(Session& session, const LearnOptions& options) {
  if (options.section.empty()) {
    for (const char* section : kSections) print_paragraph(section_words(session, section), 16, section);
    return kDone;
  }
  if (!options.choice.empty()) return show_choice(session, options);
  if (options.weekly) return show_weekly(session);
  if (options.tried) return show_tried(session);
  if (!options.pack_path.empty()) return show_pack_section(session, options);
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
  if (!session.settings().database.empty()) {
    const Json body = {{"dilemma_id", options.id}, {"option_id", options.choice}};
    if (const int status = keep_entry(session, "practice", body, "practice." + options.id); status != kDone)
      return status;
    if (session.settings().json) return kDone;  // what was kept was printed
  }
  if (session.settings().json) return print_json(*result);
  for (const Json& reason : (*result)["reasons"]) print_reason(session, reason, options.choice);
  if (const std::string decides = text_of(*result, "decides"); !decides.empty()) {
    print_paragraph(decides, 4, session.words("learn.decides"));
  }
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
