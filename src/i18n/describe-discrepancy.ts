import type { Language } from '../domain/vocabulary.ts';
import type { MessageParams } from '../util/user-error.ts';
import { describeDeliveryReason } from './delivery-text.ts';
import { operations as operationsEn } from './en/operations.ts';
import { fill } from './fill.ts';
import { sentenceOf } from './messages.ts';
import { operations as operationsRu } from './ru/operations.ts';
import { type TrayTexts, trayTexts } from './tray-texts.ts';

/** What a discrepancy says of itself. */
interface Told {
  readonly kind: keyof TrayTexts['kinds'];
  readonly code: string;
  readonly params: MessageParams;
  readonly typedAt: number;
  readonly beside: readonly string[];
  readonly mine: {
    readonly command: string;
    readonly status?: string | undefined;
    readonly person?: string | undefined;
    readonly line?: string | undefined;
    readonly priority?: string | undefined;
    readonly subject?: string | undefined;
    readonly promisedAt?: number | undefined;
    readonly tags?: readonly string[] | undefined;
    readonly files?: readonly string[] | undefined;
  };
  readonly theirs: {
    readonly by: string | null;
    readonly at: number | null;
    readonly status: string | null;
    readonly line: string | null;
    readonly assignee: string | null;
    readonly text: string;
  } | null;
}

/** The words of the desk that a discrepancy is told in. */
export interface TrayWords {
  readonly language: Language;
  readonly at: (ms: number) => string;
  readonly status: (code: string) => string;
  readonly line: (code: string) => string;
}

/** What a command is called. */
export function operationName(command: string, language: Language): string {
  const names: Readonly<Record<string, string>> = language === 'ru' ? operationsRu : operationsEn;
  return names[command] ?? command;
}

/** Why something lies in the tray, as a sentence. */
export function whyInTray(
  { kind, code, params }: Pick<Told, 'kind' | 'code' | 'params'>,
  language: Language,
): string {
  if (kind === 'withheld') return describeDeliveryReason(code, language);
  const t = trayTexts(language);
  const known: Readonly<Record<string, string>> = t.codes;
  const sentence = known[code] ?? sentenceOf(code, language);
  if (sentence === null) return t.unknownCode(code);
  // What only the server could name is left open rather than shown as a gap.
  return fill(sentence, params).replaceAll(/\{\w+\}/g, '…');
}

/** What I meant, in rows; what I typed stands below it. */
export function mySide({ mine, typedAt, beside }: Told, words: TrayWords): string[] {
  const t = trayTexts(words.language);
  const { command, status, person, line, promisedAt, tags, files = [] } = mine;
  const said = (name: keyof TrayTexts['says'], value: string | undefined) =>
    value === undefined || value === '' ? [] : [`${t.says[name]}: ${value}`];
  return [
    operationName(command, words.language),
    t.typedAt(words.at(typedAt)),
    ...said('subject', mine.subject),
    ...said('status', status && words.status(status)),
    ...said('person', person === '' ? t.nobody : person),
    ...(line === undefined ? [] : [words.line(line)]),
    ...said('priority', mine.priority),
    ...said('promisedAt', promisedAt === undefined ? undefined : words.at(promisedAt)),
    ...said('tags', tags?.join(' ')),
    ...said('files', files.join(', ')),
    ...said('beside', beside.join(' · ')),
  ];
}

/** What stands there now, in rows; its text stands below. */
export function theirSide({ mine, theirs }: Told, words: TrayWords): string[] {
  const t = trayTexts(words.language);
  const isNew = mine.command === 'register' || mine.command === 'import';
  if (theirs === null) return [isNew ? t.absent : t.hidden];
  const { by, at, status, line, assignee, text } = theirs;
  const when = at === null ? '' : words.at(at);
  const changed = by !== null && at !== null ? t.changedBy(by, when) : t.changedAt(when);
  return [
    ...(at === null ? [] : [changed]),
    ...(status === null ? [] : [`${t.says.status}: ${words.status(status)}`]),
    ...(status === null ? [] : [`${t.says.person}: ${assignee ?? t.nobody}`]),
    ...(line === null ? [] : [words.line(line)]),
    ...(text === '' ? [] : [status === null ? t.published : t.lastMessage]),
  ];
}
