import { join } from 'node:path';
import type { DemoStory } from '../../content/demo/demo-story.ts';
import type { DemoContent } from '../../content/demo/load-demo.ts';
import { resolveStory } from '../../content/demo/resolve-story.ts';
import type { MakeId } from '../../util/id.ts';
import { must } from '../../util/must.ts';
import type { Desk } from '../desk/desk.ts';
import { castPerson, type DemoCast, saveCast } from './demo-cast.ts';
import { hasDemo, hasRealTickets } from './demo-presence.ts';
import { removeDemo } from './remove-demo.ts';
import { seededIds } from './seeded-ids.ts';
import type { StoryRefusal } from './story-stage.ts';
import { tellStory } from './tell-story.ts';
import { tellTogether } from './tell-together.ts';

export interface FillDemoOptions {
  readonly seed?: number | undefined;
  readonly tickets?: number | undefined;
  /** The present of the stories, epoch ms; the desk's clock when absent. */
  readonly now?: number | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface FilledDemo {
  readonly tickets: number;
  readonly people: number;
  readonly customers: number;
  readonly contacts: number;
  /** True when the demo was there already: nothing was added. */
  readonly wasThere: boolean;
  /** What the rules of the desk refused: mistakes of the stories. */
  readonly refusals: readonly StoryRefusal[];
}

/** Stories written in one transaction. */
const CHUNK = 200;
/** The last ticket number before the first demo one: four digits, as at a desk that has worked a while. */
const FIRST_NUMBER = 1000;

/** In the store while a demo is being filled in: one that was cut short is made anew. */
const UNFINISHED = 'demo-unfinished';

/**
 * Fills the store with the demo desk: people, customers and stories, the written ones first, then
 * generated ones up to `tickets`. Same seed, same present, same content give the same rows.
 */
export async function fillDemo(desk: Desk, options: FillDemoOptions = {}): Promise<FilledDemo> {
  if (desk.meta.get(UNFINISHED) !== null) removeDemo(desk);
  if (hasDemo(desk)) return nothingFilled;
  const { seed = 1, tickets = 600, now = desk.clock.now() } = options;
  const folder = join(desk.paths.content, 'templates/demo');
  const { loadDemo } = await import('../../content/demo/load-demo.ts');
  const content = loadDemo(folder);
  const makeId = seededIds(seed);
  const stories = await collectStories(folder, content, { seed, tickets, now });
  const cast = desk.store.sql.transact(() => {
    desk.meta.set(UNFINISHED, '1');
    if (!hasRealTickets(desk)) desk.meta.atLeast('ticket-number', FIRST_NUMBER);
    return saveCast(desk, content, makeId);
  });
  const refusals: StoryRefusal[] = [];
  const written = new Map<string, string>();
  for (let from = 0; from < stories.length; from += CHUNK) {
    const chunk = stories.slice(from, from + CHUNK);
    desk.store.sql.transact(() => {
      for (const story of chunk)
        refusals.push(...write(desk, story, { cast, makeId, now, written }));
    });
    options.onProgress?.(from + chunk.length, stories.length);
    // Lets a screen paint between two chunks.
    await new Promise((done) => setImmediate(done));
  }
  const person = (key: string) => castPerson(desk, cast, key);
  const stage = { now, makeId, person, tickets: written };
  // What stories do to each other takes all of them: a smaller demo has them one by one.
  if (tickets >= content.stories.length) refusals.push(...tellTogether(desk, stories, stage));
  // At a desk that works its own shift is on.
  if (content.shift && !hasRealTickets(desk)) {
    const { tellShift } = await import('./tell-shift.ts');
    refusals.push(...tellShift(desk, content.shift, stage));
  }
  desk.meta.remove(UNFINISHED);
  const { people, customers, contacts } = cast;
  const sizes = { people: people.size, customers: customers.size, contacts: contacts.size };
  return { tickets: stories.length, ...sizes, wasThere: false, refusals };
}

const nothingFilled: FilledDemo = {
  tickets: 0,
  people: 0,
  customers: 0,
  contacts: 0,
  wasThere: true,
  refusals: [],
};

interface DemoSize {
  readonly seed: number;
  readonly tickets: number;
  readonly now: number;
}

/** All stories, oldest first, so that numbers grow with time as at a real desk. */
async function collectStories(
  folder: string,
  content: DemoContent,
  size: DemoSize,
): Promise<DemoStory[]> {
  const { seed, tickets, now } = size;
  const { customers, people } = content;
  const written = content.stories.slice(0, tickets);
  const count = tickets - written.length;
  const { generateStories } = await import('../../content/demo/generate-stories.ts');
  const { loadPhrases } = await import('../../content/demo/load-phrases.ts');
  const { resolveDemoTime } = await import('../../content/demo/demo-time.ts');
  const { phrases } = loadPhrases(folder);
  const generated = phrases ? generateStories({ seed, count, customers, people, phrases }) : [];
  const startOf = ({ entries: [first] }: DemoStory) =>
    first ? resolveDemoTime(first.at, now) : now;
  return [...written, ...generated].toSorted((a, b) => startOf(a) - startOf(b));
}

interface Writing {
  readonly cast: DemoCast;
  readonly makeId: MakeId;
  readonly now: number;
  /** The ticket of each story told so far, by the story's id. */
  readonly written: Map<string, string>;
}

function write(desk: Desk, story: DemoStory, writing: Writing): readonly StoryRefusal[] {
  const { cast, makeId, now, written } = writing;
  const ticketId = makeId();
  written.set(story.id, ticketId);
  const person = (key: string) => castPerson(desk, cast, key);
  const customer = must(cast.customers.get(story.customer), `demo customer ${story.customer}`);
  const told = tellStory(resolveStory(story, now, customer.timeZone), {
    ticketId,
    number: freeNumber(desk),
    now,
    desk: desk.config,
    device: 'demo',
    customer,
    contact: must(cast.contacts.get(`${story.customer}/${story.contact}`), story.contact),
    headId: [...cast.people.values()].find((p) => p.role === 'head')?.id ?? null,
    registrar: [...cast.people.values()].find((p) => p.role === 'lead') ?? person('me'),
    person,
    makeId,
  });
  desk.tickets.writeHistory(told.events, desk.config);
  return told.refusals;
}

function freeNumber(desk: Desk): string {
  let number = `SM-${desk.meta.next('ticket-number')}`;
  while (desk.tickets.idByNumber(number)) number = `SM-${desk.meta.next('ticket-number')}`;
  return number;
}
