// SPDX-License-Identifier: MIT
// Packs of content that come after the build. What is inside the files is parse_catalog_test.cpp's business.
#include "content/bundle.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace trellis::content {
namespace {

bool is_here(std::string_view path) {
  const auto files = all_files();
  return std::any_of(files.begin(), files.end(), [path](const BundledFile& file) { return file.path == path; });
}

std::size_t file_count() { return all_files().size(); }

TEST(Bundle, EveryLanguageIsEmbeddedNatively) {
  EXPECT_TRUE(has_locale("en"));
  EXPECT_TRUE(has_locale("es"));
  EXPECT_FALSE(has_locale("eo"));
}

TEST(Bundle, APackAddsItsFilesAndOutlivesItsText) {
  {
    const std::string pack = "locales/qa/one.json 3\n{}\nlocales/qa/two.json 4\n\"\xC3\xB1\"";
    ASSERT_TRUE(add_pack(pack));
  }

  EXPECT_TRUE(has_locale("qa"));
  const auto files = all_files();
  ASSERT_GE(files.size(), 2U);
  EXPECT_EQ(files[files.size() - 2].text, "{}\n");
  EXPECT_EQ(files.back().path, "locales/qa/two.json");
  EXPECT_EQ(files.back().text, "\"\xC3\xB1\"");
}

TEST(Bundle, APackThatIsHereAlreadyChangesNothing) {
  ASSERT_TRUE(add_pack("locales/qb/one.json 2\n{}"));
  const std::size_t before = file_count();

  EXPECT_TRUE(add_pack("locales/qb/one.json 2\n[]"));

  EXPECT_EQ(file_count(), before);
}

TEST(Bundle, APackThatIsNotWholeChangesNothing) {
  const std::size_t before = file_count();

  for (const char* broken :
       {"", "x", "locales/qc/a.json\n{}", "locales/qc/a.json 2", "locales/qc/a.json 3\n{}", "locales/qc/a.json two\n{}",
        "locales/qc/a.json -1\n{}", "locales/qc/a.json 99999999999999999999\n{}",
        "locales/qc/a.json 2\n{}locales/qc/b.json 9\n{}"}) {
    EXPECT_FALSE(add_pack(broken)) << broken;
  }

  EXPECT_EQ(file_count(), before);
  EXPECT_FALSE(is_here("locales/qc/a.json"));
}

}  // namespace
}  // namespace trellis::content
