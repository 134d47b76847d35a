import type { ShownDontCard } from '../../app/content/dont-cards.ts';
import type { FindInRow } from '../../app/content/find-in-text.ts';
import type { FoundArticle, Knowledge, ShownArticle } from '../../app/content/knowledge.ts';
import type { ListedTemplate } from '../../app/content/list-templates.ts';
import type { RenderedTemplate } from '../../app/content/rendered-template.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import type { AppliedTemplate } from '../../app/content/template-use.ts';
import type { ArticleOpinion } from '../../app/knowledge/article-opinion.ts';
import type { DiffLine } from '../../app/knowledge/compare-versions.ts';
import type { OpenVersion } from '../../app/knowledge/list-reviews.ts';
import type { Narrowing } from '../../app/knowledge/narrow-articles.ts';
import type { LeftSearch } from '../../app/knowledge/open-article.ts';
import type { IndexProgress } from '../../app/search/index-articles.ts';
import type { DuePromise } from '../../app/ticket/due-promises.ts';
import type { QueueCount } from '../../app/ticket/list-queue.ts';
import type { SeenDraft } from '../../app/ticket/save-draft.ts';
import type { PickUp, TicketView } from '../../app/ticket/show-ticket.ts';
import type { Reviewer } from '../../app/wording/open-reviewer.ts';
import type { Block } from '../../content/article-markdown.ts';
import type { NewPromise, TextEffects } from '../../domain/command.ts';
import type { LocalName, StatusRule } from '../../domain/desk-config.ts';
import type { QueueRow } from '../../domain/selection.ts';
import type { AttachmentRef } from '../../domain/ticket.ts';
import type { Channel, Language, Status } from '../../domain/vocabulary.ts';
import type { KillRing } from '../input/kill-ring.ts';
import type { TextHistory } from '../input/text-history.ts';
import type { Line } from '../present/line.ts';
import type { Beside, Lesson } from './beside-state.ts';
import type { ChecklistState } from './checklist-state.ts';
import type { Remarks, Review } from './review-state.ts';
import type { StopPlace } from './stop-places.ts';

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
  /** First visible line of the timeline; -1 keeps the end in sight. */
  readonly scroll: number;
}

export type ComposerKind = 'reply' | 'note' | 'solution';

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

/** One choice of a menu or a picker. A disabled one stays and says why. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly disabled: string | null;
}

/** How a list answers what is typed, where that is more than a look at its names. */
export interface PickerAnswers {
  /** At once, before the letter is painted. */
  readonly rank: (query: string) => readonly Choice[];
  /** Slower and fuller, after the letter is painted. */
  readonly complete?: (query: string) => readonly Choice[];
  /** Takes a text that is no question: the list closes and gives it back. */
  readonly passOn?: (typed: string) => boolean;
  /** Makes the choice a favourite or no favourite; the list as it stands then. */
  readonly favour?: (choice: Choice) => readonly Choice[];
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
      readonly answers: PickerAnswers | null;
      /** The query that `shown` answers in full. */
      readonly answered: string;
      /** The text being written stays in sight above the list. */
      readonly isUnderText: boolean;
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
  | Review
  | Proposal
  | CallPad;

/** A change of an article that waits for a decision, line by line. */
export interface Proposal {
  readonly type: 'proposal';
  readonly open: OpenVersion;
  readonly title: string;
  readonly lines: readonly DiffLine[];
  readonly scroll: number;
}

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

/** What is looked for inside the open article. */
export interface ArticleFind {
  readonly query: TextHistory;
  readonly isTyping: boolean;
  readonly inRow: FindInRow;
  /** The row of the match last gone to; -1 before the first. */
  readonly row: number;
}

/** The article that is being read. */
export interface ReadArticle {
  readonly shown: ShownArticle;
  readonly blocks: readonly Block[];
  readonly opinion: ArticleOpinion;
  /** First visible row of its text. */
  readonly scroll: number;
  readonly find: ArticleFind | null;
}

/** An article that was read, and how far. */
export interface ReadPlace {
  readonly id: string;
  readonly lang: Language;
  readonly scroll: number;
}

/** The search that goes on. */
export interface CurrentSearch extends LeftSearch {
  /** An article was opened from it, or its end was noted. */
  readonly isSettled: boolean;
}

export interface KnowledgeState {
  /** Null until the articles were read. */
  readonly base: Knowledge | null;
  readonly query: TextHistory;
  readonly isTyping: boolean;
  readonly narrowing: Narrowing;
  /** What the hits answer: the typed text may be further already. */
  readonly asked: string;
  readonly hits: readonly FoundArticle[];
  /** How many articles a listing has in all; of a search only the best are there. */
  readonly total: number;
  readonly readAs: string | null;
  readonly suggestion: string | null;
  readonly selected: number;
  /** Place of the first visible hit. */
  readonly top: number;
  readonly isWhyShown: boolean;
  readonly progress: IndexProgress | null;
  readonly search: CurrentSearch | null;
  readonly article: ReadArticle | null;
  /** The ticket that the article was opened beside: the way back leads there. */
  readonly besideTicket: string | null;
  /** Articles in the order they were read; `visit` is the place of the last one. */
  readonly visited: readonly ReadPlace[];
  readonly visit: number;
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
  readonly timeZone: string;
  readonly tab: Tab;
  readonly counts: readonly QueueCount[];
  readonly overdue: number;
  readonly nextPromise: { readonly at: number; readonly number: string } | null;
  /** My promises that are late or come up within a day, nearest first. */
  readonly promised: readonly DuePromise[];
  readonly waitingOps: number;
  readonly hasDemo: boolean;
  readonly queue: QueueState;
  readonly ticket: TicketState | null;
  /** What may help with the ticket at hand; null before one was opened. */
  readonly beside: Beside | null;
  /** The lists for an angry customer and for a closing text. */
  readonly checklists: ChecklistState;
  /** A ticket that was just resolved and may be worth an article. */
  readonly lesson: Lesson | null;
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
  readonly mutedUntil: number;
  readonly pendingKeys: readonly { readonly keys: string; readonly title: string }[];
  readonly knowledge: KnowledgeState;
  readonly replies: RepliesState;
  /** Actions used so far, up to five: until then the first hints stand. */
  readonly keysUsed: number;
  /** Every key and paste since the start. */
  readonly keyCount: number;
}
