// SPDX-License-Identifier: MIT
// Reads a ladder, ours or a program's, strictly: unknown keys, kinds and rungs are faults.
#include <algorithm>
#include <set>

#include "content/growth_readers.hpp"
#include "content/own_pack.hpp"
#include "content/readers.hpp"

namespace trellis::content {
namespace {

constexpr int kLevelMax = 5;
constexpr int kHoursMax = 100'000;
constexpr std::size_t kOwnLettersMax = 3;

void read_number(Fields& fields, const char* key, int& target, int max) {
  if (fields.find(key) == nullptr) return;
  fields.read(key, target);
  if (target < 1 || target > max) fields.report("content.wrong_type", key);
}

void read_optional(Fields& fields, const char* key, std::string& target) {
  if (fields.find(key) != nullptr) fields.read(key, target);
}

template <std::size_t size>
void needs_one_of(Fields& fields, const char* key, const std::string& value, const std::string_view (&known)[size]) {
  if (std::find(std::begin(known), std::end(known), value) == std::end(known)) {
    fields.report("content.unknown_id", key);
  }
}

Requirement read_requirement(const Json& json, const std::string& path, Fault& fault) {
  static constexpr std::string_view kKinds[] = {"competency",    "hours",       "training",
                                                "certification", "supervision", "continuing_education"};
  static constexpr std::string_view kBases[] = {"published", "trellis_default", "not_verified"};
  Fields fields(json, place(path, "requirements"), fault);
  Requirement row;
  fields.read("id", row.id);
  fields.read("kind", row.kind);
  fields.read("text", row.text);
  fields.read("basis", row.basis);
  needs_one_of(fields, "kind", row.kind, kKinds);
  needs_one_of(fields, "basis", row.basis, kBases);
  read_optional(fields, "source", row.source_id);
  read_optional(fields, "as_of", row.as_of);
  if (row.basis == "published" && row.source_id.empty()) fields.report("content.missing_field", "source");
  read_optional(fields, "scope", row.scope);
  read_number(fields, "level", row.level, kLevelMax);
  if (row.kind == "competency" && (row.scope.empty() || row.level == 0)) {
    fields.report("content.missing_field", "scope");
  }
  read_number(fields, "count", row.count, kHoursMax);
  read_number(fields, "hours", row.hours, kHoursMax);
  read_number(fields, "peer_percent", row.peer_percent, 100);
  read_number(fields, "times", row.times, kHoursMax);
  read_number(fields, "days", row.days, kHoursMax);
  row.certificate_ids = fields.optional_texts("certificates");
  fields.finish();
  return row;
}

Rung read_rung(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "rungs"), fault);
  Rung rung;
  fields.read("id", rung.id);
  fields.read("name", rung.name);
  fields.read("who", rung.who);
  read_optional(fields, "branch", rung.branch);
  fields.read("next", rung.next_ids);
  for (const Json& row : rows(fields.value("requirements"), path, fault)) {
    rung.requirements.push_back(read_requirement(row, path, fault));
  }
  for (const Json& row : rows(fields.value("published"), path, fault)) {
    rung.published.push_back(read_fact(row, place(path, "published"), fault));
  }
  rung.clause_ids = fields.optional_texts("clauses");
  fields.finish();
  return rung;
}

/// Own letters of a program: "KC". Those of ours begin with D or are the four areas of leaders.
bool is_own_domain(std::string_view id) {
  static constexpr std::string_view kOurs[] = {"SV", "TR", "MG", "AD"};
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return !id.empty() && id.size() <= kOwnLettersMax && id.front() != 'D' &&
         std::all_of(id.begin(), id.end(), is_capital) &&
         std::find(std::begin(kOurs), std::end(kOurs), id) == std::end(kOurs);
}

/// "KC7" of the domain "KC".
bool is_own_competency(std::string_view id, std::string_view domain_id) {
  if (!id.starts_with(domain_id)) return false;
  id.remove_prefix(domain_id.size());
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !id.empty() && id.size() <= 2 && id.front() != '0' && std::all_of(id.begin(), id.end(), is_digit);
}

Competency read_own_competency(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, place(path, "competencies"), fault);
  Competency item;
  fields.read("id", item.id);
  fields.read("domain", item.domain_id);
  fields.read("name", item.name);
  fields.read("statement", item.statement);
  read_optional(fields, "why", item.why);
  read_optional(fields, "evidence", item.evidence);
  read_optional(fields, "practice", item.practice);
  fields.read("levels", item.level_texts);
  if (!is_own_competency(item.id, item.domain_id)) fields.report("content.wrong_type", "id");
  if (item.level_texts.size() != kLevelMax) fields.report("content.wrong_type", "levels");
  fields.finish();
  return item;
}

FurtherItems read_own(const Json* domains, const Json* competencies, const std::string& path, Fault& fault) {
  FurtherItems own;
  if (domains == nullptr || competencies == nullptr) {
    if (domains != competencies) fault.report("content.missing_field", place(path, "domains"));
    return own;
  }
  std::set<std::string> ids;
  for (const Json& row : rows(*domains, place(path, "domains"), fault)) {
    Fields fields(row, place(path, "domains"), fault);
    Domain domain;
    fields.read("id", domain.id);
    fields.read("name", domain.name);
    fields.finish();
    if (!is_own_domain(domain.id)) fields.report("content.wrong_type", "id");
    if (!ids.insert(domain.id).second) fields.report("content.duplicate_id", "id");
    own.domains.push_back(std::move(domain));
  }
  for (const Json& row : rows(*competencies, place(path, "competencies"), fault)) {
    Competency item = read_own_competency(row, path, fault);
    if (ids.count(item.domain_id) == 0) fault.report("content.unknown_id", place(path, "domain"));
    if (!ids.insert(item.id).second) fault.report("content.duplicate_id", place(path, "competencies"));
    own.competencies.push_back(std::move(item));
  }
  return own;
}

/// Every id once, and every rung that comes next is there.
void check_ids(const Ladder& ladder, Fault& fault) {
  std::set<std::string_view> ids;
  for (const Rung& rung : ladder.rungs) {
    if (!ids.insert(rung.id).second) fault.report("content.duplicate_id", "rungs");
    for (const Requirement& row : rung.requirements) {
      if (!ids.insert(row.id).second) fault.report("content.duplicate_id", "requirements");
    }
  }
  for (const Rung& rung : ladder.rungs) {
    for (const std::string& next : rung.next_ids) {
      if (ladder.find_rung(next) == nullptr) fault.report("content.unknown_id", "next");
    }
  }
}

}  // namespace

const Rung* Ladder::find_rung(std::string_view rung_id) const {
  const auto at = std::find_if(rungs.begin(), rungs.end(), [rung_id](const Rung& rung) { return rung.id == rung_id; });
  return at == rungs.end() ? nullptr : &*at;
}

Ladder read_ladder(const Json& json, const std::string& path, Fault& fault) {
  Fields fields(json, path, fault);
  Ladder ladder;
  fields.read("id", ladder.id);
  fields.read("name", ladder.name);
  fields.read("limits", ladder.limits);
  fields.read("side_steps", ladder.side_steps);
  for (const Json& row : rows(fields.value("rungs"), path, fault)) ladder.rungs.push_back(read_rung(row, path, fault));
  ladder.own = read_own(fields.find("domains"), fields.find("competencies"), path, fault);
  fields.finish();
  check_ids(ladder, fault);
  return ladder;
}

Result<Ladder> read_ladder_pack(std::string_view text) {
  if (!fits_an_entry(text)) return fail("ladder.bad_pack", "size");
  Fault fault;
  const Json json = parse_json("ladder", text, fault);
  Ladder ladder;
  if (!fault.any()) ladder = read_ladder(json, "ladder", fault);
  if (!fault.any() && ladder.rungs.empty()) fault.report("content.missing_field", "ladder: rungs");
  // The place of a key that is not known would be the file's own word.
  if (fault.error().code == "content.unknown_key") return fail("ladder.bad_pack", "ladder: keys");
  if (fault.any()) return fail("ladder.bad_pack", fault.error().detail);
  return ladder;
}

}  // namespace trellis::content
