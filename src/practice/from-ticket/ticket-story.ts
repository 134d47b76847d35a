import type { Channel, Language, Priority, TicketKind } from '../../domain/vocabulary.ts';

/** What happened in a ticket as far as a scenario can be made of it. Times are epoch ms. */
export interface TicketStory {
  readonly lang: Language;
  readonly title: string;
  readonly priority: Priority;
  readonly line: number;
  readonly kind: TicketKind;
  readonly channel: Channel;
  readonly zone: string;
  readonly startedAt: number;
  readonly customer: {
    readonly org: string;
    readonly name: string;
    readonly callName: string;
    readonly role: string;
  };
  readonly turns: readonly StoryTurn[];
  readonly files: readonly StoryFile[];
}

/** A file that is text; `id` is its name inside of the scenario. */
export interface StoryFile {
  readonly id: string;
  readonly name: string;
  readonly isInternal: boolean;
  readonly text: string;
}

export type StoryTurn =
  | {
      readonly type: 'heard' | 'noted';
      readonly at: number;
      readonly text: string;
      readonly files: readonly string[];
    }
  | { readonly type: 'replied'; readonly at: number; readonly text: string }
  | {
      readonly type: 'acted';
      readonly at: number;
      readonly name: ActionName;
      readonly fields: readonly StoryField[];
    };

/** What was done with the ticket beside writing. */
export const actionNames = ['status', 'escalate', 'resolve'] as const;
export type ActionName = (typeof actionNames)[number];

/** One field of what was done, with what really stood in it. */
export interface StoryField {
  readonly name: FieldName;
  readonly text: string;
  /** Only this is right; else any words that say as much. */
  readonly isExact: boolean;
}

export const fieldNames = ['to', 'seen', 'done', 'need', 'fix'] as const;
export type FieldName = (typeof fieldNames)[number];

/** The story with every text of people replaced. */
export function withTexts(story: TicketStory, change: (text: string) => string): TicketStory {
  const { org, name, callName, role } = story.customer;
  return {
    ...story,
    title: change(story.title),
    customer: {
      org: change(org),
      name: change(name),
      callName: change(callName),
      role: change(role),
    },
    turns: story.turns.map((turn): StoryTurn => {
      if (turn.type !== 'acted') return { ...turn, text: change(turn.text) };
      const fields = turn.fields.map((field) => {
        return field.isExact ? field : { ...field, text: change(field.text) };
      });
      return { ...turn, fields };
    }),
    files: story.files.map((file) => {
      return { ...file, name: change(file.name), text: change(file.text) };
    }),
  };
}

/** Every text of people, to be looked through as a whole. */
export function textsOf(story: TicketStory): string {
  const all: string[] = [];
  withTexts(story, (text) => {
    all.push(text);
    return text;
  });
  return all.join('\n');
}
