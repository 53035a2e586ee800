// SPDX-License-Identifier: MIT
#include "library_arguments.hpp"

#include <memory>
#include <string>
#include <utility>

#include "arguments.hpp"
#include "commands.hpp"
#include "growth_commands.hpp"

namespace trellis::cli {
namespace {

using Chosen = std::function<int(Session&)>;

/// A command with --json; `run` is what it does.
CLI::App* add_command(CLI::App& parent, const char* name, const char* help, Settings& settings, Chosen& chosen,
                      Chosen run) {
  CLI::App* command = parent.add_subcommand(name, help);
  add_json(command, settings);
  command->callback([&chosen, run = std::move(run)] { chosen = run; });
  return command;
}

void add_learn(CLI::App& app, Settings& settings, Chosen& chosen) {
  const auto options = std::make_shared<LearnOptions>();
  const auto removed = std::make_shared<std::string>();
  CLI::App* learn =
      add_command(app, "learn", "The library: situations to practise, the workplace check, evidence, sources", settings,
                  chosen, [options, removed](Session& session) {
                    if (removed->empty()) return show_section(session, *options);
                    return remove_entry(session, "practice." + *removed, {"practice"});
                  });
  auto* section =
      learn->add_option("SECTION", options->section, "Section, for example dilemmas; without it all sections");
  learn->add_option("ID", options->id, "One entry, for example S01");
  learn->add_option("--choose", options->choice, "One choice in a situation, for example b: how does it fit the role?")
      ->needs(section);
  learn->add_flag("--weekly", options->weekly, "The hard moments of this week (with the section dilemmas)")
      ->needs(section);
  learn->add_flag("--tried", options->tried, "Those that you tried (with the section dilemmas and --db)")
      ->needs(section);
  learn->add_option("--pack", options->pack_path, "A content pack: its rows instead of ours")->needs(section);
  auto* database = add_optional_database(learn, settings, "Database file: keeps the choice");
  learn->add_option("--remove", *removed, "Take what you tried away, for example S01")->needs(database);
}

void add_workplace(CLI::App& app, Settings& settings, Chosen& chosen) {
  const auto options = std::make_shared<WorkplaceOptions>();
  const auto past = std::make_shared<bool>(false);
  const auto removed = std::make_shared<std::string>();
  CLI::App* workplace = add_command(
      app, "workplace", "Is this workplace ready for peer workers? Nothing is kept without --keep", settings, chosen,
      [options, past, removed](Session& session) {
        if (*past) return list_workplaces(session);
        if (!removed->empty()) return remove_entry(session, *removed, {"workplace"});
        return options->sheet.empty() ? review_workplace(session, *options) : interview_sheet(session, *options);
      });
  workplace->add_option("FILE", options->path, "One answer a line: RD01 2, or RD01 ? where you could not find out");
  workplace->add_option("--voice", options->voice, "seeker (the default) or organization")
      ->check(CLI::IsMember({"seeker", "organization"}));
  workplace->add_flag("--report", options->report, "With each point of the two papers");
  auto* database = add_optional_database(workplace, settings);
  workplace->add_flag("--keep", options->keep, "Keep these answers with the date of today")->needs(database);
  workplace->add_flag("--past", *past, "The looks that were kept, with dates and results")->needs(database);
  workplace->add_option("--remove", *removed, "Take a kept look away: its id, as --past shows it")->needs(database);
  workplace->add_option("--sheet", options->sheet, "An interview sheet of these questions, for example RD01 RD05");
}

void add_pack(CLI::App& app, Settings& settings, Chosen& chosen) {
  CLI::App* pack = app.add_subcommand("pack", "Content of others from a file, for example for another state");
  pack->require_subcommand(1);
  struct Row {
    const char* name;
    const char* argument;
    const char* help;
    int (*run)(Session&, const std::string&);
    bool needs_database;
  };
  static constexpr Row rows[] = {{"show", "FILE", "Check a pack and say what is in it", pack_show, false},
                                 {"use", "FILE", "Check a pack and keep it", pack_use, true},
                                 {"remove", "ID", "Take a kept pack away", pack_remove, true}};
  for (const Row& row : rows) {
    const auto value = std::make_shared<std::string>();
    CLI::App* command = add_command(*pack, row.name, row.help, settings, chosen,
                                    [value, run = row.run](Session& session) { return run(session, *value); });
    command->add_option(row.argument, *value)->required();
    if (row.needs_database) add_database(command, settings);
  }
  add_database(add_command(*pack, "list", "The packs that are kept", settings, chosen, pack_list), settings);
}

void add_search(CLI::App& app, Settings& settings, Chosen& chosen) {
  const auto options = std::make_shared<SearchOptions>();
  CLI::App* search =
      add_command(app, "search", "Look through everything Trellis says; ends with 1 when nothing is found", settings,
                  chosen, [options](Session& session) { return search_all(session, *options); });
  search->add_option("WORDS", options->words, "Words, in quotes")->required();
  search->add_option("--limit", options->limit, "At most so many, up to 50")->check(CLI::Range(1, 50));
}

void add_content_tools(CLI::App& app, Settings& settings, Chosen& chosen) {
  CLI::App* content = app.add_subcommand("content", "Content for other programs, and content from others");
  content->require_subcommand(1);
  struct Tool {
    const char* name;
    const char* help;
    int (*run)(Session&);
  };
  static constexpr Tool tools[] = {{"trace", "Each clause of the two briefs, and what realises it", content_trace},
                                   {"case", "The competencies as 1EdTech CASE 1.1 JSON", content_case},
                                   {"csv", "The competencies as CSV", content_csv},
                                   {"jsonld", "The roles as JSON-LD (schema.org)", content_jsonld}};
  for (const Tool& tool : tools) add_command(*content, tool.name, tool.help, settings, chosen, tool.run);
  const auto path = std::make_shared<std::string>("-");
  add_command(*content, "validate", "Does a content file follow its schema, and does every id exist?", settings, chosen,
              [path](Session& session) { return content_validate(session, *path); })
      ->add_option("FILE", *path, "A pack, or one content file; - for standard input");
}

}  // namespace

void add_library(CLI::App& app, Settings& settings, Chosen& command) {
  add_learn(app, settings, command);
  add_workplace(app, settings, command);
  add_pack(app, settings, command);
  add_search(app, settings, command);
  add_content_tools(app, settings, command);
}

}  // namespace trellis::cli
