'use strict';
// Finds articles on the page that lists them. No library and no network: the words stand in the page.
(() => {
  const LAYOUTS = [
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,.",
    'ёйцукенгшщзхъфывапролджэячсмитьбю',
  ];
  const element = (id) => document.getElementById(id);
  const [field, count, found, all] = ['q', 'count', 'found', 'all'].map(element);

  const plain = (text) => text.toLowerCase().replaceAll('ё', 'е');
  const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const articles = JSON.parse(element('articles').textContent).map((article) => ({
    ...article,
    parts: [
      { words: wordsOf(article.title), weight: 5 },
      { words: wordsOf(article.tags), weight: 4 },
      { words: wordsOf(article.text), weight: 1 },
    ],
  }));

  /** A word without its ending: «паролем» finds «пароль». */
  const stemOf = (word) => word.slice(0, word.length > 5 ? -2 : word.length > 4 ? -1 : undefined);

  const swapLayout = (text) => {
    const [from, to] = LAYOUTS;
    return [...text.toLowerCase()].map((sign) => to[from.indexOf(sign)] ?? sign).join('');
  };

  const scoreOf = ({ parts }, stems) => {
    const scores = stems.map((stem) =>
      Math.max(
        ...parts.map(({ words, weight }) =>
          words.some((word) => word.startsWith(stem)) ? weight : 0,
        ),
      ),
    );
    const hits = scores.filter((score) => score > 0).length;
    // All words of the question before some of them.
    return hits === 0 ? 0 : hits * 100 + scores.reduce((sum, score) => sum + score, 0);
  };

  const search = (query) => {
    const stems = wordsOf(query).map(stemOf);
    return articles
      .map((article) => ({ article, score: scoreOf(article, stems) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ article }) => article);
  };

  const rowOf = ({ page, title }) => {
    const link = document.createElement('a');
    link.href = page;
    link.textContent = title;
    const row = document.createElement('li');
    row.append(link);
    return row;
  };

  const show = () => {
    const query = field.value.trim();
    const direct = search(query);
    const hits = direct.length > 0 ? direct : search(swapLayout(query));
    const isAsked = query !== '';
    const { nothing, found: words } = count.dataset;
    found.replaceChildren(...(isAsked ? hits.map(rowOf) : []));
    found.hidden = !isAsked;
    all.hidden = isAsked && hits.length > 0;
    count.textContent = !isAsked
      ? ''
      : hits.length === 0
        ? nothing
        : words.replace('{count}', String(hits.length));
  };

  field.value = new URLSearchParams(location.search).get('q') ?? '';
  show();
  field.addEventListener('input', show);
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
    found.querySelector('a')?.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target === field) return;
    event.preventDefault();
    field.focus();
  });
})();
