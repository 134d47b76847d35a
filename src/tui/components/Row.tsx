import { Text } from 'ink';
import { memo } from 'react';
import { type Line, paintLine } from '../present/line.ts';
import type { Theme } from '../theme/theme.ts';

interface RowProps {
  readonly line: Line;
  readonly width: number;
  readonly theme: Theme;
  readonly isSelected?: boolean;
}

/** One row of the screen: one ready-made string, since measuring many small ones costs the most. */
export const Row = memo(function Row({ line, width, theme, isSelected = false }: RowProps) {
  return <Text wrap="truncate">{paintLine(line, width, theme, isSelected)}</Text>;
});
