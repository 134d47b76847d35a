import type { FoundArticle, Knowledge, ShownArticle } from '../../app/content/knowledge.ts';
import type { ListedTemplate } from '../../app/content/list-templates.ts';
import type { RenderedTemplate } from '../../app/content/render-template.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import type { QueueCount } from '../../app/ticket/list-queue.ts';
import type { PickUp, TicketView } from '../../app/ticket/show-ticket.ts';
import type { Block } from '../../content/article-markdown.ts';
import type { NewPromise } from '../../domain/command.ts';
import type { LocalName, StatusRule } from '../../domain/desk-config.ts';
import type { QueueRow } from '../../domain/selection.ts';
import type { AttachmentRef } from '../../domain/ticket.ts';
import type { Language, Status } from '../../domain/vocabulary.ts';
import type { TextHistory } from '../input/text-history.ts';
import type { Line } from '../present/line.ts';

export type Tab = 'queue' | 'ticket' | 'knowledge' | 'replies';

/** A window of rows around what is seen; the rest of the list stays in the store. */
export interface QueueState {
  readonly code: string;
  readonly filter: string;
  /** The filter line while it is being typed. */
  readonly input: TextHistory | null;
  readonly filterProblem: string | null;
  readonly words: string;
  readonly total: number;
  /** Offset of the first loaded row. */
  readonly offset: number;
  readonly rows: readonly QueueRow[];
  /** Which line of the ticket's texts has the searched words, by ticket id. */
  readonly excerpts: ReadonlyMap<string, string>;
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
  /** Articles of the base that fit it. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  /** First visible line of the timeline; -1 keeps the end in sight. */
  readonly scroll: number;
}

export type ComposerKind = 'reply' | 'note' | 'solution';

/** A text being written, and what goes with it. */
export interface ComposerState {
  readonly kind: ComposerKind;
  readonly ticketId: string;
  readonly history: TextHistory;
  readonly promise: NewPromise | null;
  readonly status: Status | null;
  readonly attachments: readonly AttachmentRef[];
  readonly templateId: string | null;
  /** Entries of others on the ticket when the writing began. */
  readonly heard: number;
  /** The last time the text was saved, epoch ms; null while something typed is not saved yet. */
  readonly savedAt: number | null;
  readonly saveProblem: string | null;
}

/** One choice of a menu or a picker. A disabled one stays and says why. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly disabled: string | null;
}

export type Overlay =
  | {
      readonly type: 'picker';
      readonly purpose: string;
      readonly title: string;
      readonly query: TextHistory;
      readonly choices: readonly Choice[];
      readonly shown: readonly Choice[];
      readonly selected: number;
      /** Whether typing narrows the list; without it digits choose. */
      readonly isSearchable: boolean;
      /** Digits choose while nothing is typed: they stand before the first nine. */
      readonly hasDigits: boolean;
      readonly preview: ((choice: Choice) => readonly string[]) | null;
      readonly choose: (choice: Choice) => void;
    }
  | {
      readonly type: 'prompt';
      readonly title: string;
      readonly field: TextHistory;
      readonly problem: string | null;
      /** What the typed text means, shown while typing. */
      readonly explain: (text: string) => string;
      /** Takes the text; a sentence when it cannot. */
      readonly submit: (text: string) => string | null;
    }
  | {
      readonly type: 'pager';
      readonly title: string;
      readonly lines: readonly Line[];
      readonly scroll: number;
    }
  | {
      readonly type: 'review';
      readonly changed: boolean;
      readonly problems: readonly string[];
      /** Rows of a long text scrolled away. */
      readonly scroll: number;
    }
  | CallPad;

/** The call pad: the first line is the problem, then who calls. */
export interface CallPad {
  readonly type: 'call';
  readonly startedAt: number;
  readonly problem: TextHistory;
  readonly caller: TextHistory;
  readonly focus: 'problem' | 'caller';
  readonly found: readonly Caller[];
  readonly selected: number;
  /** What of the pad is in the store as a draft; differs while something typed is not saved yet. */
  readonly savedText: string;
  /** What could not be saved and why, until something else is typed. */
  readonly saveFailure: { readonly text: string; readonly why: string } | null;
}

export interface Caller {
  readonly contactId: string | null;
  readonly customerId: string | null;
  readonly label: string;
  readonly detail: string;
}

export interface Toast {
  readonly text: string;
  readonly kind: 'done' | 'problem';
  readonly until: number;
}

/** «While you were away»: what happened since a time (epoch ms), in one line. */
export interface AwayStrip {
  readonly text: string;
  readonly since: number;
}

/** A reply that can still be taken back. */
export interface HeldReply {
  readonly opId: string;
  readonly ticketId: string;
  readonly number: string;
  readonly until: number;
}

/** The article that is being read. */
export interface ReadArticle {
  readonly shown: ShownArticle;
  readonly blocks: readonly Block[];
  /** First visible row of its text. */
  readonly scroll: number;
}

export interface KnowledgeState {
  /** Null until the articles were read. */
  readonly base: Knowledge | null;
  readonly query: TextHistory;
  readonly isTyping: boolean;
  readonly hits: readonly FoundArticle[];
  readonly readAs: string | null;
  readonly suggestion: string | null;
  readonly selected: number;
  /** Place of the first visible hit. */
  readonly top: number;
  readonly article: ReadArticle | null;
}

export interface RepliesState {
  /** Null until the templates were read. */
  readonly library: TemplateLibrary | null;
  readonly query: TextHistory;
  readonly isTyping: boolean;
  readonly items: readonly ListedTemplate[];
  readonly selected: number;
  /** Place of the first visible row: situations and templates are rows. */
  readonly top: number;
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
  readonly timeZone: string;
  readonly tab: Tab;
  readonly counts: readonly QueueCount[];
  readonly overdue: number;
  readonly nextPromise: { readonly at: number; readonly number: string } | null;
  readonly waitingOps: number;
  readonly hasDemo: boolean;
  readonly queue: QueueState;
  readonly ticket: TicketState | null;
  /** Tickets looked at before, for the way back. */
  readonly trail: readonly { readonly ticketId: string; readonly scroll: number }[];
  /** Preview of the selected ticket. */
  readonly preview: TicketView | null;
  readonly isPreviewShown: boolean;
  /** Rows of the preview scrolled away. */
  readonly previewScroll: number;
  readonly composer: ComposerState | null;
  readonly overlay: Overlay | null;
  readonly toast: Toast | null;
  readonly held: HeldReply | null;
  readonly strip: AwayStrip | null;
  readonly mutedUntil: number;
  readonly pendingKeys: readonly { readonly keys: string; readonly title: string }[];
  readonly knowledge: KnowledgeState;
  readonly replies: RepliesState;
  /** Actions used so far, up to five: until then the first hints stand. */
  readonly keysUsed: number;
  /** Every key and paste since the start. */
  readonly keyCount: number;
}
