// SPDX-License-Identifier: MIT
// Ratings for the store's tests, made from numbers so that a test can name them. Nothing random, no clock.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "competency/rating.hpp"

namespace trellis::test {

/// The value of a call that cannot fail here; the test fails when it does.
template <class T>
T must(Result<T> result) {
  if (!result) ADD_FAILURE() << result.error().code << " " << result.error().detail;
  return result ? std::move(*result) : T{};
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TRELLIS_TESTS_ARE_SANITISED 1
#endif
#endif
#ifndef TRELLIS_TESTS_ARE_SANITISED
#define TRELLIS_TESTS_ARE_SANITISED 0
#endif

/// How far apart the cases of a long sweep are: every one, or with sanitizers, which make them twenty times slower,
/// every `sanitised`th. TRELLIS_FULL=1 takes every one there too.
inline int stride(int sanitised) {
  return TRELLIS_TESTS_ARE_SANITISED == 1 && std::getenv("TRELLIS_FULL") == nullptr ? sanitised : 1;
}

inline constexpr const char* kNoon = "2026-11-22T12:00:00Z";

/// A lower-case UUID that sorts by `number`.
inline std::string uuid(unsigned number) {
  char text[37];
  std::snprintf(text, sizeof text, "%08x-0000-4000-8000-%012x", number, number);
  return text;
}

/// Level 1 to 5 by turns, and now and then an opt-out.
inline competency::Rating rating(unsigned number, std::string competency_id = "D1.1", std::string note = {}) {
  competency::Rating made;
  made.rating_id = uuid(number);
  made.competency_id = std::move(competency_id);
  if (number % 7 == 6) {
    made.answer = competency::Answer::prefer_not_to_say;
  } else {
    made.level = static_cast<int>(number % 5) + 1;
  }
  made.note = std::move(note);
  made.rated_at = kNoon;
  made.revision = 1;
  return made;
}

/// `count` ratings over ten competencies, with revisions as a store would give them.
inline std::vector<competency::Rating> history(unsigned count, unsigned first = 0) {
  std::vector<competency::Rating> ratings;
  for (unsigned i = 0; i < count; ++i) {
    ratings.push_back(rating(first + i, "D" + std::to_string(i % 10 + 1) + ".1", "note " + std::to_string(i)));
    ratings.back().revision = static_cast<int>(i / 10) + 1;
  }
  return ratings;
}

}  // namespace trellis::test
