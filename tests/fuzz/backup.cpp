// SPDX-License-Identifier: MIT
// Any bytes as a backup, plain or sealed: refused, or equal after being written and read again. Nothing is ever derived
// from a passphrase here: that would be slow and is the library's business.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "seal/sealed.hpp"
#include "store/backup.hpp"
#include "store/key_record.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto kind : {trellis::seal::Kind::backup, trellis::seal::Kind::key}) {
    const auto sealed = trellis::seal::parse(kind, text);
    if (sealed && trellis::seal::open(*sealed, trellis::seal::Key())) std::abort();  // a key of zeros opens nothing
  }
  const auto backup = trellis::store::read_backup(text);
  if (!backup) return 0;
  const auto written = trellis::store::write_backup(backup->ratings, backup->exported_at, backup->entries);
  if (!written) std::abort();
  const auto again = trellis::store::read_backup(*written);
  if (!again || again->ratings != backup->ratings) std::abort();
  return 0;
}
