import type { Channel, Priority } from '../../domain/vocabulary.ts';
import { makeRandom, pickWeighted, type Random } from '../../util/random.ts';
import { genderOf, isTechnical, voiceOf } from './contact-voice.ts';
import type { DemoPhrases, Topic } from './demo-phrases.ts';
import type { DemoCustomer, DemoPerson, DemoStory, StoryPlace } from './demo-story.ts';
import { canGoTogether } from './phrase-deck.ts';
import { type Act, type PlotStatus, plots, statusShares } from './story-plots.ts';
import { type Cast, makeTeller } from './story-teller.ts';
import { layOutTimes } from './story-times.ts';
import { makeUsedTexts, type UsedTexts } from './used-texts.ts';
import { writeEntries } from './write-entries.ts';
import { minutesAheadOfMoscow } from './zone.ts';

/** What a desk is generated from. The same input gives the same stories. */
export interface GenerateInput {
  readonly seed: number;
  readonly count: number;
  readonly customers: readonly DemoCustomer[];
  readonly people: readonly DemoPerson[];
  readonly phrases: DemoPhrases;
}

const priorityShares: readonly { readonly priority: Priority; readonly weight: number }[] = [
  { priority: 'P1', weight: 3 },
  { priority: 'P2', weight: 17 },
  { priority: 'P3', weight: 60 },
  { priority: 'P4', weight: 20 },
];

/** How often an unfinished ticket belongs to whoever opens the demo desk. */
const ownShare = 0.22;

/**
 * Tickets of second and third line work, told by the phrases. No two share a text. The first
 * tickets of a bigger desk are those of a smaller one with the same seed.
 */
export function generateStories(input: GenerateInput): DemoStory[] {
  const desk = prepareDesk(input);
  const used = makeUsedTexts();
  return Array.from({ length: input.count }, (_, index) => generateStory(desk, index, used));
}

interface Place extends StoryPlace {
  readonly isTechnical: boolean;
  readonly aheadMinutes: number;
}

interface Desk extends GenerateInput {
  readonly places: readonly Place[];
  readonly talkers: readonly DemoPerson[];
  readonly thirdLine: readonly DemoPerson[];
}

function prepareDesk(input: GenerateInput): Desk {
  const engineers = input.people.filter((person) => person.role === 'engineer');
  const places = input.customers.flatMap((customer) => {
    const aheadMinutes = minutesAheadOfMoscow(customer.timeZone);
    // The phrases are Russian; those who write English have stories of their own.
    const contacts = customer.contacts.filter((contact) => contact.lang === 'ru');
    return contacts.map((contact): Place => {
      const isTech = isTechnical(contact, input.phrases);
      return { customer, contact, aheadMinutes, isTechnical: isTech };
    });
  });
  return {
    ...input,
    places,
    talkers: engineers.filter((person) => person.line === '2'),
    thirdLine: engineers.filter((person) => person.line === '3'),
  };
}

function generateStory(desk: Desk, index: number, used: UsedTexts): DemoStory {
  const random = makeRandom(desk.seed * 7_919 + index * 104_729);
  // Steps of irrational length spread the shares evenly over a desk of any size.
  const { status } = pickWeighted(statusShares, spread(desk.seed, index, 0.618_033_988_75));
  const { priority } = pickWeighted(priorityShares, spread(desk.seed, index, 0.414_213_562_37));
  const place = random.pick(desk.places);
  const cast = chooseCast(desk, place, { status, priority }, random);
  const channel = chooseChannel(cast, status, random);
  const plot = choosePlot(cast, { status, channel }, random);
  const question = { acts: plot, status, priority, channel, aheadMinutes: place.aheadMinutes };
  const times = layOutTimes(question, random);
  const comesBack = plot.includes('again');
  const teller = makeTeller({ ...cast, comesBack }, desk.phrases, random, used);
  const isThird = plot.includes('escalate');
  const isTaken = status !== 'new';
  const assignee = isThird && status === 'open' ? cast.third : cast.engineer;
  return {
    id: `demo-${desk.seed}-${String(index + 1).padStart(5, '0')}`,
    subject: teller.subject,
    customer: place.customer.key,
    contact: place.contact.key,
    channel,
    kind: cast.topic.kind,
    priority,
    line: isThird ? '3' : '2',
    assignee: isTaken ? (assignee?.key ?? 'me') : null,
    status,
    tags: comesBack ? [...cast.topic.tags, 'returned'] : cast.topic.tags,
    entries: writeEntries({ cast, channel, plot, status, priority, times, teller, used }, random),
    why: null,
    together: [],
  };
}

function spread(seed: number, index: number, step: number): number {
  return (index * step + seed * 0.137) % 1;
}

type Players = Omit<Cast, 'comesBack'>;

function chooseCast(
  desk: Desk,
  place: Place,
  { status, priority }: { readonly status: PlotStatus; readonly priority: Priority },
  random: Random,
): Players {
  const topics = desk.phrases.topics.filter((topic) => fits(topic, place, priority));
  const asks = status === 'waiting-third-party' ? topics.filter((t) => t.vendor) : topics;
  const isOwn = status !== 'closed' && random.chance(ownShare);
  return {
    topic: random.pick(asks.length > 0 ? asks : topics),
    contact: place.contact,
    contactGender: genderOf(place.contact),
    contactVoice: voiceOf(place, desk.phrases),
    engineer: isOwn || desk.talkers.length === 0 ? null : random.pick(desk.talkers),
    third: desk.thirdLine.length === 0 ? null : random.pick(desk.thirdLine),
  };
}

function fits(topic: Topic, { customer, ...place }: Place, priority: Priority): boolean {
  if (priority === 'P1' && !topic.heavy) return false;
  if (priority === 'P2' && topic.kind !== 'incident') return false;
  if (topic.technical && !place.isTechnical) return false;
  return topic.fits?.some((word) => customer.about.includes(word)) ?? true;
}

function choosePlot(
  { topic, third, contactVoice }: Players,
  { status, channel }: { readonly status: PlotStatus; readonly channel: Channel },
  random: Random,
): readonly Act[] {
  const [refix] = topic.refix ?? [];
  const says = topic.says[contactVoice.name];
  const canComeBack = refix !== undefined && says.some((line) => canGoTogether(line, refix));
  // Nobody troubles the third line with a telephone's mail.
  const canEscalate = third !== null && (topic.heavy || topic.line === '3');
  const possible = plots[status].filter(({ acts }) => {
    if (acts.includes('again') && !canComeBack) return false;
    // A chat is answered in two minutes, and nothing is mended in that time.
    if (channel === 'chat' && acts[1] !== 'ask' && acts[1] !== 'ack') return false;
    return canEscalate || !acts.includes('escalate');
  });
  const deep = possible.filter(({ acts }) => acts.includes('escalate'));
  const isDeep = topic.line === '3' && deep.length > 0 && random.chance(0.6);
  return pickWeighted(isDeep ? deep : possible, random.next()).acts;
}

function chooseChannel({ contactVoice }: Players, status: PlotStatus, random: Random): Channel {
  const shares = Object.entries(contactVoice.voice.channels).map(([name, weight]) => {
    // Object.entries widens the keys; the schema has checked that they are channels.
    return { name: name as Channel, weight };
  });
  const { name } = pickWeighted(shares, random.next());
  // A chat is answered in two minutes, so nothing new waits there.
  return name === 'chat' && status === 'new' ? 'mail' : name;
}
