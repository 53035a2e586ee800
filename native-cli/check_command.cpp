// SPDX-License-Identifier: MIT
// `trellis check`: a whole posting, one task, or one task a line.
#include <algorithm>
#include <iostream>
#include <sstream>

#include "base/text.hpp"
#include "commands.hpp"
#include "input.hpp"
#include "sarif.hpp"
#include "suppressions.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

Tone tone_of(const std::string& verdict) {
  if (verdict == "conflict") return Tone::conflict;
  if (verdict == "depends") return Tone::depends;
  return verdict == "fits" ? Tone::fits : Tone::quiet;
}

bool is_concern(const Json& row) { return row["verdict"] == "conflict" || row["verdict"] == "depends"; }

/// "Not a peer task", "It depends", "Rules it out …" in the person's language.
std::string verdict_words(const Session& session, const Json& row) {
  const auto verdict = row["verdict"].get<std::string>();
  if (row.value("negated", false)) return session.words(verdict == "fits" ? "verdict.ruled_out" : "verdict." + verdict);
  return session.words("verdict." + verdict) +
         (row.value("unsure", false) ? " " + session.words("verdict.unsure") : "");
}

void print_labelled(const Session& session, const char* key, const Json& value) {
  const auto text = value.get<std::string>();
  if (!text.empty()) print_paragraph(text, 4, session.words(key));
}

void print_source(const Session& session, const Json& finding) {
  if (finding["clauses"].empty()) return;
  const Json& clause = finding["clauses"][0];
  print_paragraph(clause["document"].get<std::string>() + ", " + clause["published"].get<std::string>() + ", " +
                      clause["section"].get<std::string>() + " (" + clause["id"].get<std::string>() + ")",
                  4, session.words("check.source"));
}

void print_finding(const Session& session, const Json& finding, std::string_view seen, bool with_line) {
  std::string head = toned(tone_of(finding["verdict"].get<std::string>()), verdict_words(session, finding));
  std::cout << head << ": " << toned(Tone::strong, finding["name"].get<std::string>());
  if (with_line) std::cout << "  (" << session.words("check.line") << ' ' << finding["line_number"].get<int>() << ')';
  std::cout << '\n';
  print_paragraph("\"" + printable(seen) + "\"", 4);
  if (finding["negated"].get<bool>() && finding["verdict"] == "fits") return;
  print_labelled(session, "check.why", finding["why"]);
  print_labelled(session, "check.condition", finding["condition"]);
  if (!is_concern(finding)) return;
  print_labelled(session, "check.instead", finding["instead"]);
  print_labelled(session, "check.question", finding["question"]);
  print_source(session, finding);
}

/// UTF-8 byte offset of a UTF-16 offset: what the wire speaks, turned back to what this program holds.
std::size_t utf8_offset(const std::string& text, std::size_t utf16_offset) {
  std::size_t units = 0;
  std::size_t at = 0;
  while (at < text.size() && units < utf16_offset) {
    const auto lead = static_cast<unsigned char>(text[at]);
    at += lead < 0x80U ? 1U : lead < 0xE0U ? 2U : lead < 0xF0U ? 3U : 4U;
    units += lead < 0xF0U ? 1U : 2U;
  }
  return std::min(at, text.size());
}

/// The words a finding rests on.
std::string seen_words(const std::string& text, const Json& finding) {
  const std::size_t begin = utf8_offset(text, finding["span"]["begin"].get<std::size_t>());
  const std::size_t end = utf8_offset(text, finding["span"]["end"].get<std::size_t>());
  return text.substr(begin, end - begin);
}

void print_language_notice(const Session& session, const Json& result) {
  if (result["language"]["has_rules"].get<bool>()) return;
  print_paragraph(session.words("check.no_rules_for_language"));
}

void print_safeguards(const Session& session, const Json& safeguards) {
  for (const bool present : {true, false}) {
    std::cout << '\n'
              << toned(Tone::strong, session.words(present ? "check.protections_seen" : "check.protections_not_seen"))
              << '\n';
    for (const Json& row : safeguards) {
      if (row["present"].get<bool>() != present) continue;
      std::cout << "  " << (present ? "+ " : "- ") << row["name"].get<std::string>() << '\n';
    }
  }
}

void print_questions(const Session& session, const Json& questions) {
  if (questions.empty()) return;
  std::cout << '\n' << toned(Tone::strong, session.words("check.questions")) << '\n';
  for (const Json& question : questions) print_paragraph(question.get<std::string>(), 2, "?");
}

/// "Duties that fit the peer role: 6 of 9". After the words, and never alone: a share is no approval.
void print_duties(const Session& session, const Json& duties) {
  if (duties["total"].get<int>() == 0) return;
  std::cout << session.words("check.duties") << ' ' << duties["in_role"].get<int>() << ' ' << session.words("check.of")
            << ' ' << duties["total"].get<int>() << '\n';
}

void print_posting(const Session& session, const Json& result, const std::string& text) {
  print_language_notice(session, result);
  const Json& counts = result["counts"];
  for (const char* verdict : {"conflict", "depends", "fits"}) {
    std::cout << toned(tone_of(verdict), session.words(std::string("verdict.") + verdict)) << ": "
              << counts[verdict].get<int>() << "   ";
  }
  std::cout << '\n';
  for (const Json& finding : result["findings"]) {
    if (!is_concern(finding)) continue;
    std::cout << '\n';
    print_finding(session, finding, seen_words(text, finding), true);
    if (!finding.contains("suppressed")) continue;
    print_paragraph(finding["suppressed"]["date"].get<std::string>() + ": " +
                        printable(finding["suppressed"]["reason"].get<std::string>()),
                    4, session.words("check.suppressed"));
  }
  bool first = true;
  for (const Json& finding : result["findings"]) {
    if (is_concern(finding) || !finding["negated"].get<bool>()) continue;
    if (first) std::cout << '\n';
    first = false;
    print_finding(session, finding, seen_words(text, finding), true);
  }
  print_safeguards(session, result["safeguards"]);
  print_questions(session, result["questions"]);
  std::cout << '\n';
  print_duties(session, result["duties"]);
  print_paragraph(session.words("check.limits"));
}

void print_task(const Session& session, const Json& result, const std::string& text) {
  print_language_notice(session, result);
  if (result["findings"].empty()) {
    print_paragraph(session.words("check.nothing_known"));
    return;
  }
  for (const Json& finding : result["findings"]) {
    print_finding(session, finding, seen_words(text, finding), false);
    print_labelled(session, "check.reply", finding["reply"]);
    std::cout << '\n';
  }
  print_paragraph(session.words("check.limits"));
}

/// Whether an open finding, or a line that is judged without one, reaches what --fail-on asks for.
bool reaches(const Json& result, const std::string& fail_on) {
  if (fail_on == "never") return false;
  const auto counts_as_concern = [&fail_on](const Json& row) {
    return row["verdict"] == "conflict" || (fail_on == "depends" && row["verdict"] == "depends");
  };
  const Json& findings = result["findings"];
  const auto is_open = [&](const Json& finding) {
    return !finding.contains("suppressed") && counts_as_concern(finding);
  };
  const auto is_bare = [&](const Json& line) {
    return counts_as_concern(line) && std::none_of(findings.begin(), findings.end(), [&line](const Json& finding) {
             return finding["line_number"] == line["line_number"];
           });
  };
  return std::any_of(findings.begin(), findings.end(), is_open) ||
         std::any_of(result["lines"].begin(), result["lines"].end(), is_bare);
}

bool has_finding(const Json& review, const SuppressOptions& options) {
  const Json& findings = review["findings"];
  return std::any_of(findings.begin(), findings.end(), [&options](const Json& finding) {
    return finding["rule_id"] == options.rule_id && finding["line_number"] == options.line_number;
  });
}

}  // namespace

int check_posting(Session& session, const PostingOptions& options) {
  const auto text = read_input(session, options.path);
  if (!text) return kUsage;
  std::vector<Suppression> suppressions;
  if (!options.suppressions.empty()) {
    auto read = read_suppressions(session, options.suppressions);
    if (!read) return kUsage;
    suppressions = std::move(*read);
  }
  auto result = session.call("check_posting", {{"role_id", options.role_id}, {"text", *text}});
  if (!result) return kUsage;
  // Without a list of accepted findings the JSON is the core's own answer, byte for byte.
  if (!options.suppressions.empty() || options.format == "sarif") mark_suppressed(*result, *text, suppressions);
  if (options.format == "sarif") {
    std::cout << to_sarif(*result, options.path).dump(2) << '\n';
  } else if (session.settings().json || options.format == "json") {
    print_json(*result);
  } else {
    print_posting(session, *result, *text);
  }
  return reaches(*result, options.fail_on) ? kConcerns : kDone;
}

int suppress_finding(Session& session, const SuppressOptions& options) {
  const auto text = read_input(session, options.path);
  if (!text) return kUsage;
  const auto lines = base::split_lines(*text);
  if (options.line_number < 1 || static_cast<std::size_t>(options.line_number) > lines.size()) {
    tell_error(session, "suppress.no_such_line", options.path);
    return kUsage;
  }
  const auto review = session.call("check_posting", {{"role_id", options.role_id}, {"text", *text}});
  if (!review) return kUsage;
  if (!has_finding(*review, options)) {
    tell_error(session, "suppress.no_such_finding", options.path);
    return kUsage;
  }
  const auto line = lines[static_cast<std::size_t>(options.line_number - 1)];
  const Suppression added{options.rule_id,
                          fingerprint(std::string_view(*text).substr(line.begin, line.end - line.begin)),
                          options.reason, now_utc().substr(0, 10)};
  if (!add_suppression(session, options.suppressions, added)) return kUsage;
  std::cout << session.words("suppress.kept") << '\n';
  return kDone;
}

int check_task(Session& session, const std::string& text, const std::string& role_id) {
  if (!base::is_valid_utf8(text)) {
    tell_error(session, "text.not_utf8", "");
    return kUsage;
  }
  const auto result = session.call("check_task", {{"role_id", role_id}, {"text", text}});
  if (!result) return kUsage;
  if (session.settings().json) {
    print_json(*result);
  } else {
    print_task(session, *result, text);
  }
  return is_concern(*result) ? kConcerns : kDone;
}

int check_task_batch(Session& session, const std::string& path, const std::string& role_id) {
  const auto text = read_input(session, path);
  if (!text) return kUsage;
  int status = kDone;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto result = session.call("check_task", {{"role_id", role_id}, {"text", line}});
    if (!result) return kUsage;
    if (is_concern(*result)) status = kConcerns;
    if (session.settings().json) {
      std::cout << result->dump() << '\n';
    } else {
      std::cout << toned(tone_of((*result)["verdict"]), verdict_words(session, *result)) << '\t' << printable(line)
                << '\n';
    }
  }
  return status;
}

}  // namespace trellis::cli
