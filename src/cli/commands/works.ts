import { allWorks } from '../../app/work/current-works.ts';
import { isUnderWay } from '../../domain/work/works-for.ts';
import { loadWorkDetailsTexts } from '../../i18n/work-details-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import type { Session } from '../session.ts';
import { worksJson } from '../work-json.ts';

/** `smena works [--all]`: planned works that last or lie ahead; with --all those that are over too. */
export async function printWorks(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const now = desk.clock.now();
  const works = allWorks(desk).filter(({ to }) => input.has('all') || to > now);
  const { output, language } = session;
  if (output.isJson) {
    const listed = works.map((work) => {
      const { customers, towns, tags } = work;
      const [told] = worksJson([work], desk);
      return { ...told, customers, towns, tags, underWay: isUnderWay(work, now) };
    });
    return output.json(listed);
  }
  const texts = await loadWorkDetailsTexts(language);
  if (works.length === 0) return output.talk(texts.noWorks);
  for (const work of works) {
    const whom = [...new Set([...work.customers, ...work.towns, ...work.tags])].join(', ');
    const when = `${moment(work.from, desk)} – ${moment(work.to, desk)}`;
    const parts = [when, isUnderWay(work, now) ? texts.underWay : '', work.title[language], whom];
    output.row(parts.filter((part) => part !== '').join(output.isPlain ? '\t' : ' · '));
  }
}
