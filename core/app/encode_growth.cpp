// SPDX-License-Identifier: MIT
#include "app/encode_growth.hpp"

namespace trellis::app {

Json encode_entry(const growth::Entry& entry) {
  Row row;
  row.text("entry_id", entry.entry_id)
      .text("series_id", entry.series_id)
      .text("kind", to_string(entry.kind))
      .text("noted_at", entry.noted_at)
      .number("revision", entry.revision)
      .flag("removed", entry.removed);
  auto body = base::parse_json(entry.body);  // empty text, when removed, is none
  return row.put("body", body ? std::move(*body) : Json()).json();
}

Result<std::vector<growth::Entry>> current_entries(const Call& call) {
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  return (*store)->current_entries();
}

}  // namespace trellis::app
