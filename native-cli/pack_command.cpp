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

/// A pack as the core reads it, or what is wrong with it.
struct Reading {
  std::optional<Json> pack;
  Json problems = Json::array();  // rows of "file", "where", "what"; empty where there is a pack
};

/// @param name  what to call it where a problem is in no file of it
Reading read_pack(Session& session, const std::string& name, const std::string& text) {
  Reading reading;
  reading.problems = content_problems(name, text);
  if (reading.problems.empty()) {
    const auto result = session.call("read_pack", {{"pack", text}});
    if (!result) {
      reading.problems.push_back({{"where", ""}, {"what", session.last_error_code()}});
    } else if ((*result)["problems"].empty()) {
      reading.pack.emplace((*result)["pack"]);
    } else {
      reading.problems = (*result)["problems"];
    }
  }
  for (Json& problem : reading.problems) {
    if (text_of(problem, "file").empty()) problem["file"] = name;
  }
  return reading;
}

int tell_problems(const Session& session, const Json& problems) {
  if (session.settings().json) {
    print_json({{"problems", problems}});
  } else {
    print_problems(session, problems);
    std::cerr << session.words("validate.problems") << '\n';
  }
  return kConcerns;
}

/// Whose words follow: "Texas", and below it "US-TX 2026-11, from a file that you loaded".
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
    std::cout << '\n' << section_words(session, section) << '\n';
    for (const Json& row : rows) print_paragraph(printable(title_of(row)), 8, printable(text_of(row, "id")));
  }
  std::cout << '\n';
  print_roles(session, pack["roles"]);
  for (const Json& source : pack["sources"]) print_paragraph(printable(text_of(source, "what")), 4, "  -");
  for (const Json& path : pack["unused"]) {
    print_paragraph(printable(path.get<std::string>()), 4, session.words("pack.unused"));
  }
}

/// A pack that is kept: the id to remove it by, and whose it is or what is wrong with it.
void print_kept(const Session& session, const std::string& id, const Reading& reading) {
  std::cout << id << "  ";
  if (reading.pack) return print_mark(session, *reading.pack);
  std::cout << session.words("validate.problems") << '\n';
  print_problems(session, reading.problems);
}

}  // namespace

int pack_show(Session& session, const std::string& path) {
  const auto text = read_input(session, path);
  if (!text) return kUsage;
  const Reading reading = read_pack(session, path, *text);
  if (!reading.pack) return tell_problems(session, reading.problems);
  if (session.settings().json) return print_json(*reading.pack);
  print_pack(session, *reading.pack);
  return kDone;
}

int pack_use(Session& session, const std::string& path) {
  const auto text = read_input(session, path);
  if (!text) return kUsage;
  const Reading reading = read_pack(session, path, *text);
  if (!reading.pack) return tell_problems(session, reading.problems);
  const std::string id = text_of(*reading.pack, "id");
  return keep_entry(session, "pack", {{"pack_id", id}, {"text", *text}}, "pack." + id);
}

int pack_list(Session& session) {
  const auto kept = session.call("list_entries", {{"kind", "pack"}});
  if (!kept) return session.failure_status();
  Json packs = Json::array();
  Json problems = Json::array();
  for (const Json& entry : (*kept)["entries"]) {
    const std::string id = text_of(entry["body"], "pack_id");
    Reading reading = read_pack(session, id, text_of(entry["body"], "text"));
    if (!session.settings().json) print_kept(session, id, reading);
    if (reading.pack) packs.push_back(std::move(*reading.pack));
    for (Json& problem : reading.problems) {
      problem["pack_id"] = id;
      problems.push_back(std::move(problem));
    }
  }
  if (session.settings().json) print_json({{"packs", packs}, {"problems", problems}});
  return problems.empty() ? kDone : kConcerns;
}

int pack_remove(Session& session, const std::string& id) { return remove_entry(session, "pack." + id, {"pack"}); }

int show_pack_section(Session& session, const LearnOptions& options) {
  const auto text = read_input(session, options.pack_path);
  if (!text) return kUsage;
  const Reading reading = read_pack(session, options.pack_path, *text);
  if (!reading.pack) return tell_problems(session, reading.problems);
  const Json& pack = *reading.pack;
  const Json& sections = pack["sections"];
  const Json rows = sections.value(options.section, Json::array());
  if (session.settings().json) return print_json({{"pack", text_of(pack, "id")}, {options.section, rows}});
  print_mark(session, pack);
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
