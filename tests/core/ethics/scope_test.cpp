// SPDX-License-Identifier: MIT
// What is denied, left to others or only asked for.
#include "ethics/scope.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace trellis::ethics {
namespace {

/// Words of the text that are flagged, in order.
std::string flagged(std::string_view text, bool qualified = false) {
  Bench bench;
  bench.read(text);
  const std::vector<bool>& flags = qualified ? bench.scope.qualified : bench.scope.denied;
  std::string words;
  for (std::size_t token = 0; token < bench.tokens.size(); ++token)
    if (flags[token])
      words += std::string(text.substr(bench.tokens[token].span.begin,
                                       bench.tokens[token].span.end - bench.tokens[token].span.begin)) +
               " ";
  return words;
}

TEST(Scope, DeniesWhatFollowsANegator) { EXPECT_EQ(flagged("Does not drive clients around"), "drive clients around "); }

TEST(Scope, EndsADenialAtAContrast) { EXPECT_EQ(flagged("will never drive but keep notes"), "drive "); }

TEST(Scope, DeniesAWholeListOfDuties) { EXPECT_EQ(flagged("not drive, pass or chart"), "drive pass or chart "); }

TEST(Scope, IsNotFooledByHarmlessPhrases) {
  EXPECT_EQ(flagged("including but not limited to driving"), "");
  EXPECT_EQ(flagged("notes no later than Friday"), "");
}

TEST(Scope, DeniesWhatStandsBeforeAPassive) {
  EXPECT_EQ(flagged("pills may not be kept here"), "pills may be kept here ");
}

TEST(Scope, DeniesWhatStandsBeforeAClosingWord) {
  EXPECT_EQ(flagged("Driving is not part of the role"), "Driving part of the role ");
  EXPECT_EQ(flagged("Driving: prohibited"), "Driving ");
}

TEST(Scope, LeavesTheDutyBeforeADeniedOneAlone) {
  EXPECT_EQ(flagged("Drive people home and do not chart"), "do chart ");
}

TEST(Scope, KeepsADenialInsideItsCondition) { EXPECT_EQ(flagged("if clients do not come, drive them"), "come "); }

TEST(Scope, LeavesATaskToAnotherAgent) {
  EXPECT_EQ(flagged("Nursing staff will pass pills"), "will pass pills ");
  EXPECT_EQ(flagged("Pills are handled by nurses"), "Pills are handled ");
}

TEST(Scope, KnowsABossFromADoer) { EXPECT_EQ(flagged("pass pills as directed by the nurse"), ""); }

TEST(Scope, HearsAWorkerWhoIsPressed) { EXPECT_EQ(flagged("driving is prohibited and my boss wants me to drive"), ""); }

TEST(Scope, MarksWhatIsOnlyAskedForAsASkill) {
  EXPECT_EQ(flagged("Experience with medication", true), "Experience with medication ");
  EXPECT_EQ(flagged("Passes medication", true), "");
}

}  // namespace
}  // namespace trellis::ethics
