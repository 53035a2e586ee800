// SPDX-License-Identifier: MIT
// The methods that the browser's first core does not bring along: each says where it is. The whole core has them.
#include "app/methods.hpp"

namespace trellis::app {
namespace {

Result<Json> elsewhere() { return fail("content.not_here", "whole"); }

/// Of those that read or change what a person keeps: the whole core must have the store before it can answer.
Result<Json> elsewhere_with_store() { return fail("content.not_here", "whole store"); }

}  // namespace

Result<Json> set_passphrase(const Call&) { return elsewhere_with_store(); }
Result<Json> change_passphrase(const Call&) { return elsewhere_with_store(); }
Result<Json> remove_passphrase(const Call&) { return elsewhere_with_store(); }
Result<Json> get_section(const Call&) { return elsewhere(); }
Result<Json> check_dilemma(const Call&) { return elsewhere(); }
Result<Json> review_workplace(const Call&) { return elsewhere(); }
Result<Json> search(const Call&) { return elsewhere(); }
Result<void> require_further(const Call&, std::string_view) { return fail("content.not_here", "whole store"); }
Result<Json> get_full_framework(const Call&) { return elsewhere_with_store(); }
Result<Json> get_further_results(const Call&) { return elsewhere_with_store(); }
Result<Json> put_entry(const Call&) { return elsewhere_with_store(); }
Result<Json> remove_entry(const Call&) { return elsewhere_with_store(); }
Result<Json> list_entries(const Call&) { return elsewhere_with_store(); }
Result<Json> get_form(const Call&) { return elsewhere_with_store(); }
Result<Json> get_ladder(const Call&) { return elsewhere_with_store(); }
Result<Json> get_gap(const Call&) { return elsewhere_with_store(); }
Result<Json> get_log_totals(const Call&) { return elsewhere_with_store(); }
Result<Json> export_csv(const Call&) { return elsewhere_with_store(); }
Result<Json> suggest_family(const Call&) { return elsewhere(); }
Result<Json> get_drift_patterns(const Call&) { return elsewhere_with_store(); }
Result<Json> check_note(const Call&) { return elsewhere(); }
Result<Json> get_rating_trend(const Call&) { return elsewhere_with_store(); }
Result<Json> get_agenda(const Call&) { return elsewhere_with_store(); }
Result<Json> export_second_view(const Call&) { return elsewhere_with_store(); }
Result<Json> read_second_view(const Call&) { return elsewhere_with_store(); }
Result<Json> answer_second_view(const Call&) { return elsewhere_with_store(); }
Result<Json> merge_second_views(const Call&) { return elsewhere_with_store(); }
Result<Json> compare_second_view(const Call&) { return elsewhere_with_store(); }
Result<Json> get_weekly_dilemmas(const Call&) { return elsewhere(); }
Result<Json> read_pack(const Call&) { return elsewhere(); }
Result<Json> get_group_line(const Call&) { return elsewhere_with_store(); }
Result<Json> tally_group(const Call&) { return elsewhere_with_store(); }

}  // namespace trellis::app
