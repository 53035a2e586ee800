// SPDX-License-Identifier: MIT
// A group session: one person's line, and the tally of many. Nothing is kept.
#include "app/encode_growth.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "growth/group.hpp"

namespace trellis::app {

Result<Json> get_group_line(const Call& call) {
  Params params(call.params, {"locale", "levels"});
  const Json* levels = params.object("levels");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  growth::GroupAnswers answers;
  for (const auto& [id, level] : levels->items()) {
    if (framework->find_competency(id) == nullptr) return fail("competency.unknown");
    if (level.is_null()) {
      answers[id] = std::nullopt;
    } else if (level.is_number_integer() && level >= 1 && level <= 5) {
      answers[id] = level.get<int>();
    } else {
      return fail("rating.level_out_of_range");
    }
  }
  const auto line = growth::write_group_line(answers, *framework);
  if (!line) return tl::unexpected<Error>(line.error());
  return Row().text("line", *line).json();
}

Result<Json> tally_group(const Call& call) {
  Params params(call.params, {"locale", "lines"});
  const Json::array_t& lines = params.array("lines");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (lines.size() > growth::kGroupLinesMax) return fail("group.bad_line", std::to_string(lines.size()));
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  std::vector<growth::GroupAnswers> people;
  for (const Json& line : lines) {
    if (!line.is_string()) return fail("request.wrong_type", "lines");
    auto answers = growth::read_group_line(line.get_ref<const std::string&>(), *framework);
    if (!answers) return tl::unexpected<Error>(answers.error());
    people.push_back(std::move(*answers));
  }
  return Row()
      .put("items", list(growth::tally(people, *framework),
                         [](const growth::ItemTally& row) {
                           Row item;
                           item.text("competency_id", row.competency->id).text("name", row.competency->name);
                           if (!row.counts) return item.nothing("counts").json();
                           return item.put("counts", list(*row.counts, [](int count) { return Json(count); })).json();
                         }))
      .json();
}

}  // namespace trellis::app
