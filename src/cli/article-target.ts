import type { Desk } from '../app/desk/desk.ts';
import { articleVersions } from '../app/knowledge/article-stores.ts';
import { liveText } from '../app/knowledge/live-text.ts';
import type { ArticleVersion } from '../domain/article-record.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Language, languages } from '../domain/vocabulary.ts';
import { fill } from '../i18n/fill.ts';
import type { Result } from '../util/result.ts';
import type { CliTexts } from './cli-texts.ts';
import type { CommandInput } from './command-input.ts';
import { moment } from './format-ticket.ts';
import { iso } from './iso.ts';
import { refusedError } from './refused.ts';
import type { Session } from './session.ts';
import { oneOf, UsageError, wholeNumber } from './usage-error.ts';

/** The article that a command is about. */
export interface ArticleTarget {
  readonly desk: Desk;
  readonly key: { readonly id: string; readonly lang: Language };
}

/** The language of an article that was asked for; null when none was. */
export function articleLanguage(input: CommandInput): Language | null {
  const asked = input.value('articleLang');
  return asked === undefined ? null : oneOf(asked, languages, '--article-lang');
}

/** An article by its id: in the asked language, else the person's, else the one it has. */
export async function articleTarget(session: Session, input: CommandInput): Promise<ArticleTarget> {
  const desk = await session.desk();
  const id = input.required(0);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) {
    throw new UsageError('value-not-possible', { option: 'ID', value: id, known: 'a–z 0–9 -' });
  }
  const has = (lang: Language) =>
    liveText(desk, { id, lang }) !== null ||
    articleVersions(desk).record(id, lang).versions.length > 0;
  const own = desk.language;
  const other = languages.find((lang) => lang !== own && !has(own) && has(lang));
  return { desk, key: { id, lang: articleLanguage(input) ?? other ?? own } };
}

/** What a use case did, or the refusal as an error that names the article. */
export function acceptedArticle<Value>(
  { desk, key }: ArticleTarget,
  done: Result<Value, Refusal>,
): Value {
  if (done.ok) return done.value;
  throw refusedError(desk, done.problem, key.id);
}

/** The number of a version at a place of the line; null when none was given. */
export function versionAt(input: CommandInput, place: number): number | null {
  const text = input.argument(place);
  return text === undefined ? null : wholeNumber(text, 'N');
}

/** Prints a version after a command: JSON, or one row. */
export async function printVersion(
  session: Session,
  target: ArticleTarget,
  version: ArticleVersion,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { output } = session;
  if (output.isJson) output.json({ ...versionJson(target, version), ...more });
  else output.row(versionRow(target, version, await session.texts()));
}

/** A version in one line: which, where it stands, who, when, what was said. */
export function versionRow(
  { desk, key }: ArticleTarget,
  version: ArticleVersion,
  { articles }: CliTexts,
): string {
  const { states, causes } = articles;
  const parts = [
    `${key.id}.${key.lang}`,
    fill(articles.version, { version: version.version }),
    states[version.state],
    version.cause === 'edit' ? '' : causes[version.cause],
    desk.people.person(version.authorId)?.name,
    moment(version.at, desk),
    version.note,
    version.decision,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** A version as scripts see it, without its text. */
export function versionJson({ desk, key }: ArticleTarget, version: ArticleVersion) {
  const nameOf = (id: string | null) => desk.people.person(id)?.name ?? null;
  const { ticketId } = version;
  return {
    id: key.id,
    lang: key.lang,
    version: version.version,
    state: version.state,
    cause: version.cause,
    title: version.about?.title ?? null,
    kind: version.about?.kind ?? null,
    owner: version.about?.owner ?? null,
    author: nameOf(version.authorId),
    authorId: version.authorId,
    at: iso(version.at),
    baseVersion: version.baseVersion,
    baseHash: version.baseHash,
    hash: version.hash,
    note: version.note,
    ticketId,
    ticket: ticketId === null ? null : (desk.tickets.byId(ticketId)?.number ?? null),
    decidedBy: nameOf(version.decidedById),
    decidedAt: iso(version.decidedAt),
    decision: version.decision,
    publishedAt: iso(version.publishedAt),
  };
}
