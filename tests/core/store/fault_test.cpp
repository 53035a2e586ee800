// SPDX-License-Identifier: MIT
// Every call to the disk fails once, and from some call on for ever. Each time: a clear error, nothing lost, nothing
// half done, and the same answer sent again is kept.
#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "keyed.hpp"
#include "samples.hpp"
#include "simulated_disk.hpp"
#include "store/store.hpp"

namespace trellis::store {
namespace {

using competency::Rating;
using test::Fault;
using test::SimulatedDisk;

constexpr const char* kPath = "records.sqlite3";
constexpr unsigned kAnswerCount = 6;
constexpr int kTriesMax = 3;

Rating answer(unsigned number) { return test::rating(number, "D1.1", std::string(200, 'n')); }

struct Session {
  std::set<std::string> acknowledged;
  std::set<std::string> error_codes;
};

/// Sends `send` until it works, a few times; notes what went wrong.
template <class Send>
bool try_again(Session& session, Send send) {
  for (int attempt = 0; attempt < kTriesMax; ++attempt) {
    const auto done = send();
    if (done) return true;
    session.error_codes.insert(done.error().code);
  }
  return false;
}

/// Two sessions with a close between them, and an import at the end.
Session run_session(const seal::Key* key) {
  Session session;
  for (const unsigned first : {0U, kAnswerCount / 2}) {
    std::optional<Store> store;
    const bool is_open = try_again(session, [&store, key] {
      auto opened = Store::open(kPath, key);
      if (opened) store.emplace(std::move(*opened));
      return opened;
    });
    if (!is_open) return session;
    for (unsigned number = first; number < first + kAnswerCount / 2; ++number) {
      if (try_again(session, [&] { return store->add(answer(number)); })) {
        session.acknowledged.insert(answer(number).rating_id);
      }
    }
    const auto backup = test::history(30, 100 + first * 100);
    if (try_again(session, [&] { return store->import_records(backup); })) {
      for (const auto& rating : backup) session.acknowledged.insert(rating.rating_id);
    }
  }
  return session;
}

/// What the disk holds now, faults gone.
std::set<std::string> kept_ids(SimulatedDisk& disk, const seal::Key* key) {
  disk.load(disk.written());
  const auto store = Store::open(kPath, key);
  if (!store) {
    ADD_FAILURE() << store.error().code << " " << store.error().detail;
    return {};
  }
  std::set<std::string> ids;
  for (const auto& rating : test::must(store->all_ratings())) ids.insert(rating.rating_id);
  return ids;
}

/// A kind of fault, and whether the store is encrypted.
class DiskFault : public testing::TestWithParam<std::tuple<Fault, bool>> {
 protected:
  DiskFault() {
    disk.load({});
    if (std::get<bool>(GetParam())) {
      key = &made;
      EXPECT_TRUE(test::replace(kPath, {}, key));
    }
    start = disk.written();
  }

  int count_calls() {
    disk.load(start);
    run_session(key);
    return disk.call_count();
  }

  SimulatedDisk disk;
  const Fault fault = std::get<Fault>(GetParam());
  const seal::Key made = test::key();
  const seal::Key* key = nullptr;
  test::DiskImage start;
};

TEST_P(DiskFault, OnceAtAnyCallLosesNothingAndIsGoneOnTheSecondTry) {
  const int calls = count_calls();
  std::set<std::string> everything;
  for (int call = 0; call < calls; ++call) {
    disk.load(start);
    disk.fail_calls(call, 1, fault);

    const Session session = run_session(key);

    if (call == 0) everything = session.acknowledged;
    EXPECT_EQ(session.acknowledged.size(), kAnswerCount + 60) << call;
    EXPECT_EQ(kept_ids(disk, key), session.acknowledged) << call;
    for (const auto& code : session.error_codes) {
      EXPECT_TRUE(code == "store.io" || code == "store.full") << call << " " << code;
    }
  }
  std::printf("faults once: %d calls\n", calls);
}

TEST_P(DiskFault, ForEverFromAnyCallOnLosesNothingThatWasAcknowledged) {
  const int calls = count_calls();
  for (int call = 0; call < calls; ++call) {
    disk.load(start);
    disk.fail_calls(call, SimulatedDisk::kNever, fault);

    const Session session = run_session(key);

    const auto kept = kept_ids(disk, key);
    for (const auto& id : session.acknowledged) EXPECT_TRUE(kept.contains(id)) << call;
    for (const auto& code : session.error_codes) {
      EXPECT_TRUE(code == "store.io" || code == "store.full") << call << " " << code;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, DiskFault,
                         testing::Combine(testing::Values(Fault::io_error, Fault::full), testing::Bool()),
                         [](const auto& tested) {
                           const bool is_encrypted = std::get<bool>(tested.param);
                           return std::string(std::get<Fault>(tested.param) == Fault::full ? "Full" : "IoError") +
                                  (is_encrypted ? "Encrypted" : "Plain");
                         });

TEST(DiskFull, IsSaidAndWhatWasKeptCanStillBeRead) {
  SimulatedDisk disk;
  disk.load({});
  auto store = Store::open(kPath);
  ASSERT_TRUE(store->add(answer(1)));
  disk.fail_calls(0, SimulatedDisk::kNever, Fault::full);

  const auto refused = store->add(answer(2));
  disk.fail_calls(SimulatedDisk::kNever, 0, Fault::full);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "store.full");
  EXPECT_EQ(store->all_ratings()->size(), 1U);
  EXPECT_TRUE(store->add(answer(2)));
}

}  // namespace
}  // namespace trellis::store
