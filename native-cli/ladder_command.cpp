// SPDX-License-Identifier: MIT
// `trellis ladder`: steps, and what one still asks for.
#include <iostream>

#include "growth_commands.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

/// Where a line comes from: a source with its date, or that it is a default.
std::string provenance(const Session& session, const Json& row) {
  const auto basis = row.contains("basis")     ? row["basis"].get<std::string>()
                     : row["verified"] == true ? std::string("published")
                                               : std::string("not_verified");
  std::string words = " [" + session.words("basis." + basis);
  const Json& source = row["source"];
  if (source.is_object()) words += ": " + source["what"].get<std::string>();
  if (!source.is_object() && row["source_id"] != "") words += ": " + printable(row["source_id"].get<std::string>());
  if (row["as_of"] != "") words += ", " + printable(row["as_of"].get<std::string>());
  return words + "]";
}

void print_rung(const Session& session, const Json& rung) {
  std::cout << rung["id"].get<std::string>() << "  " << toned(Tone::strong, printable(rung["name"].get<std::string>()))
            << '\n';
  for (const Json& row : rung["requirements"]) {
    print_paragraph(printable(row["text"].get<std::string>()) + provenance(session, row), 6, "-");
  }
  for (const Json& fact : rung["published"]) {
    print_paragraph(printable(fact["text"].get<std::string>()) + provenance(session, fact), 6, "*");
  }
}

void print_state(const Session& session, const Json& row) {
  std::string line =
      printable(row["text"].get<std::string>()) + ": " + session.words("gap." + row["met"].get<std::string>());
  if (!row["have"].is_null()) {
    line += " (" + std::to_string(row["have"].get<int>()) + " " + session.words("check.of") + " " +
            std::to_string(row["needed"].get<int>()) + " " + session.words("gap." + row["unit"].get<std::string>()) +
            ")";
  }
  print_paragraph(line + provenance(session, row), 4, row["met"] == "met" ? "+" : "-");
  for (const Json& gap : row["below"]) {
    print_paragraph(gap["competency_id"].get<std::string>() + " " + gap["name"].get<std::string>() + ": " +
                        std::to_string(gap["level"].get<int>()) + " > " + std::to_string(gap["needed"].get<int>()) +
                        ". " + gap["practice"].get<std::string>(),
                    8, ">");
  }
}

/// Adds the pack that was named. False, and words on stderr, when it cannot be read.
bool add_pack(Session& session, const GrowthArguments& args, Json& params) {
  if (args.pack_path.empty()) return true;
  session.name_file(args.pack_path);
  const auto text = read_input(session, args.pack_path);
  if (text) params["pack"] = *text;
  return text.has_value();
}

}  // namespace

int ladder_show(Session& session, const GrowthArguments& args) {
  Json params = Json::object();
  if (!add_pack(session, args, params)) return kUsage;
  const auto ladder = session.call("get_ladder", std::move(params));
  if (!ladder) return session.failure_status();
  if (session.settings().json) return print_json(*ladder);
  for (const Json& rung : (*ladder)["rungs"]) print_rung(session, rung);
  print_paragraph(printable((*ladder)["limits"].get<std::string>()));
  return kDone;
}

int ladder_gap(Session& session, const GrowthArguments& args) {
  Json params = {{"rung_id", args.id}, {"today", today()}};
  if (!add_pack(session, args, params)) return kUsage;
  const auto gap = session.call("get_gap", std::move(params));
  if (!gap) return session.failure_status();
  if (session.settings().json) return print_json(*gap);
  std::cout << toned(Tone::strong, printable((*gap)["rung"]["name"].get<std::string>())) << '\n';
  for (const Json& row : (*gap)["requirements"]) print_state(session, row);
  print_paragraph(printable((*gap)["limits"].get<std::string>()));
  return kDone;
}

int ladder_use(Session& session, const GrowthArguments& args) {
  Json params = Json::object();
  if (!add_pack(session, args, params)) return kUsage;
  if (!session.call("get_ladder", params)) return session.failure_status();
  return keep_entry(session, "setting", {{"name", "ladder_pack"}, {"value", params["pack"]}}, "setting.ladder_pack");
}

}  // namespace trellis::cli
