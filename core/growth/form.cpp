// SPDX-License-Identifier: MIT
#include "growth/form.hpp"

#include <algorithm>
#include <string>

namespace trellis::growth {
namespace {

using content::Competency;
using content::Forms;
using content::LeftOut;

constexpr int kSecondsPerMinute = 60;

const LeftOut* find_left_out(const Forms& forms, std::string_view competency_id, std::string_view role_id) {
  for (const LeftOut& item : forms.left_out) {
    const auto& roles = item.role_ids;
    if (item.competency_id == competency_id && std::find(roles.begin(), roles.end(), role_id) != roles.end()) {
      return &item;
    }
  }
  return nullptr;
}

int count_words(std::string_view text) {
  int words = 0;
  bool is_inside = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n';
    if (!is_blank && !is_inside) ++words;
    is_inside = !is_blank;
  }
  return words;
}

int count_words(const Competency& item) {
  int words = count_words(item.name) + count_words(item.statement);
  for (const auto& text : item.level_texts) words += count_words(text);
  return words;
}

int estimate_minutes(const std::vector<const Competency*>& items, const Forms& forms) {
  int words = 0;
  for (const Competency* item : items) words += count_words(*item);
  const int reading = words * kSecondsPerMinute / std::max(forms.words_per_minute, 1);
  const int seconds = reading + static_cast<int>(items.size()) * forms.seconds_per_item;
  return (seconds + kSecondsPerMinute - 1) / kSecondsPerMinute;
}

bool holds(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool is_asked(const Competency& item, const FormChoice& choice, const std::vector<std::string>& chosen) {
  if (choice.kind == FormKind::quick) return holds(chosen, item.id);
  if (item.domain_id.starts_with('D')) return choice.kind == FormKind::full;
  const bool is_any = choice.kind == FormKind::further && choice.further_domain_ids.empty();
  return is_any || holds(choice.further_domain_ids, item.domain_id);
}

}  // namespace

Form make_form(const Forms& forms, const content::Framework& framework, const FormChoice& choice) {
  const auto own = forms.short_by_rung.find(choice.rung_id);
  const auto& chosen = own == forms.short_by_rung.end() ? forms.short_ids : own->second;
  Form form;
  for (const Competency& item : framework.competencies) {
    if (!is_asked(item, choice, chosen)) continue;
    if (const LeftOut* left = find_left_out(forms, item.id, choice.role_id)) {
      form.left_out.push_back(left);
    } else {
      form.items.push_back(&item);
    }
  }
  form.minutes_estimate = estimate_minutes(form.items, forms);
  return form;
}

}  // namespace trellis::growth
