import type { FamilyCommand, ManyMessage } from '../../domain/family/family-command.ts';
import { escalationKinds, type HandoverForm } from '../../domain/handover/handover.ts';
import type { HandoverCommand } from '../../domain/handover/handover-command.ts';
import type { WorkCommand } from '../../domain/work/work-command.ts';
import * as s from './shape.ts';
import { dictionary, list, nullable, object, oneOf, optional, variants } from './shape.ts';
import { parts } from './ticket-shapes.ts';

const form = object<HandoverForm>({
  seen: s.text,
  done: s.text,
  need: s.text,
  reproduced: optional(s.text),
  ruledOut: optional(s.text),
  hypotheses: optional(s.text),
  promised: optional(s.text),
  logs: optional(s.text),
});

/** Handing a ticket on, asking through another line, calling by a ladder. */
export const handoverShapes = variants<HandoverCommand>({
  escalate: {
    to: oneOf(escalationKinds),
    line: optional(s.word),
    reason: s.text,
    form,
    vendor: optional(
      object({
        vendor: s.text,
        ref: s.text,
        dueAt: nullable(s.instant),
        watcherId: nullable(s.id),
      }),
    ),
  },
  'accept-handover': {},
  'return-handover': { missing: s.text },
  diagnose: { text: s.text },
  'write-brief': { text: s.text },
  'waive-brief': { reason: s.text },
  'ask-customer': {
    question: s.text,
    why: s.text,
    dueAt: s.instant,
    throughLine: optional(s.word),
  },
  'answer-question': { clarificationId: s.id, answer: s.text },
  'grant-voice': { personId: s.id, reason: s.text },
  'log-ladder-call': {
    ladder: s.word,
    step: s.whole,
    personId: nullable(s.id),
    outcome: oneOf(['answered', 'no-answer']),
  },
  'note-vendor': {
    ref: optional(s.text),
    dueAt: optional(nullable(s.instant)),
    watcherId: optional(s.id),
  },
});

/** The work on a ticket: what its kind asks for, boxes, time, money. */
export const workShapes = variants<WorkCommand>({
  'fill-details': { values: dictionary(s.text) },
  'rate-priority': parts.rating,
  'add-boxes': { items: list(object({ id: s.id, text: s.text })) },
  'tick-box': { itemId: s.id, isDone: s.flag },
  'remove-box': { itemId: s.id },
  'log-time': { ms: s.decimal, note: s.text, at: optional(s.instant) },
  spend: { amount: s.decimal, reason: s.text },
  'finish-stage': { stage: oneOf(['interim', 'final']), note: s.text },
  'check-after': { result: oneOf(['passed', 'failed']), note: s.text },
  watch: { what: s.text, until: nullable(s.instant) },
  unwatch: {},
  'close-off-topic': { reason: s.text },
  'link-card': { ref: s.text },
  'close-card': { note: s.text },
  wake: {},
});

const message = object<ManyMessage>({
  ticketId: s.id,
  text: s.text,
  messageId: nullable(s.text),
  promises: list(parts.promise, 100),
  templates: list(parts.templateUse, 100),
  effects: optional(parts.effects),
});

/** Tickets that belong together. */
export const familyShapes = variants<FamilyCommand>({
  gather: { childIds: list(s.id), reason: s.text },
  detach: { reason: s.text },
  'merge-into': { targetId: s.id, reason: s.text },
  split: { entryId: s.id, newId: s.id, subject: s.text },
  'write-many': {
    purpose: oneOf(['news', 'solution', 'reminder']),
    messages: list(message),
    solution: optional(s.text),
    without: optional(s.text),
    typed: optional(s.text),
  },
});
