import type { TicketView } from '../../app/ticket/show-ticket.ts';
import { isMentoring, type Review } from '../../domain/supervision/supervision.ts';
import { supervisionTexts } from '../../i18n/supervision-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { type Line, span, word } from './line.ts';
import { newsText } from './news-text.ts';
import type { TimeText } from './time-text.ts';

/** What the rows of supervised work are made with. */
interface Scene {
  readonly view: TicketView;
  readonly state: UiState;
  readonly time: TimeText;
  readonly width: number;
}

/** The reply on review or back from it, and who asks for help: with the keys of whoever may act. */
export function supervisionLines(
  view: TicketView,
  state: UiState,
  time: TimeText,
  width: number,
): Line[] {
  const scene = { view, state, time, width };
  return [...reviewRows(scene), ...helpRows(scene)];
}

function reviewRows(scene: Scene): Line[] {
  const { review } = scene.view.ticket;
  const isMine = review?.byId === scene.state.meId;
  switch (review?.state) {
    case 'waiting':
      return [[], ...waitingRows(review, scene)];
    case 'returned':
      return isMine ? [[], ...returnedRows(review, scene)] : [];
    case 'sent':
      return isMine && isLastWord(review, scene) ? [[], sentRow(review, scene)] : [];
    default:
      return [];
  }
}

function waitingRows(review: Review, scene: Scene): Line[] {
  const { view, state, time, width } = scene;
  const w = supervisionTexts(state.language);
  const isMine = review.byId === state.meId;
  const length = time.length(state.now - review.since);
  const head = isMine ? w.waitsOwn(length) : w.waits(nameOf(review.byId, scene), length);
  const me = view.people.get(state.meId);
  const mayAct = me !== undefined && isMentoring(me);
  const keys = isMine ? w.ownKeys : mayAct ? w.keys : '';
  const news = view.reviewNews.map((one) => newsText(one, state)).join(', ');
  // The text stands as an entry, too: it is not said twice in a row.
  const isSaid = isMine || view.entries.at(-1)?.at === review.since;
  const text = isSaid ? [] : bodyRows(review.draft.text, '✓', 'plain', width);
  return [
    [word(' ✓ ', 'warning'), span(toSafe(head), 'warning')],
    ...(news === '' ? [] : bodyRows(w.since(news), '▲', 'breach', width)),
    ...text,
    ...(keys === '' ? [] : [[word(' ✓ ', 'warning'), word(keys, 'key')]]),
  ];
}

function returnedRows(review: Review, scene: Scene): Line[] {
  const { state, width } = scene;
  const w = supervisionTexts(state.language);
  return [
    [word(' ↩ ', 'breach'), span(toSafe(w.cameBack(...settledBy(review, scene))), 'strong')],
    ...bodyRows(review.remark ?? '', '↩', 'breach', width),
    [word(' ↩ ', 'breach'), word(w.cameBackKeys, 'key')],
  ];
}

function sentRow(review: Review, scene: Scene): Line {
  const w = supervisionTexts(scene.state.language);
  const settled = settledBy(review, scene);
  if (review.sentText === null) {
    return [word(' ✓ ', 'good'), span(toSafe(w.sentAsIs(...settled)), 'good')];
  }
  const keys = [word('   '), word(w.changedKeys, 'key')];
  return [word(' ✓ ', 'good'), span(toSafe(w.sentChanged(...settled)), 'good'), ...keys];
}

/** What was said of an earlier reply is over when the talk goes on. */
function isLastWord({ entryId }: Review, { view }: Scene): boolean {
  return view.entries.findLast(({ visibility }) => visibility === 'public')?.id === entryId;
}

function helpRows(scene: Scene): Line[] {
  const { view, state, time, width } = scene;
  const w = supervisionTexts(state.language);
  return (view.ticket.helps ?? []).flatMap(({ byId, at, text, answers }): Line[] => {
    const isMine = byId === state.meId;
    const length = time.length(state.now - at);
    const head = isMine ? w.helpOwn(length) : w.help(nameOf(byId, scene), length);
    const names = [...new Set(answers.map((answer) => nameOf(answer.byId, scene)))].join(', ');
    const answered = names === '' ? [] : [span(toSafe(` · ${w.helpAnswered(names)}`), 'good')];
    return [
      [],
      [word(' ? ', 'promise'), span(toSafe(head), 'promise'), ...answered],
      ...(view.entries.at(-1)?.at === at ? [] : bodyRows(text, '?', 'strong', width)),
      [word(' ? ', 'promise'), word(isMine ? w.helpOwnKeys : w.helpKeys, 'key')],
    ];
  });
}

function bodyRows(text: string, mark: string, role: Role, width: number): Line[] {
  const rows = wrap(toSafe(text, { multiline: true }), Math.max(10, width - 4));
  return rows.map((row): Line => [word(` ${mark} `, 'muted'), span(row, role)]);
}

function settledBy(review: Review, scene: Scene): [string, string] {
  const { state, time } = scene;
  const at = time.at(review.settledAt ?? review.since, state.now);
  return [nameOf(review.settledById, scene), at];
}

function nameOf(id: string | null, { view, state }: Scene): string {
  const name = id === null ? undefined : view.people.get(id)?.name;
  return name ?? supervisionTexts(state.language).somebody;
}
