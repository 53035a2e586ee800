// SPDX-License-Identifier: MIT
// `trellis drift` and `trellis agenda`: requests outside the role, and the page for supervision.
#include <iostream>

#include "growth_commands.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

/// "KIND:ID=words" as a point; null when it is none.
Json read_point(const std::string& text) {
  const auto colon = text.find(':');
  const auto equals = text.find('=');
  if (colon == std::string::npos || equals == std::string::npos || equals < colon) return nullptr;
  return {{"kind", text.substr(0, colon)},
          {"id", text.substr(colon + 1, equals - colon - 1)},
          {"words", text.substr(equals + 1)}};
}

void print_sources(const Session& session, const Json& clauses) {
  for (const Json& clause : clauses) {
    print_paragraph(clause["text"].get<std::string>() + " (" + clause["document"].get<std::string>() + ", " +
                        clause["section"].get<std::string>() + ")",
                    6, session.words("check.source"));
  }
}

}  // namespace

int drift_add(Session& session, const GrowthArguments& args) {
  hint_about(session, args.next_action);
  const auto suggested =
      session.call("suggest_family", {{"role_id", args.role_id.empty() ? "any" : args.role_id}, {"text", args.text}});
  if (!suggested) return session.failure_status();
  const Json& first = (*suggested)["suggestions"];
  if (args.family.empty() && first.empty()) {
    print_paragraph(session.words("drift.no_family"));
    for (const Json& family : (*suggested)["families"]) {
      std::cout << "  " << family["id"].get<std::string>() << "  " << family["name"].get<std::string>() << '\n';
    }
    return kConcerns;
  }
  const bool is_known = !first.empty() && (args.family.empty() || first[0]["family"] == args.family);
  const int status = keep_entry(session, "drift",
                                {{"on", args.on.empty() ? today() : args.on},
                                 {"family", args.family.empty() ? first[0]["family"] : Json(args.family)},
                                 {"rule_id", is_known ? first[0]["rule_id"] : Json(nullptr)},
                                 {"setting_id", or_null(args.setting_id)},
                                 {"how_often", args.how_often},
                                 {"what_i_did", args.what_i_did},
                                 {"what_happened", args.what_happened},
                                 {"feeling", or_null(args.feeling)},
                                 {"words", args.next_action}});
  if (status != kDone || session.settings().json || !is_known) return status;
  print_paragraph(first[0]["reply"].get<std::string>(), 4, session.words("check.reply"));
  print_sources(session, first[0]["clauses"]);
  return status;
}

int drift_list(Session& session, const GrowthArguments& /*args*/) {
  const auto entries = entries_of(session, {"drift"});
  if (!entries) return session.failure_status();
  if (session.settings().json) return print_json({{"entries", *entries}});
  if (entries->empty()) print_paragraph(session.words("drift.none"));
  for (const Json& entry : *entries) {
    const Json& body = entry["body"];
    std::cout << short_id(entry) << "  " << body["on"].get<std::string>() << "  "
              << printable(body["family"].get<std::string>()) << "  "
              << session.words("drift." + body["what_i_did"].get<std::string>()) << "  "
              << printable(body["words"].get<std::string>()) << '\n';
  }
  return kDone;
}

int drift_show(Session& session, const GrowthArguments& args) {
  const auto entry = find_entry(session, args.id, {"drift"});
  if (!entry) return session.failure_status();
  const Json& rule_id = (*entry)["body"].value("rule_id", Json());
  const auto rule = rule_id.is_string() ? session.call("explain_rule", {{"rule_id", rule_id}}) : std::nullopt;
  if (rule_id.is_string() && !rule) return session.failure_status();
  if (session.settings().json) return print_json({{"entry", *entry}, {"rule", rule ? (*rule)["rule"] : Json()}});
  for (const auto& [key, value] : (*entry)["body"].items()) {
    const std::string text = value.is_null() ? std::string() : value.get<std::string>();
    if (!text.empty()) std::cout << key << ": " << printable(text) << '\n';
  }
  if (!rule) return kDone;
  print_paragraph((*rule)["rule"]["reply"].get<std::string>(), 4, session.words("check.reply"));
  print_sources(session, (*rule)["rule"]["clauses"]);
  return kDone;
}

int drift_remove(Session& session, const GrowthArguments& args) {
  return remove_entry(session, args.id, {"drift", "condition"});
}

int drift_csv(Session& session, const GrowthArguments& /*args*/) { return print_csv(session, "drift"); }

int drift_conditions(Session& session, const GrowthArguments& /*args*/) {
  const auto entries = entries_of(session, {"condition"});
  if (!entries) return session.failure_status();
  if (session.settings().json) return print_json({{"entries", *entries}});
  if (entries->empty()) print_paragraph(session.words("condition.none"));
  for (const Json& entry : *entries) {
    const Json& body = entry["body"];
    std::cout << (body["level"].is_null() ? std::string("-") : std::to_string(body["level"].get<int>())) << "  "
              << body["item"].get<std::string>() << "  " << printable(body["note"].get<std::string>()) << '\n';
  }
  return kDone;
}

int drift_patterns(Session& session, const GrowthArguments& /*args*/) {
  const auto result = session.call("get_drift_patterns", {{"today", today()}});
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  if ((*result)["families"].empty()) print_paragraph(session.words("drift.none"));
  for (const Json& family : (*result)["families"]) {
    std::cout << family["count"].get<int>() << "  " << printable(family["family_name"].get<std::string>());
    for (const Json& month : family["months"]) {
      std::cout << "  " << month["month"].get<std::string>() << ": " << month["count"].get<int>();
    }
    std::cout << '\n';
  }
  for (const Json& finding : (*result)["staffing"]) {
    print_paragraph(finding["text"].get<std::string>(), 4, session.words("drift.staffing"));
    print_sources(session, finding["clauses"]);
  }
  return kDone;
}

int drift_condition(Session& session, const GrowthArguments& args) {
  hint_about(session, args.text);
  return keep_entry(session, "condition", {{"item", args.what}, {"level", args.level}, {"note", args.text}},
                    "condition." + args.what);
}

namespace {

/// What a page could hold: nothing is on it until it is asked for with --point.
int list_topics(Session& session) {
  const auto entries = entries_of(session, {"drift", "goal", "agreement", "condition"});
  if (!entries) return session.failure_status();
  if (session.settings().json) return print_json({{"entries", *entries}});
  print_paragraph(session.words("agenda.choose"));
  for (const Json& entry : *entries) {
    const Json& body = entry["body"];
    const std::string kind = entry["kind"].get<std::string>();
    const std::string id =
        kind == "condition" ? body["item"].get<std::string>() : entry["series_id"].get<std::string>();
    const char* key = kind == "goal" ? "text" : kind == "agreement" ? "next_step" : kind == "drift" ? "family" : "note";
    std::cout << "  " << kind << ':' << id << "  " << printable(body[key].get<std::string>()) << '\n';
  }
  return kDone;
}

}  // namespace

int agenda_show(Session& session, const GrowthArguments& args) {
  if (args.points.empty()) return list_topics(session);
  Json points = Json::array();
  for (const auto& text : args.points) points.push_back(read_point(text));
  const auto agenda = session.call("get_agenda", {{"points", std::move(points)}});
  if (!agenda) return session.failure_status();
  if (session.settings().json) return print_json(*agenda);
  int number = 0;
  for (const Json& point : (*agenda)["points"]) {
    print_paragraph(printable(point["words"].get<std::string>()), 4, std::to_string(++number) + ".");
    print_paragraph(printable(point["name"].get<std::string>()), 4);
    print_sources(session, point["clauses"]);
  }
  print_paragraph(session.words("agenda.limits"));
  return kDone;
}

}  // namespace trellis::cli
