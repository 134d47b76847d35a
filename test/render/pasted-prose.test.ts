import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPastedProse, type ProseSource } from '../../src/render/pasted-prose.ts';

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

const sources = [english, russian];

const copied =
  'Windows хранит старый пароль для подключения и подставляет его после смены. ' +
  'Сервер отвечает отказом, хотя учетная запись в порядке. ' +
  'После этого подключение проходит с первого раза, и пароль больше не спрашивают до следующей смены.';

describe('a reply that is an article word for word', () => {
  test('is told, with the article, in either language', () => {
    expect(findPastedProse(copied, sources)).toMatchObject({ source: russian, share: 1 });
    expect(findPastedProse(`Hello!\n\n${english.body}`, sources)?.source).toBe(english);
  });

  test('is told although the greeting and one sentence are one’s own', () => {
    const text = `Добрый день!\n\n${copied} ${copied}\nНапишите мне до 14:30, что получилось у вас.`;
    expect(findPastedProse(text, sources)?.share).toBeGreaterThan(0.8);
  });
});

describe('a reply in one’s own words', () => {
  test('may hold a sentence of the article', () => {
    const [sentence = ''] = copied.split('. ');
    const text = `${sentence}. Поэтому вас и не пускает: пароль вы меняли утром. Я проверил вашу учётную запись, она не заблокирована.`;
    expect(findPastedProse(text, sources)).toBeNull();
  });

  test('may hold the steps and the commands of the article: they are there to be copied', () => {
    const steps = russian.body.split('## Что сделать')[1]?.split('После этого')[0] ?? '';
    const text = `Пётр, вас не пускает сохранённый старый пароль, утром вы его сменили.\n${steps}\nЕсли не поможет, позвоните мне, посмотрим вместе на вашем экране.`;
    expect(findPastedProse(text, sources)).toBeNull();
    expect(findPastedProse(steps, sources)).toBeNull();
  });

  test('is too short to be anybody’s', () => {
    expect(findPastedProse('Windows хранит старый пароль для подключения.', sources)).toBeNull();
    expect(findPastedProse('', sources)).toBeNull();
    expect(findPastedProse(copied, [])).toBeNull();
  });
});

test('any text is judged, and what was invented is nobody’s copy', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, body) => {
      const found = findPastedProse(text, [{ id: 'a', title: 'a', body }]);
      expect(found === null || found.share <= 1).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1e6 }), { minLength: 40, maxLength: 200 }), (numbers) => {
      const text = `${numbers.map((n) => `слово${n}`).join(' ')}.`;
      expect(findPastedProse(text, sources)).toBeNull();
      expect(findPastedProse(text, [{ id: 'a', title: 'a', body: text }])?.share).toBe(1);
    }),
  );
});
