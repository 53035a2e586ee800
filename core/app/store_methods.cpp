// SPDX-License-Identifier: MIT
// Opening and locking the store. Each answers with the state of the store afterwards.
#include "app/encode.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "seal/key.hpp"

namespace trellis::app {

Json encode_store(State& state, const content::Catalog& catalog) {
  Row row;
  row.flag("is_protected", state.is_protected());
  if (auto store = state.store()) {
    return row.text("state", "open").nothing("error").number("schema_version", (*store)->schema_version()).json();
  }
  const auto& failure = state.store_failure();
  row.text("state", state.is_locked() ? "locked" : failure ? "failed" : "none").number("schema_version", 0);
  if (!failure) return row.nothing("error").json();
  return row.put("error", encode_error(*failure, catalog)).json();
}

Result<Json> store_state(const Call& call, const Result<void>& done) {
  if (!done) return tl::unexpected<Error>(done.error());
  return Row().put("store", encode_store(call.state, call.catalog)).json();
}

Result<Json> unlock(const Call& call) {
  Params params(call.params, {"locale", "passphrase"});
  const seal::SecretText passphrase(params.text("passphrase"));
  if (params.error()) return tl::unexpected<Error>(*params.error());
  return store_state(call, call.state.unlock(passphrase.text));
}

Result<Json> lock(const Call& call) {
  if (const Params params(call.params, {"locale"}); params.error()) return tl::unexpected<Error>(*params.error());
  return store_state(call, call.state.lock());
}

}  // namespace trellis::app
