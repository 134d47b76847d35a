import type { Channel, Priority } from '../../domain/vocabulary.ts';
import type { Random } from '../../util/random.ts';
import type { DemoEntry, DemoPromise } from './demo-story.ts';
import { type DemoTime, minuteMs } from './demo-time.ts';
import { type Act, actRules, type PlotStatus } from './story-plots.ts';
import type { Cast, Teller } from './story-teller.ts';
import { openPromiseDue, type StoryTimes } from './story-times.ts';
import type { UsedTexts } from './used-texts.ts';

/** Everything that the entries of one ticket follow from. */
export interface Course {
  readonly cast: Omit<Cast, 'comesBack'>;
  readonly channel: Channel;
  readonly plot: readonly Act[];
  readonly status: PlotStatus;
  readonly priority: Priority;
  readonly times: StoryTimes;
  readonly teller: Teller;
  readonly used: UsedTexts;
}

const maxEntries = 7;
const burstGapMs = 16_000;

/** Tells the acts of a ticket one after another. */
export function writeEntries(course: Course, random: Random): readonly DemoEntry[] {
  const { plot, cast, teller, times } = course;
  let isFirst = true;
  let isLate = false;
  return plot.flatMap((act, i): readonly DemoEntry[] => {
    const rule = actRules[act];
    const at = times.entries[i];
    if (!at) return [];
    const text = teller.text(act, { isFirst, isLate: isLate && act === 'fix' });
    if (rule.by === 'engineer' && rule.internal !== true) isFirst = false;
    const promise = promiseOf(course, i, random);
    isLate = promise ? promise.state === 'broken' : isLate && rule.internal === true;
    const entry: DemoEntry = {
      at,
      from: authorOf(act, cast),
      text,
      internal: rule.internal ?? false,
      call: isCall(course, act) ? random.int(2, 14) * minuteMs : null,
      promise,
      event: rule.event ?? null,
      line: act === 'escalate' ? '3' : null,
      does: [],
    };
    return isBurst(course, act) ? burst(entry, course) : [entry];
  });
}

function authorOf(act: Act, { engineer, third }: Course['cast']): string {
  const { by } = actRules[act];
  if (by === 'contact') return 'customer';
  return (by === 'third' ? third?.key : engineer?.key) ?? 'me';
}

function isCall({ channel }: Course, act: Act): boolean {
  return actRules[act].isCall === true || (act === 'tell' && channel === 'call');
}

function promiseOf(
  { plot, status, priority, times }: Course,
  i: number,
  random: Random,
): DemoPromise | null {
  const act = plot[i];
  const kind = act && actRules[act].promises;
  if (!kind) return null;
  const next = plot.findIndex((later, k) => k > i && isWordToCustomer(later));
  if (next < 0) {
    const due = openPromiseDue({ status, priority }, random);
    return { kind, due: notBefore(due, times.after(i, 10)), state: 'open' };
  }
  const gap = times.gapMinutes(i, next);
  const isBroken = gap > 25 && random.chance(0.09);
  const due = isBroken ? times.after(i, gap * 0.6) : times.after(next, random.int(6, 40));
  return { kind, due, state: isBroken ? 'broken' : 'kept' };
}

/** A missed promise of a fresh ticket is still later than the word that gave it. */
function notBefore(due: DemoTime, earliest: DemoTime): DemoTime {
  if (due.type !== 'offset' || earliest.type !== 'offset') return due;
  return due.ms < earliest.ms ? earliest : due;
}

function isWordToCustomer(act: Act): boolean {
  const rule = actRules[act];
  return rule.by === 'engineer' && rule.internal !== true;
}

/** Three short messages in a row arrive as three, when it is a chat. */
function isBurst({ channel, cast }: Course, act: Act): boolean {
  return act === 'tell' && channel === 'chat' && cast.contactVoice.name === 'burst';
}

function burst(entry: DemoEntry, { plot, times, used }: Course): readonly DemoEntry[] {
  // «привет» is said by everybody, so it goes together with the next line.
  const [first = '', second = '', ...rest] = entry.text.split('\n');
  const texts = [`${first}\n${second}`, ...rest];
  const room = maxEntries - plot.length + 1;
  if (rest.length === 0 || texts.length > room || !used.claim(texts)) return [entry];
  // All of them before whatever comes next.
  const pause = plot.length > 1 ? times.gapMinutes(0, 1) * minuteMs : Number.POSITIVE_INFINITY;
  const gapMs = Math.min(burstGapMs, pause / (texts.length + 1));
  return texts.map((text, i) => ({ ...entry, at: later(entry.at, i * gapMs), text }));
}

function later(time: DemoTime, ms: number): DemoTime {
  if (time.type === 'offset') return { type: 'offset', ms: time.ms + ms };
  return { ...time, minutes: time.minutes + ms / minuteMs };
}
