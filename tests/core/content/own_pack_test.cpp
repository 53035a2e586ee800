// SPDX-License-Identifier: MIT
// Packs that a person loads: the one of contract/examples/packs is right; each change to it is found and placed.
#include "content/own_pack.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace trellis::content {
namespace {

std::string example() {
  std::ostringstream text;
  text << std::ifstream(TRELLIS_SOURCE_DIR "/contract/examples/packs/us-tx.json").rdbuf();
  return text.str();
}

/// The example with the first `from` made `to`.
std::string changed(const std::string& from, const std::string& to) {
  std::string text = example();
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string fault(const std::string& text) {
  const auto pack = read_own_pack(text, "en");
  return pack ? "none" : pack.error().code + " " + pack.error().detail;
}

TEST(OwnPack, HoldsItsOwnRowsAndNoneOfOurs) {
  const auto pack = read_own_pack(example(), "en");

  ASSERT_TRUE(pack.has_value());
  EXPECT_EQ(pack->jurisdiction, "US-TX");
  EXPECT_EQ(pack->sections.at("seeker").size(), 2U);
  EXPECT_EQ(pack->sections.at("unverified").size(), 1U);
  EXPECT_EQ(pack->role_ids, std::vector<std::string>{"role.txpeer"});
  EXPECT_EQ(pack->source_ids, std::vector<std::string>{"TX-HHS"});
  EXPECT_NE(pack->catalog.find_role("role.txpeer"), nullptr);
  EXPECT_EQ(catalog("en").find_role("role.txpeer"), nullptr) << "ours stays as it is";
}

TEST(OwnPack, KeepsItsLanguageWhereItHasNoWordsInTheAskedOne) {
  const std::string words =
      R"("files": {"locales/es/library-seeker.json": {"tx.step.hours": {"title": "Texas: horas"}},)";

  EXPECT_EQ(read_own_pack(example(), "es")->language, "en");
  const auto spanish = read_own_pack(changed(R"("files": {)", words), "es");
  ASSERT_TRUE(spanish.has_value());
  EXPECT_EQ(spanish->language, "es");
  EXPECT_EQ(spanish->sections.at("seeker")[0]["title"], base::Json("Texas: horas"));
}

TEST(OwnPack, IsRefusedWithThePlaceOfTheFault) {
  EXPECT_EQ(fault("{"), "content.not_json ");
  EXPECT_EQ(fault("[]"), "content.wrong_type pack");
  EXPECT_EQ(fault(changed(R"("name")", R"("nom")")), "content.missing_field pack: name");
  EXPECT_EQ(fault(changed(R"("TX-250")", R"("TX-0")")), "content.unknown_id tx.step.hours: TX-0");
  EXPECT_EQ(fault(changed("tx.unv.rules", "cps-code")), "content.duplicate_id unverified: cps-code");
  EXPECT_EQ(fault(changed("library/seeker.json", "library/songs.json")), "content.unknown_id library/songs.json");
  EXPECT_EQ(fault(changed("trellis:content/pack", "other")), "content.wrong_type pack: $schema");
}

TEST(OwnPack, SaysWhichFilesTheAppHasNoUseFor) {
  const auto pack = read_own_pack(
      changed(R"("files": {)", R"("files": {"families.json": [{"id":"x","name":"X"}], "library/help.json": [],)"),
      "en");

  ASSERT_TRUE(pack.has_value());
  EXPECT_EQ(pack->unused_paths, (std::vector<std::string>{"families.json", "library/help.json"}));
  EXPECT_FALSE(pack->sections.contains("help"));
}

}  // namespace
}  // namespace trellis::content
