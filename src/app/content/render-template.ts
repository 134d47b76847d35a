import type { ReplyTemplate } from '../../domain/template.ts';
import { parseTimePhrase } from '../../domain/time-phrase.ts';
import type { Language, PromiseKind, Status } from '../../domain/vocabulary.ts';
import { checkOutgoing, type OutgoingProblem } from '../../render/check-outgoing.ts';
import { readPromiseTime } from '../../render/promise-time.ts';
import { fillStop, type Stop, type StopText } from '../../render/stops.ts';
import { type ReplyScope, replyVariables, withVariable } from '../../render/variables.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { addresseeOf, replyScope } from './reply-scope.ts';
import { findTemplate, type TemplateLibrary } from './template-library.ts';

export interface RenderTemplateInput {
  readonly templateId: string;
  /** Default: the contact's language, else the desk's. A template without it falls back to its twin. */
  readonly lang?: Language | undefined;
  /** Null for a preview: what is not known stands as ⟦label⟧. */
  readonly ticketId: string | null;
  /** Variables by path (`ticket.number`) and stops by number (`1`), as `--set` gives them. */
  readonly set?: Readonly<Record<string, string>> | undefined;
}

/** Why a template could not be rendered, or what is still in the way of sending it. */
export type TemplateProblem =
  | {
      /** `no-such-variable` and `no-such-stop` name a key of `set`, `wrong-value` its value. */
      readonly code:
        | 'no-such-template'
        | 'no-such-ticket'
        | 'no-such-variable'
        | 'no-such-stop'
        | 'wrong-value'
        | 'broken-template';
      /** The id, key or value, or what is broken. */
      readonly text: string;
    }
  | OutgoingProblem;

/** The promise that a reply gives when it is sent. */
export interface RenderedPromise {
  readonly kind: PromiseKind;
  /** Epoch ms. */
  readonly dueAt: number;
  /** The words in which it is given. */
  readonly text: string;
  readonly warnBeforeMs: number | null;
}

export interface RenderedTemplate {
  /** There is a text. It can be sent when `problems` is empty too. */
  readonly ok: boolean;
  /** Plain text for the composer: stops at their defaults, required ones as ⟦hint⟧. */
  readonly text: string;
  readonly stops: readonly Stop[];
  readonly promise: RenderedPromise | null;
  /** The status that the ticket gets with this reply. */
  readonly status: Status | null;
  readonly problems: readonly TemplateProblem[];
  /** Null when there is no such template. */
  readonly template: ReplyTemplate | null;
}

/** Fills a template with a ticket's data for the composer or the command line. Stores nothing. */
export function renderTemplate(
  desk: Desk,
  library: TemplateLibrary,
  { templateId, lang, ticketId, set = {} }: RenderTemplateInput,
): RenderedTemplate {
  const addressee = addresseeOf(desk, ticketId);
  if (addressee === null) return refused([{ code: 'no-such-ticket', text: ticketId ?? '' }]);
  const wanted = lang ?? addressee.contact?.language ?? desk.config.language;
  const template = findTemplate(library, templateId, wanted);
  if (template === null) return refused([{ code: 'no-such-template', text: templateId }]);
  const settings = sortSettings(set);
  const scoped = setVariables(replyScope(desk, addressee, template.lang), settings.variables, desk);
  if (!scoped.ok) return refused(scoped.problem, template);
  const reply = library.engine(template.lang).render(template.body, scoped.value);
  if (!reply.ok) {
    const { line, message } = reply.problem;
    return refused([{ code: 'broken-template', text: `${line}: ${message}` }], template);
  }
  const filled = setStops(reply.value, settings.stops);
  if (!filled.ok) return refused(filled.problem, template);
  const { text, stops } = filled.value;
  const promise = promiseOf(filled.value, template, { desk, scope: scoped.value });
  const problems = checkOutgoing(text);
  return { ok: true, text, stops, promise, status: template.actions.status, problems, template };
}

/**
 * The promise in the composer's text as it stands now: call it again after a stop was filled.
 * Null when the template gives none, or its stop names no time that can be read.
 */
export function readReplyPromise(
  desk: Desk,
  reply: StopText,
  { template, ticketId }: { readonly template: ReplyTemplate; readonly ticketId: string | null },
): RenderedPromise | null {
  const addressee = addresseeOf(desk, ticketId);
  if (addressee === null) return null;
  return promiseOf(reply, template, { desk, scope: replyScope(desk, addressee, template.lang) });
}

function promiseOf(
  reply: StopText,
  { actions: { promise } }: ReplyTemplate,
  { desk, scope }: { readonly desk: Desk; readonly scope: ReplyScope },
): RenderedPromise | null {
  const stop = reply.stops.find(({ number }) => number === promise?.from);
  if (promise === null || stop === undefined || !stop.isFilled) return null;
  const text = reply.text.slice(stop.start, stop.end);
  const dueAt = readPromiseTime(text, {
    now: scope.now,
    timeZone: scope.contact.timeZone,
    deskTimeZone: desk.config.timeZone,
  });
  if (dueAt === null) return null;
  return { kind: promise.kind, dueAt, text, warnBeforeMs: promise.warnBeforeMs };
}

function refused(
  problems: readonly TemplateProblem[],
  template: ReplyTemplate | null = null,
): RenderedTemplate {
  return { ok: false, text: '', stops: [], promise: null, status: null, problems, template };
}

interface Settings {
  readonly variables: readonly (readonly [path: string, value: string])[];
  readonly stops: readonly (readonly [number: string, value: string])[];
}

function sortSettings(set: Readonly<Record<string, string>>): Settings {
  const entries = Object.entries(set);
  const isStop = ([key]: readonly [string, string]) => /^\d+$/.test(key);
  return { variables: entries.filter((e) => !isStop(e)), stops: entries.filter(isStop) };
}

function setVariables(
  scope: ReplyScope,
  values: Settings['variables'],
  desk: Desk,
): Result<ReplyScope, readonly TemplateProblem[]> {
  const problems: TemplateProblem[] = [];
  let filled = scope;
  for (const [path, text] of values) {
    const variable = replyVariables.find((known) => known.path === path);
    const value = variable?.kind === 'time' ? readTime(text, scope, desk) : text;
    if (variable === undefined) problems.push({ code: 'no-such-variable', text: path });
    else if (value === null) problems.push({ code: 'wrong-value', text });
    else filled = withVariable(filled, path, value);
  }
  return problems.length > 0 ? fail(problems) : ok(filled);
}

/** An ISO moment with its zone, else a phrase such as `14:30` on the customer's clock. */
function readTime(text: string, scope: ReplyScope, desk: Desk): number | null {
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
  }
  const timeZone = scope.contact.timeZone ?? desk.config.timeZone;
  const phrase = parseTimePhrase(text, { now: scope.now, timeZone });
  return phrase.ok ? phrase.at : null;
}

function setStops(
  reply: StopText,
  values: Settings['stops'],
): Result<StopText, readonly TemplateProblem[]> {
  const unknown = values.filter(
    ([key]) => !reply.stops.some(({ number }) => number === Number(key)),
  );
  if (unknown.length > 0) {
    return fail(unknown.map(([key]) => ({ code: 'no-such-stop' as const, text: key })));
  }
  return ok(values.reduce((text, [key, value]) => fillStop(text, Number(key), value), reply));
}
