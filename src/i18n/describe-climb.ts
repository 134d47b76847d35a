import type { LadderTarget } from '../domain/desk-people.ts';
import type { LadderState } from '../domain/duty/ladder.ts';
import type { Language, LocalName, Role } from '../domain/vocabulary.ts';
import { fill } from './fill.ts';
import { routingTexts } from './routing-texts.ts';

interface Telling {
  readonly language: Language;
  /** Epoch ms. */
  readonly now: number;
  readonly clock: (at: number) => string;
  readonly person: (id: string | null) => string | null;
}

const MINUTE = 60_000;
const units = { ru: 'мин', en: 'min' } as const;

/** What comes next on a ladder, in one sentence. */
export function describeClimb(state: LadderState, told: Telling): string {
  const { ladder, nobody } = routingTexts(told.language);
  const { answered, lit, next, nextAt } = state;
  if (answered) {
    const person = told.person(answered.personId) ?? nobody;
    return fill(ladder.answeredBy, { person, time: told.clock(answered.at) });
  }
  if (!lit) return ladder.nobodyOnStep;
  if (!next) return ladder.last;
  if (nextAt === null) {
    return fill(ladder.waitsUnknown, { minutes: Math.round(lit.waitMs / MINUTE) });
  }
  const left = `${Math.ceil((nextAt - told.now) / MINUTE)} ${units[told.language]}`;
  return fill(ladder.waits, { time: told.clock(nextAt), left });
}

/** A step: what it calls, and who stands there. */
interface Step {
  readonly target: LadderTarget;
  readonly person: { readonly role: Role } | null;
}

/** Whom a step calls, by what it is: a duty, or the role of a person. */
export function describeTarget(
  { target, person }: Step,
  duties: readonly { readonly code: string; readonly name: LocalName }[],
  language: Language,
): string {
  const texts = routingTexts(language);
  if ('role' in target) return texts.roles[target.role];
  if ('person' in target) return person ? texts.roles[person.role] : target.person;
  if ('personalEngineer' in target) return texts.personalEngineer;
  return duties.find(({ code }) => code === target.duty)?.name[language] ?? target.duty;
}
