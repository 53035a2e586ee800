// SPDX-License-Identifier: MIT
// Entries for tests, made from numbers so that a test can name them. Nothing random, no clock.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "../store/samples.hpp"
#include "base/json.hpp"
#include "growth/entry_body.hpp"

namespace trellis::test {

/// The one spelling of a body.
inline std::string body(growth::Kind kind, const std::string& json) {
  return must(growth::canonical_body(kind, *base::parse_json(json)));
}

inline growth::Entry entry(unsigned number, unsigned series, growth::Kind kind, const std::string& json) {
  growth::Entry made;
  made.entry_id = uuid(number);
  made.series_id = uuid(series);
  made.kind = kind;
  made.body = body(kind, json);
  made.noted_at = kNoon;
  made.revision = 1;
  return made;
}

inline std::string log_json(const std::string& what, const std::string& on, int minutes, int peer_minutes = 0) {
  return R"({"what":")" + what + R"(","on":")" + on + R"(","minutes":)" + std::to_string(minutes) +
         R"(,"peer_minutes":)" + std::to_string(peer_minutes) + R"(,"title":"a day","provider":""})";
}

/// A goal, hours, a request outside the role, and a condition of the job.
inline std::vector<growth::Entry> entries() {
  std::vector<growth::Entry> made = {
      entry(9001, 8001, growth::Kind::goal, R"({"text":"Say no kindly","next_action":"Practise once","state":"open"})"),
      entry(9002, 8002, growth::Kind::log, log_json("work", "2026-11-02", 480)),
      entry(9003, 8003, growth::Kind::drift,
            R"({"on":"2026-11-03","family":"transportation","rule_id":"T.DRIVER","how_often":"often",
                "what_i_did":"said_no","what_happened":"asked_again","words":"the van, ¿otra vez?"})"),
      entry(9004, 8004, growth::Kind::condition, R"({"item":"supervision","level":2,"note":""})"),
  };
  made[3].series_id = "condition.supervision";
  return made;
}

}  // namespace trellis::test
