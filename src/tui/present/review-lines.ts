import { isDeliveryConfigured } from '../../app/letter/send-reply.ts';
import { besideTexts } from '../../i18n/beside-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { ScreenProps } from '../components/screen-props.ts';
import type { ComposerState, Overlay, UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, spread, word } from './line.ts';

type Review = Extract<Overlay, { type: 'review' }>;
type ReviewProps = Pick<ScreenProps, 'ui' | 'state' | 'time'>;

/** The parts of the review: its heading, the whole text, what is in the way and what goes with it. */
interface ReviewParts {
  readonly head: readonly Line[];
  readonly text: readonly Line[];
  readonly facts: readonly Line[];
}

function reviewParts(review: Review, composer: ComposerState, props: ReviewProps): ReviewParts {
  const { state } = props;
  const t = tuiTexts(state.language);
  const w = besideTexts(state.language);
  const written = composer.history.present.text.trim();
  const text = wrap(toSafe(written, { multiline: true }), state.columns - 4);
  const news = review.changed ? t.reviewChanged : t.reviewUnchanged;
  return {
    head: [
      [span(toSafe(` ${title(composer, props)}`), 'title')],
      rule(state.columns),
      [word(` ${news}`, review.changed ? 'warning' : 'muted')],
      [],
    ],
    text: text.map((row): Line => [word(' │ ', 'public'), span(row)]),
    facts: [
      [],
      ...problemLines(
        review.problems,
        { heading: t.reviewProblems, role: 'breach' },
        state.columns,
      ),
      ...problemLines(
        review.warnings,
        { heading: w.reviewWarnings, role: 'warning' },
        state.columns,
      ),
      ...factLines(composer, props),
    ],
  };
}

/** Rows of the text that are out of sight: how far it can be scrolled. */
export function reviewDepth(review: Review, composer: ComposerState, props: ReviewProps): number {
  const { head, text, facts } = reviewParts(review, composer, props);
  return Math.max(0, text.length - room(props.state, head, facts));
}

/**
 * The one review before a letter goes: what it says, what it promises, what is in the way. A long
 * text is scrolled; what goes with it always stays in sight.
 */
export function reviewLines(review: Review, composer: ComposerState, props: ReviewProps): Line[] {
  const { head, text, facts } = reviewParts(review, composer, props);
  const visible = room(props.state, head, facts);
  const top = Math.max(0, Math.min(review.scroll, text.length - visible));
  const [heading = [], line = [], news = [], ...more] = head;
  const end = Math.min(text.length, top + visible);
  const place = text.length > visible ? [word(`↓ ${end}/${text.length} `, 'muted')] : [];
  return [
    heading,
    line,
    spread(news, place, props.state.columns),
    ...more,
    ...text.slice(top, end),
    ...facts,
  ];
}

function room(state: UiState, head: readonly Line[], facts: readonly Line[]): number {
  return Math.max(3, state.rows - 2 - head.length - facts.length);
}

function title(composer: ComposerState, { ui, state }: ReviewProps): string {
  const t = tuiTexts(state.language);
  const desk = ui.desk();
  const ticket = desk.tickets.byId(composer.ticketId);
  const customer = ticket?.customerId ? desk.people.customer(ticket.customerId) : null;
  const channel = ticket ? t.channels[ticket.channel] : '';
  return t.reviewTitle(ticket?.number ?? '', customer?.name ?? t.noCustomer, channel);
}

function problemLines(
  problems: readonly string[],
  { heading, role }: { readonly heading: string; readonly role: Role },
  width: number,
): Line[] {
  if (problems.length === 0) return [];
  const lines = problems.flatMap((problem) => wrapped(problem, role, width - 2));
  return [[word(` ${heading}`, role)], ...lines.map((line): Line => [word('  '), ...line])];
}

/** A sentence of our own on as many rows as it needs. */
function wrapped(text: string, role: Role, width: number): Line[] {
  return wrap(toSafe(text), width - 2).map((row): Line => [word(' '), span(row, role)]);
}

/** What goes with the text: a promise, files, and whether it can leave at all. */
function factLines(composer: ComposerState, { ui, state, time }: ReviewProps): Line[] {
  const t = tuiTexts(state.language);
  const { promise, attachments } = composer;
  const lines: Line[] = [];
  if (promise) {
    const text = t.reviewPromise(time.at(promise.dueAt, state.now), t.promiseKinds[promise.kind]);
    lines.push([word(` ${text}`, 'promise')]);
  } else lines.push([word(` ${t.reviewNoPromise}`, 'muted')]);
  if (attachments.length > 0) {
    const names = attachments.map((file) => file.name).join(', ');
    lines.push([span(toSafe(` ${t.reviewAttachments(names)}`), 'muted')]);
  }
  if (!isDeliveryConfigured(ui.desk())) {
    lines.push(...wrapped(t.reviewNoDelivery, 'warning', state.columns));
  }
  return lines;
}
