import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProseSource } from '../../src/wording/finding.ts';
import { internalNames, lintIt, wordingWith } from './lint-scene.ts';

const russian: ProseSource = {
  id: 'vpn-cache',
  title: 'VPN после смены пароля',
  body: `## Как это выглядит

Windows хранит старый пароль для подключения и подставляет его после смены. Сервер отвечает отказом, хотя учётная запись в порядке.

## Что сделать

1. Откройте диспетчер учётных данных и удалите запись нашего шлюза вместе с паролем.
2. Подключитесь снова и введите новый пароль вручную, не соглашаясь его запомнить.

\`\`\`
cmdkey /delete:vpn.example и ещё раз проверить список сохранённых учётных данных
\`\`\`

После этого **подключение проходит** с первого раза, и пароль больше не спрашивают до следующей смены.
`,
};

const english: ProseSource = {
  id: 'disk',
  title: 'The disk is full',
  body: 'A deleted file keeps its space while a process holds it open. Restart the process and the space comes back at once. Nothing has to be removed by hand.',
};

const copied =
  'Windows хранит старый пароль для подключения и подставляет его после смены. ' +
  'Сервер отвечает отказом, хотя учетная запись в порядке.';

/** The passages of a text that are told to be an article's. */
function copies(text: string, sources: readonly ProseSource[] = [english, russian]): string[] {
  const found = lintIt(
    text,
    {},
    wordingWith(internalNames, () => sources),
  );
  return found.filter(({ rule }) => rule === 'L10').map((finding) => finding.text);
}

describe('a passage that is an article’s word for word', () => {
  test('is marked in either language, whatever stands round it', () => {
    expect(copies(`Добрый день, Анна! ${copied} Напишите мне до 14:30.`)).toEqual([copied]);
    expect(copies(`Hello, Anna!\n\n${english.body}`)).toEqual([english.body]);
  });
});

describe('a reply in one’s own words', () => {
  test('may hold the steps and the commands of the article: they are there to be copied', () => {
    const steps = russian.body.split('## Что сделать')[1]?.split('После этого')[0] ?? '';
    expect(copies(steps)).toEqual([]);
    const around = 'Пётр, вас не пускает сохранённый пароль, утром вы его сменили.';
    expect(copies(`${around}\n${steps}\nЕсли не поможет, позвоните мне.`)).toEqual([]);
  });

  test('is too short to be anybody’s', () => {
    expect(copies('Windows хранит старый пароль для подключения.')).toEqual([]);
    expect(copies(copied, [])).toEqual([]);
  });
});

test('what was invented is nobody’s copy, and what is the same is', () => {
  const numbers = fc.array(fc.nat({ max: 1e6 }), { minLength: 40, maxLength: 200 });
  fc.assert(
    fc.property(numbers, (all) => {
      const text = `${all.map((n) => `слово${n}`).join(' ')}.`;
      expect(copies(text)).toEqual([]);
      expect(copies(text, [{ id: 'a', title: 'a', body: text }])).toEqual([text]);
    }),
    { numRuns: 20 },
  );
});
