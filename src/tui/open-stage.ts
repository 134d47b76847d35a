import type { render } from 'ink';
import { createElement } from 'react';
import { createDispatcher } from './actions/dispatch.ts';
import { App, type AppProps } from './app.tsx';
import { RUN_ROWS } from './model/practice/run-view.ts';
import { saveTyped } from './model/save-typed.ts';
import type { Stage } from './model/stage.ts';
import type { Terminal } from './terminal-session.ts';

/** The stage with what the program itself needs of it. */
export interface OpenStage extends Stage {
  /** Tells whoever has the terminal how large it is. */
  fit(size: { readonly columns: number; readonly rows: number }): void;
  /** Keeps what was typed at any workstation. */
  saveAll(): void;
}

/** Shares one terminal among workstations; the first one has it at the beginning. */
export function openStage(
  terminal: Terminal,
  app: ReturnType<typeof render>,
  props: AppProps,
): OpenStage {
  let shown = props.ui;
  const fit: OpenStage['fit'] = ({ columns, rows }) => {
    const above = shown.practice ? RUN_ROWS : 0;
    shown.store.set({ columns, rows: rows - above });
  };
  return {
    fit,
    size: terminal.size,
    show: (ui) => {
      shown = ui;
      app.rerender(createElement(App, { ...props, ui }));
      terminal.attach(createDispatcher(ui), fit, () => app.clear());
      fit(terminal.size());
    },
    saveAll: () => {
      saveTyped(props.ui);
      if (shown !== props.ui) saveTyped(shown);
    },
  };
}
