import type { DeskConfig } from '../desk-config.ts';
import { isOpenStatus } from '../status-path.ts';
import type { Ticket } from '../ticket.ts';
import type { Shift } from './shift.ts';
import type { HandoverItem } from './shift-handover.ts';

/** What keeps a shift from being handed over, unless somebody says why it goes all the same. */
export type BlockerCode =
  | 'no-owner'
  | 'two-owners'
  | 'no-next-action'
  | 'promise-unowned'
  | 'owner-leaves';

/** One thing that is missing, and where. */
export interface Blocker {
  readonly code: BlockerCode;
  /** The item it is about. */
  readonly key: string;
  readonly ticketId: string;
}

/** The same for a sentence. */
export interface BlockerPlace {
  readonly code: BlockerCode;
  /** The number of the ticket; empty where it cannot be seen. */
  readonly ticket: string;
}

/** What is looked at besides the items. Times are epoch ms. */
export interface BlockingScene {
  /** The moment of the report. */
  readonly asOf: number;
  readonly members: Shift['members'];
  readonly desk: Pick<DeskConfig, 'statuses'>;
  readonly ticket: (id: string) => Ticket | null;
}

const MINUTE_MS = 60_000;
/** A promise that runs out this soon cannot wait for whoever comes to find it. */
export const SOON_MS = 60 * MINUTE_MS;

/**
 * Everything that stands in the way, in the order of the items: a P1 or P2 without exactly one owner
 * or a next action, a promise of the next hour whose owner is not known to be there.
 */
export function blockersOf(
  items: readonly HandoverItem[],
  scene: BlockingScene,
): readonly Blocker[] {
  const named = namedOwners(items);
  return items.flatMap((item) => {
    const ticket = item.ticketId === null ? null : scene.ticket(item.ticketId);
    if (!ticket || !isOpenStatus(scene.desk, ticket.status)) return [];
    const codes = codesOf(item, ticket, { ...scene, named: named.get(ticket.id) ?? new Set() });
    return codes.map((code) => ({ code, key: item.key, ticketId: ticket.id }));
  });
}

/** Whether somebody goes on working on a shift until a moment, by its own plan. */
function staysUntil(members: Shift['members'], personId: string, at: number): boolean {
  return members.some((member) => {
    if (member.personId !== personId || member.leftAt !== null) return false;
    return member.plannedTo !== null && member.plannedTo >= at;
  });
}

interface ItemScene extends BlockingScene {
  /** Everybody who is named for this ticket, by whatever item. */
  readonly named: ReadonlySet<string>;
}

function namedOwners(items: readonly HandoverItem[]): ReadonlyMap<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { ticketId, toId } of items) {
    if (ticketId === null || toId === null) continue;
    named.set(ticketId, (named.get(ticketId) ?? new Set()).add(toId));
  }
  return named;
}

function codesOf(item: HandoverItem, ticket: Ticket, scene: ItemScene): readonly BlockerCode[] {
  if (item.part === 'red') return redCodes(item, ticket, scene);
  return item.part === 'promise' ? promiseCodes(item, ticket, scene) : [];
}

function redCodes(item: HandoverItem, ticket: Ticket, { named }: ItemScene): BlockerCode[] {
  if (!isCritical(ticket)) return [];
  const owners = ownerCode(ticket, named);
  return [
    ...(owners === null ? [] : [owners]),
    ...(item.nextAction.trim() === '' ? (['no-next-action'] as const) : []),
  ];
}

function ownerCode(ticket: Ticket, named: ReadonlySet<string>): BlockerCode | null {
  if (named.size > 0) return named.size > 1 ? 'two-owners' : null;
  if (ticket.assigneeId === null) return 'no-owner';
  return hasOneOwner(ticket) ? null : 'two-owners';
}

function promiseCodes(
  item: HandoverItem,
  ticket: Ticket,
  { asOf, members, named }: ItemScene,
): BlockerCode[] {
  const promise = ticket.promises.find(({ id }) => item.key === `promise:${id}`);
  if (promise?.state !== 'open' || promise.dueAt >= asOf + SOON_MS) return [];
  if (named.size > 0) return named.size > 1 ? ['two-owners'] : [];
  if (ticket.assigneeId === null) return ['promise-unowned'];
  return staysUntil(members, ticket.assigneeId, promise.dueAt) ? [] : ['owner-leaves'];
}

/** Whether a ticket must never be without somebody who knows what comes next. */
export function isCritical({ priority }: Pick<Ticket, 'priority'>): boolean {
  return priority === 'P1' || priority === 'P2';
}

/** Whether exactly one person answers for a ticket: nobody in between, nobody it is on its way to. */
export function hasOneOwner({ assigneeId, careOfId, handover }: Ticket): boolean {
  if (assigneeId === null || (careOfId !== undefined && careOfId !== assigneeId)) return false;
  const isOnItsWay = handover?.state === 'waiting' && handover.toId !== null;
  return !isOnItsWay || handover.toId === assigneeId;
}
