import type { NewPromise, TextEffects } from '../text-effects.ts';
import type { AttachmentRef } from '../ticket.ts';
import type { Status } from '../vocabulary.ts';
import type { DraftReply } from './supervision.ts';

/** Intents about replies that go through a mentor, and about asking for help. */
export type SupervisionCommand =
  | ({ readonly type: 'ask-review'; readonly reviewId: string } & DraftReply)
  | {
      readonly type: 'send-reviewed';
      readonly reviewId: string;
      readonly text: string;
      readonly messageId: string | null;
      /** What is absent of these goes as the author wrote it. */
      readonly promise?: NewPromise | null | undefined;
      readonly status?: Status | null | undefined;
      readonly attachments?: readonly AttachmentRef[] | undefined;
      readonly effects?: TextEffects | undefined;
    }
  | { readonly type: 'return-review'; readonly reviewId: string; readonly remark: string }
  | { readonly type: 'withdraw-review'; readonly reviewId: string }
  | {
      readonly type: 'ask-help';
      readonly helpId: string;
      readonly text: string;
      /** What was written so far for the customer. */
      readonly draft: string;
    }
  | { readonly type: 'give-help'; readonly helpId: string; readonly text: string }
  | { readonly type: 'end-help'; readonly helpId: string };

const types: Readonly<Record<SupervisionCommand['type'], true>> = {
  'ask-review': true,
  'send-reviewed': true,
  'return-review': true,
  'withdraw-review': true,
  'ask-help': true,
  'give-help': true,
  'end-help': true,
};

/** Whether a command is one of these. */
export function isSupervisionCommand<Command extends { readonly type: string }>(
  command: Command,
): command is Extract<Command, SupervisionCommand> {
  return Object.hasOwn(types, command.type);
}
