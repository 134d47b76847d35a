import { showControls } from '../../util/to-safe.ts';
import type { TextBuffer } from '../input/text-buffer.ts';
import { applyEdit, type EditKind, type TextHistory } from '../input/text-history.ts';
import { composerWidth, formTextWidth, problemWidth } from '../present/layout.ts';
import { findCaller } from './call-model.ts';
import { editComposer, withHistory } from './composer-model.ts';
import { contextOf } from './context.ts';
import { typeFilter } from './filter-model.ts';
import { typeFind } from './find-model.ts';
import { focusedField, typeInForm } from './form-model.ts';
import { entryOf, isChosen } from './form-state.ts';
import { searchKnowledge } from './knowledge-search.ts';
import { narrowPicker } from './overlays.ts';
import { narrowReplies } from './replies-model.ts';
import type { Ui } from './ui.ts';

/** The text that letters go into now, or null in a command context. */
export interface Field {
  readonly history: TextHistory;
  readonly isMultiline: boolean;
  /** Cells of a row; a field of one line has one row. */
  readonly width: number;
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
    case 'form':
      return overlayField(ui);
    default:
      return null;
  }
}

function filterField(ui: Ui): Field | null {
  const { input } = ui.store.get().queue;
  if (!input) return null;
  return single(input, (next) => typeFilter(ui, next));
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
    width: composerWidth(ui.store.get()),
    edit: (next, kind) => editComposer(ui, next, kind),
    replace: (history) => ui.store.set({ composer: withHistory(composer, history) }),
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
      const width = problemWidth(ui.store.get().columns);
      return { ...single(overlay.problem, replace), isMultiline: true, width };
    }
    case 'form': {
      const field = focusedField(overlay);
      if (!field || isChosen(field)) return null;
      const typed = single(entryOf(overlay, field.id).history, (next) => typeInForm(ui, next));
      if (field.type !== 'long-text') return typed;
      return { ...typed, isMultiline: true, width: formTextWidth(ui.store.get().columns) };
    }
    default:
      return null;
  }
}

function single(history: TextHistory, replace: (history: TextHistory) => void): Field {
  return {
    history,
    isMultiline: false,
    width: Number.POSITIVE_INFINITY,
    edit: (next, kind) => replace(applyEdit(history, next, kind)),
    replace,
  };
}

/** What a field of one line takes of a paste, in UTF-16 units: lists are searched by it. */
const ONE_LINE = 4_000;

/** Typed or pasted text as a field takes it: no control characters, one line where there is one. */
export function fieldText(text: string, field: Field): string {
  if (field.isMultiline) return showControls(text.replace(/\r\n?/g, '\n'));
  const head = text.slice(0, ONE_LINE).replace(/\r\n?/g, '\n');
  return showControls(head).replace(/\s*\n\s*/g, ' ');
}
