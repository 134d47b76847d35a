import { type TemplateRequirement, templateRequirements } from '../../domain/template.ts';
import { parseTimePhrase } from '../../domain/time-phrase.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { fillStop, type StopText } from '../../render/stops.ts';
import { type ReplyScope, replyVariables, withVariable } from '../../render/variables.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { articleFacts } from './article-given.ts';
import { incidentFacts } from './nearest-incident.ts';
import type { RenderProblem } from './rendered-template.ts';

type Setting = readonly [key: string, value: string];

/** Values as they are given by hand, sorted by what they are for. */
export interface TemplateSettings {
  /** By path: `ticket.number`. */
  readonly variables: readonly Setting[];
  /** By number: `1`. */
  readonly stops: readonly Setting[];
  /** Answers to what the template requires: `confirmation`. */
  readonly answers: Readonly<Partial<Record<TemplateRequirement, string>>>;
}

/** Sorts the values of `--set`. */
export function sortSettings(set: Readonly<Record<string, string>>): TemplateSettings {
  const entries = Object.entries(set);
  const isStop = ([key]: Setting) => /^\d+$/.test(key);
  const isAnswer = ([key]: Setting) => templateRequirements.some((name) => name === key);
  return {
    variables: entries.filter((entry) => !isStop(entry) && !isAnswer(entry)),
    stops: entries.filter(isStop),
    answers: Object.fromEntries(entries.filter(isAnswer)),
  };
}

/** The scope with the given variables, and with the outage and the article that were named. */
export function withSettings(
  desk: Desk,
  scope: ReplyScope,
  { variables, answers }: TemplateSettings,
  language: Language,
): Result<ReplyScope, readonly RenderProblem[]> {
  const problems: RenderProblem[] = [];
  let filled = withAnswers(desk, scope, answers, language);
  for (const [path, text] of variables) {
    const variable = replyVariables.find((known) => known.path === path);
    const value = variable?.kind === 'time' ? readTime(desk, scope, text) : text;
    if (variable === undefined) problems.push({ code: 'no-such-variable', text: path });
    else if (value === null) problems.push({ code: 'wrong-value', text });
    else filled = withVariable(filled, path, value);
  }
  if (answers.minutes !== undefined && !/^\d{1,4}$/.test(answers.minutes)) {
    problems.push({ code: 'wrong-number', text: answers.minutes });
  }
  if (answers.promise !== undefined && readTime(desk, scope, answers.promise) === null) {
    problems.push({ code: 'wrong-value', text: answers.promise });
  }
  return problems.length > 0 ? fail(problems) : ok(filled);
}

function withAnswers(
  desk: Desk,
  scope: ReplyScope,
  { incident, article }: TemplateSettings['answers'],
  language: Language,
): ReplyScope {
  let filled = scope;
  if (incident !== undefined) {
    const id = desk.tickets.idByNumber(incident.trim().toUpperCase());
    const facts = incidentFacts(desk, id === null ? null : desk.tickets.byId(id), language);
    filled = { ...filled, incident: { ...facts, number: facts.number ?? incident } };
  }
  if (article === undefined) return filled;
  const facts = articleFacts(desk, article.trim(), language);
  return { ...filled, article: { ...facts, title: facts.title ?? article } };
}

/** An ISO moment with its zone, else a phrase such as `14:30` on the customer's clock. */
export function readTime(desk: Desk, scope: ReplyScope, text: string): number | null {
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
  }
  const timeZone = scope.contact.timeZone ?? desk.config.timeZone;
  const phrase = parseTimePhrase(text, { now: scope.now, timeZone });
  return phrase.ok ? phrase.at : null;
}

/** The reply with the given stops filled; a number that it does not have is a problem. */
export function setStops<Reply extends StopText>(
  reply: Reply,
  values: TemplateSettings['stops'],
): Result<StopText, readonly RenderProblem[]> {
  const unknown = values.filter(
    ([key]) => !reply.stops.some(({ number }) => number === Number(key)),
  );
  if (unknown.length > 0) {
    return fail(unknown.map(([key]) => ({ code: 'no-such-stop' as const, text: key })));
  }
  const filled: StopText = { text: reply.text, stops: reply.stops };
  return ok(values.reduce((text, [key, value]) => fillStop(text, Number(key), value), filled));
}
