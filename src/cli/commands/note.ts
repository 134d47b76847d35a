import { foldOutput } from '../../app/ticket/mask-secrets.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { readStandardInput, readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { findTarget, runOnTicket } from '../ticket-command.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `smena note [REF] --text …`: an internal note. What is piped in without --text is the output of
 * a program: it is folded as a block, and without REF it goes to the ticket that is open.
 */
export async function note(session: Session, input: CommandInput): Promise<void> {
  if (input.value('template') !== undefined) return noteFromTemplate(session, input);
  const text = (await readText(session, input)) ?? (await readPiped(session));
  if (text.trim() === '') throw new UserError('text-needed');
  await runOnTicket(session, input.argument(0) ?? '.', { type: 'note', text });
}

/** A note with everything that its template changes on the ticket. */
async function noteFromTemplate(session: Session, input: CommandInput): Promise<void> {
  if (input.value('text') !== undefined) {
    throw new UsageError('either-or', { one: '--text', other: '--template' });
  }
  const target = await findTarget(session, input.argument(0) ?? '.');
  const { fillTemplate, mustBeFilled } = await import('../fill-template.ts');
  const id = input.value('template') ?? '';
  const filled = await fillTemplate(target, input, { id, to: 'desk' });
  const { text, status, effects, templates, missing, unfilled } = filled;
  if (input.has('dryRun')) {
    const { output } = session;
    return output.isJson
      ? output.json({ dryRun: true, text, status, effects, missing })
      : output.line(text);
  }
  mustBeFilled(unfilled, target.ticket.number);
  const command = { type: 'note', text, status, effects, templates } as const;
  await runOnTicket(session, target.ticket.id, command);
}

async function readPiped(session: Session): Promise<string> {
  if (session.io.stdin.isTTY) return '';
  const { text, masked } = foldOutput(await readStandardInput(session));
  session.keepText(text);
  if (masked > 0) session.output.talk((await session.texts()).done.masked);
  return text;
}
