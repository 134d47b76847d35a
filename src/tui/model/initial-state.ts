import type { Desk } from '../../app/desk/desk.ts';
import { emptyRing } from '../input/kill-ring.ts';
import { nothingWorked } from './active-time-model.ts';
import { noChecklists } from './checklist-state.ts';
import { deskNames } from './desk-names.ts';
import { noDiscrepancies } from './discrepancies-state.ts';
import { emptyKnowledge } from './knowledge-model.ts';
import { noPractice } from './practice/practice-tab.ts';
import { emptyQueue } from './queue-model.ts';
import { emptyReplies } from './replies-model.ts';
import { noShift } from './shift-state.ts';
import type { UiState } from './ui-state.ts';

const noTicket = {
  ticket: null,
  beside: null,
  checklists: noChecklists,
  lesson: null,
  massOffer: null,
  known: null,
  timeOffer: null,
  worked: nothingWorked,
  trail: [],
} as const;

const nothingWaits = {
  overdue: 0,
  nextPromise: null,
  promised: [],
  waitingOps: 0,
  supervised: { reviews: 0, helps: 0 },
} as const;

const noServer = {
  sync: null,
  presence: [],
  stations: null,
  discrepancies: noDiscrepancies,
} as const;

/** The screens before anything was read. */
export function initialState(desk: Desk, size: { columns: number; rows: number }): UiState {
  const { language, config } = desk;
  return {
    ...size,
    language,
    now: desk.clock.now(),
    meId: desk.me.id,
    ...deskNames(config),
    tab: 'queue',
    counts: [],
    ...nothingWaits,
    ...noServer,
    plan: null,
    shift: noShift,
    practice: noPractice,
    run: null,
    hasDemo: false,
    queue: emptyQueue(config.queues[0]?.code ?? 'all-open'),
    ...noTicket,
    preview: null,
    isPreviewShown: desk.settings.preview,
    previewScroll: 0,
    composer: null,
    wording: null,
    remarks: null,
    overlay: null,
    kills: emptyRing,
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
