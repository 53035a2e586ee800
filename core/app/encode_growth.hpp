// SPDX-License-Identifier: MIT
// What the methods about growing share: entries and ladders as JSON, and what they read from the store.
#pragma once

#include <vector>

#include "app/methods.hpp"
#include "app/row.hpp"
#include "competency/rating.hpp"
#include "growth/entry.hpp"

namespace trellis::app {

Json encode_entry(const growth::Entry& entry);

/// What holds now of each series, ordered by series_id.
/// @errors those of State::store(), store.io
Result<std::vector<growth::Entry>> current_entries(const Call& call);

/// Current ratings of competencies the framework knows, in framework order (rating_methods.cpp).
/// @errors likewise
Result<std::vector<competency::Rating>> current_ratings(const Call& call);

}  // namespace trellis::app
