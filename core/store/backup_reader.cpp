// SPDX-License-Identifier: MIT
// Reads a backup in two passes over its text: what it claims to be, then field by field. No tree is built, so a hostile
// file costs no more memory than its own size.
#include <cstdint>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "store/backup.hpp"
#include "store/backup_decoder.hpp"
#include "store/backup_events.hpp"
#include "store/backup_text.hpp"

namespace trellis::store {
namespace {

/// Looks at the two keys that say what a document is. The rest may have any shape: a newer version's may be unknown.
class EnvelopeReader : public BackupEvents {
 public:
  /// The format version.
  Result<int> finish() const {
    if (!is_backup_) return fail("backup.not_a_backup");
    if (!version_) return fail("backup.invalid", "/format_version");
    if (*version_ > kBackupFormatVersion) return fail("backup.newer_format", std::to_string(*version_));
    if (*version_ < 1) return fail("backup.invalid", "/format_version");
    return static_cast<int>(*version_);
  }

 private:
  bool on_begin(Scope scope) override {
    if (depth() == 1) is_object_ = scope == Scope::object;
    return true;
  }
  bool on_end() override { return true; }
  bool on_key(std::string_view key) override {
    if (depth() == 1) key_ = key;
    return true;
  }
  bool on_value(const Scalar& value) override {
    if (depth() != 1 || !is_object_) return true;
    if (key_ == "format") is_backup_ = value.text == kBackupFormat;
    if (key_ == "format_version") version_ = value.integer;
    return true;
  }

  bool is_object_ = false;
  bool is_backup_ = false;
  std::optional<std::int64_t> version_;
  std::string key_;
};

Result<void> check_text(std::string_view document) {
  if (document.size() > kBackupBytesMax) return fail("backup.too_long", std::to_string(document.size()));
  // The parser takes a NUL for the end and would ignore whatever follows.
  if (const auto at = document.find('\0'); at != std::string_view::npos) {
    return fail("text.has_nul", "byte " + std::to_string(at));
  }
  if (!base::is_valid_utf8(document)) return fail("text.not_utf8");
  return {};
}

}  // namespace

Result<Backup> read_backup(std::string_view document) {
  if (auto text = check_text(document); !text) return tl::unexpected<Error>(text.error());
  EnvelopeReader envelope;
  if (auto parsed = parse_events(document, envelope); !parsed) return tl::unexpected<Error>(parsed.error());
  const auto format_version = envelope.finish();
  if (!format_version) return tl::unexpected<Error>(format_version.error());
  BackupDecoder decoder(*format_version);
  if (auto parsed = parse_events(document, decoder); !parsed) return tl::unexpected<Error>(parsed.error());
  return decoder.finish();
}

}  // namespace trellis::store
