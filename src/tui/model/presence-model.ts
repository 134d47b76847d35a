import { openPromises } from '../../domain/ticket.ts';
import { PRESENCE_MS, type SeenPresence } from './presence-state.ts';
import type { ServerLink } from './server-link.ts';
import type { Ui } from './ui.ts';
import type { UiState } from './ui-state.ts';

/** What a colleague said of being in a ticket. */
export interface HeardPresence {
  readonly personId: string;
  readonly ticketId: string;
  readonly doing: SeenPresence['doing'] | 'left';
}

/** Notes that a colleague opened, writes in or left a ticket. */
export function hearPresence(ui: Ui, { personId, ticketId, doing }: HeardPresence): void {
  const desk = ui.desk();
  if (personId === desk.me.id) return;
  const name = desk.people.person(personId)?.name;
  const others = ui.store.get().presence.filter((one) => one.personId !== personId);
  const isSeen = doing !== 'left' && name !== undefined;
  const seen = isSeen ? [{ personId, name, ticketId, doing, at: desk.clock.now() }] : [];
  ui.store.set({ presence: [...others, ...seen] });
}

/** After so long without a key nobody sits here. */
const IDLE_MS = 2 * 60_000;

/** What was told last, and when. */
interface Told {
  readonly ticketId: string;
  readonly doing: SeenPresence['doing'];
  readonly at: number;
}

/** What is being written for a promise is told this often at most, and only when it has changed. */
const DRAFT_MS = 5000;
/** Longer texts are told up to here. */
const LONGEST_DRAFT = 4000;

/** A text that was told last. */
interface ToldDraft {
  readonly ticketId: string;
  readonly text: string;
}

/**
 * Tells colleagues which ticket I am in: a hint each ten seconds at most. Where a customer waits for
 * a promise the text so far goes with it, so that somebody can go on should this station fall silent.
 */
export class PresenceTeller {
  #told: Told | null = null;
  #at = Number.NEGATIVE_INFINITY;
  #draft: ToldDraft | null = null;
  #draftAt = Number.NEGATIVE_INFINITY;

  /** Looks at the screens; `pressedAt` is when a key was pressed last, epoch ms. */
  look(ui: Ui, link: ServerLink, pressedAt: number): void {
    const now = ui.desk().clock.now();
    this.#tellDraft(ui, link, now);
    if (now - this.#at < PRESENCE_MS) return;
    const here = now - pressedAt < IDLE_MS ? whereAmI(ui.store.get()) : null;
    if (here === null && this.#told === null) return;
    if (here !== null) link.tellPresence(here.ticketId, here.doing);
    else if (this.#told !== null) link.tellPresence(this.#told.ticketId, 'left');
    this.#told = here && { ...here, at: now };
    this.#at = now;
  }

  #tellDraft(ui: Ui, link: ServerLink, now: number): void {
    if (now - this.#draftAt < DRAFT_MS) return;
    const before = this.#draft;
    const draft = promisedDraft(ui);
    if (draft?.ticketId === before?.ticketId && draft?.text === before?.text) return;
    // What was sent or put aside is nobody's text to go on with.
    if (before && before.ticketId !== draft?.ticketId) {
      link.tellPresence(before.ticketId, 'left', '');
    }
    if (draft) link.tellPresence(draft.ticketId, 'writing', draft.text);
    this.#draft = draft;
    this.#draftAt = now;
  }
}

/** What I am writing in a ticket where a customer waits for a promise; null elsewhere. */
function promisedDraft(ui: Ui): ToldDraft | null {
  const { composer } = ui.store.get();
  const ticket = composer && ui.desk().tickets.byId(composer.ticketId);
  if (!composer || !ticket || openPromises(ticket).length === 0) return null;
  const text = composer.history.present.text.slice(0, LONGEST_DRAFT);
  return text.trim() === '' ? null : { ticketId: composer.ticketId, text };
}

function whereAmI({ tab, ticket, composer }: UiState): Omit<Told, 'at'> | null {
  if (composer !== null) return { ticketId: composer.ticketId, doing: 'writing' };
  if (tab !== 'ticket' || ticket === null) return null;
  return { ticketId: ticket.view.ticket.id, doing: 'reading' };
}
