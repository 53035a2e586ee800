// SPDX-License-Identifier: MIT
// Field by field. A failure names our own keys and the number of the rating, never what the file says.
#include "store/backup_decoder.hpp"

#include <algorithm>
#include <utility>

#include "base/instant.hpp"
#include "store/backup_text.hpp"

namespace trellis::store {
namespace {

constexpr std::string_view kDocumentKeys[] = {"format", "format_version", "exported_at",
                                              "counts", "ratings",        "checksum"};
constexpr std::string_view kCountsKeys[] = {"ratings"};
constexpr std::string_view kRatingKeys[] = {"rating_id", "competency_id", "answer",  "level",
                                            "note",      "rated_at",      "revision"};

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

BackupDecoder::BackupDecoder() : document_keys_(kDocumentKeys), counts_keys_(kCountsKeys), rating_keys_(kRatingKeys) {}

bool BackupDecoder::on_begin(Scope scope) {
  switch (depth()) {
    case 1: return scope == Scope::object || invalid();
    case 2: {
      const std::string_view key = document_keys_.current();
      if (key == "counts" && scope == Scope::object) return true;
      return (key == "ratings" && scope == Scope::array) || invalid();
    }
    case 3:
      if (!is_in_ratings() || scope != Scope::object) return invalid();
      rating_ = {};
      rating_keys_.clear();
      return true;
    default: return invalid(rating_keys_.current());
  }
}

bool BackupDecoder::on_end() {
  const ObjectKeys* keys = open_keys();
  if (keys == nullptr) return true;
  if (!keys->has_all()) return invalid();
  return depth() != 3 || take_rating();
}

bool BackupDecoder::on_key(std::string_view key) { return open_keys()->take(key) || invalid(); }

bool BackupDecoder::on_value(const Scalar& value) {
  if (depth() == 3) return take_rating_value(value) || invalid(rating_keys_.current());
  if (depth() == 1) return take_document_value(value) || invalid(document_keys_.current());
  if (is_in_ratings()) return invalid();
  if (!value.integer) return invalid(counts_keys_.current());
  counted_ratings_ = *value.integer;
  return true;
}

bool BackupDecoder::take_document_value(const Scalar& value) {
  const std::string_view key = document_keys_.current();
  if (key == "format") return value.text == kBackupFormat;
  if (key == "format_version") return value.integer == kBackupFormatVersion;
  if (key == "exported_at") return take_text(value, backup_.exported_at) && base::is_instant(backup_.exported_at);
  if (key == "checksum") return take_text(value, checksum_);
  return false;  // counts and ratings are no scalars
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

Result<Backup> BackupDecoder::finish() {
  if (counted_ratings_ != static_cast<std::int64_t>(backup_.ratings.size())) {
    return fail("backup.damaged", "/counts/ratings");
  }
  if (checksum_ != backup_checksum(backup_.ratings, backup_.exported_at)) return fail("backup.damaged", "/checksum");
  return std::move(backup_);
}

bool BackupDecoder::invalid(std::string_view key) {
  std::string pointer;
  if (depth() >= 2) pointer.append("/").append(document_keys_.current());
  if (is_in_ratings()) pointer.append("/").append(std::to_string(backup_.ratings.size()));
  if (!key.empty()) pointer.append("/").append(key);
  return refuse("backup.invalid", std::move(pointer));
}

ObjectKeys* BackupDecoder::open_keys() {
  if (depth() == 1) return &document_keys_;
  if (depth() == 3) return &rating_keys_;
  return is_in_ratings() ? nullptr : &counts_keys_;
}

}  // namespace trellis::store
