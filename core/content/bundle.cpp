// SPDX-License-Identifier: MIT
#include "content/bundle.hpp"

#include <algorithm>
#include <charconv>
#include <list>
#include <optional>
#include <string>

#include "content/catalog.hpp"

namespace trellis::content {
namespace {

/// Files of packs point into these texts, which stay for good: catalogues are made from them at any time.
struct Packs {
  std::list<std::string> texts;
  std::vector<BundledFile> files;
};

Packs& packs() {
  static Packs kept;
  return kept;
}

/// Takes one file off the front of `rest`, or nothing when it is cut short.
std::optional<BundledFile> next_file(std::string_view& rest) {
  const std::size_t line_end = rest.find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, line_end);
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  std::size_t size = 0;
  const char* const end = line.data() + line.size();
  const auto [stopped_at, error] = std::from_chars(line.data() + space + 1, end, size);
  rest.remove_prefix(line_end + 1);
  if (error != std::errc{} || stopped_at != end || size > rest.size()) return std::nullopt;
  const BundledFile file{line.substr(0, space), rest.substr(0, size)};
  rest.remove_prefix(size);
  return file;
}

bool any_file(bool (*holds)(std::string_view path, std::string_view wanted), std::string_view wanted) {
  const auto fits = [=](const BundledFile& file) { return holds(file.path, wanted); };
  const std::span<const BundledFile> embedded = embedded_files();
  return std::any_of(embedded.begin(), embedded.end(), fits) ||
         std::any_of(packs().files.begin(), packs().files.end(), fits);
}

bool is_same(std::string_view path, std::string_view wanted) { return path == wanted; }

bool starts_so(std::string_view path, std::string_view beginning) { return path.starts_with(beginning); }

bool is_word_file(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && !is_library_file(path);
}

}  // namespace

bool add_pack(std::string_view pack) {
  packs().texts.emplace_back(pack);
  std::string_view rest = packs().texts.back();
  std::vector<BundledFile> files;
  while (!rest.empty()) {
    const std::optional<BundledFile> file = next_file(rest);
    if (!file) break;
    files.push_back(*file);
  }
  const bool is_whole = rest.empty() && !files.empty();
  const bool is_new = is_whole && !any_file(is_same, files.front().path);
  if (is_new) {
    packs().files.insert(packs().files.end(), files.begin(), files.end());
  } else {
    packs().texts.pop_back();
  }
  return is_whole;
}

std::vector<BundledFile> all_files() {
  const std::span<const BundledFile> embedded = embedded_files();
  std::vector<BundledFile> files(embedded.begin(), embedded.end());
  files.insert(files.end(), packs().files.begin(), packs().files.end());
  return files;
}

bool has_files(std::string_view beginning) { return any_file(starts_so, beginning); }

bool has_locale(std::string_view tag) {
  return tag == kLocales[0] || any_file(is_word_file, "locales/" + std::string(tag) + "/");
}

bool is_library_file(std::string_view path) {
  return path.starts_with("library/") ||
         (path.starts_with("locales/") && path.find("/library-") != std::string_view::npos);
}

}  // namespace trellis::content
