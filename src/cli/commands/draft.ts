import type { Desk } from '../../app/desk/desk.ts';
import { dropDraft, findDraftById, listDrafts } from '../../app/ticket/save-draft.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';

type Draft = ReturnType<typeof listDrafts>[number];

/** `smena draft list`: unfinished texts, the last touched first. */
export async function draftList(session: Session): Promise<void> {
  const desk = await session.desk();
  const drafts = listDrafts(desk);
  const { output } = session;
  if (output.isJson) return output.json(drafts.map((draft) => draftJson(desk, draft)));
  const texts = await session.texts();
  if (drafts.length === 0) output.talk(texts.words.noDrafts);
  for (const draft of drafts) {
    const [first = ''] = draft.text.trim().split('\n');
    const where = numberOf(desk, draft) ?? texts.words.newTicket;
    const when = moment(draft.updatedAt, desk);
    output.row(`${draft.id} · ${where} · ${texts.draftKinds[draft.kind]} · ${when} · ${first}`);
  }
}

/** `smena draft show ID`: the text of one draft. */
export async function draftShow(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const draft = mustFind(desk, input.required(0));
  if (session.output.isJson) session.output.json(draftJson(desk, draft));
  else session.output.line(draft.text);
}

/** `smena draft drop ID`: forgets one draft and prints its text once more, so that it is not lost. */
export async function draftDrop(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const draft = mustFind(desk, input.required(0));
  dropDraft(desk, draft.id);
  if (session.output.isJson) session.output.json({ dropped: draftJson(desk, draft) });
  else session.output.line(draft.text);
}

function mustFind(desk: Desk, id: string): Draft {
  const draft = findDraftById(desk, id);
  if (!draft) throw new UserError('draft-unknown', { id });
  return draft;
}

function numberOf(desk: Desk, draft: Draft): string | null {
  return draft.ticketId === null ? null : (desk.tickets.byId(draft.ticketId)?.number ?? null);
}

function draftJson(desk: Desk, draft: Draft) {
  return {
    id: draft.id,
    kind: draft.kind,
    ticketId: draft.ticketId,
    number: numberOf(desk, draft),
    text: draft.text,
    createdAt: iso(draft.createdAt),
    updatedAt: iso(draft.updatedAt),
  };
}
