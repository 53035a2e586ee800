// SPDX-License-Identifier: MIT
// Two passes over a posting: first the rules alone, then the model, which also looks at the lines around.
#include "ethics/language_rules.hpp"

#include <algorithm>

namespace trellis::ethics {
namespace {

using content::Verdict;

/// One line between the two passes.
struct Draft {
  ReadLine line;
  std::vector<RuleHit> hits;
  Section section = Section::unknown;
  JudgedLine judged;
};

std::vector<RuleHit> hits_of_role(std::vector<RuleHit> hits, std::string_view role_id) {
  hits.erase(
      std::remove_if(hits.begin(), hits.end(), [&](const RuleHit& hit) { return !applies_to(*hit.rule, role_id); }),
      hits.end());
  return hits;
}

Draft make_draft(const RuleSet& rules, const std::vector<base::Word>& words, Section section, std::string_view role_id,
                 base::Stemmer& stemmer) {
  Draft draft;
  draft.line = rules.read(words, stemmer);
  draft.section = draft.line.segments.is_heading ? draft.line.segments.section : section;
  draft.hits = hits_of_role(rules.find_rules(draft.line), role_id);
  draft.judged = judge_by_rules(draft.line, draft.hits, draft.section);
  return draft;
}

/// What the model may know of a line's surroundings. Blank lines do not count.
std::vector<LinePlace> places_of(const std::vector<const Draft*>& drafts) {
  std::vector<LinePlace> places(drafts.size());
  std::size_t conflicts = 0;
  std::size_t fits = 0;
  for (const Draft* draft : drafts) {
    if (draft->judged.verdict == Verdict::conflict) ++conflicts;
    if (draft->judged.verdict == Verdict::fits) ++fits;
  }
  for (std::size_t index = 0; index < drafts.size(); ++index) {
    const Verdict own = drafts[index]->judged.verdict;
    LinePlace& place = places[index];
    place.section = drafts[index]->section;
    if (index > 0) place.before = drafts[index - 1]->judged.verdict;
    if (index + 1 < drafts.size()) place.after = drafts[index + 1]->judged.verdict;
    place.conflict_count = conflicts - (own == Verdict::conflict ? 1U : 0U);
    place.fits_count = fits - (own == Verdict::fits ? 1U : 0U);
    place.line_count = drafts.size() - 1;
  }
  return places;
}

/// The drafts of a posting, one for each line, and the places of those that are not blank.
struct PostingDraft {
  std::vector<Draft> lines;
  std::vector<LinePlace> places;  // by line; blank lines have an empty one
};

PostingDraft draft_posting(const RuleSet& rules, const std::vector<std::vector<base::Word>>& lines,
                           std::string_view role_id) {
  base::Stemmer stemmer(rules.language());
  PostingDraft posting;
  posting.lines.resize(lines.size());
  posting.places.resize(lines.size());
  std::vector<const Draft*> spoken;
  std::vector<std::size_t> spoken_lines;
  Section section = Section::unknown;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (lines[index].empty()) continue;
    posting.lines[index] = make_draft(rules, lines[index], section, role_id, stemmer);
    section = posting.lines[index].section;
    spoken.push_back(&posting.lines[index]);
    spoken_lines.push_back(index);
  }
  const std::vector<LinePlace> places = places_of(spoken);
  for (std::size_t index = 0; index < places.size(); ++index) posting.places[spoken_lines[index]] = places[index];
  return posting;
}

/// True for a line that gives something to do: it stands below a heading such as "Duties", or fits or conflicts. A line
/// that only rules tasks out gives none.
bool is_duty(const Draft& draft) {
  const auto& found = draft.judged.duties;
  const bool only_denies =
      !found.empty() && std::all_of(found.begin(), found.end(), [](const JudgedDuty& duty) { return duty.negated; });
  return !draft.line.segments.is_heading && !only_denies &&
         (draft.section == Section::duties || draft.judged.verdict != Verdict::neutral);
}

LinePlace task_place() {
  LinePlace place;
  place.is_task = true;
  return place;
}

/// Asks the model about every line twice: the second time it knows what it said of the lines around.
void ask_model(const RuleSet& rules, const Model& model, std::string_view role_id, PostingDraft& posting) {
  std::vector<std::size_t> spoken;
  std::vector<std::vector<Feature>> features;
  std::vector<Model::Sums> sums;
  for (std::size_t index = 0; index < posting.lines.size(); ++index) {
    const Draft& draft = posting.lines[index];
    if (draft.line.tokens.empty()) continue;
    spoken.push_back(index);
    features.push_back(line_features(rules, draft.line, draft.hits, posting.places[index]));
    sums.push_back(model.add_up(features.back()));
  }
  const std::vector<ModelView> views = model.views_of(sums);
  for (std::size_t at = 0; at < spoken.size(); ++at) {
    Draft& draft = posting.lines[spoken[at]];
    if (!views.empty()) model.add_view(views[at], sums[at]);
    const Opinion opinion = model.conclude(sums[at], features[at], draft.line.tokens.size());
    weigh_in(model, opinion, draft.line, draft.section, role_id, draft.judged);
  }
}

}  // namespace

LanguageRules::LanguageRules(const content::Catalog& catalog, const std::string& language) : rules_(catalog, language) {
  const auto weights = catalog.models.find(language);
  if (weights != catalog.models.end()) model_.emplace(weights->second, catalog);
}

bool LanguageRules::knows(const base::Word& word) const {
  base::Stemmer stemmer(rules_.language());
  const Token token = rules_.read({word}, stemmer).tokens.front();
  return token.stem != kNoWord || token.form != kNoWord;
}

std::vector<LineReview> LanguageRules::review_lines(const std::vector<std::vector<base::Word>>& lines,
                                                    std::string_view role_id) const {
  PostingDraft posting = draft_posting(rules_, lines, role_id);
  if (model_) ask_model(rules_, *model_, role_id, posting);
  std::vector<LineReview> reviews(lines.size());
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (lines[index].empty()) continue;
    Draft& draft = posting.lines[index];
    reviews[index].safeguards = rules_.find_safeguards(draft.line);
    reviews[index].duty = is_duty(draft);
    reviews[index].judged = std::move(draft.judged);
  }
  return reviews;
}

JudgedLine LanguageRules::review_task(const std::vector<base::Word>& words, std::string_view role_id) const {
  base::Stemmer stemmer(rules_.language());
  PostingDraft task;
  task.lines.push_back(make_draft(rules_, words, Section::unknown, role_id, stemmer));
  task.places.push_back(task_place());
  if (model_) ask_model(rules_, *model_, role_id, task);
  return task.lines.front().judged;
}

std::vector<std::vector<std::string>> features_of_lines(const RuleSet& rules,
                                                        const std::vector<std::vector<base::Word>>& lines) {
  const PostingDraft posting = draft_posting(rules, lines, "any");
  std::vector<std::vector<std::string>> names(lines.size());
  for (std::size_t index = 0; index < lines.size(); ++index) {
    const Draft& draft = posting.lines[index];
    line_features(rules, draft.line, draft.hits, posting.places[index], &names[index]);
  }
  return names;
}

std::vector<std::string> features_of_task(const RuleSet& rules, const std::vector<base::Word>& words) {
  base::Stemmer stemmer(rules.language());
  const Draft draft = make_draft(rules, words, Section::unknown, "any", stemmer);
  std::vector<std::string> names;
  line_features(rules, draft.line, draft.hits, task_place(), &names);
  return names;
}

}  // namespace trellis::ethics
