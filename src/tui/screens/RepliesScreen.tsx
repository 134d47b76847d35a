import { Lines } from '../components/Lines.tsx';
import type { ScreenProps } from '../components/screen-props.ts';
import { repliesLines } from '../present/replies-lines.ts';

/** Templates by situation with the selected one as it would stand in the reply. */
export function RepliesScreen({ state, theme, time }: ScreenProps) {
  return (
    <Lines
      lines={repliesLines(state, time)}
      width={state.columns}
      height={state.rows - 2}
      theme={theme}
    />
  );
}
