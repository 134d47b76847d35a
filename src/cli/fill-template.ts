import { type RenderedTemplate, renderTemplate } from '../app/content/render-template.ts';
import { openContent } from '../app/desk/content-library.ts';
import type { Desk } from '../app/desk/desk.ts';
import type { NewPromise } from '../domain/command.ts';
import { UserError } from '../util/user-error.ts';

interface TemplateOrder {
  readonly id: string;
  readonly ticketId: string | null;
  readonly set: Readonly<Record<string, string>>;
}

/** A template with the data of its ticket, and what is still missing before it can be sent. */
export interface FilledTemplate {
  readonly text: string;
  readonly missing: readonly string[];
  readonly promise: NewPromise | null;
  readonly status: RenderedTemplate['status'];
}

/** Renders a template for a ticket. Throws a UserError for what cannot be rendered at all. */
export async function fillTemplate(desk: Desk, order: TemplateOrder): Promise<FilledTemplate> {
  const rendered = await render(desk, order);
  const { promise } = rendered;
  return {
    text: rendered.text,
    missing: rendered.problems.map((problem) => placeOf(problem, rendered)),
    status: rendered.status,
    promise: promise && {
      id: desk.makeId(),
      kind: promise.kind,
      dueAt: promise.dueAt,
      text: promise.text,
    },
  };
}

/** Renders a template as far as it goes. Throws a UserError for what cannot be rendered at all. */
export async function render(desk: Desk, order: TemplateOrder): Promise<RenderedTemplate> {
  const library = await openContent(desk).templates();
  const { id, ticketId, set } = order;
  const rendered = renderTemplate(desk, library, { templateId: id, ticketId, set });
  const [problem] = rendered.ok ? [] : rendered.problems;
  if (!problem) return rendered;
  switch (problem.code) {
    case 'no-such-template':
      throw new UserError('template-unknown', { template: id });
    case 'no-such-variable':
    case 'no-such-stop':
      throw new UserError('template-place-unknown', { place: problem.text });
    case 'wrong-value':
      throw new UserError('time-unknown', { text: problem.text });
    default:
      throw new UserError('template-broken', { template: id, problem: problem.text });
  }
}

/** A place by the number that `--set` takes, with its hint. */
function placeOf(problem: RenderedTemplate['problems'][number], rendered: RenderedTemplate) {
  const start = 'start' in problem ? problem.start : -1;
  const stop = rendered.stops.find((known) => known.start <= start && start < known.end);
  return stop ? `${stop.number} (${problem.text})` : problem.text;
}
