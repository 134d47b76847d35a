import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { BlobFiles } from '../../../src/server/db/blobs.ts';
import { dataFolder } from './server-desk.ts';

let folder: string;
let blobs: BlobFiles;
beforeEach(() => {
  folder = join(dataFolder(), 'blobs');
  blobs = new BlobFiles(folder, 1000);
});

const hashOf = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

async function* stream(...chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

async function* cut(chunk: Uint8Array): AsyncIterable<Uint8Array> {
  yield chunk;
  throw new Error('the line is cut');
}

test('a file comes in parts, goes on where it was cut, and counts when it is whole', async () => {
  const data = randomBytes(900);
  const hash = hashOf(data);
  const part = { offset: 0, total: 900 };
  await expect(blobs.append(hash, part, cut(data.subarray(0, 300)))).rejects.toThrow('cut');
  expect(await blobs.offset(hash)).toBe(300);
  expect(await blobs.find(hash)).toBeNull();
  const next = { offset: 300, total: 900 };
  const more = await blobs.append(hash, next, stream(data.subarray(300, 500)));
  expect(more).toEqual({ ok: true, isWhole: false, offset: 500 });
  const last = { offset: 500, total: 900 };
  const done = await blobs.append(hash, last, stream(data.subarray(500)));
  expect(done).toEqual({ ok: true, isWhole: true, offset: 900 });
  const found = await blobs.find(hash);
  expect(found?.bytes).toBe(900);
  expect(readFileSync(found?.path ?? '')).toEqual(data);
  expect(statSync(found?.path ?? '').mode & 0o777).toBe(0o600);
  // Whoever sends it again is told that it is there.
  expect(await blobs.append(hash, part, stream(data))).toEqual(done);
});

test('a part that does not begin where the last one ended says where to go on', async () => {
  const data = randomBytes(100);
  const hash = hashOf(data);
  await blobs.append(hash, { offset: 0, total: 100 }, stream(data.subarray(0, 40)));
  for (const offset of [0, 39, 41]) {
    const answer = await blobs.append(hash, { offset, total: 100 }, stream(data));
    expect(answer).toEqual({ ok: false, reason: 'wrong-offset', offset: 40 });
  }
});

test('what is not what its name says, or too much, is not kept', async () => {
  const data = randomBytes(100);
  const foreign = await blobs.append(
    hashOf(data),
    { offset: 0, total: 5 },
    stream(Buffer.alloc(5)),
  );
  expect(foreign).toMatchObject({ ok: false, reason: 'wrong-content' });
  const more = await blobs.append(hashOf(data), { offset: 0, total: 50 }, stream(data));
  expect(more).toMatchObject({ ok: false, reason: 'too-large' });
  const large = await blobs.append(hashOf(data), { offset: 0, total: 1001 }, stream(data));
  expect(large).toMatchObject({ ok: false, reason: 'too-large' });
  expect(readdirSync(join(folder, 'part'))).toEqual([]);
});

test('no name from outside becomes a path', async () => {
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('../../etc/passwd', '..', 'a/b', 'A'.repeat(64), `${'a'.repeat(63)}\n`),
  );
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      const answer = await blobs.append(name, { offset: 0, total: 1 }, stream(Buffer.alloc(1)));
      expect(answer).toEqual({ ok: false, reason: 'bad-hash', offset: 0 });
      expect(await blobs.find(name)).toBeNull();
      expect(await blobs.offset(name)).toBe(0);
    }),
    { numRuns: 50 },
  );
  expect(existsSync(folder)).toBe(false);
});

test('two who send the same file at once do not mix', async () => {
  const data = randomBytes(600);
  const hash = hashOf(data);
  const send = () => blobs.append(hash, { offset: 0, total: 600 }, stream(data));
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers).toEqual(Array(3).fill({ ok: true, isWhole: true, offset: 600 }));
});

test('parts that nobody went on with are put away', async () => {
  const data = randomBytes(100);
  const hash = hashOf(data);
  await blobs.append(hash, { offset: 0, total: 100 }, stream(data.subarray(0, 10)));
  utimesSync(join(folder, 'part', hash), 1000, 1000);
  expect(await blobs.sweep(500_000)).toBe(0);
  expect(await blobs.sweep(2_000_000)).toBe(1);
  expect(await blobs.offset(hash)).toBe(0);
});
