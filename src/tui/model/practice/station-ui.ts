import { openContent } from '../../../app/desk/content-library.ts';
import type { Desk } from '../../../app/desk/desk.ts';
import { KeyGate } from '../../actions/key-gate.ts';
import { practiceBindings } from '../../actions/practice-bindings.ts';
import { afterChange } from '../act.ts';
import { initialState } from '../initial-state.ts';
import type { Ui } from '../ui.ts';
import { UiStore } from '../ui-store.ts';
import type { PracticeSeat } from './practice-seat.ts';
import { RUN_ROWS, type RunView } from './run-view.ts';

/** What the workstation of a run is made of. */
interface StationParts {
  readonly seat: PracticeSeat;
  readonly desk: Desk;
  readonly view: RunView;
}

/** The screens of a run: the same as those of live work, over another desk. */
export function stationUi(live: Ui, { seat, desk, view }: StationParts): Ui {
  const content = openContent(desk);
  const bindings = practiceBindings(live.desk().settings.keys);
  const { columns, rows } = live.stage?.size() ?? live.store.get();
  const { language } = live.store.get();
  const fresh = initialState(desk, { columns, rows: rows - RUN_ROWS });
  const ui: Ui = {
    desk: () => desk,
    store: new UiStore({ ...fresh, language, run: view }),
    terminal: live.terminal,
    content: () => content,
    bindings: () => bindings,
    gate: new KeyGate(),
    stage: live.stage,
    practice: seat,
    painted: () => live.painted(),
    leave: () => seat.leave(),
    touch: () => afterChange(ui),
  };
  return ui;
}
