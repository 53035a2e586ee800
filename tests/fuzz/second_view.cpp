// SPDX-License-Identifier: MIT
// Any bytes as a second view: refused, or the same after being written and read again, and when merged with itself.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "growth/second_view.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace growth = trellis::growth;
  const auto& framework = trellis::content::catalog("en").framework;
  const auto view = growth::read_second_view({reinterpret_cast<const char*>(data), size}, framework);
  if (!view) return 0;
  const auto written = growth::write_second_view(*view, framework);
  const auto again = growth::read_second_view(written, framework);
  if (!again || again->answers != view->answers) std::abort();
  const auto merged = growth::merge(*view, *again);
  if (!merged || growth::write_second_view(*merged, framework) != written) std::abort();
  for (const auto& [answer_id, levels] : view->answers) {
    const auto rows = growth::compare_views(view->competency_ids, levels, levels);
    if (rows.size() != view->competency_ids.size()) std::abort();
  }
  return 0;
}
