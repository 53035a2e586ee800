// SPDX-License-Identifier: MIT
// The only file that talks to Snowball's C interface.
#include "base/stem.hpp"

extern "C" {
#include "api.h"
#include "stem_UTF_8_english.h"
#include "stem_UTF_8_spanish.h"
}

namespace trellis::base {

struct Stemmer::Engine {
  SN_env* environment = nullptr;
  int (*run)(SN_env*) = nullptr;
  void (*close)(SN_env*) = nullptr;
};

Stemmer::Stemmer(std::string_view language) : engine_(std::make_unique<Engine>()) {
  if (language == "en") *engine_ = {english_UTF_8_create_env(), english_UTF_8_stem, english_UTF_8_close_env};
  if (language == "es") *engine_ = {spanish_UTF_8_create_env(), spanish_UTF_8_stem, spanish_UTF_8_close_env};
}

Stemmer::~Stemmer() {
  if (engine_ && engine_->environment != nullptr) engine_->close(engine_->environment);
}

Stemmer::Stemmer(Stemmer&&) noexcept = default;

Stemmer& Stemmer::operator=(Stemmer&& other) noexcept {
  engine_.swap(other.engine_);
  return *this;
}

std::string Stemmer::stem(std::string_view folded) {
  SN_env* environment = engine_->environment;
  if (environment == nullptr || folded.empty()) return std::string(folded);
  std::string bytes(folded);
  if (SN_set_current(environment, static_cast<int>(bytes.size()), reinterpret_cast<const symbol*>(bytes.data())) != 0)
    return bytes;
  if (engine_->run(environment) < 0) return bytes;
  return {reinterpret_cast<const char*>(environment->p), static_cast<std::size_t>(environment->l)};
}

}  // namespace trellis::base
