import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import { noteFact } from '../own-entry.ts';
import { refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { type HelpRequest, isMentoring } from './supervision.ts';
import type { SupervisionCommand } from './supervision-command.ts';
import { supervisionWords } from './supervision-words.ts';

type Command<Type extends SupervisionCommand['type']> = Extract<SupervisionCommand, { type: Type }>;

/** Asks colleagues for help: whoever works here may, on any ticket. */
export function decideAskHelp(
  { helpId, text, draft }: Command<'ask-help'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const { actor, desk, now } = context;
  if (actor.role === 'read-only') return refuse('role-reads-only');
  if (helpOf(helpId, state)) return refuse('help-waits', ['note']);
  const question = text.trim();
  if (question === '') return refuse('text-missing');
  const words = supervisionWords[desk.language];
  const written = draft.trim() === '' ? '' : `\n\n${words.draft}:\n${draft.trim()}`;
  const help = { id: helpId, byId: actor.id, at: now, text: question, draft };
  const entry = noteFact(`${words.needsHelp}: ${question}${written}`, context);
  return ok([entry, { type: 'help-asked', help }]);
}

/** Answers a call for help where all colleagues read it. */
export function decideGiveHelp(
  { helpId, text }: Command<'give-help'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const { actor, desk, now } = context;
  if (!helpOf(helpId, state)) return refuse('no-such-help', ['note']);
  const said = text.trim();
  if (said === '') return refuse('text-missing');
  const entry = noteFact(`${supervisionWords[desk.language].help}: ${said}`, context);
  const answer = { byId: actor.id, at: now, text: said };
  return ok([entry, { type: 'help-given', helpId, answer }]);
}

/** Ends a call for help: whoever asked says that it helped, or a mentor that it is settled. */
export function decideEndHelp(
  { helpId }: Command<'end-help'>,
  state: Ticket,
  { actor }: DecideContext,
): Decision {
  const help = helpOf(helpId, state);
  if (!help) return refuse('no-such-help', ['note']);
  if (help.byId !== actor.id && !isMentoring(actor)) return refuse('help-not-yours', ['help-give']);
  return ok([{ type: 'help-ended', helpId }]);
}

function helpOf(helpId: string, { helps = [] }: Ticket): HelpRequest | undefined {
  return helps.find(({ id }) => id === helpId);
}
