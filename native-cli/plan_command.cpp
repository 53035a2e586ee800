// SPDX-License-Identifier: MIT
// `trellis plan`, and what the commands about entries share.
#include <iostream>

#include "growth_commands.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

constexpr std::size_t kShortIdLength = 8;
constexpr std::size_t kDateLength = 10;

/// A series of which there is one of its name, such as "pack.us-ma"; the others have random ids.
bool is_name(const std::string& series_id) { return series_id.find('.') != std::string::npos; }

}  // namespace

std::optional<Json> find_entry(Session& session, const std::string& id, const std::vector<std::string>& kinds) {
  const auto entries = entries_of(session, kinds);
  if (!entries) return std::nullopt;
  std::vector<Json> found;
  for (const Json& entry : *entries) {
    const auto series_id = entry["series_id"].get<std::string>();
    if (series_id == id) return entry;
    if (!id.empty() && !is_name(series_id) && series_id.starts_with(id)) found.push_back(entry);
  }
  if (found.size() == 1) return found.front();
  std::cerr << session.words("entry.not_one") << '\n';
  return std::nullopt;
}

void hint_about(Session& session, const std::string& text) {
  if (text.empty()) return;
  const auto seen = session.call("check_note", {{"text", text}});
  if (seen && !(*seen)["kinds"].empty()) std::cerr << session.words("note.hint") << '\n';
}

int print_csv(Session& session, const std::string& kind) {
  const auto result = session.call("export_csv", {{"kind", kind}});
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  std::cout << (*result)["document"].get<std::string>();
  return kDone;
}

std::string setting(Session& session, const std::string& name) {
  const auto settings = entries_of(session, {"setting"});
  if (!settings) return {};
  for (const Json& entry : *settings) {
    if (entry["body"]["name"] == name) return entry["body"]["value"].get<std::string>();
  }
  return {};
}

std::string today() { return now_utc().substr(0, kDateLength); }

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string short_id(const Json& entry) {
  const auto id = entry["series_id"].get<std::string>();
  return is_name(id) ? id : id.substr(0, kShortIdLength);
}

std::optional<Json> entries_of(Session& session, const std::vector<std::string>& kinds) {
  Json found = Json::array();
  for (const auto& kind : kinds) {
    const auto listed = session.call("list_entries", {{"kind", kind}});
    if (!listed) return std::nullopt;
    for (const Json& entry : (*listed)["entries"]) found.push_back(entry);
  }
  return found;
}

std::optional<Json> put_entry(Session& session, const char* kind, Json body, std::string series_id) {
  if (series_id.empty()) series_id = make_uuid();
  return session.call("put_entry", {{"entry_id", make_uuid()},
                                    {"series_id", series_id},
                                    {"kind", kind},
                                    {"body", std::move(body)},
                                    {"noted_at", now_utc()}});
}

int keep_entry(Session& session, const char* kind, Json body, std::string series_id) {
  const auto result = put_entry(session, kind, std::move(body), std::move(series_id));
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  std::cout << session.words("entry.kept") << ' ' << short_id((*result)["entry"]) << '\n';
  return kDone;
}

int remove_entry(Session& session, const std::string& id, const std::vector<std::string>& kinds) {
  const auto entry = find_entry(session, id, kinds);
  if (!entry) return session.failure_status();
  const auto result = session.call(
      "remove_entry", {{"entry_id", make_uuid()}, {"series_id", (*entry)["series_id"]}, {"noted_at", now_utc()}});
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  print_paragraph(session.words("entry.removed"));
  return kDone;
}

int plan_add(Session& session, const GrowthArguments& args) {
  hint_about(session, args.text + " " + args.next_action);
  return keep_entry(session, "goal",
                    {{"text", args.text},
                     {"next_action", args.next_action},
                     {"due_on", or_null(args.due_on)},
                     {"state", "open"},
                     {"competency_id", or_null(args.competency_id)},
                     {"requirement_id", or_null(args.requirement_id)}});
}

int plan_list(Session& session, const GrowthArguments& /*args*/) {
  const auto goals = entries_of(session, {"goal"});
  if (!goals) return session.failure_status();
  if (session.settings().json) return print_json({{"entries", *goals}});
  if (goals->empty()) print_paragraph(session.words("plan.none"));
  for (const Json& goal : *goals) {
    const Json& body = goal["body"];
    std::cout << short_id(goal) << "  " << session.words("plan." + body["state"].get<std::string>());
    if (!body["due_on"].is_null()) std::cout << "  " << body["due_on"].get<std::string>();
    std::cout << '\n';
    print_paragraph(printable(body["text"].get<std::string>()), 4);
    if (const auto next = body["next_action"].get<std::string>(); !next.empty()) {
      print_paragraph(printable(next), 6, ">");
    }
  }
  return kDone;
}

namespace {

int set_state(Session& session, const GrowthArguments& args, const char* state) {
  const auto goal = find_entry(session, args.id, {"goal"});
  if (!goal) return session.failure_status();
  Json body = (*goal)["body"];
  body["state"] = state;
  return keep_entry(session, "goal", std::move(body), (*goal)["series_id"].get<std::string>());
}

}  // namespace

int plan_done(Session& session, const GrowthArguments& args) { return set_state(session, args, "done"); }
int plan_reopen(Session& session, const GrowthArguments& args) { return set_state(session, args, "open"); }
int plan_remove(Session& session, const GrowthArguments& args) { return remove_entry(session, args.id, {"goal"}); }
int plan_csv(Session& session, const GrowthArguments& /*args*/) { return print_csv(session, "goal"); }

}  // namespace trellis::cli
