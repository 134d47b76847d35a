import type { ContentPath } from '../content-problem.ts';
import type { DemoCustomer, DemoEntry, DemoPerson, DemoStory } from './demo-story.ts';
import { dayMs, hourMs, resolveDemoTime } from './demo-time.ts';

/** Something a schema cannot see: `path` is inside the story's document. */
export interface StoryProblem {
  readonly path: ContentPath;
  readonly message: string;
}

/** Any noon will do: stories are told so that noon is after everything that happened today. */
const someNoon = 19_000 * dayMs + 9 * hourMs;

/** Checks a story against the people and customers of its desk, and against itself. */
export function checkStory(
  story: DemoStory,
  people: readonly DemoPerson[],
  customers: readonly DemoCustomer[],
): readonly StoryProblem[] {
  return [
    ...checkNames(story, people, customers),
    ...checkTimes(story.entries),
    ...checkPromises(story),
    ...checkCourse(story),
  ];
}

function checkNames(
  story: DemoStory,
  people: readonly DemoPerson[],
  customers: readonly DemoCustomer[],
): readonly StoryProblem[] {
  const problems: StoryProblem[] = [];
  const known = new Set(['me', ...people.map((person) => person.key)]);
  const customer = customers.find((c) => c.key === story.customer);
  if (!customer) problems.push({ path: ['customer'], message: `no customer «${story.customer}»` });
  if (customer && !customer.contacts.some((c) => c.key === story.contact)) {
    problems.push({
      path: ['contact'],
      message: `${customer.key} has no contact «${story.contact}»`,
    });
  }
  if (story.assignee !== null && !known.has(story.assignee)) {
    problems.push({ path: ['assignee'], message: `no person «${story.assignee}»` });
  }
  for (const [i, entry] of story.entries.entries()) {
    if (entry.from === 'customer' || known.has(entry.from)) continue;
    problems.push({ path: ['entries', i, 'from'], message: `no person «${entry.from}»` });
  }
  for (const [i, { from }] of story.together.entries()) {
    if (known.has(from)) continue;
    problems.push({ path: ['together', i, 'from'], message: `no person «${from}»` });
  }
  return problems;
}

function checkTimes(entries: readonly DemoEntry[]): readonly StoryProblem[] {
  const problems: StoryProblem[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, entry] of entries.entries()) {
    const at = resolveDemoTime(entry.at, someNoon);
    const path = ['entries', i, 'at'];
    if (at >= someNoon) problems.push({ path, message: 'is not in the past' });
    if (at < before) problems.push({ path, message: 'is earlier than the entry before it' });
    before = at;
  }
  return problems;
}

function checkPromises({ entries, status }: DemoStory): readonly StoryProblem[] {
  const solvedAt = entries.findLastIndex((entry) => entry.event === 'resolve');
  return entries.flatMap(({ at, from, promise }, i): readonly StoryProblem[] => {
    if (!promise) return [];
    const path = ['entries', i, 'promise'];
    if (from === 'customer') return [{ path, message: 'a customer does not promise' }];
    if (resolveDemoTime(promise.due, someNoon) <= resolveDemoTime(at, someNoon)) {
      return [{ path: [...path, 'due'], message: 'is not after the entry' }];
    }
    // A solution settles what was promised before it; a call to check comes after it.
    const isSettled = status === 'closed' || (status === 'resolved' && i < solvedAt);
    if (promise.state !== 'open' || !isSettled) return [];
    return [{ path: [...path, 'state'], message: `is open although the story is ${status}` }];
  });
}

type Course = 'new' | 'open' | 'resolved' | 'closed';

/** Follows the events and compares where they end with the status. */
function checkCourse(story: DemoStory): readonly StoryProblem[] {
  const problems: StoryProblem[] = [];
  let course: Course = 'new';
  for (const [i, entry] of story.entries.entries()) {
    const path = ['entries', i, 'event'];
    if (entry.event === 'confirm' && course !== 'resolved') {
      problems.push({ path, message: 'confirms what was not resolved' });
    }
    if (entry.event === 'return' && course !== 'resolved' && course !== 'closed') {
      problems.push({ path, message: 'returns what was not resolved' });
    }
    if (entry.text === '' && (entry.from === 'customer' || entry.does.length === 0)) {
      problems.push({ path: ['entries', i, 'text'], message: 'says nothing and does nothing' });
    }
    if (entry.event === 'escalate' && entry.line === null) {
      problems.push({ path, message: 'escalates to no line' });
    }
    course = courseAfter(course, entry);
  }
  if (!agrees(story, course)) {
    problems.push({
      path: ['status'],
      message: `is ${story.status}, but the events end as ${course}`,
    });
  }
  if (course !== 'new' && story.assignee === null && !story.entries.some(isEscalated)) {
    problems.push({ path: ['assignee'], message: 'is nobody although the story was taken' });
  }
  return problems;
}

function isEscalated({ event, does }: DemoEntry): boolean {
  return event === 'escalate' || does.some((deed) => deed.do === 'escalate');
}

function courseAfter(course: Course, entry: DemoEntry): Course {
  const { event, from, internal } = entry;
  if (event === 'resolve') return 'resolved';
  if (event === 'confirm') return 'closed';
  if (event === 'return' || event === 'take' || isEscalated(entry)) return 'open';
  return course === 'new' && from !== 'customer' && !internal ? 'open' : course;
}

function agrees(story: DemoStory, course: Course): boolean {
  switch (story.status) {
    case 'new':
    case 'resolved':
    case 'closed':
      return story.status === course;
    case 'merged':
      return true;
    default:
      return course === 'open';
  }
}
