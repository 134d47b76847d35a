import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { loadWording } from '../../../src/tui/model/wording-model.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openWorkStage, settled, type WorkStageOptions } from '../../support/work-stage.ts';

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);

/** A letter with a log, a picture and two addresses, one of them disguised. */
function withLetter(here: TestDesk): void {
  const id = here.registers('Ошибка входа', 'Портал https://portal.example.test/login не пускает');
  const put = (bytes: Uint8Array, name: string, mime: string) => {
    return { hash: here.desk.attachments.put(bytes), name, mime, size: bytes.length };
  };
  here.does(id, {
    type: 'receive',
    at: here.clock.now(),
    text: 'Вот сюда: https://банк.test/вход',
    contactId: null,
    contactName: 'Клиент',
    messageId: null,
    attachments: [
      put(Buffer.from('line 1\n\u001b[2Jline 2\n'), 'app.log', 'text/plain'),
      put(picture, 'screen.png', 'image/png'),
      put(Buffer.from([0x50, 0x4b, 0, 0]), 'all.zip', 'application/zip'),
    ],
    isAutomatic: false,
  });
}

const open = (options: WorkStageOptions = {}) => openWorkStage(options, withLetter);

test('files and links are listed with what they are and where they lead', async () => {
  using stage = await open();
  stage.presses('o');
  expect(stage.offers()).toEqual([
    '▪ all.zip | файл · 4 B · 14:00',
    '▪ screen.png | картинка · 7 B · 14:00',
    '▪ app.log | текст · 18 B · 14:00',
    '→ https://банк.test/вход | откроется xn--80ab2al.test',
    '→ https://portal.example.test/login | откроется portal.example.test',
  ]);
  expect(stage.opened).toEqual([]);
});

test('a log goes to the pager with its escapes made visible', async () => {
  using stage = await open();
  stage.presses('o');
  stage.presses('3');
  await vi.waitFor(() => expect(stage.paged).toEqual(['line 1\n␛[2Jline 2\n']));
});

test('a picture is drawn by the terminal where it can', async () => {
  const drawn: number[] = [];
  const showImage = async (bytes: Uint8Array) => drawn.push(bytes.length) > 0;
  using stage = await open({ terminal: { showImage } });
  stage.presses('o');
  stage.presses('2');
  await settled();
  expect(drawn).toEqual([picture.length]);
  expect(stage.opened).toEqual([]);
});

test('else it is opened in a viewer, from a folder of ours', async () => {
  using stage = await open();
  stage.presses('o');
  stage.presses('2');
  await settled();
  expect(stage.opened).toEqual([join(stage.here.folder, 'saved', 'screen.png')]);
});

test('over ssh it is saved and its path is copied', async () => {
  using stage = await open({ terminal: { env: { SSH_TTY: '/dev/pts/1', DISPLAY: ':0' } } });
  stage.presses('o');
  stage.presses('2');
  await settled();
  const path = join(stage.here.folder, 'saved', 'screen.png');
  expect(stage.copied).toEqual([path]);
  expect(existsSync(path)).toBe(true);
  expect(stage.opened).toEqual([]);
  expect(stage.toast).toContain(path);
});

test('what is neither text nor picture is never started', async () => {
  using stage = await open();
  stage.presses('o');
  stage.presses('1');
  await settled();
  expect(stage.opened).toEqual([]);
  expect(stage.copied).toEqual([join(stage.here.folder, 'saved', 'all.zip')]);
});

test('a plain address opens at once; a disguised one asks first and does nothing by itself', async () => {
  using stage = await open();
  stage.presses('o');
  stage.presses('5');
  await settled();
  expect(stage.opened).toEqual(['https://portal.example.test/login']);

  stage.presses('o');
  stage.presses('4');
  expect(stage.offers()[2]).toContain('xn--80ab2al.test');
  stage.presses('enter');
  await settled();
  expect(stage.opened).toHaveLength(1);
  stage.presses('o');
  stage.presses('4');
  stage.presses('3');
  await settled();
  expect(stage.opened[1]).toMatch(/^https:\/\/xn--80ab2al\.test\//);
});

test('over ssh an address is copied', async () => {
  using stage = await open({ terminal: { env: { SSH_CONNECTION: '1 2 3 4' } } });
  stage.presses('o');
  stage.presses('5');
  await settled();
  expect(stage.copied).toEqual(['https://portal.example.test/login']);
  expect(stage.opened).toEqual([]);
});

test('a file goes with the reply that is being written', async () => {
  using stage = await open();
  const path = join(stage.here.folder, 'моя инструкция.txt');
  writeFileSync(path, 'Шаг 1');
  stage.presses('r');
  stage.types('Во вложении инструкция');
  stage.presses('ctrl+o');
  stage.types(`'${path}'`);
  const { overlay } = stage.state;
  expect(overlay?.type === 'prompt' && overlay.explain(`'${path}'`)).toBe(
    '= моя инструкция.txt · 8 B',
  );
  stage.presses('enter');
  expect(stage.state.overlay).toBeNull();
  expect(stage.state.composer?.attachments).toMatchObject([
    { name: 'моя инструкция.txt', size: 8 },
  ]);
  expect(stage.state.composer?.history.present.text).toBe('Во вложении инструкция');
  await loadWording(stage.ui);
  stage.presses('ctrl+x');
  await setImmediate();
  stage.presses('enter');
  const id = stage.here.desk.tickets.idByNumber('SM-1') ?? '';
  const last = showTicket(stage.here.desk, id)?.entries.at(-1);
  expect(last?.attachments.map((file) => file.name)).toEqual(['моя инструкция.txt']);
});

test('a wrong path is said and can be mended', async () => {
  using stage = await open();
  stage.presses('r');
  stage.presses('ctrl+o');
  stage.types('/нет/такого.txt');
  stage.presses('enter');
  const { overlay } = stage.state;
  expect(overlay?.type === 'prompt' && overlay.problem).toContain('/нет/такого.txt');
  expect(stage.state.composer?.attachments).toEqual([]);
});
