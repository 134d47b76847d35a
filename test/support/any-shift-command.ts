import fc from 'fast-check';
import { figureCodes } from '../../src/domain/figure/figure.ts';
import type { ShiftReport } from '../../src/domain/report/shift-report.ts';
import { memberParts, reportSections, shiftItemKinds } from '../../src/domain/shift/shift.ts';
import type { ShiftCommand } from '../../src/domain/shift/shift-command.ts';
import { hour, minute, someWednesday } from './desk.ts';
import { dayPlan } from './shift.ts';

type Type = ShiftCommand['type'];
type Command<Of extends Type> = Extract<ShiftCommand, { type: Of }>;

const text = fc.constantFrom('', 'ждём DBA', 'Ёлка «502» {{x}}', 'constructor', 'раз\nдва\nтри');
const id = fc.constantFrom('one', 'two');
const personId = fc.constantFrom('anya', 'oleg', 'lead', 'nobody');
const ticketId = fc.constantFrom('a', 'b', 'nobody');
const at = fc.constantFrom(-hour, minute, 5 * hour).map((ms) => someWednesday + ms);
const revision = fc.constantFrom(1, 2);
const key = fc.constantFrom('red:a', 'promise:one', 'watch:one', 'rest:b');
const plan = fc.constantFrom(dayPlan, { ...dayPlan, endsAt: dayPlan.startsAt });

const member = fc.record({
  ...{ personId, part: fc.constantFrom(...memberParts), note: text },
  lines: fc.array(fc.constantFrom('1', '2', '9'), { maxLength: 2 }),
  ...{ plannedFrom: fc.option(at), plannedTo: fc.option(at) },
  ...{ cameAt: fc.option(at), leftAt: fc.option(at), calledAt: fc.option(at) },
});
const item = fc.record({
  ...{ id, kind: fc.constantFrom(...shiftItemKinds), text },
  ...{ ticketId: fc.option(ticketId), until: fc.option(at) },
  ...{ stopWhen: text, ifMoves: text, ownerId: fc.option(personId) },
  carriedFromId: fc.option(id),
});
const remark = fc.record({
  ...{ id, text },
  kind: fc.constantFrom('remark', 'question', 'surprise', 'second-acceptance'),
});
const handed = fc.record({
  ...{ key, part: fc.constantFrom('red', 'promise', 'watch', 'rest') },
  ...{ ticketId: fc.option(ticketId), fromId: fc.option(personId), toId: fc.option(personId) },
  ...{ nextAction: text, ifThen: text, needsReadBack: fc.boolean() },
});
const accepted = fc.record({
  ...{ key, ownerId: fc.option(personId), seenOwnerId: fc.option(personId) },
  ...{ nextAction: fc.option(text), readBack: text },
});

/** A report in which nothing happened, with one figure. */
export const quietReport: ShiftReport = {
  ...{ version: 1, figuresVersion: 1, desk: dayPlan.name },
  ...{ shiftId: 'shift/main/2026-11-18/08:00-20:00', ref: '2026-11-18/08:00-20:00' },
  ...{ name: dayPlan.name, kind: dayPlan.kind, timeZone: 'Europe/Moscow' },
  ...{ startsAt: dayPlan.startsAt, endsAt: dayPlan.endsAt, revision: 1, state: 'submitted' },
  ...{ asOf: someWednesday, lastSyncAt: null, waitingToSync: 0, lead: null, nextLead: null },
  ...{ members: [], red: [], promises: [], waiting: [], works: [], incidents: [], volume: [] },
  counts: {
    ...{ incoming: 0, closed: 0, carriedOver: 0 },
    ...{ solved: 0, leftOpen: 0, closedAtOnce: 0, offTopic: 0 },
  },
  topics: [],
  figures: [
    {
      ...{ code: figureCodes[0], of: null, kind: 'count', numerator: 0, denominator: 0 },
      ...{ percent: null, interval: null, duration: null, business: null, target: null },
      ...{ before: null, trend: null, isIncomplete: false },
    },
  ],
  charts: { flow: [], ages: [], deadlines: [], heat: [], trend: [] },
  ...{ breached: [], escalations: [], returned: [], dragging: [], spent: [] },
  knowledge: { created: [], updated: [], overdue: 0, missed: [] },
  ...{ items: [], how: 'спокойно', attention: '', watch: '', rest: [], cut: {} },
  signOff: {
    ...{ submittedAt: null, submittedBy: null, acceptedAt: null, acceptedBy: null, remarks: [] },
  },
};

/** Any command of each type, well formed as its type says and mostly wrong for the shift. */
const commands: { readonly [Of in Type]: fc.Arbitrary<Omit<Command<Of>, 'type'>> } = {
  'open-shift': fc.record({ plan, leadId: personId, members: fc.array(member, { maxLength: 2 }) }),
  'close-shift': fc.constant({}),
  'set-member': fc.record({ member }),
  'remove-member': fc.record({ personId }),
  'log-item': fc.record({ plan, item }),
  'settle-item': fc.record({ itemId: id, outcome: text }),
  'write-section': fc.record({
    ...{ section: fc.constantFrom(...reportSections), text, base: text },
    baseRev: fc.nat(2),
  }),
  'note-ticket': fc.record({
    note: fc.record({
      ...{ ticketId, nextAction: text, ifThen: text, contact: text },
      newOwnerId: fc.option(personId),
    }),
  }),
  'mark-reviewed': fc.record({
    plan,
    mark: fc.record({
      ticketId,
      mark: fc.constantFrom('resolved', 'card'),
      isDone: fc.boolean(),
    }),
  }),
  'submit-shift': fc.record({
    ...{ revision, toId: fc.option(personId), items: fc.array(handed, { maxLength: 2 }) },
    ...{ report: fc.constant(quietReport), override: text },
  }),
  'accept-shift': fc.record({
    ...{ revision, items: fc.array(accepted, { maxLength: 2 }), isRestAccepted: fc.boolean() },
    remarks: fc.array(remark, { maxLength: 2 }),
  }),
  'return-shift': fc.record({ revision, reason: text }),
  'expire-shift': fc.record({ revision }),
  'remark-shift': fc.record({ revision, remark }),
};

/** A command on a shift of any type; every type comes as often as another. */
export const anyShiftCommand: fc.Arbitrary<ShiftCommand> = fc
  .constantFrom(...(Object.keys(commands) as Type[]))
  .chain((type) => commands[type].map((own) => structuredClone({ ...own, type }) as ShiftCommand));
