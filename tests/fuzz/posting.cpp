// SPDX-License-Identifier: MIT
// Any bytes as a posting and as a task: refused, or findings whose spans lie inside the text, in both languages.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/catalog.hpp"
#include "ethics/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using trellis::ethics::Checker;
  static const Checker english(trellis::content::catalog("en"));
  static const Checker spanish(trellis::content::catalog("es"));
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const Checker* checker : {&english, &spanish}) {
    static_cast<void>(checker->check_task(text, "any"));
    const auto review = checker->check_posting(text, "any");
    if (!review) continue;
    for (const auto& finding : review->findings) {
      if (finding.span.begin > finding.span.end || finding.span.end > size) std::abort();
    }
  }
  return 0;
}
