/** Upper bounds of the histogram of answer times, seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** What the server counts of itself, as Prometheus reads it. */
export interface Metrics {
  request(route: string, status: number, ms: number): void;
  /** How many operations a push had, and what became of each. */
  push(outcomes: readonly string[]): void;
  /** The text of `/metrics`; `gauges` are looked up at that moment. */
  render(gauges: readonly Gauge[]): string;
}

/** Something that goes up and down. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels: string; readonly value: number }[];
}

/** Counters of one process. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const ops = new Map<string, number>();
  const times = { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
  const batches = { sum: 0, count: 0 };
  return {
    request: (route, status, ms) => {
      count(requests, labels({ route, status: String(status) }));
      const seconds = ms / 1000;
      times.sum += seconds;
      times.count += 1;
      for (const [at, bound] of BOUNDS.entries()) {
        if (seconds <= bound) times.buckets[at] = (times.buckets[at] ?? 0) + 1;
      }
    },
    push: (outcomes) => {
      batches.sum += outcomes.length;
      batches.count += 1;
      for (const outcome of outcomes) count(ops, labels({ outcome }));
    },
    render: (gauges) =>
      [
        ...counter('smena_requests_total', 'Requests by route and status.', requests),
        ...counter('smena_push_ops_total', 'Operations pushed, by outcome.', ops),
        ...head('smena_push_batch_ops', 'Operations in a push.', 'summary'),
        `smena_push_batch_ops_sum ${batches.sum}`,
        `smena_push_batch_ops_count ${batches.count}`,
        ...histogram(times),
        ...gauges.flatMap(gaugeLines),
        '',
      ].join('\n'),
  };
}

function count(counters: Map<string, number>, key: string): void {
  counters.set(key, (counters.get(key) ?? 0) + 1);
}

/** Label values in their quotes. */
export function labels(pairs: Readonly<Record<string, string>>): string {
  const quoted = Object.entries(pairs).map(
    ([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`,
  );
  return quoted.length === 0 ? '' : `{${quoted.join(',')}}`;
}

function head(name: string, help: string, type: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function counter(name: string, help: string, values: ReadonlyMap<string, number>): string[] {
  return [...head(name, help, 'counter'), ...[...values].map(([key, n]) => `${name}${key} ${n}`)];
}

function gaugeLines({ name, help, values }: Gauge): string[] {
  return [
    ...head(name, help, 'gauge'),
    ...values.map((one) => `${name}${one.labels} ${one.value}`),
  ];
}

function histogram(times: {
  readonly buckets: readonly number[];
  readonly sum: number;
  readonly count: number;
}): string[] {
  const name = 'smena_request_seconds';
  return [
    ...head(name, 'How long answers took.', 'histogram'),
    ...BOUNDS.map((bound, at) => `${name}_bucket{le="${bound}"} ${times.buckets[at] ?? 0}`),
    `${name}_bucket{le="+Inf"} ${times.count}`,
    `${name}_sum ${times.sum}`,
    `${name}_count ${times.count}`,
  ];
}
