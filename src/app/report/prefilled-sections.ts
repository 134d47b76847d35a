import type { RedItem, ReportItem, ShiftReport } from '../../domain/report/shift-report.ts';
import type { ReportSection } from '../../domain/shift/shift.ts';
import { prefillSections } from '../../report/prefill-sections.ts';
import type { ReportContext } from './report-context.ts';
import { watchedTickets } from './report-parts.ts';

/** What the hand-written parts are filled from while nobody has written them. */
export interface SectionSources {
  readonly items: readonly ReportItem[];
  readonly red: readonly RedItem[];
  readonly returned: ShiftReport['returned'];
}

/** The hand-written parts: as somebody wrote them, else as the log and the tickets suggest them. */
export function writtenOrPrefilled(
  context: ReportContext,
  sources: SectionSources,
): Readonly<Record<ReportSection, string>> {
  const { desk, shift } = context;
  const prefilled = prefillSections(
    { ...sources, watched: watchedTickets(context) },
    { language: desk.config.language, timeZone: desk.config.timeZone, now: context.asOf },
  );
  const written = (section: ReportSection) => shift.state?.sections[section]?.text;
  return {
    how: written('how') ?? prefilled.how,
    attention: written('attention') ?? prefilled.attention,
    watch: written('watch') ?? prefilled.watch,
  };
}
