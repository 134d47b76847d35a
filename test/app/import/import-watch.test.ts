import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../src/app/import/import-report.ts';
import { watchMaildir } from '../../../src/app/import/watch-maildir.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';
import { LetterBox, letter } from './letter-box.ts';

/** Watches a Maildir of its own until the test has seen enough. */
class Watch {
  readonly folder: string;
  readonly reports: ImportReport[] = [];
  readonly #end = new AbortController();
  readonly #running: Promise<void>;

  constructor(story: TestDesk, box: LetterBox) {
    this.folder = box.maildir();
    this.#running = watchMaildir(story.desk, this.folder, {
      onReport: (report) => this.reports.push(report),
      signal: this.#end.signal,
      pollMs: 20,
    });
  }

  files(part: string): string[] {
    return readdirSync(join(this.folder, part));
  }

  async until(isSeen: () => boolean): Promise<void> {
    const end = Date.now() + 5000;
    while (!isSeen()) {
      if (Date.now() > end) throw new Error('not seen in time');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end.abort();
    await this.#running;
  }
}

test('letters are taken as they come and move to cur as seen', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  await using watched = new Watch(story, box);
  box.put('Maildir/new/1.host', letter({ id: 'a' }));
  await watched.until(() => watched.files('cur').length === 1);
  box.put('Maildir/new/2.host', letter({ id: 'b', answers: 'a@client.test' }));
  await watched.until(() => watched.files('cur').length === 2);
  expect(watched.files('cur').toSorted()).toEqual(['1.host:2,S', '2.host:2,S']);
  await watched.until(() => watched.reports.length >= 2);
  expect(watched.reports.flatMap((r) => r.created)).toMatchObject([{ number: 'SM-1' }]);
  expect(watched.reports.flatMap((r) => r.updated)).toMatchObject([{ number: 'SM-1' }]);
});

test('a poison letter is tried three times, set aside and named, and stops nothing', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  story.desk.store.sql.exec(
    `CREATE TRIGGER poison BEFORE INSERT ON letter WHEN new.message_id = '<bad@client.test>'
     BEGIN SELECT raise(ABORT, 'poison'); END`,
  );
  await using watched = new Watch(story, box);
  box.put('Maildir/new/1.host', letter({ id: 'bad' }));
  box.put('Maildir/new/2.host', letter({ id: 'good' }));
  await watched.until(() => watched.files('new').length === 0);
  await watched.until(() => watched.reports.some((r) => r.failed.length > 0));
  expect(watched.files('cur')).toEqual(['2.host:2,S']);
  expect(watched.files('.smena-failed/cur')).toEqual(['1.host:2,S']);
  expect(story.desk.store.sql.get('SELECT count(*) AS n FROM ticket')).toEqual({ n: 1 });
});

test('a folder that is no Maildir is refused', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const watching = watchMaildir(story.desk, box.path, {
    onReport: () => {},
    signal: new AbortController().signal,
  });
  await expect(watching).rejects.toMatchObject({ code: 'not-a-maildir' });
});
