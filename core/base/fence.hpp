// SPDX-License-Identifier: MIT
// Where a library's exception ends. In the browser nothing is caught: a throw ends the module (cmake/warnings.cmake).
#pragma once

#include <exception>
#include <new>

namespace trellis::base {

/// What `work` returns, or what `give_up` makes of the kind of exception that came out of it. Only the kind goes on:
/// the text of an exception may quote what a person typed.
template <class Work, class GiveUp>
auto fenced(Work&& work, GiveUp&& give_up) {
#ifdef __cpp_exceptions
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return give_up("out of memory");
  } catch (const std::exception&) {
    return give_up("exception");
  }
#else
  static_cast<void>(give_up);
  return work();
#endif
}

}  // namespace trellis::base
