import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const script = readFileSync(join(import.meta.dirname, '../../templates/site/search.js'), 'utf8');

const articles = [
  { page: 'a.html', title: 'Забыли пароль', tags: 'логин', text: 'Напишите нам.' },
  { page: 'b.html', title: 'Принтер не печатает', tags: 'МФУ', text: 'Пароль не нужен.' },
  { page: 'c.html', title: 'Ещё <b>почта</b>', tags: 'outlook', text: 'Ящик полон.' },
];

/** As much of an element as the search touches. */
class Element {
  textContent = '';
  value = '';
  href = '';
  hidden = false;
  isFocused = false;
  dataset: Record<string, string> = {};
  children: Element[] = [];
  readonly heard = new Map<string, (event: object) => void>();
  form: Element | null = null;

  append(child: Element): void {
    this.children.push(child);
  }

  replaceChildren(...children: Element[]): void {
    this.children = children;
  }

  addEventListener(name: string, listener: (event: object) => void): void {
    this.heard.set(name, listener);
  }

  querySelector(): Element | null {
    return this.children[0]?.children[0] ?? null;
  }

  focus(): void {
    this.isFocused = true;
  }
}

/** The list page with its script, asked a question in its address. */
function openPage(query: string) {
  const names = ['q', 'count', 'found', 'all', 'articles'] as const;
  const elements = new Map<string, Element>(names.map((name) => [name, new Element()]));
  const at = (name: (typeof names)[number]) => elements.get(name) ?? new Element();
  at('articles').textContent = JSON.stringify(articles);
  at('count').dataset = { found: 'Нашлось: {count}', nothing: 'Ничего' };
  at('q').form = new Element();
  const page = new Element();
  const document = Object.assign(page, {
    getElementById: (name: (typeof names)[number]) => at(name),
    createElement: () => new Element(),
  });
  const location = { search: query === '' ? '' : `?q=${encodeURIComponent(query)}` };
  runInNewContext(script, { document, location, URLSearchParams });
  const found = () => at('found').children.map((row) => row.children[0]?.href);
  return { at, document, found };
}

test('without a question everything is listed', () => {
  const { at, found } = openPage('');
  expect([found(), at('all').hidden, at('found').hidden, at('count').textContent]).toEqual([
    [],
    false,
    true,
    '',
  ]);
});

test('finds by title before text, in any form, with ё or е, in the wrong layout', () => {
  expect(openPage('паролем').found()).toEqual(['a.html', 'b.html']);
  expect(openPage('МФУ принтеры').found()).toEqual(['b.html']);
  expect(openPage('еще почту').found()).toEqual(['c.html']);
  expect(openPage('gfhjkm').found()).toEqual(['a.html', 'b.html']);
  expect(openPage('Outlook').found()).toEqual(['c.html']);
});

test('all words of a question come before some of them', () => {
  expect(openPage('принтер пароль').found()).toEqual(['b.html', 'a.html']);
});

test('says when nothing was found, and keeps the list', () => {
  const { at, found } = openPage('холодильник');
  expect([found(), at('count').textContent, at('all').hidden]).toEqual([[], 'Ничего', false]);
});

test('answers while somebody types, opens the first with Enter, and goes to the field by /', () => {
  const { at, document, found } = openPage('');
  at('q').value = 'почта';
  at('q').heard.get('input')?.({});
  expect([found(), at('count').textContent]).toEqual([['c.html'], 'Нашлось: 1']);
  let prevented = 0;
  const event = { key: '/', target: document, preventDefault: () => (prevented += 1) };
  at('q').form?.heard.get('submit')?.(event);
  expect(at('found').querySelector()?.isFocused).toBe(true);
  document.heard.get('keydown')?.(event);
  expect([at('q').isFocused, prevented]).toEqual([true, 2]);
});

test('a title is a text, whatever stands in it', () => {
  const { at } = openPage('почта');
  expect(at('found').children[0]?.children[0]?.textContent).toBe('Ещё <b>почта</b>');
});
