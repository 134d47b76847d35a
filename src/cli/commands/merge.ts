import { execute } from '../../app/desk/execute.ts';
import { type MergePreview, previewMerge } from '../../app/family/preview-merge.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import { sayMerge } from '../../i18n/say-merge.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState, type Target } from '../ticket-command.ts';
import { UsageError, wholeNumber } from '../usage-error.ts';

/** `smena merge REF INTO [--reason TEXT] [--dry-run]`: everything of REF is read in INTO. */
export async function merge(session: Session, input: CommandInput): Promise<void> {
  const source = await findTarget(session, input.required(0));
  const { desk, ticket: target } = await findTarget(session, input.required(1));
  const preview = previewMerge(desk, source.ticket, target);
  const { output } = session;
  const t = familyTexts(session.language);
  if (input.has('dryRun')) {
    if (output.isJson) return output.json({ dryRun: true, ...previewJson(preview) });
    for (const line of sayMerge(preview, t)) output.row(line);
    return;
  }
  const reason = input.value('reason') ?? '';
  const command = { type: 'merge-into', targetId: target.id, reason } as const;
  const done = accepted(source, execute(desk, source.ticket.id, command));
  const into = done.others.find(({ id }) => id === target.id) ?? target;
  output.talk(t.merged(source.ticket.number, into.number));
  for (const line of sayMerge(preview, t)) output.talk(line);
  await printState(session, desk, into, { merged: previewJson(preview) });
}

function previewJson(preview: MergePreview) {
  const { source, target, writesTo, nobodyWritesTo } = preview;
  return {
    source: source.number,
    sourceId: source.id,
    target: target.number,
    targetId: target.id,
    entries: preview.entries,
    children: preview.children,
    promises: preview.promises,
    writesTo: writesTo?.name ?? null,
    writesToId: writesTo?.id ?? null,
    nobodyWritesTo: nobodyWritesTo?.name ?? null,
    nobodyWritesToId: nobodyWritesTo?.id ?? null,
  };
}

/** `smena split REF --entry N --subject TEXT`: a ticket of its own for one entry. */
export async function split(session: Session, input: CommandInput): Promise<void> {
  const target = await findTarget(session, input.required(0));
  const wanted = input.value('entry');
  if (wanted === undefined) throw new UsageError('option-missing', { name: '--entry' });
  const entryId = entryOf(target, wanted);
  const { desk, ticket } = target;
  const newId = desk.makeId();
  const subject = input.value('subject') ?? firstLine(target, entryId);
  const done = accepted(
    target,
    execute(desk, ticket.id, { type: 'split', entryId, newId, subject }),
  );
  const opened = done.others.find(({ id }) => id === newId) ?? done.ticket;
  session.output.talk(familyTexts(session.language).splitOff(opened.number, ticket.number));
  await printState(session, desk, opened);
}

/** An entry by its place in the timeline, from 1, or by its id. */
function entryOf({ desk, ticket }: Target, text: string): string {
  const entries = desk.tickets.entries(ticket.id);
  const byId = entries.find(({ id }) => id === text);
  const place = byId ? 0 : wholeNumber(text, '--entry', 1);
  const found = byId ?? entries[place - 1];
  if (!found) throw new UserError('no-such-entry', { entry: text, count: entries.length });
  return found.id;
}

function firstLine({ desk, ticket }: Target, entryId: string): string {
  const entry = desk.tickets.entries(ticket.id).find(({ id }) => id === entryId);
  return entry?.text.trim().split('\n', 1)[0]?.slice(0, 120) || ticket.subject;
}
