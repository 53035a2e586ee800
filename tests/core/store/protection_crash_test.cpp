// SPDX-License-Identifier: MIT
// Setting, changing and removing a passphrase: power is cut at every change of the disk, and again while recovering;
// every call to the disk fails once, and for ever. Afterwards the store is as before or as it was to be.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "keyed.hpp"
#include "simulated_disk.hpp"

namespace trellis::store {
namespace {

using test::DiskImage;
using test::SimulatedDisk;

constexpr const char* kPath = "records.sqlite3";
constexpr const char* kMarker = "marker-of-this-test";
constexpr const char* kNextEnvelope = "another envelope";

std::vector<competency::Rating> ratings() {
  auto made = test::history(40);
  for (auto& rating : made) rating.note = std::string(500, 'n') + kMarker;
  return made;
}

const seal::Key& key() {
  static const seal::Key made = test::key();
  return made;
}

enum class Step { set, change, remove };

Result<void> take(Step step) {
  if (step == Step::set) return test::replace(kPath, ratings(), &key());
  if (step == Step::remove) return test::replace(kPath, ratings(), nullptr);
  auto record = read_protection(kPath);
  if (!record) return tl::unexpected<Error>(record.error());
  record->envelope = kNextEnvelope;
  return write_key_record(kPath, *record);
}

/// The disk before a step.
DiskImage start(SimulatedDisk& disk, Step step) {
  disk.load({});
  EXPECT_TRUE(Store::open(kPath)->import_records(ratings()));
  if (step != Step::set) {
    EXPECT_TRUE(take(Step::set));
  }
  return disk.written();
}

/// What is wrong with the disk as it is; "" when nothing is. Recovers first, as every start does.
std::string judge(Step step, SimulatedDisk& disk, bool is_done) {
  const auto record = read_protection(kPath);
  if (!record) return "not readable: " + record.error().code + " " + record.error().detail;
  const bool has_old = step == Step::set ? !record->is_protected() : record->envelope == test::kEnvelope;
  const bool has_new = step == Step::set      ? record->envelope == test::kEnvelope
                       : step == Step::change ? record->envelope == kNextEnvelope
                                              : !record->is_protected();
  if (!has_new && (is_done || !has_old)) return "neither as before nor as it was to be";
  auto store = Store::open(kPath, record->is_protected() ? &key() : nullptr);
  if (!store) return "does not open: " + store.error().code + " " + store.error().detail;
  if (store->all_ratings() != ratings()) return "lost something";
  if (!store->add(test::rating(900))) return "cannot go on";
  if (!record->is_protected()) return {};
  for (const auto& [name, bytes] : disk.written()) {
    if (bytes.find(kMarker) != std::string::npos) return name + " can be read";
  }
  return {};
}

class Passphrase : public testing::TestWithParam<Step> {};

TEST_P(Passphrase, IsOldOrNewAfterAPowerCutAtEveryWriteAndSync) {
  SimulatedDisk disk;
  const DiskImage before = start(disk, GetParam());
  disk.load(before);
  ASSERT_TRUE(take(GetParam()));
  const int changes = disk.change_count();
  std::mt19937 random(20261122);
  int outcomes = 0;
  for (int cut = 0; cut <= changes; ++cut) {
    disk.load(before);
    disk.cut_power_at(cut);
    const bool is_done = take(GetParam()).has_value();
    std::vector<DiskImage> images = {disk.written()};
    for (int draw = 0; draw < 6 / test::stride(6); ++draw) images.push_back(disk.after_power_cut(random));
    for (const auto& image : images) {
      disk.load(image);
      EXPECT_EQ(judge(GetParam(), disk, is_done), "") << "cut " << cut;
      ++outcomes;
    }
  }
  std::printf("power cuts around a passphrase: %d outcomes\n", outcomes);
  EXPECT_GT(outcomes, GetParam() == Step::change ? 15 : 60);
}

TEST_P(Passphrase, IsOldOrNewAfterASecondCutWhileRecovering) {
  SimulatedDisk disk;
  const DiskImage before = start(disk, GetParam());
  disk.load(before);
  ASSERT_TRUE(take(GetParam()));
  const int changes = disk.change_count();
  std::mt19937 random(7);
  for (int cut = 0; cut <= changes; cut += 3 * test::stride(3)) {
    disk.load(before);
    disk.cut_power_at(cut);
    const bool is_done = take(GetParam()).has_value();
    const DiskImage first = disk.after_power_cut(random);
    disk.load(first);
    ASSERT_TRUE(read_protection(kPath)) << cut;
    const int recovery_changes = disk.change_count();
    for (int second = 0; second <= recovery_changes; ++second) {
      disk.load(first);
      disk.cut_power_at(second);
      { const auto cut_again = read_protection(kPath); }
      disk.load(disk.after_power_cut(random));
      EXPECT_EQ(judge(GetParam(), disk, is_done), "") << cut << " then " << second;
    }
  }
}

TEST_P(Passphrase, LosesNothingWhenAnyCallToTheDiskFails) {
  SimulatedDisk disk;
  const DiskImage before = start(disk, GetParam());
  disk.load(before);
  ASSERT_TRUE(take(GetParam()));
  const int calls = disk.call_count();
  for (const int count : {1, SimulatedDisk::kNever}) {
    for (int call = 0; call < calls; call += test::stride(3)) {
      disk.load(before);
      disk.fail_calls(call, count, test::Fault::io_error);
      const auto done = take(GetParam());
      disk.load(disk.written());

      EXPECT_EQ(judge(GetParam(), disk, done.has_value()), "") << "call " << call;
      if (!done) {
        EXPECT_TRUE(done.error().code == "store.io" || done.error().code == "store.damaged") << done.error().code;
      }
    }
  }
  std::printf("faults around a passphrase: %d calls\n", calls);
}

TEST(PassphraseOnAFullDisk, IsRefusedAndTheStoreGoesOn) {
  SimulatedDisk disk;
  const DiskImage before = start(disk, Step::set);
  disk.load(before);
  disk.fail_calls(4, SimulatedDisk::kNever, test::Fault::full);

  const auto refused = take(Step::set);
  disk.load(disk.written());

  EXPECT_EQ(refused.error().code, "store.full");
  EXPECT_EQ(judge(Step::set, disk, false), "");
}

INSTANTIATE_TEST_SUITE_P(Steps, Passphrase, testing::Values(Step::set, Step::change, Step::remove),
                         [](const auto& tested) {
                           return tested.param == Step::set      ? "Set"
                                  : tested.param == Step::change ? "Changed"
                                                                 : "Removed";
                         });

}  // namespace
}  // namespace trellis::store
