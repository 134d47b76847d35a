import { type CardCommand, customerCard } from '../../app/people/customer-card.ts';
import { describeFill } from '../../i18n/describe-fill.ts';
import { fill } from '../../i18n/fill.ts';
import { type RoutingTexts, routingTexts } from '../../i18n/routing-texts.ts';
import { cardDepth, placeOfCommand } from '../present/card-lines.ts';
import { target } from './act.ts';
import { copyToClipboard } from './copy-model.ts';
import type { CardScreen } from './ladder-state.ts';
import { say, texts, type Ui } from './ui.ts';

/** Opens the card of the customer of the ticket under the finger. */
export function openCard(ui: Ui): void {
  const desk = ui.desk();
  const id = target(ui);
  const ticket = id === null ? null : desk.tickets.byId(id);
  if (!ticket) return say(ui, texts(ui).disabledNoTicket, 'problem');
  const customer = desk.people.customer(ticket.customerId);
  if (!customer) return say(ui, words(ui).card.noCustomer, 'problem');
  const card = customerCard(desk, customer, ticket);
  const { number } = ticket;
  const screen: CardScreen = { type: 'card', number, card, selected: 0, scroll: 0 };
  ui.store.set({ overlay: screen, now: desk.clock.now() });
}

/** Turns the page of the open card. */
export function scrollCard(ui: Ui, delta: number): void {
  const screen = opened(ui);
  if (!screen) return;
  const last = cardDepth(screen, { state: ui.store.get(), config: ui.desk().config });
  const scroll = Math.min(last, Math.max(0, screen.scroll + delta));
  ui.store.set({ overlay: { ...screen, scroll } });
}

/** Goes to another command, round the ends, and brings it into sight. */
export function moveCommand(ui: Ui, delta: number): void {
  const screen = opened(ui);
  const count = screen?.card.commands.length ?? 0;
  if (!screen || count === 0) return;
  chooseCommand(ui, (screen.selected + delta + count) % count);
}

/** Goes to the command of a place. */
export function chooseCommand(ui: Ui, selected: number): void {
  const screen = opened(ui);
  if (!screen?.card.commands[selected]) return;
  const state = ui.store.get();
  const shown = { state, config: ui.desk().config };
  const chosen = { ...screen, selected };
  const place = placeOfCommand(chosen, shown);
  const room = state.rows - 4;
  const isSeen = place >= screen.scroll && place < screen.scroll + room;
  const scroll = isSeen
    ? screen.scroll
    : Math.min(cardDepth(chosen, shown), Math.max(0, place - 1));
  ui.store.set({ overlay: { ...chosen, scroll } });
}

/** Puts the selected command on the clipboard. */
export function copyCommand(ui: Ui): void {
  const ready = readyCommand(ui);
  if (ready) void copyToClipboard(ui, ready.text, ready.command.title);
}

/** Types the selected command in a window named after the ticket; Enter there is the person's. */
export async function typeCommand(ui: Ui): Promise<void> {
  const screen = opened(ui);
  const ready = readyCommand(ui);
  if (!screen || !ready) return;
  const { card: w } = words(ui);
  const outcome = await ui.terminal.typeInWindow(screen.number, ready.text);
  if (outcome === 'typed') return say(ui, fill(w.typed, { window: screen.number }));
  say(ui, outcome === 'no-tmux' ? w.noTmux : w.tmuxFailed, 'problem');
}

/** The selected command when it can be used; else it says why not. */
function readyCommand(ui: Ui): { readonly command: CardCommand; readonly text: string } | null {
  const screen = opened(ui);
  const command = screen?.card.commands[screen.selected];
  const { card: w } = words(ui);
  if (!command) {
    say(ui, w.noCommands, 'problem');
    return null;
  }
  const { filled } = command;
  if (filled.ok) return { command, text: filled.command };
  const problem = describeFill(filled.problem, ui.store.get().language);
  say(ui, fill(w.unfilled, { problem }), 'problem');
  return null;
}

function opened(ui: Ui): CardScreen | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'card' ? overlay : null;
}

function words(ui: Ui): RoutingTexts {
  return routingTexts(ui.store.get().language);
}
