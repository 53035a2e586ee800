// SPDX-License-Identifier: MIT
// JSON of content/lexicon/ to Lexicon. A class has a comment for its reader and its words for the program.
#include "content/lexicon.hpp"

#include <optional>

#include "base/json.hpp"

namespace trellis::content {
namespace {

using base::Json;

constexpr std::string_view kFolder = "lexicon/";

/// The class that a member "{name}" stands for, or "".
std::string_view included_class(std::string_view member) {
  const bool braces = member.size() > 2 && member.front() == '{' && member.back() == '}';
  return braces ? member.substr(1, member.size() - 2) : std::string_view{};
}

Result<void> check_inclusions(const Lexicon& lexicon) {
  for (const auto& [name, words] : lexicon.classes)
    for (const std::string& word : words) {
      const std::string_view other = included_class(word);
      if (!other.empty() && lexicon.classes.find(std::string(other)) == lexicon.classes.end())
        return fail("content.unknown_id", std::string(name).append(": ").append(word));
    }
  return {};
}

Result<Lexicon> read_lexicon(const BundledFile& file) {
  const std::optional<Json> parsed = base::parse_json(file.text);
  if (!parsed) return fail("content.not_json", file.path);
  const Json& json = *parsed;
  if (!json.contains("classes") || !json["classes"].is_object()) return fail("content.missing_field", file.path);
  Lexicon lexicon;
  for (const auto& [name, value] : json["classes"].items()) {
    if (!value.contains("words") || !value["words"].is_array()) return fail("content.missing_field", name);
    std::vector<std::string>& words = lexicon.classes[name];
    for (const Json& word : value["words"])
      if (word.is_string()) words.push_back(word.get<std::string>());
  }
  if (json.contains("unstemmed"))
    for (const Json& word : json["unstemmed"])
      if (word.is_string()) lexicon.unstemmed.push_back(word.get<std::string>());
  if (const Result<void> checked = check_inclusions(lexicon); !checked) return tl::unexpected(checked.error());
  return lexicon;
}

}  // namespace

Result<std::map<std::string, Lexicon>> read_lexicons(std::span<const BundledFile> files) {
  std::map<std::string, Lexicon> lexicons;
  for (const BundledFile& file : files) {
    if (file.path.substr(0, kFolder.size()) != kFolder) continue;
    std::string_view tag = file.path.substr(kFolder.size());
    tag = tag.substr(0, tag.find('.'));
    Result<Lexicon> lexicon = read_lexicon(file);
    if (!lexicon) return tl::unexpected(lexicon.error());
    lexicons.emplace(std::string(tag), std::move(*lexicon));
  }
  return lexicons;
}

}  // namespace trellis::content
