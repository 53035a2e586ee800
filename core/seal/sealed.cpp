// SPDX-License-Identifier: MIT
// The header is rebuilt from what was read and compared with the text: so every field has one spelling, and what is
// authenticated is what was understood.
#include "seal/sealed.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/base64.hpp"
#include "seal/primitives.h"

namespace trellis::seal {
namespace {

constexpr std::string_view kMagic = "trellis-sealed ";
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kNonceBytes = 24;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kHeaderBytesMax = 200;

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

std::string header_text(Kind kind, Cost cost, std::string_view salt, std::string_view nonce) {
  std::string text(kMagic);
  text.append(std::to_string(kFormatVersion)).append(kind == Kind::key ? " key" : " backup").append(" argon2id ");
  text.append(std::to_string(cost.passes)).append(" ").append(std::to_string(cost.memory_kib)).append(" ");
  return text.append(base::to_base64(salt)).append(" ").append(base::to_base64(nonce));
}

/// Takes the text up to the next space off the front of `rest`.
std::string_view take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

/// -1 where there is no number.
int take_number(std::string_view& rest) {
  const std::string_view word = take_word(rest);
  int value = -1;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

bool is_sane(Cost cost) {
  return cost.passes >= kPassesMin && cost.passes <= kPassesMax && cost.memory_kib >= kMemoryKibMin &&
         cost.memory_kib <= kMemoryKibMax;
}

tl::unexpected<Error> failed(int status) {
  if (status == trellis_seal_not_ready) return fail("seal.not_ready");
  return fail(status == trellis_seal_no_memory ? "seal.no_memory" : "seal.wrong_passphrase");
}

/// Fewer KiB by half, but never less than the least; 0 when it was the least.
int step_down(int memory_kib) { return memory_kib == kMemoryKibMin ? 0 : std::max(memory_kib / 2, kMemoryKibMin); }

/// Derives a key at `sealed.cost`, or at the largest cost below it for which there is memory.
Result<Key> derive_affordable_key(Sealed& sealed, std::string_view passphrase) {
  for (;;) {
    auto key = derive_key(sealed, passphrase);
    const int less = step_down(sealed.cost.memory_kib);
    if (key || key.error().code != "seal.no_memory" || less == 0) return key;
    sealed.cost.memory_kib = less;
  }
}

}  // namespace

bool is_sealed(std::string_view text) { return text.starts_with(kMagic); }

Result<Sealed> parse(Kind kind, std::string_view text) {
  if (!is_sealed(text)) return fail("seal.damaged", "magic");
  const std::size_t end = text.substr(0, kHeaderBytesMax).find('\n');
  if (end == std::string_view::npos) return fail("seal.damaged", "header");
  Sealed sealed;
  sealed.header = text.substr(0, end);
  sealed.body = text.substr(end + 1);
  std::string_view rest = sealed.header.substr(kMagic.size());
  if (take_number(rest) > kFormatVersion) return fail("seal.newer_format");
  take_word(rest);  // kind and method: compared below
  take_word(rest);
  sealed.cost.passes = take_number(rest);
  sealed.cost.memory_kib = take_number(rest);
  auto salt = base::from_base64(take_word(rest));
  auto nonce = base::from_base64(rest);
  if (!salt || salt->size() != kSaltBytes || !nonce || nonce->size() != kNonceBytes || !is_sane(sealed.cost) ||
      header_text(kind, sealed.cost, *salt, *nonce) != sealed.header) {
    return fail("seal.damaged", "header");
  }
  sealed.salt = std::move(*salt);
  sealed.nonce = std::move(*nonce);
  return sealed;
}

Result<Key> derive_key(const Sealed& sealed, std::string_view passphrase) {
  if (passphrase.size() > kPassphraseBytesMax) return fail("seal.passphrase_too_long");
  Key key;
  const int status = trellis_seal_argon2id(key.data(), passphrase.data(), size_of(passphrase), bytes(sealed.salt),
                                           sealed.cost.passes, sealed.cost.memory_kib);
  if (status != trellis_seal_done) return failed(status);
  return key;
}

Result<std::string> open(const Sealed& sealed, const Key& key) {
  const auto body = base::from_base64(sealed.body);
  if (!body || body->size() < kTagBytes) return fail("seal.damaged", "body");
  std::string plain(body->size() - kTagBytes, '\0');
  const int status = trellis_seal_open(bytes(plain), body->data(), size_of(*body), sealed.header.data(),
                                       size_of(sealed.header), bytes(sealed.nonce), key.data());
  if (status != trellis_seal_done) return failed(status);
  return plain;
}

Result<std::string> open(Kind kind, std::string_view text, std::string_view passphrase) {
  const auto sealed = parse(kind, text);
  if (!sealed) return tl::unexpected<Error>(sealed.error());
  const auto key = derive_key(*sealed, passphrase);
  if (!key) return tl::unexpected<Error>(key.error());
  return open(*sealed, *key);
}

Result<std::string> close(Kind kind, std::string_view plain, std::string_view passphrase, std::string_view entropy,
                          Cost cost) {
  if (passphrase.size() < kPassphraseBytesMin) return fail("seal.passphrase_too_short");
  Sealed sealed;
  sealed.cost = cost;
  sealed.salt = entropy.substr(0, kSaltBytes);
  sealed.nonce = entropy.substr(kSaltBytes, kNonceBytes);
  const auto key = derive_affordable_key(sealed, passphrase);
  if (!key) return tl::unexpected<Error>(key.error());
  const std::string header = header_text(kind, sealed.cost, sealed.salt, sealed.nonce);
  std::string body(plain.size() + kTagBytes, '\0');
  const int status = trellis_seal_close(bytes(body), plain.data(), size_of(plain), header.data(), size_of(header),
                                        bytes(sealed.nonce), key->data());
  if (status != trellis_seal_done) return failed(status);
  return header + "\n" + base::to_base64(body);
}

}  // namespace trellis::seal
