import { expect, test } from 'vitest';
import type { ImportTicket } from '../../../src/domain/command.ts';
import { spokenIn } from '../../../src/server/core/decide/conversation.ts';
import { registered } from '../../support/domain.ts';
import { ServerDesk } from './server-desk.ts';

test('an imported entry never has the id of another one', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const id = '01930000-0000-7000-8000-000000000001';
  const one = { id, at: 1, kind: 'message', visibility: 'public', authorName: 'Жанна' } as const;
  const entries = [
    { ...one, fromCustomer: true, text: 'Раз', messageId: null },
    { ...one, fromCustomer: true, text: 'Два', messageId: null },
  ];
  const { first: _, type: __, ...opening } = registered;
  const command: ImportTicket = {
    ...{ ...opening, type: 'import', status: 'open', assigneeId: null },
    ...{ createdAt: 1, updatedAt: 1, entries },
  };
  expect(await anya.does(command, 'first')).toBe('applied');
  expect(await oleg.does(command, 'second')).toBe('applied');
  const ids = (await desk.log()).flatMap(({ body, entityId }) => {
    return body.kind === 'ticket' ? spokenIn(body.events, entityId) : [];
  });
  expect(ids.map((entry) => entry.text)).toEqual(['Раз', 'Два', 'Раз', 'Два']);
  expect(ids[0]?.id).toBe(id);
  expect(new Set(ids.map((entry) => entry.id)).size).toBe(4);
});
