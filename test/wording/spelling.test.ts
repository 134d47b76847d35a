import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDesk } from '../../src/app/desk/close-desk.ts';
import {
  addWord,
  lendSpeller,
  openSpeller,
  spellingTrouble,
  trySpelling,
} from '../../src/app/wording/open-speller.ts';
import { personalWordsFile } from '../../src/app/wording/personal-words.ts';
import { type Paths, resolvePaths } from '../../src/config/paths.ts';
import { loadSpellingWords } from '../../src/content/load-spelling-words.ts';
import { openStore } from '../../src/store/open-store.ts';
import { must } from '../../src/util/must.ts';
import { findWords, partsOf } from '../../src/wording/spelling/find-words.ts';
import { rankSuggestions } from '../../src/wording/spelling/rank-suggestions.ts';
import { createSpeller, type Speller } from '../../src/wording/spelling/speller.ts';
import { SpellingThread } from '../../src/wording/spelling/spelling-thread.ts';
import { plainWord } from '../../src/wording/spelling/spelling-word.ts';

const root = join(import.meta.dirname, '../..');
const folders: string[] = [];

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'smena-spelling-'));
  folders.push(path);
  return path;
}

function desk(dataFolder = folder()): { readonly paths: Paths } {
  return { paths: resolvePaths({}, root, dataFolder) };
}

async function opened(own: { readonly paths: Paths }): Promise<Speller> {
  return must(await openSpeller(own), 'no speller');
}

/** A thread whose program is this text. */
function threadOf(program: string): SpellingThread {
  const file = join(folder(), 'thread.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${program}`);
  return new SpellingThread(pathToFileURL(file));
}

const COMES_UP = 'parentPort.postMessage({ id: 0, value: null });';

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

describe('words of both languages', () => {
  let speller: Speller;

  async function wrong(text: string, names: readonly string[] = []): Promise<string[]> {
    const language = /[а-я]/i.test(text) ? 'ru' : 'en';
    return (await speller.misspelt(text, language, names)).map(({ word }) => word);
  }

  beforeAll(async () => {
    speller = await opened(desk());
  });
  afterAll(() => speller.close());

  test.each([
    ['зделали', 'сделали'],
    ['пожалуста', 'пожалуйста'],
    ['перезагрузте', 'перезагрузите'],
    ['агенство', 'агентство'],
    ['извените', 'извините'],
    ['потверждение', 'подтверждение'],
    ['отправте', 'отправьте'],
    ['recieve', 'receive'],
    ['acknowlege', 'acknowledge'],
  ])('%s is found, and %s is offered among the first', async (slip, right) => {
    expect(await wrong(`А ${slip}.`)).toEqual([slip]);
    const suggestions = await speller.suggest(slip, 'ru');
    expect(suggestions.slice(0, 4)).toContain(right);
    expect(suggestions.length).toBeLessThanOrEqual(5);
  });

  test('have the forms under which dictionaries know them', async () => {
    expect(await speller.lemmas(['ошибок', 'confirmed', 'роутера', 'напишу'])).toEqual([
      ['ошибка'],
      expect.arrayContaining(['confirm']),
      expect.any(Array),
      ['написать'],
    ]);
  });

  test('offsets are those of the text as it was typed', async () => {
    const text = '😀 Мы всё зделали, thanks for the pacience.';
    const found = await speller.misspelt(text, 'ru');
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['зделали', 'pacience']);
  });

  test('the living words of the desk are words, in all their forms', async () => {
    const text = `По-прежнему ждём: переустановлено, с роутерами и без бэкапа, тикетов нет. Перелогиньтесь,
      потом задеплоим. Коллеги на вебинаре, давайте-ка в Wi-Fi. The hostnames of both backends,
      colleagues’ mailboxes, organised and cancelled webhooks; reopen the ticket, don't log off.`;
    expect(await wrong(text)).toEqual([]);
  });

  test('е stands for ё, and ё for е', async () => {
    expect(await wrong('Все еще подключен, всё ещё подключён, учетка и учётка')).toEqual([]);
  });

  test('what is written for machines is not corrected', async () => {
    const text = [
      '`sudo zdelat` и ```\nперезагрузте всё\n``` и https://exampel.ru/pozhalusta?q=извените',
      'vasiliy.pupkinn@exampel.ru, C:\\Полльзователи\\Вассья, /etc/systemdd, \\\\servver\\shara',
      'отчотт.docx, srv-mailll.lan, --forse, $HOMME, key=vallue, snake_casse, restartt()',
      'ВКСС, USBB, VMs, 10минн, SM-1042, oneDrivve, ⟦подскаска⟧, {{ ticket.nummber }}, ${1:адресс}',
      '> мой кампютер не работаит',
      'Вы видите ошибку «Праизошла ошипка».',
      '--- Исходное сообщение ---',
      'Памагите пожалуста!',
    ].join('\n');
    expect(await wrong(text)).toEqual([]);
  });

  test('a word whose end is filled in is not half a word', async () => {
    expect(
      await wrong('Я готовв{{ me.ending }} и {{ stem }}ющий, провери${1:л}, ⟦что⟧кака'),
    ).toEqual([]);
  });

  test('a hyphenated word is named by the part that is wrong', async () => {
    expect(await wrong('VPN-клиент, веб-сервер, web-приложение, mail-серверр, кто-нибуть')).toEqual(
      ['серверр', 'нибуть'],
    );
  });

  test('a name is right in any case when the call brings it along', async () => {
    const names = ['Абдрахимов Ульфат', 'ООО «Зарплатникъ»'];
    const text = 'Передал Абдрахимову, Ульфату и абдрахимову.';
    expect(await wrong(text, names)).toEqual(['абдрахимову']);
    expect(await wrong('Передал Абдрахимову.')).toEqual(['Абдрахимову']);
  });

  test('a name in other letters than the text is nobody’s slip', async () => {
    expect(await wrong('Откройте Zwcad и нажмите cancell')).toEqual(['cancell']);
  });

  test('a text that has no end costs no more than its words', async () => {
    const text = `${'{{ '.repeat(20_000)}${'a.'.repeat(20_000)}${'⟦`'.repeat(20_000)} зделали`;
    expect(await wrong(text)).toEqual(['зделали']);
  });
});

test('whatever the text, its words stand in their places', () => {
  const piece = fc.constantFrom(
    ...[
      'слово',
      'Word',
      "don't",
      'по-русски',
      'и\u0306',
      'сло\u0301во',
      '😀',
      '1С',
      '`',
      '⟦',
      '}}',
    ],
    ...['{{ ', '${', '```', '\n', ' ', '.', '/', '@', '-', '’', '\u00ad'],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const found of findWords(text)) {
        expect(found.start).toBeGreaterThanOrEqual(last);
        expect(plainWord(text.slice(found.start, found.end))).toBe(found.word);
        last = found.end;
        for (const { start, end } of partsOf(found)) {
          expect(found.start <= start && start < end && end <= found.end).toBe(true);
        }
      }
    }),
  );
});

describe('words of one desk and one person', () => {
  test('the desk’s own file adds to the shipped words', async () => {
    const own = desk();
    await mkdir(join(own.paths.overlay, 'desk'), { recursive: true });
    writeFileSync(join(own.paths.overlay, 'desk/spelling.yaml'), 'like: {кнопка: кракозябка}\n');
    const speller = await opened(own);
    expect(await speller.misspelt('Кракозябками роутера', 'ru')).toEqual([]);
    speller.close();
  });

  test('a desk’s file with mistakes is told and takes nothing else away', async () => {
    const own = desk();
    await mkdir(join(own.paths.overlay, 'desk'), { recursive: true });
    writeFileSync(join(own.paths.overlay, 'desk/spelling.yaml'), 'like: 5\n');
    const speller = await opened(own);
    expect(await speller.misspelt('зделали роутерами', 'ru')).toHaveLength(1);
    expect(await spellingTrouble(own)).toMatchObject({ code: 'words' });
    speller.close();
  });

  test('a word that was added is right at once and stays so', async () => {
    const mine = desk();
    const speller = await opened(mine);
    expect(await speller.misspelt('Наш шлюзикк и кукусиками', 'ru')).toHaveLength(2);
    await addWord(mine, 'шлюзикк');
    await addWord(mine, 'шлюзикк');
    await addWord(mine, 'кукусик/столик');
    expect(await speller.misspelt('Наш шлюзикк и кукусиками', 'ru')).toEqual([]);
    speller.close();
    const again = await opened(mine);
    expect(await again.misspelt('Наш шлюзикк и кукусиками', 'ru')).toEqual([]);
    again.close();
    const file = personalWordsFile(mine.paths);
    expect(readFileSync(file, 'utf8')).toBe('шлюзикк\nкукусик/столик\n');
  });

  test('the file may be written by hand, in any editor', async () => {
    const mine = desk();
    writeFileSync(personalWordsFile(mine.paths), '\ufeffабырвалг\r\n\r\n# ?!\r\nкукусик');
    await addWord(mine, 'zwcad');
    const text = readFileSync(personalWordsFile(mine.paths), 'utf8');
    expect(text).toBe('\ufeffабырвалг\r\n\r\n# ?!\r\nкукусик\nzwcad\n');
    const speller = await opened(mine);
    expect(await speller.misspelt('абырвалг, кукусик, zwcad', 'ru')).toEqual([]);
    speller.close();
  });

  test.each(['', 'два слова', 'сл0во', 'a/b/c', '../x', 'слово/word'])(
    'what is no word is refused: "%s"',
    async (word) => {
      await expect(addWord(desk(), word)).rejects.toMatchObject({ code: 'spelling-word-wrong' });
    },
  );

  test('the shipped words are well-formed and at least three hundred', () => {
    const file = join(root, 'templates/desk/default/spelling.yaml');
    const { words, problems } = loadSpellingWords([file]);
    expect(problems).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => /^[а-яё]/i.test(word)).length).toBeGreaterThan(300);
  });
});

describe('when it cannot be', () => {
  test('nothing is wrong with a desk whose dictionaries load', async () => {
    const whole = desk();
    expect(await spellingTrouble(whole)).toBeNull();
    expect(await trySpelling(whole)).toBeNull();
  });

  test.each([
    ['a package is missing', "import 'hunspell-wasm-that-is-not-there';", 'missing'],
    ['the program is broken', 'throw new Error("no word");', 'broken'],
    ['it leaves without a word', 'process.exit(3);', 'broken'],
  ])('%s: it never comes up, and says why', async (_, program, code) => {
    const thread = threadOf(program);
    expect(await thread.ready).toBe(false);
    expect(thread.trouble).toMatchObject({ code });
    expect(await createSpeller(thread).misspelt('зделали', 'ru')).toEqual([]);
  });

  test.each([
    ['dies over a word', 'throw new Error("abort")', 'broken'],
    ['needs more memory than it may', 'const a = []; for (;;) a.push([a.length])', 'memory'],
  ])('a thread that %s leaves the questions unanswered, not waiting', async (_, deed, code) => {
    const thread = threadOf(`${COMES_UP} parentPort.on('message', () => { ${deed} });`);
    expect(await thread.ready).toBe(true);
    const speller = createSpeller(thread);
    const asked = [speller.misspelt('зделали', 'ru'), speller.suggest('recieve', 'en')];
    expect(await Promise.all(asked)).toEqual([[], []]);
    expect(speller.trouble()).toMatchObject({ code });
    expect(await speller.misspelt('зделали', 'ru')).toEqual([]);
  });

  test('what is still asked when it is closed finds nothing', async () => {
    const own = desk();
    const speller = await opened(own);
    const asked = speller.misspelt('зделали', 'ru');
    speller.close();
    expect(await asked).toEqual([]);
    expect(await speller.suggest('зделали', 'ru')).toEqual([]);
    expect(speller.trouble()).toBeNull();
  });

  test('it ends with the desk, also while it is just coming up', async () => {
    const own = desk();
    const store = openStore({ path: own.paths.store, indexText: (text) => text });
    const running = await opened(own);
    const asked = running.misspelt('зделали', 'ru');
    closeDesk({ ...own, store });
    expect(await asked).toEqual([]);
    expect(await running.misspelt('зделали', 'ru')).toEqual([]);

    const other = desk();
    const starting = openSpeller(other);
    closeDesk({
      ...other,
      store: openStore({ path: other.paths.store, indexText: (text) => text }),
    });
    expect(await starting).toBeNull();
  });

  test('two who ask at once share one thread', async () => {
    const own = desk();
    const [first, second] = await Promise.all([openSpeller(own), openSpeller(own)]);
    expect(first).toBe(second);
    first?.close();
  });

  test('the desk of a run of practice works with the thread of its live desk', async () => {
    const live = desk();
    const practice = desk();
    lendSpeller(live, practice);
    const lent = must(await openSpeller(practice), 'no speller');
    expect(await openSpeller(live)).toBe(lent);
    await addWord(practice, 'зделали');
    expect(await lent.misspelt('зделали', 'ru')).toEqual([]);
    lent.close();
  });
});

test('nothing obscene is offered to somebody who writes to a customer', () => {
  expect(rankSuggestions('шлюзиками', ['шлюшками', 'шлюзами'])).toEqual(['шлюзами']);
  expect(rankSuggestions('учёбы', ['учёбы', 'хлеба'])).toEqual(['учёбы', 'хлеба']);
});
