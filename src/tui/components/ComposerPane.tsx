import { Box, useCursor } from 'ink';
import { useRef } from 'react';
import { hasBeside } from '../model/beside-state.ts';
import { hasChecklist } from '../model/checklist-state.ts';
import { RUN_ROWS } from '../model/practice/run-view.ts';
import { choiceLine, composerHead, composerRows } from '../present/composer-lines.ts';
import { remarkLine } from '../present/remark-line.ts';
import { besideLine } from '../present/side-lines.ts';
import { Lines } from './Lines.tsx';
import { Row } from './Row.tsx';
import type { ScreenProps } from './screen-props.ts';

interface ComposerPaneProps extends ScreenProps {
  readonly width: number;
  readonly height: number;
}

/**
 * The text being written: whom it goes to is said in a word and shown by the bar before it. The
 * terminal's own cursor stands at the caret, where input methods show what is being composed.
 */
export function ComposerPane({ state, theme, time, width, height }: ComposerPaneProps) {
  const { setCursorPosition } = useCursor();
  const top = useRef(0);
  const { composer } = state;
  if (!composer) return null;
  // In the ticket's own screen they stand above the text or beside it.
  const hasHint = hasBeside(state.beside, composer.ticketId) || hasChecklist(state);
  const isHinted = state.tab === 'queue' && hasHint;
  const remark = choiceLine(composer, width) ?? remarkLine(state, width) ?? [];
  const textHeight = height - (isHinted ? 3 : 2);
  const rows = composerRows(composer, { width, height: textHeight }, top.current);
  top.current = rows.top;
  // The pane ends above the footer, and its head stands above the text.
  const y = (state.run ? RUN_ROWS : 0) + state.rows - height + rows.caret.row;
  setCursorPosition({ x: rows.caret.col, y });
  return (
    <Box flexDirection="column" width={width} height={height} overflow="hidden">
      <Row line={composerHead(composer, state, time, width)} width={width} theme={theme} />
      <Lines lines={rows.lines} width={width} height={textHeight} theme={theme} />
      <Row line={remark} width={width} theme={theme} />
      {isHinted && <Row line={besideLine(state, width)} width={width} theme={theme} />}
    </Box>
  );
}
