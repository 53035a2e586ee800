// SPDX-License-Identifier: MIT
// `trellis backup`: out to a file, and back. A refused file ends with status 1 and changes nothing.
#include <iostream>

#include "commands.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

/// Refused input is the file's fault (1); everything else, storage above all, is not (2).
int failure_status(const Session& session) {
  const std::string& code = session.last_error_code();
  return code.starts_with("backup.") || code.starts_with("text.") ? kConcerns : kUsage;
}

}  // namespace

int backup_export(Session& session, const std::string& path) {
  const auto result = session.call("export_backup", {{"exported_at", now_utc()}});
  if (!result) return kUsage;
  const auto document = (*result)["document"].get<std::string>();
  if (path == "-") {
    std::cout << document;
    return kDone;
  }
  if (!write_output(path, document)) {
    tell_error(session, "output.unwritable", path);
    return kUsage;
  }
  std::cout << session.words("backup.written") << ' ' << (*result)["counts"]["ratings"].get<int>() << '\n';
  return kDone;
}

int backup_preview(Session& session, const std::string& path) {
  const auto text = read_input(session, path);
  if (!text) return kUsage;
  const auto result = session.call("preview_backup", {{"document", *text}});
  if (!result) return failure_status(session);
  if (session.settings().json) return print_json(*result);
  std::cout << session.words("backup.exported_at") << ' ' << (*result)["exported_at"].get<std::string>() << '\n'
            << session.words("backup.holds") << ' ' << (*result)["counts"]["ratings"].get<int>() << '\n'
            << session.words("backup.new") << ' ' << (*result)["new_counts"]["ratings"].get<int>() << '\n';
  return kDone;
}

int backup_import(Session& session, const std::string& path) {
  const auto text = read_input(session, path);
  if (!text) return kUsage;
  const auto result = session.call("import_backup", {{"document", *text}});
  if (!result) return failure_status(session);
  if (session.settings().json) return print_json(*result);
  std::cout << session.words("backup.added") << ' ' << (*result)["added"]["ratings"].get<int>() << '\n'
            << session.words("backup.already") << ' ' << (*result)["already_present"]["ratings"].get<int>() << '\n';
  return kDone;
}

}  // namespace trellis::cli
