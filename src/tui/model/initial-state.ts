import type { Desk } from '../../app/desk/desk.ts';
import { emptyKnowledge } from './knowledge-model.ts';
import { emptyQueue } from './queue-model.ts';
import { emptyReplies } from './replies-model.ts';
import type { UiState } from './ui-state.ts';

/** The screens before anything was read. */
export function initialState(desk: Desk, size: { columns: number; rows: number }): UiState {
  const { language, config } = desk;
  return {
    ...size,
    language,
    now: desk.clock.now(),
    meId: desk.me.id,
    statuses: config.statuses,
    lineNames: new Map(config.lines.map((line) => [line.code, line.short])),
    timeZone: config.timeZone,
    tab: 'queue',
    counts: [],
    overdue: 0,
    nextPromise: null,
    waitingOps: 0,
    hasDemo: false,
    queue: emptyQueue(config.queues[0]?.code ?? 'all-open'),
    ticket: null,
    beside: null,
    lesson: null,
    trail: [],
    preview: null,
    isPreviewShown: desk.settings.preview,
    previewScroll: 0,
    composer: null,
    overlay: null,
    toast: null,
    held: null,
    strip: null,
    mutedUntil: 0,
    pendingKeys: [],
    knowledge: emptyKnowledge,
    replies: emptyReplies,
    keysUsed: 0,
    keyCount: 0,
  };
}
