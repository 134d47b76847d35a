import type { ShownDontCard } from '../../app/content/dont-cards.ts';
import type { ListedTemplate } from '../../app/content/list-templates.ts';
import type { RenderedTemplate } from '../../app/content/rendered-template.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import type { AppliedTemplate } from '../../app/content/template-use.ts';
import type { FilterCompletion } from '../../app/queue/complete-filter.ts';
import type { RowGroup } from '../../app/queue/row-group.ts';
import type { SyncStatus } from '../../app/sync/sync-view.ts';
import type { DuePromise } from '../../app/ticket/due-promises.ts';
import type { QueueCount } from '../../app/ticket/list-queue.ts';
import type { SeenDraft } from '../../app/ticket/save-draft.ts';
import type { PickUp, TicketView } from '../../app/ticket/show-ticket.ts';
import type { Reviewer } from '../../app/wording/open-reviewer.ts';
import type { StatusRule } from '../../domain/desk-config.ts';
import type { GroupField, QueueColumnName, QueueRow, SortKey } from '../../domain/selection.ts';
import type { ShiftPlan } from '../../domain/shift/shift.ts';
import type { TimeLeft } from '../../domain/sla/time-left.ts';
import type { NewPromise, TextEffects } from '../../domain/text-effects.ts';
import type { AttachmentRef } from '../../domain/ticket.ts';
import type { Channel, Language, LocalName, Status } from '../../domain/vocabulary.ts';
import type { KillRing } from '../input/kill-ring.ts';
import type { TextHistory } from '../input/text-history.ts';
import type { TimeOffer, Worked } from './active-time-model.ts';
import type { Beside, Lesson } from './beside-state.ts';
import type { ChecklistState } from './checklist-state.ts';
import type { DiscrepanciesState } from './discrepancies-state.ts';
import type { KnowledgeState } from './knowledge-state.ts';
import type { KnownOffer, MassOffer } from './mailing-state.ts';
import type { Overlay } from './overlay-state.ts';
import type { PracticeTab } from './practice/practice-tab.ts';
import type { RunView } from './practice/run-view.ts';
import type { SeenPresence, SeenStations } from './presence-state.ts';
import type { Remarks } from './review-state.ts';
import type { ShiftState } from './shift-state.ts';
import type { StopPlace } from './stop-places.ts';

export type Tab =
  | 'queue'
  | 'ticket'
  | 'knowledge'
  | 'replies'
  | 'shift'
  | 'practice'
  | 'discrepancies';

/** A window of rows around what is seen; the rest of the list stays in the store. */
export interface QueueState {
  readonly code: string;
  readonly filter: string;
  /** The filter line while it is being typed. */
  readonly input: TextHistory | null;
  /** What the filter line may go on with; null while nothing is typed there. */
  readonly completion: FilterCompletion | null;
  /** Which earlier filter stands in the line, and what was typed before; null for none. */
  readonly recalled: { readonly place: number; readonly typed: string } | null;
  readonly filterProblem: string | null;
  readonly words: string;
  readonly sort: readonly SortKey[];
  readonly group: GroupField | null;
  /** The columns that were asked for; null for the list's own. */
  readonly columns: readonly QueueColumnName[] | null;
  /** The group of each loaded row, by ticket id; empty while rows stand in no groups. */
  readonly groups: ReadonlyMap<string, RowGroup>;
  readonly total: number;
  /** Offset of the first loaded row. */
  readonly offset: number;
  readonly rows: readonly QueueRow[];
  /** Which line of the ticket's texts has the searched words, by ticket id. */
  readonly excerpts: ReadonlyMap<string, string>;
  /** What is left until the nearest deadline of the rows that are seen, by ticket id. */
  readonly timesLeft: ReadonlyMap<string, TimeLeft | null>;
  readonly selectedId: string | null;
  /** Place of the first visible row in the whole list. */
  readonly top: number;
  readonly marked: ReadonlySet<string>;
  /** Tickets that came above what is seen since the list was last moved. */
  readonly arrivals: number;
}

export interface TicketState {
  readonly view: TicketView;
  readonly pickUp: PickUp;
  /** First visible line of the timeline; -1 keeps the end in sight. */
  readonly scroll: number;
}

export type ComposerKind = 'reply' | 'note' | 'solution' | 'mass';

/** A text being written, and what goes with it. */
export interface ComposerState {
  readonly kind: ComposerKind;
  readonly ticketId: string;
  /** By which it goes; null when the ticket is gone. */
  readonly channel: Channel | null;
  readonly history: TextHistory;
  readonly promise: NewPromise | null;
  readonly status: Status | null;
  readonly attachments: readonly AttachmentRef[];
  readonly templateId: string | null;
  /** The templates that were put in, to tell at the end what was made of them. */
  readonly applied?: readonly PutTemplate[] | undefined;
  /** The places that they filled or leave to be chosen, in text order. */
  readonly places?: readonly StopPlace[] | undefined;
  /** The colleague's reply that is changed here before it goes. */
  readonly reviewId?: string | undefined;
  /** What is sent goes before a mentor first. */
  readonly isSupervised?: boolean | undefined;
  /** Revision of the ticket when the writing began: what came after it is news. */
  readonly sinceRev: number;
  /** Its draft as this window wrote it last; null before the first letter. */
  readonly draft: SeenDraft | null;
  /** The last time the text was saved, epoch ms; null while something typed is not saved yet. */
  readonly savedAt: number | null;
  readonly saveProblem: string | null;
}

/** A template that was put into a text, and what it changes beside it. */
export interface PutTemplate extends AppliedTemplate {
  readonly effects: TextEffects;
}

export interface Toast {
  readonly text: string;
  readonly kind: 'done' | 'problem';
  readonly until: number;
}

/** «While you were away»: what happened since a time (epoch ms), in one line. */
export interface AwayStrip {
  /** What the time was, where it was more than being away; null for that. */
  readonly title: string | null;
  readonly text: string;
  readonly since: number;
  /** The ticket that was selected then: once the finger has moved on, Enter opens tickets again. */
  readonly overId: string | null;
}

/** A reply that can still be taken back. */
export interface HeldReply {
  readonly opId: string;
  readonly ticketId: string;
  readonly number: string;
  readonly until: number;
}

export interface RepliesState {
  /** Null until the templates were read. */
  readonly library: TemplateLibrary | null;
  readonly query: TextHistory;
  readonly isTyping: boolean;
  readonly items: readonly ListedTemplate[];
  /** How we do not talk: they stand below the templates. */
  readonly cards: readonly ShownDontCard[];
  readonly shownCards: readonly ShownDontCard[];
  /** How often each template was sent, by id. */
  readonly uses: ReadonlyMap<string, number>;
  /** The digits of my favourites, by id. */
  readonly favourites: ReadonlyMap<string, number>;
  /** Place among the templates and, behind them, the cards. */
  readonly selected: number;
  /** Place of the first visible row: situations and templates are rows. */
  readonly top: number;
  /** The preview is the other language. */
  readonly isTwin: boolean;
  /** The selected template filled for the ticket at hand. */
  readonly preview: RenderedTemplate | null;
  /** Number of the ticket it is filled for; null when there is none. */
  readonly previewFor: string | null;
}

/** Everything the screens show. Replaced as a whole; never changed in place. */
export interface UiState {
  readonly columns: number;
  readonly rows: number;
  readonly language: Language;
  readonly now: number;
  readonly meId: string;
  readonly statuses: readonly StatusRule[];
  readonly lineNames: ReadonlyMap<string, LocalName>;
  readonly kindNames: ReadonlyMap<string, LocalName>;
  readonly timeZone: string;
  readonly tab: Tab;
  readonly counts: readonly QueueCount[];
  readonly overdue: number;
  readonly nextPromise: { readonly at: number; readonly number: string } | null;
  /** My promises that are late or come up within a day, nearest first. */
  readonly promised: readonly DuePromise[];
  readonly waitingOps: number;
  /** Replies and calls for help that wait for me to look at; zeros for whoever looks through none. */
  readonly supervised: { readonly reviews: number; readonly helps: number };
  /** How the exchange with the server stands; null on a store without one. */
  readonly sync: SyncStatus | null;
  /** Colleagues who have tickets open, as they said last. */
  readonly presence: readonly SeenPresence[];
  /** What is heard of colleagues' workstations; null while nothing is. */
  readonly stations: SeenStations | null;
  readonly discrepancies: DiscrepanciesState;
  /** The shift that is on by the calendar. */
  readonly plan: Pick<ShiftPlan, 'name' | 'kind'> | null;
  readonly shift: ShiftState;
  readonly practice: PracticeTab;
  /** The run that is played here; null at live work. */
  readonly run: RunView | null;
  readonly hasDemo: boolean;
  readonly queue: QueueState;
  readonly ticket: TicketState | null;
  /** What may help with the ticket at hand; null before one was opened. */
  readonly beside: Beside | null;
  /** The lists for an angry customer and for a closing text. */
  readonly checklists: ChecklistState;
  /** A ticket that was just resolved and may be worth an article. */
  readonly lesson: Lesson | null;
  /** Fresh tickets that look like one cause; null while nothing does. */
  readonly massOffer: MassOffer | null;
  /** The open mass incident that the ticket at hand may be part of. */
  readonly known: KnownOffer | null;
  /** Tickets looked at before, for the way back. */
  readonly trail: readonly { readonly ticketId: string; readonly scroll: number }[];
  /** Preview of the selected ticket. */
  readonly preview: TicketView | null;
  readonly isPreviewShown: boolean;
  /** Rows of the preview scrolled away. */
  readonly previewScroll: number;
  readonly composer: ComposerState | null;
  /** The rules of wording; null until they were read. */
  readonly wording: Reviewer | null;
  /** What they say about the text being written as it was when the fingers last rested. */
  readonly remarks: Remarks | null;
  readonly overlay: Overlay | null;
  /** Texts taken out of any field, to be put in elsewhere. */
  readonly kills: KillRing;
  readonly toast: Toast | null;
  readonly held: HeldReply | null;
  readonly strip: AwayStrip | null;
  /** Working time that Enter would note; any other key lets it go. */
  readonly timeOffer: TimeOffer | null;
  readonly worked: Worked;
  readonly mutedUntil: number;
  readonly pendingKeys: readonly { readonly keys: string; readonly title: string }[];
  readonly knowledge: KnowledgeState;
  readonly replies: RepliesState;
  /** Actions used so far, up to five: until then the first hints stand. */
  readonly keysUsed: number;
  /** Every key and paste since the start. */
  readonly keyCount: number;
}
