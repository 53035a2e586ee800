// SPDX-License-Identifier: MIT
// `trellis assess form`, `trellis assess fit` and `trellis assess trend`.
#include <algorithm>
#include <iostream>
#include <utility>

#include "growth_commands.hpp"
#include "library_print.hpp"
#include "terminal.hpp"

namespace trellis::cli {

namespace {

/// What was named, else what is kept, else nothing.
std::string or_kept(Session& session, const std::string& named, const char* setting_name) {
  if (!named.empty() || session.settings().database.empty()) return named;
  return setting(session, setting_name);
}

std::string form_name(Session& session, const GrowthArguments& args) {
  if (args.is_further) return "further";
  if (args.is_full) return "full";
  const std::string kept = or_kept(session, {}, "form");
  return kept.empty() ? "short" : kept;
}

/// The first item of the form without an answer; "" when all have one, or nothing is kept.
std::string first_open(Session& session, const Json& items) {
  if (session.settings().database.empty()) return {};
  const auto listed = session.call("list_ratings", Json::object());
  if (!listed) return {};
  for (const Json& item : items) {
    const auto is_of = [&item](const Json& rating) { return rating["competency_id"] == item["competency_id"]; };
    const Json& ratings = (*listed)["ratings"];
    if (std::none_of(ratings.begin(), ratings.end(), is_of)) return item["competency_id"].get<std::string>();
  }
  return {};
}

}  // namespace

int assess_form(Session& session, const GrowthArguments& args) {
  const std::string role_id = or_kept(session, args.role_id, "role_id");
  const auto form = session.call("get_form", {{"form", form_name(session, args)},
                                              {"role_id", role_id == "any" ? "" : role_id},
                                              {"rung_id", or_kept(session, args.id, "rung_id")}});
  if (!form) return session.failure_status();
  if (session.settings().json) return print_json(*form);
  std::cout << session.words("assess.minutes") << ' ' << (*form)["minutes_estimate"].get<int>() << '\n';
  Json ids = Json::array();
  for (const Json& item : (*form)["items"]) ids.push_back(item["competency_id"]);
  if (!print_items(session, ids)) return session.failure_status();
  for (const Json& item : (*form)["left_out"]) {
    print_paragraph(item["competency_id"].get<std::string>() + ": " + item["why"].get<std::string>(), 4,
                    session.words("assess.left_out"));
  }
  if (const auto open = first_open(session, (*form)["items"]); !open.empty()) {
    print_paragraph(session.words("assess.first_open") + " " + open);
  }
  return kDone;
}

int assess_fit(Session& session, const GrowthArguments& args) {
  // Kept, what is not known would break every later form.
  const std::string role_id = args.role_id == "any" ? "" : args.role_id;
  if (!role_id.empty() && !session.call("get_role", {{"role_id", role_id}})) return session.failure_status();
  if (!args.id.empty()) {
    if (const int status = look_for_rung(session, args.id); status != kDone) return status;
  }
  const std::pair<const char*, const std::string&> settings[] = {
      {"role_id", args.role_id}, {"rung_id", args.id}, {"form", args.form}};
  Json kept = Json::array();
  for (const auto& [name, value] : settings) {
    if (value.empty()) continue;
    const auto result =
        put_entry(session, "setting", {{"name", name}, {"value", value}}, std::string("setting.") + name);
    if (!result) return session.failure_status();
    kept.push_back((*result)["entry"]);
  }
  if (session.settings().json) return print_json({{"entries", kept}});
  for (const Json& entry : kept) {
    std::cout << session.words("entry.kept") << ' ' << entry["body"]["value"].get<std::string>() << '\n';
  }
  return kDone;
}

int assess_trend(Session& session, const GrowthArguments& /*args*/) {
  const auto trend = session.call("get_rating_trend", Json::object());
  if (!trend) return session.failure_status();
  if (session.settings().json) return print_json(*trend);
  if ((*trend)["months"].empty()) print_paragraph(session.words("assess.none"));
  for (const Json& month : (*trend)["months"]) {
    std::cout << month["month"].get<std::string>();
    for (const Json& domain : month["domains"]) {
      const Json& mean = domain["mean_level_tenths"];
      if (mean.is_null()) continue;
      const int tenths = mean.get<int>();
      std::cout << "  " << domain["id"].get<std::string>() << ' ' << tenths / 10 << '.' << tenths % 10;
    }
    std::cout << '\n';
  }
  if (const std::string few = text_of(*trend, "few_answers"); !few.empty()) print_paragraph(few);
  print_paragraph((*trend)["run_high"].get<std::string>());
  return kDone;
}

}  // namespace trellis::cli
