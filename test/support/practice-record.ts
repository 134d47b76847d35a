import type { DeskConfig } from '../../src/domain/desk-config.ts';
import type { Person } from '../../src/domain/person.ts';
import { decidePractice } from '../../src/domain/practice/decide-practice.ts';
import { evolvePractice } from '../../src/domain/practice/evolve-practice.ts';
import type { PracticeCommand } from '../../src/domain/practice/practice-command.ts';
import type { PracticeEvent } from '../../src/domain/practice/practice-fact.ts';
import { practiceId } from '../../src/domain/practice/practice-id.ts';
import type {
  FinishedRun,
  PracticeRecord,
  RecordedMark,
} from '../../src/domain/practice/practice-record.ts';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.ts';
import { must } from '../../src/util/must.ts';
import { hour, someWednesday } from './desk.ts';
import { somebody } from './domain.ts';

/** The people round a new hire. */
export const [zoya, yuri, vera, petya] = [
  somebody({ id: 'zoya', login: 'zoya', name: 'Зоя', role: 'hire' }),
  somebody({ id: 'yuri', login: 'yuri', name: 'Юрий', role: 'mentor' }),
  somebody({ id: 'vera', login: 'vera', name: 'Вера', role: 'lead' }),
  somebody({ id: 'petya', login: 'petya', name: 'Петя', role: 'engineer' }),
] as const;

const contactMarks: readonly RecordedMark[] = [
  mark('open/greeting', { points: 10, max: 10, fact: 'greeting', outcome: 'found' }),
  mark('open/ask_har', { points: 0, max: 20, fact: 'ask_har', outcome: 'not-found' }),
  mark('open/own_number', { points: 20, max: 20, fact: 'own_number', outcome: 'found' }),
];

/** A mark of the section `contact` unless said otherwise. */
export function mark(id: string, more: Partial<RecordedMark>): RecordedMark {
  return { id, section: 'contact', points: 0, max: 0, fact: null, outcome: 'found', ...more };
}

/** An exam of sso-401 that missed asking for the HAR: 80 of 100, and 80 is enough. */
export function exam(more: Partial<FinishedRun> = {}): FinishedRun {
  return {
    ...{ id: 'run-1', scenarioId: 'sso-401', lang: 'ru', scenarioHash: 'a'.repeat(64) },
    ...{ title: '401 после SSO', mode: 'exam' },
    ...{ startedAt: someWednesday - hour, finishedAt: someWednesday },
    ...{ score: 80, max: 100, pass: 80, passed: true, needsMentor: false, ending: 'good' },
    sections: [
      { id: 'contact', score: 30, max: 50, isZeroed: false },
      { id: 'record', score: 50, max: 50, isZeroed: false },
    ],
    marks: [...contactMarks, mark('close.code', { section: 'record', points: 50, max: 50 })],
    ...{ eventsHash: 'b'.repeat(64), skills: ['diagnose'], replay: '{"events":[]}' },
    ...more,
  };
}

/** The same with a higher bar: only words stand between it and a pass. */
export function shyExam(more: Partial<FinishedRun> = {}): FinishedRun {
  return exam({ pass: 90, passed: false, needsMentor: true, ...more });
}

/** Runs commands on Zoya's record in memory, as a store would. */
export class PracticeInMemory {
  readonly events: PracticeEvent[] = [];
  readonly desk: DeskConfig;
  now = someWednesday;
  state: PracticeRecord | null = null;
  #ops = 0;

  constructor(desk: DeskConfig) {
    this.desk = desk;
  }

  get record(): PracticeRecord {
    return must(this.state, 'record');
  }

  /** The code of the refusal, or 'ok'. */
  tries(actor: Person, command: PracticeCommand): RefusalCode | 'ok' {
    return this.refusalOf(actor, command)?.code ?? 'ok';
  }

  /** What a rule has against it; null when it was done. */
  refusalOf(actor: Person, command: PracticeCommand): Refusal | null {
    this.#ops += 1;
    const people = [zoya, yuri, vera, petya];
    const decided = decidePractice(command, this.state, {
      ...{ now: this.now, actor, device: 'test', opId: `op${this.#ops}`, desk: this.desk },
      practiceId: practiceId(zoya.id),
      person: (id) => people.find((one) => one.id === id) ?? null,
    });
    if (!decided.ok) return decided.problem;
    this.events.push(...decided.value);
    this.state = decided.value.reduce<PracticeRecord | null>(evolvePractice, this.state);
    return null;
  }

  /** Does what has to be possible. */
  does(actor: Person, command: PracticeCommand): void {
    const why = this.refusalOf(actor, command);
    if (why) throw new Error(`refused: ${why.code}`);
  }
}
