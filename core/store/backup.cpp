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

/// A JSON string. The library escapes it; the layout around it is written here, because the library's second JSON type,
/// which keeps the order of keys, would cost the browser 24 kB. A test holds the result against that type.
std::string quote(std::string_view text) { return base::json_text(text); }

void append_member(std::string& out, std::string_view indent, std::string_view key, std::string_view json) {
  if (out.back() != '\n') out.append(",\n");
  out.append(indent).append("\"").append(key).append("\": ").append(json);
}

void append_rating(std::string& out, const Rating& rating) {
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

std::string ratings_array(std::span<const Rating* const> ratings) {
  if (ratings.empty()) return "[]";
  std::string out = "[\n";
  for (const Rating* rating : ratings) {
    if (rating != ratings.front()) out.append(",\n");
    append_rating(out, *rating);
  }
  return out.append("\n  ]");
}

/// The document up to its last member, without checksum.
std::string members(std::span<const Rating* const> ratings, std::string_view exported_at) {
  std::string out = "{\n";
  const auto member = [&out](std::string_view key, std::string_view json) { append_member(out, "  ", key, json); };
  member("format", quote(kBackupFormat));
  member("format_version", std::to_string(kBackupFormatVersion));
  member("exported_at", quote(exported_at));
  member("counts", "{\n    \"ratings\": " + std::to_string(ratings.size()) + "\n  }");
  member("ratings", ratings_array(ratings));
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

}  // namespace

Result<std::string> write_backup(std::span<const Rating> ratings, std::string_view exported_at) {
  if (!base::is_instant(exported_at)) return fail("time.bad_instant", "exported_at");
  // What the store holds was checked on its way in; a row that no longer passes was damaged since.
  for (const auto& rating : ratings) {
    if (!validate_shape(rating)) return fail("store.damaged", "rating");
  }
  std::string text = members(by_id(ratings), exported_at);
  append_member(text, "  ", "checksum", quote(checksum(text)));
  text.append(kEnd);
  if (text.size() > kBackupBytesMax) return fail("backup.too_long", std::to_string(text.size()));
  return text;
}

std::string backup_checksum(std::span<const Rating> ratings, std::string_view exported_at) {
  return checksum(members(by_id(ratings), exported_at));
}

}  // namespace trellis::store
