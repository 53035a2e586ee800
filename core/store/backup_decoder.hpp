// SPDX-License-Identifier: MIT
// From JSON events to a Backup of format version 1 or 2: whatever contract/backup.schema.json does not allow is
// refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "store/backup.hpp"
#include "store/backup_events.hpp"

namespace trellis::store {

/// Keys of one kind of object: which one is at hand and which were there. At most 32.
class ObjectKeys {
 public:
  explicit ObjectKeys(std::span<const std::string_view> names) : names_(names) {}

  /// Makes `key` the one at hand. False when it is unknown or comes a second time.
  bool take(std::string_view key);
  /// Forgets what was there: a new object begins.
  void clear() { seen_ = 0; }
  bool has_all() const;
  std::string_view current() const { return names_[current_]; }

 private:
  std::span<const std::string_view> names_;
  std::uint32_t seen_ = 0;
  std::size_t current_ = 0;
};

class BackupDecoder : public BackupEvents {
 public:
  /// @param format_version  1 or 2, as the document says
  explicit BackupDecoder(int format_version);

  /// The whole backup, after the parser is done.
  /// @errors backup.damaged
  Result<Backup> finish();

 private:
  bool on_begin(Scope scope) override;
  bool on_end() override;
  bool on_key(std::string_view key) override;
  bool on_value(const Scalar& value) override;

  bool take_document_value(const Scalar& value);
  bool take_rating_value(const Scalar& value);
  bool take_rating();
  bool take_entry_value(const Scalar& value);
  bool take_entry();

  /// Refuses with the JSON Pointer of the innermost open object or array, or of its `key`.
  bool invalid(std::string_view key = {});
  bool is_in(std::string_view key) const { return depth() >= 2 && document_keys_.current() == key; }
  bool is_in_rows() const { return is_in("ratings") || is_in("entries"); }
  /// The keys of the innermost open object; null inside an array.
  ObjectKeys* open_keys();

  ObjectKeys document_keys_;
  ObjectKeys counts_keys_;
  ObjectKeys rating_keys_;
  ObjectKeys entry_keys_;
  Backup backup_;
  competency::Rating rating_;  // the one being read
  growth::Entry entry_;        // likewise
  std::int64_t counted_ratings_ = 0;
  std::int64_t counted_entries_ = 0;
  std::string checksum_;
};

}  // namespace trellis::store
