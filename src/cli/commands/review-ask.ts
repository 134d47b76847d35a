import { askReview } from '../../app/supervision/ask-review.ts';
import { attachFile } from '../../app/ticket/attach-file.ts';
import type { CommandInput } from '../command-input.ts';
import { tellPromise } from '../read-promise.ts';
import type { Session } from '../session.ts';
import { accepted, printState } from '../ticket-command.ts';
import { prepareReply, promisesOf } from './reply.ts';

/** `smena review ask REF [--text -|--template ID]`: puts a reply before a mentor. */
export async function reviewAsk(session: Session, input: CommandInput): Promise<void> {
  const { target, prepared } = await prepareReply(session, input);
  const { desk, ticket } = target;
  const { text, status, templates, files } = prepared;
  const promises = await promisesOf(session, target, prepared);
  const [promise = null, ...more] = promises;
  const attachments = files.map((path) => attachFile(desk, path));
  const effects = { ...prepared.effects, promises: more };
  const draft = { text, promise, status, attachments, templates, effects };
  const done = accepted(target, askReview(desk, ticket.id, draft));
  await printState(session, desk, done.ticket);
  for (const given of promises) await tellPromise(session, desk, given);
}
