// SPDX-License-Identifier: MIT
#include <array>
#include <vector>

#include "app/methods.hpp"
#include "app/params.hpp"
#include "app/row.hpp"
#include "seal/sealed.hpp"
#include "store/backup.hpp"

namespace trellis::app {
namespace {

/// The largest backup, sealed: a header, and four letters for three bytes.
constexpr std::size_t kSealedBytesMax = store::kBackupBytesMax / 3 * 4 + 1024;

using EntryCounts = std::array<int, growth::kKindCount>;

/// Ratings, and entries of each kind.
Json counts(std::size_t ratings, const EntryCounts& entries) {
  Row row;
  row.number("ratings", ratings);
  for (const auto kind : growth::kKinds) {
    row.number(std::string(to_string(kind)).c_str(), entries.at(static_cast<std::size_t>(kind)));
  }
  return row.json();
}

EntryCounts count(const std::vector<growth::Entry>& entries) {
  EntryCounts counted{};
  for (const auto& entry : entries) ++counted.at(static_cast<std::size_t>(entry.kind));
  return counted;
}

/// What both preview and import need: the backup read whole, and an open store.
struct Incoming {
  store::Backup backup;
  store::Store* store = nullptr;
};

/// @param passphrase  empty: none was given
Result<store::Backup> read_document(const std::string& document, std::string_view passphrase) {
  if (!seal::is_sealed(document)) return store::read_backup(document);
  if (document.size() > kSealedBytesMax) return fail("backup.too_long", std::to_string(document.size()));
  if (passphrase.empty()) return fail("backup.sealed");
  const auto plain = seal::open(seal::Kind::backup, document, passphrase);
  if (!plain) return tl::unexpected<Error>(plain.error());
  return store::read_backup(*plain);
}

Result<Incoming> read_incoming(const Call& call) {
  Params params(call.params, {"locale", "document", "passphrase"});
  const std::string document = params.text("document");
  const seal::SecretText passphrase(params.optional_text("passphrase"));
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto backup = read_document(document, passphrase.text);
  if (!backup) return tl::unexpected<Error>(backup.error());
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  return Incoming{std::move(*backup), *store};
}

}  // namespace

Result<Json> export_backup(const Call& call) {
  Params params(call.params, {"locale", "exported_at", "passphrase", "entropy"});
  const std::string exported_at = params.text("exported_at");
  const bool is_sealed = call.params.contains("passphrase");
  const seal::SecretText passphrase(params.optional_text("passphrase"));
  const seal::SecretText entropy(is_sealed ? params.entropy() : "");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  auto ratings = (*store)->all_ratings();
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  auto entries = (*store)->all_entries();
  if (!entries) return tl::unexpected<Error>(entries.error());
  auto document = store::write_backup(*ratings, exported_at, *entries);
  if (document && is_sealed) {
    document = seal::close(seal::Kind::backup, *document, passphrase.text, entropy.text);
  }
  if (!document) return tl::unexpected<Error>(document.error());
  return Row().text("document", *document).put("counts", counts(ratings->size(), count(*entries))).json();
}

Result<Json> preview_backup(const Call& call) {
  auto incoming = read_incoming(call);
  if (!incoming) return tl::unexpected<Error>(incoming.error());
  auto preview = incoming->store->preview_import(incoming->backup.ratings, incoming->backup.entries);
  if (!preview) return tl::unexpected<Error>(preview.error());
  return Row()
      .number("format_version", incoming->backup.format_version)
      .text("exported_at", incoming->backup.exported_at)
      .put("counts", counts(incoming->backup.ratings.size(), count(incoming->backup.entries)))
      .put("new_counts", counts(static_cast<std::size_t>(preview->added), preview->added_entries))
      .json();
}

Result<Json> import_backup(const Call& call) {
  auto incoming = read_incoming(call);
  if (!incoming) return tl::unexpected<Error>(incoming.error());
  auto done = incoming->store->import_records(incoming->backup.ratings, incoming->backup.entries);
  if (!done) return tl::unexpected<Error>(done.error());
  return Row()
      .put("added", counts(static_cast<std::size_t>(done->added), done->added_entries))
      .put("already_present", counts(static_cast<std::size_t>(done->already_present), done->present_entries))
      .json();
}

}  // namespace trellis::app
