import { listTemplates } from '../../app/content/list-templates.ts';
import { findTemplate } from '../../app/content/template-library.ts';
import { openContent } from '../../app/desk/content-library.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { render } from '../fill-template.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';
import { iso } from '../ticket-json.ts';
import { pairs } from '../usage-error.ts';

/** `smena template list`: replies by situation, in the order of a conversation. */
export async function templateList(session: Session, input: CommandInput): Promise<void> {
  const library = await openContent(await session.desk()).templates();
  const listed = listTemplates(library, { situation: input.value('situation') });
  const { output } = session;
  if (output.isJson) return output.json(listed.map(({ template: _, ...row }) => row));
  let situation = '';
  for (const row of listed) {
    if (row.situation !== situation) output.line(`${row.situation}`);
    situation = row.situation;
    output.line(`  ${row.id}  ${row.title}`);
  }
}

/** `smena template show TEMPLATE`: the template as it was written. */
export async function templateShow(session: Session, input: CommandInput): Promise<void> {
  const library = await openContent(await session.desk()).templates();
  const id = input.required(0);
  const template = findTemplate(library, id, session.language);
  if (!template) throw new UserError('template-unknown', { template: id });
  const { output } = session;
  if (output.isJson) {
    const { source: _, file: __, ...known } = template;
    return output.json(known);
  }
  output.line(`# ${template.title}`);
  if (template.when !== '') output.line(template.when);
  output.line(`\n${template.body.trimEnd()}`);
}

/** `smena template render TEMPLATE [REF]`: the text with a ticket's data, as far as it is known. */
export async function templateRender(session: Session, input: CommandInput): Promise<void> {
  const reference = input.argument(1);
  const target = reference === undefined ? null : await findTarget(session, reference);
  const desk = target?.desk ?? (await session.desk());
  const set = Object.fromEntries(pairs(input.all('set'), '--set'));
  const order = { id: input.required(0), ticketId: target?.ticket.id ?? null, set };
  const rendered = await render(desk, order);
  const { output } = session;
  if (!output.isJson) return output.line(rendered.text);
  const { promise, status, text, stops, problems } = rendered;
  output.json({
    id: order.id,
    text,
    stops,
    status,
    promise: promise && { kind: promise.kind, dueAt: iso(promise.dueAt), text: promise.text },
    problems: problems.map(({ code, text: words }) => ({ code, text: words })),
  });
}
