// SPDX-License-Identifier: MIT
// Any bytes as the file of a rule: refused, or compiled and tried on a sentence.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "content/catalog.hpp"
#include "ethics/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using trellis::content::BundledFile;
  const std::vector<BundledFile> files = {
      {"clauses.json", R"([{"id": "brief.1", "document_id": "brief", "section": "Role", "text": "No rides."}])"},
      {"documents.json",
       R"([{"id": "brief", "title": "A brief", "publisher": "Somebody", "published": "2019-01-25", "url": ""}])"},
      {"families.json", R"([{"id": "transportation", "name": "Rides"}])"},
      {"lexicon/en.json", R"({"drive": ["drive", "transport"], "people": ["people", "person"]})"},
      {"rules/T.DRIVER.json", std::string_view(reinterpret_cast<const char*>(data), size)},
  };
  const auto catalog = trellis::content::parse_catalog(files, "en");
  if (!catalog) return 0;
  const trellis::ethics::Checker checker(*catalog);
  static_cast<void>(checker.check_posting("You will drive people to appointments. Do not drive.\n", "any"));
  return 0;
}
