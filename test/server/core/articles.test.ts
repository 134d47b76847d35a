import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArticleCommand, RevisedText } from '../../../src/domain/article-command.ts';
import { articleEntity } from '../../../src/domain/article-event.ts';
import { sha256 } from '../../../src/util/sha256.ts';
import { type Device, ServerDesk, said } from './server-desk.ts';

const kb = join(import.meta.dirname, '../../../kb/instruction');
const id = '1c-client-cache-stream-format';
const shipped = readFileSync(join(kb, `${id}.ru.md`), 'utf8');

test('an article that two wrote at once keeps both texts, and a version is found by its text', async () => {
  const { anya, boris, lead, log } = await newsroom();
  const mine = revised(`${shipped}\nМоё.\n`);
  const his = revised(`${shipped}\nЕго.\n`);
  expect(await write(boris, save(his))).toBe('applied');
  // At her desk her text is version 1, too.
  expect(await write(anya, save(mine))).toBe('applied');
  const named = { version: 1, versionHash: mine.hash };
  expect(await write(anya, { type: 'submit', ...named })).toBe('applied');
  expect(await write(lead, { type: 'accept', note: '', ...named })).toBe('applied');
  expect(await write(boris, { type: 'submit', version: 1, versionHash: his.hash })).toBe('applied');
  const accept = { type: 'accept', version: 1, versionHash: his.hash, note: '' } as const;
  expect(await write(lead, accept), 'begun over the file').toBe('base-stale');

  const facts = (await log()).flatMap(({ body }) => (body.kind === 'article' ? body.events : []));
  expect(facts.map(({ fact }) => ({ ...fact, text: undefined }))).toMatchObject([
    { type: 'version-saved', version: 1, hash: his.hash },
    { type: 'version-saved', version: 2, hash: mine.hash },
    { type: 'version-submitted', version: 2 },
    { type: 'version-accepted', version: 2 },
    { type: 'version-submitted', version: 1 },
  ]);
});

test('what a text says of its owner is read from the text', async () => {
  const { anya, lead } = await newsroom();
  const text = `${shipped}\nЛишнее.\n`;
  const lie = { ...revised(text), about: { title: 'x', kind: 'instruction', owner: 'line-1' } };
  const gleb = await anya.desk.joins({ id: 'gleb', login: 'gleb', line: '1' });
  expect(await write(anya, save(lie))).toBe('applied');
  expect(await write(anya, { type: 'submit', version: null })).toBe('applied');
  expect(await write(gleb, { type: 'accept', version: null, note: '' })).toBe('not-owner-line');
  expect(await write(lead, { type: 'accept', version: null, note: '' })).toBe('applied');
});

test('an opinion is said once, and a new text answers who called the old one outdated', async () => {
  const { anya, boris, lead } = await newsroom();
  const outdated = {
    type: 'mark',
    kind: 'outdated',
    ticketId: null,
    text: 'другая версия',
  } as const;
  expect(await write(anya, outdated)).toBe('applied');
  expect(await write(anya, outdated)).toBe('already-marked');
  expect(await write(boris, outdated)).toBe('applied');
  await write(anya, save(revised(`${shipped}\nСвежее.\n`)));
  await write(anya, { type: 'submit', version: null });
  expect(await write(lead, { type: 'accept', version: null, note: '' })).toBe('applied');
  expect(await write(anya, outdated)).toBe('applied');
  expect(await write(anya, { type: 'rate', stars: 9 })).toBe('stars-wrong');
  expect(await write(anya, { type: 'favourite' })).toBe('applied');
  expect(await write(anya, { type: 'favourite' })).toBe('nothing-to-change');
});

test('a question that found nothing is everybody’s', async () => {
  const { anya, boris } = await newsroom();
  const lost = {
    type: 'log-search',
    query: 'тсд не видит',
    outcome: 'failed',
    ticketId: null,
  } as const;
  expect(await write(anya, lost, 'search/тсд')).toBe('applied');
  expect(await write(boris, { type: 'settle-search' }, 'search/тсд')).toBe('applied');
  expect(await write(anya, { type: 'settle-search' }, 'search/тсд')).toBe('nothing-to-settle');
  expect(await write(anya, { type: 'submit', version: null }, '../../etc')).toBe('op-unreadable');
});

async function newsroom() {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const boris = await desk.joins({ id: 'boris', login: 'boris' });
  const lead = await desk.joins({ id: 'lead', login: 'lead', role: 'lead' });
  return { anya, boris, lead, log: () => desk.log('desk') };
}

function revised(text: string): RevisedText {
  return { text, hash: sha256(text), about: null, baseVersion: null, baseHash: sha256(shipped) };
}

function save(text: RevisedText) {
  return { type: 'save-draft', ...text, note: '', ticketId: null } as const;
}

async function write(
  device: Device,
  command: ArticleCommand,
  entity = articleEntity(id, 'ru'),
): Promise<string> {
  const op = device.op(command, entity, { space: 'desk', entityType: 'article' });
  return (await device.sends(op)).map(said).join();
}
