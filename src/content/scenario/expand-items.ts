import { hashText, makeRandom, type Random } from '../../util/random.ts';
import type { FieldRule, Route } from './answer.ts';
import type { WrittenField, WrittenItem } from './item-schema.ts';
import { always, conditionOf } from './route-schema.ts';
import type { Scenario, Step } from './scenario.ts';
import type { WrittenScenario } from './scenario-schema.ts';

/** The step that a sprint or quiz begins with. */
export const ITEMS = 'items';

/** Which order of the drawn items a run has; drawn by its seed. */
const DECK = '_deck';
/** Which of the drawn items is on, from 0. */
export const SLOT = '_slot';
const DECKS = 32;

/** What items become: steps like any others, so that a run knows nothing of them. */
export interface ExpandedItems {
  readonly steps: ReadonlyMap<string, Step>;
  readonly vars: Scenario['vars'];
  readonly items: Scenario['items'];
}

type Written = Pick<
  WrittenScenario,
  'id' | 'items' | 'draw' | 'fields' | 'next' | 'itemTime' | 'sections'
>;

/** The id of the step of an item. */
export function itemStepId({ id }: Pick<WrittenItem, 'id'>, index: number): string {
  return id ?? `item-${index + 1}`;
}

/** The steps of a sprint or quiz, one after another, or as many as are drawn of them. */
export function expandItems(written: Written): ExpandedItems {
  const { items, draw } = written;
  if (items.length === 0) return { steps: new Map(), vars: new Map(), items: null };
  const ids = items.map(itemStepId);
  const count = Math.min(draw ?? items.length, items.length);
  const isDrawn = count < items.length;
  const steps = isDrawn ? slotSteps(written, ids, count) : [introStep(ids[0] ?? ITEMS)];
  const itemSteps = items.map((item, index) => {
    const next = isDrawn ? slotRoutes(count, endOf(written)) : plainNext(ids, index, written);
    return itemStep(item, ids[index] ?? ITEMS, { next, written });
  });
  return {
    steps: new Map([...steps, ...itemSteps].map((step) => [step.id, step])),
    vars: isDrawn ? new Map([[DECK, Array.from({ length: DECKS }, (_, deck) => deck)]]) : new Map(),
    items: { steps: ids, count },
  };
}

function endOf({ next }: Written): string {
  return next ?? '';
}

function plainNext(ids: readonly string[], index: number, written: Written): readonly Route[] {
  return [always(ids[index + 1] ?? endOf(written))];
}

/** From an item to the next slot, whichever the item lies in. */
function slotRoutes(count: number, end: string): readonly Route[] {
  const between = Array.from({ length: count - 1 }, (_, slot) => ({
    ...always(slotId(slot + 1)),
    when: conditionOf({ var: new Map([[SLOT, slot]]) }),
  }));
  return [...between, always(end)];
}

function slotId(slot: number): string {
  return slot === 0 ? ITEMS : `${ITEMS}-${slot + 1}`;
}

/** Each slot shows the item that lies there in the deck of the run. */
function slotSteps({ id }: Written, ids: readonly string[], count: number): readonly Step[] {
  const random = makeRandom(hashText(id));
  const decks = Array.from({ length: DECKS }, () => shuffled(ids, random));
  return Array.from({ length: count }, (_, slot): Step => {
    const routes = decks.map((deck, number): Route => {
      const way = always(deck[slot] ?? ITEMS);
      const isLast = number === DECKS - 1;
      return isLast ? way : { ...way, when: conditionOf({ var: new Map([[DECK, number]]) }) };
    });
    return { ...emptyStep(slotId(slot)), set: new Map([[SLOT, slot]]), routes };
  });
}

function shuffled(ids: readonly string[], random: Random): readonly string[] {
  const rest = [...ids];
  return ids.map(() => rest.splice(random.int(0, rest.length - 1), 1)[0] ?? ITEMS);
}

function introStep(first: string): Step {
  return { ...emptyStep(ITEMS), routes: [always(first)] };
}

interface ItemPlace {
  readonly next: readonly Route[];
  readonly written: Written;
}

function itemStep(item: WrittenItem, id: string, { next, written }: ItemPlace): Step {
  const { text, subject, reference, hints } = item;
  const step: Step = {
    ...emptyStep(id),
    narrator: subject === null ? text : `${subject}\n\n${text}`,
    time: written.itemTime,
    reference,
    hints,
  };
  if (item.answers.size === 0) return { ...step, reply: replyOf(item, next) };
  const form = formOf(item, written.fields);
  const routes = withMood(next, { complete: [...form.keys()] });
  const { why, rule } = item;
  return { ...step, actions: [{ name: 'classify', form, routes, why, rule }] };
}

function replyOf({ expect, forbid }: WrittenItem, next: readonly Route[]): Step['reply'] {
  const required = expect.filter(({ isRequired }) => isRequired);
  const has = (required.length > 0 ? required : expect).map(({ fact }) => fact);
  const lacks = forbid.map(({ fact }) => fact);
  return { expect, forbid, routes: withMood(next, { has, lacks }) };
}

/** What was missed costs mood: by it the end of the run can tell how many there were. */
function withMood(
  next: readonly Route[],
  hit: Partial<Pick<Route['when'], 'has' | 'lacks' | 'complete'>>,
): readonly Route[] {
  const hits = next.map((route) => ({ ...route, when: { ...route.when, ...hit } }));
  return [...hits, ...next.map((route) => ({ ...route, mood: -1 }))];
}

function formOf(
  { answers, why }: WrittenItem,
  fields: ReadonlyMap<string, WrittenField>,
): ReadonlyMap<string, FieldRule> {
  const asked = [...fields].filter(([name]) => answers.has(name));
  return new Map(
    asked.map(([name, { label, options, points, rule }]) => {
      return [
        name,
        { ...emptyField, label, options, points, rule, why, oneOf: answers.get(name) ?? [] },
      ];
    }),
  );
}

const emptyField: FieldRule = {
  label: null,
  options: [],
  equals: null,
  oneOf: [],
  contains: null,
  includes: [],
  minWords: null,
  isPresent: false,
  has: [],
  lacks: [],
  isRequired: true,
  points: null,
  zeroIfMissing: null,
  why: null,
  rule: null,
};

function emptyStep(id: string): Step {
  return {
    id,
    ...{ client: null, narrator: null, attach: [], inject: [], after: null, at: null },
    ...{
      mood: 0,
      flags: [],
      set: new Map(),
      allow: ['open', 'wait', 'note'],
      open: [],
      time: null,
      ping: null,
    },
    ...{ reply: null, choices: [], actions: [], routes: [], end: null },
    ...{ reference: null, hints: [] },
  };
}
