import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { buildFaqSite, type FaqSiteOptions } from '../../src/site/faq-site.ts';
import { HOSTILE_TEXTS } from '../util/hostile-texts.ts';

const assets = join(import.meta.dirname, '../../templates/site');
const style = readFileSync(join(assets, 'style.css'), 'utf8');
const script = readFileSync(join(assets, 'search.js'), 'utf8');

function article(id: string, fields: Partial<Article> = {}): Article {
  return {
    id,
    lang: 'ru',
    title: `Про ${id}`,
    kind: 'faq-public',
    line: '1',
    tags: [],
    owner: 'lead',
    reviewBy: null,
    minutes: null,
    related: [],
    isPublic: true,
    body: 'Текст.\n',
    section: null,
    updated: null,
    backup: null,
    attribution: null,
    origin: 'shipped',
    file: `${id}.ru.md`,
    ...fields,
  };
}

function build(articles: readonly Article[], more: Partial<FaqSiteOptions> = {}) {
  const site = buildFaqSite({
    articles,
    internalIds: new Set(['vpn-809', 'disk-full']),
    language: 'ru',
    style,
    script,
    ...more,
  });
  return { ...site, page: (name: string) => site.files.get(name) ?? '' };
}

/** What stands in the article of a page. */
function body(fields: Partial<Article>, others: readonly Article[] = []): string {
  const page = build([article('faq', fields), ...others]).page('faq.ru.html');
  return /<\/h1>\n([\s\S]*)\n<\/article>/.exec(page)?.[1] ?? '';
}

describe('pages', () => {
  test('one for each article, one list for each language', () => {
    const { files, page } = build([
      article('vpn', { title: 'VPN из дома' }),
      article('vpn', { lang: 'en', title: 'VPN from home' }),
      article('mail', { title: 'Почта' }),
    ]);
    expect([...files.keys()].sort()).toEqual([
      ...['en.html', 'index.html', 'mail.ru.html', 'style.css', 'vpn.en.html', 'vpn.ru.html'],
    ]);
    expect(page('index.html')).toContain('<html lang="ru">');
    expect(page('index.html')).toMatch(/mail\.ru\.html[\s\S]*vpn\.ru\.html/);
    expect(page('index.html')).not.toContain('vpn.en.html');
    expect(page('vpn.ru.html')).toContain(
      '<a href="vpn.en.html" hreflang="en" lang="en">English</a>',
    );
    expect(build([article('vpn', { lang: 'en' })]).page('index.html')).toContain(
      '<html lang="en">',
    );
    expect(build([]).page('index.html')).toContain('Статей здесь пока нет.');
  });

  test('an article called index or en takes no list’s place', () => {
    const { files } = build([article('index'), article('en'), article('en', { lang: 'en' })]);
    expect([...files.keys()].sort()).toEqual([
      ...['en.en.html', 'en.html', 'en.ru.html', 'index.html', 'index.ru.html', 'style.css'],
    ]);
  });

  test('articles are listed by the tag that most of them share, the rest at the end', () => {
    const page = build([
      article('a', { tags: ['почта', 'редкое'] }),
      article('b', { tags: ['ПОЧТА'] }),
      article('c', { tags: ['одно'] }),
      article('d', { section: 'Ярлыки' }),
    ]).page('index.html');
    const headings = [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text]) => text);
    expect(headings).toEqual(['Почта', 'Ярлыки', 'Другие вопросы']);
    expect(page).toContain('<dt>одно</dt><dd><a href="c.ru.html">Про c</a></dd>');
  });

  test('whose text it is, is said', () => {
    const attribution = { source: 'Справочник', licence: 'CC BY-SA 4.0' };
    const { page } = build([article('faq', { attribution })]);
    expect(page('faq.ru.html')).toContain('Источник: Справочник. Лицензия: CC BY-SA 4.0.');
  });

  test('the same articles make the same bytes, in whatever order they come', () => {
    const articles = [article('a'), article('b', { tags: ['x'] }), article('a', { lang: 'en' })];
    expect([...build(articles.toReversed()).files]).toEqual([...build(articles).files]);
  });
});

describe('Markdown', () => {
  test('headings, lists in lists, tables, code and quotes', () => {
    const text = `# Верх
## Шаг
1. раз
   - внутри
     1. глубже
2. два
- другой

3) три

| Код | Что |
|---|---|
| \`401\` | **часы** и *время* |

> цитата

~~~
$ ls <папка>
~~~
---
Конец\\
строки
`;
    expect(body({ body: text })).toBe(`<h2>Верх</h2>
<h2>Шаг</h2>
<ol>
<li>раз<ul>
<li>внутри<ol>
<li>глубже</li>
</ol></li>
</ul></li>
<li>два</li>
</ol>
<ul>
<li>другой</li>
</ul>
<ol start="3">
<li>три</li>
</ol>
<div class="table" tabindex="0"><table>
<thead><tr><th scope="col">Код</th><th scope="col">Что</th></tr></thead>
<tbody>
<tr><td><code>401</code></td><td><strong>часы</strong> и <em>время</em></td></tr>
</tbody></table></div>
<blockquote><p>цитата</p></blockquote>
<pre tabindex="0"><code>$ ls &lt;папка&gt;</code></pre>
<hr>
<p>Конец<br>строки</p>`);
  });

  test('links lead to public articles, the web and mail, and nowhere else', () => {
    const others = [article('vpn-home', { title: 'VPN <дома>' })];
    const links =
      '[vpn-home] [тут](vpn-home) [а](https://a.example/?x=1&y=2) [б](mailto:a@b.example)';
    expect(body({ body: links }, others)).toBe(
      '<p><a href="vpn-home.ru.html">VPN &lt;дома&gt;</a> <a href="vpn-home.ru.html">тут</a>' +
        ' <a href="https://a.example/?x=1&amp;y=2" rel="noopener noreferrer">а</a>' +
        ' <a href="mailto:a@b.example" rel="noopener noreferrer">б</a></p>',
    );
    const wrong =
      '[а](javascript:alert%281%29) [б](file:///etc) [в](../../x.html) [г](//evil.example)';
    expect(body({ body: wrong })).toBe('<p>а б в г</p>');
    expect(body({ body: '![снимок](shots/a.png)' })).toBe('<p>снимок</p>');
  });
});

describe('what is not public', () => {
  test('never names an internal article, and says where it was left out', () => {
    const text = 'См. [vpn-809], [тут](disk-full), vpn-809, `disk-full` и no-such-thing.';
    const fields = {
      body: text,
      tags: ['vpn-809'],
      title: 'Про disk-full',
      related: ['disk-full'],
    };
    const { files, withheld } = build([article('faq', fields)]);
    for (const [name, page] of files) expect(page, name).not.toMatch(/vpn-809|disk-full/);
    expect(files.get('faq.ru.html')).toContain(
      '<p>См. , тут, …, <code>…</code> и no-such-thing.</p>',
    );
    expect(withheld).toEqual([
      { article: 'faq', id: 'vpn-809' },
      { article: 'faq', id: 'disk-full' },
    ]);
  });

  test('remarks of authors stay with them; an article with an open one stays out', () => {
    expect(body({ body: 'Да. <!-- линия 2 -->\n' })).toBe('<p>Да.</p>');
    const { files, notClosed } = build([
      article('faq', { body: 'Да. <!-- линия 2' }),
      article('ok'),
    ]);
    expect(notClosed).toEqual(['faq']);
    expect([...files.keys()]).toEqual(['style.css', 'ok.ru.html', 'index.html']);
  });
});

describe('safety', () => {
  test('nothing that is written becomes markup, and controls become marks', () => {
    const evil = [
      ...HOSTILE_TEXTS.map(({ text }) => text),
      ...[
        '<script>alert(1)</script>',
        '</script><img src=x onerror=alert(1)>',
        '"><b onclick="x">',
      ],
    ];
    for (const text of evil) {
      const title = text.replaceAll('\n', ' ');
      const { files } = build([
        article('faq', { title, tags: [text], body: `${text}\n\n- ${text}\n` }),
      ]);
      for (const page of [files.get('faq.ru.html') ?? '', files.get('index.html') ?? '']) {
        expect(page).not.toMatch(/<(?:img|b|svg|iframe)\b|\son\w+="/i);
        expect(page.match(/<script/g)?.length ?? 0).toBeLessThanOrEqual(2);
        expect(page).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
      }
    }
  });

  test('any Markdown makes closed elements of known names', () => {
    const piece = fc.constantFrom(
      '- ',
      '1. ',
      '  ',
      '    ',
      '|',
      '|-|',
      '`',
      '**',
      '_',
      '[',
      '](',
      ')',
      '<',
      '>',
      '#',
      '\n',
      'а',
      '```',
      'http://a.b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const open: string[] = [];
        for (const [, close, name = ''] of body({ body: pieces.join('') }).matchAll(
          /<(\/?)([a-z0-9]+)[^<>]*>/g,
        )) {
          if (name === 'br' || name === 'hr') continue;
          if (close === '') open.push(name);
          else expect(open.pop()).toBe(name);
        }
        expect(open).toEqual([]);
      }),
    );
  });

  test('pages ask for nothing from anywhere and run nothing but the search', () => {
    const { files } = build([article('faq')]);
    for (const [name, page] of files) {
      if (!name.endsWith('.html')) continue;
      expect(page).toContain("default-src 'none'; style-src 'self'");
      expect(page).not.toMatch(/\ssrc=|@import|<link(?! rel="stylesheet" href="style.css")/);
    }
    expect(style).not.toMatch(/url\(|@import/);
    expect(files.get('index.html')).toMatch(/script-src 'sha256-[\w+/=]{44}'/);
    expect(files.get('faq.ru.html')).not.toContain('<script');
  });
});
