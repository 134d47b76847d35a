import { Box } from 'ink';
import type { Line } from '../present/line.ts';
import type { Theme } from '../theme/theme.ts';
import { Row } from './Row.tsx';

interface LinesProps {
  readonly lines: readonly Line[];
  readonly width: number;
  /** Exactly this many rows are drawn: missing ones are blank, further ones are left out. */
  readonly height: number;
  readonly theme: Theme;
  /** Index of the inverse row. */
  readonly selected?: number | undefined;
}

const blank: Line = [];

/** A pane of ready rows of a fixed height, so that the heights of a screen always add up. */
export function Lines({ lines, width, height, theme, selected }: LinesProps) {
  const rows = Array.from({ length: Math.max(0, height) }, (_, i) => lines[i] ?? blank);
  return (
    <Box flexDirection="column" height={height} width={width} overflow="hidden">
      {rows.map((line, i) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
          key={i}
          line={line}
          width={width}
          theme={theme}
          isSelected={i === selected}
        />
      ))}
    </Box>
  );
}
