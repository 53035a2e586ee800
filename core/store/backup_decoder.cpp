// SPDX-License-Identifier: MIT
// Field by field. A failure names our own keys and the number of the row, never what the file says.
#include "store/backup_decoder.hpp"

#include <algorithm>
#include <utility>

#include "base/instant.hpp"
#include "store/backup_text.hpp"

namespace trellis::store {
namespace {

// Entries came with version 2 and stand last, so that version 1 is the same list without its end.
constexpr std::string_view kDocumentKeys[] = {"format",  "format_version", "exported_at", "counts",
                                              "ratings", "checksum",       "entries"};
constexpr std::string_view kCountsKeys[] = {"ratings", "entries"};
constexpr std::string_view kRatingKeys[] = {"rating_id", "competency_id", "answer",  "level",
                                            "note",      "rated_at",      "revision"};
constexpr std::string_view kEntryKeys[] = {"entry_id", "series_id", "kind", "body", "noted_at", "revision", "removed"};

std::span<const std::string_view> keys_of(std::span<const std::string_view> keys, int format_version) {
  return keys.first(keys.size() - (format_version > 1 ? 0U : 1U));
}

bool take_text(const Scalar& value, std::string& field) {
  if (!value.text) return false;
  field = *value.text;
  return true;
}

bool take_answer(const Scalar& value, competency::Answer& field) {
  const auto answer = value.text ? competency::parse_answer(*value.text) : std::nullopt;
  if (answer) field = *answer;
  return answer.has_value();
}

bool take_kind(const Scalar& value, growth::Kind& field) {
  const auto kind = value.text ? growth::parse_kind(*value.text) : std::nullopt;
  if (kind) field = *kind;
  return kind.has_value();
}

bool take_level(const Scalar& value, std::optional<int>& field) {
  field.reset();
  if (value.is_null) return true;
  if (!value.integer || *value.integer < 1 || *value.integer > 5) return false;
  field = static_cast<int>(*value.integer);
  return true;
}

bool take_revision(const Scalar& value, int& field) {
  if (!value.integer || *value.integer < 1 || *value.integer > competency::kRevisionMax) return false;
  field = static_cast<int>(*value.integer);
  return true;
}

}  // namespace

bool ObjectKeys::take(std::string_view key) {
  const auto at = std::find(names_.begin(), names_.end(), key);
  if (at == names_.end()) return false;
  current_ = static_cast<std::size_t>(at - names_.begin());
  const std::uint32_t bit = 1U << current_;
  const bool is_first = (seen_ & bit) == 0;
  seen_ |= bit;
  return is_first;
}

bool ObjectKeys::has_all() const { return seen_ == (1U << names_.size()) - 1U; }

BackupDecoder::BackupDecoder(int format_version)
    : document_keys_(keys_of(kDocumentKeys, format_version)),
      counts_keys_(keys_of(kCountsKeys, format_version)),
      rating_keys_(kRatingKeys),
      entry_keys_(kEntryKeys) {
  backup_.format_version = format_version;
}

bool BackupDecoder::on_begin(Scope scope) {
  switch (depth()) {
    case 1: return scope == Scope::object || invalid();
    case 2: {
      const std::string_view key = document_keys_.current();
      if (key == "counts" && scope == Scope::object) return true;
      return ((key == "ratings" || key == "entries") && scope == Scope::array) || invalid();
    }
    case 3:
      if (!is_in_rows() || scope != Scope::object) return invalid();
      rating_ = {};
      entry_ = {};
      open_keys()->clear();
      return true;
    default: return invalid(is_in("ratings") ? rating_keys_.current() : entry_keys_.current());
  }
}

bool BackupDecoder::on_end() {
  const ObjectKeys* keys = open_keys();
  if (keys == nullptr) return true;
  if (!keys->has_all()) return invalid();
  return depth() != 3 || (is_in("ratings") ? take_rating() : take_entry());
}

bool BackupDecoder::on_key(std::string_view key) { return open_keys()->take(key) || invalid(); }

bool BackupDecoder::on_value(const Scalar& value) {
  if (depth() == 3 && is_in("ratings")) return take_rating_value(value) || invalid(rating_keys_.current());
  if (depth() == 3) return take_entry_value(value) || invalid(entry_keys_.current());
  if (depth() == 1) return take_document_value(value) || invalid(document_keys_.current());
  if (is_in_rows()) return invalid();
  if (!value.integer) return invalid(counts_keys_.current());
  (counts_keys_.current() == "ratings" ? counted_ratings_ : counted_entries_) = *value.integer;
  return true;
}

bool BackupDecoder::take_document_value(const Scalar& value) {
  const std::string_view key = document_keys_.current();
  if (key == "format") return value.text == kBackupFormat;
  if (key == "format_version") return value.integer == backup_.format_version;
  if (key == "exported_at") return take_text(value, backup_.exported_at) && base::is_instant(backup_.exported_at);
  if (key == "checksum") return take_text(value, checksum_);
  return false;  // counts, ratings and entries are no scalars
}

bool BackupDecoder::take_rating_value(const Scalar& value) {
  const std::string_view key = rating_keys_.current();
  if (key == "rating_id") return take_text(value, rating_.rating_id);
  if (key == "competency_id") return take_text(value, rating_.competency_id);
  if (key == "answer") return take_answer(value, rating_.answer);
  if (key == "level") return take_level(value, rating_.level);
  if (key == "note") return take_text(value, rating_.note);
  if (key == "rated_at") return take_text(value, rating_.rated_at);
  return take_revision(value, rating_.revision);
}

/// Ids must rise, so no rating comes twice.
bool BackupDecoder::take_rating() {
  const auto& ratings = backup_.ratings;
  const bool rises = ratings.empty() || ratings.back().rating_id < rating_.rating_id;
  if (!rises || !competency::validate_shape(rating_)) return invalid();
  backup_.ratings.push_back(std::move(rating_));
  return true;
}

bool BackupDecoder::take_entry_value(const Scalar& value) {
  const std::string_view key = entry_keys_.current();
  if (key == "entry_id") return take_text(value, entry_.entry_id);
  if (key == "series_id") return take_text(value, entry_.series_id);
  if (key == "kind") return take_kind(value, entry_.kind);
  if (key == "body") return take_text(value, entry_.body);
  if (key == "noted_at") return take_text(value, entry_.noted_at);
  if (key == "revision") return take_revision(value, entry_.revision);
  if (!value.flag) return false;
  entry_.removed = *value.flag;
  return true;
}

bool BackupDecoder::take_entry() {
  const auto& entries = backup_.entries;
  const bool rises = entries.empty() || entries.back().entry_id < entry_.entry_id;
  if (!rises || !growth::validate_shape(entry_)) return invalid();
  backup_.entries.push_back(std::move(entry_));
  return true;
}

Result<Backup> BackupDecoder::finish() {
  if (counted_ratings_ != static_cast<std::int64_t>(backup_.ratings.size())) {
    return fail("backup.damaged", "/counts/ratings");
  }
  if (counted_entries_ != static_cast<std::int64_t>(backup_.entries.size())) {
    return fail("backup.damaged", "/counts/entries");
  }
  if (checksum_ != backup_checksum(backup_)) return fail("backup.damaged", "/checksum");
  return std::move(backup_);
}

bool BackupDecoder::invalid(std::string_view key) {
  std::string pointer;
  if (depth() >= 2) pointer.append("/").append(document_keys_.current());
  if (is_in("ratings")) pointer.append("/").append(std::to_string(backup_.ratings.size()));
  if (is_in("entries")) pointer.append("/").append(std::to_string(backup_.entries.size()));
  if (!key.empty()) pointer.append("/").append(key);
  return refuse("backup.invalid", std::move(pointer));
}

ObjectKeys* BackupDecoder::open_keys() {
  if (depth() == 1) return &document_keys_;
  if (depth() == 3) return is_in("ratings") ? &rating_keys_ : &entry_keys_;
  return is_in_rows() ? nullptr : &counts_keys_;
}

}  // namespace trellis::store
