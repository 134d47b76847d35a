import { Box } from 'ink';
import { composerHead, composerLines } from '../present/composer-lines.ts';
import { Lines } from './Lines.tsx';
import { Row } from './Row.tsx';
import type { ScreenProps } from './screen-props.ts';

interface ComposerPaneProps extends ScreenProps {
  readonly width: number;
  readonly height: number;
}

/** The text being written: whom it goes to is said in a word and shown by the bar before it. */
export function ComposerPane({ state, theme, time, width, height }: ComposerPaneProps) {
  const { composer } = state;
  if (!composer) return null;
  return (
    <Box flexDirection="column" width={width} height={height} overflow="hidden">
      <Row line={composerHead(composer, state, time, width)} width={width} theme={theme} />
      <Lines
        lines={composerLines(composer, width, height - 1)}
        width={width}
        height={height - 1}
        theme={theme}
      />
    </Box>
  );
}
