import { expect, test } from 'vitest';
import { readDontCards } from '../../../src/app/content/dont-cards.ts';
import type { UiState } from '../../../src/tui/model/ui-state.ts';
import { repliesLines } from '../../../src/tui/present/replies-lines.ts';
import { createTimeText } from '../../../src/tui/present/time-text.ts';
import { opensDesk } from '../../support/replies-stage.ts';
import { settled, type WorkStage } from '../../support/work-stage.ts';

function shown({ timeZone, ...state }: UiState): string {
  const time = createTimeText(timeZone, state.language);
  const lines = repliesLines({ timeZone, ...state }, time);
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

async function opensReplies(columns: number): Promise<WorkStage> {
  const stage = await opensDesk({ columns, rows: 40 });
  stage.types('4');
  await settled();
  return stage;
}

test('the list tells channel, use and favourite; the preview what sending does', async () => {
  using stage = await opensReplies(120);
  stage.types('/');
  stage.types('передаю дальше кому');
  stage.presses('escape');
  stage.types('*');
  const frame = shown(stage.state);
  expect(frame).toMatch(/★1 Передаю дальше: кому и кто напишет +передача/);
  expect(frame).toMatch(/метки \+ escalated/);
  expect(frame).toMatch(/обещано 16:00/);
  stage.types('l');
  expect(shown(stage.state)).toMatch(/· EN/);
  expect(stage.state.replies.preview?.template?.lang).toBe('en');
});

test('how we do not talk stands at the end; Enter offers what is said instead', async () => {
  using stage = await opensReplies(80);
  const cards = await readDontCards(stage.here.desk, 'ru');
  expect(cards.length).toBeGreaterThan(5);
  const { library, items } = stage.state.replies;
  stage.ui.store.set({ replies: { ...stage.state.replies, cards, shownCards: cards } });
  stage.presses('G');
  const frame = shown(stage.state);
  expect(frame).toContain('так не говорим');
  expect(frame).toContain(`✗ ${cards.at(-1)?.title}`);
  stage.types('*');
  expect(stage.state.replies.favourites.size).toBe(0);
  stage.presses('enter');
  const { overlay } = stage.state;
  const ids = overlay?.type === 'picker' ? overlay.shown.map(({ id }) => id) : [];
  expect(ids).toEqual(cards.at(-1)?.instead);
  expect(ids.every((id) => library?.templates.some((one) => one.id === id))).toBe(true);
  expect(items.length).toBeGreaterThan(0);
  expect(stage.state.composer).toBeNull();
});
