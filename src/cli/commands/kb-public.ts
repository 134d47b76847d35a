import { publishFaq } from '../../app/content/publish-faq.ts';
import { loadArticleCheckTexts } from '../../i18n/article-check-texts.ts';
import { fill } from '../../i18n/fill.ts';
import type { Session } from '../session.ts';

/** `smena kb export DIR --public`: a site of the public articles, readable without a server. */
export async function kbPublic(session: Session, folder: string): Promise<void> {
  const { output } = session;
  const published = await publishFaq(await session.desk(), folder);
  if (published.notClosed.length > 0) session.fail();
  if (output.isJson) return output.json(published);
  const { site } = await loadArticleCheckTexts(session.language);
  const { index, count, removed, withheld, notClosed } = published;
  for (const { article, id } of withheld) output.talk(fill(site.withheld, { article, id }));
  for (const article of notClosed) output.problem(fill(site.notClosed, { article }));
  if (removed.length > 0) output.talk(fill(site.removed, { pages: removed.join(', ') }));
  output.line(fill(site.published, { count, index }));
}
