import type { SupervisionCommand } from '../../domain/supervision/supervision-command.ts';
import { statuses } from '../../domain/vocabulary.ts';
import * as s from './shape.ts';
import { list, nullable, oneOf, optional, variants } from './shape.ts';
import { parts } from './ticket-shapes.ts';

const status = nullable(oneOf(statuses));
const attachments = list(parts.attachment, 1000);

/** Replies that go through a mentor, and calls for help. */
export const supervisionShapes = variants<SupervisionCommand>({
  'ask-review': {
    reviewId: s.id,
    text: s.text,
    promise: nullable(parts.promise),
    status,
    attachments,
    templates: optional(list(parts.templateUse, 100)),
    effects: optional(parts.effects),
  },
  'send-reviewed': {
    reviewId: s.id,
    text: s.text,
    messageId: nullable(s.text),
    promise: optional(nullable(parts.promise)),
    status: optional(status),
    attachments: optional(attachments),
    effects: optional(parts.effects),
  },
  'return-review': { reviewId: s.id, remark: s.text },
  'withdraw-review': { reviewId: s.id },
  'ask-help': { helpId: s.id, text: s.text, draft: s.text },
  'give-help': { helpId: s.id, text: s.text },
  'end-help': { helpId: s.id },
});
