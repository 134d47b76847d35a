import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importArticles } from '../../src/app/search/import-articles.ts';
import type { TestDesk } from './desk.ts';

export interface SmallArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly kind?: string;
  readonly line?: string;
  readonly tags?: readonly string[];
  readonly source?: string;
  readonly licence?: string;
}

/** A base of three articles that are easily told apart. */
export const threeArticles: readonly SmallArticle[] = [
  {
    id: 'vpn-password',
    title: 'VPN не пускает после смены пароля',
    kind: 'instruction',
    tags: ['vpn', 'доступ'],
    body: [
      '## Как это выглядит\nОшибка 691 у человека, который сменил пароль.\n',
      '## Что сделать\nУдалить сохранённый пароль:\n```\nrasdial demo /disconnect\n```\n',
      'и подключиться снова:\n```\nrasdial demo\n```\n',
      `## Подробности\n${'Ещё абзац о сертификатах.\n\n'.repeat(40)}`,
      '## Что сказать клиенту\nПароль обновится сам, как подробно сказано в [printer-queue].\n',
    ].join('\n'),
  },
  {
    id: 'printer-queue',
    title: 'Принтер не печатает: очередь встала',
    kind: 'symptom-tree',
    tags: ['принтер'],
    body: '## Что сделать\nПерезапустить службу печати.\n```\nnet stop spooler\n```\n',
    source: 'demo/docs',
    licence: 'CC-BY-4.0',
  },
  {
    id: 'mail-full',
    title: 'Ящик переполнен',
    kind: 'instruction',
    line: '1',
    tags: ['почта', 'доступ'],
    body: '## Что сделать\nОчистить корзину почты.\n',
  },
];

/** Puts a set of articles in the place of all others. */
export async function bringsArticles(
  here: TestDesk,
  articles: readonly SmallArticle[] = threeArticles,
): Promise<void> {
  const file = join(here.folder, 'articles.jsonl');
  const lines = articles.map((article) => JSON.stringify({ lang: 'ru', ...article }));
  writeFileSync(file, `${lines.join('\n')}\n`);
  await importArticles(here.desk, file, { replace: true });
}
