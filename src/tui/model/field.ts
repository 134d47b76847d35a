import { showControls } from '../../util/to-safe.ts';
import type { TextBuffer } from '../input/text-buffer.ts';
import { applyEdit, type EditKind, type TextHistory } from '../input/text-history.ts';
import { findCaller } from './call-model.ts';
import { editComposer } from './composer-model.ts';
import { contextOf } from './context.ts';
import { typeFind } from './find-model.ts';
import { searchKnowledge } from './knowledge-search.ts';
import { narrowPicker } from './overlays.ts';
import { filterQueue } from './queue-model.ts';
import { narrowReplies } from './replies-model.ts';
import type { Ui } from './ui.ts';

/** The text that letters go into now, or null in a command context. */
export interface Field {
  readonly history: TextHistory;
  readonly isMultiline: boolean;
  edit(next: TextBuffer, kind: EditKind): void;
  /** Replaces the whole history (undo and redo of typing). */
  replace(history: TextHistory): void;
}

/** Finds the text field that has the caret. */
export function fieldOf(ui: Ui): Field | null {
  const state = ui.store.get();
  switch (contextOf(state)) {
    case 'filter':
      return filterField(ui);
    case 'search':
      return state.tab === 'knowledge'
        ? single(state.knowledge.query, (query) => searchKnowledge(ui, query))
        : single(state.replies.query, (query) => narrowReplies(ui, query));
    case 'find':
      return findField(ui);
    case 'composer':
      return composerField(ui);
    case 'picker':
    case 'prompt':
    case 'call':
      return overlayField(ui);
    default:
      return null;
  }
}

function filterField(ui: Ui): Field | null {
  const { input } = ui.store.get().queue;
  if (!input) return null;
  return single(input, (next) => {
    ui.store.set({ queue: { ...ui.store.get().queue, input: next } });
    filterQueue(ui, next.present.text);
  });
}

function findField(ui: Ui): Field | null {
  const { article } = ui.store.get().knowledge;
  return article?.find ? single(article.find.query, (query) => typeFind(ui, query)) : null;
}

function composerField(ui: Ui): Field | null {
  const { composer } = ui.store.get();
  if (!composer) return null;
  return {
    history: composer.history,
    isMultiline: true,
    edit: (next, kind) => editComposer(ui, next, kind),
    replace: (history) => ui.store.set({ composer: { ...composer, history, savedAt: null } }),
  };
}

function overlayField(ui: Ui): Field | null {
  const { overlay } = ui.store.get();
  switch (overlay?.type) {
    case 'picker':
      return overlay.isSearchable
        ? single(overlay.query, (query) => narrowPicker(ui, query))
        : null;
    case 'prompt':
      return single(overlay.field, (field) =>
        ui.store.set({ overlay: { ...overlay, field, problem: null } }),
      );
    case 'call': {
      if (overlay.focus === 'caller') {
        return single(overlay.caller, (caller) => findCaller(ui, caller));
      }
      const replace = (problem: TextHistory) => ui.store.set({ overlay: { ...overlay, problem } });
      return { ...single(overlay.problem, replace), isMultiline: true };
    }
    default:
      return null;
  }
}

function single(history: TextHistory, replace: (history: TextHistory) => void): Field {
  return {
    history,
    isMultiline: false,
    edit: (next, kind) => replace(applyEdit(history, next, kind)),
    replace,
  };
}

/** Typed or pasted text as a field takes it: no control characters, one line where there is one. */
export function fieldText(text: string, field: Field): string {
  const cleaned = showControls(text.replace(/\r\n?/g, '\n'));
  return field.isMultiline ? cleaned : cleaned.replace(/\s*\n\s*/g, ' ');
}
