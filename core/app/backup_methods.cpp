// SPDX-License-Identifier: MIT
#include "app/methods.hpp"
#include "app/params.hpp"
#include "app/row.hpp"
#include "store/backup.hpp"

namespace trellis::app {
namespace {

Json counts(std::size_t ratings) { return Row().number("ratings", ratings).json(); }

/// What both preview and import need: the backup read whole, and an open store.
struct Incoming {
  store::Backup backup;
  store::Store* store = nullptr;
};

Result<Incoming> read_incoming(const Call& call) {
  Params params(call.params, {"locale", "document"});
  const std::string document = params.text("document");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto backup = store::read_backup(document);
  if (!backup) return tl::unexpected<Error>(backup.error());
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  return Incoming{std::move(*backup), *store};
}

}  // namespace

Result<Json> export_backup(const Call& call) {
  Params params(call.params, {"locale", "exported_at"});
  const std::string exported_at = params.text("exported_at");
  if (params.error()) return tl::unexpected<Error>(*params.error());
  auto store = call.state.store();
  if (!store) return tl::unexpected<Error>(store.error());
  auto ratings = (*store)->all_ratings();
  if (!ratings) return tl::unexpected<Error>(ratings.error());
  auto document = store::write_backup(*ratings, exported_at);
  if (!document) return tl::unexpected<Error>(document.error());
  return Row().text("document", *document).put("counts", counts(ratings->size())).json();
}

Result<Json> preview_backup(const Call& call) {
  auto incoming = read_incoming(call);
  if (!incoming) return tl::unexpected<Error>(incoming.error());
  auto preview = incoming->store->preview_import(incoming->backup.ratings);
  if (!preview) return tl::unexpected<Error>(preview.error());
  return Row()
      .number("format_version", incoming->backup.format_version)
      .text("exported_at", incoming->backup.exported_at)
      .put("counts", counts(incoming->backup.ratings.size()))
      .put("new_counts", counts(static_cast<std::size_t>(preview->added)))
      .json();
}

Result<Json> import_backup(const Call& call) {
  auto incoming = read_incoming(call);
  if (!incoming) return tl::unexpected<Error>(incoming.error());
  auto done = incoming->store->import_ratings(incoming->backup.ratings);
  if (!done) return tl::unexpected<Error>(done.error());
  return Row()
      .put("added", counts(static_cast<std::size_t>(done->added)))
      .put("already_present", counts(static_cast<std::size_t>(done->already_present)))
      .json();
}

}  // namespace trellis::app
