// SPDX-License-Identifier: MIT
// `trellis log`: hours and certificates.
#include <iostream>

#include "growth_commands.hpp"
#include "terminal.hpp"

namespace trellis::cli {
namespace {

constexpr int kMinutesPerHour = 60;

/// "2 h 30 min" from 150: no floating point.
std::string hours(const Json& minutes) {
  const int value = minutes.get<int>();
  return std::to_string(value / kMinutesPerHour) + " h " + std::to_string(value % kMinutesPerHour) + " min";
}

void print_line(const Session& session, const Json& entry) {
  const Json& body = entry["body"];
  if (entry["kind"] == "certificate") {
    std::cout << short_id(entry) << "  " << printable(body["name"].get<std::string>());
    if (!body["renew_by"].is_null()) {
      std::cout << "  " << session.words("log.renew_by") << ' ' << body["renew_by"].get<std::string>();
    }
    std::cout << '\n';
    return;
  }
  std::cout << short_id(entry) << "  " << body["on"].get<std::string>() << "  "
            << session.words("log." + body["what"].get<std::string>()) << "  " << hours(body["minutes"]) << "  "
            << printable(body["title"].get<std::string>()) << '\n';
}

}  // namespace

int log_add(Session& session, const GrowthArguments& args) {
  return keep_entry(session, "log",
                    {{"what", args.what},
                     {"on", args.on.empty() ? today() : args.on},
                     {"minutes", args.minutes},
                     {"peer_minutes", args.peer_minutes},
                     {"title", args.title},
                     {"provider", args.provider}});
}

int log_certificate(Session& session, const GrowthArguments& args) {
  return keep_entry(session, "certificate",
                    {{"name", args.text},
                     {"issuer", args.provider},
                     {"issued_on", or_null(args.issued_on)},
                     {"renew_by", or_null(args.renew_by)},
                     {"certificate_id", or_null(args.certificate_id)}});
}

int log_list(Session& session, const GrowthArguments& /*args*/) {
  const auto entries = entries_of(session, {"log", "certificate"});
  if (!entries) return session.failure_status();
  if (session.settings().json) return print_json({{"entries", *entries}});
  if (entries->empty()) print_paragraph(session.words("log.none"));
  for (const Json& entry : *entries) print_line(session, entry);
  return kDone;
}

int log_totals(Session& session, const GrowthArguments& /*args*/) {
  const auto result = session.call("get_log_totals", {{"today", today()}});
  if (!result) return session.failure_status();
  if (session.settings().json) return print_json(*result);
  for (const Json& row : (*result)["totals"]) {
    std::cout << session.words("log." + row["what"].get<std::string>()) << ": " << hours(row["minutes"]) << "; "
              << session.words("log.last_year") << ' ' << hours(row["year_minutes"]) << ", "
              << session.words("log.peer_specific") << ' ' << hours(row["year_peer_minutes"]) << '\n';
  }
  for (const Json& row : (*result)["renewals"]) {
    std::cout << printable(row["name"].get<std::string>()) << ": " << session.words("log.renew_by") << ' '
              << row["renew_by"].get<std::string>() << '\n';
  }
  return kDone;
}

int log_remove(Session& session, const GrowthArguments& args) {
  return remove_entry(session, args.id, {"log", "certificate"});
}

int log_csv(Session& session, const GrowthArguments& args) {
  return print_csv(session, args.what.empty() ? "log" : args.what);
}

}  // namespace trellis::cli
