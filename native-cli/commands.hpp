// SPDX-License-Identifier: MIT
// One function for each command of `trellis`. Each returns the exit status.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session.hpp"

namespace trellis::cli {

// check_command.cpp
struct PostingOptions {
  std::string path = "-";
  std::string role_id = "any";
  std::string format = "text";      // "text", "json" or "sarif"
  std::string fail_on = "depends";  // "conflict", "depends" or "never"
  std::string suppressions;         // file; empty: none
};
struct SuppressOptions {
  std::string path;
  std::string rule_id;
  int line_number = 0;
  std::string role_id = "any";
  std::string reason;
  std::string suppressions = "trellis-suppressions.json";
};
int check_posting(Session& session, const PostingOptions& options);
int suppress_finding(Session& session, const SuppressOptions& options);
int check_task(Session& session, const std::string& text, const std::string& role_id);
int check_task_batch(Session& session, const std::string& path, const std::string& role_id);

// content_command.cpp
int show_roles(Session& session);
int show_role(Session& session, const std::string& role_id);
int show_rules(Session& session);
int explain_rule(Session& session, const std::string& rule_id);

// assess_command.cpp
struct AssessAnswer {
  std::string competency_id;
  std::string answer;  // "level", "not_in_my_job" or "prefer_not_to_say"
  std::optional<int> level;
  std::string note;
};
/// @param with_further  those of leaders and of a program, too
int assess_items(Session& session, bool with_further);
int assess_rate(Session& session, const AssessAnswer& answer);
int assess_list(Session& session);
int assess_history(Session& session, const std::string& competency_id);
int assess_results(Session& session);

// backup_command.cpp
struct BackupOptions {
  std::string path;
  std::string other_path;    // merge
  std::string output = "-";  // merge
  bool seal = false;         // with a passphrase
};
int backup_export(Session& session, const BackupOptions& options);
int backup_preview(Session& session, const BackupOptions& options);
int backup_import(Session& session, const BackupOptions& options);
int backup_verify(Session& session, const BackupOptions& options);
int backup_merge(Session& session, const BackupOptions& options);

// db_command.cpp
int db_init(Session& session, bool encrypt);
int db_check(Session& session);
int db_encrypt(Session& session);
int db_change_passphrase(Session& session);
int db_decrypt(Session& session);

// library_command.cpp
struct LearnOptions {
  std::string section;  // empty: say which there are
  std::string id;       // empty: all rows
  std::string choice;   // in a situation; empty: show it
  bool weekly = false;
  bool tried = false;
  std::string pack_path;  // rows of a pack instead of ours
};
struct SearchOptions {
  std::string words;
  int limit = 10;
};
int show_section(Session& session, const LearnOptions& options);
int show_choice(Session& session, const LearnOptions& options);
int search_all(Session& session, const SearchOptions& options);

// workplace_command.cpp
struct WorkplaceOptions {
  std::string path = "-";
  std::string voice = "seeker";    // or "organization"
  bool keep = false;               // in the database, instead of showing the review
  bool report = false;             // with each point of the papers
  std::vector<std::string> sheet;  // item ids
};
int review_workplace(Session& session, const WorkplaceOptions& options);
int list_workplaces(Session& session);
int interview_sheet(Session& session, const WorkplaceOptions& options);

// pack_command.cpp: content packs of others
int pack_show(Session& session, const std::string& path);
int pack_use(Session& session, const std::string& path);
int pack_list(Session& session);
int pack_remove(Session& session, const std::string& id);
/// A section of the pack, or one row of it, as ours are shown.
int show_pack_section(Session& session, const LearnOptions& options);

// content_tools.cpp: content for other programs
int content_trace(Session& session);
int content_csv(Session& session);
int content_jsonld(Session& session);

// case_command.cpp
int content_case(Session& session);

// validate_command.cpp
int content_validate(Session& session, const std::string& path);
/// What is wrong with a pack or a content file, as rows of "file", "where", "what"; empty: nothing. "what" is a code,
/// or the words of the schema's validator.
Json content_problems(const std::string& path, const std::string& text);
void print_problems(const Session& session, const Json& problems);

// rpc_command.cpp
int rpc(Session& session);

}  // namespace trellis::cli
