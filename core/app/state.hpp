// SPDX-License-Identifier: MIT
// What one open core holds: the store (or why there is none) and the compiled rules of each language asked for.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ethics/check.hpp"
#include "store/protection.hpp"
#include "store/store.hpp"

namespace trellis::app {

class State {
 public:
  /// @param database  file name, ":memory:", or nothing: checks and content work, answers cannot be kept.
  ///                  A database that cannot be opened is left as it is, and everything else still works.
  ///                  An encrypted one is locked at first.
  explicit State(const std::optional<std::string>& database);

  /// @errors store.not_open, store.locked, or why opening failed
  Result<store::Store*> store();

  const std::optional<Error>& store_failure() const { return store_failure_; }
  bool is_locked() const;
  /// A passphrase is set.
  bool is_protected() const { return record_.is_protected(); }

  /// @errors store.not_protected, seal.wrong_passphrase and others of seal::open, or why opening failed
  Result<void> unlock(std::string_view passphrase);
  /// @errors store.not_protected
  Result<void> lock();
  /// Encrypts the store. @param entropy  seal::kEntropyBytes random bytes
  /// @errors store.protected, seal.* of seal::close, those of store(), store.io, store.full
  Result<void> set_passphrase(std::string_view passphrase, std::string_view entropy);
  /// @errors store.not_protected, seal.* of seal::open and seal::close, store.io, store.full
  Result<void> change_passphrase(std::string_view passphrase, std::string_view next, std::string_view entropy);
  /// @errors as change_passphrase, and those of store()
  Result<void> remove_passphrase(std::string_view passphrase);

  const ethics::Checker& checker(const content::Catalog& catalog);

 private:
  /// Reads the files anew and opens the store where that needs no passphrase, or with `key`.
  void open(const seal::Key* key);
  /// Writes the store anew under `key` (null: plain) and opens that.
  Result<void> replace(std::string envelope, const seal::Key* key);

  std::string path_;  // empty: there is no file
  store::KeyRecord record_;
  std::optional<store::Store> store_;
  std::optional<Error> store_failure_;
  std::map<std::string, ethics::Checker, std::less<>> checkers_;  // by locale
};

}  // namespace trellis::app
