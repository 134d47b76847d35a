/** A mailbox as written in a header: `name` is decoded and without line breaks, may be ''. */
export interface LetterAddress {
  readonly name: string;
  readonly address: string;
}

/** A part that is not the readable body. `name` is the sender's own text: data, never a path. */
export interface LetterAttachment {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** Shown inside the HTML by its Content-ID (a signature picture, a pasted screenshot). */
  readonly inline: boolean;
}

/** Mail that no person sent to us by hand. Such a letter is never answered automatically. */
export type AutomaticKind = 'auto-reply' | 'bulk' | 'list' | 'bounce' | 'loop';

/** What a delivery report (RFC 3464) says about one letter of ours. */
export interface LetterBounce {
  readonly recipient: string | null;
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`. */
  readonly action: string | null;
  /** Enhanced status such as 5.1.1; 4.x is a delay, 5.x a failure. */
  readonly status: string | null;
  readonly diagnostic: string | null;
  readonly originalMessageId: string | null;
  readonly originalSubject: string | null;
  /** Every further id named by the returned letter: more Message-IDs, In-Reply-To, References. */
  readonly originalReferences: readonly string[];
  /** Recipients of the same report after the first one. */
  readonly otherRecipients: readonly string[];
}

/** Ticket numbers a letter names, in the form SM-1042, in order, without repeats. */
export interface TicketTokens {
  readonly subject: readonly string[];
  readonly plusAddress: readonly string[];
}

/** What was odd about a letter; shown to the engineer, never a reason to refuse it. */
export type LetterWarning =
  | 'charset-guessed'
  | 'date-missing'
  | 'header-too-long'
  | 'html-simplified'
  | 'html-truncated'
  | 'nesting-too-deep'
  | 'no-sender'
  | 'parts-too-many'
  | 'several-senders';

/**
 * A letter as data. Text is decoded but not made safe for a terminal: control characters other
 * than NUL stay. Message-IDs keep their angle brackets.
 */
export interface ParsedLetter {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: LetterAddress | null;
  readonly replyTo: LetterAddress | null;
  readonly to: readonly LetterAddress[];
  readonly cc: readonly LetterAddress[];
  readonly subject: string;
  /** Epoch ms of the Date header. */
  readonly date: number | null;
  /** The readable body, with LF line ends. */
  readonly text: string;
  /** The end of `text` that repeats an earlier letter (`text` ends with it), else null. */
  readonly quoted: string | null;
  readonly attachments: readonly LetterAttachment[];
  readonly automatic: AutomaticKind | null;
  /** False when no rule allows an automatic answer (Auto-Submitted, Precedence, null sender …). */
  readonly mayAutoAnswer: boolean;
  /** Values of X-Loop: one of our own addresses here means that our mail came back. */
  readonly loopMarks: readonly string[];
  readonly bounce: LetterBounce | null;
  /** Equal for copies of one letter, also when they reached different mailboxes. */
  readonly dedupKey: string;
  readonly ticketTokens: TicketTokens;
  readonly warnings: readonly LetterWarning[];
}

/** A parsed letter, or the reason why the bytes are no letter at all. */
export type LetterResult =
  | { readonly ok: true; readonly letter: ParsedLetter }
  | { readonly ok: false; readonly reason: 'no-headers' };
