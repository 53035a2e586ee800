// SPDX-License-Identifier: MIT
#include "growth/csv.hpp"

#include "growth/entry_body.hpp"

namespace trellis::growth {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

void append_line(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_cell(cells[i]);
  }
  out += "\r\n";
}

std::string cell_text(const base::Json& body, const std::string& key) {
  const auto at = body.find(key);
  if (at == body.end() || at->is_null()) return {};
  return at->is_string() ? at->get<std::string>() : std::to_string(body_number(body, key));
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell;
  if (!text.empty() && kFormulaStarts.find(text.front()) != kFormulaStarts.npos) cell += '\'';
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted.append(c == '"' ? 2U : 1U, c);
  return quoted += '"';
}

std::string write_csv(Kind kind, std::span<const Entry> entries) {
  const std::vector<std::string> keys = body_keys(kind);
  std::string out(kByteOrderMark);
  append_line(out, keys);
  for (const Entry& entry : entries) {
    if (entry.kind != kind) continue;
    const auto body = base::parse_json(entry.body);
    if (!body) continue;
    std::vector<std::string> cells;
    for (const auto& key : keys) cells.push_back(cell_text(*body, key));
    append_line(out, cells);
  }
  return out;
}

}  // namespace trellis::growth
