import type { EscalationLadder } from '../../domain/desk-people.ts';
import type { TicketMatch } from '../../domain/match-rule.ts';
import type { ContentPath } from '../content-problem.ts';
import type { PartName } from './pack-parts.ts';
import type { CodedPart, Item, ListPart, Review } from './review.ts';

const CODED = [
  'lines',
  'statuses',
  'kinds',
  'risks',
  'priorities',
  'calendars',
  'production',
  'policies',
  'queues',
  'duties',
  'ladders',
  'routing',
  'works',
] as const satisfies readonly CodedPart[];

/** What a part names of another one has to stand there, and once. */
export function checkReferences(review: Review): void {
  for (const part of CODED) checkOnce(review, part, 'code');
  checkOnce(review, 'people', 'login');
  checkLines(review);
  checkTickets(review);
  checkPeople(review);
  checkRouting(review);
}

function checkOnce(review: Review, part: ListPart, key: string): void {
  const codes = review.keysOf(part) ?? [];
  for (const [index, code] of codes.entries()) {
    if (code !== '' && codes.indexOf(code) < index)
      review.note(part, [index, key], 'code-twice', { value: code });
  }
}

function checkLines(review: Review): void {
  const lines = review.values.lines ?? [];
  if (lines.length > 0 && lines.every(({ talksToCustomer }) => talksToCustomer !== 'yes')) {
    review.note('lines', [], 'no-talking-line');
  }
  for (const [index, { lines: of }] of review.items('risks')) {
    for (const [at, code] of (of ?? []).entries())
      review.refers('risks', [index, 'lines', at], 'lines', code);
  }
}

function checkTickets(review: Review): void {
  for (const [index, kind] of review.items('kinds')) {
    review.refers('kinds', [index, 'defaultLine'], 'lines', kind.defaultLine);
    review.refers('kinds', [index, 'defaultPriority'], 'priorities', kind.defaultPriority);
    review.refers('kinds', [index, 'risk'], 'risks', kind.risk);
  }
  for (const [index, { filter }] of review.items('queues')) {
    for (const [at, status] of (filter?.status ?? []).entries()) {
      review.refers('queues', [index, 'filter', 'status', at], 'statuses', status);
    }
  }
}

function checkPeople(review: Review): void {
  for (const [index, { line }] of review.items('people')) {
    review.refers('people', [index, 'line'], 'lines', line);
  }
  for (const [index, duty] of review.items('duties')) {
    review.refers('duties', [index, 'calendar'], 'calendars', duty.calendar);
    for (const [at, login] of (duty.people ?? []).entries()) {
      review.refers('duties', [index, 'people', at], 'people', login);
    }
  }
  for (const [index, ladder] of review.items('ladders')) {
    checkTimedMatch(review, 'ladders', index, ladder.when);
    review.refers('ladders', [index, 'next'], 'ladders', ladder.next);
    for (const [at, { target }] of (ladder.steps ?? []).entries()) {
      const path = [index, 'steps', at];
      if ('duty' in target) review.refers('ladders', [...path, 'duty'], 'duties', target.duty);
      if ('person' in target) {
        review.refers('ladders', [...path, 'person'], 'people', target.person);
      }
    }
  }
}

function checkTimedMatch(
  review: Review,
  part: 'ladders' | 'routing',
  index: number,
  { inside, outside, ...when }: EscalationLadder['when'] = {},
): void {
  checkMatch(review, part, [index, 'when'], when);
  review.refers(part, [index, 'when', 'inside'], 'calendars', inside ?? null);
  review.refers(part, [index, 'when', 'outside'], 'calendars', outside ?? null);
}

function checkRouting(review: Review): void {
  for (const [index, rule] of review.items('routing')) {
    checkTimedMatch(review, 'routing', index, rule.when);
    review.refers('routing', [index, 'line'], 'lines', rule.line);
    review.refers('routing', [index, 'priority'], 'priorities', rule.priority);
    checkSkills(review, index, rule);
    const doesNothing = rule.line === null && rule.priority === null && rule.addTags?.length === 0;
    if (doesNothing && rule.assign?.length === 0)
      review.note('routing', [index], 'rule-does-nothing');
  }
  for (const [index, policy] of review.items('policies')) {
    checkMatch(review, 'policies', [index, 'when'], policy.when);
  }
}

function checkSkills(
  review: Review,
  index: number,
  { assign, skills = [] }: Item<'routing'>,
): void {
  const people = review.values.people;
  if (assign?.includes('skills') && skills.length === 0) {
    review.note('routing', [index, 'assign'], 'skills-missing');
  }
  if (people === undefined || people.length === 0) return;
  const known = [...new Set(people.flatMap((person) => person.skills))];
  for (const [at, skill] of skills.entries()) {
    if (known.includes(skill)) continue;
    const params = { value: skill, known: known.join(', ') || '—' };
    review.note('routing', [index, 'skills', at], 'skill-unknown', params);
  }
}

function checkMatch(
  review: Review,
  part: PartName,
  path: ContentPath,
  match: TicketMatch = {},
): void {
  for (const [at, code] of (match.lines ?? []).entries()) {
    review.refers(part, [...path, 'lines', at], 'lines', code);
  }
  for (const [at, code] of (match.kinds ?? []).entries()) {
    review.refers(part, [...path, 'kinds', at], 'kinds', code);
  }
  for (const [at, code] of (match.priorities ?? []).entries()) {
    review.refers(part, [...path, 'priorities', at], 'priorities', code);
  }
}
