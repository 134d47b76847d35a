import type { ShiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { type AcceptanceScreen, answerOf, type OfferedItem } from '../model/acceptance-state.ts';
import type { UiState } from '../model/ui-state.ts';
import type { TimeText } from './time-text.ts';

/** What taking a shift over is drawn with. */
export interface AcceptanceDrawing {
  readonly screen: AcceptanceScreen;
  readonly state: UiState;
  readonly time: TimeText;
  readonly w: ShiftReportTexts;
}

/** `Пётр → вы`; one name where nothing changes. */
export function ownerWords(offered: OfferedItem, { screen, state, w }: AcceptanceDrawing): string {
  const nameOf = (id: string | null) => {
    if (id === null) return w.accept.nobody;
    return id === state.meId ? w.accept.me : (screen.names.get(id) ?? id);
  };
  const { ownerId } = answerOf(screen, offered.item.key);
  const next = nameOf(ownerId ?? offered.ownerId);
  const now = nameOf(offered.seenOwnerId);
  return now === next ? next : `${now} → ${next}`;
}
