// SPDX-License-Identifier: MIT
// The use cases of Trellis, one function for each method of contract/api.schema.json. The only place rooms meet.
#pragma once

#include <span>
#include <string_view>

#include "app/state.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "content/catalog.hpp"

namespace trellis::app {

using base::Json;

/// Everything one call may use. `params` is an object with a known `locale`.
struct Call {
  State& state;
  const content::Catalog& catalog;  // in the asked language
  const Json& params;
};

struct Method {
  std::string_view name;
  Result<Json> (*run)(const Call& call);
};

/// Every method, ordered as in the contract (a test compares both).
std::span<const Method> methods();

// content_methods.cpp
Result<Json> about(const Call& call);
Result<Json> list_roles(const Call& call);
Result<Json> get_role(const Call& call);
Result<Json> list_rules(const Call& call);
Result<Json> explain_rule(const Call& call);
Result<Json> list_sources(const Call& call);
Result<Json> get_framework(const Call& call);

// check_methods.cpp
Result<Json> check_posting(const Call& call);
Result<Json> check_task(const Call& call);

// rating_methods.cpp
Result<Json> rate_competency(const Call& call);
Result<Json> list_ratings(const Call& call);
Result<Json> list_rating_history(const Call& call);
Result<Json> get_results(const Call& call);

// backup_methods.cpp
Result<Json> export_backup(const Call& call);
Result<Json> preview_backup(const Call& call);
Result<Json> import_backup(const Call& call);

// store_methods.cpp
Result<Json> unlock(const Call& call);
Result<Json> lock(const Call& call);
/// What those answer that change whether the store is open and what protects it.
Result<Json> store_state(const Call& call, const Result<void>& done);

// passphrase_methods.cpp
Result<Json> set_passphrase(const Call& call);
Result<Json> change_passphrase(const Call& call);
Result<Json> remove_passphrase(const Call& call);

// library_methods.cpp
Result<Json> get_section(const Call& call);
Result<Json> check_dilemma(const Call& call);
Result<Json> get_weekly_dilemmas(const Call& call);
Result<Json> review_workplace(const Call& call);

// search_methods.cpp
Result<Json> search(const Call& call);

// entry_methods.cpp
Result<Json> put_entry(const Call& call);
Result<Json> remove_entry(const Call& call);
Result<Json> list_entries(const Call& call);

// framework_methods.cpp
Result<Json> get_full_framework(const Call& call);
Result<Json> get_further_results(const Call& call);

// ladder_methods.cpp
Result<Json> get_form(const Call& call);
Result<Json> get_ladder(const Call& call);
Result<Json> get_gap(const Call& call);

// growth_methods.cpp
Result<Json> get_log_totals(const Call& call);
Result<Json> export_csv(const Call& call);
Result<Json> suggest_family(const Call& call);
Result<Json> get_drift_patterns(const Call& call);
Result<Json> check_note(const Call& call);
Result<Json> get_rating_trend(const Call& call);

// agenda_methods.cpp
Result<Json> get_agenda(const Call& call);

// second_view_methods.cpp
Result<Json> export_second_view(const Call& call);
Result<Json> read_second_view(const Call& call);
Result<Json> answer_second_view(const Call& call);
Result<Json> merge_second_views(const Call& call);
Result<Json> compare_second_view(const Call& call);

// group_methods.cpp
Result<Json> get_group_line(const Call& call);
Result<Json> tally_group(const Call& call);

// pack_methods.cpp
Result<Json> read_pack(const Call& call);

}  // namespace trellis::app
