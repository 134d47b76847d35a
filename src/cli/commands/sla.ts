import { typedPath } from '../../app/desk/typed-path.ts';
import { type CheckedCases, checkSlaCases } from '../../app/sla/check-cases.ts';
import { fill } from '../../i18n/fill.ts';
import { loadSlaTexts, type SlaTexts } from '../../i18n/sla-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { readWhole } from '../read-text.ts';
import type { Session } from '../session.ts';

type Problem = CheckedCases['refused'][number]['reasons'][number];

/** `smena sla check FILE`: worked cases of calendars and targets against how they are counted. */
export async function slaCheck(session: Session, input: CommandInput): Promise<void> {
  const path = typedPath(input.required(0), session.io.env);
  const text = await readWhole(session, path);
  const texts = await loadSlaTexts(session.language);
  const checked = checkSlaCases(text);
  if (!checked.ok) {
    const details = checked.problem.map((problem) => `  ${sentenceOf(problem, texts)}`).join('\n');
    throw new UserError('sla-cases-wrong', { path, details });
  }
  const { failures, refused, ...counts } = checked.value;
  const told = { ...counts, skipped: 0 };
  const reasons = refused.map(({ id, reasons }) => ({
    id,
    reasons: reasons.map((reason) => sentenceOf(reason, texts)),
  }));
  if (failures.length > 0) session.fail();
  const { output } = session;
  if (output.isJson) return output.json({ ...told, failures, refused: reasons });
  for (const { id, key, expected, got } of failures) {
    output.row(fill(texts.failure, { id, key, expected: expected ?? '—', got: got ?? '—' }));
  }
  for (const { id, reasons: why } of reasons) {
    output.talk(fill(texts.refused, { id, reasons: why.join(' ') }));
  }
  output.line(fill(texts.summary, told));
}

function sentenceOf({ code, path, params }: Problem, texts: SlaTexts): string {
  const sentence = fill(texts.problems[code], params);
  return path === '' ? sentence : `${path}: ${sentence}`;
}
