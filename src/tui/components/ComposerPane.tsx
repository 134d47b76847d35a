import { Box } from 'ink';
import { hasBeside } from '../model/beside-state.ts';
import { composerHead, composerLines } from '../present/composer-lines.ts';
import { besideLine } from '../present/side-lines.ts';
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
  // In the ticket's own screen they stand above the text or beside it.
  const isHinted = state.tab === 'queue' && hasBeside(state.beside, composer.ticketId);
  const textHeight = height - (isHinted ? 2 : 1);
  return (
    <Box flexDirection="column" width={width} height={height} overflow="hidden">
      <Row line={composerHead(composer, state, time, width)} width={width} theme={theme} />
      <Lines
        lines={composerLines(composer, width, textHeight)}
        width={width}
        height={textHeight}
        theme={theme}
      />
      {isHinted && <Row line={besideLine(state, width)} width={width} theme={theme} />}
    </Box>
  );
}
