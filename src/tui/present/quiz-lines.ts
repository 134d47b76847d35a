import { type PracticeQuizTexts, practiceQuizTexts } from '../../i18n/practice-quiz-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import {
  type AskedQuiz,
  askedQuestion,
  isReasonSeen,
  type QuizScreen,
  type ReviewedQuiz,
} from '../model/practice/quiz-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { clip, type Line, lineWidth, span, spread, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';
import { type DrawnQuiz, questionRows, reasonRows } from './quiz-question-lines.ts';

/** From this width on the reason stands beside the question, else below it. */
const BESIDE_FROM = 120;
/** What the list of questions takes of the height; the reason below needs more than beside. */
const LIST_SHARE = { beside: 0.4, below: 0.2 };

interface QuizScene {
  readonly state: UiState;
  readonly height: number;
}

/** A quiz over the tab: the question at hand, or how it went. */
export function quizRows(screen: QuizScreen, scene: QuizScene): OverlayRows {
  const { head, body, room, top } = layOut(screen, scene);
  const seen = body.slice(top, top + room);
  const rest = body.length - top - seen.length;
  const foot: Line[] = rest > 0 ? [[word(`   … ${rest}`, 'muted')]] : [];
  return { lines: [...head, ...seen.slice(0, room - foot.length), ...foot] };
}

/** How far a quiz can be scrolled. */
export function quizDepth(screen: QuizScreen, state: UiState): number {
  const { body, room } = layOut(screen, { state, height: state.rows - 2 });
  return Math.max(0, body.length - room);
}

interface Layout {
  readonly head: readonly Line[];
  /** What scrolls below the head. */
  readonly body: readonly Line[];
  readonly room: number;
  readonly top: number;
}

function layOut(screen: QuizScreen, scene: QuizScene): Layout {
  return screen.type === 'asked' ? askedLayout(screen, scene) : reviewedLayout(screen, scene);
}

function askedLayout(asked: AskedQuiz, { state, height }: QuizScene): Layout {
  const { columns, language } = state;
  const t = practiceQuizTexts(language);
  const head = [...askedHead(asked, t, columns), rule(columns)];
  const question = askedQuestion(asked);
  const room = Math.max(1, height - head.length);
  if (!question) return { head, body: [], room, top: 0 };
  const answer = asked.sitting.answers.get(question.id) ?? [];
  const isSeen = isReasonSeen(asked);
  const drawn = { question, answer, atHand: isSeen ? null : asked.option, language };
  const { body, atHand } = isSeen
    ? { body: answeredBody(drawn, t, columns), atHand: null }
    : { body: questionRows(drawn, columns).lines, atHand: questionRows(drawn, columns).atHand };
  // The option at hand stays in sight; a row is left for what is below.
  const least = atHand ? Math.max(0, atHand.until - room + 1) : asked.scroll;
  return { head, body, room, top: Math.min(least, Math.max(0, body.length - room)) };
}

/** An answered question with its reason, beside it where there is room. */
function answeredBody(drawn: DrawnQuiz, t: PracticeQuizTexts, columns: number): readonly Line[] {
  if (columns < BESIDE_FROM) {
    const { lines } = questionRows(drawn, columns);
    return [...lines, rule(columns, t.why), ...reasonRows(drawn, columns)];
  }
  const width = Math.floor(columns * 0.56);
  const { lines } = questionRows(drawn, width);
  return besides(lines, reasonRows(drawn, columns - width - 2), width);
}

function besides(left: readonly Line[], right: readonly Line[], width: number): readonly Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i): Line => {
    return [...clip(left[i] ?? [], width), word('│ ', 'muted'), ...(right[i] ?? [])];
  });
}

function askedHead(asked: AskedQuiz, t: PracticeQuizTexts, columns: number): readonly Line[] {
  const { item, questions, at } = asked.sitting;
  const place = word(`  ${t.place(at + 1, questions.length)} `, 'strong');
  const title = [word(' '), span(toSafe(item.title ?? item.id), 'title')];
  const about = item.isAttestation ? t.attestation : t.pass(item.pass);
  const track = trackLine(asked);
  const rules: Line = [word(` ${about} `, item.isAttestation ? 'warning' : 'muted')];
  const isTrackSeen = lineWidth(rules) + lineWidth(track) <= columns;
  return [spread(title, [place], columns), spread(rules, isTrackSeen ? track : [], columns)];
}

/** One sign for each question: right, not right, answered, open; the one at hand in brackets. */
function trackLine({ sitting }: AskedQuiz): Line {
  const { item, questions, given, answers, at } = sitting;
  return questions.map(({ id, options }, place) => {
    const marked = answers.get(id) ?? [];
    const isRight = options.every((one) => one.isRight === marked.includes(one.id));
    const told = item.isAttestation ? '●' : isRight ? '✓' : '·';
    const sign = given.includes(id) ? told : '○';
    return place === at ? word(`[${sign}]`, 'key') : word(` ${sign} `.slice(0, 2), 'muted');
  });
}

function reviewedLayout(reviewed: ReviewedQuiz, { state, height }: QuizScene): Layout {
  const { columns, language } = state;
  const t = practiceQuizTexts(language);
  const { questions } = reviewed.result;
  const share = columns < BESIDE_FROM ? LIST_SHARE.below : LIST_SHARE.beside;
  const most = Math.max(3, Math.floor(height * share));
  const list = questionList(reviewed, { most, columns });
  const head = [
    ...resultHead(reviewed, t, columns),
    rule(columns, t.review),
    ...list,
    rule(columns),
  ];
  const room = Math.max(1, height - head.length);
  const question = questions[reviewed.selected];
  if (!question) return { head, body: [], room, top: 0 };
  const body = answeredBody(
    { question, answer: question.answer, atHand: null, language },
    t,
    columns,
  );
  return { head, body, room, top: Math.min(reviewed.scroll, Math.max(0, body.length - room)) };
}

function resultHead({ result }: ReviewedQuiz, t: PracticeQuizTexts, columns: number): Line[] {
  const { title, score, max, percent, pass, isPassed, isAttestation, isRecorded } = result;
  const outcome = isPassed ? t.passed : t.notPassed(pass);
  const role = isPassed ? 'good' : 'warning';
  const again = isPassed ? [] : [isAttestation ? t.oneAttempt : t.tryAgain];
  const notes = isRecorded ? [t.recorded, ...again] : [t.notRecorded];
  return [
    spread(
      [word(` ${t.result} `, 'title'), span(toSafe(title))],
      [word(`  ${t.score(score, max, percent)} · ${outcome} `, role)],
      columns,
    ),
    [word(` ${notes.join('; ')}`, 'muted')],
  ];
}

interface ListRoom {
  readonly most: number;
  readonly columns: number;
}

/** The questions by their beginnings, the one at hand in sight. */
function questionList({ result, selected }: ReviewedQuiz, { most, columns }: ListRoom): Line[] {
  const { questions } = result;
  const top = Math.max(0, Math.min(selected - Math.floor(most / 2), questions.length - most));
  return questions.slice(top, top + most).map(({ text, isRight }, i): Line => {
    const isAtHand = top + i === selected;
    const number = String(top + i + 1).padStart(3);
    return clip(
      [
        word(isAtHand ? ' ▌ ' : '   ', 'key'),
        word(isRight ? '✓ ' : '· ', isRight ? 'good' : 'warning'),
        word(`${number}  `, 'muted'),
        span(toSafe(text), isAtHand ? 'strong' : 'plain'),
      ],
      columns,
    );
  });
}
