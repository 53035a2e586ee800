// SPDX-License-Identifier: MIT
#include "passphrase.hpp"

#include <fcntl.h>
#include <string.h>  // NOLINT(modernize-deprecated-headers): explicit_bzero
#include <sys/random.h>
#include <termios.h>
#include <unistd.h>
#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <utility>

#include "base/base64.hpp"
#include "base/text.hpp"
#include "input.hpp"

namespace trellis::cli {
namespace {

/// Longer lines are refused by the core as too long.
constexpr std::size_t kLineBytesMax = 4096;
constexpr std::size_t kEntropyBytes = 72;

/// The terminal of this program, with what is typed not shown while it lives.
class HiddenTerminal {
 public:
  HiddenTerminal() : file_(open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    if (file_ < 0 || tcgetattr(file_, &before_) != 0) return;
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    is_ready_ = tcsetattr(file_, TCSAFLUSH, &hidden) == 0;
  }
  ~HiddenTerminal() {
    if (is_ready_) tcsetattr(file_, TCSAFLUSH, &before_);
    if (file_ >= 0) close(file_);
  }
  HiddenTerminal(const HiddenTerminal&) = delete;
  HiddenTerminal& operator=(const HiddenTerminal&) = delete;

  bool is_ready() const { return is_ready_; }
  int file() const { return file_; }
  void show(std::string_view text) const {
    if (write(file_, text.data(), text.size()) < 0) return;  // the question is lost, the answer may still come
  }

 private:
  int file_;
  termios before_{};
  bool is_ready_ = false;
};

/// Reads up to the end of a line, byte by byte: what comes behind it belongs to the next question.
bool read_line(int file, std::string& line) {
  line.reserve(kLineBytesMax);  // never moved, so nothing is left behind
  char letter = 0;
  ssize_t got = 0;
  while ((got = read(file, &letter, 1)) == 1 && letter != '\n') {
    if (line.size() < kLineBytesMax) line += letter;
  }
  if (line.ends_with('\r')) line.pop_back();
  return got == 1 || !line.empty();
}

/// The same text in NFC, so that two keyboards which spell é differently open the same lock.
std::optional<Passphrase> normalised(const Session& session, Passphrase typed) {
  if (!base::is_valid_utf8(typed.text)) {
    tell_error(session, "text.not_utf8", "");
    return std::nullopt;
  }
  utf8proc_uint8_t* composed = utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(typed.text.c_str()));
  if (composed == nullptr) {
    tell_error(session, "internal.failure", "");
    return std::nullopt;
  }
  Passphrase passphrase;
  passphrase.text = reinterpret_cast<const char*>(composed);
  explicit_bzero(composed, passphrase.text.size());
  std::free(composed);  // NOLINT(cppcoreguidelines-no-malloc): utf8proc's own allocation
  return passphrase;
}

std::optional<Passphrase> read_hidden(const Session& session, const std::string& prompt) {
  const HiddenTerminal terminal;
  Passphrase typed;
  if (terminal.is_ready()) {
    terminal.show(session.words(prompt) + " ");
    const bool is_read = read_line(terminal.file(), typed.text);
    terminal.show("\n");
    if (is_read) return normalised(session, std::move(typed));
  }
  tell_error(session, "passphrase.missing", "");
  return std::nullopt;
}

}  // namespace

Passphrase::~Passphrase() { explicit_bzero(text.data(), text.size()); }

Passphrase::Passphrase(Passphrase&& other) noexcept : text(std::move(other.text)) {}

std::optional<Passphrase> ask_passphrase(const Session& session, const std::string& prompt) {
  if (session.settings().passphrase_file < 0) return read_hidden(session, prompt);
  Passphrase given;
  if (read_line(session.settings().passphrase_file, given.text)) return normalised(session, std::move(given));
  tell_error(session, "passphrase.missing", "");
  return std::nullopt;
}

std::optional<Passphrase> ask_new_passphrase(const Session& session, const std::string& prompt) {
  if (session.settings().passphrase_file >= 0) return ask_passphrase(session, prompt);
  for (;;) {
    auto first = read_hidden(session, prompt);
    if (!first) return first;
    const auto second = read_hidden(session, "passphrase.again");
    if (!second) return std::nullopt;
    if (first->text == second->text) return first;
    std::cerr << session.words("passphrase.differs") << '\n';
  }
}

std::string make_entropy() {
  std::array<char, kEntropyBytes> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) std::abort();
  std::string text = base::to_base64(std::string_view(bytes.data(), bytes.size()));
  explicit_bzero(bytes.data(), bytes.size());
  return text;
}

}  // namespace trellis::cli
