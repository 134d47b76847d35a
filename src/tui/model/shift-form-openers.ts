import { later } from '../actions/later.ts';
import type { Ui } from './ui.ts';

const log = () => import('./shift-log-model.ts');
const roster = () => import('./roster-model.ts');

const LOG = 'shift-log';
const BEGIN = 'shift-begin';
const SETTLE = 'settle-item:';
const MEMBER = 'shift-member:';

/** What the drafts of the forms of a shift are found by; behind a colon stands whose form it is. */
export const shiftForms = {
  log: LOG,
  begin: BEGIN,
  settle: (itemId: string) => `${SETTLE}${itemId}`,
  member: (personId: string) => `${MEMBER}${personId}`,
} as const;

/** Whether a draft is one of a form of the shift. */
export function isShiftForm(id: string): boolean {
  return id === LOG || id === BEGIN || id.startsWith(SETTLE) || id.startsWith(MEMBER);
}

/** Brings an unfinished form of the shift back to the screen; its code is read when it is wanted. */
export function reopenShiftForm(ui: Ui, id: string): void {
  void openerOf(id)(ui);
}

function openerOf(id: string): (ui: Ui) => Promise<void> {
  if (id === LOG) return later(log, ({ openLogForm }, ui) => openLogForm(ui));
  if (id === BEGIN) return later(roster, ({ askToBegin }, ui) => askToBegin(ui));
  const [, whose = ''] = id.split(':');
  if (id.startsWith(SETTLE)) return later(log, ({ settleItem }, ui) => settleItem(ui, whose));
  return later(roster, ({ reopenMember }, ui) => reopenMember(ui, whose));
}
