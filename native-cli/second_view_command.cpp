// SPDX-License-Identifier: MIT
// `trellis second-view`: ask for one, answer one without seeing the other's levels, merge, compare, agree, withdraw.
#include <algorithm>
#include <iostream>

#include "growth_commands.hpp"
#include "input.hpp"
#include "passphrase.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

/// Writes a document to a file, or to standard output.
int put_out(Session& session, const std::string& path, const Json& answer) {
  const auto document = answer["document"].get<std::string>();
  if (path.empty() || path == "-") {
    std::cout << document;
    return kDone;
  }
  if (!write_output(path, document)) {
    tell_error(session, "output.unwritable", path);
    return kUsage;
  }
  print_paragraph(session.words("second.written") + " " + printable(path));
  return kDone;
}

std::optional<Json> read_files(Session& session, const std::vector<std::string>& paths) {
  Json documents = Json::array();
  for (const std::string& path : paths) {
    session.name_file(path);
    auto text = read_input(session, path);
    if (!text) return std::nullopt;
    documents.push_back(std::move(*text));
  }
  return documents;
}

std::string level_words(const Json& level) { return level.is_null() ? "-" : std::to_string(level.get<int>()); }

void print_view(const Session& session, const Json& view) {
  std::cout << session.words("second.own") << "  " << session.words("second.other") << '\n';
  for (const Json& item : view["items"]) {
    const bool is_wide = item["is_wide"].get<bool>();
    const std::string line = "  " + level_words(item["own"]) + "  " + level_words(item["other"]) + "  " +
                             item["competency_id"].get<std::string>() + " " +
                             printable(item["name"].get<std::string>()) +
                             (is_wide ? "  " + session.words("second.wide") : std::string());
    std::cout << toned(is_wide ? Tone::strong : Tone::plain, line) << '\n';
  }
}

}  // namespace

std::optional<Json> read_levels(const Session& session, const std::vector<std::string>& pairs) {
  Json levels = Json::object();
  for (const std::string& pair : pairs) {
    const auto equals = pair.rfind('=');
    const std::string level = equals == std::string::npos ? "" : pair.substr(equals + 1);
    const bool is_level = level.size() == 1 && level[0] >= '1' && level[0] <= '5';
    if (!is_level && level != "-") {
      std::cerr << session.words("second.bad_level") << '\n';
      return std::nullopt;
    }
    levels[pair.substr(0, equals)] = is_level ? Json(level[0] - '0') : Json(nullptr);
  }
  return levels;
}

bool print_items(Session& session, const Json& ids) {
  const auto framework = session.call("get_full_framework", Json::object());
  if (!framework) return false;
  for (const Json& item : (*framework)["framework"]["competencies"]) {
    if (std::find(ids.begin(), ids.end(), item["id"]) == ids.end()) continue;
    print_paragraph(printable(item["statement"].get<std::string>()), 8, item["id"].get<std::string>());
    int number = 0;
    for (const Json& text : item["level_texts"]) {
      print_paragraph(printable(text.get<std::string>()), 11, std::to_string(++number) + ".");
    }
  }
  return true;
}

int second_view_ask(Session& session, const GrowthArguments& args) {
  const auto made = session.call("export_second_view", {{"entry_id", make_uuid()},
                                                        {"document_id", make_uuid()},
                                                        {"competency_ids", args.ids},
                                                        {"entropy", make_entropy()},
                                                        {"noted_at", now_utc()}});
  if (!made) return session.failure_status();
  if (session.settings().json) return print_json(*made);
  return put_out(session, args.output, *made);
}

int second_view_show(Session& session, const GrowthArguments& args) {
  const auto documents = read_files(session, args.ids);
  if (!documents) return kUsage;
  const auto view = session.call("read_second_view", {{"document", documents->front()}});
  if (!view) return session.failure_status();
  if (session.settings().json) return print_json(*view);
  if (!print_items(session, (*view)["competency_ids"])) return session.failure_status();
  print_paragraph(session.words("second.hidden"));
  return kDone;
}

int second_view_answer(Session& session, const GrowthArguments& args) {
  const auto levels = read_levels(session, args.levels);
  const auto documents = levels ? read_files(session, args.ids) : std::nullopt;
  if (!documents) return kUsage;
  const auto answered = session.call(
      "answer_second_view", {{"document", documents->front()}, {"answer_id", make_uuid()}, {"levels", *levels}});
  if (!answered) return session.failure_status();
  if (session.settings().json) return print_json(*answered);
  return put_out(session, args.output, *answered);
}

int second_view_merge(Session& session, const GrowthArguments& args) {
  const auto documents = read_files(session, args.ids);
  if (!documents) return kUsage;
  const auto merged = session.call("merge_second_views", {{"documents", *documents}});
  if (!merged) return session.failure_status();
  if (session.settings().json) return print_json(*merged);
  return put_out(session, args.output, *merged);
}

int second_view_compare(Session& session, const GrowthArguments& args) {
  const auto documents = read_files(session, args.ids);
  if (!documents) return kUsage;
  const auto merged = session.call("merge_second_views", {{"documents", *documents}});
  if (!merged) return session.failure_status();
  const auto compared = session.call("compare_second_view", {{"document", (*merged)["document"]}});
  if (!compared) return session.failure_status();
  if (session.settings().json) return print_json(*compared);
  if ((*compared)["views"].empty()) print_paragraph(session.words("second.none"));
  for (const Json& view : (*compared)["views"]) print_view(session, view);
  print_paragraph(session.words("second.limits"));
  return kDone;
}

int second_view_agree(Session& session, const GrowthArguments& args) {
  hint_about(session, args.text);
  return keep_entry(session, "agreement",
                    {{"competency_id", args.competency_id}, {"next_step", args.text}, {"agreed_on", today()}});
}

int second_view_list(Session& session, const GrowthArguments& /*args*/) {
  const auto entries = entries_of(session, {"second_view", "agreement"});
  if (!entries) return session.failure_status();
  if (session.settings().json) return print_json({{"entries", *entries}});
  if (entries->empty()) print_paragraph(session.words("second.none"));
  for (const Json& entry : *entries) {
    const Json& body = entry["body"];
    const bool is_request = entry["kind"] == "second_view";
    std::cout << short_id(entry) << "  " << session.words(is_request ? "second.asked" : "second.agreed") << "  "
              << printable(body[is_request ? "competency_ids" : "competency_id"].get<std::string>()) << '\n';
    if (!is_request) print_paragraph(printable(body["next_step"].get<std::string>()), 4);
  }
  return kDone;
}

}  // namespace trellis::cli
