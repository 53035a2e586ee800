// SPDX-License-Identifier: MIT
// Sorting with one compiled sort for all kinds of rows: std::sort is compiled anew for each, 4 to 10 kB of the wasm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace trellis::base {

/// The positions 0 to count - 1 in order. Equal rows keep their places.
/// @param before  whether row `a` of `rows` comes before row `b`
std::vector<std::uint32_t> ordered_positions(std::size_t count, const void* rows,
                                             bool (*before)(const void* rows, std::uint32_t a, std::uint32_t b));

/// Sorts `rows` by a strict weak order `less(const Row&, const Row&)` without state; equal rows keep their places.
template <class Row, class Less>
void stable_order(std::vector<Row>& rows, Less /*less*/) {
  const auto before = [](const void* all, std::uint32_t a, std::uint32_t b) {
    const auto& list = *static_cast<const std::vector<Row>*>(all);
    return Less{}(list[a], list[b]);
  };
  std::vector<Row> ordered;
  ordered.reserve(rows.size());
  for (const std::uint32_t position : ordered_positions(rows.size(), &rows, before)) {
    ordered.push_back(std::move(rows[position]));
  }
  rows = std::move(ordered);
}

}  // namespace trellis::base
