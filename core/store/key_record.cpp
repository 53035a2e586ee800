// SPDX-License-Identifier: MIT
// Each file: one line with version, counter, place and CRC-32, then the envelope. Every record has one spelling only.
#include "store/key_record.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>
#include <utility>

#include "store/crc32.hpp"
#include "store/vfs_file.hpp"

namespace trellis::store {
namespace {

constexpr std::string_view kMagic = "trellis-key ";
constexpr int kVersion = 1;
constexpr std::size_t kRecordBytesMax = 1024;

std::string file_name(const std::string& path, int counter) { return path + (counter % 2 != 0 ? ".key-a" : ".key-b"); }

std::string record_text(const KeyRecord& record) {
  const std::string place = record.is_staged ? " staged " : " main ";
  std::string text(kMagic);
  text.append(std::to_string(kVersion)).append(" ").append(std::to_string(record.counter)).append(place);
  const std::string checked = text + record.envelope;
  return text.append(std::to_string(crc32(checked))).append("\n").append(record.envelope);
}

int number_at(std::string_view text, std::size_t at) {
  int value = 0;
  if (at < text.size()) std::from_chars(text.data() + at, text.data() + text.size(), value);
  return value;
}

/// The record in the bytes of one file; nothing unless it is whole.
std::optional<KeyRecord> parse_record(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  KeyRecord record;
  record.counter = number_at(text, text.find(' ', kMagic.size()) + 1);
  record.is_staged = text.substr(0, end).find(" staged ") != std::string_view::npos;
  record.envelope = text.substr(end + 1);
  if (record_text(record) != text) return std::nullopt;
  return record;
}

bool is_newer_version(std::string_view text) {
  return text.starts_with(kMagic) && number_at(text, kMagic.size()) > kVersion;
}

}  // namespace

std::string staged_name(const std::string& path) { return path + ".staged"; }

Result<std::optional<KeyRecord>> read_key_record(const std::string& path) {
  std::array<std::optional<KeyRecord>, 2> found;
  bool is_empty = true;
  for (int i = 0; i < 2; ++i) {
    const auto bytes = read_start(file_name(path, i), kRecordBytesMax);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    if (is_newer_version(*bytes)) return fail("store.newer_schema", "key");
    is_empty = is_empty && bytes->empty();
    found[static_cast<std::size_t>(i)] = parse_record(*bytes);
  }
  auto& [first, second] = found;
  if (!first && !second) {
    if (!is_empty) return fail("store.damaged", "key");
    return std::optional<KeyRecord>();
  }
  const bool is_twofold =
      first && second && first->envelope == second->envelope && first->is_staged == second->is_staged;
  auto newest = !second || (first && first->counter > second->counter) ? std::move(first) : std::move(second);
  newest->is_twofold = is_twofold;
  return newest;
}

Result<void> write_key_record(const std::string& path, KeyRecord& record) {
  record.is_twofold = false;
  for (int i = 0; i < 2; ++i) {
    ++record.counter;
    auto written = write_whole(file_name(path, record.counter), record_text(record));
    if (!written) return written;
  }
  record.is_twofold = true;
  return {};
}

Result<void> remove_key_record(const std::string& path, const KeyRecord& record) {
  if (auto older = remove_file(file_name(path, record.counter + 1)); !older) return older;
  return remove_file(file_name(path, record.counter));
}

}  // namespace trellis::store
