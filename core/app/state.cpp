// SPDX-License-Identifier: MIT
#include "app/state.hpp"

#include <utility>

#include "store/vfs_file.hpp"

namespace trellis::app {

State::State(const std::optional<std::string>& database) {
  if (!database) return;
  if (*database != ":memory:") path_ = store::full_name(*database);
  open(nullptr);
}

void State::open(const seal::Key* key) {
  store_.reset();
  store_failure_.reset();
  if (!path_.empty()) {
    auto record = store::read_protection(path_);
    if (!record) {
      store_failure_ = std::move(record.error());
      return;
    }
    record_ = std::move(*record);
  }
  if (is_protected() && key == nullptr) {
    store_failure_ = Error{"store.locked", ""};
    return;
  }
  auto opened = store::Store::open(path_.empty() ? ":memory:" : path_, is_protected() ? key : nullptr);
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

bool State::is_locked() const { return store_failure_ && store_failure_->code == "store.locked"; }

Result<void> State::unlock(std::string_view passphrase) {
  if (store_ && is_protected()) return {};
  if (!store_ && !is_locked()) open(nullptr);  // what went wrong before may be mended by now
  if (!is_protected()) return fail("store.not_protected");
  const auto key = store::open_key(record_, passphrase);
  if (!key) return tl::unexpected<Error>(key.error());
  open(&*key);
  if (!store_) return tl::unexpected<Error>(*store_failure_);
  return {};
}

Result<void> State::lock() {
  if (!is_protected()) return fail("store.not_protected");
  open(nullptr);
  return {};
}

Result<void> State::replace(std::string envelope, const seal::Key* key) {
  const auto current = store();
  if (!current) return tl::unexpected<Error>(current.error());
  const auto ratings = (*current)->all_ratings();
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  const auto entries = (*current)->all_entries();
  if (!entries) return tl::unexpected<Error>(entries.error());
  if (auto staged = store::stage(path_, *ratings, *entries, key); !staged) return staged;
  auto decided = store::decide(path_, record_, std::move(envelope));
  open(key);
  if (!store_) return tl::unexpected<Error>(*store_failure_);
  if (is_protected() == (key != nullptr)) return {};
  return decided;
}

Result<void> State::set_passphrase(std::string_view passphrase, std::string_view entropy) {
  if (is_protected()) return fail("store.protected");
  if (const auto current = store(); !current) return tl::unexpected<Error>(current.error());
  if (path_.empty()) return fail("store.not_open");
  auto made = store::make_key(passphrase, entropy);
  if (!made) return tl::unexpected<Error>(made.error());
  return replace(std::move(made->envelope), &made->key);
}

Result<void> State::change_passphrase(std::string_view passphrase, std::string_view next, std::string_view entropy) {
  const auto key = store::open_key(record_, passphrase);
  if (!key) return tl::unexpected<Error>(key.error());
  auto envelope = store::make_envelope(*key, next, entropy);
  if (!envelope) return tl::unexpected<Error>(envelope.error());
  store::KeyRecord changed = record_;
  changed.envelope = std::move(*envelope);
  if (auto written = store::write_key_record(path_, changed); !written) return written;
  record_ = std::move(changed);
  return {};
}

Result<void> State::remove_passphrase(std::string_view passphrase) {
  if (const auto key = store::open_key(record_, passphrase); !key) return tl::unexpected<Error>(key.error());
  return replace({}, nullptr);
}

const ethics::Checker& State::checker(const content::Catalog& catalog) {
  const auto known = checkers_.find(catalog.locale);
  if (known != checkers_.end()) return known->second;
  return checkers_.emplace(catalog.locale, ethics::Checker(catalog)).first->second;
}

}  // namespace trellis::app
