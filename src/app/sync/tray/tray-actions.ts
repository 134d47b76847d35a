import type { Op } from '../../../domain/op.ts';
import { isPracticeCommand } from '../../../domain/practice/typed-in-practice.ts';
import { isShiftCommand } from '../../../domain/shift/typed-in-shift.ts';
import { writtenText } from '../../../domain/typed-text.ts';
import type { DraftKind } from '../../../store/draft/draft-store.ts';
import type { Discrepancy } from '../../../store/sync/tray-store.ts';
import type { Desk } from '../../desk/desk.ts';

/** What can be done about a discrepancy. */
export type TrayAction = 'retry' | 'send' | 'edit' | 'note' | 'merge' | 'copy' | 'discard';

/** What makes sense for one discrepancy, the likeliest first. */
export function trayActions(desk: Desk, found: Discrepancy): readonly TrayAction[] {
  const { kind, text, mine, entityType, entityId, command } = found;
  const hasTicket = entityType === 'ticket' && desk.tickets.byId(entityId) !== null;
  const hasText = text.trim() !== '';
  const can: readonly (readonly [TrayAction, boolean])[] = [
    ['merge', kind === 'stale-article'],
    ['send', kind === 'withheld' && hasTicket],
    ['retry', canRetry(mine, hasTicket) && (kind === 'refused' || kind === 'parked')],
    ['edit', hasTicket && hasText && draftKindOf(command) !== null],
    ['note', hasTicket && hasText],
    ['copy', hasText],
    ['discard', true],
  ];
  return can.filter(([, isPossible]) => isPossible).map(([action]) => action);
}

/** What others were to read of a command; everything that was typed where that is not told apart. */
export function writtenIn({ mine, text }: Pick<Discrepancy, 'mine' | 'text'>): string {
  return (mine && writtenText(mine)) ?? text;
}

/** As what the text of a command goes on being written; null for what is no text. */
export function draftKindOf(command: string): DraftKind | null {
  return draftKinds[command] ?? null;
}

const draftKinds: Readonly<Record<string, DraftKind>> = {
  reply: 'reply',
  'write-many': 'reply',
  'ask-review': 'reply',
  'send-reviewed': 'reply',
  'return-review': 'note',
  'ask-help': 'note',
  'give-help': 'note',
  note: 'note',
  'log-call': 'call',
  resolve: 'solution',
};

/** Marks and opinions are not worth another try, and a pack is applied by its own command. */
function canRetry(mine: Op['payload'] | null, hasTicket: boolean): boolean {
  switch (mine?.type) {
    case undefined:
    case 'import':
    case 'receive':
    case 'apply-desk':
    case 'mark':
    case 'rate':
    case 'favourite':
    case 'unfavourite':
    case 'log-search':
    case 'settle-search':
    case 'submit':
    case 'accept':
    case 'send-back':
    case 'renew':
    case 'verify-backup':
    case 'archive':
    case 'restore-version':
      return false;
    case 'register':
    case 'save-draft':
    case 'save-person':
    case 'save-customer':
    case 'save-contact':
    case 'save-asset':
    case 'save-queue':
    case 'delete-queue':
    case 'order-queues':
      return true;
    case 'expire-shift':
      return false;
    default:
      return hasTicket || (mine !== null && (isShiftCommand(mine) || isPracticeCommand(mine)));
  }
}
