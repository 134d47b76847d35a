import type { ShownRung } from '../../app/people/climb-ladder.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import { ladderState } from '../../domain/duty/ladder.ts';
import { describeClimb, describeTarget } from '../../i18n/describe-climb.ts';
import { fill } from '../../i18n/fill.ts';
import { routingTexts } from '../../i18n/routing-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { LadderScreen } from '../model/ladder-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { type Line, type Span, span, spread, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';
import { createTimeText, type TimeText } from './time-text.ts';

/** Each step takes a row of who and a row of how. */
const ROWS = 2;

interface Shown {
  readonly config: DeskConfig;
  readonly state: UiState;
  readonly time: TimeText;
}

/** Whom to call, step by step; the lit step has a sign and a word, not a colour alone. */
export function ladderRows(screen: LadderScreen, shown: Shown, height: number): OverlayRows {
  const { state } = shown;
  const { ladder: w } = routingTexts(state.language);
  const title = screen.number === null ? w.title : `${w.title}: ${screen.number}`;
  const climb = ladderState(screen.rungs, screen.calls, state.now);
  const said = nextWords(screen, shown);
  const room = Math.max(1, Math.floor((height - 3 - said.length) / ROWS));
  const top = Math.min(
    Math.max(0, screen.selected - room + 1),
    Math.max(0, screen.rungs.length - room),
  );
  const rows = screen.rungs
    .slice(top, top + room)
    .flatMap((rung) => rungRows(rung, rung.number === climb.lit?.number, shown));
  return {
    lines: [
      [span(toSafe(` ${title}`), 'title')],
      ...said.map((text): Line => [span(toSafe(` ${text}`), climb.answered ? 'good' : 'strong')]),
      rule(state.columns),
      ...rows,
    ],
    selected: 2 + said.length + (screen.selected - top) * ROWS,
  };
}

/** What comes next; who was reached stands among the steps. */
function nextWords(screen: LadderScreen, { state, time }: Shown): readonly string[] {
  const { language, now } = state;
  const person = (id: string | null) =>
    screen.rungs.find((rung) => rung.person?.id === id)?.person?.name ?? null;
  const clock = (at: number) => time.at(at, now);
  const climb = ladderState(screen.rungs, screen.calls, now);
  const text = describeClimb(climb, { language, now, clock, person });
  return wrap(toSafe(text), state.columns - 2);
}

function rungRows(rung: ShownRung, isLit: boolean, shown: Shown): readonly Line[] {
  const { state, config } = shown;
  const texts = routingTexts(state.language);
  const { ladder: w } = texts;
  const { person } = rung;
  const mark = isLit ? '▶' : ' ';
  const role = isLit ? 'strong' : person ? 'plain' : 'muted';
  const phone = person ? (person.phone ?? w.noPhone) : w.nobodyOnStep;
  const who: Line = [
    word(` ${mark} `, 'key'),
    span(toSafe(`${rung.number}. ${person?.name ?? texts.nobody}`), role),
    ...(isLit ? [word(`  ${w.lit}`, 'warning')] : []),
  ];
  const target = describeTarget(rung, config.duties, state.language);
  const how: Span[] = [span(toSafe(`      ${target} · ${w.means[rung.means]}`), 'muted')];
  return [
    spread(who, [span(toSafe(` ${phone} `), role)], state.columns),
    spread(how, [...callSpans(rung, shown), ...timeSpans(rung, shown)], state.columns),
  ];
}

function timeSpans({ person }: ShownRung, { state, config }: Shown): readonly Span[] {
  if (!person) return [];
  const { ladder: w } = routingTexts(state.language);
  const there = createTimeText(person.timeZone ?? config.timeZone, state.language);
  return [span(toSafe(` ${fill(w.localTime, { time: there.clock(state.now) })} `), 'muted')];
}

function callSpans({ call }: ShownRung, { state, time }: Shown): readonly Span[] {
  if (!call) return [];
  const { ladder: w } = routingTexts(state.language);
  const isAnswered = call.outcome === 'answered';
  const said = fill(isAnswered ? w.answered : w.noAnswer, { time: time.at(call.at, state.now) });
  const mark = isAnswered ? '✓' : '×';
  return [span(toSafe(` ${mark} ${said} ·`), isAnswered ? 'good' : 'warning')];
}
