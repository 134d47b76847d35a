import type { ReadyHandover } from '../../app/shift-handover/ready-handover.ts';
import { reportSections } from '../../domain/shift/shift.ts';
import type { HandoverItem } from '../../domain/shift/shift-handover.ts';
import { describeBlocker } from '../../i18n/messages.ts';
import { type ShiftReportTexts, shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { cut } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { priorityGlyphs } from '../present/priority-glyphs.ts';
import { createTimeText, type TimeText } from '../present/time-text.ts';
import type { FormField } from './form-state.ts';
import { textField } from './handover-model.ts';
import { type ItemShown, itemsShown } from './offered-items.ts';
import { fieldId, placeOfBlocker } from './shift-report-places.ts';
import type { Ui } from './ui.ts';

/** More than this is no form any more, and no shift. */
const MOST_ITEMS = 150;

/** A ticket that something is written beside, with where its fields begin. */
export interface WrittenItem {
  readonly item: HandoverItem;
  readonly shown: ItemShown;
  readonly heading: string;
}

interface Writing {
  readonly ready: ReadyHandover;
  readonly w: ShiftReportTexts;
  /** What stands in the way, by the field that mends it. */
  readonly blocked: ReadonlyMap<string, string>;
}

/** The fields of a report: the three hand-written parts, then what is wanted beside each ticket. */
export function reportFields(ui: Ui, ready: ReadyHandover): readonly FormField[] {
  const { language } = ui.store.get();
  const w = shiftReportTexts(language);
  const writing = { ready, w, blocked: blockedFields(ui, ready) };
  const parts = reportSections.map((section) =>
    textField(section, w.parts[section], {
      type: 'long-text',
      hint: w.partHints[section],
      value: ready.sections[section],
    }),
  );
  const items = writtenItems(ui, ready).map((written) => itemFields(written, writing));
  return [...parts, ...items.flat()];
}

/** The tickets that something is written beside: red ones, promised ones, the rest of who leaves. */
export function writtenItems(ui: Ui, ready: ReadyHandover): readonly WrittenItem[] {
  const { language, timeZone } = ui.store.get();
  const w = shiftReportTexts(language);
  const time = createTimeText(timeZone, language);
  const shown = itemsShown(ready.report);
  const seen = new Set<string>();
  return ready.items.flatMap((item): readonly WrittenItem[] => {
    const { key, part, ticketId } = item;
    const row = shown.get(key);
    if (part === 'watch' || !row || ticketId === null) return [];
    // Beside one ticket one thing is written, however often it stands there.
    if (seen.has(ticketId) || seen.size >= MOST_ITEMS) return [];
    seen.add(ticketId);
    return [{ item, shown: row, heading: headingOf(item, row, { ui, time, w }) }];
  });
}

function headingOf(
  { part, fromId }: HandoverItem,
  { number, about, priority, dueAt }: ItemShown,
  { ui, time, w }: { readonly ui: Ui; readonly time: TimeText; readonly w: ShiftReportTexts },
): string {
  const { now, columns } = ui.store.get();
  const mark = part === 'promise' ? '◷' : priority === null ? '' : priorityGlyphs[priority];
  const said = dueAt === null ? '' : time.at(dueAt, now);
  const due = dueAt === null ? [] : [dueAt < now ? `▲ ${said}` : w.form.due(said)];
  const owner = fromId === null ? null : ui.desk().people.person(fromId);
  const head = `${mark} ${number} `.trimStart();
  const tail = ['', ...due, owner?.name ?? w.form.nobody].join(' · ');
  // When it is due and who has it stay in sight, whatever it is about.
  const room = columns - 2 - textWidth(head) - textWidth(tail);
  return `${head}${cut(about, room)}${tail}`;
}

function itemFields({ item, heading }: WrittenItem, { w, blocked }: Writing): readonly FormField[] {
  const { key, nextAction, ifThen, toId, part } = item;
  const owner = textField(fieldId('owner', key), w.form.owner, {
    type: 'person',
    hint: w.form.ownerHint,
    value: toId ?? '',
    ...warning(fieldId('owner', key), blocked),
  });
  if (part !== 'red') return [{ ...owner, heading }];
  const next = textField(fieldId('next', key), w.form.next, {
    hint: w.form.nextHint,
    value: nextAction,
    ...warning(fieldId('next', key), blocked),
  });
  const moves = textField(fieldId('if-then', key), w.form.ifThen, {
    hint: w.form.ifThenHint,
    value: ifThen,
  });
  return [{ ...next, heading }, moves, owner];
}

function warning(id: string, blocked: Writing['blocked']): Pick<FormField, 'warn'> {
  const said = blocked.get(id);
  if (said === undefined) return {};
  return { warn: (values) => (values[id] === '' ? said : '') };
}

/** What stands in the way, by the field that mends it. */
export function blockedFields(ui: Ui, ready: ReadyHandover): ReadonlyMap<string, string> {
  const { language } = ui.store.get();
  return new Map(
    ready.blockers.map(({ code, key, ticketId }) => {
      const ticket = ui.desk().tickets.byId(ticketId);
      const said = describeBlocker({ code, ticket: ticket?.number ?? '' }, language);
      return [fieldOfPlace(ready, placeOfBlocker({ code, key })), said];
    }),
  );
}

/** The field of a place: of a ticket that stands twice the fields stand at its first item. */
export function fieldOfPlace({ items }: ReadyHandover, place: string): string {
  const [field = '', ...rest] = place.split(' ');
  const item = items.find(({ key }) => key === rest.join(' '));
  const first = items.find(({ ticketId }) => ticketId !== null && ticketId === item?.ticketId);
  return first ? `${field} ${first.key}` : place;
}
