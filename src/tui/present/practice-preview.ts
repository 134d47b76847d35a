import { lockerTitle } from '../../app/practice/item-title.ts';
import type { OfferedScenario } from '../../app/practice/world/read-practice-tab.ts';
import { type PracticeTuiTexts, practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import type { ItemProgress } from '../../practice/path/path-progress.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import { scenarioOf, selectedPractice } from '../model/practice/practice-tab.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { type Line, span, word } from './line.ts';
import { pathItemTold } from './quiz-preview.ts';
import { sectionLines } from './run-score-lines.ts';
import type { TimeText } from './time-text.ts';

/** What the selected row is about: who the customer is, what is practised, how it went. */
export function previewRows(state: UiState, time: TimeText, width: number): Line[] {
  const row = selectedPractice(state.practice);
  const t = practiceTuiTexts(state.language);
  if (!row) return [];
  const offered = scenarioOf(state.practice, row);
  const about = offered ? scenarioLines(offered, t, width) : [];
  if (row.type === 'run') {
    const { sections, ending } = row.past;
    const end = ending === null ? t.endings.none : t.endings[ending];
    return [
      ...text(` ${row.past.title}`, width, 'strong'),
      ...sectionLines(sections, t, width),
      ...text(` ${end} · ${t.openReview}`, width, 'muted'),
    ];
  }
  if (row.type === 'due') {
    const last = row.due.card.lastPercent;
    const at = row.due.card.lastAt === null ? '' : time.at(row.due.card.lastAt, state.now);
    const why = t.whyDue(row.due.card.skill, last === null ? '' : `${Math.round(last)}%`, at);
    return [...text(` ${why}`, width, 'promise'), ...about];
  }
  return row.type === 'item' ? [...itemRows(row.progress, state, width), ...about] : about;
}

/** What locks an item of the path, by its title, and what a lesson or a quiz is about. */
function itemRows(progress: ItemProgress, state: UiState, width: number): Line[] {
  const t = practiceTuiTexts(state.language);
  const { view } = state.practice;
  const lockers = progress.lockedBy.map((id) => (view ? lockerTitle(id, view.plan) : id));
  const { kind, title, id } = progress.item;
  return [
    ...(kind === 'scenario' ? [] : text(` ${title ?? id}`, width, 'strong')),
    ...(lockers.length === 0 ? [] : text(` ${t.lockedBy(lockers.join('; '))}`, width, 'warning')),
    ...pathItemTold(progress, state).flatMap((told) => text(` ${told}`, width)),
  ];
}

function scenarioLines(
  { card, lockedBy, best }: OfferedScenario,
  t: PracticeTuiTexts,
  width: number,
): Line[] {
  const { customer, skills, kind, line, minutes, pass } = card;
  const locked =
    lockedBy.length > 0 ? text(` ${t.lockedBy(lockedBy.join(', '))}`, width, 'warning') : [];
  return [
    ...text(` ${card.title}`, width, 'strong'),
    ...locked,
    ...text(` ${t.preview.ticket(card.subject)}`, width),
    ...text(` ${t.preview.customer(customer.org, customer.name, customer.role)}`, width),
    ...text(` ${t.preview.about(t.kindName(kind), line, minutes, pass)}`, width, 'muted'),
    ...text(` ${t.preview.skills(skills.map((skill) => t.skillName(skill)).join(', '))}`, width),
    ...(card.lesson === null || best === null ? [] : text(` ${card.lesson}`, width, 'muted')),
  ];
}

function text(of: string, width: number, role: Role = 'plain'): Line[] {
  const rows = wrap(toSafe(of.trim(), { multiline: true }), Math.max(10, width - 2));
  return rows.map((row): Line => [word(' '), span(row, role)]);
}
