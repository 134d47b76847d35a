import type { Scenario } from '../../content/scenario/scenario.ts';
import type { PracticeTuiTexts } from '../../i18n/practice-tui-texts.ts';
import type { StepReference } from '../../practice/run/chosen-reference.ts';
import type { Mark, TranscriptLine } from '../../practice/run/run-state.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { RunReview } from '../model/practice/run-review-state.ts';
import type { Role } from '../theme/theme.ts';
import { actionText } from './action-text.ts';
import { clip, type Line, span, word } from './line.ts';
import type { ReviewScene } from './run-review-lines.ts';

/** From this width on one's own words and the reference stand side by side. */
const BESIDE_FROM = 120;

/** What a mark is for, in a few words. */
export function markName(
  { fact, id, section, step }: Mark,
  { run }: RunReview,
  t: PracticeTuiTexts,
): string {
  if (fact !== null) return run.facts.get(fact)?.title ?? fact;
  const field = fieldOf(id);
  if (field !== undefined)
    return t.review.field(fieldLabel(run.scenario, step, field) ?? t.fieldName(field));
  if (id.startsWith('lints')) return t.review.lint;
  if (id.startsWith('promises/')) return t.review.promises(id.slice('promises/'.length));
  if (id.startsWith('hints/')) return t.review.hints;
  if (id.includes('/open/')) return t.review.opened(nameOfOpened(run.scenario, id));
  if (id.includes('/time/')) return t.review.late;
  if (id.includes('/choice')) return t.review.choice(t.sectionName(section));
  return t.review.other(id.split('/').at(-1) ?? id);
}

/** What was opened, as the screens call it. */
function nameOfOpened({ attachments, ownArticles }: Scenario, markId: string): string {
  const id = markId.split('/open/')[1] ?? '';
  return attachments.get(id)?.name ?? ownArticles.get(id)?.title ?? id;
}

function fieldOf(markId: string): string | undefined {
  return /\.([\w-]+)(?:#\d+)?$/.exec(markId)?.[1];
}

/** The words that a mark stands on; what was chosen in a form goes by its label. */
export function markWords({ id, step, fact, evidence }: Mark, scenario: Scenario): string | null {
  const field = fact === null ? fieldOf(id) : undefined;
  if (evidence === null || field === undefined) return evidence;
  const rules = scenario.steps.get(step)?.actions.map(({ form }) => form.get(field)) ?? [];
  const option = rules
    .flatMap((rule) => rule?.options ?? [])
    .find(({ value }) => value === evidence);
  return option?.label ?? evidence;
}

/** What the scenario calls a field of a form; null where it has no word for it. */
function fieldLabel({ steps }: Scenario, step: string, field: string): string | null {
  const actions = steps.get(step)?.actions ?? [];
  return actions.map(({ form }) => form.get(field)?.label ?? null).find(Boolean) ?? null;
}

/** The mark at hand: its rule, or how it could have been said beside one's own words. */
export function markDetail(review: RunReview, scene: ReviewScene, t: PracticeTuiTexts): Line[] {
  const mark = review.run.marks[review.selected];
  if (!mark) return [[word(` ${t.review.noMarks}`, 'muted')]];
  return review.side === 'rule'
    ? ruleLines(mark, review, { ...scene, t })
    : referenceLines(mark, review, { ...scene, t });
}

interface DetailScene extends ReviewScene {
  readonly t: PracticeTuiTexts;
}

function ruleLines(mark: Mark, review: RunReview, { state, t }: DetailScene): Line[] {
  const { run } = review;
  const width = state.columns - 2;
  const known = mark.fact === null ? null : run.facts.get(mark.fact);
  const rule = mark.rule ?? known?.rule ?? null;
  const head = `${t.sectionName(mark.section)} · ${t.review.outcome(mark.outcome, mark.points, mark.max)}`;
  const words = markWords(mark, run.scenario);
  const isEmptied = mark.outcome === 'zeroed' && fieldOf(mark.id) !== undefined;
  const why = mark.why ?? (isEmptied ? t.review.leftEmpty : null);
  const of = (item: { readonly markId: string }) => item.markId === mark.id;
  return [
    ...text(markName(mark, review, t), width, 'strong'),
    ...text(head, width, 'muted'),
    ...(words === null ? [] : text(t.review.evidence(words), width)),
    ...(why === null ? [] : text(why, width)),
    ...(rule === null ? [] : text(t.review.rule(rule), width, 'public')),
    ...run.disputes.filter(of).flatMap((one) => text(t.review.dispute(one.text), width, 'promise')),
    ...run.overrides
      .filter(of)
      .flatMap((one) =>
        text(t.review.override(one.isFound, one.points, one.reason), width, 'good'),
      ),
    ...run.comments
      .filter(({ line }) => line === null)
      .flatMap((one) => text(t.review.comment(one.text), width, 'internal')),
    ...(run.recorded?.verdict
      ? text(
          t.review.verdict(run.recorded.verdict.isPassed, run.recorded.verdict.reason),
          width,
          'good',
        )
      : []),
  ];
}

function referenceLines(mark: Mark, { run }: RunReview, { state, t }: DetailScene): Line[] {
  const compared =
    run.replies.find(({ line }) => line === mark.line) ??
    run.replies.find(({ step }) => step === mark.step);
  const step = run.scenario.steps.get(mark.step);
  const reference = compared?.reference ?? null;
  if (!compared && !step) return [[word(` ${t.review.noReference}`, 'muted')]];
  const own = compared ? ownText(compared.own, run.scenario, t) : '';
  const other = reference ? referenceText(reference, mark, { run, t }) : t.review.noReference;
  if (state.columns < BESIDE_FROM) {
    return [
      ...text(t.review.ownTitle, state.columns - 2, 'muted'),
      ...text(own, state.columns - 2),
      ...text(t.review.referenceHead, state.columns - 2, 'muted'),
      ...text(other, state.columns - 2, 'public'),
    ];
  }
  const half = Math.floor((state.columns - 3) / 2);
  const left = [...text(t.review.ownTitle, half, 'muted'), ...text(own, half)];
  const right = [...text(t.review.referenceHead, half, 'muted'), ...text(other, half, 'public')];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    ...clip(left[i] ?? [], half),
    word(' │', 'muted'),
    ...(right[i] ?? []),
  ]);
}

function ownText(own: TranscriptLine, scenario: Scenario, t: PracticeTuiTexts): string {
  return own.what === 'action' ? actionText(own, scenario, t) : own.text;
}

function referenceText(
  reference: StepReference,
  { step }: Mark,
  { run, t }: Pick<RunReview, 'run'> & { readonly t: PracticeTuiTexts },
): string {
  if (reference.type !== 'form') return reference.text;
  const values = Object.fromEntries(reference.fields.map(({ name, value }) => [name, value]));
  return actionText({ step, text: reference.action, values }, run.scenario, t);
}

function text(of: string, width: number, role: Role = 'plain'): Line[] {
  const rows = wrap(toSafe(of.trim(), { multiline: true }), Math.max(10, width - 2));
  return rows.map((row): Line => [word(' '), span(row, role)]);
}
