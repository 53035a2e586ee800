// SPDX-License-Identifier: MIT
#include "base/json.hpp"

#include <string>
#include <utility>
#include <vector>

namespace trellis::base {
namespace {

/// Builds the value from the parser's events. The library's own builders come in two kinds, each with a parser of its
/// own: 20 kB of the wasm.
class TreeBuilder final : public nlohmann::json_sax<Json> {
 public:
  /// @param root  gets the value
  explicit TreeBuilder(Json& root) : root_(root) {}

  bool is_too_deep() const { return parents_.size() > kJsonDepthMax; }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t& /*text*/) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*elements*/) override { return open(Json::value_t::object); }
  bool start_array(std::size_t /*elements*/) override { return open(Json::value_t::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    member_ = &(*parents_.back())[value];
    return true;
  }
  bool parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    return false;
  }

 private:
  /// Where the next value belongs: the root, the member whose key came last, or a new element.
  Json& next() {
    if (parents_.empty()) return root_;
    if (parents_.back()->is_object()) return *member_;
    auto& elements = parents_.back()->get_ref<Json::array_t&>();
    elements.emplace_back();
    return elements.back();
  }
  bool add(Json&& value) {
    next() = std::move(value);
    return true;
  }
  bool open(Json::value_t kind) {
    Json& opened = next();
    opened = Json(kind);
    parents_.push_back(&opened);
    return !is_too_deep();
  }
  bool close() {
    parents_.pop_back();
    return true;
  }

  Json& root_;
  // A parent never moves while it is open: its own parent takes no further element until it is closed.
  std::vector<Json*> parents_;
  Json* member_ = nullptr;
};

}  // namespace

bool walk_json(std::string_view text, nlohmann::json_sax<Json>& events) {
  // The same as Json::sax_parse(), which would bring five binary formats along: 50 kB for the browser.
  const auto input = [text] { return nlohmann::detail::input_adapter(text.begin(), text.end()); };
  nlohmann::detail::parser<Json, decltype(input())> parser(input());
  return parser.sax_parse(&events);
}

std::optional<Json> parse_json(std::string_view text, bool* too_deep) {
  Json root;
  TreeBuilder tree(root);
  if (walk_json(text, tree)) return root;
  if (too_deep != nullptr) *too_deep = tree.is_too_deep();
  return std::nullopt;
}

}  // namespace trellis::base
