import { favourChoice, hasFavourites } from '../model/overlays.ts';
import { clearReplies } from '../model/replies-model.ts';
import { copyReply, favourReply, insertReply, turnTwin } from '../model/reply-choice.ts';
import type { Action } from './action.ts';

/** The list of scripted replies; walking and searching it is shared with the knowledge base. */
export const repliesActions: readonly Action[] = [
  {
    id: 'replies-insert',
    title: 'insert',
    contexts: ['replies'],
    keys: ['enter', '+'],
    hint: 1,
    run: insertReply,
  },
  {
    id: 'replies-copy',
    title: 'copy-reply',
    contexts: ['replies'],
    keys: ['y', 'c'],
    hint: 2,
    run: copyReply,
  },
  {
    id: 'replies-favourite',
    title: 'favourite',
    contexts: ['replies'],
    keys: ['*'],
    hint: 4,
    run: favourReply,
  },
  {
    id: 'replies-twin',
    title: 'twin',
    contexts: ['replies'],
    keys: ['l'],
    hint: 5,
    run: turnTwin,
  },
  {
    id: 'replies-clear',
    title: 'clear',
    contexts: ['replies'],
    keys: ['escape'],
    run: clearReplies,
  },
  {
    id: 'picker-favourite',
    title: 'favourite',
    contexts: ['picker'],
    keys: ['ctrl+f'],
    whyNot: (ui) => (hasFavourites(ui) ? null : ''),
    run: favourChoice,
  },
];
