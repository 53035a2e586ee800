// SPDX-License-Identifier: MIT
#include "growth/group.hpp"

#include <numeric>

namespace trellis::growth {
namespace {

constexpr std::string_view kMark = "TG1";

/// Reads "D1.1=3" into `answers`; false when it is none or comes twice.
bool read_answer(std::string_view part, const content::Framework& framework, GroupAnswers& answers) {
  const auto equals = part.find('=');
  if (equals == part.npos || part.size() != equals + 2) return false;
  const char level = part.back();
  const bool is_level = level >= '1' && level <= '5';
  if (!is_level && level != '-') return false;
  const std::string id(part.substr(0, equals));
  if (framework.find_competency(id) == nullptr) return false;
  return answers.emplace(id, is_level ? std::optional<int>(level - '0') : std::nullopt).second;
}

}  // namespace

Result<std::string> write_group_line(const GroupAnswers& answers, const content::Framework& framework) {
  std::string line(kMark);
  for (const auto& item : framework.competencies) {
    const auto at = answers.find(item.id);
    if (at == answers.end()) continue;
    line.append(" ").append(item.id).append("=").append(at->second ? std::to_string(*at->second) : "-");
  }
  if (line.size() > kGroupLineBytesMax) return fail("group.bad_line", std::to_string(line.size()));
  return line;
}

Result<GroupAnswers> read_group_line(std::string_view line, const content::Framework& framework) {
  if (line.size() > kGroupLineBytesMax) return fail("group.bad_line", std::to_string(line.size()));
  if (!line.starts_with(kMark)) return fail("group.bad_line", "mark");
  line.remove_prefix(kMark.size());
  GroupAnswers answers;
  while (!line.empty()) {
    if (line.front() != ' ') return fail("group.bad_line", "item");
    line.remove_prefix(1);
    const std::string_view part = line.substr(0, line.find(' '));
    if (!read_answer(part, framework, answers)) return fail("group.bad_line", "item");
    line.remove_prefix(part.size());
  }
  return answers;
}

std::vector<ItemTally> tally(std::span<const GroupAnswers> people, const content::Framework& framework) {
  std::vector<ItemTally> rows;
  for (const auto& item : framework.competencies) {
    std::array<int, 5> counts{};
    bool is_asked = false;
    for (const GroupAnswers& answers : people) {
      const auto at = answers.find(item.id);
      if (at == answers.end()) continue;
      is_asked = true;
      if (at->second) ++counts.at(static_cast<std::size_t>(*at->second - 1));
    }
    if (!is_asked) continue;
    ItemTally row;
    row.competency = &item;
    if (std::accumulate(counts.begin(), counts.end(), 0) >= kGroupAnswersMin) row.counts = counts;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace trellis::growth
