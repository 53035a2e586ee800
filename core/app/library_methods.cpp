// SPDX-License-Identifier: MIT
// The library's use cases: its sections as they are, a look at one choice in a hard moment, a workplace in bands.
#include <algorithm>

#include "app/encode.hpp"
#include "app/encode_library.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "app/row.hpp"
#include "content/library.hpp"
#include "library/weekly.hpp"
#include "library/workplace.hpp"

namespace trellis::app {
namespace {

Json encode_settings(const content::Catalog& catalog) {
  return list(catalog.settings, [](const content::Setting& setting) {
    return Row()
        .text("id", setting.id)
        .text("name", setting.name)
        .text("drift", setting.drift)
        .text("respond", setting.respond)
        .texts("clauses", setting.clause_ids)
        .json();
  });
}

Json encode_safeguards(const content::Catalog& catalog) {
  return list(catalog.safeguards, [](const content::Safeguard& safeguard) {
    return Row()
        .text("id", safeguard.id)
        .text("name", safeguard.name)
        .text("why", safeguard.why)
        .text("question", safeguard.question)
        .texts("clauses", safeguard.clause_ids)
        .json();
  });
}

/// All rows of a section: the library's, and two kinds that the check works with.
Result<Json> section_rows(const std::string& section, const content::Catalog& catalog) {
  if (section == "settings") return encode_settings(catalog);
  if (section == "safeguards") return encode_safeguards(catalog);
  const auto library = content::library(catalog);
  if (!library) return tl::unexpected<Error>(library.error());
  const Json* rows = (*library)->find_section(section);
  if (rows == nullptr) return fail("section.unknown");
  return Json(*rows);
}

/// Keeps the row with this id alone.
Result<Json> only_row(const Json& rows, const std::string& id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&id](const Json& row) { return row["id"] == Json(id); });
  if (found == rows.end()) return fail("section.unknown_row");
  Json one(Json::value_t::array);
  one.push_back(*found);
  return one;
}

Json encode_answered(const std::vector<library::AnsweredItem>& items) {
  return list(items, [](const library::AnsweredItem& answered) {
    return Row().text("item_id", answered.item->id).number("points", answered.points).json();
  });
}

/// What to do next about each, in the words for an organization or for someone who looks for work.
Json encode_next(const std::vector<library::AnsweredItem>& items, const content::Library& library, bool is_seeker) {
  return list(items, [&](const library::AnsweredItem& answered) {
    const Json& row = *library.find_row("readiness", answered.item->id);
    Row next;
    next.text("item_id", answered.item->id);
    return next.put("text", Json(row[is_seeker ? "seeker_step" : "next_step"])).json();
  });
}

Json encode_points(const std::vector<library::PointResult>& points) {
  return list(points, [](const library::PointResult& point) {
    return Row()
        .text("point_id", point.id)
        .number("points", point.points)
        .number("points_max", point.points_max)
        .number("unknown_count", point.unknown_count)
        .number("open_count", point.open_count)
        .json();
  });
}

Json encode_areas(const std::vector<library::AreaResult>& areas) {
  return list(areas, [](const library::AreaResult& area) {
    return Row()
        .text("area_id", area.id)
        .number("known_count", area.known_count)
        .number("percent", area.percent)
        .json();
  });
}

Json encode_band(const content::ReadinessBand* band, const content::Library& library) {
  return band == nullptr ? Json(nullptr) : Json(*library.find_row("bands", band->id));
}

/// Why each choice is better or worse. Where it depends, nothing is called best.
Json encode_reasons(const Json& dilemma) {
  const bool depends = dilemma["kind"] == Json("depends");
  return list(dilemma["options"], [depends](const Json& option) {
    return Row()
        .put("option_id", Json(option["id"]))
        .put("text", Json(option["text"]))
        .put("fits", depends ? Json() : Json(option["fits"]))
        .put("why", Json(option["why"]))
        .json();
  });
}

Result<std::vector<library::WorkplaceAnswer>> read_answers(Params& params) {
  std::vector<library::WorkplaceAnswer> answers;
  for (const Json& row : params.objects("answers")) {
    Params fields(row, {"item_id", "points"});
    library::WorkplaceAnswer answer{fields.text("item_id"), fields.nullable_integer("points")};
    if (fields.error()) return tl::unexpected<Error>(*fields.error());
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace

Result<Json> get_section(const Call& call) {
  Params params(call.params, {"locale", "section", "id"});
  const std::string section = params.text("section");
  const std::string id = params.optional_text("id");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  Result<Json> rows = section_rows(section, call.catalog);
  if (rows && !id.empty()) rows = only_row(*rows, id);
  if (!rows) return rows;
  return encode_sections({{section, std::move(*rows)}}, call.catalog);
}

Result<Json> check_dilemma(const Call& call) {
  Params params(call.params, {"locale", "dilemma_id", "option_id"});
  const std::string id = params.text("dilemma_id");
  const std::string option_id = params.text("option_id");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto library = content::library(call.catalog);
  if (!library) return tl::unexpected<Error>(library.error());
  const Json* row = (*library)->find_row("dilemmas", id);
  if (row == nullptr) return fail("dilemma.unknown");
  if (!only_row((*row)["options"], option_id)) return fail("dilemma.unknown");
  return Row()
      .text("dilemma_id", id)
      .text("option_id", option_id)
      .put("kind", Json((*row)["kind"]))
      .put("decides", Json((*row)["decides"]))
      .put("reasons", encode_reasons(*row))
      .json();
}

Result<Json> get_weekly_dilemmas(const Call& call) {
  Params params(call.params, {"locale", "today"});
  const int today = params.day("today");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto library = content::library(call.catalog);
  if (!library) return tl::unexpected<Error>(library.error());
  return Row().texts("dilemma_ids", library::weekly_dilemmas(**library, today)).json();
}

Result<Json> review_workplace(const Call& call) {
  Params params(call.params, {"locale", "voice", "answers"});
  const std::string voice = params.text("voice");
  const auto answers = read_answers(params);
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (!answers) return tl::unexpected<Error>(answers.error());
  if (voice != "organization" && voice != "seeker") return fail("request.wrong_type", "voice");
  const auto library = content::library(call.catalog);
  if (!library) return tl::unexpected<Error>(library.error());
  const auto review = library::review_workplace(**library, *answers);
  if (!review) return tl::unexpected<Error>(review.error());
  return Row()
      .number("known_count", review->known_count)
      .number("unknown_count", review->unknown_count)
      .number("open_count", review->open_count)
      .number("percent", review->percent)
      .put("band", encode_band(review->band, **library))
      .texts("capped_by", review->capped_by)
      .put("strengths", encode_answered(review->strengths))
      .put("gaps", encode_answered(review->gaps))
      .put("unknown", encode_answered(review->unknown))
      .put("next_steps", encode_next(review->next, **library, voice == "seeker"))
      .put("points", encode_points(review->points))
      .put("areas", encode_areas(review->areas))
      .json();
}

}  // namespace trellis::app
