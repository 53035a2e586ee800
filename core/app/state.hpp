// SPDX-License-Identifier: MIT
// What one open core holds: the store (or why there is none) and the compiled rules of each language asked for.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ethics/check.hpp"
#include "store/store.hpp"

namespace trellis::app {

class State {
 public:
  /// @param database  file name, ":memory:", or nothing: checks and content work, answers cannot be kept.
  ///                  A database that cannot be opened is left as it is, and everything else still works.
  explicit State(const std::optional<std::string>& database);

  /// @errors store.not_open, or why opening failed
  Result<store::Store*> store();

  const std::optional<Error>& store_failure() const { return store_failure_; }

  const ethics::Checker& checker(const content::Catalog& catalog);

 private:
  std::optional<store::Store> store_;
  std::optional<Error> store_failure_;
  std::map<std::string, ethics::Checker, std::less<>> checkers_;  // by locale
};

}  // namespace trellis::app
