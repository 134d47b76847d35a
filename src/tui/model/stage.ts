import type { Ui } from './ui.ts';

/** The terminal as workstations share it: one of them has it at a time, the others go on behind. */
export interface Stage {
  /** Gives the terminal to a workstation. */
  show(ui: Ui): void;
  size(): { readonly columns: number; readonly rows: number };
}
