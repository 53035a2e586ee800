// SPDX-License-Identifier: MIT
// The commands about growing in the role: ladder, plan, log, drift, agenda, second-view, group. Arguments only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "session.hpp"

namespace CLI {
class App;
}

namespace trellis::cli {

/// What the arguments of these commands say. One object for all; a command reads what it offers.
struct GrowthArguments {
  bool is_full = false;
  bool is_further = false;
  std::string form;  // of the settings
  std::string role_id;
  std::string id;         // rung, series or its beginning
  std::string pack_path;  // a program's own ladder
  std::string text;
  std::string next_action;
  std::string on;  // a date; empty: today
  std::string due_on;
  std::string competency_id;
  std::string requirement_id;
  std::string what;
  std::string title;
  std::string provider;
  int minutes = 0;
  int peer_minutes = 0;
  std::string issued_on;
  std::string renew_by;
  std::string certificate_id;
  std::string family;
  std::string setting_id;
  std::string how_often = "once";
  std::string what_i_did = "still_thinking";
  std::string what_happened = "not_known";
  std::string feeling;
  int level = 0;
  std::vector<std::string> ids;     // items, or files
  std::vector<std::string> levels;  // "D1.1=3", "D1.2=-"
  std::string output = "-";         // a file; "-": standard output
  std::vector<std::string> points;  // "drift:ID=my words"
};

/// Adds the commands to `app`; the one that is chosen sets `command`. All three must outlive the parse.
void add_growth(CLI::App& app, GrowthArguments& args, Settings& settings, std::function<int(Session&)>& command);
/// Adds `assess form` and `assess trend`.
void add_growth_to_assess(CLI::App& assess, GrowthArguments& args, Settings& settings,
                          std::function<int(Session&)>& command);

}  // namespace trellis::cli
