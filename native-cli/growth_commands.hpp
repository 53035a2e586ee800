// SPDX-License-Identifier: MIT
// One function for each command about growing. Each returns the exit status.
#pragma once

#include "growth_arguments.hpp"

namespace trellis::cli {

// assess_growth_command.cpp
int assess_form(Session& session, const GrowthArguments& args);
int assess_trend(Session& session, const GrowthArguments& args);
int assess_fit(Session& session, const GrowthArguments& args);

// ladder_command.cpp
int ladder_show(Session& session, const GrowthArguments& args);
int ladder_gap(Session& session, const GrowthArguments& args);
int ladder_use(Session& session, const GrowthArguments& args);
int ladder_ours(Session& session, const GrowthArguments& args);
int ladder_here(Session& session, const GrowthArguments& args);
/// @return  kDone where the ladder in use has this rung, or what to end with after an error was told
int look_for_rung(Session& session, const std::string& id);

// plan_command.cpp
int plan_add(Session& session, const GrowthArguments& args);
int plan_list(Session& session, const GrowthArguments& args);
int plan_done(Session& session, const GrowthArguments& args);
int plan_reopen(Session& session, const GrowthArguments& args);
int plan_remove(Session& session, const GrowthArguments& args);
int plan_csv(Session& session, const GrowthArguments& args);

// log_command.cpp
int log_add(Session& session, const GrowthArguments& args);
int log_certificate(Session& session, const GrowthArguments& args);
int log_list(Session& session, const GrowthArguments& args);
int log_totals(Session& session, const GrowthArguments& args);
int log_remove(Session& session, const GrowthArguments& args);
int log_csv(Session& session, const GrowthArguments& args);

// drift_command.cpp
int drift_add(Session& session, const GrowthArguments& args);
int drift_list(Session& session, const GrowthArguments& args);
int drift_show(Session& session, const GrowthArguments& args);
int drift_remove(Session& session, const GrowthArguments& args);
int drift_csv(Session& session, const GrowthArguments& args);
int drift_conditions(Session& session, const GrowthArguments& args);
int drift_patterns(Session& session, const GrowthArguments& args);
int drift_condition(Session& session, const GrowthArguments& args);
int agenda_show(Session& session, const GrowthArguments& args);

// second_view_command.cpp
int second_view_ask(Session& session, const GrowthArguments& args);
int second_view_show(Session& session, const GrowthArguments& args);
int second_view_answer(Session& session, const GrowthArguments& args);
int second_view_merge(Session& session, const GrowthArguments& args);
int second_view_compare(Session& session, const GrowthArguments& args);
int second_view_agree(Session& session, const GrowthArguments& args);
int second_view_list(Session& session, const GrowthArguments& args);
int second_view_withdraw(Session& session, const GrowthArguments& args);
/// Levels by item from "D1.1=3" and "D1.2=-"; nothing after an error was told.
std::optional<Json> read_levels(const Session& session, const std::vector<std::string>& pairs);
/// These items, in framework order; nothing after an error was told, also about an id that is not known.
std::optional<Json> find_items(Session& session, const Json& ids);
/// Prints these items with their five levels. False after an error was told.
bool print_items(Session& session, const Json& ids);

// group_command.cpp
int group_line(Session& session, const GrowthArguments& args);
int group_tally(Session& session, const GrowthArguments& args);
int group_paper(Session& session, const GrowthArguments& args);

// plan_command.cpp: what the others share
/// Says on stderr when a text seems to point to a person; nothing is refused for it.
void hint_about(Session& session, const std::string& text);
/// Prints entries of one kind as a table for a spreadsheet.
int print_csv(Session& session, const std::string& kind);
/// The entry of one of these kinds whose series is `id`, else the only one whose random id begins so; nothing, and
/// words on stderr, when there is none or several.
std::optional<Json> find_entry(Session& session, const std::string& id, const std::vector<std::string>& kinds);
/// Hides the entry that find_entry finds, and says so.
int remove_entry(Session& session, const std::string& id, const std::vector<std::string>& kinds);
/// What a setting holds now, or "".
std::string setting(Session& session, const std::string& name);
/// Keeps an entry under `series_id` (empty: a new one). @return the core's answer; nothing after an error was told
std::optional<Json> put_entry(Session& session, const char* kind, Json body, std::string series_id = {});
/// As put_entry, and says so.
int keep_entry(Session& session, const char* kind, Json body, std::string series_id = {});
/// The entries of these kinds; nothing after an error was told.
std::optional<Json> entries_of(Session& session, const std::vector<std::string>& kinds);
/// The first letters of a series id that a list shows.
std::string short_id(const Json& entry);
/// Null for an empty text.
Json or_null(const std::string& text);
std::string today();

}  // namespace trellis::cli
