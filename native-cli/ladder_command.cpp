// SPDX-License-Identifier: MIT
// `trellis ladder`: steps, and what one still asks for.
#include <algorithm>
#include <iostream>

#include "growth_commands.hpp"
#include "input.hpp"
#include "library_print.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

constexpr int kMinutesPerHour = 60;

/// Where a line comes from: a source with its date, or that it is a default.
std::string provenance(const Session& session, const Json& row) {
  const auto basis = row.contains("basis")     ? row["basis"].get<std::string>()
                     : row["verified"] == true ? std::string("published")
                                               : std::string("not_verified");
  std::string words = " [" + session.words("basis." + basis);
  const Json& source = row["source"];
  if (source.is_object()) words += ": " + printable(source["what"].get<std::string>());
  const std::string source_id = text_of(row, "source_id");
  const std::string as_of = text_of(row, "as_of");
  if (!source.is_object() && !source_id.empty()) words += ": " + printable(source_id);
  if (!as_of.empty()) words += ", " + printable(as_of);
  return words + "]";
}

void print_rung(const Session& session, const Json& rung) {
  std::cout << printable(rung["id"].get<std::string>()) << "  "
            << toned(Tone::strong, printable(rung["name"].get<std::string>())) << '\n';
  for (const Json& row : rung["requirements"]) {
    print_paragraph(printable(row["text"].get<std::string>()) + provenance(session, row), 6, "-");
  }
  for (const Json& fact : rung["published"]) {
    print_paragraph(printable(fact["text"].get<std::string>()) + provenance(session, fact), 6, "*");
  }
}

/// "3 of 8 competencies"; minutes are said in hours.
std::string amounts(const Session& session, const Json& row) {
  const auto unit = row["unit"].get<std::string>();
  const int have = row["have"].get<int>();
  const int needed = row["needed"].get<int>();
  const std::string of = " " + session.words("check.of") + " ";
  if (unit != "minutes") {
    return std::to_string(have) + of + std::to_string(needed) + " " + session.words("gap." + unit);
  }
  const int rest = have % kMinutesPerHour;
  return std::to_string(have / kMinutesPerHour) + " h" + (rest > 0 ? " " + std::to_string(rest) + " min" : "") + of +
         std::to_string(needed / kMinutesPerHour) + " h";
}

/// The step to compare with: the one that was named, else the first that comes after the one that is kept.
std::optional<std::string> wanted_rung(Session& session, const GrowthArguments& args, const Json& params) {
  if (!args.id.empty()) return args.id;
  const std::string here = setting(session, "rung_id");
  Json asked = Json::object();
  if (params.contains("pack")) asked["pack"] = params["pack"];
  const auto ladder = session.call("get_ladder", std::move(asked));
  if (!ladder) return std::nullopt;
  for (const Json& rung : (*ladder)["rungs"]) {
    if (rung["id"] != here) continue;
    return rung["next_ids"].empty() ? here : rung["next_ids"][0].get<std::string>();
  }
  std::cerr << session.words("ladder.not_kept") << '\n';
  return std::nullopt;
}

void print_state(const Session& session, const Json& row) {
  std::string line =
      printable(row["text"].get<std::string>()) + ": " + session.words("gap." + row["met"].get<std::string>());
  if (!row["have"].is_null()) {
    line += " (" + amounts(session, row) + ")";
  }
  print_paragraph(line + provenance(session, row), 4, row["met"] == "met" ? "+" : "-");
  for (const Json& gap : row["below"]) {
    print_paragraph(printable(gap["competency_id"].get<std::string>() + " " + gap["name"].get<std::string>() + ": " +
                              std::to_string(gap["level"].get<int>()) + " > " +
                              std::to_string(gap["needed"].get<int>()) + ". " + gap["practice"].get<std::string>()),
                    8, ">");
  }
}

/// Adds the pack that was named. False, and words on stderr, when it cannot be read.
bool add_pack(Session& session, const GrowthArguments& args, Json& params) {
  if (args.pack_path.empty()) return true;
  session.name_file(args.pack_path);
  const auto text = read_input(session, args.pack_path);
  if (!text) return false;
  params["pack"] = text->empty() ? " " : *text;  // the core takes an empty text for no file
  return true;
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
  Json params = {{"today", today()}};
  if (!add_pack(session, args, params)) return kUsage;
  const auto rung_id = wanted_rung(session, args, params);
  if (!rung_id) return session.failure_status();
  params["rung_id"] = *rung_id;
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

int ladder_ours(Session& session, const GrowthArguments& /*args*/) {
  const auto result = session.call(
      "remove_entry", {{"entry_id", make_uuid()}, {"series_id", "setting.ladder_pack"}, {"noted_at", now_utc()}});
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  print_paragraph(session.words("entry.removed"));
  return kDone;
}

int look_for_rung(Session& session, const std::string& id) {
  const auto ladder = session.call("get_ladder", Json::object());
  if (!ladder) return session.failure_status();
  const Json& rungs = (*ladder)["rungs"];
  if (std::any_of(rungs.begin(), rungs.end(), [&id](const Json& rung) { return rung["id"] == id; })) return kDone;
  tell_error(session, "rung.unknown", {});
  return kConcerns;
}

int ladder_here(Session& session, const GrowthArguments& args) {
  if (const int status = look_for_rung(session, args.id); status != kDone) return status;
  return keep_entry(session, "setting", {{"name", "rung_id"}, {"value", args.id}}, "setting.rung_id");
}

}  // namespace trellis::cli
