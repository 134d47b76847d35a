import { isDeliveryConfigured } from '../../app/send-reply.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { ScreenProps } from '../components/screen-props.ts';
import type { ComposerState, Overlay } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, word } from './line.ts';

type Review = Extract<Overlay, { type: 'review' }>;

/** The one review before a letter goes: what it says, what it promises, what is in the way. */
export function reviewLines(review: Review, composer: ComposerState, props: ScreenProps): Line[] {
  const { state } = props;
  const t = tuiTexts(state.language);
  const text = wrap(
    toSafe(composer.history.present.text.trim(), { multiline: true }),
    state.columns - 4,
  );
  const news = review.changed ? t.reviewChanged : t.reviewUnchanged;
  return [
    [span(toSafe(` ${title(composer, props)}`), 'title')],
    rule(state.columns),
    [word(` ${news}`, review.changed ? 'warning' : 'muted')],
    [],
    ...text.map((row): Line => [word(' │ ', 'public'), span(row)]),
    [],
    ...problemLines(review, t.reviewProblems),
    ...factLines(composer, props),
  ];
}

function title(composer: ComposerState, { ui, state }: ScreenProps): string {
  const t = tuiTexts(state.language);
  const desk = ui.desk();
  const ticket = desk.tickets.byId(composer.ticketId);
  const customer = ticket?.customerId ? desk.people.customer(ticket.customerId) : null;
  const channel = ticket ? t.channels[ticket.channel] : '';
  return t.reviewTitle(ticket?.number ?? '', customer?.name ?? t.noCustomer, channel);
}

function problemLines(review: Review, heading: string): Line[] {
  if (review.problems.length === 0) return [];
  const lines = review.problems.map((p): Line => [span(toSafe(`   ${p}`), 'breach')]);
  return [[word(` ${heading}`, 'breach')], ...lines];
}

/** What goes with the text: a promise, files, and whether it can leave at all. */
function factLines(composer: ComposerState, { ui, state, time }: ScreenProps): Line[] {
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
  if (!isDeliveryConfigured(ui.desk())) lines.push([word(` ${t.reviewNoDelivery}`, 'warning')]);
  return lines;
}
