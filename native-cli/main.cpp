// SPDX-License-Identifier: MIT
// The command line of Trellis. Reads arguments (CLI11) and calls one command; no wording and no logic of its own.
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <new>

#include "app/version.hpp"
#include "arguments.hpp"
#include "commands.hpp"
#include "content/catalog.hpp"
#include "growth_arguments.hpp"
#include "library_arguments.hpp"

namespace {

using namespace trellis::cli;

/// What the arguments chose; run once the session is open.
using Command = std::function<int(Session&)>;

struct Arguments {
  Settings settings;
  std::string path = "-";
  std::string role_id = "any";
  std::string id;
  std::string text;
  PostingOptions posting;
  SuppressOptions suppress;
  bool batch = false;
  bool not_in_my_job = false;
  bool prefer_not_to_say = false;
  AssessAnswer answer;
  BackupOptions backup;
  bool encrypt = false;
  GrowthArguments growth;
  Command command;
};

void add_check(CLI::App& app, Arguments& args) {
  CLI::App* check = app.add_subcommand("check", "Check a job posting or a task against the peer role");
  check->require_subcommand(1);

  CLI::App* posting = check->add_subcommand("posting", "Check a whole posting, line by line");
  posting->add_option("FILE", args.posting.path, "Text file, or - for standard input");
  posting->add_option("--role", args.posting.role_id, "Role id, or any");
  posting->add_option("--format", args.posting.format, "text, json or sarif")
      ->check(CLI::IsMember({"text", "json", "sarif"}));
  posting->add_option("--fail-on", args.posting.fail_on, "End with status 1 on: conflict, depends (the default), never")
      ->check(CLI::IsMember({"conflict", "depends", "never"}));
  posting->add_option("--suppressions", args.posting.suppressions, "File of accepted findings (see suppress)");
  add_json(posting, args.settings);
  posting->callback(
      [&args] { args.command = [&args](Session& session) { return check_posting(session, args.posting); }; });

  CLI::App* task = check->add_subcommand("task", "Check one task in everyday words");
  task->add_option("TEXT", args.text, "The task; with --batch a file, or - for standard input")->required();
  task->add_option("--role", args.role_id, "Role id, or any");
  task->add_flag("--batch", args.batch, "One task a line");
  add_json(task, args.settings);
  task->callback([&args] {
    args.command = [&args](Session& session) {
      return args.batch ? check_task_batch(session, args.text, args.role_id)
                        : check_task(session, args.text, args.role_id);
    };
  });
}

void add_suppress(CLI::App& app, Arguments& args) {
  CLI::App* suppress = app.add_subcommand("suppress", "Accept one finding, with a reason that is kept with its date");
  suppress->add_option("FILE", args.suppress.path, "The posting")->required();
  suppress->add_option("--rule", args.suppress.rule_id, "Rule id, for example T.DRIVER")->required();
  suppress->add_option("--line", args.suppress.line_number, "Line number")->required();
  suppress->add_option("--role", args.suppress.role_id, "The role that the posting was checked for, or any");
  suppress->add_option("--reason", args.suppress.reason, "Why this is fine here")->required();
  suppress->add_option("--suppressions", args.suppress.suppressions, "File to keep it in");
  suppress->callback(
      [&args] { args.command = [&args](Session& session) { return suppress_finding(session, args.suppress); }; });
}

void add_content(CLI::App& app, Arguments& args) {
  CLI::App* role = app.add_subcommand("role", "What a peer role is, and what it is not");
  role->require_subcommand(1);
  CLI::App* list = role->add_subcommand("list", "All roles");
  add_json(list, args.settings);
  list->callback([&args] { args.command = show_roles; });
  CLI::App* show = role->add_subcommand("show", "One role");
  show->add_option("ROLE", args.id, "Role id, for example role.cps")->required();
  add_json(show, args.settings);
  show->callback([&args] { args.command = [&args](Session& session) { return show_role(session, args.id); }; });

  CLI::App* rules = app.add_subcommand("rules", "All rules of the check");
  add_json(rules, args.settings);
  rules->callback([&args] { args.command = show_rules; });

  CLI::App* explain = app.add_subcommand("explain", "One rule: reason, sources, examples");
  explain->add_option("RULE", args.id, "Rule id, for example T.DRIVER")->required();
  add_json(explain, args.settings);
  explain->callback([&args] { args.command = [&args](Session& session) { return explain_rule(session, args.id); }; });
}

int rate(Session& session, Arguments& args) {
  args.answer.answer = args.not_in_my_job ? "not_in_my_job" : args.prefer_not_to_say ? "prefer_not_to_say" : "level";
  return assess_rate(session, args.answer);
}

void add_assess(CLI::App& app, Arguments& args) {
  CLI::App* assess = app.add_subcommand("assess", "Rate yourself, for growth; never for hiring");
  assess->require_subcommand(1);

  CLI::App* items = assess->add_subcommand("items", "All competencies with their five levels");
  add_json(items, args.settings);
  items->add_flag("--further", args.growth.is_further, "Those of leaders and of a program, too");
  add_optional_database(items, args.settings, "Database file, for the items of the program that is kept there");
  items->callback(
      [&args] { args.command = [&args](Session& session) { return assess_items(session, args.growth.is_further); }; });

  CLI::App* rate_app = assess->add_subcommand("rate", "Keep one answer");
  rate_app->add_option("COMPETENCY", args.answer.competency_id, "Competency id, for example D1.1")->required();
  auto* choice = rate_app->add_option_group("answer");
  choice->add_option("--level", args.answer.level, "1 to 5");
  choice->add_flag("--not-in-my-job", args.not_in_my_job, "Leave it out: not in my job");
  choice->add_flag("--prefer-not-to-say", args.prefer_not_to_say, "Leave it out: prefer not to say");
  choice->require_option(1);
  rate_app->add_option("--note", args.answer.note, "Your own example; no names of people");
  add_database(rate_app, args.settings);
  add_json(rate_app, args.settings);
  rate_app->callback([&args] { args.command = [&args](Session& session) { return rate(session, args); }; });

  CLI::App* list = assess->add_subcommand("list", "Your current answers");
  add_database(list, args.settings);
  add_json(list, args.settings);
  list->callback([&args] { args.command = assess_list; });

  CLI::App* history = assess->add_subcommand("history", "Every answer to one competency");
  history->add_option("COMPETENCY", args.id, "Competency id")->required();
  add_database(history, args.settings);
  add_json(history, args.settings);
  history->callback([&args] { args.command = [&args](Session& session) { return assess_history(session, args.id); }; });

  CLI::App* results = assess->add_subcommand("results", "Strengths, next steps, numbers");
  add_database(results, args.settings);
  add_json(results, args.settings);
  results->callback([&args] { args.command = assess_results; });
  add_growth_to_assess(*assess, args.growth, args.settings, args.command);
}

void add_backup(CLI::App& app, Arguments& args) {
  CLI::App* backup = app.add_subcommand("backup", "Save everything to a file, and bring it back");
  backup->require_subcommand(1);
  struct Row {
    const char* name;
    const char* help;
    int (*run)(Session&, const BackupOptions&);
    bool needs_database;
    bool writes;
  };
  static constexpr Row rows[] = {
      {"export", "Write a backup file", backup_export, true, true},
      {"preview", "Say what a backup would add; writes nothing", backup_preview, true, false},
      {"import", "Add what a backup holds and the database lacks", backup_import, true, false},
      {"verify", "Say whether a backup is whole, and what it holds", backup_verify, false, false},
      {"merge", "Make one backup of two, in either order the same", backup_merge, false, true}};
  for (const Row& row : rows) {
    CLI::App* command = backup->add_subcommand(row.name, row.help);
    command->add_option("FILE", args.backup.path, "Backup file, or - for standard input or output")->required();
    if (row.run == backup_merge) {
      command->add_option("OTHER", args.backup.other_path, "The other backup file")->required();
      command->add_option("-o,--output", args.backup.output, "File to write; standard output without it");
    }
    if (row.writes) command->add_flag("--seal", args.backup.seal, "Lock the backup with a passphrase");
    if (row.needs_database) {
      add_database(command, args.settings);
    } else {
      add_passphrase(command, args.settings);
    }
    add_json(command, args.settings);
    command->callback([&args, &row] {
      if (!row.needs_database) args.settings.database = ":memory:";
      args.command = [&args, &row](Session& session) { return row.run(session, args.backup); };
    });
  }
}

void add_db(CLI::App& app, Arguments& args) {
  CLI::App* db = app.add_subcommand("db", "The database: make it, check it, lock it with a passphrase");
  db->require_subcommand(1);
  const auto add = [&](const char* name, const char* help, Command run) {
    CLI::App* command = db->add_subcommand(name, help);
    add_database(command, args.settings);
    add_json(command, args.settings);
    command->callback([&args, run = std::move(run)] { args.command = run; });
    return command;
  };
  const auto init = [&args](Session& session) { return db_init(session, args.encrypt); };
  add("init", "Make a new database, or open the one that is there", init)
      ->add_flag("--encrypt", args.encrypt, "Lock it with a passphrase");
  add("check", "Read every page and row, and say whether all is well", db_check);
  add("encrypt", "Set a passphrase", db_encrypt);
  add("change-passphrase", "Set another passphrase", db_change_passphrase);
  add("decrypt", "Remove the passphrase", db_decrypt);
}

void add_rpc(CLI::App& app, Arguments& args) {
  CLI::App* command = app.add_subcommand("rpc", "JSON-RPC 2.0: one request a line in, one response a line out");
  add_optional_database(command, args.settings, "Database file; without it answers cannot be kept");
  command->callback([&args] { args.command = rpc; });
}

int run_command_line(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  Arguments args;
  args.settings.locale = locale_from_environment();

  CLI::App app{"Trellis: a free, offline tool for the peer support workforce. Nothing leaves this computer."};
  app.set_version_flag("--version", std::string(trellis::app::kAppVersion));
  app.add_option("--lang", args.settings.locale, "Language of the answer: en or es")
      ->check(CLI::IsMember({"en", "es"}));
  app.require_subcommand(1);
  add_check(app, args);
  add_suppress(app, args);
  add_content(app, args);
  add_assess(app, args);
  add_growth(app, args.growth, args.settings, args.command);
  add_backup(app, args);
  add_db(app, args);
  add_library(app, args.settings, args.command);
  add_rpc(app, args);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // What CLI11 says of these holds what was typed.
    const bool holds_input = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) ||
                             error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ConversionError);
    if (!holds_input) return app.exit(error) == 0 ? kDone : kUsage;
    std::cerr << "trellis: " << trellis::content::catalog(args.settings.locale).phrases.at("usage.not_understood")
              << '\n';
    return kUsage;
  }
  // What holds answers is for its owner only, also in a file of its own. Accepted findings are for the whole team.
  if (!app.got_subcommand("suppress")) umask(077);
  Session session(args.settings);
  if (const int locked = session.unlock(); locked != kDone) return locked;
  const int status = args.command(session);
  std::cout.flush();
  return std::cout ? status : kUsage;
}

/// Ends the program with words when memory runs out. The JSON library allocates where it must not throw, so an
/// exception would end it without any. What was acknowledged is on the device; what was under way is undone at the next
/// start.
void stop_without_memory() {
  std::fputs("trellis: not enough memory. What was saved is safe. Close other programs and try again.\n", stderr);
  std::fputs("trellis: falta memoria. Lo guardado está a salvo. Cierra otros programas e inténtalo otra vez.\n",
             stderr);
  std::_Exit(kUsage);
}

}  // namespace

/// What escapes here is ours to mend (no memory, say). Its text may hold what was typed, so it is not shown.
int main(int argc, char** argv) {
  std::set_new_handler(stop_without_memory);
  try {
    return run_command_line(argc, argv);
  } catch (...) {
    std::fputs("trellis: stopped by an error inside the program\n", stderr);
    return kUsage;
  }
}
