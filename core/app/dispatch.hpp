// SPDX-License-Identifier: MIT
// JSON-RPC 2.0 in, JSON-RPC 2.0 out (https://www.jsonrpc.org/specification). Every request gets exactly one response,
// malformed ones too; nothing is thrown to the caller. Batches and notifications are not offered.
#pragma once

#include <string>
#include <string_view>

#include "app/state.hpp"

namespace trellis::app {

/// Answers one request.
/// @param request  JSON text with `jsonrpc`, `method`, `params` (with `locale`) and `id`
/// @return a response as JSON text; an error carries `ErrorData` of the contract in `data`
std::string dispatch(State& state, std::string_view request);

}  // namespace trellis::app
