import { BugError } from '../../util/must.ts';
import type { ClockTarget } from '../clock-state.ts';
import type { StatusSpan } from '../ticket.ts';
import type { Status } from '../vocabulary.ts';
import { isEnded } from './story-moments.ts';
import type { StoryValues } from './story-values.ts';
import type { StoryHandover, StoryPromise, TicketStory } from './ticket-story.ts';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A story while it is told: a month of them is read at once, so it is filled in place. */
interface Telling extends Writable<TicketStory> {
  statuses: StatusSpan[];
  lines: { line: string; at: number }[];
  said: { at: number; byId: string }[];
  heard: number[];
  acted: number[];
  returns: number[];
  handovers: readonly StoryHandover[];
  breaches: readonly { target: ClockTarget; dueAt: number }[];
  promises: readonly StoryPromise[];
  isAssigned: boolean;
}

/**
 * Folds what is kept of a ticket into its story: how far it reaches, its id, the registration, then
 * step by step the row of the event, the time since the registration, a letter for what it was, and
 * its values. Pure.
 */
export function tellStory(values: StoryValues): TicketStory {
  const story = begin(values);
  while (!values.isOver) {
    values.number();
    const at = story.createdAt + values.number();
    const letter = values.text();
    const step = steps[letter];
    if (!step) throw new BugError(`story step ${letter}`);
    step(story, at, values);
  }
  inOrder(story);
  return story;
}

function begin(values: StoryValues): Telling {
  const untilAt = values.number();
  const [ticketId, createdAt] = [values.text(), values.number()];
  const story: Telling = {
    ticketId,
    createdAt,
    untilAt,
    channel: values.word(),
    audience: values.word(),
    kind: values.word(),
    priority: values.word(),
    lines: [{ line: values.text(), at: createdAt }],
    customerId: values.textOrNull(),
    statuses: [{ status: values.word(), at: createdAt }],
    isAssigned: values.number() === 1,
    isAutomatic: values.number() === 1,
    isMassIncident: values.number() === 1,
    cameAt: values.number() || null,
    takenAt: null,
    said: [],
    heard: [],
    acted: none,
    returns: none,
    handovers: none,
    breaches: none,
    promises: none,
    worked: none,
    spent: none,
    offTopicAt: null,
    tags: none,
  };
  cameSolved(story, values.numberOrNull());
  story.tags = values.texts();
  taken(story, createdAt);
  return story;
}

/** Most tickets have none of most things. */
const none: never[] = [];

/** Of a ticket that came here solved only its last change is known: the nearest thing to the time. */
function cameSolved(story: Telling, updatedAt: number | null): void {
  const status = story.statuses[0]?.status ?? 'new';
  if (!isEnded(status) || updatedAt === null) return;
  story.statuses = [
    { status: 'new', at: story.createdAt },
    { status, at: updatedAt },
  ];
}

type Step = (story: Telling, at: number, values: StoryValues) => void;

const steps: Readonly<Record<string, Step>> = {
  m: (story, at, values) => void story.said.push({ at, byId: values.textOrNull() ?? '' }),
  c: (story, at) => void story.heard.push(at),
  s: (story, at, values) => {
    story.statuses.push({ status: values.word<Status>(), at });
    taken(story, at);
  },
  a: (story, at, values) => {
    story.isAssigned = values.number() === 1;
    taken(story, at);
  },
  i: (story, at) => add(story, 'acted', at),
  r: (story, at) => add(story, 'returns', at),
  l: (story, at, values) => {
    const line = values.text();
    if (line !== story.lines.at(-1)?.line) story.lines.push({ line, at });
  },
  k: (story, _, values) => {
    story.kind = values.word();
  },
  q: (story, _, values) => {
    story.priority = values.word();
  },
  u: (story, _, values) => {
    story.customerId = values.textOrNull();
  },
  g: (story, _, values) => {
    const [added, removed] = [values.texts(), values.texts()];
    story.tags = [...story.tags.filter((tag) => !removed.includes(tag)), ...added];
  },
  w: (story, _, values) => heldBack(story, story.createdAt + values.number()),
  h: (story, at, values) => {
    const passed = { at, from: values.text(), to: values.text() };
    story.handovers = [...story.handovers, { ...passed, outcome: null, settledAt: null }];
  },
  y: (story, at) => settled(story, 'accepted', at),
  x: (story, at) => settled(story, 'returned', at),
  b: (story, _, values) => {
    const target = values.word<ClockTarget>();
    const dueAt = story.createdAt + values.number();
    story.breaches = [...story.breaches, { target, dueAt }];
  },
  p: promised,
  v: kept,
  t: (story, at, values) => {
    story.worked = [...story.worked, { at, ms: values.number() }];
  },
  e: (story, at, values) => {
    const amount = values.number();
    story.spent = [...story.spent, { at, amount, currency: values.text() }];
  },
  o: (story, at) => {
    story.offTopicAt ??= at;
  },
  n: (story) => {
    story.isMassIncident = true;
  },
};

function add(story: Telling, list: 'acted' | 'returns', at: number): void {
  const known = story[list];
  // The list of those that have none is everybody's.
  if (known.length === 0) story[list] = [at];
  else known.push(at);
}

function promised(story: Telling, _: number, values: StoryValues): void {
  const [id, kind] = [values.text(), values.word<StoryPromise['kind']>()];
  const dueAt = story.createdAt + values.number();
  story.promises = [...story.promises, { id, kind, dueAt, state: 'open', settledAt: null }];
}

function kept(story: Telling, settledAt: number, values: StoryValues): void {
  const [id, state] = [values.text(), values.word<StoryPromise['state']>()];
  story.promises = story.promises.map((one) => {
    return one.id === id ? { ...one, state, settledAt } : one;
  });
}

/** In work from the moment on that somebody has it and it is no longer new. */
function taken(story: Telling, at: number): void {
  const status = story.statuses.at(-1)?.status ?? 'new';
  const isInWork = status !== 'new' && !isEnded(status);
  if (story.takenAt === null && story.isAssigned && isInWork) story.takenAt = at;
}

function settled(story: Telling, outcome: 'accepted' | 'returned', settledAt: number): void {
  const last = story.handovers.at(-1);
  if (last) story.handovers = [...story.handovers.slice(0, -1), { ...last, outcome, settledAt }];
}

/** A message that was held back has not left. */
function heldBack(story: Telling, at: number): void {
  const index = story.said.findLastIndex((one) => one.at === at);
  if (index >= 0) story.said.splice(index, 1);
}

/** A letter can be read in long after it was written. */
function inOrder(story: Telling): void {
  if (story.said.some(({ at }, index) => at < (story.said[index - 1]?.at ?? 0))) {
    story.said.sort((a, b) => a.at - b.at);
  }
  if (story.heard.some((at, index) => at < (story.heard[index - 1] ?? 0))) {
    story.heard.sort((a, b) => a - b);
  }
  if (story.acted.some((at, index) => at < (story.acted[index - 1] ?? 0))) {
    story.acted.sort((a, b) => a - b);
  }
}
