// SPDX-License-Identifier: MIT
#include "growth/entry.hpp"

#include <algorithm>

#include "base/identifier.hpp"
#include "base/instant.hpp"
#include "growth/entry_body.hpp"

namespace trellis::growth {
namespace {

/// In the order of Kind.
constexpr std::array<std::string_view, kKindCount> kNames = {"goal",      "log",       "certificate", "drift",
                                                             "condition", "agreement", "second_view", "setting",
                                                             "practice",  "workplace", "pack"};

Result<void> validate_body(const Entry& entry) {
  if (entry.removed) return entry.body.empty() ? Result<void>() : fail("entry.bad_body", "removed");
  if (entry.body.size() > kBodyBytesMax) return fail("entry.bad_body", "size");
  const auto body = base::parse_json(entry.body);
  if (!body) return fail("entry.bad_body", "json");
  auto canonical = canonical_body(entry.kind, *body);
  if (!canonical) return tl::unexpected<Error>(canonical.error());
  if (*canonical != entry.body) return fail("entry.bad_body", "spelling");
  const std::string fixed = fixed_series(entry.kind, *body);
  if (!fixed.empty() && fixed != entry.series_id) return fail("entry.bad_series");
  return {};
}

/// A name such as "condition.pay" or "practice.S01": for kinds of which there is one of each name.
bool is_fixed_name(const Entry& entry) {
  if (!has_fixed_series(entry.kind)) return false;
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-';
  };
  return entry.series_id.size() <= kSeriesIdBytesMax && entry.series_id.starts_with(to_string(entry.kind)) &&
         std::all_of(entry.series_id.begin(), entry.series_id.end(), is_part);
}

}  // namespace

std::string_view to_string(Kind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<Kind> parse_kind(std::string_view text) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [text](Kind kind) { return to_string(kind) == text; });
  if (found == kKinds.end()) return std::nullopt;
  return *found;
}

Result<void> validate_shape(const Entry& entry) {
  if (!base::is_uuid(entry.entry_id)) return fail("entry.bad_id");
  if (!base::is_uuid(entry.series_id) && !is_fixed_name(entry)) return fail("entry.bad_series");
  if (!base::is_instant(entry.noted_at)) return fail("time.bad_instant", "noted_at");
  return validate_body(entry);
}

}  // namespace trellis::growth
