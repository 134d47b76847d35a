import { isDeliveryConfigured } from '../../app/letter/send-reply.ts';
import { supervisionTexts } from '../../i18n/supervision-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { type WritingTexts, writingTexts } from '../../i18n/writing-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { Finding } from '../../wording/finding.ts';
import type { ScreenProps } from '../components/screen-props.ts';
import { barOf, type Review } from '../model/review-state.ts';
import type { ComposerState, UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { rule } from './entry-lines.ts';
import { clip, type Line, type Span, span, spread, word } from './line.ts';
import { newsText } from './news-text.ts';
import { remarkText } from './remark-text.ts';
import { wrapSpans } from './styled-text.ts';

type ReviewProps = Pick<ScreenProps, 'ui' | 'state' | 'time'>;

/** From here on the remarks stand beside the text. */
const WIDE = 120;
const SIDE_SHARE = 0.4;
/** Hints are the last thing that somebody with a waiting customer needs. */
const MOST_HINTS = 3;

const severityRole: Readonly<Record<Finding['severity'], Role>> = {
  E: 'breach',
  W: 'warning',
  H: 'muted',
};

/** The parts of the review: its heading, the whole text, remarks, what goes with it, the button. */
interface ReviewParts {
  readonly head: readonly Line[];
  readonly text: readonly Line[];
  readonly remarks: readonly Line[];
  readonly facts: readonly Line[];
  readonly sideWidth: number;
}

function reviewParts(review: Review, composer: ComposerState, props: ReviewProps): ReviewParts {
  const { state } = props;
  const sideWidth = state.columns >= WIDE ? Math.floor(state.columns * SIDE_SHARE) : 0;
  const textWidth = state.columns - sideWidth - 4;
  const rows = wrapSpans(markedText(composer.history.present.text, review.findings), textWidth);
  return {
    head: [
      [span(toSafe(` ${title(composer, props)}`), 'title')],
      rule(state.columns),
      newsLine(review, props),
      [],
    ],
    text: rows.map((row): Line => [word(' │ ', 'public'), ...row]),
    remarks: remarkLines(review, state, sideWidth > 0 ? sideWidth - 1 : state.columns),
    facts: [[], ...factLines(review, composer, props), buttonLine(review, composer, state)],
    sideWidth,
  };
}

/** Rows of the text that are out of sight: how far it can be scrolled. */
export function reviewDepth(review: Review, composer: ComposerState, props: ReviewProps): number {
  const parts = reviewParts(review, composer, props);
  return Math.max(0, parts.text.length - room(props.state, parts));
}

/**
 * The one review before a letter goes: what it says, what it promises, what is in the way. A long
 * text is scrolled; what goes with it always stays in sight.
 */
export function reviewLines(review: Review, composer: ComposerState, props: ReviewProps): Line[] {
  const parts = reviewParts(review, composer, props);
  const { text, remarks, facts, sideWidth } = parts;
  const { columns } = props.state;
  const visible = room(props.state, parts);
  const top = Math.max(0, Math.min(review.scroll, text.length - visible));
  const [heading = [], line = [], news = [], ...more] = parts.head;
  const end = Math.min(text.length, top + visible);
  const place = text.length > visible ? [word(`↓ ${end}/${text.length} `, 'muted')] : [];
  const shown = text.slice(top, end);
  const rows =
    sideWidth === 0 ? [...shown, ...remarks] : beside(shown, remarks, columns, sideWidth);
  const body = [
    heading,
    line,
    spread(news, place, columns),
    ...more,
    ...rows.slice(0, sideWidth === 0 ? rows.length : visible),
  ];
  return [...body, ...facts].map((row) => clip(row, columns));
}

function beside(
  left: readonly Line[],
  right: readonly Line[],
  columns: number,
  side: number,
): Line[] {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, i): Line => [
      ...clip(left[i] ?? [], columns - side),
      word('│', 'muted'),
      ...clip(right[i] ?? [], side - 1),
    ],
  );
}

function room(state: UiState, { head, remarks, facts, sideWidth }: ReviewParts): number {
  const below = sideWidth === 0 ? remarks.length : 0;
  return Math.max(3, state.rows - 2 - head.length - below - facts.length);
}

function title(composer: ComposerState, { ui, state }: ReviewProps): string {
  const t = tuiTexts(state.language);
  const desk = ui.desk();
  const ticket = desk.tickets.byId(composer.ticketId);
  const customer = ticket?.customerId ? desk.people.customer(ticket.customerId) : null;
  const channel = ticket ? t.channels[ticket.channel] : '';
  const { reviewTitle } = composer.isSupervised ? supervisionTexts(state.language) : t;
  return reviewTitle(ticket?.number ?? '', customer?.name ?? t.noCustomer, channel);
}

function newsLine({ news }: Review, { state }: ReviewProps): Line {
  const w = writingTexts(state.language);
  if (news.length === 0) return [word(` ${w.newsNothing}`, 'muted')];
  const told = news.map((one) => newsText(one, state)).join(', ');
  return [span(toSafe(` ${w.news(told)}`), 'warning')];
}

/** The text as the customer gets it, with what the remarks are about marked in it. */
function markedText(text: string, findings: readonly Finding[]): Span[] {
  const parts: Span[] = [];
  let at = 0;
  const add = (end: number, role: Role) => {
    if (end > at) parts.push(span(toSafe(text.slice(at, end), { multiline: true }), role));
    at = Math.max(at, end);
  };
  const marked = findings.filter(({ severity, start, end }) => severity !== 'H' && end > start);
  for (const { start, end, severity } of marked.toSorted((a, b) => a.start - b.start)) {
    add(start, 'plain');
    add(end, severityRole[severity]);
  }
  add(text.length, 'plain');
  return parts;
}

function remarkLines({ findings }: Review, state: UiState, width: number): Line[] {
  const w = writingTexts(state.language);
  const hints = findings.filter(({ severity }) => severity === 'H');
  const shown = [
    ...findings.filter(({ severity }) => severity === 'E'),
    ...findings.filter(({ severity }) => severity === 'W'),
    ...hints.slice(0, MOST_HINTS),
  ];
  const most = Math.max(4, Math.floor((state.rows - 10) / (width < state.columns - 1 ? 1 : 2)));
  const lines: Line[] = [];
  let told = 0;
  for (const rows of shown.map((finding) => remark(finding, width))) {
    // The worst one is told, however little room there is for it.
    if (told > 0 && lines.length + rows.length >= most) break;
    lines.push(...rows);
    told += 1;
  }
  const more = shown.length - told + Math.max(0, hints.length - MOST_HINTS);
  return more === 0 ? lines : [...lines, [word(`    ${w.hintsMore(more)}`, 'muted')]];
}

/** What is wrong and what to write instead; the rule's name for those who look it up. */
function remark(finding: Finding, width: number): Line[] {
  const { severity, rule: id } = finding;
  const role = severityRole[severity];
  const rows = wrap(toSafe(remarkText(finding)), Math.max(10, width - 9));
  return rows.map((row, i): Line => {
    const mark = i === 0 ? ` ${severity} ${id} ` : '       ';
    return [word(mark.padEnd(8), role), span(row, i === 0 ? 'plain' : 'muted')];
  });
}

/** What goes with the text: promises, files, and whether it can leave at all. */
function factLines(
  review: Review,
  composer: ComposerState,
  { ui, state, time }: ReviewProps,
): Line[] {
  const t = tuiTexts(state.language);
  const w = writingTexts(state.language);
  const lines = review.promises.map(({ promise, isKept }, i): Line => {
    const box = isKept ? `[x] ${w.promiseWrite}` : `[ ] ${w.promiseDrop}`;
    const said = w.promiseRow(time.at(promise.dueAt, state.now), t.promiseKinds[promise.kind]);
    const left = [
      word(` ◷ ${said}`, isKept ? 'promise' : 'muted'),
      span(toSafe(promise.text === '' ? '' : `  «${promise.text}»`), 'muted'),
    ];
    return spread(left, [word(`${i + 1} ${box} `, isKept ? 'promise' : 'muted')], state.columns);
  });
  if (lines.length === 0) lines.push([word(` ${t.reviewNoPromise}`, 'muted')]);
  if (composer.attachments.length > 0) {
    const names = composer.attachments.map((file) => file.name).join(', ');
    lines.push([span(toSafe(` ${t.reviewAttachments(names)}`), 'muted')]);
  }
  if (!(composer.isSupervised || isDeliveryConfigured(ui.desk()))) {
    const rows = wrap(toSafe(t.reviewNoDelivery), state.columns - 2);
    lines.push(...rows.map((row): Line => [word(' '), span(row, 'warning')]));
  }
  return lines;
}

function buttonLine(review: Review, composer: ComposerState, { language }: UiState): Line {
  const w: WritingTexts = writingTexts(language);
  const button = composer.isSupervised ? supervisionTexts(language).button : w.button;
  switch (barOf(review)) {
    case 'none':
      return [word(' '), word(`▌${button}▐`, 'selected')];
    case 'reason':
      return [word(` ${w.buttonOverride}`, 'breach')];
    case 'absolute':
      return [word(` ${w.buttonBlocked}`, 'breach')];
  }
}
