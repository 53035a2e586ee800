// SPDX-License-Identifier: MIT
// `trellis group`: one person's answers as a line without a name, the tally of many, and the form on paper.
#include <algorithm>
#include <iostream>
#include <sstream>

#include "growth_commands.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

/// All lines of the files, sorted: the order in which people handed theirs over is not kept. Of several files each is
/// looked at by itself, so that an error names the right one. Nothing after an error was told.
std::optional<Json> read_lines(Session& session, const std::vector<std::string>& paths) {
  std::vector<std::string> lines;
  for (const std::string& path : paths) {
    session.name_file(path);
    const auto text = read_input(session, path);
    if (!text) return std::nullopt;
    const std::vector<std::string> added = lines_of(*text);
    if (paths.size() > 1 && !session.call("tally_group", {{"lines", added}})) return std::nullopt;
    lines.insert(lines.end(), added.begin(), added.end());
  }
  if (paths.size() > 1) session.name_file({});
  std::sort(lines.begin(), lines.end());
  return Json(lines);
}

void print_row(const Session& session, const Json& row) {
  if (row["counts"].is_null()) {
    std::cout << "    " << session.words("group.few");
  } else {
    for (const Json& count : row["counts"]) {
      const auto text = std::to_string(count.get<int>());
      std::cout << std::string(text.size() < 4 ? 4 - text.size() : 0, ' ') << text;
    }
  }
  std::cout << "   " << row["competency_id"].get<std::string>() << ' ' << printable(row["name"].get<std::string>())
            << '\n';
}

}  // namespace

int group_line(Session& session, const GrowthArguments& args) {
  const auto levels = read_levels(session, args.levels);
  if (!levels) return kUsage;
  const auto line = session.call("get_group_line", {{"levels", *levels}});
  if (!line) return session.failure_status();
  if (session.settings().json) return print_json(*line);
  std::cout << (*line)["line"].get<std::string>() << '\n';
  return kDone;
}

int group_tally(Session& session, const GrowthArguments& args) {
  const auto lines = read_lines(session, args.ids);
  if (!lines) return session.failure_status();
  const auto tally = session.call("tally_group", {{"lines", *lines}});
  if (!tally) return session.failure_status();
  if (session.settings().json) return print_json(*tally);
  std::cout << toned(Tone::strong, "   1   2   3   4   5") << '\n';
  for (const Json& row : (*tally)["items"]) print_row(session, row);
  print_paragraph(session.words("group.limits"));
  return kDone;
}

int group_paper(Session& session, const GrowthArguments& args) {
  Json ids = args.ids;
  if (args.ids.empty()) {
    const auto form = session.call("get_form", {{"form", "short"}});
    if (!form) return session.failure_status();
    for (const Json& item : (*form)["items"]) ids.push_back(item["competency_id"]);
  }
  if (session.settings().json) {
    return find_items(session, ids) ? print_json({{"competency_ids", ids}}) : session.failure_status();
  }
  if (!print_items(session, ids)) return session.failure_status();
  print_paragraph(session.words("group.paper"));
  return kDone;
}

}  // namespace trellis::cli
