import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Chance } from './chance.ts';
import { realKit } from './kit.ts';
import { layGround } from './lean-desk.ts';
import { mutants } from './mutants/mutants.ts';
import { runOutage } from './outage.ts';
import { makePlan } from './plan.ts';
import regressions from './regressions.json' with { type: 'json' };
import { runInWorkers } from './run-in-workers.ts';
import { runPlan } from './run-schedule.ts';
import { shrink } from './shrink.ts';
import { Tally } from './tally.ts';

const usage = `npm run sim -- [--schedules N] [--seed S] [--steps K] [--jobs J] [--json]
  --mutants [NAME]   finds every planted bug, or that one, within N schedules
  --outage           lets --clients C do --ops M operations each in a day without the server
  --replay S         runs one seed twice, and shortens it when it fails
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    schedules: { type: 'string' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '80' },
    jobs: { type: 'string', default: String(Math.min(8, availableParallelism())) },
    mutants: { type: 'boolean', default: false },
    replay: { type: 'string' },
    outage: { type: 'boolean', default: false },
    clients: { type: 'string', default: '25' },
    ops: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const schedules = Number(values.schedules ?? (values.mutants ? 2000 : 300));
const seed = Number(values.seed);
const steps = Number(values.steps);
const jobs = Number(values.jobs);

/** A shortened trace is longer only while nobody comes to rest. */
const MOST_LINES = 60;

process.exitCode = await main();

async function main(): Promise<number> {
  if (values.help) {
    print(usage);
    return 0;
  }
  if (values.replay !== undefined) return replay(Number(values.replay));
  if (values.outage) return outage();
  return values.mutants ? huntAll(positionals) : sweep();
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** A day without the server: everything typed meanwhile is there afterwards, everywhere. */
async function outage(): Promise<number> {
  const size = { clients: Number(values.clients), ops: Number(values.ops), seed };
  const report = await runOutage(size);
  const { clients, operations, restAfterS, wrong } = report;
  if (values.json) print(JSON.stringify(report));
  else {
    print(
      `${clients} clients, ${operations} operations: at rest ${restAfterS} s after the server was back (${report.seconds.toFixed(1)} s here)`,
    );
    print(wrong === null ? 'nothing is lost, and all see the same' : `WRONG ${wrong}`);
  }
  return wrong === null ? 0 : 1;
}

/** Runs many schedules; prints the first that fails as short as it can be made. */
async function sweep(): Promise<number> {
  const tally = new Tally();
  const failed: { readonly seed: number; readonly wrong: string }[] = [];
  const began = performance.now();
  let done = 0;
  await runInWorkers({ seed, schedules, steps, jobs, more: regressions.seeds }, (news) => {
    tally.add(news);
    done += 1;
    if (news.wrong === null) return;
    failed.push({ seed: news.seed, wrong: news.wrong });
    if (!values.json) print(`seed ${news.seed}: ${news.wrong.split('\n')[0]}`);
  });
  const seconds = (performance.now() - began) / 1000;
  const report = {
    ...{ schedules: done, failed, seconds, applied: tally.applied },
    inTrouble: tally.appliedInTrouble / Math.max(1, tally.applied),
    faults: Object.fromEntries(tally.faults),
    missing: tally.missing(),
    notes: Object.fromEntries(tally.notes),
  };
  if (values.json) print(JSON.stringify(report));
  else print(summaryOf(report));
  const [first] = failed.toSorted((one, other) => one.seed - other.seed);
  if (first && !values.json) await replay(first.seed);
  return failed.length > 0 || report.missing.length > 0 ? 1 : 0;
}

function summaryOf(report: {
  readonly schedules: number;
  readonly failed: readonly unknown[];
  readonly seconds: number;
  readonly applied: number;
  readonly inTrouble: number;
  readonly faults: object;
  readonly missing: readonly string[];
  readonly notes: object;
}): string {
  const list = (counts: object) =>
    Object.entries(counts)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ');
  return [
    `${report.schedules} schedules in ${report.seconds.toFixed(1)} s, ${report.failed.length} failed`,
    `${report.applied} operations applied, ${(report.inTrouble * 100).toFixed(0)} % of them in trouble`,
    `faults: ${list(report.faults)}`,
    ...(report.missing.length > 0 ? [`never happened: ${report.missing.join(', ')}`] : []),
    `runs: ${list(report.notes)}`,
  ].join('\n');
}

/** Runs a seed twice: it must go the same way. A failing one is shortened and printed. */
async function replay(failing: number): Promise<number> {
  const ground = await layGround();
  try {
    const plan = makePlan(failing, new Chance(failing), steps);
    const first = await runPlan(ground, plan);
    const second = await runPlan(ground, plan);
    print(`seed ${failing}: trace ${first.hash}, again ${second.hash}`);
    if (first.hash !== second.hash) {
      const place = first.lines.findIndex((line, n) => line !== second.lines[n]);
      print(`differs at ${place}:\n  ${first.lines[place]}\n  ${second.lines[place]}`);
    }
    if (first.wrong === null) return first.hash === second.hash ? 0 : 1;
    const kind = kindOf(first.wrong);
    const short = await shrink(plan, async (candidate) => {
      const { wrong } = await runPlan(ground, candidate, realKit);
      return wrong !== null && kindOf(wrong) === kind;
    });
    const last = await runPlan(ground, short);
    print(`${short.clients} clients, ${short.steps.length} steps:`);
    for (const step of short.steps) print(`  ${JSON.stringify(step)}`);
    print(last.lines.slice(0, MOST_LINES).join('\n'));
    print(`WRONG ${last.wrong}`);
    return 1;
  } finally {
    ground.end();
  }
}

/** A failure without the ids that are others in a shortened plan. */
function kindOf(wrong: string): string {
  return (wrong.split('\n')[0] ?? '')
    .replaceAll(/[⟨⟩\d]|[0-9a-f]{8}-[0-9a-f-]+|\bc\w+:/g, '')
    .slice(0, 40);
}

/** Finds every planted bug, or says that it was not found. */
async function huntAll(names: readonly string[]): Promise<number> {
  const hunted = mutants.filter(({ name }) => names.length === 0 || names.includes(name));
  let missed = 0;
  for (const { name, about } of hunted) {
    const found = await hunt(name);
    if (found === null) missed += 1;
    const place = found === null ? 'NOT FOUND' : `found after ${found.after}`;
    print(`${name.padEnd(34)} ${place.padEnd(18)} ${about}`);
    if (found) print(`  ${found.wrong.split('\n')[0]?.slice(0, 150)}`);
  }
  print(`${hunted.length - missed} of ${hunted.length} planted bugs found`);
  return missed === 0 ? 0 : 1;
}

async function hunt(
  mutant: string,
): Promise<{ readonly after: number; readonly wrong: string } | null> {
  let found: { readonly after: number; readonly wrong: string } | null = null;
  let after = 0;
  await runInWorkers({ seed, schedules, steps, jobs, mutant, untilWrong: true }, (news) => {
    after += 1;
    if (news.wrong !== null) found ??= { after, wrong: news.wrong };
  });
  return found;
}
