// SPDX-License-Identifier: MIT
// Stems by language.
#include "base/stem.hpp"

#include <gtest/gtest.h>

namespace trellis::base {
namespace {

TEST(Stemmer, JoinsTheFormsOfAnEnglishWord) {
  Stemmer stemmer("en");

  EXPECT_EQ(stemmer.stem("transports"), stemmer.stem("transporting"));
  EXPECT_NE(stemmer.stem("transport"), stemmer.stem("translate"));
}

TEST(Stemmer, JoinsTheFormsOfASpanishWord) {
  Stemmer stemmer("es");

  EXPECT_EQ(stemmer.stem("medicamentos"), stemmer.stem("medicamento"));
}

TEST(Stemmer, LeavesOtherLanguagesAlone) {
  Stemmer stemmer("fr");

  EXPECT_EQ(stemmer.stem("transports"), "transports");
  EXPECT_EQ(stemmer.stem(""), "");
}

}  // namespace
}  // namespace trellis::base
