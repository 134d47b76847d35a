import type { Random } from '../../util/random.ts';

/** Who speaks: Russian past tense needs it; null speaks as «мы». */
export type Gender = 'male' | 'female' | null;

/** What a phrase is filled from. `memo` keeps one value of each slot for the whole ticket. */
export interface PhraseScope {
  readonly random: Random;
  readonly vars: Readonly<Record<string, readonly string[]>>;
  readonly memo: Map<string, string>;
  /** Ready texts for this phrase only. */
  readonly given?: ReadonlyMap<string, string>;
}

const endings: Readonly<Record<string, readonly [male: string, female: string, we: string]>> = {
  л: ['л', 'ла', 'ли'],
  Л: ['Л', 'ЛА', 'ЛИ'],
  лся: ['лся', 'лась', 'лись'],
  ёл: ['ёл', 'ла', 'ли'],
  ен: ['ен', 'на', 'ны'],
  а: ['', 'а', 'ы'],
  сам: ['сам', 'сама', 'сами'],
};

/** Left for the moment when the story is told: they depend on the customer's clock. */
const timeSlot = /^(?:t(?:-\d+m)?|due|greet|Greet)$/;
const alternation = /<([^<>]*\|[^<>]*)>/g;
const slot = /\{([^{}\s]+)\}/g;

/** The slots that any phrase may use, besides those of `vars`. */
export function isBuiltInSlot(name: string): boolean {
  return timeSlot.test(name) || name in endings || /^#\d+-\d+$/.test(name);
}

/** The names of the slots that a phrase uses, without the capital mark. */
export function slotsOf(phrase: string): readonly string[] {
  return [...phrase.matchAll(slot)].map((match) => (match[1] ?? '').replace(/^\^/, ''));
}

/** Fills a phrase: chooses among `<a|b>`, puts the slots in, agrees the verbs, tidies up. */
export function expandPhrase(phrase: string, scope: PhraseScope, gender: Gender): string {
  return tidy(agree(fill(phrase, scope), gender));
}

/** Capital first letter of a Russian word, `байкал` → `Байкал`; commands and names of hosts stay. */
export function upperFirst(text: string): string {
  return /^[а-яё]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Small first letter, unless the text begins with an abbreviation: `Не` → `не`, `VPN` stays. */
export function lowerFirst(text: string): string {
  return /^[А-ЯЁ][а-яё\s,]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function fill(phrase: string, scope: PhraseScope): string {
  return choose(phrase, scope.random).replaceAll(slot, (whole, mark: string) => {
    const isCapital = mark.startsWith('^');
    const name = isCapital ? mark.slice(1) : mark;
    const range = /^#(\d+)-(\d+)$/.exec(name);
    if (range) return String(scope.random.int(Number(range[1]), Number(range[2])));
    const value = remembered(name, scope);
    if (value === null) return whole;
    return isCapital ? upperFirst(value) : value;
  });
}

function choose(phrase: string, random: Random): string {
  let text = phrase;
  // Innermost first, so that a choice may hold another.
  while (text.search(alternation) >= 0) {
    text = text.replaceAll(alternation, (_, variants: string) => random.pick(variants.split('|')));
  }
  return text;
}

function remembered(name: string, scope: PhraseScope): string | null {
  const known = scope.given?.get(name) ?? scope.memo.get(name);
  if (known !== undefined) return known;
  const variants = scope.vars[name];
  if (variants === undefined) return null;
  const value = fill(scope.random.pick(variants), scope);
  scope.memo.set(name, value);
  return value;
}

function agree(text: string, gender: Gender): string {
  return text.replaceAll(slot, (whole, name: string) => {
    const forms = endings[name];
    if (!forms) return whole;
    return gender === 'male' ? forms[0] : gender === 'female' ? forms[1] : forms[2];
  });
}

function tidy(text: string): string {
  return (
    text
      .replaceAll('⏎', '\n')
      // A choice cannot hold the mark of a quotation itself.
      .replaceAll('›', '>')
      .replaceAll(/[ \t]+/g, ' ')
      .replaceAll(/ ?([,.;?!]) (?=[,.;])/g, '$1')
      .replaceAll(/ +([,.;?])(?=\s|$)/g, '$1')
      .replaceAll(/,+(?=[,.;?!]|\s*(?:\n|$))/g, '')
      .replaceAll(/(?<![.!?])\.\.(?!\.)/g, '.')
      .replaceAll(/ *\n */g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  );
}
