// SPDX-License-Identifier: MIT
// How hard texts are to read: Flesch-Kincaid grade in English, Fernández Huerta's ease in Spanish. Counts only.
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const words = (text) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
const sentences = (text) => text.split(/[.!?…:;]+(?=\s|$|["”»)])/u).filter((part) => /\p{L}/u.test(part));

/** Separate texts as one, each a sentence of its own. */
const joined = (texts) => texts.map((text) => (/[.!?…]["”»)]?$/u.test(text) ? text : `${text}.`)).join(" ");

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const rounded = (number) => Math.round(number * 10) / 10;

/** US school grade (Kincaid et al. 1975). */
export function englishGrade(texts) {
  const text = joined(texts);
  const all = words(text);
  const count = { sentence: sentences(text).length, word: all.length, syllable: sum(all.map((word) => syllable(word))) };
  return rounded(fleschKincaid(count));
}

/**
 * Syllables of a Spanish word: groups of vowels, parted between two strong ones and before or after a stressed weak
 * one ("a-é-re-o", "dí-a", "ciu-dad"). The u of que, qui, gue and gui is silent; y counts as a vowel at the end.
 */
export function spanishSyllables(word) {
  const letters = word.toLowerCase().normalize("NFC").replace(/([qg])u(?=[eéií])/g, "$1").replace(/y$/, "i").replace(/h/g, "");
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  const parts = (group) => {
    let count = 1;
    for (let i = 1; i < group.length; i++) if (/[aeoáéóíú]/.test(group[i - 1]) && /[aeoáéóíú]/.test(group[i])) count++;
    return count;
  };
  return Math.max(1, sum(groups.map(parts)));
}

/** Ease from 0 to 100 (Fernández Huerta 1959, as corrected): 60 to 70 is normal, school years 7 and 8. */
export function spanishEase(texts) {
  const text = joined(texts);
  const all = words(text);
  const perWord = sum(all.map(spanishSyllables)) / all.length;
  return rounded(206.84 - 60 * perWord - (1.02 * all.length) / sentences(text).length);
}
