// SPDX-License-Identifier: MIT
// Whole texts: guards, language, sections, lines, safeguards. The judging itself is in line_judge.
#include "ethics/check.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/order.hpp"
#include "ethics/language.hpp"
#include "ethics/language_rules.hpp"

namespace trellis::ethics {
namespace {

using content::Verdict;

/// True for control bytes that no text has: a sign that a picture or a document was read as text.
bool is_binary_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value < 0x20 && value != '\t' && value != '\n' && value != '\r' && value != '\f' && value != '\v' &&
          value != 0x1B) ||
         value == 0x7F;
}

Result<void> check_text(std::string_view text) {
  if (text.size() > kTextBytesMax) return fail("text.too_long", std::to_string(text.size()));
  if (text.find('\0') != std::string_view::npos) return fail("text.has_nul");
  if (!base::is_valid_utf8(text)) return fail("text.not_utf8");
  if (std::any_of(text.begin(), text.end(), is_binary_byte)) return fail("text.binary");
  if (text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) return fail("text.empty");
  return {};
}

Finding to_finding(const JudgedDuty& duty, std::size_t line_index) {
  return {duty.rule,    duty.verdict, duty.family, line_index, {duty.span.begin, duty.span.end},
          duty.negated, duty.unsure};
}

constexpr auto kByPlace = [](const Finding& left, const Finding& right) {
  return std::tie(left.span.begin, left.verdict, left.rule->id) <
         std::tie(right.span.begin, right.verdict, right.rule->id);
};

constexpr auto kBySeverity = [](const Finding& left, const Finding& right) {
  return std::tie(left.verdict, left.span.begin, left.rule->id) <
         std::tie(right.verdict, right.span.begin, right.rule->id);
};

}  // namespace

struct Checker::Compiled {
  explicit Compiled(const content::Catalog& source) : catalog(&source), guesser(source.lexicons) {
    for (const auto& entry : source.lexicons) languages.try_emplace(entry.first, source, entry.first);
  }

  /// What is known of the text's language, or null when it has no rules.
  const LanguageRules* rules_for(const std::string& tag) const {
    const auto found = languages.find(tag);
    return found == languages.end() || !found->second.has_rules() ? nullptr : &found->second;
  }

  /// BCP 47 tag, or "und". Where small words do not tell, the language whose rules know a word of the text.
  std::string language_of(const std::vector<base::Word>& words) const {
    const std::vector<std::string> tags = guesser.candidates(words);
    if (tags.size() == 1) return tags.front();
    for (const std::string& tag : tags) {
      const LanguageRules* rules = rules_for(tag);
      const auto is_known = [&](const base::Word& word) { return !guesser.is_small(word) && rules->knows(word); };
      if (rules != nullptr && std::any_of(words.begin(), words.end(), is_known)) return tag;
    }
    return "und";
  }

  Result<void> check_input(std::string_view text, std::string_view role_id) const {
    if (Result<void> checked = check_text(text); !checked) return checked;
    if (role_id != "any" && catalog->find_role(role_id) == nullptr) return fail("role.unknown");
    return {};
  }

  const content::Catalog* catalog;
  LanguageGuesser guesser;
  std::map<std::string, LanguageRules> languages;
};

Checker::Checker(const content::Catalog& catalog) : compiled_(std::make_unique<Compiled>(catalog)) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

Result<PostingReview> Checker::check_posting(std::string_view text, std::string_view role_id) const {
  if (const Result<void> checked = compiled_->check_input(text, role_id); !checked)
    return tl::unexpected(checked.error());
  PostingReview review;
  std::vector<base::TextSpan> spans = base::split_lines(text);
  std::vector<std::vector<base::Word>> words;
  std::vector<base::Word> all_words;
  for (const base::TextSpan& span : spans) {
    words.push_back(base::split_words(text.substr(span.begin, span.end - span.begin), span.begin));
    all_words.insert(all_words.end(), words.back().begin(), words.back().end());
  }
  review.language.tag = compiled_->language_of(all_words);
  const LanguageRules* rules = compiled_->rules_for(review.language.tag);
  review.language.has_rules = rules != nullptr;
  for (const content::Safeguard& safeguard : compiled_->catalog->safeguards)
    review.safeguards.push_back({&safeguard, std::nullopt});
  for (const base::TextSpan& span : spans)
    review.lines.push_back({{span.begin, span.end}, Verdict::neutral, {}, false, false});
  if (rules == nullptr) return review;
  const std::vector<LineReview> lines = rules->review_lines(words, role_id);
  for (std::size_t index = 0; index < lines.size(); ++index) {
    CheckedLine& line = review.lines[index];
    line.verdict = lines[index].judged.verdict;
    line.families = lines[index].judged.families;
    line.unsure = lines[index].judged.unsure;
    line.duty = lines[index].duty;
    for (const JudgedDuty& duty : lines[index].judged.duties) review.findings.push_back(to_finding(duty, index));
    for (const std::size_t seen : lines[index].safeguards)
      if (!review.safeguards[seen].line_index) review.safeguards[seen].line_index = index;
  }
  base::stable_order(review.findings, kByPlace);
  return review;
}

Result<TaskReview> Checker::check_task(std::string_view text, std::string_view role_id) const {
  if (const Result<void> checked = compiled_->check_input(text, role_id); !checked)
    return tl::unexpected(checked.error());
  std::string one_line(text);
  std::replace_if(
      one_line.begin(), one_line.end(), [](char byte) { return byte == '\n' || byte == '\r'; }, ' ');
  const std::vector<base::Word> words = base::split_words(one_line);
  TaskReview review;
  review.language.tag = compiled_->language_of(words);
  const LanguageRules* rules = compiled_->rules_for(review.language.tag);
  review.language.has_rules = rules != nullptr;
  if (rules == nullptr || words.empty()) return review;
  const JudgedLine judged = rules->review_task(words, role_id);
  review.verdict = judged.verdict;
  review.families = judged.families;
  review.unsure = judged.unsure;
  for (const JudgedDuty& duty : judged.duties) review.findings.push_back(to_finding(duty, 0));
  base::stable_order(review.findings, kBySeverity);
  return review;
}

}  // namespace trellis::ethics
