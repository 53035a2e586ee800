// SPDX-License-Identifier: MIT
#include "app/state.hpp"

namespace trellis::app {

State::State(const std::optional<std::string>& database) {
  if (!database) return;
  auto opened = store::Store::open(*database);
  if (opened) {
    store_.emplace(std::move(*opened));
  } else {
    store_failure_ = std::move(opened.error());
  }
}

Result<store::Store*> State::store() {
  if (store_) return &*store_;
  if (store_failure_) return tl::unexpected<Error>(*store_failure_);
  return fail("store.not_open");
}

const ethics::Checker& State::checker(const content::Catalog& catalog) {
  const auto known = checkers_.find(catalog.locale);
  if (known != checkers_.end()) return known->second;
  return checkers_.emplace(catalog.locale, ethics::Checker(catalog)).first->second;
}

}  // namespace trellis::app
