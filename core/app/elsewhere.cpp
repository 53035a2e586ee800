// SPDX-License-Identifier: MIT
// The methods that the browser's first core does not bring along: each says where it is. The whole core has them.
#include "app/methods.hpp"

namespace trellis::app {
namespace {

Result<Json> elsewhere() { return fail("content.not_here", "whole"); }

}  // namespace

Result<Json> get_section(const Call&) { return elsewhere(); }
Result<Json> check_dilemma(const Call&) { return elsewhere(); }
Result<Json> review_workplace(const Call&) { return elsewhere(); }
Result<Json> search(const Call&) { return elsewhere(); }

}  // namespace trellis::app
