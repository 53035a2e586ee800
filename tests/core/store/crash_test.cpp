// SPDX-License-Identifier: MIT
// Power is cut at every change of the disk while a person answers; what is left must open to the old or the new state.
// The short run is part of the suite; TRELLIS_POWER_CUTS=n sets how many outcomes are drawn for each cut.
#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "keyed.hpp"
#include "samples.hpp"
#include "simulated_disk.hpp"
#include "store/store.hpp"

namespace trellis::store {
namespace {

using competency::Rating;
using test::DiskImage;
using test::SimulatedDisk;

constexpr const char* kPath = "records.sqlite3";
constexpr unsigned kStepCount = 9;

/// One thing a person does: single answers, and an import that fills many pages.
std::vector<Rating> step(unsigned number) {
  if (number != 4) return {test::rating(number, number % 2 == 0 ? "D1.1" : "D2.1", std::string(300, 'n'))};
  auto backup = test::history(60, 1000);
  for (auto& rating : backup) rating.note.assign(900, 'b');
  return backup;
}

bool take_step(Store& store, unsigned number) {
  const auto ratings = step(number);
  return ratings.size() == 1 ? store.add(ratings[0]).has_value() : store.import_records(ratings).has_value();
}

std::size_t ratings_after(unsigned steps) {
  std::size_t count = 0;
  for (unsigned number = 0; number < steps; ++number) count += step(number).size();
  return count;
}

/// The store under test. A plain one starts with an empty disk; an encrypted one was made before, with no answers.
struct Subject {
  const seal::Key* key = nullptr;
  DiskImage start;

  Result<Store> open() const { return Store::open(kPath, key); }
};

Subject encrypted(SimulatedDisk& disk) {
  static const seal::Key key = test::key();
  disk.load({});
  EXPECT_TRUE(test::replace(kPath, {}, &key));
  return {.key = &key, .start = disk.written()};
}

/// Closes and opens half way, so that creating, logging, folding in and starting a new log are all cut.
/// @return how many steps were acknowledged; stops at the first that was not
unsigned run_session(const Subject& subject) {
  unsigned acknowledged = 0;
  for (const unsigned end : {kStepCount / 2 + 1, kStepCount}) {
    auto store = subject.open();
    if (!store) return acknowledged;
    for (; acknowledged < end; ++acknowledged) {
      if (!take_step(*store, acknowledged)) return acknowledged;
    }
  }
  return acknowledged;
}

/// What is wrong with a disk after `acknowledged` steps; "" when nothing is.
std::string judge(SimulatedDisk& disk, const Subject& subject, const DiskImage& image, unsigned acknowledged) {
  disk.load(image);
  auto store = subject.open();  // checks integrity, schema and every row's checksum
  if (!store) return "does not open: " + store.error().code + " " + store.error().detail;
  const auto ratings = store->all_ratings();
  if (!ratings) return "cannot be read: " + ratings.error().code;
  const bool is_old = ratings->size() == ratings_after(acknowledged);
  const bool is_new = acknowledged < kStepCount && ratings->size() == ratings_after(acknowledged + 1);
  if (!is_old && !is_new) {
    return "holds " + std::to_string(ratings->size()) + " ratings after " + std::to_string(acknowledged) + " steps";
  }
  for (unsigned number = acknowledged; number < kStepCount; ++number) {
    if (!take_step(*store, number)) return "cannot go on at step " + std::to_string(number);
  }
  if (store->all_ratings()->size() != ratings_after(kStepCount)) return "lost something going on";
  return {};
}

int draws_per_cut() {
  const char* wish = std::getenv("TRELLIS_POWER_CUTS");
  return wish == nullptr ? 8 / test::stride(8) : std::atoi(wish);
}

struct Tally {
  int outcomes = 0;
  int failures = 0;
  std::string first_failure;
};

/// Cuts the power at every change, and draws outcomes for each.
Tally cut_everywhere(SimulatedDisk& disk, const Subject& subject, bool sync_lies) {
  disk.load(subject.start);
  run_session(subject);
  const int changes = disk.change_count();
  std::mt19937 random(20261122);
  Tally tally;
  const auto note = [&tally](const std::string& problem, int cut) {
    ++tally.outcomes;
    if (problem.empty()) return;
    if (tally.failures++ == 0) tally.first_failure = "cut " + std::to_string(cut) + ": " + problem;
  };
  for (int cut = 0; cut <= changes; ++cut) {
    disk.load(subject.start);
    if (sync_lies) disk.lie_about_sync();
    disk.cut_power_at(cut);
    const unsigned acknowledged = run_session(subject);
    std::vector<DiskImage> images;
    for (int draw = 0; draw < draws_per_cut(); ++draw) images.push_back(disk.after_power_cut(random));
    const DiskImage killed = disk.written();
    for (const auto& image : images) note(judge(disk, subject, image, acknowledged), cut);
    if (!sync_lies) note(judge(disk, subject, killed, acknowledged), cut);
  }
  return tally;
}

class AnyStore : public testing::TestWithParam<bool> {
 protected:
  SimulatedDisk disk;
  Subject subject = GetParam() ? encrypted(disk) : Subject{};
};

using PowerCutAt = AnyStore;

TEST_P(PowerCutAt, AnyWriteOrSyncLeavesTheOldOrTheNewState) {
  const Tally tally = cut_everywhere(disk, subject, false);

  RecordProperty("outcomes", tally.outcomes);
  std::printf("power cuts: %d outcomes, %d bad\n", tally.outcomes, tally.failures);
  EXPECT_GT(tally.outcomes, 300);
  EXPECT_EQ(tally.failures, 0) << tally.first_failure;
}

TEST_P(PowerCutAt, AnyWriteOrSyncIsCaughtLosingAnswersOnADiskThatLies) {
  const Tally tally = cut_everywhere(disk, subject, true);

  std::printf("control, sync lies: %d outcomes, %d bad\n", tally.outcomes, tally.failures);
  EXPECT_GT(tally.failures, tally.outcomes / 4);
}

TEST(PowerCut, AfterAKillTakesBackNoAnswerThatWasSentAgain) {
  SimulatedDisk disk;
  std::mt19937 random(11);
  disk.load({});
  run_session(Subject{});
  const int changes = disk.change_count();
  for (int cut = 0; cut <= changes; ++cut) {
    disk.load({});
    disk.cut_power_at(cut);  // stands for the kill: what was written is still in the system's memory
    run_session(Subject{});
    disk.load(disk.written(), disk.flushed());
    auto store = Store::open(kPath);
    ASSERT_TRUE(store) << cut;
    for (unsigned number = 0; number < kStepCount; ++number) ASSERT_TRUE(take_step(*store, number)) << cut;
    const DiskImage image = disk.after_power_cut(random);
    store = tl::unexpected<Error>(Error{});  // closes; what that writes comes after the cut

    EXPECT_EQ(judge(disk, Subject{}, image, kStepCount), "") << cut;
  }
}

TEST(PowerCut, AfterAKillAnAnswerThatCannotBeFlushedIsNotCalledSaved) {
  SimulatedDisk disk;
  disk.load({});
  DiskImage written;
  DiskImage flushed;
  {
    auto store = Store::open(kPath);
    ASSERT_TRUE(take_step(*store, 0));
    flushed = disk.flushed();  // of the same session: another one has other salts in its log
    const int before = disk.change_count();
    ASSERT_TRUE(take_step(*store, 1));
    disk.cut_power_at(disk.change_count());
    written = disk.written();
    ASSERT_GT(disk.change_count(), before);
  }
  int unsettled = 0;
  for (int call = 0; call < 120; ++call) {
    disk.load(written, flushed);
    disk.fail_calls(call, SimulatedDisk::kNever, test::Fault::io_error);
    auto store = Store::open(kPath);
    if (!store) continue;
    const bool is_acknowledged = take_step(*store, 1);
    std::mt19937 random(static_cast<unsigned>(call));
    const DiskImage image = disk.after_power_cut(random);
    store = tl::unexpected<Error>(Error{});
    disk.load(image);
    const auto reopened = Store::open(kPath);
    ASSERT_TRUE(reopened) << call;

    if (!is_acknowledged) ++unsettled;
    EXPECT_GE(reopened->all_ratings()->size(), is_acknowledged ? 2U : 1U) << call;
  }
  EXPECT_GT(unsettled, 0) << "no fault fell between opening and the flush";
}

TEST_P(PowerCutAt, AnyWriteWhileRecoveringFromAnotherLosesNothingEither) {
  std::mt19937 random(7);
  disk.load(subject.start);
  run_session(subject);
  const int changes = disk.change_count();
  int outcomes = 0;
  for (int cut = 3; cut <= changes; cut += 7) {
    disk.load(subject.start);
    disk.cut_power_at(cut);
    const unsigned acknowledged = run_session(subject);
    const DiskImage first = disk.after_power_cut(random);
    disk.load(first);
    { const auto probe = subject.open(); }
    const int recovery_changes = disk.change_count();
    for (int second = 0; second <= recovery_changes; ++second) {
      disk.load(first);
      disk.cut_power_at(second);
      { const auto cut_again = subject.open(); }
      const DiskImage image = disk.after_power_cut(random);

      EXPECT_EQ(judge(disk, subject, image, acknowledged), "") << cut << " then " << second;
      ++outcomes;
    }
  }
  EXPECT_GT(outcomes, 30);
}

INSTANTIATE_TEST_SUITE_P(Stores, PowerCutAt, testing::Bool(),
                         [](const auto& tested) { return tested.param ? "Encrypted" : "Plain"; });

}  // namespace
}  // namespace trellis::store
