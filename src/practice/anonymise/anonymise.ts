import { discoverNames } from './discover-names.ts';
import {
  cityRules,
  companyRules,
  discoverCompanies,
  exactRules,
  peopleRules,
} from './known-rules.ts';
import { paperRules } from './paper-rules.ts';
import type { KnownEntities, Replacement } from './personal.ts';
import type { HidingRule } from './rule.ts';
import { type StandIns, standIns } from './stand-ins.ts';
import { technicalRules } from './technical-rules.ts';

/** Hides whom texts are about; over all of them the same original has the same stand-in. */
export interface Anonymiser {
  hide(text: string): string;
  /** What was replaced so far, the most telling first as the rules go. */
  replacements(): readonly Replacement[];
}

/** Seen by nobody: soft hyphens and their like, with which a word is no longer the same. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF\p{Co}]/gu;
/** Each replaced piece is one such character until all rules are through: no rule reads a stand-in. */
const FIRST_MARK = 0xf0000;

/**
 * Opens the hiding of personal data for texts that belong together. `source` is all of them: whom
 * they name is looked for there, and no stand-in is taken out of it.
 */
export function openAnonymiser(known: KnownEntities, source: string): Anonymiser {
  const whole = plain(source);
  const stands = standIns(whole);
  const rules = rulesFor(known, whole, stands);
  const counted = new Map<string, Replacement>();
  return {
    hide(text) {
      const fakes: string[] = [];
      const hidden = rules.reduce((rest, rule) => {
        return rest.replace(rule.pattern, (found: string, ...more: unknown[]) => {
          const fake = rule.standIn(found, stands, lineBefore(rest, more));
          if (fake === null || fake === found) return found;
          count(rule, found, fake);
          fakes.push(fake);
          return String.fromCodePoint(FIRST_MARK + fakes.length - 1);
        });
      }, plain(text));
      return hidden.replace(
        /\p{Co}/gu,
        (mark) => fakes[(mark.codePointAt(0) ?? 0) - FIRST_MARK] ?? '',
      );
    },
    replacements: () => [...counted.values()],
  };

  function count({ kind, isKnown }: HidingRule, from: string, to: string): void {
    const key = `${kind} ${from}`;
    const before = counted.get(key)?.count ?? 0;
    counted.set(key, { kind, from, to, count: before + 1, isKnown });
  }
}

function plain(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '');
}

/** Behind the groups of a match stand its place and the whole text. */
function lineBefore(text: string, more: readonly unknown[]): string {
  const at = more.find((part) => typeof part === 'number') ?? 0;
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

/** What was looked up first, then what gives itself away; addresses before the names inside of them. */
function rulesFor(known: KnownEntities, text: string, stands: StandIns): readonly HidingRule[] {
  const folded = text.toLowerCase().replaceAll('ё', 'е');
  const isMet = (name: string) => {
    const words =
      name
        .toLowerCase()
        .replaceAll('ё', 'е')
        .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    return words.some((word) => folded.includes(word.slice(0, Math.max(2, word.length - 3))));
  };
  const latin = /[a-z]{5}/i.test(text);
  const people = known.people.filter(({ name }) => latin || isMet(name));
  const companies = known.organisations.filter((name) => latin || isMet(name));
  return [
    ...exactRules(known),
    ...technicalRules,
    ...companyRules(companies, true),
    ...peopleRules(people, { stands, isKnown: true }),
    ...companyRules(discoverCompanies(text), false),
    ...peopleRules(discoverNames(text), { stands, isKnown: false }),
    ...paperRules,
    ...cityRules(known.cities),
  ];
}
