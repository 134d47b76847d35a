import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArticleKind } from '../../src/domain/article.ts';
import type { TestDesk } from './desk.ts';

export interface ArticleFile {
  readonly id?: string;
  readonly lang?: 'ru' | 'en';
  readonly title?: string;
  readonly kind?: ArticleKind;
  readonly owner?: string;
  readonly reviewBy?: string;
  /** More lines of front matter. */
  readonly more?: readonly string[];
  readonly body?: string;
}

/** The Markdown of an instruction of line 2 unless said otherwise. */
export function articleText(file: ArticleFile = {}): string {
  const lines = [
    '---',
    `id: ${file.id ?? 'printer-queue'}`,
    `title: ${JSON.stringify(file.title ?? 'Очередь печати встала')}`,
    `kind: ${file.kind ?? 'instruction'}`,
    'line: 2',
    `owner: ${file.owner ?? 'line-2'}`,
    `reviewBy: ${file.reviewBy ?? '2027-05-21'}`,
    ...(file.more ?? []),
    '---',
    file.body ?? '## Что сделать\nПерезапустить службу печати.\n',
  ];
  return lines.join('\n');
}

/** Puts an article into the desk's own folder, and returns its text. */
export function hasFile({ desk }: TestDesk, file: ArticleFile = {}): string {
  const { id = 'printer-queue', lang = 'ru', kind = 'instruction' } = file;
  const path = join(desk.paths.overlay, 'kb', kind, `${id}.${lang}.md`);
  mkdirSync(dirname(path), { recursive: true });
  const text = articleText(file);
  writeFileSync(path, text);
  return text;
}
