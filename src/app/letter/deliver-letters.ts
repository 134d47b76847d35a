import { type Delivery, STALE_CLAIM_MS } from '../../store/delivery/delivery-store.ts';
import { releaseHeld } from '../../store/outbox/outbox-transactor.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { composeLetter } from './compose-letter.ts';
import { type SendOutcome, sendByCommand } from './send-by-command.ts';
import { isDeliveryConfigured } from './send-reply.ts';

/** What one round of deliveries did, by the ids of the entries. */
export interface DeliveryReport {
  readonly sent: readonly string[];
  /** Will be tried again. */
  readonly later: readonly string[];
  readonly failed: readonly string[];
  /** Were being sent when their sender died: the customer may get them twice, with one Message-ID. */
  readonly interrupted: readonly string[];
}

/** Why a letter cannot be sent again. */
export type RetryProblem =
  | 'no-such-letter'
  | 'already-sent'
  | 'demo'
  | 'needs-decision'
  | 'delivery-not-configured'
  | 'no-address';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** One letter has this long; its claim grows stale only well after. */
const TIMEOUT_MS = 2 * MINUTE;
const FIRST_DELAY_MS = MINUTE;
const LONGEST_DELAY_MS = 4 * 60 * MINUTE;
/** Delays of 1, 2, 4 … 128 minutes, then every four hours: 48 hours in all. */
const MAX_TRIES = 19;

/** How long to wait after a try that failed for now, ms; null when that was the last one. */
export function retryDelayMs(triesBefore: number): number | null {
  if (triesBefore >= MAX_TRIES) return null;
  return Math.min(FIRST_DELAY_MS * 2 ** triesBefore, LONGEST_DELAY_MS);
}

/**
 * Sends the letters whose time has come, each claimed first so that two processes on one store
 * send it once. Also lets go of operations whose undo window is over.
 */
export async function deliverDue(desk: Desk): Promise<DeliveryReport> {
  const report = { sent: [], later: [], failed: [], interrupted: [] } satisfies Lists;
  const lists: Lists = report;
  releaseHeld(desk.store.sql, desk.clock.now());
  for (;;) {
    // One at a time: a claim must not grow stale while the letters before it are being sent.
    const [delivery] = desk.deliveries.claimDue(desk.clock.now(), STALE_CLAIM_MS, 1);
    if (!delivery) return report;
    if (delivery.state === 'sending') lists.interrupted.push(delivery.entryId);
    const outcome = await send(desk, delivery);
    lists[settle(desk, delivery, outcome)].push(delivery.entryId);
  }
}

type Lists = Record<keyof DeliveryReport, string[]>;

async function send(desk: Desk, delivery: Delivery): Promise<SendOutcome> {
  const { command, smtp } = desk.settings.deliver;
  if (!isDeliveryConfigured(desk)) return { state: 'refused', reason: 'delivery-not-configured' };
  const composed = composeLetter(desk, delivery);
  if (!composed.ok) return { state: 'refused', reason: composed.problem };
  // The library is loaded when a letter really goes, not at every start.
  const { sendBySmtp, writeLetter } = await import('./letter-transport.ts');
  if (command !== null) {
    return sendByCommand(command, await writeLetter(composed.value, 'unix'), TIMEOUT_MS);
  }
  return sendBySmtp(smtp ?? '', composed.value, TIMEOUT_MS);
}

function settle(desk: Desk, delivery: Delivery, outcome: SendOutcome): 'sent' | 'later' | 'failed' {
  const now = desk.clock.now();
  if (outcome.state === 'sent') {
    desk.deliveries.sent(delivery.entryId, now);
    return 'sent';
  }
  const delay = outcome.state === 'later' ? retryDelayMs(delivery.tries) : null;
  if (delay === null) {
    desk.deliveries.failed(delivery.entryId, outcome.reason, now);
    return 'failed';
  }
  desk.deliveries.retry(delivery, outcome.reason, now + delay, now);
  return 'later';
}

/**
 * Puts a letter that did not leave on its way again, to the address the contact has now. The next
 * round of `deliverDue` sends it.
 */
export function retryDelivery(desk: Desk, entryId: string): Result<Delivery, RetryProblem> {
  return desk.store.sql.transact(() => {
    const delivery = desk.deliveries.byEntry(entryId);
    const ticket = delivery ? desk.tickets.byId(delivery.ticketId) : null;
    if (!delivery || !ticket) return fail('no-such-letter');
    if (delivery.state === 'sent' || delivery.state === 'sending') return fail('already-sent');
    if (delivery.state === 'withheld') return fail('needs-decision');
    if (ticket.isDemo) return fail('demo');
    if (!isDeliveryConfigured(desk)) return fail('delivery-not-configured');
    const contact = ticket.contactId ? desk.people.contact(ticket.contactId) : null;
    const address = contact?.email ?? delivery.address;
    if (address === null) return fail('no-address');
    desk.deliveries.requeue(entryId, address, desk.clock.now());
    return ok(desk.deliveries.byEntry(entryId) ?? delivery);
  });
}

/** Notes that the engineer sent the letter by other means. False when it has left by itself. */
export function markSentByHand(desk: Desk, entryId: string): boolean {
  return desk.store.sql.transact(() => {
    const state = desk.deliveries.byEntry(entryId)?.state;
    if (state === undefined || state === 'sent' || state === 'sending') return false;
    desk.deliveries.markManual(entryId, desk.clock.now());
    return true;
  });
}
