// SPDX-License-Identifier: MIT
// What the methods about growing share: entries and ladders as JSON, and what they read from the store.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/methods.hpp"
#include "app/row.hpp"
#include "competency/progress.hpp"
#include "competency/rating.hpp"
#include "content/growth_pack.hpp"
#include "growth/entry.hpp"

namespace trellis::app {

Json encode_entry(const growth::Entry& entry);

/// What holds now of each series, ordered by series_id.
/// @errors those of State::store(), store.io
Result<std::vector<growth::Entry>> current_entries(const Call& call);

/// Current ratings: those that everybody is asked in framework order, then the others by id (rating_methods.cpp).
/// @errors likewise
Result<std::vector<competency::Rating>> current_ratings(const Call& call);

/// What `get_results` answers (rating_methods.cpp).
/// @param framework  holds every competency of `results`
Json encode_results(const competency::Results& results, const content::Framework& framework,
                    const content::Catalog& catalog);

// framework_methods.cpp

/// The ladder to use: the one handed over, else the program's own that the worker keeps, else ours.
/// @param pack  text of a program's ladder; empty: none
/// @errors ladder.bad_pack, content.not_here
Result<content::Ladder> ladder_in_use(const Call& call, const std::string& pack);

/// The same without one handed over, and ours where the kept one cannot be read: a backup may bring any text, and what
/// does not rest on the ladder goes on.
/// @errors content.not_here
Result<content::Ladder> readable_ladder(const Call& call);

/// The competencies that everybody is asked, then those of leaders, then those of the program whose ladder it is.
/// @errors content.not_here
Result<content::Framework> framework_with(const Call& call, const content::Ladder& ladder);

/// The same with the ladder that is in use, where it can be read.
Result<content::Framework> framework_in_use(const Call& call);

/// Whether a competency that not everybody is asked is in use.
/// @errors competency.unknown, content.not_here
Result<void> require_further(const Call& call, std::string_view competency_id);

}  // namespace trellis::app
