// SPDX-License-Identifier: MIT
#include "app/dispatch.hpp"

#include <algorithm>

#include "app/encode.hpp"
#include "app/methods.hpp"
#include "app/params.hpp"
#include "base/fence.hpp"
#include "seal/key.hpp"

namespace trellis::app {
namespace {

constexpr Method kMethods[] = {
    {"about", about},
    {"list_roles", list_roles},
    {"get_role", get_role},
    {"list_rules", list_rules},
    {"explain_rule", explain_rule},
    {"list_sources", list_sources},
    {"check_posting", check_posting},
    {"check_task", check_task},
    {"get_framework", get_framework},
    {"rate_competency", rate_competency},
    {"list_ratings", list_ratings},
    {"list_rating_history", list_rating_history},
    {"get_results", get_results},
    {"export_backup", export_backup},
    {"preview_backup", preview_backup},
    {"import_backup", import_backup},
    {"unlock", unlock},
    {"lock", lock},
    {"set_passphrase", set_passphrase},
    {"change_passphrase", change_passphrase},
    {"remove_passphrase", remove_passphrase},
    {"get_section", get_section},
    {"check_dilemma", check_dilemma},
    {"review_workplace", review_workplace},
    {"search", search},
    {"put_entry", put_entry},
    {"remove_entry", remove_entry},
    {"list_entries", list_entries},
    {"get_form", get_form},
    {"get_ladder", get_ladder},
    {"get_gap", get_gap},
    {"get_log_totals", get_log_totals},
    {"export_csv", export_csv},
    {"suggest_family", suggest_family},
    {"get_drift_patterns", get_drift_patterns},
    {"check_note", check_note},
    {"get_agenda", get_agenda},
    {"get_rating_trend", get_rating_trend},
    {"export_second_view", export_second_view},
    {"read_second_view", read_second_view},
    {"answer_second_view", answer_second_view},
    {"merge_second_views", merge_second_views},
    {"compare_second_view", compare_second_view},
    {"get_group_line", get_group_line},
    {"tally_group", tally_group},
    {"get_weekly_dilemmas", get_weekly_dilemmas},
    {"read_pack", read_pack},
    {"get_full_framework", get_full_framework},
    {"get_further_results", get_further_results},
};

/// JSON-RPC's own number for a failure; all of ours share one application number.
int rpc_code(std::string_view code) {
  if (code == "request.not_json" || code == "request.too_deep") return -32700;
  if (code == "request.invalid") return -32600;
  if (code == "request.unknown_method") return -32601;
  if (code.starts_with("request.")) return -32602;
  if (code == "internal.failure") return -32603;
  return -32000;
}

/// The one place where an answer becomes text. Bytes that are no UTF-8 are replaced, never refused.
std::string respond(const Json& id, const char* key, Json&& value) {
  const Json response = Row().text("jsonrpc", "2.0").put("id", Json(id)).put(key, std::move(value)).json();
  return base::json_text(response);
}

std::string error_response(const Json& id, const Error& error, const content::Catalog& catalog) {
  Json data = encode_error(error, catalog);
  Row row;
  row.number("code", rpc_code(error.code)).put("message", Json(data["message"])).put("data", std::move(data));
  return respond(id, "error", row.json());
}

/// The failures that dispatch itself meets, in English: no language could be read.
std::string internal_failure(std::string_view detail) {
  return error_response(nullptr, Error{"internal.failure", std::string(detail)},
                        content::catalog(content::kLocales[0]));
}

/// The asked language, or English where none can be read yet.
const content::Catalog& asked_catalog(const Json& request) {
  if (request.is_object() && request.contains("params") && request["params"].is_object() &&
      request["params"].contains("locale") && request["params"]["locale"].is_string()) {
    return content::catalog(request["params"]["locale"].get_ref<const std::string&>());
  }
  return content::catalog(content::kLocales[0]);
}

Result<void> check_envelope(const Json& request) {
  if (!request.is_object() || request.value("jsonrpc", Json()) != "2.0" || !request.contains("id") ||
      !request.contains("method") || !request["method"].is_string()) {
    return fail("request.invalid");
  }
  const Json& id = request["id"];
  if (!id.is_number_integer() && !id.is_string()) return fail("request.invalid");
  for (const auto& [key, value] : request.items()) {
    if (key != "jsonrpc" && key != "id" && key != "method" && key != "params") return fail("request.invalid");
  }
  if (!request.contains("params") || !request["params"].is_object()) return fail("request.wrong_type", "params");
  const Json& params = request["params"];
  if (!params.contains("locale")) return fail("request.missing_key", "locale");
  const Json& locale = params["locale"];
  const auto known = [&locale](std::string_view tag) { return locale == Json(tag); };
  if (std::none_of(std::begin(content::kLocales), std::end(content::kLocales), known)) {
    return fail("request.unknown_locale");
  }
  return {};
}

Result<Json> run(State& state, const Json& request) {
  if (auto envelope = check_envelope(request); !envelope) return tl::unexpected<Error>(envelope.error());
  const auto& name = request["method"].get_ref<const std::string&>();
  const auto found =
      std::find_if(std::begin(kMethods), std::end(kMethods), [&name](const Method& m) { return m.name == name; });
  if (found == std::end(kMethods)) return fail("request.unknown_method");
  return found->run(Call{state, asked_catalog(request), request["params"]});
}

/// Overwrites the secrets of a request once it is answered.
void forget_secrets(Json& request) {
  if (!request.is_object() || !request.contains("params") || !request["params"].is_object()) return;
  Json& params = request["params"];
  for (const char* key : {"passphrase", "new_passphrase", "entropy"}) {
    if (params.contains(key) && params[key].is_string()) seal::wipe(params[key].get_ref<std::string&>());
  }
}

std::string answer(State& state, std::string_view text) {
  auto request = parse_request(text);
  if (!request) return error_response(nullptr, request.error(), content::catalog(content::kLocales[0]));
  const Json id = request->is_object() && request->contains("id") &&
                          ((*request)["id"].is_number_integer() || (*request)["id"].is_string())
                      ? (*request)["id"]
                      : Json(nullptr);
  auto result = run(state, *request);
  forget_secrets(*request);
  if (!result) return error_response(id, result.error(), asked_catalog(*request));
  return respond(id, "result", std::move(*result));
}

}  // namespace

std::span<const Method> methods() { return kMethods; }

std::string dispatch(State& state, std::string_view request) {
  return base::fenced([&] { return answer(state, request); }, internal_failure);
}

}  // namespace trellis::app
