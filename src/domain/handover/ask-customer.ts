import { ok, type Result } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { DeskConfig } from '../desk-config.ts';
import { noteFact } from '../own-entry.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import type { Entry, Ticket } from '../ticket.ts';
import type { MissingItem } from '../work/missing.ts';
import { type Clarification, openQuestions } from './handover.ts';
import type { HandoverCommand } from './handover-command.ts';
import { handoverWords } from './handover-words.ts';
import { speaksForLine } from './receiver.ts';

type Command<Type extends HandoverCommand['type']> = Extract<HandoverCommand, { type: Type }>;

/** Asks the customer through a line that talks: the answer comes back into the ticket. */
export function decideAsk(
  command: Command<'ask-customer'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  const { actor, desk, now, opId } = context;
  const question = command.question.trim();
  const why = command.why.trim();
  const missing = [...gap('question', question), ...gap('why', why)];
  if (missing.length > 0) {
    return { ok: false, problem: { ...refusal('question-incomplete', ['ask-customer']), missing } };
  }
  if (command.dueAt <= now) return refuse('until-in-past');
  const through = throughLine(command.throughLine, actor.line, desk);
  if (!through.ok) return through;
  const clarification: Clarification = {
    id: opId,
    question,
    why,
    dueAt: command.dueAt,
    throughLine: through.value,
    askedById: actor.id,
    askedFromLine: actor.line,
    at: now,
    answer: null,
    answeredAt: null,
  };
  const words = handoverWords[desk.language];
  const name = desk.lines.find(({ code }) => code === through.value)?.short[desk.language] ?? '';
  const text = `${words.question} (${name}): ${question}\n${words.why}: ${why}`;
  return ok([noteFact(text, context), { type: 'question-asked', clarification }]);
}

/** Puts what the customer answered into the ticket, beside the question. */
export function decideAnswer(
  { clarificationId, answer }: Command<'answer-question'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const asked = openQuestions(state).find(({ id }) => id === clarificationId);
  if (!asked) return refuse('no-such-question', ['note']);
  const text = answer.trim();
  if (text === '') return refuse('text-missing');
  const { actor, desk } = context;
  const isAsker = actor.id === asked.askedById;
  if (!isAsker && !speaksForLine(actor, asked.throughLine)) {
    const name = desk.lines.find(({ code }) => code === asked.throughLine)?.name;
    const problem = {
      ...refusal('question-not-yours', ['note']),
      names: name ? { line: name } : {},
    };
    return { ok: false, problem };
  }
  const note = `${handoverWords[desk.language].answer}: ${text}\n(${asked.question})`;
  return ok([
    noteFact(note, context),
    { type: 'question-answered', clarificationId, answer: text },
  ]);
}

/** A lead lets one person write to the customer of this ticket although their line does not. */
export function decideGrant(
  { personId, reason }: Command<'grant-voice'>,
  state: Ticket,
  { actor, now }: DecideContext,
): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (reason.trim() === '') return refuse('reason-missing');
  if (state.voiceGrants?.some((grant) => grant.personId === personId)) {
    return refuse('may-already-talk', ['reply']);
  }
  const grant = { personId, byId: actor.id, reason: reason.trim(), at: now };
  return ok([{ type: 'voice-granted', grant }]);
}

/**
 * What the customer wrote since the oldest open question: it may be its answer, which a person
 * decides. Null when nothing was asked or nothing came.
 */
export function offeredAnswer(
  ticket: Ticket,
  entries: readonly Entry[],
): { readonly question: Clarification; readonly entry: Entry } | null {
  for (const question of openQuestions(ticket)) {
    const asked = entries.findIndex(({ id }) => id === `${question.id}:0`);
    const entry = entries.slice(asked + 1).find(({ author, visibility }) => {
      return author.type === 'contact' && visibility === 'public';
    });
    if (entry) return { question, entry };
  }
  return null;
}

/** The line that asks: a named one that talks, else the nearest one below that does. */
function throughLine(
  wanted: string | undefined,
  own: string,
  { lines }: DeskConfig,
): Result<string, Refusal> {
  if (wanted !== undefined) {
    const line = lines.find(({ code }) => code === wanted);
    if (!line) return refuse('unknown-line', [], { line: wanted });
    return line.talksToCustomer === 'yes'
      ? ok(wanted)
      : refuse('line-cannot-ask', [], { line: wanted });
  }
  const place = lines.findIndex(({ code }) => code === own);
  const talking = (line: (typeof lines)[number]) => line.talksToCustomer === 'yes';
  const nearest = lines.slice(0, Math.max(0, place)).findLast(talking) ?? lines.find(talking);
  return nearest ? ok(nearest.code) : refuse('no-line-talks', ['note']);
}

const gapNames = {
  question: { ru: 'вопрос', en: 'the question' },
  why: { ru: 'зачем он нужен', en: 'what it is for' },
} as const;

function gap(code: keyof typeof gapNames, text: string): MissingItem[] {
  return text === '' ? [{ type: 'field', code, name: gapNames[code] }] : [];
}
