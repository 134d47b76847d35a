import type { Figure } from '../../../src/domain/figure/figure.ts';
import type {
  RedItem,
  ReportTicket,
  ShiftReport,
} from '../../../src/domain/report/shift-report.ts';

const start = Date.parse('2026-11-22T05:00:00Z');
const HOUR = 3_600_000;

/** A ticket of the sample, with as much as a test wants to say of it. */
export function sampleTicket(n: number, said: Partial<ReportTicket> = {}): ReportTicket {
  return {
    ticketId: `ticket-${n}`,
    number: `SM-${1000 + n}`,
    subject: 'После смены пароля не пускает в VPN',
    kind: 'incident',
    priority: 'P2',
    status: 'open',
    line: '2',
    customer: 'Демо-Банк',
    owner: { id: 'anna', name: 'Анна Белова' },
    ...said,
  };
}

/** A ticket among the red ones. */
export function sampleRed(n: number, said: Partial<RedItem> = {}): RedItem {
  return {
    ...sampleTicket(n),
    why: ['p2', 'due-soon'],
    dueAt: start + 13 * HOUR,
    nextAction: 'Позвонить в банк и проверить журнал шлюза',
    ifThen: 'Если ошибка 691 — сбросить кэш учётных данных',
    contact: 'дежурный банка, доб. 4411',
    newOwner: { id: 'oleg', name: 'Олег Ким' },
    hasOneOwner: true,
    ...said,
  };
}

/** A share that was measured. */
export function sampleFigure(said: Partial<Figure> = {}): Figure {
  return {
    code: 'sla-met',
    of: null,
    kind: 'share',
    numerator: 44,
    denominator: 47,
    percent: 93.6,
    interval: [83, 98],
    duration: null,
    business: null,
    target: 95,
    before: { low: 91, median: 95, high: 98, n: 8 },
    trend: 'same',
    isIncomplete: false,
    ...said,
  };
}

const charts: ShiftReport['charts'] = {
  flow: [3, 5, 9, 14, 8, 6, 4, 2, 0, 1, 2, 3].map((incoming, hour) => {
    return { at: start + hour * HOUR, incoming, solved: Math.max(0, incoming - (hour % 3)) };
  }),
  ages: [
    { code: '4h', n: 19 },
    { code: '1d', n: 11 },
    { code: '3d', n: 6 },
    { code: '7d', n: 0 },
    { code: 'older', n: 2 },
  ],
  deadlines: [
    { of: 'first-answer', met: 44, due: 47 },
    { of: 'resolve', met: 38, due: 39 },
    { of: 'update', met: 2, due: 3 },
  ],
  heat: Array.from({ length: 168 }, (_, at) => {
    return { weekday: Math.floor(at / 24), hour: at % 24, n: (at * 7) % 23 };
  }),
  trend: [88, 91, 85, 96, 97, 92, 99, 94].map((met, week) => {
    return { at: start - (8 - week) * 168 * HOUR, met, due: 100 };
  }),
};

/** A shift of an ordinary day, half of it written by people; a test says what is different. */
export function sampleReport(said: Partial<ShiftReport> = {}): ShiftReport {
  return {
    version: 1,
    figuresVersion: 1,
    desk: { ru: 'Демо-стол', en: 'Demo desk' },
    shiftId: 'shift/main/2026-11-22/08:00-20:00',
    ref: '2026-11-22/08:00-20:00',
    name: { ru: 'день', en: 'day' },
    kind: '08:00-20:00',
    timeZone: 'Europe/Moscow',
    startsAt: start,
    endsAt: start + 12 * HOUR,
    revision: 1,
    state: 'submitted',
    asOf: start + 11.8 * HOUR,
    lastSyncAt: start + 11.7 * HOUR,
    waitingToSync: 0,
    lead: { id: 'anna', name: 'Анна Белова' },
    nextLead: { id: 'oleg', name: 'Олег Ким' },
    members: [
      {
        person: { id: 'anna', name: 'Анна Белова' },
        part: 'lead',
        lines: ['2'],
        plannedFrom: start,
        plannedTo: start + 12 * HOUR,
        cameAt: start,
        leftAt: null,
        calledAt: null,
        note: '',
        conversations: 34,
      },
    ],
    red: [
      sampleRed(42, { priority: 'P1', why: ['p1', 'breached'], subject: 'VPN рвётся у всех' }),
      sampleRed(39),
    ],
    promises: [
      {
        ...sampleTicket(39),
        promiseId: 'promise-1',
        promise: 'next-update',
        text: 'написать, что показал журнал',
        dueAt: start + 12.5 * HOUR,
        newOwner: { id: 'oleg', name: 'Олег Ким' },
      },
    ],
    waiting: [
      { ...sampleTicket(36), on: 'vendor', since: start - 50 * HOUR, nudgeAt: start + 24 * HOUR },
    ],
    works: [],
    incidents: [],
    volume: [
      {
        by: 'channel',
        rows: [
          { code: 'email', name: 'почта', n: 31 },
          { code: 'phone', name: 'телефон', n: 16 },
        ],
      },
      { by: 'customer', rows: [{ code: 'bank', name: 'Демо-Банк', n: 12 }] },
    ],
    counts: {
      incoming: 47,
      closed: 41,
      carriedOver: 32,
      leftOpen: 38,
      closedAtOnce: 6,
      solved: 40,
      offTopic: 1,
    },
    topics: [{ topic: 'vpn', n: 14, before: 3 }],
    figures: [
      sampleFigure(),
      sampleFigure({
        code: 'promises-kept',
        numerator: 22,
        denominator: 23,
        percent: 95.7,
        interval: [79, 99],
        trend: 'better',
      }),
      sampleFigure({
        code: 'first-response',
        kind: 'duration',
        numerator: 47 * 18 * 60_000,
        denominator: 47,
        percent: null,
        interval: null,
        duration: { median: 18 * 60_000, p90: 73 * 60_000, max: 130 * 60_000, values: null },
        before: { low: 12 * 60_000, median: 15 * 60_000, high: 17 * 60_000, n: 8 },
        target: null,
        trend: 'worse',
      }),
    ],
    charts,
    breached: [{ ...sampleTicket(42), target: 'first-answer', dueAt: start + 5 * HOUR }],
    escalations: [{ from: '1', to: '2', n: 7 }],
    returned: [{ ...sampleTicket(31), times: 2 }],
    dragging: [],
    spent: [],
    knowledge: { created: [], updated: [], overdue: 2, missed: ['ошибка 809'] },
    items: [
      {
        id: 'item-1',
        kind: 'thanks',
        text: 'Марине — разобрала очередь банка',
        number: null,
        ticketId: null,
        by: 'Анна Белова',
        at: start + 4 * HOUR,
        until: null,
        stopWhen: '',
        ifMoves: '',
        owner: null,
      },
    ],
    how: 'Днём упал шлюз VPN, с 11 до 12 не работало ни у кого.\nПосле обеда ровно.',
    attention: 'SM-1042: банк ждёт отчёт до девяти.',
    watch: 'Задержка репликации: до 22:00, пока DBA не скажет, что ушла.',
    rest: Array.from({ length: 30 }, (_, n) => ({
      ...sampleTicket(n, { priority: 'P3' }),
      promisedAt: n === 0 ? start + 14 * HOUR : null,
      newOwner: null,
    })),
    cut: {},
    signOff: {
      submittedAt: start + 11.9 * HOUR,
      submittedBy: 'Анна Белова',
      acceptedAt: null,
      acceptedBy: null,
      remarks: [],
    },
    ...said,
  };
}

const attacks = [
  '<script>window.ran = 1</script>',
  '"><img src=x onerror="window.ran = 2">',
  "' onmouseover='window.ran = 3",
  '\u202eтидереп дазан',
  '</title></style></svg><script>window.ran = 4</script>',
  'javascript:window.ran=5',
  '&lt;b&gt; & &amp;',
  'ы'.repeat(10_000),
];

/** The same shift, in which everything that people name or write is an attack. */
export function hostileReport(): ShiftReport {
  const attack = (n: number) => attacks[n % attacks.length] ?? '';
  const report = sampleReport();
  const tickets = attacks.map((text, n) =>
    sampleRed(n, {
      subject: text,
      customer: attack(n + 1),
      nextAction: attack(n + 2),
      ifThen: attack(n + 3),
      contact: attack(n + 4),
      owner: { id: 'x', name: attack(n + 5) },
    }),
  );
  return {
    ...report,
    desk: { ru: attack(0), en: attack(0) },
    name: { ru: attack(1), en: attack(1) },
    lead: { id: 'x', name: attack(0) },
    nextLead: { id: 'y', name: attack(4) },
    red: tickets,
    rest: tickets.map((ticket) => ({ ...ticket, promisedAt: null })),
    how: attacks.join('\n'),
    attention: attacks.join('\n'),
    watch: attacks.join('\n'),
    topics: attacks.map((topic) => ({ topic, n: 1, before: 0 })),
    charts: {
      ...report.charts,
      deadlines: attacks.map((of) => ({ of, met: 7, due: 9 })),
    },
    incidents: attacks.map((provider, n) => ({
      ...sampleTicket(n),
      startedAt: start,
      noticedBy: null,
      told: [{ to: attack(n), at: start }],
      takenAt: null,
      restoredAt: null,
      minutes: 90,
      provider,
      cause: attack(n + 1),
      nextAction: attack(n + 2),
      affected: 1,
    })),
    signOff: {
      ...report.signOff,
      submittedBy: attack(0),
      remarks: attacks.map((text) => ({ kind: 'remark', text, by: attack(4), at: start })),
    },
  };
}
