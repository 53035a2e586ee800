// SPDX-License-Identifier: MIT
// Word stems by Snowball's algorithms (M. F. Porter, BSD licence). One object per language; no dictionary, no I/O.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace trellis::base {

/// Cuts folded words down to their stem: "transports", "transporting" and "transported" become "transport".
class Stemmer {
 public:
  /// @param language  "en" or "es"; any other tag gives words back unchanged
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// @param folded  one word as base::split_words gives it
  std::string stem(std::string_view folded);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace trellis::base
