import type { DeskConfig } from '../../domain/desk-config.ts';
import type { UiState } from './ui-state.ts';

/** What the screens show of the rules of the desk: names, and the desk's clock. */
export function deskNames(
  config: DeskConfig,
): Pick<UiState, 'statuses' | 'lineNames' | 'kindNames' | 'timeZone'> {
  return {
    statuses: config.statuses,
    lineNames: new Map(config.lines.map((line) => [line.code, line.short])),
    kindNames: new Map(config.kinds.map((kind) => [kind.code, kind.name])),
    timeZone: config.timeZone,
  };
}
