import { typedPath } from '../../app/desk/typed-path.ts';
import {
  type AppliedPack,
  applyPack,
  type PreparedPack,
  preparePack,
  whyNotApply,
} from '../../app/desk-pack/apply-pack.ts';
import { type DeskTexts, loadDeskTexts } from '../../i18n/desk-texts.ts';
import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import { differenceLines, tellPackProblems } from '../desk-words.ts';
import { refusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { wholeNumber } from '../usage-error.ts';

/** `smena desk apply FOLDER`: shows what would be otherwise and puts the pack in force. */
export async function deskApply(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk({ isMending: true });
  const prepared = preparePack(desk, typedPath(input.required(0), session.io.env));
  const { pack, difference } = prepared;
  if (pack === null) return tellPackProblems(session, prepared.problems, { applied: false });
  const base = input.value('base');
  const baseVersion = base === undefined ? prepared.baseVersion : wholeNumber(base, '--base');
  const order = { ...prepared, pack, baseVersion };
  if (input.has('dryRun') || difference.length === 0) {
    const problem = difference.length === 0 ? null : whyNotApply(desk, order);
    if (problem) throw refusedError(desk, problem, null);
    return tell(session, prepared, null);
  }
  const applied = await applyPack(desk, order);
  if (!applied.ok) throw refusedError(desk, applied.problem, null);
  await tell(session, prepared, applied.value);
}

async function tell(
  session: Session,
  { difference, baseVersion, fromDefault }: PreparedPack,
  applied: AppliedPack | null,
): Promise<void> {
  const { output } = session;
  if (output.isJson) {
    return output.json({
      ok: true,
      applied: applied !== null,
      baseVersion,
      version: applied?.version ?? baseVersion,
      difference,
      fromDefault,
      people: applied?.people ?? [],
      ticketsMoved: applied?.ticketsMoved ?? 0,
      deadlinesMoved: applied?.deadlinesMoved ?? 0,
    });
  }
  const texts = await loadDeskTexts(session.language);
  const { language } = session;
  for (const line of differenceLines(difference, { texts, language })) output.row(line);
  if (difference.length === 0) {
    return output.line(fill(texts.apply.nothing, { version: baseVersion }));
  }
  const isLater = (applied?.version ?? baseVersion + 1) > 1;
  if (isLater && difference.some(({ part }) => part === 'people')) {
    output.talk(texts.apply.peopleStay);
  }
  if (applied === null) return output.talk(texts.apply.dryRun);
  for (const line of outcomeLines(applied, texts)) output.line(line);
}

function outcomeLines(applied: AppliedPack, { apply }: DeskTexts): readonly string[] {
  const { version, people, ticketsMoved, deadlinesMoved } = applied;
  const moved = ticketsMoved > 0 ? [fill(apply.ticketsMoved, { count: ticketsMoved })] : [];
  const made = people.length > 0 ? [fill(apply.people, { names: people.join(', ') })] : [];
  return [
    fill(apply.done, { version }),
    ...made,
    ...moved,
    fill(apply.deadlinesMoved, { count: deadlinesMoved }),
  ];
}
