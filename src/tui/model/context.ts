import type { Context } from '../actions/action.ts';
import type { ReadArticle } from './knowledge-state.ts';
import { quizContext } from './practice/quiz-state.ts';
import type { UiState } from './ui-state.ts';

/** Where the next key goes: the topmost thing on the screen. */
export function contextOf(state: UiState): Context {
  const { overlay } = state;
  if (overlay) return overlayContext(overlay.type);
  // In the other tabs the text being written waits behind the screen.
  const isWriting = state.composer !== null && (state.tab === 'queue' || state.tab === 'ticket');
  if (isWriting) return 'composer';
  switch (state.tab) {
    case 'queue':
      return state.queue.input ? 'filter' : 'queue';
    case 'ticket':
      return 'ticket';
    case 'knowledge':
      if (state.knowledge.article) return readingContext(state.knowledge.article);
      return state.knowledge.isTyping ? 'search' : 'knowledge';
    case 'replies':
      return state.replies.isTyping ? 'search' : 'replies';
    case 'shift':
      return state.shift.dialogues ? 'dialogues' : 'shift';
    case 'practice':
      if (state.practice.quiz) return quizContext(state.practice.quiz);
      return state.practice.review ? 'run-review' : 'practice';
    case 'discrepancies':
      return 'discrepancies';
  }
}

function readingContext({ find }: ReadArticle): Context {
  return find?.isTyping ? 'find' : 'article';
}

function overlayContext(type: NonNullable<UiState['overlay']>['type']): Context {
  return type;
}
