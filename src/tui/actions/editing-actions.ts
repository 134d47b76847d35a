import { toggleSelection, yankOlderText, yankText } from '../model/editing-model.ts';
import { quoteMessage } from '../model/quote-model.ts';
import { type Action, textContexts } from './action.ts';

const typing = [...textContexts];

/** Editing beyond the plain keys of a field: what was cut out comes back, text is selected, quoted. */
export const editingActions: readonly Action[] = [
  { id: 'yank', title: 'yank', contexts: typing, keys: ['ctrl+v'], run: yankText },
  { id: 'yank-older', title: 'yank-older', contexts: typing, keys: ['ctrl+]'], run: yankOlderText },
  {
    id: 'set-mark',
    title: 'set-mark',
    contexts: ['composer'],
    // Where input methods or the desktop take Ctrl+Space.
    keys: ['ctrl+space', 'ctrl+^'],
    run: toggleSelection,
  },
  { id: 'quote', title: 'quote', contexts: ['composer'], keys: ['ctrl+f'], run: quoteMessage },
];
