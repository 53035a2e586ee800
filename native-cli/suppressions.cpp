// SPDX-License-Identifier: MIT
#include "suppressions.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "input.hpp"

namespace trellis::cli {
namespace {

constexpr std::string_view kFormat = "trellis-suppressions";

std::optional<Suppression> decode(const Json& row) {
  Suppression suppression;
  const std::pair<const char*, std::string*> fields[] = {{"rule_id", &suppression.rule_id},
                                                         {"line_fingerprint", &suppression.line_fingerprint},
                                                         {"reason", &suppression.reason},
                                                         {"date", &suppression.date}};
  if (!row.is_object() || row.size() != std::size(fields)) return std::nullopt;
  for (const auto& [key, field] : fields) {
    if (!row.contains(key) || !row[key].is_string()) return std::nullopt;
    *field = row[key].get<std::string>();
  }
  return suppression;
}

std::optional<std::vector<Suppression>> decode_file(const std::string& text) {
  const Json file = Json::parse(text, nullptr, false);
  if (!file.is_object() || file.value("format", "") != kFormat || file.value("format_version", 0) != 1 ||
      !file.contains("suppressions") || !file["suppressions"].is_array()) {
    return std::nullopt;
  }
  std::vector<Suppression> rows;
  for (const Json& row : file["suppressions"]) {
    auto suppression = decode(row);
    if (!suppression) return std::nullopt;
    rows.push_back(std::move(*suppression));
  }
  return rows;
}

Json encode_file(const std::vector<Suppression>& suppressions) {
  Json rows = Json::array();
  for (const auto& row : suppressions) {
    rows.push_back({{"rule_id", row.rule_id},
                    {"line_fingerprint", row.line_fingerprint},
                    {"reason", row.reason},
                    {"date", row.date}});
  }
  return {{"format", kFormat}, {"format_version", 1}, {"suppressions", std::move(rows)}};
}

}  // namespace

std::string fingerprint(std::string_view line) {
  std::uint64_t hash = base::kHashStart;
  for (const auto& word : base::split_words(line)) hash = base::hash_more(base::hash_more(hash, word.folded), " ");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[(hash >> static_cast<unsigned>(shift)) & 0xFU];
  return text;
}

std::optional<std::vector<Suppression>> read_suppressions(const Session& session, const std::string& path) {
  if (!std::ifstream(path)) return std::vector<Suppression>{};
  const auto text = read_input(session, path);
  if (!text) return std::nullopt;
  auto rows = decode_file(*text);
  if (!rows) tell_error(session, "suppressions.invalid", path);
  return rows;
}

bool add_suppression(const Session& session, const std::string& path, const Suppression& added) {
  auto rows = read_suppressions(session, path);
  if (!rows) return false;
  std::erase_if(*rows, [&added](const Suppression& row) {
    return row.rule_id == added.rule_id && row.line_fingerprint == added.line_fingerprint;
  });
  rows->push_back(added);
  if (write_output(path, encode_file(*rows).dump(2) + "\n")) return true;
  tell_error(session, "output.unwritable", path);
  return false;
}

void mark_suppressed(Json& result, const std::string& text, const std::vector<Suppression>& suppressions) {
  const auto lines = base::split_lines(text);
  for (Json& finding : result["findings"]) {
    const auto line = lines.at(finding["line_number"].get<std::size_t>() - 1);
    const std::string print = fingerprint(std::string_view(text).substr(line.begin, line.end - line.begin));
    finding["fingerprint"] = print;
    const auto accepted = std::find_if(suppressions.begin(), suppressions.end(), [&](const Suppression& row) {
      return row.rule_id == finding["rule_id"] && row.line_fingerprint == print;
    });
    if (accepted == suppressions.end()) continue;
    finding["suppressed"] = {{"reason", accepted->reason}, {"date", accepted->date}};
  }
}

}  // namespace trellis::cli
