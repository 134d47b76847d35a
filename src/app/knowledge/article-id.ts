import type { Language } from '../../domain/vocabulary.ts';
import { transliterate } from '../../util/transliterate.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';
import { liveText } from './live-text.ts';

const MOST_WORDS = 6;
const LONGEST = 60;

/** A name for an article that is not taken yet, from its title: «Не печатает» → ne-pechataet. */
export function freeArticleId(desk: Desk, title: string, lang: Language): string {
  const name = nameOf(title);
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? name : `${name}-${n}`;
    if (!isTaken(desk, id, lang)) return id;
  }
}

/** Whether there is or was an article of this name. */
export function isTaken(desk: Desk, id: string, lang: Language): boolean {
  const key = { id, lang };
  return liveText(desk, key) !== null || articleVersions(desk).record(id, lang).versions.length > 0;
}

function nameOf(title: string): string {
  // What was masked says nothing about the matter.
  const told = title.toLowerCase().replace(/‹[^›]*›/g, ' ');
  const words = transliterate(told).match(/[a-z0-9]+/g) ?? ['article'];
  return words.slice(0, MOST_WORDS).join('-').slice(0, LONGEST).replace(/-+$/, '');
}
