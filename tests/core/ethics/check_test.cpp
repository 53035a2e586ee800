// SPDX-License-Identifier: MIT
// The check as its callers see it: postings and tasks on the real content, bad input, size.
#include "ethics/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace trellis::ethics {
namespace {

using content::Verdict;

const Checker& checker() {
  static const Checker kChecker(content::catalog("en"));
  return kChecker;
}

PostingReview review(std::string_view text) {
  Result<PostingReview> result = checker().check_posting(text, "any");
  EXPECT_TRUE(result.has_value());
  return result ? std::move(*result) : PostingReview{};
}

std::string error_of(std::string_view text, std::string_view role_id = "any") {
  const Result<PostingReview> result = checker().check_posting(text, role_id);
  return result ? "" : result.error().code;
}

bool has(const std::vector<std::string>& families, const std::string& family) {
  return std::find(families.begin(), families.end(), family) != families.end();
}

TEST(CheckPosting, KnowsWhichLinesAreDuties) {
  const PostingReview found = review(
      "Our clinic opened in 1990.\nResponsibilities:\nTransport clients to appointments.\nOther duties as assigned.\n"
      "\nQualifications:\nHigh school diploma or GED.");

  const std::vector<bool> expected = {false, false, true, true, false, false, false};
  ASSERT_EQ(found.lines.size(), expected.size());
  for (std::size_t line = 0; line < expected.size(); ++line) EXPECT_EQ(found.lines[line].duty, expected[line]) << line;
}

TEST(CheckPosting, ALineThatOnlyRulesTasksOutGivesNoDuty) {
  const PostingReview found = review("Responsibilities:\nThe peer specialist does not administer medication.");

  ASSERT_EQ(found.lines.size(), 2U);
  EXPECT_EQ(found.lines[1].verdict, Verdict::fits);
  EXPECT_FALSE(found.lines[1].duty);
}

TEST(CheckPosting, FindsOneFindingForEachDuty) {
  const PostingReview found = review("Transport clients, pass meds and chart progress.");

  ASSERT_EQ(found.findings.size(), 3U);
  EXPECT_EQ(found.findings[0].family, "transportation");
  EXPECT_EQ(found.findings[1].family, "medication_or_medical_oversight");
  EXPECT_EQ(found.findings[2].family, "treatment_documentation");
  EXPECT_EQ(found.lines[0].verdict, Verdict::conflict);
}

TEST(CheckPosting, PointsAtTheWordsInTheirOwnLine) {
  const std::string text = "Welcome!\r\nPeer specialists administer medication to residents.";

  const PostingReview found = review(text);

  ASSERT_FALSE(found.findings.empty());
  const Finding& finding = found.findings.back();
  EXPECT_EQ(finding.line_index, 1U);
  EXPECT_NE(text.substr(finding.span.begin, finding.span.end - finding.span.begin).find("medication"),
            std::string::npos);
}

TEST(CheckPosting, LeavesAProtectiveLineAlone) {
  for (const std::string_view text :
       {"Peer specialists will not administer medication.", "You will never be asked to transport clients.",
        "Nursing staff administer all medications.", "Driving clients is not part of this role.",
        "Peers do not write progress notes, drive clients or collect urine samples."}) {
    const PostingReview found = review(text);

    EXPECT_EQ(found.lines[0].verdict, Verdict::fits) << text;
    ASSERT_FALSE(found.findings.empty()) << text;
    EXPECT_TRUE(found.findings[0].negated) << text;
  }
}

TEST(CheckPosting, ReadsASkillThatIsAskedForAsNoDuty) {
  EXPECT_NE(review("Experience with medication administration preferred.").lines[0].verdict, Verdict::conflict);
  EXPECT_EQ(review("Valid driver's license required.").lines[0].verdict, Verdict::neutral);
}

TEST(CheckPosting, KnowsTheHeadingAboveALine) {
  const PostingReview found =
      review("Qualifications:\nWriting progress notes in the EHR\nDuties:\nWrite progress notes in the EHR");

  EXPECT_NE(found.lines[1].verdict, Verdict::conflict);
  EXPECT_EQ(found.lines[3].verdict, Verdict::conflict);
}

TEST(CheckPosting, CreditsWhatFits) {
  const PostingReview found =
      review("Share your own recovery story to inspire hope.\nHelp people set their own recovery goals.");

  EXPECT_EQ(found.lines[0].verdict, Verdict::fits);
  EXPECT_EQ(found.lines[1].verdict, Verdict::fits);
}

TEST(CheckPosting, GivesOneLineForEveryLineOfTheText) {
  EXPECT_EQ(review("one\n\n\r\nthree\rfour\n").lines.size(), 5U);
}

/// Ids of the safeguards that a posting shows.
std::vector<std::string> seen_in(const PostingReview& found) {
  std::vector<std::string> seen;
  for (const SafeguardSeen& safeguard : found.safeguards)
    if (safeguard.line_index) seen.push_back(safeguard.safeguard->id);
  return seen;
}

TEST(CheckPosting, SeesTheSafeguardsOfTheWholePosting) {
  const PostingReview found = review(
      "Salary: $22.50 an hour\nLived experience of recovery is required\n"
      "Follow the peer specialist code of ethics\nOpportunities for advancement");
  const std::vector<std::string> seen = seen_in(found);

  EXPECT_EQ(found.safeguards.size(), content::catalog("en").safeguards.size());
  for (const char* id : {"wage_stated", "lived_experience_qualification", "code_of_ethics", "career_ladder"})
    EXPECT_TRUE(has(seen, id)) << id;
  EXPECT_FALSE(has(seen, "non_clinical_supervision"));
}

TEST(CheckPosting, SeesTheSafeguardsOfASpanishPosting) {
  const PostingReview found = review(
      "Sueldo: $22.50 por hora\nSe requiere experiencia vivida de recuperación\n"
      "Supervisión de una persona con formación en apoyo entre pares\nSeguir el código de ética de pares\n"
      "Oportunidades de ascenso y educación continua\nHorario flexible para tu bienestar");

  EXPECT_EQ(seen_in(found).size(), found.safeguards.size() - 1) << "all but supervision that is not clinical";
  EXPECT_FALSE(has(seen_in(found), "non_clinical_supervision"));
}

TEST(CheckPosting, SaysSoWhenALanguageHasNoRules) {
  const PostingReview found = review(
      "Der Mitarbeiter ist für die Verwaltung der Medikamente und den Transport der Klienten "
      "zu den Terminen verantwortlich und dokumentiert alle Leistungen in der Akte.");

  EXPECT_FALSE(found.language.has_rules);
  EXPECT_TRUE(found.findings.empty());
}

TEST(CheckPosting, RefusesWhatIsNoText) {
  EXPECT_EQ(error_of(""), "text.empty");
  EXPECT_EQ(error_of(" \r\n\t "), "text.empty");
  EXPECT_EQ(error_of("a\xC3"), "text.not_utf8");
  EXPECT_EQ(error_of(std::string_view("a\0b", 3)), "text.has_nul");
  EXPECT_EQ(error_of("\x01\x02 text"), "text.binary");
  EXPECT_EQ(error_of(std::string(kTextBytesMax + 1, 'a')), "text.too_long");
  EXPECT_EQ(error_of("text", "role.nobody"), "role.unknown");
}

TEST(CheckPosting, SaysTheSameTwice) {
  const std::string text = "Drive clients.\nKeep a log of your hours.\nWelcome people.";

  const PostingReview first = review(text);
  const PostingReview second = review(text);

  ASSERT_EQ(first.findings.size(), second.findings.size());
  for (std::size_t at = 0; at < first.findings.size(); ++at) {
    EXPECT_EQ(first.findings[at].rule, second.findings[at].rule);
    EXPECT_EQ(first.findings[at].span, second.findings[at].span);
  }
}

TEST(CheckPosting, TakesOneEnormousLine) {
  std::string text;
  while (text.size() + 40 < kTextBytesMax) text += "transport clients and not pass pills, ";

  const PostingReview found = review(text);

  EXPECT_EQ(found.lines.size(), 1U);
  EXPECT_FALSE(found.findings.empty());
}

TEST(CheckTask, HearsEverydaySpeech) {
  const Result<TaskReview> drive = checker().check_task("drive people to appointments", "any");
  const Result<TaskReview> meds = checker().check_task("my boss wants me to\nhand out pills", "any");

  ASSERT_TRUE(drive.has_value() && meds.has_value());
  EXPECT_EQ(drive->verdict, Verdict::conflict);
  EXPECT_TRUE(has(drive->families, "transportation"));
  EXPECT_EQ(meds->verdict, Verdict::conflict);
  EXPECT_TRUE(has(meds->families, "medication_or_medical_oversight"));
}

TEST(CheckTask, UsesTheRulePackOfTheAskedRoleOnly) {
  const auto rule_of = [](std::string_view text, std::string_view role_id) {
    const Result<TaskReview> found = checker().check_task(text, role_id);
    return found && !found->findings.empty() ? found->findings.front().rule->id : std::string();
  };

  EXPECT_EQ(rule_of("conduct interventions with families", "role.rc"), "T.RC_INTERVENE");
  EXPECT_EQ(rule_of("discipline young people", "role.yapm"), "T.YA_GUARDIAN");
  EXPECT_NE(rule_of("conduct interventions with families", "role.yapm"), "T.RC_INTERVENE");
  EXPECT_NE(rule_of("conduct interventions with families", "any"), "T.RC_INTERVENE");
}

TEST(CheckTask, KnowsAPersonsWishFromAnOrder) {
  const Result<TaskReview> asked = checker().check_task("go to court with her because she asked", "any");

  ASSERT_TRUE(asked.has_value());
  EXPECT_EQ(asked->verdict, Verdict::depends);
}

TEST(CheckTask, AFewWordsWithoutSmallOnesAreReadInTheLanguageThatKnowsThem) {
  EXPECT_EQ(checker().check_task("pass meds", "any")->language.tag, "en");
  EXPECT_EQ(checker().check_task("Vigilar pacientes", "any")->language.tag, "es");
}

TEST(CheckTask, AFewWordsThatNoRuleKnowsAreNeverCalledEnglish) {
  for (const char* text :
       {"Donner m\u00e9dicaments", "Surveiller la prise de m\u00e9dicaments", "Medikamente an Klienten ausgeben"})
    EXPECT_FALSE(checker().check_task(text, "any")->language.has_rules) << text;
}

}  // namespace
}  // namespace trellis::ethics
