import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { typedPath } from '../../app/desk/typed-path.ts';
import {
  draftFromTicket,
  isReadable,
  keepTicketDraft,
  type TicketDraft,
  whyNotFromTicket,
} from '../../app/practice/from-ticket.ts';
import { type FromTicketTexts, loadFromTicketTexts } from '../../i18n/from-ticket-texts.ts';
import { shownDifference } from '../../i18n/show-ticket-draft.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { CommandInput } from '../command-input.ts';
import { editFile } from '../edit-file.ts';
import { RefusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';

/** `smena practice from-ticket TICKET`: a draft without real people, written when a person says so. */
export async function practiceFromTicket(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const why = whyNotFromTicket(desk);
  if (why !== null) throw new RefusedError(why, ticket.number);
  const asked = session.options.lang;
  const draft = await draftFromTicket(desk, {
    ticketId: ticket.id,
    lang: asked === 'ru' || asked === 'en' ? asked : null,
    textsOf: async (lang) => (await loadFromTicketTexts(lang)).draft,
  });
  const { output, io, options } = session;
  if (output.isJson) {
    const { id, lang, text, replacements, suspicious } = draft;
    return output.json({ id, lang, text, replacements, suspicious });
  }
  const texts = await loadFromTicketTexts(session.language);
  const out = input.value('out');
  const file = out === undefined ? draft.file : resolve(typedPath(out, io.env));
  tell(session, { draft, texts, number: ticket.number });
  if (input.has('confirm')) return write(session, file, { text: draft.text, texts });
  if (!io.stdin.isTTY || options.input === false) {
    session.fail();
    return output.problem(texts.needConfirm);
  }
  await ask(session, { draft, texts, file });
}

interface Telling {
  readonly draft: TicketDraft;
  readonly texts: FromTicketTexts;
}

/** The difference, in the colours of coming and going. */
function tell(
  { output }: Session,
  { draft, texts, number }: Telling & { readonly number: string },
): void {
  const { paint } = output;
  output.talk(texts.title(number, draft.id));
  for (const row of shownDifference(draft, texts)) {
    const line = toSafe(row, output.isTerminal ? {} : { maxLine: Number.POSITIVE_INFINITY });
    if (row.startsWith('- ')) output.styled(paint.alarm(line));
    else output.styled(row.startsWith('+ ') ? paint.strong(line) : line);
  }
}

const YES = /^(?:y|yes|д|да)$/;
const EDIT = /^(?:e|edit|у)$/;
const NO = /^(?:n|no|т|н|нет|)$/;

async function ask(
  session: Session,
  { draft, texts, file }: Telling & { readonly file: string },
): Promise<void> {
  const answer = await answerOf(session, texts.ask);
  if (YES.test(answer)) return write(session, file, { text: draft.text, texts });
  if (NO.test(answer)) return session.output.talk(texts.notWritten);
  if (!EDIT.test(answer)) return ask(session, { draft, texts, file });
  const text = await edited(session, draft, basename(file));
  if (!isReadable(file, text)) session.output.problem(texts.stillWrong);
  write(session, file, { text, texts });
}

/** One line of the terminal; it is let go at once, since an editor may want it next. */
async function answerOf({ io }: Session, question: string): Promise<string> {
  io.stderr.write(question);
  const lines = createInterface({ input: io.stdin, terminal: false });
  const line = await new Promise<string>((done) => {
    lines.once('line', done);
    lines.once('close', () => done(''));
  });
  lines.close();
  return line.trim().toLowerCase();
}

/** The file of the editor stays until its text is written: a failure names it. */
async function edited(session: Session, { text }: TicketDraft, name: string): Promise<string> {
  const path = join(session.paths.cache, 'from-ticket', name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, text, { mode: 0o600 });
  await editFile(session, path);
  const back = readFileSync(path, 'utf8');
  session.keepText(back);
  rmSync(path, { force: true });
  return back;
}

function write(
  { output }: Session,
  file: string,
  { text, texts }: { readonly text: string; readonly texts: FromTicketTexts },
): void {
  keepTicketDraft(file, text);
  output.row(file);
  output.talk(texts.written(file));
}
