import { Box } from 'ink';
import { ComposerPane } from '../components/ComposerPane.tsx';
import { Lines } from '../components/Lines.tsx';
import { Row } from '../components/Row.tsx';
import type { ScreenProps } from '../components/screen-props.ts';
import { useKept } from '../hooks/use-kept.ts';
import { selectedIndex } from '../model/queue-model.ts';
import { divider, rule } from '../present/entry-lines.ts';
import { queuesLine } from '../present/header-line.ts';
import { queueLayout } from '../present/layout.ts';
import { noticeLine } from '../present/notice-line.ts';
import { previewLines } from '../present/preview-lines.ts';
import { queueHead } from '../present/queue-lines.ts';
import { queueList } from '../present/queue-list.ts';

/** The list of a saved queue with a preview, or the composer, beside or below it. */
export function QueueScreen({ ui, state, theme, time }: ScreenProps) {
  const layout = queueLayout(state);
  const { queue } = state;
  const { listWidth, listHeight, paneWidth, paneHeight, isPaneBeside } = layout;
  const { rows, excerpts, timesLeft, groups, columns, filter, marked, top } = queue;
  const what = [rows, excerpts, timesLeft, groups, columns, filter, marked, top];
  const size = { width: listWidth, height: listHeight };
  const { lines, rowOf } = useKept([...what, listHeight, listWidth, state.now, time], () =>
    queueList(state, time, size),
  );
  const previewed = [state.preview, state.previewScroll, paneWidth, state.now, time];
  const preview = useKept(previewed, () => previewLines(state, time, paneWidth));
  const list = (
    <Box flexDirection="column" width={listWidth} height={listHeight + 2} overflow="hidden">
      <Row line={queueHead(state, listWidth)} width={listWidth} theme={theme} />
      <Lines
        lines={lines}
        width={listWidth}
        height={listHeight}
        theme={theme}
        selected={rowOf[selectedIndex(queue) - top]}
      />
      <Row line={noticeLine(state, time, listWidth)} width={listWidth} theme={theme} />
    </Box>
  );
  const pane = state.composer ? (
    <ComposerPane {...{ ui, state, theme, time }} width={paneWidth} height={paneHeight} />
  ) : (
    <Lines lines={preview} width={paneWidth} height={paneHeight} theme={theme} />
  );
  return (
    <Box flexDirection="column" height={state.rows - 2} overflow="hidden">
      <Row line={queuesLine(state)} width={state.columns} theme={theme} />
      {paneHeight === 0 ? (
        list
      ) : isPaneBeside ? (
        <Box height={listHeight + 2}>
          {list}
          <Lines lines={divider(listHeight + 2)} width={1} height={listHeight + 2} theme={theme} />
          {pane}
        </Box>
      ) : (
        <>
          {list}
          <Row line={rule(state.columns)} width={state.columns} theme={theme} />
          {pane}
        </>
      )}
    </Box>
  );
}
