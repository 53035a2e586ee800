// SPDX-License-Identifier: MIT
// The passphrase of the store: set, changed, removed. Each answers with the state of the store afterwards.
#include "app/methods.hpp"
#include "app/params.hpp"
#include "seal/key.hpp"

namespace trellis::app {

Result<Json> set_passphrase(const Call& call) {
  Params params(call.params, {"locale", "passphrase", "entropy"});
  const seal::SecretText passphrase(params.text("passphrase"));
  const seal::SecretText entropy(params.entropy());
  if (params.error()) return tl::unexpected<Error>(*params.error());
  return store_state(call, call.state.set_passphrase(passphrase.text, entropy.text));
}

Result<Json> change_passphrase(const Call& call) {
  Params params(call.params, {"locale", "passphrase", "new_passphrase", "entropy"});
  const seal::SecretText passphrase(params.text("passphrase"));
  const seal::SecretText next(params.text("new_passphrase"));
  const seal::SecretText entropy(params.entropy());
  if (params.error()) return tl::unexpected<Error>(*params.error());
  return store_state(call, call.state.change_passphrase(passphrase.text, next.text, entropy.text));
}

Result<Json> remove_passphrase(const Call& call) {
  Params params(call.params, {"locale", "passphrase"});
  const seal::SecretText passphrase(params.text("passphrase"));
  if (params.error()) return tl::unexpected<Error>(*params.error());
  return store_state(call, call.state.remove_passphrase(passphrase.text));
}

}  // namespace trellis::app
