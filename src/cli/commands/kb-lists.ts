import type { Desk } from '../../app/desk/desk.ts';
import { listBackups, listOverdue } from '../../app/knowledge/list-overdue.ts';
import { listReviews, type OpenVersion } from '../../app/knowledge/list-reviews.ts';
import { listLostSearches, settleLostSearch } from '../../app/knowledge/lost-search.ts';
import { popularArticles } from '../../app/knowledge/popular-articles.ts';
import { fill } from '../../i18n/fill.ts';
import { versionJson, versionRow } from '../article-target.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { accepted } from '../ticket-command.ts';
import { wholeNumber } from '../usage-error.ts';

/** `smena kb reviews`: versions in review, drafts, marks and changed files. */
export async function kbReviews(session: Session): Promise<void> {
  const desk = await session.desk();
  const { inReview, drafts, outdated, changedFiles } = listReviews(desk);
  const { output } = session;
  if (output.isJson) {
    return output.json({
      inReview: inReview.map((open) => openJson(desk, open)),
      drafts: drafts.map((open) => openJson(desk, open)),
      outdated: outdated.map(({ articleId, lang, personName, at, text, ticketId }) => {
        return { id: articleId, lang, person: personName, at: iso(at), text, ticketId };
      }),
      changedFiles,
    });
  }
  const texts = await session.texts();
  const { articles } = texts;
  const all = [...inReview, ...drafts];
  if (all.length + outdated.length + changedFiles.length === 0) output.talk(articles.noReviews);
  for (const { version, isStale, approvers } of all) {
    const key = { id: version.articleId, lang: version.lang };
    const names =
      approvers.length > 0 ? fill(articles.accepts, { names: approvers.join(', ') }) : '';
    const more = [version.state === 'in-review' ? names : '', isStale ? articles.isStale : ''];
    output.row([versionRow({ desk, key }, version, texts), ...more].filter(Boolean).join(' · '));
  }
  for (const { articleId, lang, personName, text, at } of outdated) {
    const parts = [fill(articles.outdated, { person: personName }), moment(at, desk), text];
    output.row([`${articleId}.${lang}`, ...parts].filter(Boolean).join(' · '));
  }
  for (const { id, lang } of changedFiles) output.row(`${id}.${lang} · ${articles.changedFile}`);
}

/** `smena kb overdue [--line L]`: articles whose day of review has come. */
export async function kbOverdue(session: Session, input: CommandInput): Promise<void> {
  const overdue = await listOverdue(await session.desk(), input.value('line'));
  const { output } = session;
  if (output.isJson) {
    return output.json(
      overdue.map(({ article: { id, lang, title, kind, owner }, lines, reviewBy }) => {
        return { id, lang, title, kind, owner, lines, reviewBy };
      }),
    );
  }
  const { articles } = await session.texts();
  if (overdue.length === 0) output.talk(articles.noOverdue);
  for (const { article, lines, reviewBy } of overdue) {
    const due = fill(articles.due, { day: reviewBy });
    output.row(`${article.id}.${article.lang} · ${lines.join(', ')} · ${due} · ${article.title}`);
  }
}

/** `smena kb backups [--stale]`: what can be restored, how fast, and since when nobody tried. */
export async function kbBackups(session: Session, input: CommandInput): Promise<void> {
  const backups = await listBackups(await session.desk(), input.has('stale'));
  const { output } = session;
  if (output.isJson) {
    return output.json(
      backups.map(({ article: { id, lang, title, backup }, provenUntil, isStale }) => {
        return { id, lang, title, ...backup, provenUntil, stale: isStale };
      }),
    );
  }
  const { articles } = await session.texts();
  if (backups.length === 0) output.talk(articles.noBackups);
  for (const { article, provenUntil, isStale } of backups) {
    const { backup, title } = article;
    const proof = isStale ? articles.provenOver : articles.proven;
    const parts = [
      `${article.id}.${article.lang}`,
      provenUntil === null ? articles.neverProven : fill(proof, { day: provenUntil }),
      backup === null ? '' : fill(articles.restoreTime, { minutes: backup.restoreMinutes }),
      backup?.resource ?? title,
    ];
    output.row(parts.filter(Boolean).join(' · '));
  }
}

/** `smena kb popular`: the most used articles. */
export async function kbPopular(session: Session, input: CommandInput): Promise<void> {
  const limit = wholeNumber(input.value('limit') ?? '20', '--limit');
  const popular = await popularArticles(await session.desk(), limit);
  const { output } = session;
  if (output.isJson) {
    return output.json(
      popular.map(({ article: { id, lang, title }, use, isFavourite }) => {
        const { articleId: _, ...counts } = use;
        return { id, lang, title, ...counts, favourite: isFavourite };
      }),
    );
  }
  const { articles } = await session.texts();
  if (popular.length === 0) output.talk(articles.noPopular);
  for (const { article, use, isFavourite } of popular) {
    const { opened, inserted, helped, stars } = use;
    const rated = stars === null ? '' : fill(articles.stars, { stars: stars.toFixed(1) });
    const used = fill(articles.used, { opened, inserted, helped });
    const sign = isFavourite ? '★ ' : '';
    output.row([`${sign}${article.id}`, article.title, used, rated].filter(Boolean).join(' · '));
  }
}

/** `smena kb missing`: what was asked in vain; --settle says that there is an answer now. */
export async function kbMissing(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const { output } = session;
  const settled = input.value('settle');
  if (settled !== undefined) {
    accepted({ desk, ticket: null }, settleLostSearch(desk, settled));
    if (output.isJson) return output.json({ settled });
    return output.talk(fill((await session.texts()).articles.settled, { query: settled }));
  }
  const times = input.value('times');
  const lost = listLostSearches(desk, times === undefined ? 3 : wholeNumber(times, '--times', 1));
  if (output.isJson) {
    return output.json(
      lost.map(({ lastAt, personId, ticketId, ...counts }) => ({
        ...counts,
        lastAt: iso(lastAt),
        person: desk.people.person(personId)?.name ?? null,
        ticket: ticketId === null ? null : (desk.tickets.byId(ticketId)?.number ?? null),
      })),
    );
  }
  const { articles } = await session.texts();
  if (lost.length === 0) output.talk(articles.nothingMissing);
  for (const { query, times: asked, lastAt } of lost) {
    output.row(`${fill(articles.asked, { times: asked })} · ${moment(lastAt, desk)} · ${query}`);
  }
}

function openJson(desk: Desk, { version, isStale, approvers, isMine }: OpenVersion) {
  const key = { id: version.articleId, lang: version.lang };
  return { ...versionJson({ desk, key }, version), stale: isStale, approvers, mine: isMine };
}
