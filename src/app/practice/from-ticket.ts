import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseScenario } from '../../content/scenario/read-scenario.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { whyNotAllowed } from '../../domain/permission-gate.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { openAnonymiser } from '../../practice/anonymise/anonymise.ts';
import type { Replacement, Suspicion } from '../../practice/anonymise/personal.ts';
import { suspicious } from '../../practice/anonymise/suspicious.ts';
import { draftScenario } from '../../practice/from-ticket/draft-scenario.ts';
import type { ReplyFacts } from '../../practice/from-ticket/draft-steps.ts';
import type { DraftTexts } from '../../practice/from-ticket/draft-texts.ts';
import { saidFacts } from '../../practice/from-ticket/said-fact.ts';
import { sectionOf } from '../../practice/from-ticket/scored-facts.ts';
import { type TicketStory, textsOf, withTexts } from '../../practice/from-ticket/ticket-story.ts';
import { must } from '../../util/must.ts';
import { transliterate } from '../../util/transliterate.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { writeWhole } from '../desk/write-whole.ts';
import { type DiffLine, diffTexts } from '../knowledge/compare-versions.ts';
import { maskSecrets } from '../ticket/mask-secrets.ts';
import { openFactFinder } from './find-facts-in.ts';
import { knownEntities } from './known-entities.ts';
import { loadScenarios, scenarioFolders } from './load-scenarios.ts';
import { readTicketStory } from './read-ticket-story.ts';

/** A ticket as a scenario with nobody in it, before a person has looked at it. */
export interface TicketDraft {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  /** Where it belongs in the desk's own folder. */
  readonly file: string;
  /** What of the ticket was changed, line by line. */
  readonly lines: readonly DiffLine[];
  readonly replacements: readonly Replacement[];
  readonly suspicious: readonly Suspicion[];
}

/** Which ticket, and in which language the scenario is to be; that of the ticket when null. */
export interface TicketDraftOrder {
  readonly ticketId: string;
  readonly lang: Language | null;
  readonly textsOf: (lang: Language) => Promise<DraftTexts>;
}

/** Why somebody makes no scenarios of tickets; null when they may. */
export function whyNotFromTicket({ me, config }: Pick<Desk, 'me' | 'config'>): Refusal | null {
  const why = whyNotAllowed('judge-practice', me, config);
  return why === null || me.role === 'hire' ? why : whyNotAllowed('edit-article', me, config);
}

/** Makes a scenario of a ticket, anonymised; writes nothing. Throws UserErrors. */
export async function draftFromTicket(desk: Desk, order: TicketDraftOrder): Promise<TicketDraft> {
  const ticket = must(desk.tickets.byId(order.ticketId), `ticket ${order.ticketId}`);
  const lang = order.lang ?? languageOf(desk, order.ticketId);
  const texts = await order.textsOf(lang);
  const told = await readTicketStory(desk, ticket, { lang, words: texts });
  if (!told.turns.some(({ type }) => type === 'replied')) {
    throw new UserError('ticket-without-replies', { ticket: ticket.number });
  }
  const { hide, replaced } = openHiding(desk, order.ticketId, told);
  const story = withTexts(told, hide);
  const id = await freeId(desk, { title: story.title, lang });
  const facts = await factsOf(desk, { id, story, texts });
  const text = draftScenario({ id, story, facts, texts });
  const before = draftScenario({ id, story: told, facts, texts });
  const replacements = replaced();
  return {
    ...{ id, lang, text, replacements },
    file: join(ownFolder(desk), fileName(id, lang)),
    lines: diffTexts(before, text),
    suspicious: suspicious(text, replacements),
  };
}

/** Keeps a draft that a person has confirmed. Throws a UserError when the file is already there. */
export function keepTicketDraft(path: string, text: string): void {
  if (existsSync(path)) throw new UserError('file-exists', { path });
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, text);
}

/** What was edited, when it still is a scenario; its problems are told by the check of scenarios. */
export function isReadable(file: string, text: string): boolean {
  return parseScenario(file, text).ok;
}

function openHiding(desk: Desk, ticketId: string, told: TicketStory) {
  const ticket = must(desk.tickets.byId(ticketId), `ticket ${ticketId}`);
  const anonymiser = openAnonymiser(knownEntities(desk, ticket), textsOf(told));
  let secrets = 0;
  const hide = (text: string) => {
    const { text: open, masked } = maskSecrets(text);
    secrets += masked;
    return anonymiser.hide(open);
  };
  // Secrets are not said again, not even to whoever confirms.
  const secret = () => {
    return secrets === 0
      ? []
      : [{ kind: 'secret', from: '***', to: '***', count: secrets, isKnown: false } as const];
  };
  return { hide, replaced: () => [...anonymiser.replacements(), ...secret()] };
}

/** Most of what was said decides. */
function languageOf(desk: Desk, ticketId: string): Language {
  const texts = desk.tickets.entries(ticketId).map(({ text }) => text);
  const count = (letters: RegExp) => texts.join('\n').match(letters)?.length ?? 0;
  return count(/[a-z]/gi) > 2 * count(/[а-яё]/gi) ? 'en' : 'ru';
}

function ownFolder(desk: Desk): string {
  return must(scenarioFolders(desk)[0], 'folder of own scenarios');
}

function fileName(id: string, lang: Language): string {
  return lang === 'ru' ? `${id}.scenario.yaml` : `${id}.${lang}.scenario.yaml`;
}

const MOST_WORDS = 5;

/** A name that no scenario has, from what the ticket was about. */
async function freeId(
  desk: Desk,
  { title, lang }: { readonly title: string; readonly lang: Language },
): Promise<string> {
  const words = transliterate(title).match(/[a-z0-9]+/g) ?? [];
  const name = ['ticket', ...words.slice(0, MOST_WORDS)].join('-').slice(0, 60).replace(/-+$/, '');
  const { cards } = await loadScenarios(desk);
  const taken = new Set(cards.map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(id) && !existsSync(join(ownFolder(desk), fileName(id, lang)))) return id;
  }
}

interface Drafting {
  readonly id: string;
  readonly story: TicketStory;
  readonly texts: DraftTexts;
}

/**
 * What the real replies hold, looked for as in a run of the scenario itself. A proposed fact that is
 * not found in its own reply is dropped, and so is one that says nothing of it.
 */
async function factsOf(desk: Desk, { id, story, texts }: Drafting): Promise<ReplyFacts> {
  const replies = story.turns.flatMap((turn) => (turn.type === 'replied' ? turn.text : []));
  const proposed = saidFacts(replies);
  const none = { found: replies.map(() => []), said: proposed };
  const scenario = readDraft(draftScenario({ id, story, facts: none, texts }));
  const finder = openFactFinder(desk, { lang: story.lang, scenario, only: [], now: null });
  const counter = await foundIn(finder, texts.counterExample);
  const found: (readonly string[])[] = [];
  const said: ReplyFacts['said'][number][] = [];
  for (const [index, reply] of replies.entries()) {
    const ids = await foundIn(finder, reply);
    const own = proposed[index] ?? null;
    const isSure = own !== null && ids.includes(own.id) && !counter.includes(own.id);
    said.push(isSure ? own : null);
    found.push(ids.filter((fact) => sectionOf(fact) !== null));
  }
  return { found, said };
}

async function foundIn(
  finder: ReturnType<typeof openFactFinder>,
  text: string,
): Promise<readonly string[]> {
  const { facts } = await finder.find(text);
  return facts.filter(({ found }) => found).map(({ id }) => id);
}

function readDraft(text: string): Scenario {
  const read = parseScenario('draft', text);
  return must(read.ok ? read.value.scenario : null, 'scenario drafted of a ticket');
}
