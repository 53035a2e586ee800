// SPDX-License-Identifier: MIT
// Goals, hours, certificates, requests, conditions, agreements and settings: kept, hidden, listed. One shape for all.
#include <algorithm>

#include "app/encode_growth.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "growth/entry_body.hpp"

namespace trellis::app {
namespace {

using growth::Entry;

/// @param kind  as the request says it; empty for every kind
bool is_of_kind(const Entry& entry, std::string_view kind) { return kind.empty() || to_string(entry.kind) == kind; }

Result<Json> keep(const Call& call, const Entry& entry) {
  if (auto valid = growth::validate_shape(entry); !valid) return tl::unexpected<Error>(valid.error());
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  auto kept = (*store)->add(entry);
  if (!kept) return tl::unexpected<Error>(kept.error());
  return Row().put("entry", encode_entry(*kept)).json();
}

}  // namespace

Result<Json> put_entry(const Call& call) {
  Params params(call.params, {"locale", "entry_id", "series_id", "kind", "body", "noted_at"});
  Entry entry;
  entry.entry_id = params.text("entry_id");
  entry.series_id = params.text("series_id");
  const auto kind = growth::parse_kind(params.text("kind"));
  const Json* body = params.object("body");
  entry.noted_at = params.text("noted_at");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (!kind) return fail("request.wrong_type", "kind");
  entry.kind = *kind;
  auto canonical = growth::canonical_body(entry.kind, *body);
  if (!canonical) return tl::unexpected<Error>(canonical.error());
  entry.body = std::move(*canonical);
  return keep(call, entry);
}

Result<Json> remove_entry(const Call& call) {
  Params params(call.params, {"locale", "entry_id", "series_id", "noted_at"});
  Entry entry;
  entry.entry_id = params.text("entry_id");
  entry.series_id = params.text("series_id");
  entry.noted_at = params.text("noted_at");
  entry.removed = true;
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  const auto all = (*store)->all_entries();
  if (!all) return tl::unexpected<Error>(all.error());
  const auto known =
      std::find_if(all->begin(), all->end(), [&entry](const Entry& e) { return e.series_id == entry.series_id; });
  if (known == all->end()) return fail("entry.unknown");
  entry.kind = known->kind;
  return keep(call, entry);
}

Result<Json> list_entries(const Call& call) {
  Params params(call.params, {"locale", "kind"});
  const std::string kind = params.optional_text("kind");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  if (!kind.empty() && !growth::parse_kind(kind)) return fail("request.wrong_type", "kind");
  auto entries = current_entries(call);
  if (!entries) return tl::unexpected<Error>(entries.error());
  std::erase_if(*entries, [&kind](const Entry& entry) { return !is_of_kind(entry, kind); });
  return Row().put("entries", list(*entries, encode_entry)).json();
}

}  // namespace trellis::app
