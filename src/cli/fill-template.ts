import { type RenderTemplateInput, renderTemplate } from '../app/content/render-template.ts';
import type { RenderedTemplate, RenderProblem } from '../app/content/rendered-template.ts';
import { type TemplateLibrary, templateProblem } from '../app/content/template-library.ts';
import { appliedTemplate, templateUse } from '../app/content/template-use.ts';
import { openContent } from '../app/desk/content-library.ts';
import type { Desk } from '../app/desk/desk.ts';
import { refusal } from '../domain/refusal.ts';
import type { ReplyTemplate } from '../domain/template.ts';
import type { TemplateUse } from '../domain/template-use.ts';
import type { NewPromise, TextEffects } from '../domain/text-effects.ts';
import type { Status } from '../domain/vocabulary.ts';
import { UserError } from '../util/user-error.ts';
import type { CommandInput } from './command-input.ts';
import { RefusedError } from './refused.ts';
import type { Target } from './ticket-command.ts';
import { pairs } from './usage-error.ts';

/** A template with the data of its ticket, and everything that goes with it. */
export interface FilledTemplate {
  readonly text: string;
  /** What is still to be given: keys of `--set`. */
  readonly missing: readonly string[];
  /** The same for a reader, then marks that are left in the text: none of it may be sent. */
  readonly unfilled: readonly string[];
  readonly promise: NewPromise | null;
  readonly status: Status | null;
  readonly effects: TextEffects;
  readonly templates: readonly TemplateUse[];
}

/**
 * Fills the template of a command for its ticket. Throws a UserError for what cannot be filled at
 * all, and refuses one that is not meant for where the text goes.
 */
export async function fillTemplate(
  { desk, ticket }: Target,
  input: CommandInput,
  { id, to }: { readonly id: string; readonly to: 'customer' | 'desk' },
): Promise<FilledTemplate> {
  const rendered = await render(desk, {
    templateId: id,
    ticketId: ticket.id,
    set: settingsOf(input),
  });
  if (to === 'customer') mustSuitCustomers(rendered.template, ticket.number);
  const applied = appliedTemplate(rendered);
  const { promise, text } = rendered;
  return {
    text,
    missing: rendered.missing,
    unfilled: [...rendered.missing.map((key) => withHint(key, rendered)), ...marksLeft(rendered)],
    status: rendered.status,
    effects: rendered.effects,
    templates: applied ? [templateUse(applied, text)] : [],
    promise: promise && {
      id: desk.makeId(),
      kind: promise.kind,
      dueAt: promise.dueAt,
      text: promise.text,
      warnBeforeMs: promise.warnBeforeMs ?? undefined,
    },
  };
}

/** Refuses a template that is written for the desk or the telephone. */
export function mustSuitCustomers(template: ReplyTemplate | null, number: string | null): void {
  const channels = template?.channels ?? [];
  const isSendable = channels.some((channel) => channel === 'mail' || channel === 'chat');
  if (template === null || isSendable) return;
  const params = { template: template.id, channels: channels.join(', ') };
  throw new RefusedError(refusal('template-not-for-customers', ['note'], params), number);
}

/** Came with a value: no `--set` fills them, somebody has to take them out. */
const MARKS: ReadonlySet<string> = new Set(['{{', '{%', '${']);

/** Refuses what is not complete: nothing is stored. */
export function mustBeFilled(unfilled: readonly string[], number: string): void {
  if (unfilled.length === 0) return;
  const places = unfilled.filter((place) => !MARKS.has(place));
  const wrong =
    places.length > 0
      ? refusal('template-unfilled', [], { places: places.join(', ') })
      : refusal('text-unsendable', [], { what: `${[...new Set(unfilled)].join(', ')}.` });
  throw new RefusedError(wrong, number);
}

/** The values of `--set`; of two for one key the last one counts. */
export function settingsOf(input: CommandInput): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs(input.all('set'), '--set'));
}

/** Renders a template as far as it goes. Throws a UserError for what cannot be rendered at all. */
export async function render(desk: Desk, order: RenderTemplateInput): Promise<RenderedTemplate> {
  const library = await openContent(desk).templates();
  const rendered = renderTemplate(desk, library, order);
  const [problem] = rendered.ok ? [] : rendered.problems;
  if (problem) throw renderFailure(library, order.templateId, problem);
  return rendered;
}

/** Why a template cannot be rendered at all. */
export function renderFailure(
  library: TemplateLibrary,
  template: string,
  problem: RenderProblem,
): UserError {
  switch (problem.code) {
    case 'no-such-template':
      return noTemplate(library, template);
    case 'no-such-variable':
    case 'no-such-stop':
      return new UserError('template-place-unknown', { place: problem.text, template });
    case 'wrong-value':
      return new UserError('time-unknown', { text: problem.text });
    case 'wrong-number':
      return new UserError('value-unknown', { value: problem.text, known: '0–9999' });
    default:
      return new UserError('template-broken', { template, problem: problem.text });
  }
}

/** Why there is no such template: nobody wrote it, or its file was kept out. */
export function noTemplate(library: TemplateLibrary, template: string): UserError {
  const problem = templateProblem(library, template);
  if (problem === null) return new UserError('template-unknown', { template });
  const { file, line, column, code } = problem;
  return new UserError('template-broken', {
    template,
    problem: `${file}:${line}:${column} ${code}`,
  });
}

/** A stop with what is to be written there; a name says it itself. */
function withHint(key: string, { stops }: RenderedTemplate): string {
  const hint = stops.find(({ number }) => String(number) === key)?.hint ?? '';
  return hint === '' ? key : `${key} (${hint})`;
}

/** Marks that no place of the template accounts for: they came with a value. */
function marksLeft({ problems, stops, missing }: RenderedTemplate): readonly string[] {
  return problems.flatMap((problem) => {
    if (!('start' in problem)) return [];
    if (problem.code === 'template-mark') return [problem.text];
    const isStop = stops.some(
      ({ isFilled, start, end }) => !isFilled && start <= problem.start && problem.start < end,
    );
    return isStop || missing.some((key) => key.includes('.')) ? [] : [problem.text];
  });
}
