import { Box, Text, useWindowSize } from 'ink';
import { useSyncExternalStore } from 'react';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { Lines } from '../components/Lines.tsx';
import type { Welcome } from '../model/welcome.ts';
import { MIN_COLUMNS, MIN_ROWS } from '../present/layout.ts';
import { welcomeRows } from '../present/welcome-lines.ts';
import type { Theme } from '../theme/theme.ts';

interface WelcomeScreenProps {
  readonly welcome: Welcome;
  readonly theme: Theme;
}

/** The one screen before the first shift: who sits down, and what to start with. */
export function WelcomeScreen({ welcome, theme }: WelcomeScreenProps) {
  const { fields, progress } = useSyncExternalStore(welcome.subscribe, welcome.get);
  const { columns, rows } = useWindowSize();
  if (columns < MIN_COLUMNS || rows < MIN_ROWS) {
    return <Text>{tuiTexts(fields.language).tooSmall(columns, rows)}</Text>;
  }
  return (
    <Box width={columns} height={rows} overflow="hidden">
      <Lines
        lines={welcomeRows(fields, progress, columns)}
        width={columns}
        height={rows}
        theme={theme}
      />
    </Box>
  );
}
