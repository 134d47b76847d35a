import type { TicketNews } from '../../app/ticket/ticket-news.ts';
import { writingTexts } from '../../i18n/writing-texts.ts';
import type { UiState } from '../model/ui-state.ts';

/** What others did meanwhile, in words: «взято коллегой: …». */
export function newsText(news: TicketNews, { language, statuses }: UiState): string {
  const w = writingTexts(language);
  const who = 'who' in news && news.who !== '' ? news.who : w.somebody;
  switch (news.kind) {
    case 'customer':
      return w.newsCustomer(news.times);
    case 'returned':
      return w.newsReturned;
    case 'confirmed':
      return w.newsConfirmed;
    case 'replied':
      return w.newsReplied(who);
    case 'noted':
      return w.newsNoted(who);
    case 'called':
      return w.newsCalled(who);
    case 'promised':
      return w.newsPromised(who);
    case 'taken':
      return w.newsTaken(who);
    case 'given':
      return news.to === null ? w.newsLeft : w.newsGiven(news.to);
    case 'status': {
      const rule = statuses.find(({ code }) => code === news.status);
      return w.newsStatus(rule?.name[language] ?? news.status);
    }
    case 'changed':
      return w.newsChanged(who);
  }
}
