// SPDX-License-Identifier: MIT
// `trellis assess form` and `trellis assess trend`.
#include <iostream>

#include "growth_commands.hpp"
#include "terminal.hpp"

namespace trellis::cli {

int assess_form(Session& session, const GrowthArguments& args) {
  const auto form = session.call(
      "get_form", {{"form", args.is_full ? "full" : "short"}, {"role_id", args.role_id}, {"rung_id", args.id}});
  if (!form) return session.failure_status();
  if (session.settings().json) return print_json(*form);
  const auto framework = session.call("get_framework", Json::object());
  if (!framework) return session.failure_status();
  std::cout << session.words("assess.minutes") << ' ' << (*form)["minutes_estimate"].get<int>() << '\n';
  for (const Json& item : (*form)["items"]) {
    for (const Json& competency : (*framework)["framework"]["competencies"]) {
      if (competency["id"] != item["competency_id"]) continue;
      print_paragraph(competency["statement"].get<std::string>(), 8, competency["id"].get<std::string>());
    }
  }
  for (const Json& item : (*form)["left_out"]) {
    print_paragraph(item["competency_id"].get<std::string>() + ": " + item["why"].get<std::string>(), 4,
                    session.words("assess.left_out"));
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
  if ((*trend)["few_answers"] != "") print_paragraph((*trend)["few_answers"].get<std::string>());
  print_paragraph((*trend)["run_high"].get<std::string>());
  return kDone;
}

}  // namespace trellis::cli
