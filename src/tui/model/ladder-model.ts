import { climbOf, logLadderCall, type ShownRung } from '../../app/people/climb-ladder.ts';
import { ladderState } from '../../domain/duty/ladder.ts';
import type { LadderCall } from '../../domain/handover/handover.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { fill } from '../../i18n/fill.ts';
import { type RoutingTexts, routingTexts } from '../../i18n/routing-texts.ts';
import { afterChange, refusalText, target } from './act.ts';
import { copyToClipboard } from './copy-model.ts';
import type { LadderScreen } from './ladder-state.ts';
import { say, type Ui } from './ui.ts';

/** Opens the ladder of the ticket under the finger; without one the desk's general ladder. */
export function openLadder(ui: Ui): void {
  const id = target(ui);
  const ticket = id === null ? null : ui.desk().tickets.byId(id);
  const screen = read(ui, ticket);
  if (screen.rungs.length === 0) return say(ui, words(ui).ladder.empty, 'problem');
  ui.store.set({ overlay: screen, now: ui.desk().clock.now() });
}

/** Moves to another step. */
export function moveRung(ui: Ui, delta: number): void {
  const screen = opened(ui);
  if (!screen) return;
  const last = screen.rungs.length - 1;
  const selected = Math.min(last, Math.max(0, screen.selected + delta));
  ui.store.set({ overlay: { ...screen, selected } });
}

/** Goes to the step that is lit now. */
export function goToLitRung(ui: Ui): void {
  const screen = opened(ui);
  if (screen) ui.store.set({ overlay: { ...screen, selected: litPlace(ui, screen) } });
}

/** Writes down what became of the call on the selected step. */
export function logCall(ui: Ui, outcome: LadderCall['outcome']): void {
  const screen = opened(ui);
  const rung = screen?.rungs[screen.selected];
  if (!screen || !rung) return;
  const { ladder } = words(ui);
  if (screen.ticketId === null) return say(ui, ladder.needsTicket, 'problem');
  if (!rung.person) return say(ui, ladder.nobodyOnStep, 'problem');
  const done = logLadderCall(ui.desk(), screen.ticketId, rung, outcome);
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  const after = read(ui, done.value.ticket);
  // The step stays under the finger until the next one is lit.
  const isLit = litRung(ui, after)?.number === rung.number;
  const selected = isLit || outcome === 'answered' ? screen.selected : after.selected;
  ui.store.set({ overlay: { ...after, selected } });
  afterChange(ui);
  const said = { person: rung.person.name, outcome: ladder.outcomes[outcome] };
  say(ui, fill(ladder.logged, said));
}

/** Puts the telephone of the selected step on the clipboard. */
export function copyPhone(ui: Ui): void {
  const screen = opened(ui);
  const person = screen?.rungs[screen.selected]?.person;
  if (!person?.phone) return say(ui, words(ui).ladder.noPhone, 'problem');
  void copyToClipboard(ui, person.phone, person.phone);
}

function opened(ui: Ui): LadderScreen | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'ladder' ? overlay : null;
}

function read(ui: Ui, ticket: Ticket | null): LadderScreen {
  const { rungs, calls } = climbOf(ui.desk(), ticket);
  const screen: LadderScreen = {
    type: 'ladder',
    ticketId: ticket?.id ?? null,
    number: ticket?.number ?? null,
    rungs,
    calls,
    selected: 0,
  };
  return { ...screen, selected: litPlace(ui, screen) };
}

function litPlace(ui: Ui, screen: LadderScreen): number {
  const lit = litRung(ui, screen);
  return Math.max(
    0,
    screen.rungs.findIndex(({ number }) => number === lit?.number),
  );
}

function litRung(ui: Ui, { rungs, calls }: LadderScreen): ShownRung | null {
  const { lit } = ladderState(rungs, calls, ui.desk().clock.now());
  return rungs.find(({ number }) => number === lit?.number) ?? null;
}

function words(ui: Ui): RoutingTexts {
  return routingTexts(ui.store.get().language);
}
