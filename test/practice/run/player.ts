import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScenario } from '../../../src/content/scenario/read-scenario.ts';
import type { Scenario } from '../../../src/content/scenario/scenario.ts';
import { advance } from '../../../src/practice/run/advance.ts';
import { begin } from '../../../src/practice/run/begin.ts';
import { passTime } from '../../../src/practice/run/pass-time.ts';
import type {
  FormValues,
  JudgedReply,
  RunEvent,
  TimedEvent,
} from '../../../src/practice/run/run-event.ts';
import type { RunMode, RunState, TranscriptLine } from '../../../src/practice/run/run-state.ts';
import { scoreOf } from '../../../src/practice/score/score-of.ts';

export const MINUTE = 60_000;

/** The scenario of a text; the test fails where it cannot be played. */
export function scenarioOf(text: string): Scenario {
  const read = parseScenario('test.scenario.yaml', text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.scenario;
}

/** A shipped scenario. */
export function shipped(name: string): Scenario {
  const file = join(import.meta.dirname, '../../../templates/scenarios', `${name}.scenario.yaml`);
  return scenarioOf(readFileSync(file, 'utf8'));
}

/** Everything of a scenario but its steps: two sections, a calm customer in Yekaterinburg. */
export function withSteps(steps: string, head = ''): Scenario {
  return scenarioOf(`format: smena-scenario/1
id: story
lang: ru
title: История
kind: dialogue
line: 2
difficulty: 1
minutes: 5
skills: [facts]
pass: 8
modes: {practice: {speed: 8}, exam: {speed: 1}}
clock: {start: 2026-03-03T09:00:00Z, tz: Europe/Moscow, perAnswer: 2m}
sections: {talk: 6, time: 4}
customer: {org: Демо, name: Пётр Демин, callName: Пётр, role: инженер, tz: Asia/Yekaterinburg, channel: chat, mood: 3, level: technical}
ticket: {subject: Не работает, priority: P3, line: 2}
people:
  lead: {name: Олег, role: lead}
${head}
start: open
steps:
${steps.replace(/^/gm, '  ')}
`);
}

/** A reply as if it had been judged: the facts it holds and the times it gives. */
export function judged(
  text: string,
  more: Partial<JudgedReply> & { has?: readonly string[] } = {},
) {
  const { has = [], ...rest } = more;
  const facts = has.map((id) => ({ id, start: 0, end: text.length, evidence: text }));
  return { text, facts, remarks: [], promises: [], ...rest } satisfies JudgedReply;
}

/** Somebody who plays a scenario; every answer takes two minutes. */
export class Player {
  readonly scenario: Scenario;
  readonly events: TimedEvent[] = [];
  state: RunState;

  constructor(
    scenario: Scenario,
    setup: { mode?: RunMode; seed?: number; startedAt?: number } = {},
  ) {
    const { mode = 'practice', seed = 1, startedAt = scenario.clock.start } = setup;
    this.scenario = scenario;
    this.state = begin(scenario, { mode, seed, startedAt });
  }

  /** What the run says to an event; the state moves on only when it was taken. */
  tries(event: RunEvent, after = 2 * MINUTE): string | null {
    const at = this.state.now + after;
    const next = advance(this.scenario, this.state, event, at);
    if (!next.ok) return next.problem.code;
    this.state = next.value;
    this.events.push({ seq: this.state.seq, at, event });
    return null;
  }

  says(text: string, more: Parameters<typeof judged>[1] = {}): this {
    return this.#does({ type: 'replied', reply: judged(text, more) });
  }

  picks(choiceId: string): this {
    return this.#does({ type: 'chose', choiceId });
  }

  acts(name: string, values: FormValues): this {
    return this.#does({ type: 'acted', name, values, facts: {} });
  }

  opens(thing: { attachment: string } | { article: string }): this {
    return this.#does({ type: 'opened', attachment: null, article: null, ...thing });
  }

  waits(minutes: number): this {
    return this.#does({ type: 'waited' }, minutes * MINUTE);
  }

  does(event: RunEvent): this {
    return this.#does(event, 0);
  }

  /** The clock runs on without anything being done. */
  idles(minutes: number): this {
    this.state = passTime(this.scenario, this.state, this.state.now + minutes * MINUTE);
    return this;
  }

  score() {
    return scoreOf(this.scenario, this.state);
  }

  /** Points of one section. */
  section(id: string): number | undefined {
    return this.score().sections.find((section) => section.id === id)?.score;
  }

  lines(what: TranscriptLine['what']): readonly TranscriptLine[] {
    return this.state.transcript.filter((line) => line.what === what);
  }

  promises(): readonly string[] {
    return this.state.promises.map(({ state }) => state);
  }

  #does(event: RunEvent, after = 2 * MINUTE): this {
    const problem = this.tries(event, after);
    if (problem !== null) throw new Error(`${event.type}: ${problem}`);
    return this;
  }
}
