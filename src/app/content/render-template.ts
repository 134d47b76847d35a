import type { ReplyTemplate } from '../../domain/template.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { checkOutgoing } from '../../render/check-outgoing.ts';
import { readPromiseTime } from '../../render/promise-time.ts';
import { type StopText, withOpenStops } from '../../render/stops.ts';
import type { ReplyScope } from '../../render/variables.ts';
import type { Desk } from '../desk/desk.ts';
import type { RenderedPromise, RenderedTemplate, RenderProblem } from './rendered-template.ts';
import { addresseeOf, replyScope } from './reply-scope.ts';
import { actionsOf, effectsOf, missingOf } from './template-actions.ts';
import { findTemplate, type TemplateLibrary } from './template-library.ts';
import {
  readTime,
  setStops,
  sortSettings,
  type TemplateSettings,
  withSettings,
} from './template-settings.ts';

export interface RenderTemplateInput {
  readonly templateId: string;
  /** Default: the contact's language, else the desk's. A template without it falls back to its twin. */
  readonly lang?: Language | undefined;
  /** Null for a preview: what is not known stands as ⟦label⟧. */
  readonly ticketId: string | null;
  /**
   * Variables by path (`ticket.number`), stops by number (`1`) and what the template requires
   * (`confirmation`), as `--set` gives them.
   */
  readonly set?: Readonly<Record<string, string>> | undefined;
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
  const known = replyScope(desk, addressee, template.lang);
  const scoped = withSettings(desk, known, settings, template.lang);
  if (!scoped.ok) return refused(scoped.problem, template);
  const scope = scoped.value;
  const reply = library.engine(template.lang).render(template.body, scope);
  if (!reply.ok) {
    const { line, column, code } = reply.problem;
    const text = `${template.file}:${line}:${column} ${code}`;
    return refused([{ code: 'broken-template', text }], template);
  }
  const placed = setStops(reply.value, settings.stops);
  if (!placed.ok) return refused(placed.problem, template);
  const { text, stops } = placed.value;
  const { unknown } = reply.value;
  const { answers } = settings;
  const promise = promiseOf(placed.value, template, { desk, scope, answers });
  const problems = checkOutgoing(text);
  const filled = { text, stops, template, scope, addressee, answers, promise, unknown, problems };
  return {
    ...{ ok: true, text, stops, promise, problems, template },
    status: template.actions.status,
    effects: effectsOf(filled),
    actions: actionsOf(filled),
    missing: missingOf(filled),
  };
}

/** The text as the template would have it: what is still to be filled stands as `${1!:hint}`. */
export function openStops({ text, stops }: StopText): StopText {
  return withOpenStops({ text, stops });
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
  const scope = replyScope(desk, addressee, template.lang);
  return promiseOf(reply, template, { desk, scope, answers: {} });
}

interface PromiseSurroundings extends Pick<TemplateSettings, 'answers'> {
  readonly desk: Desk;
  readonly scope: ReplyScope;
}

function promiseOf(
  reply: StopText,
  { actions: { promise } }: ReplyTemplate,
  { desk, scope, answers }: PromiseSurroundings,
): RenderedPromise | null {
  const stop = reply.stops.find(({ number }) => number === promise?.from);
  if (promise === null || stop === undefined || !stop.isFilled) return null;
  const text = reply.text.slice(stop.start, stop.end);
  const { kind, warnBeforeMs } = promise;
  const { timeZone } = scope.contact;
  const { timeZone: deskTimeZone } = desk.config;
  // A time given beside the text is what was meant, however the stop words it.
  const dueAt = answers.promise
    ? readTime(desk, scope, answers.promise)
    : readPromiseTime(text, { now: scope.now, timeZone, deskTimeZone });
  return dueAt === null ? null : { kind, dueAt, text, warnBeforeMs };
}

function refused(
  problems: readonly RenderProblem[],
  template: ReplyTemplate | null = null,
): RenderedTemplate {
  const nothing = { text: '', stops: [], promise: null, status: null, effects: {} };
  return { ok: false, ...nothing, actions: [], missing: [], problems, template };
}
