// SPDX-License-Identifier: MIT
// Typed, immutable content: roles, rules, competencies, sources, and the sentences of errors. Read once from the
// embedded bundle, with ids cross-checked; translated by id. Never looks at what a person typed, has no I/O.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/bundle.hpp"

namespace trellis::content {

/// BCP 47 tags of the languages Trellis speaks. The first is what a missing translation falls back to.
inline constexpr std::string_view kLocales[] = {"en", "es"};

/// What the seeds say about a line or a task. Spelled as on the wire.
enum class Verdict : std::uint8_t { conflict, depends, fits, neutral };
std::string_view to_string(Verdict verdict);

/// A published document that clauses come from.
struct Document {
  std::string id;  // "brief2019"
  std::string title;
  std::string publisher;
  std::string published;  // RFC 3339 full-date or year-month, as far as known
  std::string url;        // empty where no safe address is known
};

/// One sentence of a document, in our words.
struct Clause {
  std::string id;  // "brief2019.outrole.2"
  std::string document_id;
  std::string section;
  std::string text;
};

/// A further source: a public page or paper. `trust` is "A" (official), "B" (solid), "C" (weak).
struct Source {
  std::string id;
  std::string what;
  std::string url;
  std::string trust;
};

/// An example inside a rule that must stay silent for this rule; `expect` names the rule that may speak, or "".
struct PassExample {
  std::string text;
  std::string expect;
};

/// Patterns and examples of one rule in one language. Patterns are written per language, never translated.
struct RuleLanguage {
  std::vector<std::string> patterns;
  std::vector<std::string> unless;  // patterns that silence the rule in the same clause of the text
  std::vector<std::string> matches;
  std::vector<PassExample> passes;
};

/// One ethics rule (content/rules/<id>.json), its words in one locale.
struct Rule {
  std::string id;
  bool active = true;
  Verdict verdict = Verdict::conflict;
  std::string family;  // category of the labelling guide, for example "transportation"
  std::string name;
  std::string why;
  std::string condition;  // what decides, for rules that depend; else empty
  std::string instead;    // what to do or write instead
  std::string reply;      // a kind script to say; may be empty for rules that fit
  std::string question;   // what to ask an employer; may be empty for rules that fit
  std::vector<std::string> clause_ids;
  std::vector<std::string> source_ids;
  std::vector<std::string> applies_to;            // role ids; empty means every peer role
  std::map<std::string, RuleLanguage> languages;  // by BCP 47 tag
};

/// A protection that a good posting shows (content/safeguards.json).
struct Safeguard {
  std::string id;  // "trained_peer_supervisor"
  std::string name;
  std::string why;
  std::string question;
  std::vector<std::string> clause_ids;
  std::map<std::string, std::vector<std::string>> patterns;  // by BCP 47 tag
};

/// A dated fact about a role, for example training hours.
struct Fact {
  std::string text;
  std::string source_id;
  std::string as_of;     // when it was true or was read: "2024-06-05", "2026-11" or "2025"
  bool verified = true;  // false: shown as "not verified"
};

struct Setting {
  std::string id;
  std::string name;
  std::string drift;    // how the role slides here
  std::string respond;  // a peer way to respond
  std::vector<std::string> clause_ids;
};

struct Role {
  std::string id;  // "role.cps"
  std::string name;
  std::string short_name;
  std::string purpose;
  std::string supervised_by;
  std::vector<std::string> function_ids;  // rules that fit (F.*) and conditional ones (C.*)
  std::vector<std::string> not_task_ids;  // rules that conflict (T.*)
  std::vector<std::string> setting_ids;
  std::vector<std::string> confused_with;
  std::vector<std::string> clause_ids;
  std::vector<Fact> facts;
};

struct Level {
  int number = 0;  // 1 to 5
  std::string name;
  std::string cue;
};

struct Domain {
  std::string id;  // "D1"
  std::string name;
};

struct Competency {
  std::string id;  // "D1.1"
  std::string domain_id;
  std::string name;
  std::string statement;
  std::string why;
  std::string evidence;                  // what could show it
  std::string practice;                  // one concrete thing to try next
  std::vector<std::string> level_texts;  // one for each level, in order: what one says or does
  std::vector<std::string> clause_ids;
};

/// A competency framework (content/competencies/<id>.json).
struct Framework {
  std::string id;
  std::string name;
  std::vector<Level> levels;
  std::vector<Domain> domains;
  std::vector<Competency> competencies;

  /// The row with this id, or null.
  const Competency* find_competency(std::string_view competency_id) const;
};

/// Word classes of one language (content/lexicon/<tag>.json): what the patterns of rules are made of.
struct Lexicon {
  /// Members by class name; a member may be several words, or "{other}" for every member of another class.
  std::map<std::string, std::vector<std::string>> classes;
  std::vector<std::string> unstemmed;  // words that stay whole, since their stem would merge two meanings
};

/// One weight of a feature for one output of the model.
struct OutputWeight {
  std::uint8_t output = 0;  // verdicts first, then families
  int weight = 0;
};

/// Rows of one kind of feature, as the file has them: "transport a12c-5 travel a3", see content/model/README.md.
struct FeatureTable {
  char kind = ' ';
  std::string text;
};

/// Trained weights of one language (content/model/<tag>.json, written by scripts/train-model.mjs). Whole numbers, so
/// that every build adds them up alike.
struct LinearModel {
  std::vector<std::string> verdicts;  // conflict, depends, fits, neutral, protects (a conflict that is ruled out)
  std::vector<std::string> families;
  std::vector<int> bias;             // by output
  int scale = 1;                     // units of a weight that make one step of e in the odds
  int sure_margin = 0;               // below this lead of the best verdict a person needs to look
  std::vector<FeatureTable> tables;  // read by ethics/model, once
  // By family: the rule that gives reason and source where only the model speaks.
  std::map<std::string, std::string> conflict_rules;
  std::map<std::string, std::string> depends_rules;
};

/// A sentence for a person: what happened, and what to do next.
struct ErrorText {
  std::string message;
  std::string next_step;
};

/// All content in one locale. Cheap to hand around by reference; never changes.
struct Catalog {
  std::string locale;
  std::string version;  // see bundle_version()
  std::vector<Document> documents;
  std::vector<Clause> clauses;
  std::vector<Source> sources;
  std::vector<Rule> rules;  // ordered by id
  std::vector<Safeguard> safeguards;
  std::vector<Setting> settings;
  std::vector<Role> roles;
  Framework framework;
  std::map<std::string, ErrorText> errors;          // by error code
  std::map<std::string, std::string> phrases;       // by key, from locales/<tag>/core.json and cli.json
  std::map<std::string, std::string> family_names;  // by family
  std::map<std::string, Lexicon> lexicons;          // by BCP 47 tag of the text that is read
  std::map<std::string, LinearModel> models;        // likewise; a language may have none

  /// The row with this id, or null.
  const Rule* find_rule(std::string_view id) const;
  const Role* find_role(std::string_view id) const;
  const Clause* find_clause(std::string_view id) const;
  const Document* find_document(std::string_view id) const;
  const Source* find_source(std::string_view id) const;
  const Setting* find_setting(std::string_view id) const;
  const Competency* find_competency(std::string_view id) const;
};

/// The catalogue in `locale`; unknown tags, and a language whose pack is not here yet, get English. Parsed on first use
/// and kept.
/// Embedded content is ours and tested, so a fault in it is a broken build: the program stops with an assert.
const Catalog& catalog(std::string_view locale);

/// Builds a catalogue from any files (used for tests and, later, for content packs).
/// The first fault ends in an error whose detail names our file, id and field; no translated text belongs to these.
/// @errors content.not_json, content.missing_field, content.wrong_type, content.unknown_key, content.unknown_id,
///         content.duplicate_id
Result<Catalog> parse_catalog(std::span<const BundledFile> files, std::string_view locale);

}  // namespace trellis::content
