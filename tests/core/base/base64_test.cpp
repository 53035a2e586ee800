// SPDX-License-Identifier: MIT
#include "base/base64.hpp"

#include <gtest/gtest.h>

#include <set>

namespace trellis::base {
namespace {

/// The examples of RFC 4648, section 10.
constexpr std::pair<const char*, const char*> kExamples[] = {{"", ""},
                                                             {"f", "Zg=="},
                                                             {"fo", "Zm8="},
                                                             {"foo", "Zm9v"},
                                                             {"foob", "Zm9vYg=="},
                                                             {"fooba", "Zm9vYmE="},
                                                             {"foobar", "Zm9vYmFy"},
                                                             {"\xFB\xFF\xBE", "+/++"}};

TEST(Base64, SpellsTheExamplesOfItsStandard) {
  for (const auto& [bytes, text] : kExamples) EXPECT_EQ(to_base64(bytes), text);
}

TEST(Base64, ReadsBackWhatItWrote) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes) << i;
    bytes += static_cast<char>(i * 7);
  }
}

TEST(Base64, TakesOneSpellingOnly) {
  for (const char* text :
       {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm-_", "=Zm9", "Z=g=", "====", "Zm9v===="}) {
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
  }
}

TEST(Base64, GivesEveryTextOfFourCharactersAtMostOneMeaning) {
  std::set<std::string> seen;
  for (int a = 32; a < 127; ++a) {
    for (int b = 32; b < 127; ++b) {
      const std::string text = {static_cast<char>(a), static_cast<char>(b), '=', '='};
      const auto bytes = from_base64(text);
      if (bytes) {
        EXPECT_TRUE(seen.insert(*bytes).second) << text;
      }
    }
  }
  EXPECT_EQ(seen.size(), 256U);
}

}  // namespace
}  // namespace trellis::base
