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

/** Tells colleagues which ticket I am in: a hint each ten seconds at most. */
export class PresenceTeller {
  #told: Told | null = null;
  #at = Number.NEGATIVE_INFINITY;

  /** Looks at the screens; `pressedAt` is when a key was pressed last, epoch ms. */
  look(ui: Ui, link: ServerLink, pressedAt: number): void {
    const now = ui.desk().clock.now();
    if (now - this.#at < PRESENCE_MS) return;
    const here = now - pressedAt < IDLE_MS ? whereAmI(ui.store.get()) : null;
    if (here === null && this.#told === null) return;
    if (here !== null) link.tellPresence(here.ticketId, here.doing);
    else if (this.#told !== null) link.tellPresence(this.#told.ticketId, 'left');
    this.#told = here && { ...here, at: now };
    this.#at = now;
  }
}

function whereAmI({ tab, ticket, composer }: UiState): Omit<Told, 'at'> | null {
  if (composer !== null) return { ticketId: composer.ticketId, doing: 'writing' };
  if (tab !== 'ticket' || ticket === null) return null;
  return { ticketId: ticket.view.ticket.id, doing: 'reading' };
}
