// SPDX-License-Identifier: MIT
// `trellis backup`: out to a file, and back; two into one. A refused file ends with status 1 and changes nothing.
#include <algorithm>
#include <iostream>

#include "commands.hpp"
#include "input.hpp"
#include "passphrase.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

/// How a sealed backup begins (contract/sealed.md).
constexpr std::string_view kSealedStart = "trellis-sealed ";

int export_to(Session& session, const std::string& path, const std::string& exported_at, bool seal) {
  Json params = {{"exported_at", exported_at}};
  if (seal) {
    const auto passphrase = ask_new_passphrase(session, "passphrase.backup_new");
    if (!passphrase) return kUsage;
    params["passphrase"] = passphrase->text;
    params["entropy"] = make_entropy();
  }
  const auto exported = session.call("export_backup", std::move(params));
  if (!exported) return session.failure_status();
  return put_out(session, path, (*exported)["document"].get<std::string>(),
                 session.words("backup.written") + " " + (*exported)["counts"]["ratings"].dump());
}

/// The parameters that hand a backup file to the core; nothing after an error was told.
std::optional<Json> read_backup(Session& session, const std::string& path) {
  session.name_file(path);
  auto text = read_input(session, path);
  if (!text) return std::nullopt;
  Json params = {{"document", std::move(*text)}};
  if (params["document"].get_ref<const std::string&>().starts_with(kSealedStart)) {
    const auto passphrase = ask_passphrase(session, "passphrase.backup");
    if (!passphrase) return std::nullopt;
    params["passphrase"] = passphrase->text;
  }
  return params;
}

int print_preview(const Session& session, const Json& preview, bool with_new) {
  if (session.settings().json) return print_json(preview);
  std::cout << session.words("backup.exported_at") << ' ' << preview["exported_at"].get<std::string>() << '\n'
            << session.words("backup.holds") << ' ' << preview["counts"]["ratings"].get<int>() << '\n';
  if (with_new) std::cout << session.words("backup.new") << ' ' << preview["new_counts"]["ratings"].get<int>() << '\n';
  return kDone;
}

}  // namespace

int backup_export(Session& session, const BackupOptions& options) {
  return export_to(session, options.path, now_utc(), options.seal);
}

int backup_preview(Session& session, const BackupOptions& options) {
  const auto params = read_backup(session, options.path);
  if (!params) return kUsage;
  const auto preview = session.call("preview_backup", *params);
  return preview ? print_preview(session, *preview, true) : session.failure_status();
}

int backup_verify(Session& session, const BackupOptions& options) {
  const auto params = read_backup(session, options.path);
  if (!params) return kUsage;
  const auto preview = session.call("preview_backup", *params);
  return preview ? print_preview(session, *preview, false) : session.failure_status();
}

int backup_import(Session& session, const BackupOptions& options) {
  const auto params = read_backup(session, options.path);
  if (!params) return kUsage;
  const auto result = session.call("import_backup", *params);
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  std::cout << session.words("backup.added") << ' ' << (*result)["added"]["ratings"].get<int>() << '\n'
            << session.words("backup.already") << ' ' << (*result)["already_present"]["ratings"].get<int>() << '\n';
  return kDone;
}

int backup_merge(Session& session, const BackupOptions& options) {
  std::string exported_at;  // of the newer one, so that either order gives equal bytes
  for (const std::string& path : {options.path, options.other_path}) {
    const auto params = read_backup(session, path);
    if (!params) return kUsage;
    const auto preview = session.call("preview_backup", *params);
    if (!preview || !session.call("import_backup", *params)) return session.failure_status();
    exported_at = std::max(exported_at, (*preview)["exported_at"].get<std::string>());
  }
  return export_to(session, options.output, exported_at, options.seal);
}

}  // namespace trellis::cli
