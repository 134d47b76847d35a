import { listTemplates } from '../../app/content/list-templates.ts';
import { openStops } from '../../app/content/render-template.ts';
import type { RenderedAction, RenderedTemplate } from '../../app/content/rendered-template.ts';
import { findTemplate } from '../../app/content/template-library.ts';
import { templateUses } from '../../app/content/template-uses.ts';
import { openContent } from '../../app/desk/content-library.ts';
import { languages } from '../../domain/vocabulary.ts';
import type { CommandInput } from '../command-input.ts';
import { noTemplate, render, settingsOf } from '../fill-template.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';

/** `smena template list`: replies by situation, in the order of a conversation. */
export async function templateList(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const library = await openContent(desk).templates();
  const listed = listTemplates(library, {
    situation: input.value('situation'),
    lang: session.language,
  });
  const uses = templateUses(desk);
  const { output } = session;
  if (output.isJson) {
    return output.json(
      listed.map(({ id, situation, title, langs, channels: channel, when }) => {
        return { id, situation, title, langs, channel, uses: uses.get(id) ?? 0, when };
      }),
    );
  }
  let situation = '';
  for (const row of listed) {
    if (row.situation !== situation) output.line(`${row.situation}`);
    situation = row.situation;
    output.line(`  ${row.id}  ${row.title}`);
  }
}

/** `smena template show TEMPLATE`: the template as it was written, or filled for a ticket. */
export async function templateShow(session: Session, input: CommandInput): Promise<void> {
  const isFilled = input.value('ticket') ?? input.argument(1) ?? input.all('set')[0];
  if (session.output.isJson || isFilled !== undefined) return templateRender(session, input);
  const library = await openContent(await session.desk()).templates();
  const id = input.required(0);
  const template = findTemplate(library, id, session.language);
  if (!template) throw noTemplate(library, id);
  const { output } = session;
  output.line(`# ${template.title}`);
  output.line(template.when);
  output.line(`\n${template.body}`);
}

/** `smena template render TEMPLATE [--ticket REF]`: the text with a ticket's data, as far as known. */
export async function templateRender(session: Session, input: CommandInput): Promise<void> {
  const reference = input.value('ticket') ?? input.argument(1);
  const target = reference === undefined ? null : await findTarget(session, reference);
  const desk = target?.desk ?? (await session.desk());
  const order = {
    templateId: input.required(0),
    lang: languages.find((language) => language === session.options.lang),
    ticketId: target?.ticket.id ?? null,
    set: settingsOf(input),
  };
  const rendered = await render(desk, order);
  const { output } = session;
  const { text } = openStops(rendered);
  const isPrinted = !input.has('copy') || input.has('print');
  if (!output.isJson && isPrinted) output.line(text);
  if (input.has('copy')) {
    const { copyOut } = await import('../copy-out.ts');
    await copyOut(session, text, order.templateId);
  }
  if (output.isJson) output.json(filledJson(rendered));
}

function filledJson(rendered: RenderedTemplate): object {
  const { text, stops } = openStops(rendered);
  const { template, status, promise, problems } = rendered;
  return {
    id: template?.id,
    lang: template?.lang,
    title: template?.title,
    situation: template?.situation,
    channel: template?.channels,
    when: template?.when,
    requires: template?.requires,
    text,
    stops: stops.map(({ isFilled, ...stop }) => ({
      ...stop,
      text: text.slice(stop.start, stop.end),
      isFilled,
    })),
    missing: rendered.missing,
    actions: actionsJson(rendered),
    status,
    promise: promise && { kind: promise.kind, dueAt: iso(promise.dueAt), text: promise.text },
    problems: problems.map(({ code, text: words }) => ({ code, text: words })),
    body: template?.body,
  };
}

function actionsJson({ actions }: RenderedTemplate): readonly object[] {
  return actions.map((action: RenderedAction) => {
    if (action.type !== 'promise') return action;
    const { type, kind, dueAt, text, warnBeforeMs } = action;
    return { type, kind, dueAt: iso(dueAt), text, warnBeforeMs };
  });
}
