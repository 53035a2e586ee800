// SPDX-License-Identifier: MIT
// Writes the backup document. Reading is in backup_reader.cpp; the two share only the checksum.
#include "store/backup.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/order.hpp"
#include "store/backup_text.hpp"
#include "store/crc32.hpp"

namespace trellis::store {
namespace {

using competency::Rating;
using growth::Entry;

/// A JSON string. The library escapes it; the layout around it is written here, because the library's second JSON type,
/// which keeps the order of keys, would cost the browser 24 kB. A test holds the result against that type.
std::string quote(std::string_view text) { return base::json_text(text); }

void append_member(std::string& out, std::string_view indent, std::string_view key, std::string_view json) {
  if (out.back() != '\n') out.append(",\n");
  out.append(indent).append("\"").append(key).append("\": ").append(json);
}

void append_row(std::string& out, const Rating& rating) {
  const auto member = [&out](std::string_view key, std::string_view json) { append_member(out, "      ", key, json); };
  out.append("    {\n");
  member("rating_id", quote(rating.rating_id));
  member("competency_id", quote(rating.competency_id));
  member("answer", quote(to_string(rating.answer)));
  member("level", rating.level ? std::to_string(*rating.level) : "null");
  member("note", quote(rating.note));
  member("rated_at", quote(rating.rated_at));
  member("revision", std::to_string(rating.revision));
  out.append("\n    }");
}

void append_row(std::string& out, const Entry& entry) {
  const auto member = [&out](std::string_view key, std::string_view json) { append_member(out, "      ", key, json); };
  out.append("    {\n");
  member("entry_id", quote(entry.entry_id));
  member("series_id", quote(entry.series_id));
  member("kind", quote(to_string(entry.kind)));
  member("body", quote(entry.body));
  member("noted_at", quote(entry.noted_at));
  member("revision", std::to_string(entry.revision));
  member("removed", entry.removed ? "true" : "false");
  out.append("\n    }");
}

template <class Row>
std::string rows_array(const std::vector<const Row*>& rows) {
  if (rows.empty()) return "[]";
  std::string out = "[\n";
  for (const Row* row : rows) {
    if (row != rows.front()) out.append(",\n");
    append_row(out, *row);
  }
  return out.append("\n  ]");
}

/// What a document says, in the order in which it says it.
struct Document {
  int format_version = kBackupFormatVersion;
  std::string_view exported_at;
  std::vector<const Rating*> ratings;
  std::vector<const Entry*> entries;
};

/// The document up to its last member, without checksum.
std::string members(const Document& document) {
  const bool has_entries = document.format_version > 1;
  std::string counts = "{\n    \"ratings\": " + std::to_string(document.ratings.size());
  if (has_entries) counts.append(",\n    \"entries\": ").append(std::to_string(document.entries.size()));
  std::string out = "{\n";
  const auto member = [&out](std::string_view key, std::string_view json) { append_member(out, "  ", key, json); };
  member("format", quote(kBackupFormat));
  member("format_version", std::to_string(document.format_version));
  member("exported_at", quote(document.exported_at));
  member("counts", counts.append("\n  }"));
  member("ratings", rows_array(document.ratings));
  if (has_entries) member("entries", rows_array(document.entries));
  return out;
}

constexpr std::string_view kEnd = "\n}\n";

std::string checksum(std::string document_members) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const std::uint32_t value = crc32(document_members.append(kEnd));
  std::string text(kChecksumPrefix);
  for (int shift = 28; shift >= 0; shift -= 4) text += kHex[(value >> static_cast<unsigned>(shift)) & 0xFU];
  return text;
}

std::vector<const Rating*> by_id(std::span<const Rating> ratings) {
  std::vector<const Rating*> ordered;
  for (const auto& rating : ratings) ordered.push_back(&rating);
  base::stable_order(ordered,
                     [](const Rating* left, const Rating* right) { return left->rating_id < right->rating_id; });
  return ordered;
}

std::vector<const Entry*> by_id(std::span<const Entry> entries) {
  std::vector<const Entry*> ordered;
  for (const auto& entry : entries) ordered.push_back(&entry);
  base::stable_order(ordered, [](const Entry* left, const Entry* right) { return left->entry_id < right->entry_id; });
  return ordered;
}

}  // namespace

Result<std::string> write_backup(std::span<const Rating> ratings, std::string_view exported_at,
                                 std::span<const Entry> entries) {
  if (!base::is_instant(exported_at)) return fail("time.bad_instant", "exported_at");
  // What the store holds was checked on its way in; a row that no longer passes was damaged since.
  for (const auto& rating : ratings) {
    if (!validate_shape(rating)) return fail("store.damaged", "rating");
  }
  for (const auto& entry : entries) {
    if (!validate_shape(entry)) return fail("store.damaged", "entry");
  }
  std::string text = members({kBackupFormatVersion, exported_at, by_id(ratings), by_id(entries)});
  append_member(text, "  ", "checksum", quote(checksum(text)));
  text.append(kEnd);
  if (text.size() > kBackupBytesMax) return fail("backup.too_long", std::to_string(text.size()));
  return text;
}

std::string backup_checksum(const Backup& backup) {
  return checksum(members({backup.format_version, backup.exported_at, by_id(backup.ratings), by_id(backup.entries)}));
}

}  // namespace trellis::store
