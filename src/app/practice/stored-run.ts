import { parseScenario } from '../../content/scenario/read-scenario.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { passTime } from '../../practice/run/pass-time.ts';
import { playJudged } from '../../practice/run/play-judged.ts';
import type { RunEvent, TimedEvent } from '../../practice/run/run-event.ts';
import type { RunSetup, RunState } from '../../practice/run/run-state.ts';
import type { StoredEvent, StoredRun } from '../../store/practice/run-store.ts';
import { must } from '../../util/must.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { practiceFile } from './practice-file.ts';

/** Everything that a run follows from: the scenario as it was, what was done, how far its clock came. */
export interface RunScript {
  readonly scenario: Scenario;
  readonly setup: RunSetup;
  readonly events: readonly TimedEvent[];
  readonly clockAt: number;
}

/** The script of a run of this workstation, over the scenario as it was when the run began. */
export function scriptOf(desk: Pick<Desk, 'paths'>, run: StoredRun): RunScript {
  const { runs } = practiceFile(desk);
  const text = must(runs.scenarioText(run.scenarioHash), 'scenario of a run');
  return {
    scenario: scenarioOf(run.scenarioId, text),
    setup: { mode: run.mode, seed: run.seed, startedAt: run.clockStart },
    events: runs.events(run.id).map(toEvent),
    clockAt: run.clockAt,
  };
}

/** A scenario of a text that was played once. Throws a UserError when this program cannot read it. */
export function scenarioOf(id: string, text: string): Scenario {
  const read = parseScenario(`${id}.scenario.yaml`, text);
  if (!read.ok) throw new UserError('practice-scenario-old', { scenario: id });
  return read.value.scenario;
}

/** The run as it stands: the fold of its events, and the time that has passed since the last one. */
export function stateOf(script: RunScript): RunState {
  return passTime(script.scenario, lastStateOf(script), script.clockAt);
}

/** The run as it stood after its last event. Throws a UserError when its scenario does not take one. */
export function lastStateOf({ scenario, setup, events }: RunScript): RunState {
  const played = playJudged(scenario, setup, events);
  if (!played.ok) throw new UserError('practice-scenario-old', { scenario: scenario.id });
  return played.value;
}

/** An event as it is kept. */
export function toStored({ seq, at, event }: TimedEvent): StoredEvent {
  return { seq, at, payload: JSON.stringify(event) };
}

function toEvent({ seq, at, payload }: StoredEvent): TimedEvent {
  // Written by `toStored` only.
  return { seq, at, event: JSON.parse(payload) as RunEvent };
}
