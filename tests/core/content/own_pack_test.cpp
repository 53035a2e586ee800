// SPDX-License-Identifier: MIT
// Packs that a person loads: the one of contract/examples/packs is right; each change to it is found and placed.
#include "content/own_pack.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <utility>

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

/// The example with one file more, before its own.
std::string with_file(const std::string& path, const std::string& json) {
  return changed(R"("files": {)", R"("files": {")" + path + "\": " + json + ",");
}

std::string fault(const std::string& text, std::string_view locale = "en") {
  const auto pack = read_own_pack(text, locale);
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

TEST(OwnPack, CannotGiveARowAnotherId) {
  const std::string words = R"({"tx.step.hours": {"id": "gone"}})";

  EXPECT_EQ(fault(with_file("locales/en/library-seeker.json", words)),
            "content.unknown_id locales/en/library-seeker.json: tx.step.hours: id");
  EXPECT_EQ(fault(with_file("locales/es/library-seeker.json", words), "es"),
            "content.unknown_id locales/es/library-seeker.json: tx.step.hours: id");
}

TEST(OwnPack, PutsNoWordsOverOurs) {
  const std::pair<const char*, const char*> ours[] = {
      {"clauses.json", "workforce.policy.12b"},
      {"sources.json", "TX-250"},
      {"documents.json", "workforce"},
      {"library-unverified.json", "cps-code"},
      {"roles.json", "role.cps"},
      {"rules.json", "T.DRIVER"},
      {"settings.json", "setting.ed"},
      {"errors.json", "role.new"},
      {"core.json", "new.words"},
      {"competencies.json", "D1.1"},
      {"families.json", "family"},
      {"safeguards.json", "safeguard"},
      {"library-seeker.json", "tx.unv.rules"},
      {"sub/clauses.json", "TX-HHS"},
  };
  for (const std::string_view locale : kLocales) {
    for (const auto& [file, id] : ours) {
      const std::string path = "locales/" + std::string(locale) + "/" + file;

      EXPECT_EQ(fault(with_file(path, "{\"" + std::string(id) + R"(": {"text": "theirs"}})")),
                "content.unknown_id " + path + ": " + id);
    }
  }
}

TEST(OwnPack, TranslatesItsOwnRowsOfEveryKind) {
  const auto pack =
      read_own_pack(changed(R"("files": {)",
                            R"("files": {"locales/es/roles.json": {"status": "draft", "role.txpeer": {"name": "Par"}},
               "locales/es/sources.json": {"TX-HHS": {"what": "Salud de Texas"}},)"),
                    "es");

  ASSERT_TRUE(pack.has_value()) << pack.error().detail;
  EXPECT_EQ(pack->catalog.find_role("role.txpeer")->name, "Par");
  EXPECT_EQ(pack->catalog.find_source("TX-HHS")->what, "Salud de Texas");
}

TEST(OwnPack, HoldsARoleThatHasTheNameOfAFileOfOurs) {
  std::string text = example();
  for (std::size_t at = text.find("role.txpeer"); at != text.npos; at = text.find("role.txpeer")) {
    text.replace(at, std::string_view("role.txpeer").size(), "growth");
  }
  const auto pack = read_own_pack(text, "en");

  ASSERT_TRUE(pack.has_value()) << pack.error().detail;
  EXPECT_EQ(pack->role_ids, std::vector<std::string>{"growth"});
  EXPECT_NE(pack->catalog.find_role("growth"), nullptr);
}

TEST(OwnPack, LeavesFilesThatNoPackMayHoldUnread) {
  for (const char* path : {"model/library.json", "competencies/x.json", "lexicon/en.json", "growth/ladder.json",
                           "locales/en/growth.json", "clauses.json", "examples/x.json", "songs.json", "../x.json"}) {
    const auto pack = read_own_pack(with_file(path, R"({"verdicts": 5})"), "en");

    ASSERT_TRUE(pack.has_value()) << path << " " << pack.error().detail;
    EXPECT_EQ(pack->unused_paths, std::vector<std::string>{path});
    EXPECT_EQ(pack->catalog.framework.competencies.size(), catalog("en").framework.competencies.size());
  }
}

TEST(OwnPack, IsRefusedWhenAnEntryCouldNotHoldIt) {
  const std::string kept = base::json_text(base::Json(example()));
  const std::string blanks(kOwnFileBytesMax + 2 - kept.size(), ' ');

  EXPECT_EQ(fault(example() + blanks), "none");
  EXPECT_EQ(fault(example() + blanks + " "), "content.too_long ");
  EXPECT_EQ(fault(example() + blanks.substr(1) + "\n"), "content.too_long ") << "a line end is two bytes there";
}

}  // namespace
}  // namespace trellis::content
