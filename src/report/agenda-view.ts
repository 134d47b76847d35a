import type { Agenda, AgendaItem } from '../domain/report/agenda.ts';
import type { ReportWords } from './report-words.ts';
import { entries } from './sections-now.ts';
import type { ReportPart, ReportView } from './view.ts';

/** The agenda of a week: the plan of Tuesday, the results of Friday. */
export function agendaView(agenda: Agenda, words: ReportWords): ReportView {
  const { t, clock } = words;
  const { agenda: said } = t;
  const day = (isoDay: string) => clock.day(Date.parse(`${isoDay}T12:00:00Z`));
  const part = (code: string, title: string, items: readonly AgendaItem[]): ReportPart => {
    return { code, title, blocks: entries(items.map((one) => entryOf(one, words))), shown: '' };
  };
  const isWatched = ({ kind }: AgendaItem) => kind === 'watch';
  return {
    title: said.title(day(agenda.from), day(agenda.to)),
    header: [
      said.plan(day(agenda.planOn)),
      said.results(day(agenda.resultsOn)),
      `${t.header.asOf}: ${clock.at(agenda.asOf)} (${t.zone(agenda.timeZone)})`,
    ],
    parts: [
      part('questions', said.questions, agenda.questions),
      part('fresh', said.fresh, agenda.fresh),
      part('done', said.done, agenda.done),
      part(
        'moved',
        said.moved,
        agenda.moved.filter((one) => !isWatched(one)),
      ),
      part('watch', said.watch, agenda.moved.filter(isWatched)),
    ],
  };
}

function entryOf(item: AgendaItem, { t, clock }: ReportWords) {
  const about = item.number === null ? item.text : `${item.number}: ${item.text}`;
  const owner = item.owner === null ? [] : [item.owner.name];
  const head = [t.itemKinds[item.kind], about, ...owner, t.agenda.since(clock.at(item.at))];
  return {
    head: head.join(' · '),
    notes: item.outcome === null ? [] : [t.agenda.outcome(item.outcome)],
  };
}
