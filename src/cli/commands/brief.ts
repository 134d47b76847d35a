import { owedBriefs } from '../../app/handover/list-waiting.ts';
import { fill } from '../../i18n/fill.ts';
import { loadHandoverTexts } from '../../i18n/handover-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { runWithText } from '../run-with-text.ts';
import type { Session } from '../session.ts';
import { runOnTicket } from '../ticket-command.ts';
import { ticketStateJson } from '../ticket-json.ts';

/** `smena brief REF [--text TEXT]`, or `--waive --reason TEXT` to go without one. */
export async function brief(session: Session, input: CommandInput): Promise<void> {
  if (!input.has('waive')) {
    return runWithText(session, input, (text) => ({ type: 'write-brief', text }));
  }
  const reason = input.value('reason') ?? '';
  await runOnTicket(session, input.required(0), { type: 'waive-brief', reason });
}

/** `smena brief list`: tickets that came back too often, and who owes a brief on them. */
export async function briefList(session: Session): Promise<void> {
  const desk = await session.desk();
  const owed = owedBriefs(desk);
  const { output } = session;
  if (output.isJson) return output.json(owed.map((ticket) => ticketStateJson(desk, ticket)));
  const texts = await loadHandoverTexts(session.language);
  if (owed.length === 0) return output.talk(texts.nothingOwed);
  for (const { number, subject, brief } of owed) {
    const person = brief?.owedById ? desk.people.person(brief.owedById)?.name : null;
    const cells = [number, fill(texts.card.brief, { who: person ?? texts.somebody }), subject];
    output.row(cells.join(output.isPlain ? '\t' : ' · '));
  }
}
