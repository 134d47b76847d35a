import { stripVTControlCharacters } from 'node:util';
import { Box } from 'ink';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/vocabulary.ts';
import type { ScreenProps } from '../../src/tui/components/screen-props.ts';
import { emptyKnowledge } from '../../src/tui/model/knowledge-model.ts';
import { openTicket } from '../../src/tui/model/ticket-model.ts';
import { createTimeText } from '../../src/tui/present/time-text.ts';
import { KnowledgeScreen } from '../../src/tui/screens/KnowledgeScreen.tsx';
import { RepliesScreen } from '../../src/tui/screens/RepliesScreen.tsx';
import { createTheme } from '../../src/tui/theme/theme.ts';
import { textWidth } from '../../src/util/text-width.ts';
import { openStage, type Stage } from '../support/knowledge-stage.ts';
import { renderAt } from '../support/render-at.tsx';
import { bringsArticles } from '../support/small-base.ts';

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];
const languages: readonly Language[] = ['ru', 'en'];
const cases = sizes.flatMap((size) => languages.map((language) => ({ ...size, language })));

/** The rows of the screen's body, without styles. */
function draws(stage: Stage): string[] {
  const { columns, rows, language, timeZone, tab } = stage.state;
  const props: ScreenProps = {
    ui: stage.ui,
    state: stage.state,
    theme: createTheme('default', 1),
    time: createTimeText(timeZone, language),
  };
  const body = tab === 'replies' ? <RepliesScreen {...props} /> : <KnowledgeScreen {...props} />;
  const size = { columns, rows: rows - 2 };
  const screen = renderAt(<Box width={columns}>{body}</Box>, size);
  const lines = stripVTControlCharacters(screen.frame()).split('\n');
  screen.unmount();
  expect(lines).toHaveLength(rows - 2);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  return lines;
}

describe.each(cases)('$columns×$rows $language', (size) => {
  const isRussian = size.language === 'ru';

  test('the search line with its answers', async () => {
    using stage = await openStage(size);
    stage.types('3');
    draws(stage);
    await stage.searches('dgy gfhjkm');
    const lines = draws(stage);
    expect(lines[0]).toContain('[ dgy gfhjkm');
    expect(lines[0]).toContain(isRussian ? 'прочитано как «впн пароль»' : 'read as “впн пароль”');
    expect(lines[2]).toContain('VPN');
    expect(lines[2]).toContain(isRussian ? 'инструкция' : 'instruction');
    expect(lines[3]).toMatch(/парол/i);
  });

  test('an empty answer speaks', async () => {
    using stage = await openStage(size);
    stage.types('3');
    await stage.searches('987654');
    expect(draws(stage).join()).toContain(isRussian ? 'Ничего не нашлось' : 'Nothing found');
  });

  test('the article that is read', async () => {
    using stage = await openStage(size);
    stage.types('3');
    await stage.searches('691');
    stage.presses('enter');
    const lines = draws(stage);
    expect(lines[0]).toContain('VPN не пускает после смены пароля');
    expect(lines.join('\n')).toMatch(/│ Remote Access error 691/);
    stage.types('G');
    expect(draws(stage).join('\n')).toContain(isRussian ? 'Смотрите также' : 'See also');
  });

  test('the replies by situation with the filled text', async () => {
    using stage = await openStage(size);
    openTicket(stage.ui, stage.here.registers('VPN не пускает'));
    stage.types('4');
    const lines = draws(stage);
    expect(lines[0]).toContain(isRussian ? 'для SM-1' : 'for SM-1');
    expect(lines.join('\n')).toContain(isRussian ? ' приветствие' : ' greeting');
    expect(lines.join('\n')).toContain('Аня');
    stage.types('G');
    expect(draws(stage).join('\n')).toContain(isRussian ? 'завершение' : 'closing');
  });
});

test('before the articles are read the list says so', async () => {
  using stage = await openStage({ columns: 80, rows: 24 }, (here) => bringsArticles(here));
  stage.types('3');
  stage.ui.store.set({ knowledge: emptyKnowledge });
  expect(draws(stage).join()).toContain('читаем статьи');
});

test('the found line stands without the marks of Markdown, also at its beginning', async () => {
  const body = '## Что сделать\n**Сеть.** Открыть порт брандмауэра.\n';
  using stage = await openStage({ columns: 80, rows: 24 }, (here) =>
    bringsArticles(here, [{ id: 'open-port', title: 'Порт закрыт', body }]),
  );
  stage.types('3');
  await stage.searches('брандмауэр');
  expect(draws(stage)[3]).toMatch(/^ {3}Сеть\. Открыть порт брандмауэра\./);
});

test('while articles are being indexed the search row says how far', async () => {
  using stage = await openStage({ columns: 80, rows: 24 }, (here) => bringsArticles(here));
  stage.types('3');
  const { knowledge } = stage.state;
  stage.ui.store.set({ knowledge: { ...knowledge, progress: { done: 1200, total: 5883 } } });
  expect(draws(stage)[0]).toContain('индекс 1 200 из 5 883');
});

test('what the base is narrowed to and why a hit was found fit into the smallest window', async () => {
  using stage = await openStage({ columns: 60, rows: 16 }, (here) => bringsArticles(here));
  stage.types('3');
  stage.presses('ctrl+f');
  stage.types('инструкция');
  stage.presses('enter');
  await stage.searches('gfhjkm');
  stage.presses('escape');
  stage.types('w');
  const lines = draws(stage);
  expect(lines[0]).toContain('[инструкция]');
  expect(lines.join('\n')).toMatch(/Почему нашлось\n {3}.*пароль \(другая раскладка\)/);
});

test('a window that grew shows more of the end and never less than the screen', async () => {
  using stage = await openStage({ columns: 80, rows: 24 });
  stage.types('3');
  await stage.searches('691');
  stage.presses('enter');
  stage.types('G');
  stage.ui.store.set({ rows: 60, columns: 160 });
  expect(draws(stage).at(-1)?.trim()).not.toBe('');
});
