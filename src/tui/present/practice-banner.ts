import { itemPlace } from '../../app/practice/world/item-place.ts';
import { type PracticeTuiTexts, practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import { fit } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import { runKeys } from '../model/practice/run-keys.ts';
import { paceOf, type RunView, waitsSince } from '../model/practice/run-view.ts';
import type { UiState } from '../model/ui-state.ts';
import { fitting, type Line, lineWidth, type Span, span, spread, word } from './line.ts';
import { createTimeText } from './time-text.ts';

const EDGE = '▓▓';
const BETWEEN = ' · ';
const MINUTE = 60_000;
/** Less of a title says nothing. */
const SHORTEST_TITLE = 16;
/** What burns at work is worth more. */
const SHORTEST_BESIDE_ALARM = 8;

/** The two rows above the screens of a run: that it is practice, and what is expected now. */
export function bannerLines(state: UiState): readonly Line[] {
  const { run } = state;
  return run ? [bannerLine(state, run), taskLine(state, run)] : [];
}

/** What a banner may say, by the order it stands in; the words of the mode are never left out. */
function bannerParts(state: UiState, run: RunView) {
  const t = practiceTuiTexts(state.language);
  const { scenario } = run;
  const clock = createTimeText(state.timeZone, state.language);
  const there = createTimeText(scenario.customer.zone, state.language);
  const { now } = run.state;
  const here = `${weekday(state, run)}${clock.clock(now)}`;
  const isSame = clock.clock(now) === there.clock(now);
  const since = waitsSince(run.state);
  const isWaiting = since !== null && !run.expected.isOver;
  const waited = Math.floor((now - (since ?? now)) / MINUTE);
  return {
    mode: run.state.setup.mode === 'exam' ? t.banner.exam : t.banner.practice,
    attempt: t.banner.attempt(run.attempt),
    speed: run.speed === 1 ? '' : t.banner.speed(paceOf(state, run.speed)),
    clock: isSame ? here : t.banner.clock(here, there.clock(now)),
    wait: isWaiting && waited > 0 ? t.banner.waits(waited) : '',
    live: run.live.promises > 0 ? t.banner.live(run.live.promises) : '',
  };
}

/** A run that goes over midnight names its days. */
function weekday({ timeZone, language }: UiState, { state }: RunView): string {
  const dayOf = (at: number) => new Date(at).toLocaleDateString(language, { timeZone });
  if (dayOf(state.now) === dayOf(state.setup.startedAt)) return '';
  return `${new Date(state.now).toLocaleDateString(language, { timeZone, weekday: 'short' })} `;
}

/** Row 1: unmistakable without a colour, and whole where it matters at 80 columns. */
function bannerLine(state: UiState, run: RunView): Line {
  const parts = bannerParts(state, run);
  const room = state.columns - 2 * (EDGE.length + 1) - textWidth(parts.mode);
  const sized = (['clock', 'live', 'wait', 'attempt', 'speed'] as const).filter(
    (name) => parts[name] !== '',
  );
  const shortest = parts.live === '' ? SHORTEST_TITLE : SHORTEST_BESIDE_ALARM;
  const kept = new Set(
    fitting(
      sized.map((name): Line => [word(`${BETWEEN}${parts[name]}`)]),
      room - shortest - textWidth(BETWEEN),
    ).map((line) => line[0]?.text),
  );
  const isKept = (name: (typeof sized)[number]) => kept.has(literal(`${BETWEEN}${parts[name]}`));
  const rest = (['attempt', 'speed', 'clock', 'wait', 'live'] as const)
    .filter((name) => parts[name] !== '' && isKept(name))
    .map((name) => `${BETWEEN}${parts[name]}`)
    .join('');
  const t = practiceTuiTexts(state.language);
  const left = room - textWidth(rest) - textWidth(BETWEEN);
  const title = fit(toSafe(t.banner.title(run.scenario.title)), Math.max(0, left)).trimEnd();
  const text = ` ${parts.mode}${BETWEEN}${title}${rest} `;
  const filled = state.columns - EDGE.length - textWidth(text);
  return [
    word(EDGE, 'selected'),
    span(literal(text), 'selected'),
    word('▓'.repeat(Math.max(0, filled)), 'selected'),
  ];
}

/** Row 2: the one place that says what is expected now, and which key does it. */
function taskLine(state: UiState, run: RunView): Line {
  const t = practiceTuiTexts(state.language);
  const task: Span[] = [
    word(' ▸ ', 'key'),
    word(run.isJudging ? t.task.judging : wanted(run, t), 'strong'),
    word('  '),
    word(runKeys.do, 'key'),
    word(` ${run.expected.isOver ? t.task.toReview : t.task.go}`, 'muted'),
  ];
  const right = standing(run, t, state.columns - lineWidth(task));
  const room = state.columns - lineWidth(task) - lineWidth(right) - 1;
  return spread([...task, ...fitting(otherKeys(run, t), room).flat()], right, state.columns);
}

/** How far the run is, and the tone; that gives way: what is expected and its key are never cut. */
function standing(run: RunView, t: PracticeTuiTexts, width: number): Line {
  const measures = word(` ${measured(run, t).join(BETWEEN)}`);
  const mood = word(`${measures.text.trim() === '' ? ' ' : BETWEEN}${moodOf(run, t)} `, 'muted');
  const [right = []] = fitting(
    [
      [measures, mood],
      [measures, word(' ')],
    ],
    width,
  );
  return right;
}

function wanted({ expected }: RunView, { task, actionName }: PracticeTuiTexts): string {
  const { choices, actions, reply, isOver } = expected;
  const [action] = actions;
  if (isOver) return task.over;
  if (choices.length > 0) return task.choose;
  if (action) return task.form(actionName(action.name));
  return reply ? task.reply : task.wait;
}

function otherKeys({ expected }: RunView, { task }: PracticeTuiTexts): readonly Line[] {
  const { hint, retry, isOver } = expected;
  const keyed = (key: string, text: string): Line => [
    word('  '),
    word(key, 'key'),
    word(` ${text}`, 'muted'),
  ];
  return [
    ...(hint ? [keyed(runKeys.hint, task.hint)] : []),
    ...(retry ? [keyed(runKeys.retry, task.retry)] : []),
    ...(isOver ? [] : [keyed(runKeys.pause, task.pause)]),
  ];
}

function moodOf({ state }: RunView, t: PracticeTuiTexts): string {
  return t.mood(t.moods[Math.max(0, Math.min(4, state.mood - 1))] ?? '');
}

/** What a drill is measured by, and a hold that runs. */
function measured(run: RunView, t: PracticeTuiTexts): readonly string[] {
  const { scenario, state } = run;
  const parts: string[] = [];
  const item = itemPlace(scenario, state);
  if (item) parts.push(t.progress.item(item.place, item.count));
  const spent = Math.floor((state.now - state.setup.startedAt) / MINUTE);
  if (scenario.kind !== 'dialogue') {
    const left = scenario.minutes - spent;
    parts.push(scenario.kind === 'crisis' ? t.progress.spent(spent) : t.progress.left(left));
  }
  const hold = state.promises.findLast((one) => one.kind === 'hold' && one.state === 'open');
  if (hold) parts.push(t.progress.hold(Math.ceil((hold.dueAt - state.now) / MINUTE)));
  return parts;
}
