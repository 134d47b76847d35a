import { deskDay } from '../../app/knowledge/desk-day.ts';
import { weeklyAgenda } from '../../app/report/weekly-agenda.ts';
import { agendaView } from '../../report/agenda-view.ts';
import { plainJson } from '../../report/report-json.ts';
import { reportWords } from '../../report/report-words.ts';
import type { CommandInput } from '../command-input.ts';
import { mustReadReports } from '../read-reports.ts';
import type { Session } from '../session.ts';
import { calendarDay } from '../usage-error.ts';
import { writeView } from '../write-view.ts';

/** `smena report agenda [--week DAY]`: what the team's two calls of a week are about. */
export async function reportAgenda(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustReadReports(desk);
  const asked = input.value('week');
  const day = asked === undefined ? deskDay(desk) : calendarDay(asked, '--week');
  const agenda = weeklyAgenda(desk, day);
  const { language } = session;
  const words = reportWords({ timeZone: agenda.timeZone, startsAt: agenda.asOf }, language);
  writeView(session, input, {
    view: agendaView(agenda, words),
    json: plainJson(agenda),
    language,
  });
}
