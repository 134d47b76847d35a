import {
  draftFromTicket,
  isReadable,
  keepTicketDraft,
  type TicketDraft,
  whyNotFromTicket,
} from '../../../app/practice/from-ticket.ts';
import { type FromTicketTexts, loadFromTicketTexts } from '../../../i18n/from-ticket-texts.ts';
import { shownDifference } from '../../../i18n/show-ticket-draft.ts';
import { toSafe } from '../../../util/to-safe.ts';
import { UserError } from '../../../util/user-error.ts';
import { oneTicket, refusalText } from '../act.ts';
import { editorFailure } from '../editor-failure.ts';
import { openPicker } from '../overlays.ts';
import { sayProblem } from '../say-problem.ts';
import { say, texts, type Ui } from '../ui.ts';

interface Offer {
  readonly draft: TicketDraft;
  readonly number: string;
  readonly words: FromTicketTexts;
}

/** Makes a practice scenario of the ticket at hand; a person looks at the difference before it is kept. */
export async function scenarioFromTicket(ui: Ui): Promise<void> {
  const ticket = oneTicket(ui);
  if (ticket === null) return say(ui, texts(ui).disabledNoTicket, 'problem');
  const why = whyNotFromTicket(ui.desk());
  if (why !== null) return say(ui, refusalText(ui, why), 'problem');
  const words = await loadFromTicketTexts(ui.store.get().language);
  try {
    const draft = await draftFromTicket(ui.desk(), {
      ticketId: ticket.id,
      lang: null,
      textsOf: async (lang) => (await loadFromTicketTexts(lang)).draft,
    });
    offer(ui, { draft, number: ticket.number, words });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    sayProblem(ui, error);
  }
}

function offer(ui: Ui, made: Offer): void {
  const { draft, number, words } = made;
  const count = draft.replacements.reduce((sum, one) => sum + one.count, 0);
  const left = draft.suspicious.length;
  const choice = (id: string, label: string, detail = '') => ({
    id,
    label,
    detail,
    disabled: null,
  });
  const rows = shownDifference(draft, words).map((row) => toSafe(row));
  openPicker(ui, {
    purpose: 'from-ticket',
    title: words.pick(number, count),
    isSearchable: false,
    choices: [
      choice('look', words.look, left === 0 ? '' : words.leftovers(left)),
      choice('write', words.write, draft.id),
      choice('edit', words.edit),
    ],
    choose: ({ id }) => {
      if (id === 'write') return keep(ui, draft.text, made);
      void (id === 'look' ? look(ui, rows, made) : edit(ui, made));
    },
  });
}

/** The whole difference in the pager; afterwards the question stands as before. */
async function look(ui: Ui, rows: readonly string[], made: Offer): Promise<void> {
  await ui.terminal.page(rows.join('\n'));
  offer(ui, made);
}

async function edit(ui: Ui, made: Offer): Promise<void> {
  const back = await ui.terminal.edit(made.draft.text);
  if (!back.ok) return say(ui, editorFailure(ui, back), 'problem');
  keep(ui, back.text, made);
}

function keep(ui: Ui, text: string, { draft, words }: Offer): void {
  try {
    keepTicketDraft(draft.file, text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return sayProblem(ui, error);
  }
  if (isReadable(draft.file, text)) say(ui, words.kept(draft.file));
  else say(ui, words.stillWrong, 'problem');
}
