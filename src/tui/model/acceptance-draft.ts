import { dropDraft, findFormDraft, saveOpenDraft } from '../../app/ticket/save-draft.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { type AcceptanceScreen, type Answers, answerOf, noAnswers } from './acceptance-state.ts';
import type { Ui } from './ui.ts';

const FORM = 'accept-shift';

type Named = Pick<AcceptanceScreen, 'shiftId' | 'revision'>;

function formOf({ shiftId, revision }: Named): string {
  return [FORM, shiftId, revision].join(' ');
}

/** What was said about a hand-over before and not handed in. */
export function keptAnswers(ui: Ui, named: Named): Pick<AcceptanceScreen, 'answers' | 'draft'> {
  const draft = findFormDraft(ui.desk(), formOf(named), null);
  const kept = draft?.extra['kept'];
  if (!draft || !kept) return { answers: noAnswers, draft: null };
  // Written by `keepAnswers` only.
  const answers = JSON.parse(kept) as Answers;
  return { answers, draft: { id: draft.id, updatedAt: draft.updatedAt } };
}

/** Keeps what was said, so that leaving half-way, or a kill, loses none of it. */
export function keepAnswers(ui: Ui, screen: AcceptanceScreen): AcceptanceScreen {
  const { accept: w } = shiftReportTexts(ui.store.get().language);
  const title = w.title(screen.name, screen.from);
  const kept = JSON.stringify(screen.answers);
  const extra = { form: formOf(screen), title, kept };
  const input = { kind: 'form', ticketId: null, text: saidText(screen), extra } as const;
  return { ...screen, draft: saveOpenDraft(ui.desk(), input, screen.draft) };
}

/** Forgets what was said: it was handed in. */
export function forgetAnswers(ui: Ui, named: Named): void {
  const draft = findFormDraft(ui.desk(), formOf(named), null);
  if (draft) dropDraft(ui.desk(), draft.id);
}

/** Everything typed so far, as people would read it. */
function saidText(screen: AcceptanceScreen): string {
  const items = screen.items.flatMap(({ item, number, about }) => {
    const { nextAction, readBack } = answerOf(screen, item.key);
    const said = [nextAction ?? '', readBack].filter(Boolean);
    return said.length === 0 ? [] : [`${number || about}: ${said.join(' · ')}`];
  });
  return [...items, ...screen.answers.remarks].join('\n');
}
