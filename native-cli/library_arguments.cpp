// SPDX-License-Identifier: MIT
#include "library_arguments.hpp"

#include <memory>
#include <string>

#include "commands.hpp"

namespace trellis::cli {
namespace {

using Chosen = std::function<int(Session&)>;

void add_json(CLI::App* command, Settings& settings) { command->add_flag("--json", settings.json, "Print JSON"); }

void add_learn(CLI::App& app, Settings& settings, Chosen& chosen) {
  const auto options = std::make_shared<LearnOptions>();
  CLI::App* learn =
      app.add_subcommand("learn", "The library: situations to practise, the workplace check, evidence, sources");
  learn->add_option("SECTION", options->section, "Section, for example dilemmas; without it all sections");
  learn->add_option("ID", options->id, "One entry, for example S01");
  learn->add_option("--choose", options->choice, "One choice in a situation, for example b: how does it fit the role?");
  add_json(learn, settings);
  learn->callback(
      [options, &chosen] { chosen = [options](Session& session) { return show_section(session, *options); }; });
}

void add_workplace(CLI::App& app, Settings& settings, Chosen& chosen) {
  const auto options = std::make_shared<WorkplaceOptions>();
  CLI::App* workplace = app.add_subcommand("workplace", "Is this workplace ready for peer workers? Nothing is kept");
  workplace->add_option("FILE", options->path, "One answer a line: RD01 2, or RD01 ? where you could not find out");
  workplace->add_option("--voice", options->voice, "seeker (the default) or organization")
      ->check(CLI::IsMember({"seeker", "organization"}));
  add_json(workplace, settings);
  workplace->callback(
      [options, &chosen] { chosen = [options](Session& session) { return review_workplace(session, *options); }; });
}

void add_search(CLI::App& app, Settings& settings, Chosen& chosen) {
  const auto options = std::make_shared<SearchOptions>();
  CLI::App* search =
      app.add_subcommand("search", "Look through everything Trellis says; ends with 1 when nothing is found");
  search->add_option("WORDS", options->words, "Words, in quotes")->required();
  search->add_option("--limit", options->limit, "At most so many, up to 50")->check(CLI::Range(1, 50));
  add_json(search, settings);
  search->callback(
      [options, &chosen] { chosen = [options](Session& session) { return search_all(session, *options); }; });
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
                                   {"case", "The competencies as 1EdTech CASE 1.0 JSON", content_case},
                                   {"csv", "The competencies as CSV", content_csv},
                                   {"jsonld", "The roles as JSON-LD (schema.org)", content_jsonld}};
  for (const Tool& tool : tools) {
    CLI::App* command = content->add_subcommand(tool.name, tool.help);
    add_json(command, settings);
    command->callback([&chosen, run = tool.run] { chosen = run; });
  }
  const auto path = std::make_shared<std::string>("-");
  CLI::App* validate =
      content->add_subcommand("validate", "Does a content file follow its schema, and does every id exist?");
  validate->add_option("FILE", *path, "A pack, or one content file; - for standard input");
  add_json(validate, settings);
  validate->callback(
      [path, &chosen] { chosen = [path](Session& session) { return content_validate(session, *path); }; });
}

}  // namespace

void add_library(CLI::App& app, Settings& settings, Chosen& command) {
  add_learn(app, settings, command);
  add_workplace(app, settings, command);
  add_search(app, settings, command);
  add_content_tools(app, settings, command);
}

}  // namespace trellis::cli
