// SPDX-License-Identifier: MIT
// A second view: asked for, answered elsewhere without seeing the worker's levels, brought back and compared.
#include <algorithm>

#include "app/encode_growth.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "base/identifier.hpp"
#include "growth/entry_body.hpp"
#include "growth/second_view.hpp"

namespace trellis::app {
namespace {

using growth::Entry;
using growth::Levels;
using growth::SecondView;

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text.append(text.empty() ? "" : " ").append(id);
  return text;
}

/// The asked ids, each once, in framework order.
Result<std::vector<std::string>> read_ids(const Json::array_t& wanted, const content::Framework& framework) {
  std::vector<std::string> ids;
  for (const auto& item : framework.competencies) {
    if (std::find(wanted.begin(), wanted.end(), Json(item.id)) != wanted.end()) ids.push_back(item.id);
  }
  if (ids.empty() || ids.size() != wanted.size()) return fail("competency.unknown");
  return ids;
}

Result<Levels> own_levels(const Call& call, const std::vector<std::string>& ids) {
  const auto ratings = current_ratings(call);
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  Levels levels;
  for (const auto& rating : *ratings) {
    if (std::find(ids.begin(), ids.end(), rating.competency_id) != ids.end()) {
      levels[rating.competency_id] = rating.level;
    }
  }
  return levels;
}

/// "3 - 2" back to levels.
Levels parse_levels(const std::vector<std::string>& ids, std::string_view text) {
  Levels levels;
  for (std::size_t i = 0; i < ids.size() && i * 2 < text.size(); ++i) {
    const char c = text[i * 2];
    if (c != '-') levels[ids[i]] = c - '0';
  }
  return levels;
}

Json encode_level(const std::optional<int>& level) {
  Json value;
  if (level) value = *level;
  return value;
}

Json encode_view(const SecondView& view) {
  return Row()
      .text("document_id", view.document_id)
      .texts("competency_ids", view.competency_ids)
      .number("answer_count", view.answers.size())
      .json();
}

Json encode_difference(const growth::Difference& row, const content::Framework& framework) {
  const content::Competency* item = framework.find_competency(row.competency_id);
  const bool is_wide = row.own && row.other && std::max(*row.own, *row.other) - std::min(*row.own, *row.other) >= 2;
  return Row()
      .text("competency_id", row.competency_id)
      .text("name", item != nullptr ? item->name : std::string())
      .put("own", encode_level(row.own))
      .put("other", encode_level(row.other))
      .flag("is_wide", is_wide)
      .json();
}

/// What the worker kept when this view was asked for. Gone when it was withdrawn.
Result<Json> kept_request(const Call& call, const SecondView& view) {
  const auto entries = current_entries(call);
  if (!entries) return tl::unexpected<Error>(entries.error());
  for (const Entry& entry : *entries) {
    if (entry.kind != growth::Kind::second_view || entry.series_id != view.document_id) continue;
    auto body = base::parse_json(entry.body);
    if (!body) break;
    const std::string levels = growth::body_text(*body, "levels");
    const std::string salt = growth::body_text(*body, "salt");
    // Levels are kept in the order of the items: another order would set them beside the wrong ones.
    if (growth::commit(view.document_id, levels, salt) != view.commitment ||
        growth::body_text(*body, "competency_ids") != joined(view.competency_ids)) {
      return fail("second_view.other_document");
    }
    return std::move(*body);
  }
  return fail("second_view.withdrawn");
}

/// The documents as one. @errors those of growth::read_second_view and growth::merge
Result<SecondView> read_documents(const Json::array_t& documents, const content::Framework& framework) {
  std::optional<SecondView> whole;
  for (const Json& document : documents) {
    if (!document.is_string()) return fail("request.wrong_type", "documents");
    auto view = growth::read_second_view(document.get_ref<const std::string&>(), framework);
    if (view && whole) view = growth::merge(std::move(*whole), *view);
    if (!view) return view;
    whole = std::move(*view);
  }
  if (!whole) return fail("second_view.bad_document", "documents");
  return std::move(*whole);
}

}  // namespace

Result<Json> export_second_view(const Call& call) {
  Params params(call.params, {"locale", "entry_id", "document_id", "competency_ids", "entropy", "noted_at"});
  Entry entry;
  entry.entry_id = params.text("entry_id");
  entry.series_id = params.text("document_id");
  entry.noted_at = params.text("noted_at");
  const Json::array_t& wanted = params.array("competency_ids");
  const std::string salt = params.entropy().empty() ? std::string() : params.text("entropy");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  if (!base::is_uuid(entry.series_id)) return fail("entry.bad_series");
  auto ids = read_ids(wanted, *framework);
  if (!ids) return tl::unexpected<Error>(ids.error());
  const auto levels = own_levels(call, *ids);
  if (!levels) return tl::unexpected<Error>(levels.error());
  const std::string text = growth::levels_text(*ids, *levels);
  entry.kind = growth::Kind::second_view;
  auto body = growth::canonical_body(
      entry.kind, Row().text("competency_ids", joined(*ids)).text("levels", text).text("salt", salt).json());
  if (!body) return tl::unexpected<Error>(body.error());
  entry.body = std::move(*body);
  if (auto valid = growth::validate_shape(entry); !valid) return tl::unexpected<Error>(valid.error());
  SecondView view;
  view.document_id = entry.series_id;
  view.commitment = growth::commit(view.document_id, text, salt);
  view.competency_ids = std::move(*ids);
  const std::string document = growth::write_second_view(view, *framework);
  if (auto read = growth::read_second_view(document, *framework); !read) return tl::unexpected<Error>(read.error());
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  if (auto kept = (*store)->add(entry); !kept) return tl::unexpected<Error>(kept.error());
  return Row().text("document", document).json();
}

Result<Json> read_second_view(const Call& call) {
  Params params(call.params, {"locale", "document"});
  const std::string document = params.text("document");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  const auto view = growth::read_second_view(document, *framework);
  if (!view) return tl::unexpected<Error>(view.error());
  return encode_view(*view);
}

Result<Json> answer_second_view(const Call& call) {
  Params params(call.params, {"locale", "document", "answer_id", "levels"});
  const std::string document = params.text("document");
  const std::string answer_id = params.text("answer_id");
  const Json* levels = params.object("levels");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  auto view = growth::read_second_view(document, *framework);
  if (!view) return tl::unexpected<Error>(view.error());
  if (!base::is_uuid(answer_id)) return fail("entry.bad_id");
  const auto& asked = view->competency_ids;
  for (const auto& [id, level] : levels->items()) {
    if (std::find(asked.begin(), asked.end(), id) == asked.end()) return fail("competency.unknown");
  }
  Levels given;
  for (const std::string& id : asked) {
    const auto at = levels->find(id);
    if (at == levels->end() || at->is_null()) {
      given[id] = std::nullopt;
    } else if (at->is_number_integer() && *at >= 1 && *at <= 5) {
      given[id] = at->get<int>();
    } else {
      return fail("rating.level_out_of_range");
    }
  }
  SecondView answer = *view;
  answer.answers = {{answer_id, std::move(given)}};
  auto whole = growth::merge(std::move(*view), answer);
  if (!whole) return tl::unexpected<Error>(whole.error());
  return Row().text("document", growth::write_second_view(*whole, *framework)).json();
}

Result<Json> merge_second_views(const Call& call) {
  Params params(call.params, {"locale", "documents"});
  const Json::array_t& documents = params.array("documents");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  const auto whole = read_documents(documents, *framework);
  if (!whole) return tl::unexpected<Error>(whole.error());
  return Row().text("document", growth::write_second_view(*whole, *framework)).json();
}

Result<Json> compare_second_view(const Call& call) {
  Params params(call.params, {"locale", "document"});
  const std::string document = params.text("document");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  const auto framework = framework_in_use(call);
  if (!framework) return tl::unexpected<Error>(framework.error());
  const auto view = growth::read_second_view(document, *framework);
  if (!view) return tl::unexpected<Error>(view.error());
  const auto request = kept_request(call, *view);
  if (!request) return tl::unexpected<Error>(request.error());
  const Levels own = parse_levels(view->competency_ids, growth::body_text(*request, "levels"));
  Json views(Json::value_t::array);
  for (const auto& [answer_id, levels] : view->answers) {
    const auto rows = growth::compare_views(view->competency_ids, own, levels);
    views.push_back(
        Row()
            .text("answer_id", answer_id)
            .put("items", list(rows, [&](const growth::Difference& row) { return encode_difference(row, *framework); }))
            .json());
  }
  return Row().text("document_id", view->document_id).put("views", std::move(views)).json();
}

}  // namespace trellis::app
