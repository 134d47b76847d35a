import type { Desk } from '../../src/app/desk/desk.ts';
import { executeShift } from '../../src/app/shift/execute-shift.ts';
import { reportSections, type Shift } from '../../src/domain/shift/shift.ts';
import type { ShiftCommand } from '../../src/domain/shift/shift-command.ts';
import type { AcceptedItem, HandoverItem } from '../../src/domain/shift/shift-handover.ts';
import { quietReport } from '../support/any-shift-command.ts';
import { dayPlan, dayShiftId, logItem, openShift } from '../support/shift.ts';
import type { Chance } from './chance.ts';
import type { Deed } from './desk-work.ts';

const weights = {
  'open-shift': 2,
  'log-item': 20,
  'settle-item': 3,
  'write-section': 12,
  'submit-shift': 16,
  'accept-shift': 4,
  'return-shift': 2,
  'remark-shift': 4,
} as const;
type Kind = keyof typeof weights;

/** Does something at random to the one shift that everybody is on. */
export function workOnShift(desk: Desk, chance: Chance, token: string): Deed {
  const shift = desk.shifts.byId(dayShiftId);
  const kind = pickKind(shift, desk, chance);
  const typed = `${chance.pick(['банк ждёт', 'лаг базы', 'тихо'])} ${token}`;
  const command = makers[kind]({ desk, chance, typed, shift });
  const isDone = command !== null && executeShift(desk, dayShiftId, command).ok;
  return { kind, typed: silent.has(kind) ? '' : typed, isDone };
}

/** What waits for somebody is seldom left waiting, and nothing is handed over twice meanwhile. */
function pickKind(shift: Shift | null, { me }: Desk, chance: Chance): Kind {
  const last = shift?.handovers.at(-1);
  const isWaiting = last?.state === 'submitted';
  const isMine = last?.byId === me.id || shift?.leadId === me.id;
  if (isWaiting && !isMine && chance.happens(0.6)) return 'accept-shift';
  const others = isWaiting ? { 'submit-shift': 1 } : { 'accept-shift': 0.5, 'return-shift': 0.3 };
  return chance.weighted<Kind>({ ...weights, ...others });
}

const silent: ReadonlySet<Kind> = new Set(['open-shift']);

interface Asked {
  readonly desk: Desk;
  readonly chance: Chance;
  readonly typed: string;
  readonly shift: Shift | null;
}

const makers: Readonly<Record<Kind, (asked: Asked) => ShiftCommand | null>> = {
  'open-shift': ({ desk }) => openShift(desk.me.id),
  'log-item': ({ desk, typed, chance }) => {
    const kind = chance.pick(['remark', 'watch', 'attention'] as const);
    return { ...logItem(typed, { id: desk.makeId(), kind }), plan: dayPlan };
  },
  'settle-item': ({ shift, chance, typed }) => {
    const open = (shift?.items ?? []).filter(({ settled }) => settled === null);
    if (open.length === 0) return null;
    return { type: 'settle-item', itemId: chance.pick(open).id, outcome: typed };
  },
  'write-section': ({ shift, chance, typed }) => {
    const section = chance.pick(reportSections);
    const { text = '', rev = 0 } = shift?.sections[section] ?? {};
    const rows = text === '' ? [] : text.split('\n');
    rows.splice(chance.below(rows.length + 1), 0, typed);
    return { type: 'write-section', section, text: rows.join('\n'), base: text, baseRev: rev };
  },
  'submit-shift': ({ desk, shift, chance, typed }) => {
    const revision = (shift?.handovers.at(-1)?.revision ?? 0) + 1;
    const items = handedOver(desk, chance);
    const report = { ...quietReport, shiftId: dayShiftId, revision, how: typed };
    return { type: 'submit-shift', revision, toId: null, items, report, override: 'так надо' };
  },
  'accept-shift': ({ desk, shift, chance, typed }) => {
    const handover = shift?.handovers.at(-1);
    if (!handover) return null;
    const { revision } = handover;
    const items = handover.items.map((item) => taken(desk, item, chance));
    const remark = { id: desk.makeId(), kind: 'remark', text: typed } as const;
    return { type: 'accept-shift', revision, items, isRestAccepted: true, remarks: [remark] };
  },
  'return-shift': ({ shift, typed }) => {
    const revision = shift?.handovers.at(-1)?.revision;
    return revision === undefined ? null : { type: 'return-shift', revision, reason: typed };
  },
  'remark-shift': ({ desk, shift, typed }) => {
    const revision = shift?.handovers.at(-1)?.revision;
    const remark = { id: desk.makeId(), kind: 'surprise', text: typed } as const;
    return revision === undefined ? null : { type: 'remark-shift', revision, remark };
  },
};

/** Some tickets that are at hand, whoever has them. */
function handedOver(desk: Desk, chance: Chance): readonly HandoverItem[] {
  const rows = desk.store.sql.all<{ id: string; by: string | null }>(
    'SELECT id, assignee_id AS "by" FROM ticket ORDER BY id LIMIT 4',
  );
  return rows
    .filter(() => chance.happens(0.8))
    .map(({ id, by }) => ({
      ...{ key: `red:${id}`, part: 'red', ticketId: id, fromId: by, toId: desk.me.id },
      ...{ nextAction: 'позвонить', ifThen: '', needsReadBack: false },
    }));
}

function taken(desk: Desk, { key, ticketId }: HandoverItem, chance: Chance): AcceptedItem {
  const ticket = ticketId === null ? null : desk.tickets.byId(ticketId);
  const people = desk.people.persons().map(({ id }) => id);
  const ownerId = chance.pick([desk.me.id, ...people]);
  return { key, ownerId, seenOwnerId: ticket?.assigneeId ?? null, nextAction: null, readBack: '' };
}
