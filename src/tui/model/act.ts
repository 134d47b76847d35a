import { execute } from '../../app/desk/execute.ts';
import { supervisionCounts } from '../../app/supervision/list-supervised.ts';
import { syncView } from '../../app/sync/sync-view.ts';
import { duePromises } from '../../app/ticket/due-promises.ts';
import type { TicketCommand } from '../../domain/command.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { planAt } from '../../domain/shift/plan-shift.ts';
import { isMentoring } from '../../domain/supervision/supervision.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { describeNextSteps, describeRefusal } from '../../i18n/messages.ts';
import { loadPreview, refreshQueue } from './queue-model.ts';
import { refreshOffer } from './shift-offer.ts';
import { reloadTicket } from './ticket-model.ts';
import { say, texts, type Ui } from './ui.ts';

/** The tickets an action applies to: the marked ones, else the one painted as selected or open. */
export function targets(ui: Ui): readonly string[] {
  const { tab, queue, ticket, composer } = ui.store.get();
  if (composer) return [composer.ticketId];
  if (tab === 'ticket') return ticket ? [ticket.view.ticket.id] : [];
  if (tab !== 'queue') return [];
  if (queue.marked.size > 0) return [...queue.marked];
  return queue.selectedId ? [queue.selectedId] : [];
}

/** The one ticket an action applies to, or null. */
export function target(ui: Ui): string | null {
  const all = targets(ui);
  return all.length > 0 ? (ui.store.get().queue.marked.size > 0 ? null : (all[0] ?? null)) : null;
}

/** The one ticket at hand; null while there is none, or several are marked. */
export function oneTicket(ui: Ui): Ticket | null {
  const id = target(ui);
  return id === null ? null : ui.desk().tickets.byId(id);
}

/** Why only one ticket will do; null when there is one. */
export function whyNotOne(ui: Ui): string | null {
  return target(ui) === null ? texts(ui).disabledNoTicket : null;
}

/** Why a ticket action cannot run now: nothing is selected. */
export function whyNoTicket(ui: Ui): string | null {
  return targets(ui).length > 0 ? null : texts(ui).disabledNoTicket;
}

/** A refusal in the person's words, with what would help. */
export function refusalText(ui: Ui, refusal: Refusal): string {
  const { language } = ui.store.get();
  const steps = describeNextSteps(refusal, language);
  const person = refusal.params['personId'];
  const name = person ? (ui.desk().people.person(String(person))?.name ?? '') : '';
  const named = person ? { ...refusal, params: { ...refusal.params, person: name } } : refusal;
  return [describeRefusal(named, language), ...steps.slice(0, 2)].join(' → ');
}

/** Runs one command on every target and says what came of it. */
export function actOnTargets(
  ui: Ui,
  ids: readonly string[],
  command: TicketCommand,
  done: (number: string) => string,
): void {
  let count = 0;
  let number = '';
  let refused: Refusal | null = null;
  for (const id of ids) {
    const outcome = execute(ui.desk(), id, command);
    if (outcome.ok) {
      count += 1;
      number = outcome.value.ticket.number;
    } else refused = outcome.problem;
  }
  afterChange(ui);
  if (ids.length > 1) say(ui, texts(ui).toastMany(count, ids.length - count));
  else if (refused) say(ui, refusalText(ui, refused), 'problem');
  else say(ui, done(number));
}

/** Reads everything that is on the screen again after a change of ours. */
export function afterChange(ui: Ui): void {
  const { queue } = ui.store.get();
  if (queue.marked.size > 0) ui.store.set({ queue: { ...queue, marked: new Set() } });
  refreshQueue(ui);
  loadPreview(ui);
  reloadTicket(ui);
  refreshStatus(ui);
}

/** Counts beside the queues: what waits to be sent and which promise comes next. */
export function refreshStatus(ui: Ui): void {
  const desk = ui.desk();
  ui.store.set({
    now: desk.clock.now(),
    waitingOps: desk.outbox.waiting(),
    supervised: isMentoring(desk.me) ? supervisionCounts(desk) : { reviews: 0, helps: 0 },
    sync: syncView(desk),
    nextPromise: desk.queues.nextPromise(desk.me.id),
    promised: duePromises(desk),
    plan: planAt(desk.config, desk.clock.now()),
  });
  refreshOffer(ui);
}
