import { Lines } from '../components/Lines.tsx';
import type { ScreenProps } from '../components/screen-props.ts';
import { useKept } from '../hooks/use-kept.ts';
import { boardScreen } from '../present/board-lines.ts';
import { dialogueRows } from '../present/dialogues-lines.ts';

/** The lead's glance: the board of the shift, or the review of its dialogues over it. */
export function ShiftScreen({ state, theme, time }: ScreenProps) {
  const { shift, columns, rows, language } = state;
  const height = rows - 2;
  const { lines, selected } = useKept([shift, state.sync, columns, rows, language, time], () =>
    shift.dialogues === null
      ? { lines: boardScreen(state, time).lines, selected: undefined }
      : dialogueRows(state, time, height),
  );
  return <Lines lines={lines} width={columns} height={height} theme={theme} selected={selected} />;
}
