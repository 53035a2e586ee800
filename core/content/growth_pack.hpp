// SPDX-License-Identifier: MIT
// The ladder, the forms of the self-assessment and the conditions of the job (content/growth/), typed and translated.
// Programs bring a ladder of their own in the same shape. Nothing here knows a worker's answers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::content {

/// One thing that a rung asks for. Which fields count depends on `kind`; the others keep their defaults.
struct Requirement {
  std::string id;    // "r3.work", kept for ever
  std::string kind;  // competency, hours, training, certification, continuing_education or supervision
  std::string text;
  std::string basis;      // published, trellis_default or not_verified
  std::string source_id;  // empty for a default
  std::string as_of;      // "2026-11"; empty for a default
  // competency
  std::string scope;  // "all" (that everybody is asked), a domain id, or a competency id
  int level = 0;
  int count = 0;  // how many of the scope must reach the level; 0: every one
  // hours, training, continuing_education; 0: only a record of it counts
  int hours = 0;
  int peer_percent = 0;  // continuing_education: share that must be peer-specific
  // supervision: so many times within so many days
  int times = 0;
  int days = 0;
  std::vector<std::string> certificate_ids;  // certification: any of these
};

struct Rung {
  std::string id;  // "r3"
  std::string name;
  std::string who;
  std::string branch;  // "" for the main way up
  std::vector<std::string> next_ids;
  std::vector<Requirement> requirements;
  std::vector<Fact> published;  // what places have published, as facts with source and date
  std::vector<std::string> clause_ids;
};

/// Competencies that not everybody is asked, with their areas: those of leaders, and those that a program adds.
struct FurtherItems {
  std::vector<Domain> domains;
  std::vector<Competency> competencies;
};

struct Ladder {
  std::string id;
  std::string name;
  std::string limits;
  std::vector<std::string> side_steps;
  std::vector<Rung> rungs;
  FurtherItems own;  // competencies of a program; none in ours

  const Rung* find_rung(std::string_view id) const;
};

/// An item that people in some roles are not asked.
struct LeftOut {
  std::string competency_id;
  std::vector<std::string> role_ids;
  std::string why;
};

/// How sure one can be, in words, with the source of the caution.
struct Sureness {
  int few_below = 0;  // answers; below it `few` is said
  std::string few;
  std::string run_high;
  std::string source_id;
};

/// Which items the forms of the self-assessment hold.
struct Forms {
  int words_per_minute = 0;
  int seconds_per_item = 0;
  std::vector<std::string> short_ids;
  std::map<std::string, std::vector<std::string>> short_by_rung;
  std::vector<LeftOut> left_out;
  Sureness sureness;
};

/// A condition of the job that stands beside the person. `low` is said where it is hard and requests repeat.
struct Condition {
  std::string id;
  std::string question;
  std::string low;
  std::vector<std::string> clause_ids;
};

struct GrowthPack {
  Ladder ladder;
  FurtherItems leading;  // of supervisors, trainers, managers and administrators: areas SV, TR, MG and AD
  std::map<std::string, std::string> leading_roles;  // role id by area: "SV" is "role.supervisor"
  Forms forms;
  std::vector<Condition> conditions;
};

/// The pack in the catalogue's language, read on first use and kept. A fault in it is a broken build, see catalog().
/// @errors content.not_here, with the name of the pack to add
Result<const GrowthPack*> growth_pack(const Catalog& catalog);

/// Reads a program's own ladder: JSON of the same shape as content/growth/ladder.json, with "domains" and
/// "competencies" of its own where it has them. Their ids are one to three capital letters and, for competencies, a
/// number; letters of ours are taken. Sources it names may be unknown.
/// @errors ladder.bad_pack; the detail names our key, never a word of the file
Result<Ladder> read_ladder_pack(std::string_view text);

/// Whether a file belongs to the pack (growth/, locales/<tag>/growth*.json), which has this reader of its own.
bool is_growth_file(std::string_view path);

}  // namespace trellis::content
