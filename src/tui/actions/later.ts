import type { Ui } from '../model/ui.ts';

/** An action whose code is read when it is first wanted. Keys typed meanwhile wait for it. */
export function later<Model>(
  load: () => Promise<Model>,
  run: (model: Model, ui: Ui) => void | Promise<void>,
): (ui: Ui) => Promise<void> {
  return (ui) => {
    const work = load().then((model) => (ui.gate.isClosed ? undefined : run(model, ui)));
    ui.gate.hold(work);
    return work;
  };
}
