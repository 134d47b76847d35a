import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/util/sha256.ts';
import { HttpDesk, registering } from './http-desk.ts';

let desk: HttpDesk;
let anna: string;
beforeAll(async () => {
  desk = await HttpDesk.start();
  anna = await desk.token('Анна');
});
afterAll(() => desk.close());

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly subject: string;
    readonly number: string;
  }[];
  readonly next: string | null;
}

async function list(query: string, token = anna): Promise<Listed> {
  const { body } = await desk.call('GET', `/v1/tickets?${query}`, { token });
  return body as unknown as Listed;
}

function command(json: object, key?: string, token = anna) {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return desk.call('POST', '/v1/commands', { token, json, headers });
}

describe('a command', () => {
  it('under one key is done once, however often it comes', async () => {
    const json = registering('Дважды');
    const answers = await Promise.all([1, 2, 3].map(() => command(json, 'hook-17')));
    const ids = new Set(answers.map(({ body }) => body['entityId']));
    expect(ids.size).toBe(1);
    const outcomes = answers.map(({ body }) => body['result']?.['outcome']);
    expect(outcomes).toEqual(['applied', 'applied', 'applied']);
    expect(new Set(answers.map(({ body }) => body['result']?.['seq'])).size).toBe(1);
    expect((await list('q=Дважды')).items).toHaveLength(1);
    const other = await command(json, 'hook-17', await desk.token('Борис'));
    expect(other.body['result']?.['outcome']).toBe('applied');
  });

  it('under the key of another one is refused, and changes nothing', async () => {
    const { body } = await command(registering('Под ключом'), 'hook-18');
    const entityId = body['entityId'];
    const note = (text: string) => ({
      entityType: 'ticket',
      entityId,
      payload: { type: 'note', text },
    });
    expect((await command(note('Первая'), 'note-1')).status).toBe(200);
    const again = await command(note('Вторая'), 'note-1');
    expect([again.status, again.body.error?.code]).toEqual([422, 'key-reused']);
    expect((await command(note('Первая'), 'hook-18')).status).toBe(422);
    const shown = await desk.call('GET', `/v1/tickets/${String(entityId)}`, { token: anna });
    expect(shown.body).toMatchObject({ entries: [{ text: 'Первая' }] });
    // A refusal is kept under its key, too.
    const late = { entityType: 'ticket', entityId, payload: { type: 'take' } };
    expect((await command(late, 'take-1')).body['result']?.['outcome']).toBe('applied');
    const refused = await command(late, 'take-2');
    expect(refused.body['result']?.['outcome']).toBe('rejected');
    expect((await command(late, 'take-2')).body['result']).toEqual(refused.body['result']);
  });

  it('is decided by the rules, and a refusal is a result', async () => {
    const { body } = await command(registering('Принтер'));
    const entityId = body['entityId'];
    const take = { entityType: 'ticket', entityId, payload: { type: 'take' } };
    expect((await command(take)).body).toMatchObject({
      result: { outcome: 'applied' },
      entity: { rev: expect.any(Number), state: { assigneeId: expect.any(String) } },
    });
    expect((await command(take)).body).toMatchObject({
      result: { outcome: 'rejected', code: 'already-yours' },
    });
  });

  it('that is not what its type says is told where', async () => {
    const wrong = registering('x');
    const odd = { ...wrong, payload: { ...wrong.payload, priority: 'P9' } };
    const answer = await command(odd);
    expect([answer.status, answer.body.error]).toMatchObject([
      400,
      { code: 'bad-request', params: { at: 'payload.priority' } },
    ]);
    const unknown = await command({ entityType: 'ticket', payload: { type: 'explode' } });
    expect(unknown.status).toBe(400);
  });

  it('on what is not there, or is in a group of others, finds nothing', async () => {
    await (await desk.console()).spaces.make('night', 'Ночь');
    const vera = await desk.token('Вера', 'engineer', ['night']);
    const foreign = await command(registering('Ночное', { space: 'night' }), undefined, vera);
    expect(foreign.body['result']?.['outcome']).toBe('applied');
    for (const entityId of [foreign.body['entityId'], 'nothing']) {
      const note = { entityType: 'ticket', entityId, payload: { type: 'note', text: 'x' } };
      expect((await command(note)).status).toBe(404);
    }
    const asked = await desk.call('GET', `/v1/tickets/${foreign.body['entityId']}`, {
      token: anna,
    });
    expect(asked.status).toBe(404);
    expect((await list('q=Ночное')).items).toEqual([]);
    const there = await command(registering('Чужое', { space: 'night' }));
    expect(there.body['result']?.['outcome']).toBe('rejected');
  });

  it('changes customers, too', async () => {
    const customer = {
      id: 'c-1',
      name: 'ООО «Ромашка»',
      about: '',
      city: 'Тверь',
      timeZone: null,
      level: 'standard',
      peculiarity: '',
      mailDomain: null,
      isDemo: false,
    };
    const payload = { type: 'save-customer', customer };
    const saved = await command({ entityType: 'customer', entityId: 'c-1', payload });
    expect(saved.body).toMatchObject({ result: { outcome: 'applied' } });
    const { body } = await desk.call('GET', '/v1/customers?q=ромашка', { token: anna });
    expect(body).toMatchObject({ items: [{ id: 'c-1', state: customer }], next: null });
  });
});

it('an article is read with the texts of its versions', async () => {
  const text = '---\nid: vpn\n---\nПроверьте сертификат.\n';
  const entityId = 'article/vpn.ru';
  const base = { hash: sha256(text), about: null, baseVersion: null, baseHash: null };
  const payload = { type: 'save-draft', text, ...base, note: 'черновик', ticketId: null };
  const saved = await command({ entityType: 'article', entityId, payload });
  expect(saved.body).toMatchObject({ result: { outcome: 'applied' } });
  for (const reference of ['vpn.ru', encodeURIComponent(entityId)]) {
    const { body } = await desk.call('GET', `/v1/articles/${reference}`, { token: anna });
    expect(body).toMatchObject({ id: entityId, texts: [{ version: 1, text, cause: 'edit' }] });
  }
});

describe('tickets', () => {
  it('are shown by number, by the bare digits and by id, with entries and events', async () => {
    const { body } = await command(registering('Целиком'));
    const entityId: unknown = body['entityId'];
    await command({ entityType: 'ticket', entityId, payload: { type: 'note', text: 'Смотрю' } });
    const shown = await desk.call('GET', `/v1/tickets/${String(entityId)}`, { token: anna });
    const number = String(shown.body['state']?.['number']);
    for (const reference of [number, number.replace('SM-', '')]) {
      const again = await desk.call('GET', `/v1/tickets/${reference}`, { token: anna });
      expect(again.body).toEqual(shown.body);
    }
    expect(shown.body).toMatchObject({
      entries: [{ text: 'Смотрю', kind: 'note' }],
      events: [{ fact: { type: 'registered' } }, { fact: { type: 'entry-added' } }],
    });
  });

  it('are listed in pages that neither miss nor repeat', async () => {
    for (let n = 0; n < 7; n += 1) await desk.register(anna, `страница ${n}`);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await list(`q=страница&limit=3${after}`);
      seen.push(...page.items.map(({ subject }) => subject));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(seen.toSorted()).toEqual(Array.from({ length: 7 }, (_, n) => `страница ${n}`));
  });

  it('are filtered by status, line and person', async () => {
    const asked = registering('Отбор');
    const tagged = { ...asked, payload: { ...asked.payload, tags: ['vpn', 'ночь'] } };
    const { body } = await command(tagged);
    await command({ entityType: 'ticket', entityId: body['entityId'], payload: { type: 'take' } });
    const subjects = async (query: string) => {
      return (await list(`q=Отбор&${query}`)).items.map(({ subject }) => subject);
    };
    expect(await subjects('assignee=me&status=open&line=2')).toEqual(['Отбор']);
    expect(await subjects('assignee=none')).toEqual([]);
    expect(await subjects('status=closed')).toEqual([]);
    expect(await subjects('line=3')).toEqual([]);
    expect(await subjects('line=3,2&tag=vpn&customer=none&kind=incident')).toEqual(['Отбор']);
    expect(await subjects('tag=wifi,printer')).toEqual([]);
    expect((await list('q=НОЧЬ')).items.map(({ subject }) => subject)).toEqual(['Отбор']);
  });

  it.each(['limit=0', 'limit=1000', 'limit=x', 'unknown=1', 'after=%ff', 'after=e30'])(
    'a list with %s is a bad request',
    async (query) => {
      for (const kind of ['tickets', 'people']) {
        const { status } = await desk.call('GET', `/v1/${kind}?${query}`, { token: anna });
        expect([kind, status]).toEqual([kind, 400]);
      }
    },
  );
});
