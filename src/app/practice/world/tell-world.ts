import type { Scenario } from '../../../content/scenario/scenario.ts';
import type { TicketCommand } from '../../../domain/command.ts';
import type { RunState, TranscriptLine } from '../../../practice/run/run-state.ts';
import type { Desk } from '../../desk/desk.ts';
import { execute } from '../../desk/execute.ts';
import { castColleague } from './world-cast.ts';
import { filesOf, MAIN, openTicketOf, ticketOf } from './world-tickets.ts';

const TOLD = 'practice-told';

/** What the desk of a run says beside the texts of its scenario. */
export interface WorldWords {
  /** Before the text of a way that was chosen and not sent. */
  readonly chosen: string;
  /** What was done by a form, as a note tells it. */
  readonly done: (line: TranscriptLine) => string;
  readonly hint: (text: string) => string;
}

/** What is told to the desk of a run. */
export interface WorldOrder {
  readonly scenario: Scenario;
  readonly state: RunState;
  readonly words: WorldWords;
}

/**
 * Tells the desk of a run what happened since it was told last, by real commands at the run's own
 * instants. The desk holds nothing that the run does not: it can be taken away and told again.
 * Returns how many lines were new.
 */
export function tellWorld(desk: Desk, order: WorldOrder): number {
  const { transcript } = order.state;
  return desk.store.sql.transact(() => {
    const told = Number(desk.meta.get(TOLD) ?? 0);
    if (told === 0) putOwnArticles(desk, order.scenario);
    openMain(desk, order);
    const isOpened = told === 0 && isSaid(transcript[0]);
    for (const line of transcript.slice(isOpened ? 1 : told)) tellLine(desk, order, line);
    if (transcript.length > told) desk.meta.set(TOLD, String(transcript.length));
    return Math.max(0, transcript.length - told);
  });
}

function isSaid(line: TranscriptLine | undefined): boolean {
  return line?.from === 'customer' && line.what === 'message' && line.ticket === null;
}

/** The main ticket stands in the queue from the first instant on. */
function openMain(desk: Desk, { scenario, state }: WorldOrder): void {
  if (ticketOf(desk, MAIN) !== null) return;
  const [first] = state.transcript;
  const opening = first && isSaid(first) ? first : null;
  const { ticket } = scenario;
  openTicketOf(desk, scenario, MAIN, {
    at: opening?.at ?? state.setup.startedAt,
    text: opening?.text ?? ticket.text ?? ticket.subject,
    attachments: filesOf(desk, scenario, opening?.attach ?? []),
  });
}

function tellLine(desk: Desk, order: WorldOrder, line: TranscriptLine): void {
  const key = line.ticket ?? MAIN;
  const known = ticketOf(desk, key);
  if (known === null) {
    openTicketOf(desk, order.scenario, key, saidBy(desk, order.scenario, line));
    return;
  }
  // What a rule refuses (a promise of a time that has passed) changes no score: it is left out.
  for (const { command, byId } of commandsOf(desk, order, line)) {
    execute(desk, known, command, byId === undefined ? { at: line.at } : { at: line.at, byId });
  }
}

interface Told {
  readonly command: TicketCommand;
  readonly byId?: string;
}

function commandsOf(desk: Desk, order: WorldOrder, line: TranscriptLine): readonly Told[] {
  const { scenario, words } = order;
  switch (line.what) {
    case 'message':
    case 'ping':
    case 'inject':
      return spoken(desk, scenario, line);
    case 'choice':
      return line.isPublic
        ? [{ command: replyOf(line.text) }]
        : [{ command: noteOf(`${words.chosen} ${line.text}`) }];
    case 'action':
      return [{ command: noteOf(words.done(line)) }];
    case 'note':
      return [{ command: noteOf(line.text) }];
    case 'promise-made':
      return promised(desk, order.state, line);
    case 'hint':
      return [{ command: noticed(desk, scenario, { ...line, text: words.hint(line.text) }) }];
    case 'ending':
      return [{ command: noticed(desk, scenario, line) }];
    default:
      return [];
  }
}

function spoken(desk: Desk, scenario: Scenario, line: TranscriptLine): readonly Told[] {
  if (line.from === 'me') return [{ command: replyOf(line.text) }];
  if (line.from === 'customer') return [{ command: received(desk, scenario, line) }];
  if (line.from !== 'colleague') return [{ command: noticed(desk, scenario, line) }];
  const [key = line.name ?? ''] =
    [...scenario.people].find(([id, { name }]) => id === line.name || name === line.name) ?? [];
  const { id: byId } = castColleague(desk, scenario, key);
  const note = { command: noteOf(line.text), byId };
  // A note has no files: they come beside it.
  const files = line.attach.length === 0 ? [] : [{ ...line, text: '' }];
  return [note, ...files.map((sent) => ({ command: noticed(desk, scenario, sent) }))];
}

/** What happens beside the talk: seen by the desk alone, and said by nobody. */
function noticed(desk: Desk, scenario: Scenario, line: TranscriptLine): TicketCommand {
  const nobody = { contactId: null, contactName: '', messageId: null, isAutomatic: false };
  return { type: 'receive', isNotice: true, ...saidBy(desk, scenario, line), ...nobody };
}

function received(desk: Desk, scenario: Scenario, line: TranscriptLine): TicketCommand {
  const ticket = ticketOf(desk, line.ticket ?? MAIN);
  const contactId = (ticket && desk.tickets.byId(ticket)?.contactId) ?? null;
  const contact = contactId === null ? null : desk.people.contact(contactId);
  return {
    type: 'receive',
    ...saidBy(desk, scenario, line),
    contactId,
    contactName: line.name ?? contact?.name ?? scenario.customer.name,
    messageId: null,
    isAutomatic: false,
  };
}

function saidBy(desk: Desk, scenario: Scenario, { at, text, attach }: TranscriptLine) {
  return { at, text, attachments: filesOf(desk, scenario, attach) };
}

function noteOf(text: string): TicketCommand {
  return { type: 'note', text };
}

function replyOf(text: string): TicketCommand {
  return { type: 'reply', text, messageId: null, promise: null, status: null, attachments: [] };
}

function promised(desk: Desk, state: RunState, line: TranscriptLine): readonly Told[] {
  const promise = state.promises.find((one) => one.madeAt === line.at && one.dueAt === line.dueAt);
  if (!promise) return [];
  const { kind, dueAt, text } = promise;
  return [{ command: { type: 'promise', promise: { id: desk.makeId(), kind, dueAt, text } } }];
}

/** Articles that exist only in the run are found in the base like all others. */
function putOwnArticles(desk: Desk, { ownArticles, lang, line }: Scenario): void {
  for (const [id, { title, text }] of ownArticles) {
    desk.articles.put({
      ...{ id, lang, title, body: text, kind: 'instruction', line: String(line), tags: [] },
      ...{ owner: '', reviewBy: null, minutes: null, related: [], isPublic: false },
      ...{ section: null, updated: null, backup: null, attribution: null },
      ...{ origin: 'store', file: id },
    });
  }
}
