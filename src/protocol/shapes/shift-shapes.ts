import {
  memberParts,
  reportSections,
  type ShiftMember,
  type ShiftPlan,
  shiftItemKinds,
} from '../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import type {
  AcceptedItem,
  HandoverItem,
  HandoverRemark,
} from '../../domain/shift/shift-handover.ts';
import { localName, shiftReport } from './report-shapes.ts';
import * as s from './shape.ts';
import { list, nullable, object, oneOf, variants } from './shape.ts';

const time = nullable(s.instant);
const person = nullable(s.id);

const plan = object<ShiftPlan>({
  name: localName,
  kind: s.word,
  startsAt: s.instant,
  endsAt: s.instant,
  line: nullable(s.word),
});

const member = object<ShiftMember>({
  personId: s.id,
  part: oneOf(memberParts),
  lines: list(s.word, 100),
  ...{ plannedFrom: time, plannedTo: time, cameAt: time, leftAt: time, calledAt: time },
  note: s.text,
});

type LogItem = Extract<ShiftCommand, { type: 'log-item' }>['item'];
const logItem = object<LogItem>({
  ...{ id: s.id, kind: oneOf(shiftItemKinds), text: s.text, ticketId: nullable(s.id) },
  ...{ until: time, stopWhen: s.text, ifMoves: s.text, ownerId: person },
  carriedFromId: nullable(s.id),
});

const handoverItem = object<HandoverItem>({
  key: s.id,
  part: oneOf(['red', 'promise', 'watch', 'rest']),
  ...{ ticketId: nullable(s.id), fromId: person, toId: person },
  ...{ nextAction: s.text, ifThen: s.text, needsReadBack: s.flag },
});

const acceptedItem = object<AcceptedItem>({
  ...{ key: s.id, ownerId: person, seenOwnerId: person },
  ...{ nextAction: nullable(s.text), readBack: s.text },
});

type Remark = Pick<HandoverRemark, 'id' | 'kind' | 'text'>;
const remark = object<Remark>({
  id: s.id,
  kind: oneOf(['remark', 'question', 'surprise', 'second-acceptance']),
  text: s.text,
});

type Note = Extract<ShiftCommand, { type: 'note-ticket' }>['note'];
const note = object<Note>({
  ...{ ticketId: s.id, nextAction: s.text, ifThen: s.text, contact: s.text, newOwnerId: person },
});

type Mark = Extract<ShiftCommand, { type: 'mark-reviewed' }>['mark'];
const mark = object<Mark>({
  ...{ ticketId: s.id, mark: oneOf(['resolved', 'card']), isDone: s.flag },
});

const revision = s.count;

/** What may be done to a shift, by type. */
export const shiftShapes = variants<ShiftCommand>({
  'open-shift': { plan, leadId: s.id, members: list(member, 1000) },
  'close-shift': {},
  'set-member': { member },
  'remove-member': { personId: s.id },
  'log-item': { plan, item: logItem },
  'settle-item': { itemId: s.id, outcome: s.text },
  'write-section': {
    ...{ section: oneOf(reportSections), text: s.text, base: s.text, baseRev: s.count },
  },
  'note-ticket': { note },
  'mark-reviewed': { plan, mark },
  'submit-shift': {
    ...{ revision, toId: person, items: list(handoverItem), report: shiftReport },
    override: s.text,
  },
  'accept-shift': {
    ...{ revision, items: list(acceptedItem), isRestAccepted: s.flag },
    remarks: list(remark, 1000),
  },
  'return-shift': { revision, reason: s.text },
  'expire-shift': { revision },
  'remark-shift': { revision, remark },
});
