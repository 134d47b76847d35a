import type { OutageReport } from '../domain/report/outage-report.ts';
import type { ReportWords } from './report-words.ts';
import { entries, incidentEntry } from './sections-now.ts';
import type { ReportPart, ReportView } from './view.ts';

/** The record of an outage as it is read. */
export function outageView(
  { incident, timeline, updates }: OutageReport,
  words: ReportWords,
): ReportView {
  const { t, clock } = words;
  const { incident: said } = t;
  const { head, notes } = incidentEntry(incident, words);
  const rows = timeline.map(({ at, step, by, text, dueAt }) => {
    const due = dueAt === null ? [] : [t.due(clock.at(dueAt))];
    return [clock.at(at), said.steps[step], [text, ...due].filter(Boolean).join(' · '), by ?? ''];
  });
  const { at, title, text, by } = { ...t.columns, title: t.columns.kindOf };
  const history: ReportPart = {
    code: 'timeline',
    title: said.timeline,
    blocks: [{ type: 'table', columns: [at, title, text, by], rows }],
    shown: '',
  };
  const promised: ReportPart = {
    code: 'updates',
    title: t.sections.promises,
    blocks:
      updates.denominator === 0
        ? []
        : entries([{ head: said.updates(updates.numerator, updates.denominator), notes: [] }]),
    shown: '',
  };
  return {
    title: said.title(incident.number),
    header: [clock.day(incident.startedAt), head, ...notes],
    parts: [history, promised],
  };
}
