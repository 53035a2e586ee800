// SPDX-License-Identifier: MIT
#include "sarif.hpp"

#include <map>

#include "app/version.hpp"

namespace trellis::cli {
namespace {

/// SARIF's level for a verdict. Nothing here is an "error" in the eyes of the law, so nothing is called one.
const char* level_of(const Json& finding) {
  if (finding["verdict"] == "conflict") return "warning";
  return finding["verdict"] == "depends" ? "note" : "none";
}

Json rule_descriptor(const Json& finding) {
  const Json& clause = finding["clauses"][0];
  return {{"id", finding["rule_id"]},
          {"shortDescription", {{"text", finding["name"]}}},
          {"fullDescription", {{"text", finding["why"]}}},
          {"help",
           {{"text", finding["instead"].get<std::string>() + "\n" + clause["document"].get<std::string>() + ", " +
                         clause["section"].get<std::string>() + " (" + clause["id"].get<std::string>() +
                         "): " + clause["text"].get<std::string>()}}},
          {"properties", {{"family", finding["family"]}}}};
}

/// 1-based UTF-16 columns of a finding: its span is counted from the start of the text, its line starts at a span too.
Json region(const Json& finding, const Json& lines) {
  const auto number = finding["line_number"].get<std::size_t>();
  const auto line_begin = lines[number - 1]["span"]["begin"].get<std::size_t>();
  return {{"startLine", number},
          {"startColumn", finding["span"]["begin"].get<std::size_t>() - line_begin + 1},
          {"endColumn", finding["span"]["end"].get<std::size_t>() - line_begin + 1}};
}

Json sarif_result(const Json& finding, const Json& lines, const std::string& path) {
  std::string message = finding["name"].get<std::string>() + ". " + finding["why"].get<std::string>();
  if (const auto condition = finding["condition"].get<std::string>(); !condition.empty()) message += " " + condition;
  const Json location = {{"artifactLocation", {{"uri", path}}}, {"region", region(finding, lines)}};
  Json row = {{"ruleId", finding["rule_id"]},
              {"level", level_of(finding)},
              {"kind", finding["unsure"].get<bool>() ? "review" : "fail"},
              {"message", {{"text", message}}},
              {"locations", Json::array({Json{{"physicalLocation", location}}})},
              {"partialFingerprints", {{"trellisLine/v1", finding["fingerprint"]}}}};
  // SARIF: a result of a kind other than "fail" has level "none".
  if (row["kind"] == "review") row["level"] = "none";
  if (finding.contains("suppressed")) {
    const Json& accepted = finding["suppressed"];
    row["suppressions"] = Json::array(
        {Json{{"kind", "external"},
              {"justification", accepted["date"].get<std::string>() + ": " + accepted["reason"].get<std::string>()}}});
  }
  return row;
}

/// A file name as a URI reference: everything but unreserved characters and "/" is percent-encoded.
std::string uri_of(const std::string& path) {
  constexpr std::string_view plain = "-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path == "-" ? std::string("stdin") : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
    if (letter || (byte >= '0' && byte <= '9') || plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += '%';
      uri += digits[byte >> 4U];
      uri += digits[byte & 0xFU];
    }
  }
  return uri;
}

}  // namespace

Json to_sarif(const Json& result, const std::string& path) {
  std::map<std::string, Json> rules;
  Json results = Json::array();
  const std::string uri = uri_of(path);
  for (const Json& finding : result["findings"]) {
    if (finding["verdict"] != "conflict" && finding["verdict"] != "depends") continue;
    rules.emplace(finding["rule_id"].get<std::string>(), rule_descriptor(finding));
    results.push_back(sarif_result(finding, result["lines"], uri));
  }
  Json descriptors = Json::array();
  for (auto& [id, descriptor] : rules) descriptors.push_back(std::move(descriptor));
  const Json driver = {
      {"name", "Trellis"}, {"semanticVersion", trellis::app::kAppVersion}, {"rules", std::move(descriptors)}};
  return {{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs",
           Json::array({Json{
               {"tool", {{"driver", driver}}}, {"columnKind", "utf16CodeUnits"}, {"results", std::move(results)}}})}};
}

}  // namespace trellis::cli
