import type { ReadRun } from '../../app/practice/world/run-review.ts';
import { type PracticeTuiTexts, practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import type { Mark, TranscriptLine } from '../../practice/run/run-state.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { RunReview } from '../model/practice/run-review-state.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { actionText } from './action-text.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, spread, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';
import { markDetail, markName, markWords } from './run-mark-lines.ts';
import { sectionLines } from './run-score-lines.ts';
import type { TimeText } from './time-text.ts';

/** What a review is drawn with. */
export interface ReviewScene {
  readonly state: UiState;
  readonly time: TimeText;
}

/** A row of the transcript, and the mark that it belongs to. */
interface ReviewRow {
  readonly line: Line;
  /** Place among the marks; null for what was said. */
  readonly mark: number | null;
}

/** Of what others said the beginning is enough to know it again. */
const MOST_SAID = 4;

/** A run after it: its score, what was said with a mark at each line, and the mark at hand. */
export function runReviewRows(review: RunReview, scene: ReviewScene, height: number): OverlayRows {
  const { columns, language } = scene.state;
  const t = practiceTuiTexts(language);
  const { run } = review;
  const head = [headLine(review, t, columns), ...sectionLines(run.score.sections, t, columns - 2)];
  const detail = markDetail(review, scene, t);
  const below = Math.min(detail.length, Math.max(4, Math.floor((height - head.length) * 0.45)));
  const room = Math.max(3, height - head.length - below - 2);
  const rows = transcriptRows(review, scene, t);
  const at = rows.findIndex(({ mark }) => mark === review.selected);
  const last = Math.max(0, rows.length - room);
  const isPlaying = review.seen !== null;
  const top = isPlaying ? last : Math.max(0, Math.min(at - Math.floor(room / 2), last));
  const seen = rows.slice(top, top + room).map(({ line }) => line);
  const gap = Array.from({ length: Math.max(0, room - seen.length) }, (): Line => []);
  const title = review.side === 'rule' ? t.review.ruleTitle : t.review.referenceTitle;
  return {
    lines: [
      ...head,
      rule(columns),
      ...seen,
      ...gap,
      rule(columns, title),
      ...detail.slice(0, below),
    ],
  };
}

function headLine({ run }: RunReview, t: PracticeTuiTexts, columns: number): Line {
  const { score: played, scenario, last, recorded, result } = run;
  const score = result?.score ?? played.score;
  const passed = result?.passed ?? played.passed;
  const isWaiting = result?.isWaiting ?? played.needsMentor;
  const outcome = isWaiting ? t.review.needsMentor : passed ? t.review.passed : t.review.notPassed;
  const ending = last.ending === null ? t.endings.none : t.endings[last.ending];
  const left: Line = [
    word(` ${t.review.title} `, 'title'),
    span(toSafe(t.banner.title(scenario.title)), 'plain'),
  ];
  const right: Line = [
    word(`  ${ending}`, 'muted'),
    word(recorded === null ? '  ' : ` · ${t.review.isShared}  `, 'muted'),
    word(`${score} / ${played.max} · ${outcome} `, passed ? 'good' : 'warning'),
  ];
  return spread(left, right, columns);
}

function transcriptRows(review: RunReview, scene: ReviewScene, t: PracticeTuiTexts): ReviewRow[] {
  const { run, seen } = review;
  const lines = run.last.transcript.slice(0, seen ?? undefined);
  const byLine = Map.groupBy(run.marks.entries(), ([, mark]) => mark.line);
  return lines.flatMap((line, place): ReviewRow[] => [
    ...saidRows(line, { ...scene, run }, t).map((row): ReviewRow => ({ line: row, mark: null })),
    ...(byLine.get(place) ?? []).map(([index, mark]): ReviewRow => {
      const isAtHand = index === review.selected;
      return { line: markLine(mark, { review, t, isAtHand }), mark: index };
    }),
    ...commentRows(review, place, scene).map((row): ReviewRow => ({ line: row, mark: null })),
  ]);
}

const silent: ReadonlySet<TranscriptLine['what']> = new Set(['promise-made']);

function saidRows(
  line: TranscriptLine,
  { state, time, run }: ReviewScene & { readonly run: ReadRun },
  t: PracticeTuiTexts,
): Line[] {
  if (silent.has(line.what)) return [];
  const when = time.at(line.at, state.run?.state.now ?? line.at).padEnd(6);
  const isMine = line.from === 'me';
  const author = isMine ? run.author : null;
  const who = line.name ?? author ?? t.review.who[line.from];
  const what = t.review.what[line.what];
  const said = line.what === 'action' ? actionText(line, run.scenario, t) : line.text;
  const role: Role = line.isPublic ? (isMine ? 'plain' : 'strong') : 'muted';
  const bar = line.isPublic ? '│' : '┆';
  const head = [who, what].filter((part) => part !== '').join(' · ');
  const width = Math.max(20, state.columns - 12);
  const rows = wrap(toSafe(`${head}: ${said.trim()}`, { multiline: true }), width);
  const most = isMine ? rows.length : MOST_SAID;
  const shown = rows.slice(0, most);
  return shown.map(
    (row, i): Line => [
      word(` ${i === 0 ? when : ' '.repeat(when.length)} ${bar} `, 'muted'),
      span(row, role),
      ...(i === shown.length - 1 && rows.length > most ? [word(' …', 'muted')] : []),
    ],
  );
}

interface MarkScene {
  readonly review: RunReview;
  readonly t: PracticeTuiTexts;
  readonly isAtHand: boolean;
}

function markLine(mark: Mark, { review, t, isAtHand }: MarkScene): Line {
  const { points, outcome } = mark;
  const sign =
    points > 0 ? `+${points}` : points < 0 ? `−${-points}` : outcome === 'zeroed' ? '×' : '0';
  const roles = {
    found: 'good',
    'not-found': 'muted',
    taken: 'warning',
    zeroed: 'breach',
  } as const;
  const role = isAtHand ? 'strong' : roles[outcome];
  const isDisputed = review.run.disputes.some(({ markId }) => markId === mark.id);
  const words = markWords(mark, review.run.scenario)?.replaceAll('\n', ' ') ?? '';
  const name = markName(mark, review, t);
  const evidence = words === '' || name.includes(words) ? '' : `: «${words}»`;
  const missing = outcome === 'not-found' ? ` — ${t.review.notFound(mark.max)}` : '';
  return [
    word(isAtHand ? '       ▌ ' : '         ', 'key'),
    word(`${sign.padStart(3)} `, role),
    span(toSafe(`${name}${missing}${evidence}`), role),
    word(isDisputed ? `  ${t.review.isDisputed}` : '', 'promise'),
  ];
}

function commentRows({ run }: RunReview, place: number, { state }: ReviewScene): Line[] {
  const width = Math.max(20, state.columns - 14);
  return run.comments
    .filter(({ line }) => line === place)
    .flatMap(({ text }) =>
      wrap(toSafe(`✎ ${text}`, { multiline: true }), width).map(
        (row): Line => [word('         ', 'muted'), span(row, 'internal')],
      ),
    );
}
