import type { PersonLoad } from '../../app/shift/shift-load.ts';
import type { ShiftItem, ShiftMember } from '../../domain/shift/shift.ts';
import { compareText } from '../../util/compare-text.ts';
import { fit } from '../../util/text-layout.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import { type BoardRow, plainPart } from './board-grid.ts';
import { type BoardScene, count, figurePart, saying, spaced, toQueue } from './board-scene.ts';
import { type Line, type Span, span, word } from './line.ts';

const NAME_CELLS = 20;
const TALK_CELLS = 9;

/** Who is here. Others than those who lead see their own day and everybody's together. */
export function peopleRows(scene: BoardScene): readonly BoardRow[] {
  const { board, t } = scene;
  const members = board.shift.state?.members ?? [];
  const here = t.of(members.filter(isHere).length, members.filter(isPlanned).length);
  const head = figurePart('people', [word(t.people, 'title'), word(` ${here}`, 'muted')], 'people');
  if (!board.shift.isLed) return [[head], ...ownRows(scene)];
  if (members.length === 0) {
    return [[head], [plainPart(word(t.noPeople, 'muted'), word(`   ${t.addPersonKey}`, 'key'))]];
  }
  const nameOf = ({ personId }: ShiftMember) => board.shift.names.get(personId) ?? personId;
  const rows = members
    .toSorted((a, b) => compareText(nameOf(a), nameOf(b)))
    .map((member) => memberRow(scene, member, nameOf(member)));
  return [[head], ...rows];
}

function memberRow(scene: BoardScene, member: ShiftMember, name: string): BoardRow {
  const { t, board } = scene;
  const load = board.past.load.find(({ personId }) => personId === member.personId);
  const lines = member.lines.length === 0 ? '' : t.onLines(member.lines.join(', '));
  const nameCells = Math.min(NAME_CELLS, Math.floor(scene.width / 3));
  const said = [timesOf(member, scene), t.parts[member.part], lines].filter(Boolean);
  const line: Line = [
    word(isHere(member) ? '● ' : '○ ', isHere(member) ? 'good' : 'muted'),
    span(literal(fit(toSafe(name), nameCells)), isHere(member) ? 'plain' : 'muted'),
    ...(load ? loadSpans(scene, load.conversations, load.band) : []),
    span(toSafe(`  ${said.join(' · ')}`), 'muted'),
    span(toSafe(member.note === '' ? '' : `  ${member.note}`), 'warning'),
  ];
  const drill = { to: 'person', personId: member.personId } as const;
  return [{ line, cell: { id: `person:${member.personId}`, drill, term: null } }];
}

function isHere({ cameAt, leftAt }: ShiftMember): boolean {
  return cameAt !== null && leftAt === null;
}

function isPlanned({ part }: ShiftMember): boolean {
  return part !== 'reserve';
}

function timesOf({ cameAt, leftAt, calledAt }: ShiftMember, { t, time }: BoardScene): string {
  if (leftAt !== null) return t.left(time.clock(leftAt));
  if (cameAt !== null) return t.came(time.clock(cameAt));
  return calledAt === null ? t.absent : t.called(time.clock(calledAt));
}

function loadSpans({ t }: BoardScene, n: number, band: PersonLoad['band']): readonly Span[] {
  const above = t.bands[band];
  return [
    word(` ${fit(t.talksOf(n), TALK_CELLS, 'right')}`),
    ...(above === '' ? [] : [word(` ${above}`, 'warning')]),
  ];
}

/** An engineer's own day, and the shift as a whole: nobody sees another's figures. */
function ownRows(scene: BoardScene): readonly BoardRow[] {
  const { board, t, state } = scene;
  const members = board.shift.state?.members ?? [];
  const own = board.past.load.find(({ personId }) => personId === state.meId);
  const all = board.past.load.reduce((sum, { conversations }) => sum + conversations, 0);
  const here = members.filter(isHere).length;
  return [
    [
      plainPart(word(`${t.myDay}: `, 'muted')),
      ...spaced(
        figurePart('myTalks', [word(t.myTalks(own?.conversations ?? 0))], 'people'),
        figurePart('myOpen', count(t.myOpen, board.mine.open), 'open', toQueue(t.filters.mine)),
        figurePart(
          'myPromises',
          count(t.myPromises, board.mine.promises, 'promise'),
          'promises',
          toQueue(t.filters.myPromises),
        ),
      ),
    ],
    [
      plainPart(
        word(`${t.team}: `, 'muted'),
        word(`${t.present(here, members.length)} · ${t.talks(all)}`),
      ),
    ],
  ];
}

/** Works under way and of the next day. */
export function workRows(scene: BoardScene): readonly BoardRow[] {
  const { board, t, time, state, most } = scene;
  const { works } = board.past;
  const title = works.length === 0 ? t.works : `${t.works} ${works.length}`;
  const head = figurePart('works', [word(title, 'title')], 'works');
  if (works.length === 0) return [[head], saying(t.noWorks)];
  const rows = works.slice(0, most).map((work): BoardRow => {
    const isOn = work.from <= board.asOf;
    const times = `${time.at(work.from, board.asOf)}–${time.clock(work.to)}`;
    const line: Line = [
      word(isOn ? '● ' : '○ ', isOn ? 'warning' : 'muted'),
      span(literal(fit(toSafe(times), 18)), isOn ? 'warning' : 'plain'),
      span(toSafe(` ${work.title[state.language]}`)),
    ];
    const drill =
      work.ticketId === null ? null : { to: 'ticket' as const, ticketId: work.ticketId };
    return [{ line, cell: { id: `work:${work.code}`, drill, term: 'works' } }];
  });
  return [[head], ...rows];
}

/** The log, what still waits first and then the newest. */
export function logRows(scene: BoardScene): readonly BoardRow[] {
  const { board, t, most } = scene;
  const items = board.shift.state?.items ?? [];
  const watched = items.filter(isWatched).length;
  const title: Line = [
    word(items.length === 0 ? t.log : `${t.log} ${items.length}`, 'title'),
    ...(watched === 0 ? [] : [word(` (${t.kinds.watch} ${watched})`, 'promise')]),
  ];
  const head = figurePart('log', title, 'log', items.length > 0 ? { to: 'log' } : null);
  if (items.length === 0) {
    return [[head], [plainPart(word(t.emptyLog, 'muted'), word(`   ${t.logKey}`, 'key'))]];
  }
  return [
    [head],
    ...orderedItems(items)
      .slice(0, most)
      .map((item) => itemRow(scene, item)),
  ];
}

/** Watch items that nobody has settled, then the newest first. */
export function orderedItems(items: readonly ShiftItem[]): readonly ShiftItem[] {
  return items.toSorted((a, b) => Number(isWatched(b)) - Number(isWatched(a)) || b.at - a.at);
}

function isWatched({ kind, settled }: ShiftItem): boolean {
  return kind === 'watch' && settled === null;
}

/** One line of the log, without the mark of the finger. */
export function itemLine(item: ShiftItem, { t, time, board }: BoardScene): Line {
  const { kind, settled, until } = item;
  const isOver = settled === null && until !== null && until < board.asOf;
  const number = item.ticketId === null ? '' : ' ';
  return [
    word(`${settled ? '✓' : kind === 'watch' ? '◷' : '·'} `, isOver ? 'breach' : 'muted'),
    word(`${time.clock(item.at)} `, 'muted'),
    word(`${t.kinds[kind]}: `, kind === 'attention' ? 'warning' : 'muted'),
    span(toSafe(`${number}${item.text}`.trim()), settled ? 'muted' : 'plain'),
    ...(until === null || settled
      ? []
      : [word(` ${t.until(time.at(until, board.asOf))}`, isOver ? 'breach' : 'promise')]),
    ...(settled ? [span(toSafe(` ${t.settled(settled.outcome)}`), 'muted')] : []),
  ];
}

function itemRow(scene: BoardScene, item: ShiftItem): BoardRow {
  const drill = { to: 'item', itemId: item.id } as const;
  return [{ line: itemLine(item, scene), cell: { id: `item:${item.id}`, drill, term: null } }];
}
