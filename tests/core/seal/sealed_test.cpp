// SPDX-License-Identifier: MIT
// What is sealed opens with its passphrase and with nothing else; a change of any bit and any cut is noticed.
#include "seal/sealed.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "base/base64.hpp"
#include "seal/primitives.h"

namespace trellis::seal {
namespace {

constexpr const char* kPassphrase = "walking beside";
constexpr const char* kPlain = "What I shared helped, and more than sixteen bytes of it.";
/// The least that a header may ask for.
constexpr Cost kCheap{.passes = kPassesMin, .memory_kib = kMemoryKibMin};

/// Bytes that differ from call to call of a test only by `seed`.
std::string entropy(unsigned char seed = 1) {
  std::string bytes;
  for (std::size_t i = 0; i < kEntropyBytes; ++i) bytes += static_cast<char>(i * 31 + seed);
  return bytes;
}

std::string sealed_text() {
  static const std::string text = *close(Kind::backup, kPlain, kPassphrase, entropy(), kCheap);
  return text;
}

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

const unsigned char* raw(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// Tries the right passphrase, without deriving the same key again and again.
std::string code_for(const std::string& text) {
  static const Key key = *derive_key(*parse(Kind::backup, sealed_text()), kPassphrase);
  static const std::string salt = parse(Kind::backup, sealed_text())->salt;
  const auto sealed = parse(Kind::backup, text);
  if (!sealed) return sealed.error().code;
  const bool same_key =
      sealed->salt == salt && sealed->cost.passes == kCheap.passes && sealed->cost.memory_kib == kCheap.memory_kib;
  const auto opened = same_key ? open(*sealed, key) : open(Kind::backup, text, kPassphrase);
  return opened ? "" : opened.error().code;
}

TEST(Primitives, AreTheOnesOfTheirStandards) {
  // draft-irtf-cfrg-xchacha-03, A.3.1
  const std::string key = from_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  const std::string nonce = from_hex("404142434445464748494a4b4c4d4e4f5051525354555657");
  const std::string header = from_hex("50515253c0c1c2c3c4c5c6c7");
  const std::string plain =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be "
      "it.";
  std::string sealed(plain.size() + 16, '\0');
  trellis_seal_close(reinterpret_cast<unsigned char*>(sealed.data()), plain.data(), static_cast<int>(plain.size()),
                     header.data(), static_cast<int>(header.size()), raw(nonce), raw(key));

  EXPECT_EQ(sealed.substr(0, 16), from_hex("bd6d179d3e83d43b9576579493c0e939"));
  EXPECT_EQ(sealed.substr(plain.size()), from_hex("c0875924c1c7987947deafd8780acf49"));
}

TEST(Sealed, OpensWithItsPassphrase) {
  const auto opened = open(Kind::backup, sealed_text(), kPassphrase);

  ASSERT_TRUE(opened);
  EXPECT_EQ(*opened, kPlain);
}

TEST(Sealed, TakesAnEmptyTextAndALargeOne) {
  for (const std::string& plain : {std::string(), std::string(3'000'000, 'x')}) {
    const auto text = close(Kind::backup, plain, kPassphrase, entropy(), kCheap);

    EXPECT_EQ(*open(Kind::backup, *text, kPassphrase), plain);
  }
}

TEST(Sealed, HoldsNothingOfTheTextOrThePassphrase) {
  const std::string text = sealed_text();

  EXPECT_EQ(text.find("shared"), std::string::npos);
  EXPECT_EQ(base::from_base64(text.substr(text.find('\n') + 1))->find("shared"), std::string::npos);
  EXPECT_EQ(text.find("walking"), std::string::npos);
}

TEST(Sealed, RefusesEveryOtherPassphrase) {
  for (const char* passphrase : {"", "w", "walking besid", "walking beside ", "Walking beside", "walking besidf"}) {
    const auto opened = open(Kind::backup, sealed_text(), passphrase);

    ASSERT_FALSE(opened) << passphrase;
    EXPECT_EQ(opened.error(), (Error{"seal.wrong_passphrase", ""}));
  }
  EXPECT_EQ(open(Kind::backup, sealed_text(), std::string(1025, 'x')).error().code, "seal.passphrase_too_long");
}

TEST(Sealed, IsRefusedWithAnyBitFlipped) {
  const std::string good = sealed_text();
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    std::string flipped = good;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));

    const std::string code = code_for(flipped);

    EXPECT_TRUE(code == "seal.wrong_passphrase" || code == "seal.damaged" || code == "seal.newer_format")
        << "bit " << bit << " gives " << code;
  }
}

TEST(Sealed, IsRefusedCutAnywhere) {
  const std::string good = sealed_text();
  for (std::size_t size = 0; size < good.size(); ++size) EXPECT_NE(code_for(good.substr(0, size)), "") << size;
}

TEST(Sealed, IsRefusedWithAnythingBehindIt) {
  for (const char* more : {"\n", " ", "=", "AAAA", "\r\n"}) EXPECT_NE(code_for(sealed_text() + more), "") << more;
}

TEST(Sealed, IsNotTakenForAnotherKind) {
  EXPECT_EQ(open(Kind::key, sealed_text(), kPassphrase).error().code, "seal.damaged");
  std::string renamed = sealed_text();
  renamed.replace(renamed.find(" backup "), 8, " key ");
  EXPECT_EQ(open(Kind::key, renamed, kPassphrase).error().code, "seal.wrong_passphrase");
}

TEST(Sealed, FromANewerVersionIsToldFromDamage) {
  std::string newer = sealed_text();
  newer.replace(newer.find(" 1 "), 3, " 2 ");

  EXPECT_EQ(code_for(newer), "seal.newer_format");
}

TEST(Sealed, AskingForTooMuchOrTooLittleIsRefusedBeforeMemoryIsTaken) {
  for (const char* cost : {"2 12288", "11 12288", "3 12287", "3 262145", "3 2147483647", "3 99999999999", "-3 12288",
                           "03 12288", "3 -1", "3  12288", "3 12288 ", "3 0x3000", "x y"}) {
    std::string text = sealed_text();
    text.replace(text.find("3 12288"), 7, cost);

    EXPECT_EQ(code_for(text), "seal.damaged") << cost;
  }
}

TEST(Close, RefusesAPassphraseThatIsTooShortOrTooLong) {
  EXPECT_EQ(close(Kind::key, kPlain, "seven77", entropy(), kCheap).error().code, "seal.passphrase_too_short");
  EXPECT_EQ(close(Kind::key, kPlain, std::string(1025, 'x'), entropy(), kCheap).error().code,
            "seal.passphrase_too_long");
  EXPECT_TRUE(close(Kind::key, kPlain, std::string(1024, 'x'), entropy(), kCheap));
}

TEST(Close, CostsSixtyFourMebibytesAndThreePassesUnlessAskedForLess) {
  const auto text = close(Kind::key, kPlain, kPassphrase, entropy());

  EXPECT_TRUE(text->starts_with("trellis-sealed 1 key argon2id 3 65536 ")) << text->substr(0, 60);
}

TEST(Close, GivesOtherBytesWithOtherEntropyAndEqualOnesWithEqual) {
  EXPECT_EQ(*close(Kind::backup, kPlain, kPassphrase, entropy(), kCheap), sealed_text());
  EXPECT_NE(*close(Kind::backup, kPlain, kPassphrase, entropy(2), kCheap), sealed_text());
}

TEST(Key, IsOverwrittenWhereItWasMovedFrom) {
  Key first;
  std::memset(first.data(), 0x5A, Key::kSize);

  const Key second = std::move(first);

  EXPECT_EQ(second.data()[31], 0x5A);
  for (std::size_t i = 0; i < Key::kSize; ++i) EXPECT_EQ(first.data()[i], 0);  // NOLINT(bugprone-use-after-move)
}

TEST(SecretText, IsOverwrittenBeforeItGoes) {
  std::string text = "a passphrase long enough to lie on the heap";
  const char* bytes = text.data();
  const std::size_t size = text.size();

  wipe(text);

  EXPECT_TRUE(text.empty());
  for (std::size_t i = 0; i < size; ++i) EXPECT_EQ(bytes[i], '\0');
}

}  // namespace
}  // namespace trellis::seal
