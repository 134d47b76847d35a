import type { Language } from './vocabulary.ts';

/** What an article is for. The folder of an article has the same name. */
export const articleKinds = [
  'symptom-tree',
  'instruction',
  'alert',
  'escalation',
  'peculiarity',
  'system',
  'typical-answer',
  'backup',
  'faq-public',
] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** Where a piece of content came from: the package, or the desk's own files over it. */
export type ContentSource = 'shipped' | 'overlay';

/** An article of the knowledge base. Translations are separate articles with one `id`. */
export interface Article {
  readonly id: string;
  readonly lang: Language;
  readonly title: string;
  readonly kind: ArticleKind;
  /** Code of the line it is written for. */
  readonly line: string;
  readonly tags: readonly string[];
  readonly owner: string;
  /** The day on which the owner looks at it again, `2027-05-21`; null when none was set. */
  readonly reviewBy: string | null;
  /** How long the work takes, in minutes; null when nobody measured. */
  readonly minutes: number | null;
  /** Ids of other articles; those that do not exist are reported when the base is loaded. */
  readonly related: readonly string[];
  /** May be shown to customers. */
  readonly isPublic: boolean;
  /** Markdown. */
  readonly body: string;
  readonly source: ContentSource;
  readonly file: string;
}
