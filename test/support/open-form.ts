import type { FormState } from '../../src/tui/model/form-state.ts';
import { formRows } from '../../src/tui/present/form-lines.ts';
import { must } from '../../src/util/must.ts';
import type { WorkStage } from './work-stage.ts';

/** The form that stands open. */
export function formOf(stage: WorkStage): FormState {
  const { overlay } = stage.state;
  return must(overlay?.type === 'form' ? overlay : null, 'an open form');
}

/** The rows of the open form as they are read. */
export function shownForm(stage: WorkStage): string {
  const { lines } = formRows(formOf(stage), stage.state, stage.state.rows - 2);
  return lines
    .map((line) =>
      line
        .map((part) => part.text)
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
