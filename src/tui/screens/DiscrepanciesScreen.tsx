import { Lines } from '../components/Lines.tsx';
import type { ScreenProps } from '../components/screen-props.ts';
import { discrepancyRows } from '../present/discrepancy-lines.ts';

/** What is not at the server as I meant it: what I did beside what stands there now. */
export function DiscrepanciesScreen({ state, theme, time }: ScreenProps) {
  const height = state.rows - 2;
  const { lines, selected } = discrepancyRows(state, time, height);
  return (
    <Lines lines={lines} width={state.columns} height={height} theme={theme} selected={selected} />
  );
}
