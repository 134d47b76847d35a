import { expect, test } from 'vitest';
import { DESK_ENTITY } from '../../../src/domain/desk-version.ts';
import type { Op } from '../../../src/domain/op.ts';
import type { EntityRecord } from '../../../src/server/db/server-store.ts';
import { must } from '../../../src/util/must.ts';
import { sha256 } from '../../../src/util/sha256.ts';
import { emptySet } from '../db/desk-work.ts';
import { note } from './commands.ts';
import { ServerDesk, said } from './server-desk.ts';

const text = '---\ntitle: Принтер\n---\nПерезапустите очередь.\n';
const queue = { id: 'q', ownerId: 'lead', code: 'late', title: 'Поздно', query: 'p1', savedAt: 1 };

test.each<EntityRecord['type']>(['ticket', 'article', 'queue', 'desk'])(
  'a look through everything tells a changed %s',
  async (type) => {
    const desk = new ServerDesk();
    const lead = await desk.joins({ id: 'lead', login: 'lead', role: 'lead' });
    const ticket = await lead.opens();
    await lead.does(note('Смотрю'), ticket);
    const ids: Partial<Record<EntityRecord['type'], string>> = {
      ...{ ticket, article: 'article/printer.ru', queue: 'q', desk: DESK_ENTITY },
    };
    const of = (payload: object, entityType: Op['entityType']) =>
      lead.op(payload as Op['payload'], must(ids[entityType], 'id'), { space: 'desk', entityType });
    const revised = { text, hash: sha256(text), about: null, baseVersion: null, baseHash: null };
    const done = await lead.sends(
      of({ type: 'save-draft', note: '', ticketId: null, ...revised }, 'article'),
      of({ type: 'save-queue', queue }, 'queue'),
      of({ type: 'apply-desk', baseVersion: 0, files: {} }, 'desk'),
    );
    expect(done.map(said)).toEqual(['applied', 'applied', 'applied']);
    expect(await desk.store.verify()).toEqual([]);

    const [record] = await desk.store.entities([{ type, id: must(ids[type], 'id') }]);
    const state = JSON.stringify({ ...JSON.parse(must(record?.state, type)), ...wrong });
    const set = { ...emptySet, entities: [{ ...must(record, type), state }] };
    await desk.store.write({ clients: [], spaces: [] }, async () => ({ set, value: null }));
    expect((await desk.store.verify()).join()).toContain(`${type} ${ids[type]}`);
  },
);

/** A part of each of them that says something else now. */
const wrong = { rev: 99, name: 'Другое', files: { 'lines.yaml': 'x' } };
