// SPDX-License-Identifier: MIT
// One function for each command about growing. Each returns the exit status.
#pragma once

#include "growth_arguments.hpp"

namespace trellis::cli {

// assess_growth_command.cpp
int assess_form(Session& session, const GrowthArguments& args);
int assess_trend(Session& session, const GrowthArguments& args);

// ladder_command.cpp
int ladder_show(Session& session, const GrowthArguments& args);
int ladder_gap(Session& session, const GrowthArguments& args);
int ladder_use(Session& session, const GrowthArguments& args);

// plan_command.cpp
int plan_add(Session& session, const GrowthArguments& args);
int plan_list(Session& session, const GrowthArguments& args);
int plan_done(Session& session, const GrowthArguments& args);
int entry_remove(Session& session, const GrowthArguments& args);

// log_command.cpp
int log_add(Session& session, const GrowthArguments& args);
int log_certificate(Session& session, const GrowthArguments& args);
int log_list(Session& session, const GrowthArguments& args);
int log_totals(Session& session, const GrowthArguments& args);
int log_csv(Session& session, const GrowthArguments& args);

// drift_command.cpp
int drift_add(Session& session, const GrowthArguments& args);
int drift_list(Session& session, const GrowthArguments& args);
int drift_patterns(Session& session, const GrowthArguments& args);
int drift_condition(Session& session, const GrowthArguments& args);
int agenda_show(Session& session, const GrowthArguments& args);

// plan_command.cpp: what the others share
/// Keeps an entry under `series_id` (empty: a new one) and says so.
int keep_entry(Session& session, const char* kind, Json body, std::string series_id = {});
/// The entries of these kinds; nothing after an error was told.
std::optional<Json> entries_of(Session& session, const std::vector<std::string>& kinds);
/// The first letters of a series id that a list shows.
std::string short_id(const Json& entry);
/// Null for an empty text.
Json or_null(const std::string& text);
std::string today();

}  // namespace trellis::cli
