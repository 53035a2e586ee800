// SPDX-License-Identifier: MIT
// A passphrase on a store: nothing readable without the key, nothing lost or silently empty with or without it.
#include "store/protection.hpp"

#include <gtest/gtest.h>

#include <string>

#include "keyed.hpp"
#include "seal/sealed.hpp"
#include "store/store.hpp"
#include "temp_folder.hpp"

namespace trellis::store {
namespace {

constexpr const char* kMarker = "marker-of-this-test";

std::vector<competency::Rating> marked_ratings() {
  auto ratings = test::history(60);
  for (auto& rating : ratings) rating.note = std::string(kMarker) + " " + rating.note;
  return ratings;
}

/// A folder with a closed store of marked ratings, encrypted or not.
struct Profile {
  test::TempFolder folder;
  std::string path = folder.file("records.sqlite3");
  seal::Key key = test::key();

  explicit Profile(bool is_encrypted) {
    EXPECT_TRUE(Store::open(path)->import_records(marked_ratings()));
    if (is_encrypted) {
      EXPECT_TRUE(test::replace(path, marked_ratings(), &key));
    }
  }

  bool holds(std::string_view text) const {
    for (const auto& [name, bytes] : folder.contents()) {
      if (bytes.find(text) != std::string::npos) return true;
    }
    return false;
  }
};

TEST(EncryptedStore, HoldsEveryAnswer) {
  const Profile profile(true);

  EXPECT_EQ(Store::open(profile.path, &profile.key)->all_ratings(), marked_ratings());
  EXPECT_TRUE(read_protection(profile.path)->is_protected());
}

TEST(EncryptedStore, HasNoByteOfTheAnswersInAnyFile) {
  const Profile profile(true);
  auto store = Store::open(profile.path, &profile.key);
  ASSERT_TRUE(store->add(test::rating(900, "D1.1", kMarker)));
  const bool while_open = profile.holds(kMarker) || profile.holds("CREATE TABLE") || profile.holds("SQLite format 3");
  store = tl::unexpected<Error>(Error{});

  EXPECT_FALSE(while_open);
  EXPECT_FALSE(profile.holds(kMarker));
  EXPECT_FALSE(profile.holds("D1.1"));
}

TEST(EncryptedStore, IsToldApartByThatTestFromAPlainOne) {
  const Profile profile(false);

  EXPECT_TRUE(profile.holds(kMarker));
  EXPECT_TRUE(profile.holds("SQLite format 3"));
}

TEST(EncryptedStore, DoesNotOpenWithAnotherKeyOrNoneAndStaysAsItIs) {
  const Profile profile(true);
  const auto before = profile.folder.contents();
  const seal::Key other = test::key(2);

  EXPECT_EQ(Store::open(profile.path, &other).error().code, "store.damaged");
  EXPECT_EQ(Store::open(profile.path).error().code, "store.not_a_database");
  EXPECT_EQ(profile.folder.contents(), before);
}

TEST(EncryptedStore, IsNeverMadeAnewWhereTheOldOneIsGone) {
  const Profile profile(true);
  for (const std::string& left : {std::string(), std::string(1, '\0'), std::string(100, 'x')}) {
    test::write_file(profile.path, left);

    EXPECT_EQ(Store::open(profile.path, &profile.key).error().code, "store.damaged");
    EXPECT_EQ(test::read_file(profile.path), left);
  }
}

TEST(EncryptedStore, RefusesAPlainDatabaseInItsPlace) {
  const Profile profile(true);
  const Profile plain(false);
  test::write_file(profile.path, test::read_file(plain.path));

  EXPECT_EQ(Store::open(profile.path, &profile.key).error().code, "store.damaged");
}

TEST(EncryptedStore, IsPlainAgainWhenThePassphraseIsRemoved) {
  const Profile profile(true);

  ASSERT_TRUE(test::replace(profile.path, marked_ratings(), nullptr));

  EXPECT_EQ(Store::open(profile.path)->all_ratings(), marked_ratings());
  EXPECT_EQ(profile.folder.contents().size(), 1U);  // no key and nothing staged left beside it
}

TEST(EncryptedStore, WithAnyBitOfItsFirstHundredBytesFlippedIsNeverSilentlyEmpty) {
  const Profile profile(true);
  const std::string good = test::read_file(profile.path);
  for (std::size_t bit = 0; bit < 800; bit += static_cast<std::size_t>(test::stride(7))) {
    std::string flipped = good;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    test::write_file(profile.path, flipped);

    const auto store = Store::open(profile.path, &profile.key);

    if (store) {
      EXPECT_EQ(store->all_ratings(), marked_ratings()) << bit;
    } else {
      EXPECT_EQ(store.error().code, "store.damaged") << bit;
      EXPECT_EQ(test::read_file(profile.path), flipped) << bit;
    }
  }
}

TEST(PlainStore, WithAnyBitOfItsFirstHundredBytesFlippedIsNeverSilentlyEmpty) {
  const Profile profile(false);
  const std::string good = test::read_file(profile.path);
  for (std::size_t bit = 0; bit < 800; bit += static_cast<std::size_t>(test::stride(7))) {
    std::string flipped = good;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    test::write_file(profile.path, flipped);

    const auto store = Store::open(profile.path);

    if (store) {
      EXPECT_EQ(store->all_ratings(), marked_ratings()) << bit;
    } else {
      EXPECT_EQ(test::read_file(profile.path), flipped) << bit;
    }
  }
}

TEST(KeyRecord, WithAnyBitOfOneFileFlippedIsReadFromTheOther) {
  const Profile profile(true);
  for (const char* name : {".key-a", ".key-b"}) {
    const std::string good = test::read_file(profile.path + name);
    for (std::size_t bit = 0; bit < good.size() * 8; bit += static_cast<std::size_t>(test::stride(7))) {
      std::string flipped = good;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
      test::write_file(profile.path + name, flipped);

      const auto record = read_key_record(profile.path);

      if (record) {
        EXPECT_EQ((*record)->envelope, test::kEnvelope) << bit;
      } else {
        EXPECT_EQ(record.error().code, "store.newer_schema") << bit;  // the bit that makes version 1 another
      }
    }
    test::write_file(profile.path + name, good);
  }
}

TEST(KeyRecord, IsMendedWhenOneFileIsDamagedOrGone) {
  const Profile profile(true);
  for (const char* name : {".key-a", ".key-b"}) {
    test::write_file(profile.path + name, "trellis-key 1 7 main");

    ASSERT_TRUE(read_protection(profile.path));

    EXPECT_TRUE((*read_key_record(profile.path))->is_twofold) << name;
  }
}

TEST(KeyRecord, DamagedInBothFilesIsDamageWhereTheDatabaseNeedsIt) {
  const Profile profile(true);
  const Profile plain(false);
  for (const Profile* tested : {&profile, &plain}) {
    test::write_file(tested->path + ".key-a", "trellis-key 1 7 main");
    test::write_file(tested->path + ".key-b", "x");
  }

  EXPECT_EQ(read_protection(profile.path).error().code, "store.damaged");
  EXPECT_FALSE(read_protection(plain.path)->is_protected());
}

TEST(KeyRecord, OfANewerVersionIsRefused) {
  const Profile profile(true);
  test::write_file(profile.path + ".key-a", "trellis-key 2 whatever comes\n");

  EXPECT_EQ(read_protection(profile.path).error().code, "store.newer_schema");
}

TEST(StagedDatabase, ThatWasNotDecidedForIsRemoved) {
  const Profile profile(true);
  ASSERT_TRUE(stage(profile.path, marked_ratings(), {}, nullptr));
  ASSERT_TRUE(profile.holds(kMarker));

  ASSERT_TRUE(read_protection(profile.path));

  EXPECT_FALSE(profile.holds(kMarker));
}

TEST(OpenKey, TriesThePassphrase) {
  const std::string entropy(seal::kEntropyBytes, 'e');
  const auto made = make_key("walking beside", entropy);
  const KeyRecord record{.envelope = made->envelope};

  const auto key = open_key(record, "walking beside");

  ASSERT_TRUE(key);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(key->data()), 32), std::string(32, 'e'));
  EXPECT_EQ(open_key(record, "walking ahead").error().code, "seal.wrong_passphrase");
  EXPECT_EQ(open_key(KeyRecord(), "walking beside").error().code, "store.not_protected");
}

}  // namespace
}  // namespace trellis::store
