import type { FoundIncident } from '../../app/family/known-incidents.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { promiseTexts } from '../../i18n/promise-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, span, spread, word } from './line.ts';
import { createTimeText } from './time-text.ts';

/** More than these are no hint any more. */
const MOST = 2;

/** What is known already: mass incidents that a new problem may be part of, a row each. */
export function knownIncidentRows(
  found: readonly FoundIncident[],
  state: UiState,
): readonly Line[] {
  const { language, now, columns, timeZone } = state;
  const w = formsTexts(language).register;
  return found.slice(0, MOST).map(({ ticket, size, nextUpdateDueAt: due }): Line => {
    const at = due === null ? '' : createTimeText(timeZone, language).at(due, now);
    const news = at === '' ? '' : ` · ${promiseTexts(language).nextUpdate(at)}`;
    const left = [
      word(' ▲ ', 'warning'),
      span(toSafe(w.known(ticket.number, ticket.subject)), 'warning'),
    ];
    return spread(left, [span(toSafe(` ${w.knownSize(size)}${news} `), 'muted')], columns);
  });
}
