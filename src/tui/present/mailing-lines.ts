import type { ComposedMessage } from '../../app/family/compose-many.ts';
import { barOfMany, unreachableIn } from '../../app/family/message-children.ts';
import { type FamilyTexts, familyTexts } from '../../i18n/family-texts.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { sayGround } from '../../i18n/say-ground.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { ScreenProps } from '../components/screen-props.ts';
import type { Mailing, Members } from '../model/mailing-state.ts';
import type { Role } from '../theme/theme.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, spread, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';

type Props = Pick<ScreenProps, 'ui' | 'state' | 'time'>;
type Scene = Omit<Props, 'ui'>;

/** Of the rows the list of addressees takes at most this share: the text matters more. */
const LIST_SHARE = 0.4;
const MOST_REMARKS = 4;

const severityRole: Readonly<Record<'E' | 'W' | 'H', Role>> = {
  E: 'breach',
  W: 'warning',
  H: 'muted',
};

/** Messages to many before they go: who gets which text, who cannot be reached, what is wrong. */
export function mailingRows(mailing: Mailing, props: Scene, height: number): OverlayRows {
  const { columns: width, language } = props.state;
  const { messages } = mailing.composed;
  const { head, remarks, listRows, text, textRows } = partsOf(mailing, props, height);
  const top = topOf(mailing.selected, listRows, messages.length);
  const list = messages.slice(top, top + listRows).map((one) => messageLine(one, props));
  const below = text.length - mailing.scroll - textRows;
  const more = below > 0 ? `${formsTexts(language).moreRows(below)} · PgDn` : '';
  const title = [messages[mailing.selected]?.number ?? '', more].filter(Boolean).join(' · ');
  const shown = text.slice(mailing.scroll, mailing.scroll + textRows);
  return {
    lines: [...head, ...list, rule(width, title), ...shown, ...remarks],
    selected: messages.length === 0 ? undefined : head.length + mailing.selected - top,
  };
}

/** How far the letter that is shown scrolls. */
export function mailingDepth(mailing: Mailing, scene: Scene, height: number): number {
  const { text, textRows } = partsOf(mailing, scene, height);
  return Math.max(0, text.length - textRows);
}

function partsOf(mailing: Mailing, scene: Scene, height: number) {
  const { messages } = mailing.composed;
  const head = headLines(mailing, scene);
  const remarks = remarkLines(mailing, scene);
  const most = Math.max(1, Math.floor((height - head.length) * LIST_SHARE));
  const listRows = Math.min(most, Math.max(1, messages.length));
  const taken = head.length + Math.min(listRows, messages.length) + 1 + remarks.length;
  const shown = messages[mailing.selected];
  const text = shown ? textLines(shown, scene.state.columns) : [];
  return { head, remarks, listRows, text, textRows: Math.max(3, height - taken) };
}

function topOf(selected: number, room: number, total: number): number {
  return Math.max(0, Math.min(selected - Math.floor(room / 2), total - room));
}

function headLines(mailing: Mailing, { state }: Scene): Line[] {
  const t = familyTexts(state.language);
  const { composed, skipped } = mailing;
  const distinct = new Set(composed.messages.map(({ text }) => text)).size;
  const parts = [
    composed.messages.length > 0 ? t.distinct(distinct) : t.nobody,
    unreachableCount(mailing, t),
    skipped.length > 0 ? t.skipped(skipped.length) : '',
  ].filter((part) => part !== '');
  return [
    [span(toSafe(` ${title(mailing, t)}`), 'title')],
    [word(` ${parts.join(' · ')}`, 'muted')],
    rule(state.columns),
  ];
}

function title({ purpose, number, composed }: Mailing, t: FamilyTexts): string {
  const count = composed.messages.length;
  if (purpose === 'reminder') return t.titleReminder(count);
  return purpose === 'solution' ? t.titleSolution(number, count) : t.titleNews(number, count);
}

function unreachableCount({ composed }: Mailing, t: FamilyTexts): string {
  const count = unreachableIn(composed.messages).length;
  return count === 0 ? '' : t.unreachable(count);
}

function messageLine(message: ComposedMessage, { state }: Scene): Line {
  const t = familyTexts(state.language);
  const { number, customer, contact, address, phone, unreachable, missing } = message;
  const who = [customer, contact].filter(Boolean).join(' · ');
  const isOff = unreachable !== null || missing.length > 0;
  const why = unreachable === null ? '' : [t.why[unreachable], phone].filter(Boolean).join(' · ');
  const right = missing.length > 0 ? missing.join(', ') : why || (address ?? '');
  return spread(
    [span(toSafe(` ${number}  `), 'strong'), span(toSafe(who))],
    [span(toSafe(` ${right} `), isOff ? 'warning' : 'muted')],
    state.columns,
  );
}

function textLines({ text }: ComposedMessage, width: number): Line[] {
  const rows = wrap(toSafe(text.trimEnd(), { multiline: true }), Math.max(10, width - 4));
  return rows.map((row): Line => [word(' │ ', 'public'), span(row)]);
}

/** What stands in the way, then whom no letter reaches; the rest is in the list above. */
function remarkLines({ composed, skipped, purpose }: Mailing, props: Scene): Line[] {
  const { state, time } = props;
  const t = familyTexts(state.language);
  const findings = composed.findings.filter(({ severity }) => severity !== 'H');
  const said = findings.slice(0, MOST_REMARKS).map(({ severity, message, numbers }): Line => {
    const about = numbers.length === composed.messages.length ? '' : `${numbers.join(', ')}: `;
    return [span(toSafe(` ${severity}  ${about}${message}`), severityRole[severity])];
  });
  const left = skipped.slice(0, MOST_REMARKS).map(({ ticket, reason, notBefore }): Line => {
    const again = notBefore === null ? '' : ` · ${t.againAt(time.at(notBefore, state.now))}`;
    return [span(toSafe(` ${ticket.number}  ${t.why[reason]}${again}`), 'muted')];
  });
  const isUnreached = purpose !== 'reminder' && unreachableIn(composed.messages).length > 0;
  const kept: Line[] = isUnreached ? [[word(` ${t.noAddressKept}`, 'muted')]] : [];
  const isBarred = barOfMany(composed) === 'reason';
  const bar: Line[] = isBarred ? [[word(` ${t.sayWhy}`, 'warning')]] : [];
  return [...said, ...bar, ...left, ...kept];
}

/** Tickets that look like one cause, with a mark for those that are chosen. */
export function memberRows(
  members: Members,
  { ui, state, time }: Props,
  height: number,
): OverlayRows {
  const { proposal, chosen, selected } = members;
  const t = familyTexts(state.language);
  const { people } = ui.desk();
  const nameOf = (id: string) => people.customer(id)?.name ?? '';
  const { parent, subject, tickets, ground } = proposal;
  const into = parent ? t.membersInto(parent.number, parent.subject) : t.membersNew(subject);
  const head: Line[] = [
    [word(` ${t.membersTitle(tickets.length, chosen.size)}`, 'title')],
    [span(toSafe(` ${sayGround(ground, nameOf, state.language)} · ${into}`), 'muted')],
    rule(state.columns),
  ];
  const room = Math.max(1, height - head.length);
  const top = topOf(selected, room, tickets.length);
  const rows = tickets.slice(top, top + room).map((ticket): Line => {
    const { id, number, customerId, createdAt } = ticket;
    const name = customerId === null ? t.noCustomer : nameOf(customerId);
    const mark = chosen.has(id) ? '[x]' : '[ ]';
    const right = ` ${name} · ${time.at(createdAt, state.now)} `;
    return spread(
      [word(` ${mark} `, 'key'), span(toSafe(`${number}  ${ticket.subject}`))],
      [span(toSafe(right), 'muted')],
      state.columns,
    );
  });
  return { lines: [...head, ...rows], selected: head.length + selected - top };
}
