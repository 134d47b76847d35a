import type { Ui } from '../model/ui.ts';
import type { UiState } from '../model/ui-state.ts';
import type { TimeText } from '../present/time-text.ts';
import type { Theme } from '../theme/theme.ts';

/** What every screen is drawn from. */
export interface ScreenProps {
  readonly ui: Ui;
  readonly state: UiState;
  readonly theme: Theme;
  readonly time: TimeText;
}
