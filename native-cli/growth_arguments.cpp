// SPDX-License-Identifier: MIT
#include "growth_arguments.hpp"

#include "arguments.hpp"
#include "growth_commands.hpp"

namespace trellis::cli {
namespace {

using Run = int (*)(Session&, const GrowthArguments&);

/// What every command here needs.
class Builder {
 public:
  Builder(GrowthArguments& args, Settings& settings, std::function<int(Session&)>& command)
      : args_(args), settings_(settings), command_(command) {}

  CLI::App* add(CLI::App& parent, const char* name, const char* help, Run run, bool needs_database = true) const {
    CLI::App* app = parent.add_subcommand(name, help);
    finish(app, run, needs_database);
    return app;
  }
  void finish(CLI::App* app, Run run, bool needs_database) const {
    add_optional_database(app, settings_)->required(needs_database);
    add_json(app, settings_);
    app->callback([this_args = &args_, out = &command_, run] {
      *out = [this_args, run](Session& session) { return run(session, *this_args); };
    });
  }

 private:
  GrowthArguments& args_;
  Settings& settings_;
  std::function<int(Session&)>& command_;
};

CLI::App* group(CLI::App& app, const char* name, const char* help) {
  CLI::App* made = app.add_subcommand(name, help);
  made->require_subcommand(1);
  return made;
}

void add_series(CLI::App* app, GrowthArguments& args) {
  app->add_option("ID", args.id, "Id, or its beginning, as the list shows it")->required();
}

void add_ladder(CLI::App& app, GrowthArguments& args, const Builder& builder) {
  CLI::App* ladder = group(app, "ladder", "The steps of peer work, and what the next one asks for");
  const auto pack = [&args](CLI::App* command) {
    command->add_option("--pack", args.pack_path, "A program's own ladder (JSON file)");
  };
  pack(builder.add(*ladder, "show", "All steps", ladder_show, false));
  CLI::App* gap = builder.add(*ladder, "gap", "One step beside your own records", ladder_gap);
  gap->add_option("RUNG", args.id, "Step, for example r3; without it the one after yours (see here)");
  pack(gap);
  CLI::App* use = builder.add(*ladder, "use", "Keep a program's own ladder", ladder_use);
  use->add_option("FILE", args.pack_path, "JSON file")->required();
  builder.add(*ladder, "ours", "Go back to the ladder of Trellis", ladder_ours);
  builder.add(*ladder, "here", "Keep which step you are on", ladder_here)
      ->add_option("RUNG", args.id, "Step, for example r3")
      ->required();
}

void add_plan(CLI::App& app, GrowthArguments& args, const Builder& builder) {
  CLI::App* plan = group(app, "plan", "Goals, each with a small next action");
  CLI::App* add = builder.add(*plan, "add", "Add a goal", plan_add);
  add->add_option("TEXT", args.text, "The goal")->required();
  add->add_option("--next", args.next_action, "A small next action");
  add->add_option("--due", args.due_on, "By when (YYYY-MM-DD)");
  add->add_option("--for", args.competency_id, "What it grows, for example D13.2");
  add->add_option("--meets", args.requirement_id, "What it meets on the ladder, for example r4.training");
  builder.add(*plan, "list", "Your goals", plan_list);
  add_series(builder.add(*plan, "done", "Mark a goal as done", plan_done), args);
  add_series(builder.add(*plan, "reopen", "Mark a goal as open again", plan_reopen), args);
  builder.add(*plan, "csv", "A table for a spreadsheet", plan_csv);
  add_series(builder.add(*plan, "remove", "Hide a goal", plan_remove), args);
}

void add_log(CLI::App& app, GrowthArguments& args, const Builder& builder) {
  CLI::App* log = group(app, "log", "Hours of work, learning and supervision, and certificates");
  CLI::App* add = builder.add(*log, "add", "Add hours", log_add);
  add->add_option("WHAT", args.what, "work, training, continuing_education, supervision_received or supervision_given")
      ->required();
  add->add_option("--minutes", args.minutes, "How long")->required();
  add->add_option("--peer-minutes", args.peer_minutes, "Of these, peer-specific");
  add->add_option("--on", args.on, "Day (YYYY-MM-DD); today without it");
  add->add_option("--title", args.title, "What it was");
  add->add_option("--provider", args.provider, "Who gave it");
  CLI::App* certificate = builder.add(*log, "certificate", "Add a certificate", log_certificate);
  certificate->add_option("NAME", args.text, "Its name")->required();
  certificate->add_option("--issuer", args.provider, "Who gave it");
  certificate->add_option("--issued", args.issued_on, "Day (YYYY-MM-DD)");
  certificate->add_option("--renew-by", args.renew_by, "Last day (YYYY-MM-DD)");
  certificate->add_option("--as", args.certificate_id, "What it meets, for example certificate.cps");
  builder.add(*log, "list", "Everything logged", log_list);
  builder.add(*log, "totals", "Hours by kind, and renewal dates", log_totals);
  CLI::App* csv = builder.add(*log, "csv", "A table for a spreadsheet", log_csv);
  csv->add_option("KIND", args.what, "log (the default), certificate, goal, drift, condition or agreement");
  add_series(builder.add(*log, "remove", "Hide an entry", log_remove), args);
}

void add_drift(CLI::App& app, GrowthArguments& args, const Builder& builder) {
  CLI::App* drift = group(app, "drift", "Requests to do something outside the role");
  CLI::App* add = builder.add(*drift, "add", "Note a request; nobody's name", drift_add);
  add->add_option("TEXT", args.text, "The task that was asked, in everyday words; used to find the family, not kept")
      ->required();
  add->add_option("--role", args.role_id, "Role id, or any");
  add->add_option("--family", args.family, "Task family, where the text finds the wrong one");
  add->add_option("--on", args.on, "Day (YYYY-MM-DD); today without it");
  add->add_option("--setting", args.setting_id, "Where");
  add->add_option("--often", args.how_often, "once, sometimes, often or always");
  add->add_option("--did", args.what_i_did,
                  "did_it, said_no, offered_another_way, asked_for_backing or still_thinking");
  add->add_option("--happened", args.what_happened, "settled, asked_again, pressure or not_known");
  add->add_option("--feeling", args.feeling, "fine, uneasy, upset, proud or tired");
  add->add_option("--words", args.next_action, "Own words, at most 200 letters; these are kept");
  builder.add(*drift, "list", "All requests", drift_list);
  add_series(builder.add(*drift, "show", "One request: what you could say, and the source", drift_show), args);
  builder.add(*drift, "csv", "A table for a spreadsheet", drift_csv);
  builder.add(*drift, "patterns", "By family and month, with conditions of the job beside them", drift_patterns);
  CLI::App* condition = builder.add(*drift, "condition", "Say how a condition of the job is", drift_condition);
  condition->add_option("ITEM", args.what, "supervision, isolation, pay or tasks_asked")->required();
  condition->add_option("LEVEL", args.level, "1 (hard) to 5 (good)")->required();
  condition->add_option("--note", args.text, "Own words, at most 300 letters");
  builder.add(*drift, "conditions", "How the conditions of the job are; never summed", drift_conditions);
  add_series(builder.add(*drift, "remove", "Hide a request, or condition.ITEM", drift_remove), args);
}

void add_output(CLI::App* app, GrowthArguments& args) {
  app->add_option("-o,--output", args.output, "File to write; standard output without it");
}

void add_levels(CLI::App* app, GrowthArguments& args) {
  app->add_option("--level", args.levels, "ITEM=LEVEL, for example D1.1=3; D1.1=- for one that is left out")
      ->required();
}

void add_second_view(CLI::App& app, GrowthArguments& args, const Builder& builder) {
  CLI::App* view = group(app, "second-view", "Somebody you trust rates some items without seeing your levels");
  CLI::App* ask = builder.add(*view, "ask", "Make the file to hand over; your levels are not in it", second_view_ask);
  ask->add_option("ITEM", args.ids, "Items, for example D1.1 D13.2")->required();
  add_output(ask, args);
  const auto file = [&args](CLI::App* command) {
    command->add_option("FILE", args.ids, "The file, or - for standard input")->required()->expected(1);
  };
  file(builder.add(*view, "show", "What a file asks", second_view_show, false));
  CLI::App* answer = builder.add(*view, "answer", "Rate what a file asks", second_view_answer, false);
  file(answer);
  add_levels(answer, args);
  add_output(answer, args);
  CLI::App* merge =
      builder.add(*view, "merge", "Make one file of several, in any order the same", second_view_merge, false);
  merge->add_option("FILE", args.ids, "Files of one request")->required();
  add_output(merge, args);
  builder.add(*view, "compare", "Both views, differences of two levels or more first", second_view_compare)
      ->add_option("FILE", args.ids, "Files that came back")
      ->required();
  CLI::App* agree = builder.add(*view, "agree", "Keep a next step that both agreed on", second_view_agree);
  agree->add_option("ITEM", args.competency_id, "What it grows, for example D13.2")->required();
  agree->add_option("TEXT", args.text, "The next step")->required();
  builder.add(*view, "list", "What you asked for, and what was agreed", second_view_list);
  add_series(builder.add(*view, "withdraw", "Take back a request (no file of it is compared any more) or a next step",
                         second_view_withdraw),
             args);
}

void add_group(CLI::App& app, GrowthArguments& args, const Builder& builder) {
  CLI::App* session = group(app, "group", "Answers of a group, without names");
  add_levels(
      builder.add(*session, "line", "One person's answers as a line, for a QR code or a file", group_line, false),
      args);
  builder.add(*session, "tally", "How many gave each level; nothing below five answers", group_tally, false)
      ->add_option("FILE", args.ids, "Files of lines, or - for standard input")
      ->required();
  builder.add(*session, "paper", "The items as a form on paper, with the same numbers", group_paper, false)
      ->add_option("ITEM", args.ids, "Items; the short form without any");
}

}  // namespace

void add_growth(CLI::App& app, GrowthArguments& args, Settings& settings, std::function<int(Session&)>& command) {
  const Builder builder(args, settings, command);
  add_ladder(app, args, builder);
  add_plan(app, args, builder);
  add_log(app, args, builder);
  add_drift(app, args, builder);
  add_second_view(app, args, builder);
  add_group(app, args, builder);
  CLI::App* agenda = builder.add(app, "agenda", "The page for supervision: at most five points, each with a source",
                                 agenda_show, false);
  agenda->add_option(
      "--point", args.points,
      "KIND:ID=your words; kinds: rule, competency, condition, clause, goal, drift, agreement; without any, "
      "what could go on it is listed");
}

void add_growth_to_assess(CLI::App& assess, GrowthArguments& args, Settings& settings,
                          std::function<int(Session&)>& command) {
  const Builder builder(args, settings, command);
  CLI::App* form = builder.add(assess, "form", "The items to answer, and the time it takes", assess_form, false);
  form->add_flag("--full", args.is_full, "Every item; without it at most twelve");
  form->add_flag("--further", args.is_further, "Only the items of leaders and of a program");
  form->add_option("--role", args.role_id, "Role id, for example role.cps");
  form->add_option("--rung", args.id, "Step, for example r3");
  CLI::App* fit = builder.add(assess, "fit", "Keep role, step and form, so that they need not be named", assess_fit);
  fit->add_option("--role", args.role_id, "Role id, for example role.cps, or any");
  fit->add_option("--rung", args.id, "Step, for example r3");
  fit->add_option("--form", args.form, "short, full or further")->check(CLI::IsMember({"short", "full", "further"}));
  builder.add(assess, "trend", "Change over time", assess_trend);
}

}  // namespace trellis::cli
