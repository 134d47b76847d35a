import type { ReplyTemplate, TemplateRequirement } from '../../domain/template.ts';
import type { TextEffects } from '../../domain/text-effects.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { OutgoingProblem } from '../../render/check-outgoing.ts';
import { hintMark } from '../../render/hint-mark.ts';
import type { StopText } from '../../render/stops.ts';
import { type ReplyScope, replyVariables, valueAt } from '../../render/variables.ts';
import type { RenderedAction, RenderedPromise } from './rendered-template.ts';
import type { Addressee } from './reply-scope.ts';
import type { TemplateSettings } from './template-settings.ts';

const MINUTE_MS = 60_000;

/** A template as it was filled: what its actions and requirements are judged by. */
export interface FilledTemplate extends StopText {
  readonly template: ReplyTemplate;
  readonly scope: ReplyScope;
  readonly addressee: Addressee;
  readonly answers: TemplateSettings['answers'];
  readonly promise: RenderedPromise | null;
  /** Variables whose ⟦label⟧ was shown. */
  readonly unknown: readonly string[];
  readonly problems: readonly OutgoingProblem[];
}

/** What the template changes beside adding the text, its promise and its status. */
export function effectsOf({ template, addressee, answers }: FilledTemplate): TextEffects {
  const { actions } = template;
  const minutes = answers.minutes === undefined ? null : Number(answers.minutes);
  const timeSpentMs = minutes === null ? actions.timeSpentMs : minutes * MINUTE_MS;
  const how = answers.confirmation ?? '';
  const { escalateTo: line } = actions;
  const reason = answers.reason ?? actions.reason;
  return {
    ...(reason === '' ? {} : { reason }),
    ...(actions.addTags.length > 0 ? { addTags: actions.addTags } : {}),
    ...(actions.removeTags.length > 0 ? { removeTags: actions.removeTags } : {}),
    ...(timeSpentMs ? { timeSpentMs } : {}),
    ...(line === null ? {} : { escalation: { line, form: answers.form ?? '' } }),
    ...(actions.isConfirmation ? { confirmation: { by: confirmedBy(addressee), how } } : {}),
  };
}

/** A customer without a contact speaks as the company. */
function confirmedBy({ contact, customer }: Addressee): string {
  return contact?.name ?? customer?.name ?? '';
}

/** Everything that sending it does, for those who look at it before. */
export function actionsOf(filled: FilledTemplate): readonly RenderedAction[] {
  const { promise, template } = filled;
  const { reason = '', addTags, removeTags, ...rest } = effectsOf(filled);
  const { status } = template.actions;
  const actions: RenderedAction[] = [];
  if (promise) actions.push({ type: 'promise', ...promise });
  if (rest.confirmation) actions.push({ type: 'confirm', ...rest.confirmation });
  if (status) actions.push({ type: 'status', status, reason });
  if (addTags || removeTags) {
    actions.push({ type: 'tags', add: addTags ?? [], remove: removeTags ?? [] });
  }
  if (rest.timeSpentMs) actions.push({ type: 'time', ms: rest.timeSpentMs });
  if (rest.escalation) actions.push({ type: 'escalation', ...rest.escalation });
  return actions;
}

/**
 * What is still to be given before it may go, by the names that `--set` takes: stops in the order
 * of the text, variables that show their label, then what the template requires.
 */
export function missingOf(filled: FilledTemplate): readonly string[] {
  const { problems, stops, unknown, template } = filled;
  const inText = problems.flatMap(({ start, text, code }) => {
    if (code !== 'unfilled') return [];
    const stop = stops.find((one) => !one.isFilled && one.start <= start && start < one.end);
    if (stop) return [String(stop.number)];
    return unknown.filter((path) => labelOf(path, template) === hintMark(text));
  });
  const required = template.requires.filter((name) => !isKnown(name, filled));
  return [...new Set([...inText, ...required])];
}

function labelOf(path: string, { lang }: ReplyTemplate): string {
  const variable = replyVariables.find((known) => known.path === path);
  return hintMark(variable?.label[lang] ?? '');
}

function isKnown(name: string, filled: FilledTemplate): boolean {
  const { scope, answers, template, addressee } = filled;
  switch (name as TemplateRequirement) {
    case 'confirmation':
      return isGiven(answers.confirmation) || hasConfirmed(addressee.ticket);
    case 'promise':
      return hasPromise(filled);
    case 'incident':
      return scope.incident.number !== null;
    case 'article':
      return scope.article.title !== null;
    case 'reason':
      return isGiven(answers.reason) || template.actions.reason !== '';
    case 'form':
      return isGiven(answers.form) || template.channels.every((channel) => channel === 'note');
    case 'minutes':
      return isGiven(answers.minutes) || template.actions.timeSpentMs !== null;
    default:
      return valueAt(scope, name) !== null;
  }
}

/** A time that can be read, or a stop still open: then it is the stop that is missing. */
function hasPromise({ promise, scope, stops, template, answers }: FilledTemplate): boolean {
  const from = template.actions.promise?.from;
  if (from === undefined) return scope.promise.due !== null || isGiven(answers.promise);
  return promise !== null || stops.some(({ number, isFilled }) => number === from && !isFilled);
}

/** Words that do not send a solution back are thanks or a confirmation. */
function hasConfirmed(ticket: Ticket | null): boolean {
  if (ticket === null || ticket.resolvedAt === null) return false;
  return ticket.status === 'resolved' && (ticket.lastCustomerAt ?? 0) > ticket.resolvedAt;
}

function isGiven(answer: string | undefined): boolean {
  return answer !== undefined && answer.trim() !== '';
}
