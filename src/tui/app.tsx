import { Box, Text, useApp } from 'ink';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { tuiTexts } from '../i18n/tui-texts.ts';
import { Lines } from './components/Lines.tsx';
import { Row } from './components/Row.tsx';
import { contextOf } from './model/context.ts';
import { RUN_ROWS } from './model/practice/run-view.ts';
import type { Ui } from './model/ui.ts';
import type { UiState } from './model/ui-state.ts';
import { footerLines } from './present/footer-line.ts';
import { headerLine } from './present/header-line.ts';
import { MIN_COLUMNS, MIN_ROWS } from './present/layout.ts';
import { bannerLines } from './present/practice-banner.ts';
import { createTimeText } from './present/time-text.ts';
import { DiscrepanciesScreen } from './screens/DiscrepanciesScreen.tsx';
import { KnowledgeScreen } from './screens/KnowledgeScreen.tsx';
import { OverlayScreen } from './screens/OverlayScreen.tsx';
import { PracticeScreen } from './screens/PracticeScreen.tsx';
import { QueueScreen } from './screens/QueueScreen.tsx';
import { RepliesScreen } from './screens/RepliesScreen.tsx';
import { ShiftScreen } from './screens/ShiftScreen.tsx';
import { TicketScreen } from './screens/TicketScreen.tsx';
import type { Suspend } from './terminal-port.ts';
import type { Theme } from './theme/theme.ts';

/** What the whole screen is drawn from. */
export interface AppProps {
  readonly ui: Ui;
  readonly theme: Theme;
  /** Learns how to lend the terminal to an editor. */
  readonly onMount: (suspend: Suspend) => void;
}

/** The whole screen: one row of where I am, the body, one row of what I can do. */
export function App({ ui, theme, onMount }: AppProps) {
  const { suspendTerminal } = useApp();
  useEffect(() => onMount((work) => suspendTerminal(work)), [onMount, suspendTerminal]);
  const state = useSyncExternalStore(ui.store.subscribe, ui.store.get);
  const { language, timeZone, columns, rows } = state;
  const time = useMemo(() => createTimeText(timeZone, language), [timeZone, language]);
  if (columns < MIN_COLUMNS || rows < MIN_ROWS) {
    return <Text>{tuiTexts(language).tooSmall(columns, rows)}</Text>;
  }
  const Body = bodyOf(state);
  const foot = footerLines(state, ui.bindings(), contextOf(state));
  const above = foot.slice(0, -1);
  const top = state.run ? RUN_ROWS : 0;
  return (
    <Box flexDirection="column" width={columns} height={top + rows} overflow="hidden">
      {state.run && (
        <Lines lines={bannerLines(state)} width={columns} height={RUN_ROWS} theme={theme} />
      )}
      <Row line={headerLine(state, time)} width={columns} theme={theme} />
      <Body {...{ ui, state, theme, time }} />
      <Lines lines={foot.slice(-1)} width={columns} height={1} theme={theme} />
      {above.length > 0 && (
        <Box position="absolute" marginTop={top + rows - foot.length}>
          <Lines lines={above} width={columns} height={above.length} theme={theme} />
        </Box>
      )}
    </Box>
  );
}

function bodyOf(state: UiState) {
  if (state.overlay) return OverlayScreen;
  switch (state.tab) {
    case 'queue':
      return QueueScreen;
    case 'ticket':
      return TicketScreen;
    case 'knowledge':
      return KnowledgeScreen;
    case 'replies':
      return RepliesScreen;
    case 'shift':
      return ShiftScreen;
    case 'practice':
      return PracticeScreen;
    case 'discrepancies':
      return DiscrepanciesScreen;
  }
}
