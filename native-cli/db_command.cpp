// SPDX-License-Identifier: MIT
// `trellis db`: makes and checks a database, and sets, changes and removes its passphrase.
#include <iostream>

#include "commands.hpp"
#include "passphrase.hpp"

namespace trellis::cli {
namespace {

int tell_state(Session& session, const char* words) {
  const auto about = session.call("about", Json::object());
  if (!about) return session.failure_status();
  if (session.settings().json) return print_json((*about)["store"]);
  std::cout << session.words(words) << '\n';
  if ((*about)["store"]["is_protected"].get<bool>()) std::cout << session.words("db.protected") << '\n';
  return kDone;
}

int set_passphrase(Session& session) {
  const auto passphrase = ask_new_passphrase(session, "passphrase.new");
  if (!passphrase) return kUsage;
  const auto done = session.call("set_passphrase", {{"passphrase", passphrase->text}, {"entropy", make_entropy()}});
  return done ? kDone : session.failure_status();
}

}  // namespace

int db_init(Session& session, bool encrypt) {
  if (!session.call("list_ratings", Json::object())) return session.failure_status();
  if (encrypt) {
    if (const int status = set_passphrase(session); status != kDone) return status;
  }
  return tell_state(session, "db.ready");
}

int db_check(Session& session) {
  // Opening has checked every page and every row.
  if (!session.call("list_ratings", Json::object())) return session.failure_status();
  return tell_state(session, "db.whole");
}

int db_encrypt(Session& session) {
  if (const int status = set_passphrase(session); status != kDone) return status;
  return tell_state(session, "db.encrypted");
}

int db_change_passphrase(Session& session) {
  const auto now = ask_passphrase(session, "passphrase.now");
  if (!now) return kUsage;
  const auto next = ask_new_passphrase(session, "passphrase.new");
  if (!next) return kUsage;
  const Json params = {{"passphrase", now->text}, {"new_passphrase", next->text}, {"entropy", make_entropy()}};
  if (!session.call("change_passphrase", params)) return session.failure_status();
  return tell_state(session, "db.changed");
}

int db_decrypt(Session& session) {
  const auto now = ask_passphrase(session, "passphrase.now");
  if (!now) return kUsage;
  if (!session.call("remove_passphrase", {{"passphrase", now->text}})) return session.failure_status();
  return tell_state(session, "db.decrypted");
}

}  // namespace trellis::cli
