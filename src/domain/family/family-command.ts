import type { TemplateUse } from '../template-use.ts';
import type { NewPromise, TextEffects } from '../text-effects.ts';

/** What one of many tickets is told. */
export interface ManyMessage {
  readonly ticketId: string;
  readonly text: string;
  readonly messageId: string | null;
  readonly promises: readonly NewPromise[];
  /** What of it came from a template. */
  readonly templates: readonly TemplateUse[];
  /** What else changes with it. */
  readonly effects?: TextEffects | undefined;
}

/** Why many are written to at once: news of their mass incident, its end, an unanswered question. */
export type ManyPurpose = 'news' | 'solution' | 'reminder';

/** Intents about tickets that belong together. */
export type FamilyCommand =
  /** Makes this ticket the mass incident of the others. */
  | {
      readonly type: 'gather';
      readonly childIds: readonly string[];
      readonly reason: string;
    }
  /** Takes an exception out of the mass incident it was put into. */
  | { readonly type: 'detach'; readonly reason: string }
  /** Everything of this ticket is read in another one from now on. */
  | { readonly type: 'merge-into'; readonly targetId: string; readonly reason: string }
  /** Opens a ticket of its own for one entry; `newId` is the id it gets. */
  | {
      readonly type: 'split';
      readonly entryId: string;
      readonly newId: string;
      readonly subject: string;
    }
  /** Writes to the customers of many tickets, all of them or none. */
  | {
      readonly type: 'write-many';
      readonly purpose: ManyPurpose;
      readonly messages: readonly ManyMessage[];
      /** What helped; with the purpose `solution` only. */
      readonly solution?: string | undefined;
      /** Why it is solved without something that its kind asks for. */
      readonly without?: string | undefined;
      /** As it was typed, before names were put in: what undo gives back. */
      readonly typed?: string | undefined;
    };

const types: Readonly<Record<FamilyCommand['type'], true>> = {
  gather: true,
  detach: true,
  'merge-into': true,
  split: true,
  'write-many': true,
};

/** Whether a command is one about tickets that belong together. */
export function isFamilyCommand(command: { readonly type: string }): command is FamilyCommand {
  return Object.hasOwn(types, command.type);
}
