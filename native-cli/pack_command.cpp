// SPDX-License-Identifier: MIT
// `trellis pack`: content of others from a file, for example the facts of another state. Always shown as theirs, with
// place and date. A pack with a problem is never used and changes nothing.
#include <iostream>

#include "commands.hpp"
#include "growth_commands.hpp"
#include "input.hpp"
#include "library_print.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

/// The pack of a text that follows the schemas, as the core reads it; nothing after its problems were told.
std::optional<Json> read_pack(Session& session, const std::string& path, const std::string& text) {
  const Json problems = content_problems(path, text);
  const auto result = problems.empty() ? session.call("read_pack", {{"pack", text}}) : std::nullopt;
  if (result && (*result)["problems"].empty()) return (*result)["pack"];
  print_problems(problems);
  if (result) {
    for (const Json& problem : (*result)["problems"]) {
      print_paragraph(printable(text_of(problem, "what")), 4, printable(text_of(problem, "where")));
    }
  }
  std::cerr << session.words("validate.problems") << '\n';
  return std::nullopt;
}

std::optional<Json> read_pack_file(Session& session, const std::string& path) {
  const auto text = read_input(session, path);
  return text ? read_pack(session, path, *text) : std::nullopt;
}

/// Whose words follow: "Texas · US-TX · 2026-11 · from a file that you loaded".
void print_mark(const Session& session, const Json& pack) {
  std::cout << toned(Tone::strong, printable(text_of(pack, "name"))) << '\n';
  print_paragraph(
      printable(text_of(pack, "jurisdiction") + " " + text_of(pack, "as_of") + ", ") + session.words("pack.from_file"),
      4);
}

void print_roles(const Session& session, const Json& roles) {
  for (const Json& role : roles) {
    print_paragraph(printable(text_of(role, "name") + ": " + text_of(role, "purpose")), 8,
                    printable(text_of(role, "id")));
    for (const Json& fact : role["facts"]) {
      const std::string mark = fact["verified"] == true ? "" : " [" + session.words("content.not_verified") + "]";
      print_paragraph(printable(text_of(fact, "text")) + mark, 8, "  *");
    }
  }
}

void print_pack(const Session& session, const Json& pack) {
  print_mark(session, pack);
  for (const auto& [section, rows] : pack["sections"].items()) {
    if (section == "clauses" || section == "sources") continue;
    std::string key = "learn.section." + section;
    for (char& letter : key) letter = letter == '-' ? '_' : letter;
    std::cout << '\n' << session.words(key) << '\n';
    for (const Json& row : rows) print_paragraph(printable(title_of(row)), 8, printable(text_of(row, "id")));
  }
  std::cout << '\n';
  print_roles(session, pack["roles"]);
  for (const Json& source : pack["sources"]) print_paragraph(printable(text_of(source, "what")), 4, "  -");
  for (const Json& path : pack["unused"]) {
    print_paragraph(printable(path.get<std::string>()), 4, session.words("pack.unused"));
  }
}

}  // namespace

int pack_show(Session& session, const std::string& path) {
  const auto pack = read_pack_file(session, path);
  if (!pack) return kConcerns;
  if (session.settings().json) return print_json(*pack);
  print_pack(session, *pack);
  return kDone;
}

int pack_use(Session& session, const std::string& path) {
  const auto text = read_input(session, path);
  if (!text) return kUsage;
  const auto pack = read_pack(session, path, *text);
  if (!pack) return kConcerns;
  const std::string id = text_of(*pack, "id");
  return keep_entry(session, "pack", {{"pack_id", id}, {"text", *text}}, "pack." + id);
}

int pack_list(Session& session) {
  const auto kept = session.call("list_entries", {{"kind", "pack"}});
  if (!kept) return session.failure_status();
  Json packs = Json::array();
  for (const Json& entry : (*kept)["entries"]) {
    const auto pack = read_pack(session, text_of(entry, "series_id"), text_of(entry["body"], "text"));
    if (pack) packs.push_back(*pack);
  }
  if (session.settings().json) return print_json({{"packs", packs}});
  for (const Json& pack : packs) print_mark(session, pack);
  return kDone;
}

int pack_remove(Session& session, const std::string& id) {
  GrowthArguments args;
  args.id = "pack." + id;
  return entry_remove(session, args);
}

int show_pack_section(Session& session, const LearnOptions& options) {
  const auto pack = read_pack_file(session, options.pack_path);
  if (!pack) return kConcerns;
  const Json& sections = (*pack)["sections"];
  const Json rows = sections.value(options.section, Json::array());
  if (session.settings().json) return print_json({{"pack", text_of(*pack, "id")}, {options.section, rows}});
  print_mark(session, *pack);
  bool is_there = false;
  for (const Json& row : rows) {
    if (options.id.empty()) {
      print_paragraph(printable(title_of(row)), 8, printable(text_of(row, "id")));
    } else if (row["id"] == options.id) {
      print_row(session, row);
      print_named(session, sections);
    } else {
      continue;
    }
    is_there = true;
  }
  return is_there ? kDone : kConcerns;
}

}  // namespace trellis::cli
