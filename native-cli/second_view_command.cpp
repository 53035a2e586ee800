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

/// Hands over the document that the core made, or what it refused.
int finish(Session& session, const GrowthArguments& args, const std::optional<Json>& made) {
  if (!made) return session.failure_status();
  if (session.settings().json && args.output == "-") return print_json(*made);
  return put_out(session, args.output, (*made)["document"].get<std::string>(),
                 session.words("second.written") + " " + printable(args.output));
}

/// The documents in these files. Of several each is looked at by itself, so that an error names the right one; what is
/// wrong between them is told without a name. Nothing after an error was told.
std::optional<Json> read_files(Session& session, const std::vector<std::string>& paths) {
  Json documents = Json::array();
  for (const std::string& path : paths) {
    session.name_file(path);
    auto text = read_input(session, path);
    if (!text) return std::nullopt;
    if (paths.size() > 1 && !session.call("read_second_view", {{"document", *text}})) return std::nullopt;
    documents.push_back(std::move(*text));
  }
  if (paths.size() > 1) session.name_file({});
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
    const auto [at, is_new] = levels.emplace(pair.substr(0, equals), is_level ? Json(level[0] - '0') : Json(nullptr));
    if (!is_new) {
      std::cerr << session.words("second.twice") << '\n';
      return std::nullopt;
    }
  }
  return levels;
}

std::optional<Json> find_items(Session& session, const Json& ids) {
  const auto framework = session.call("get_full_framework", Json::object());
  if (!framework) return std::nullopt;
  Json found = Json::array();
  for (const Json& item : (*framework)["framework"]["competencies"]) {
    if (std::find(ids.begin(), ids.end(), item["id"]) != ids.end()) found.push_back(item);
  }
  for (const Json& id : ids) {
    const auto is_it = [&id](const Json& item) { return item["id"] == id; };
    if (std::any_of(found.begin(), found.end(), is_it)) continue;
    tell_error(session, "competency.unknown", {});
    return std::nullopt;
  }
  return found;
}

bool print_items(Session& session, const Json& ids) {
  const auto items = find_items(session, ids);
  if (!items) return false;
  for (const Json& item : *items) {
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
  const int status = finish(session, args, made);
  // The request is kept, and this is its only document: where the file cannot be written it is printed.
  if (made && status != kDone) std::cout << (*made)["document"].get<std::string>();
  return status;
}

int second_view_show(Session& session, const GrowthArguments& args) {
  const auto documents = read_files(session, args.ids);
  if (!documents) return session.failure_status();
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
  if (!documents) return session.failure_status();
  return finish(session, args,
                session.call("answer_second_view",
                             {{"document", documents->front()}, {"answer_id", make_uuid()}, {"levels", *levels}}));
}

int second_view_merge(Session& session, const GrowthArguments& args) {
  const auto documents = read_files(session, args.ids);
  if (!documents) return session.failure_status();
  return finish(session, args, session.call("merge_second_views", {{"documents", *documents}}));
}

int second_view_compare(Session& session, const GrowthArguments& args) {
  const auto documents = read_files(session, args.ids);
  if (!documents) return session.failure_status();
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

int second_view_withdraw(Session& session, const GrowthArguments& args) {
  return remove_entry(session, args.id, {"second_view", "agreement"});
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
