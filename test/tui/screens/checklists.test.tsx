import { afterEach, describe, expect, test } from 'vitest';
import type { TestDesk } from '../../support/desk.ts';
import { type DriverOptions, openDriver, type ScreenDriver } from '../../support/driver.tsx';

const wide = { columns: 130, rows: 40 };
const narrow = { columns: 80, rows: 24 };
const SHOUT = 'ГДЕ ВЫ ВСЕ?! ТРЕТИЙ РАЗ ПИШУ, НИКТО НЕ ОТВЕЧАЕТ';
let desk: ScreenDriver;
afterEach(() => desk[Symbol.dispose]());

async function opens(text: string, options: DriverOptions = {}): Promise<void> {
  desk = await openDriver({ size: wide, ...options }, (here: TestDesk) => {
    const person = here.contact('Пётр Лодочкин', { email: 'p@example.com' });
    here.registers('Почта не приходит', text, person.id);
  });
  desk.press('queue-open');
  await desk.waitFor(() => desk.state.checklists.lists !== null);
}

describe('an angry customer', () => {
  test('the five steps stand beside the work and tick themselves', async () => {
    await opens(SHOUT);
    await desk.sees('Сердитый клиент');
    await desk.sees('› 1 выйти на разговор');
    await desk.sees('нельзя: раздражение, паника, спор, жаргон');
    desk.press('take');
    await desk.sees('✓ 3 сразу зарегистрировать');
    desk.press('reply');
    desk.type('Пётр, понимаю вас. Позвоню вам ');
    await desk.sees('дальше: назвать время');
    desk.type('через 10 минут.');
    await desk.sees('✓ 1 выйти на разговор');
    await desk.sees('✓ 2 успокоить');
    await desk.sees('› 4 отдать чинить');
    desk.type(' Успокойтесь');
    await desk.sees('в тексте: раздражение');
  });

  test('in a narrow window they are one row that says what is next', async () => {
    await opens(SHOUT, { size: narrow });
    desk.press('take');
    await desk.sees('сердитый клиент: 1 из 5 · дальше: предложить звонок');
    desk.press('reply');
    desk.type('Пётр, понимаю вас, давайте созвонимся.');
    await desk.sees('сердитый клиент: 2 из 5 · дальше: назвать время');
    desk.ui.store.set({ language: 'en' });
    await desk.sees('angry customer: 2 of 5 · next: name a time');
  });

  test('without capitals one key marks the customer, the same key takes it off', async () => {
    await opens('Третий раз пишу.', { language: 'en' });
    expect(desk.frame()).not.toContain('Angry customer');
    desk.press('angry');
    await desk.sees('Angry customer');
    await desk.sees('keep an even tone');
    desk.press('angry');
    await desk.sees('the customer is calm');
    expect(desk.frame()).not.toContain('Angry customer');
  });
});

describe('a closing text', () => {
  test('has its list, in a narrow window one row; one key writes what is missing', async () => {
    await opens('Почта не приходит с утра.');
    desk.press('reply');
    desk.type('Готово: почта снова приходит. Проверьте, пожалуйста, у себя.');
    await desk.sees('✓ сказано, что сделали');
    await desk.sees('○ остались ли вопросы');
    const before = desk.draft;
    desk.press('add-missing');
    await desk.sees('✓ остались ли вопросы');
    await desk.sees('✓ спасибо');
    expect(desk.draft.startsWith(`${before}\n\nЧтобы не повторилось: ⟦`)).toBe(true);
    expect(desk.state.composer?.history.present.caret).toBe(desk.draft.indexOf('⟦'));
    desk.keys('ctrl+z');
    expect(desk.draft).toBe(before);

    desk.resize(narrow);
    await desk.sees('закрытие: 2 из 6 · не хватает: как избежать, вопросы, спасибо, статья');
  });
});
