import {
  type Band,
  type DurationStats,
  type Figure,
  figureCodes,
} from '../../domain/figure/figure.ts';
import { ageBuckets, type ReportCharts } from '../../domain/report/report-charts.ts';
import {
  type Named,
  type RedItem,
  type ReportCounts,
  type ReportIncident,
  type ReportItem,
  type ReportMember,
  type ReportPromise,
  type ReportTicket,
  type ReportWork,
  type RestItem,
  redReasons,
  type ShiftReport,
  type Topic,
  type Volume,
  type WaitingItem,
} from '../../domain/report/shift-report.ts';
import { memberParts, shiftItemKinds } from '../../domain/shift/shift.ts';
import { handoverStates } from '../../domain/shift/shift-handover.ts';
import {
  kinds,
  type LocalName,
  priorities,
  promiseKinds,
  statuses,
} from '../../domain/vocabulary.ts';
import * as s from './shape.ts';
import { dictionary, type Fields, list, nullable, object, oneOf, optional } from './shape.ts';

/** A list that is told is cut to what people read; what was cut is counted in `cut`. */
const MOST_ROWS = 1000;
const rows = (item: s.Shape) => list(item, MOST_ROWS);

/** A name in each language. */
export const localName = object<LocalName>({ ru: s.text, en: s.text });

const named = nullable(object<Named>({ id: s.id, name: s.text }));
const time = nullable(s.instant);

const ticketFields: Fields<ReportTicket> = {
  ticketId: s.id,
  number: s.word,
  subject: s.text,
  kind: oneOf(kinds),
  priority: oneOf(priorities),
  status: oneOf(statuses),
  line: s.word,
  customer: nullable(s.text),
  owner: named,
};
const rest = object<RestItem>({ ...ticketFields, promisedAt: time, newOwner: named });

const stats = nullable(
  object<DurationStats>({
    median: s.decimal,
    p90: nullable(s.decimal),
    max: s.decimal,
    values: nullable(list(s.decimal, 10)),
  }),
);

const band = nullable(
  object<Band>({ low: s.decimal, median: s.decimal, high: s.decimal, n: s.count }),
);

const figure = object<Figure>({
  code: oneOf(figureCodes),
  of: nullable(s.text),
  kind: oneOf(['share', 'count', 'duration', 'mean', 'sum']),
  numerator: s.decimal,
  denominator: s.decimal,
  percent: nullable(s.decimal),
  interval: nullable(list(s.decimal, 2)),
  duration: stats,
  business: stats,
  target: nullable(s.decimal),
  before: band,
  trend: nullable(oneOf(['better', 'worse', 'same'])),
  isIncomplete: s.flag,
});

const charts = object<ReportCharts>({
  flow: rows(object({ at: s.instant, incoming: s.count, solved: s.count })),
  ages: rows(object({ code: oneOf(ageBuckets), n: s.count })),
  deadlines: rows(object({ of: s.text, met: s.count, due: s.count })),
  heat: rows(object({ weekday: s.count, hour: s.count, n: s.count })),
  trend: rows(object({ at: s.instant, met: s.count, due: s.count })),
});

const counts = object<ReportCounts>({
  ...{ incoming: s.count, closed: s.count, carriedOver: s.count, leftOpen: s.count },
  ...{ solved: s.count, closedAtOnce: s.count, offTopic: s.count },
});

const member = object<ReportMember>({
  person: object<Named>({ id: s.id, name: s.text }),
  part: oneOf(memberParts),
  lines: list(s.word, 100),
  ...{ plannedFrom: time, plannedTo: time, cameAt: time, leftAt: time, calledAt: time },
  note: s.text,
  conversations: nullable(s.count),
});

const red = object<RedItem>({
  ...ticketFields,
  why: list(oneOf(redReasons), redReasons.length),
  dueAt: time,
  ...{ nextAction: s.text, ifThen: s.text, contact: s.text },
  newOwner: named,
  hasOneOwner: s.flag,
});

const promise = object<ReportPromise>({
  ...ticketFields,
  ...{ promiseId: s.id, promise: oneOf(promiseKinds), text: s.text },
  ...{ dueAt: s.instant, newOwner: named },
});

const waiting = object<WaitingItem>({
  ...ticketFields,
  ...{ on: oneOf(['customer', 'vendor', 'line']), since: s.instant, nudgeAt: time },
});

const incident = object<ReportIncident>({
  ...ticketFields,
  startedAt: s.instant,
  noticedBy: nullable(oneOf(['us', 'customer'])),
  told: rows(object({ to: s.text, at: s.instant })),
  ...{ takenAt: time, restoredAt: time, minutes: nullable(s.decimal) },
  ...{ provider: nullable(s.text), cause: s.text, nextAction: s.text, affected: s.count },
});

const work = object<ReportWork>({
  ...{ number: nullable(s.word), title: s.text, from: s.instant, to: s.instant },
  ...{ affected: s.text, isDone: s.flag },
});

const item = object<ReportItem>({
  ...{ id: s.id, kind: oneOf(shiftItemKinds), text: s.text, number: nullable(s.word) },
  ...{ ticketId: nullable(s.id), by: s.text, at: s.instant, until: time },
  ...{ stopWhen: s.text, ifMoves: s.text, owner: named },
});

const volume = object<Volume>({
  by: oneOf(['channel', 'kind', 'priority', 'customer', 'city', 'line']),
  rows: rows(object({ code: s.text, name: s.text, n: s.count })),
});

const signOff = object<ShiftReport['signOff']>({
  ...{ submittedAt: time, submittedBy: nullable(s.text), override: optional(s.text) },
  ...{ acceptedAt: time, acceptedBy: nullable(s.text) },
  remarks: rows(object({ kind: s.word, text: s.text, by: s.text, at: s.instant })),
});

/** The frozen report of a shift, field by field: it is shown as it came, years later. */
export const shiftReport = object<ShiftReport>({
  ...{ version: s.count, figuresVersion: s.count, desk: localName },
  ...{ shiftId: s.id, ref: s.word, name: localName, kind: s.word },
  ...{ timeZone: s.word, startsAt: s.instant, endsAt: s.instant, revision: s.count },
  state: oneOf(['draft', ...handoverStates]),
  ...{ asOf: s.instant, lastSyncAt: time, waitingToSync: s.count },
  ...{ lead: named, nextLead: named, members: rows(member), red: rows(red) },
  ...{ promises: rows(promise), waiting: rows(waiting), works: rows(work) },
  ...{ incidents: rows(incident), volume: rows(volume), counts },
  topics: rows(object<Topic>({ topic: s.text, n: s.count, before: s.count })),
  ...{ figures: rows(figure), charts },
  breached: rows(object({ ...ticketFields, target: s.text, dueAt: s.instant })),
  escalations: rows(object({ from: s.text, to: s.text, n: s.count })),
  returned: rows(object({ ...ticketFields, times: s.count })),
  dragging: rows(object({ ...ticketFields, since: s.instant })),
  spent: rows(object({ number: s.word, amount: s.decimal, currency: s.word, reason: s.text })),
  knowledge: object<ShiftReport['knowledge']>({
    ...{ created: rows(s.text), updated: rows(s.text), overdue: s.count, missed: rows(s.text) },
  }),
  ...{ items: rows(item), how: s.text, attention: s.text, watch: s.text, rest: rows(rest) },
  cut: dictionary(s.count),
  signOff,
});
