import { expect, test } from 'vitest';
import type { Person } from '../../../src/domain/person.ts';
import { registered, somebody } from '../../support/domain.ts';
import { note, reply } from './commands.ts';
import { type Device, ServerDesk, said } from './server-desk.ts';

const oleg = { id: 'oleg', login: 'oleg', name: 'Олег' };

test('nobody acts in another name', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  await desk.joins(oleg);
  const ticket = await anya.opens();
  expect(await anya.does(note('Это Олег'), ticket, { byId: 'oleg' })).toBe('forged-actor');
  expect(await anya.does(note('Это никто'), ticket, { byId: 'nobody' })).toBe('forged-actor');
  expect(await desk.log()).toHaveLength(1);
});

test('the role that counts is the one the server knows', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins({ line: '3' });
  const colleague = await desk.joins(oleg);
  const ticket = await colleague.opens();
  const liar = desk.device({ ...anya.caller.person, line: '1', role: 'head' });
  expect(await liar.does(reply('Здравствуйте!'), ticket)).toBe('line-does-not-talk');
  expect(await liar.does({ type: 'close-by-timeout' }, ticket)).toBe('not-permitted');
});

test('nothing closes because a device says that enough time has passed', async () => {
  const desk = new ServerDesk();
  const lead = await desk.joins({ role: 'lead' });
  const ticket = await lead.opens();
  await lead.does({ type: 'take' }, ticket);
  await lead.does(reply('Готово, проверьте'), ticket);
  lead.skewMs = 0;
  const closing = lead.op({ type: 'close-by-timeout' }, ticket, {
    occurredAt: desk.clock.now() + 30 * 24 * 3_600_000,
  });
  expect((await lead.sends(closing)).map(said)).not.toEqual(['applied']);
  expect((await desk.ticket(ticket)).status).not.toBe('closed');
});

test('demo tickets stay where they are', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  expect(await anya.does({ ...registered, isDemo: true }, 'demo')).toBe('practice-not-shared');
  expect(await saves(anya, somebody({ id: 'd', login: 'd', isDemo: true }))).toBe(
    'practice-not-shared',
  );
});

test('one says of oneself what one may; role and line are for those who lead', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const lead = await desk.joins({ id: 'lead', login: 'lead', role: 'lead' });
  const me = anya.caller.person;

  expect(await saves(anya, { ...me, phone: '+7 900' }, ['phone'])).toBe('applied');
  expect(await saves(anya, { ...me, role: 'head' }, ['role'])).toBe('person-not-yours');
  expect(await saves(anya, { ...me, role: 'head' })).toBe('person-not-yours');
  expect(await saves(lead, { ...me, line: '3' }, ['line'])).toBe('applied');
  expect(await saves(lead, { ...me, role: 'head' }, ['role'])).toBe('role-above-own');
  const head = await desk.joins({ id: 'head', login: 'head', role: 'head' });
  expect(await saves(lead, { ...head.caller.person, phone: '+7 901' }, ['phone'])).toBe('applied');
  expect(await saves(lead, { ...head.caller.person, role: 'hire' }, ['role'])).toBe(
    'role-above-own',
  );
  expect(await saves(lead, somebody({ id: 'x', login: 'ANYA' }))).toBe('login-taken');
  expect(await desk.store.desk.person('anya')).toMatchObject({ phone: '+7 900', line: '3' });
  const audit = await desk.store.desk.auditSince(0, 100);
  expect(audit.filter(({ who }) => who === 'lead')).toMatchObject([
    { what: 'person-changed', detail: { personId: 'anya', line: '3' } },
  ]);
});

test('two who change one customer keep what each of them changed', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const other = await desk.joins(oleg);
  const customer = {
    ...{ id: 'shop', name: 'Лавка', about: '', city: '', timeZone: null, level: '' },
    ...{ peculiarity: '', mailDomain: null, isDemo: false },
  };
  const save = (device: Device, changes: object, changed?: readonly string[]) => {
    const payload = {
      type: 'save-customer',
      customer: { ...customer, ...changes },
      changed,
    } as const;
    return device.op(payload, 'shop', { space: 'desk', entityType: 'customer' });
  };
  await anya.sends(save(anya, {}));
  await anya.sends(save(anya, { city: 'Тверь' }, ['city']));
  await other.sends(save(other, { level: 'vip' }, ['level']));

  const row = (await desk.log('desk')).at(-1);
  expect(row?.body).toMatchObject({ record: { customer: { city: 'Тверь', level: 'vip' } } });
  const circle = save(anya, { parentId: 'shop' }, ['parentId']);
  expect((await anya.sends(circle)).map(said)).toEqual(['customer-circle']);
  const qa = await desk.joins({ id: 'qa', login: 'qa', role: 'qa' });
  const refused = await qa.sends(save(qa, { city: '' }, ['city']));
  expect(refused.map(said)).toEqual(['customer-not-yours']);
});

test('saved queues: my own are mine, those of the desk belong to who leads it', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const other = await desk.joins(oleg);
  const queue = { id: 'q', ownerId: 'anya', code: 'night', title: 'Ночь', query: 'p1', savedAt: 1 };
  const save = (device: Device, changes: object = {}) => {
    const payload = { type: 'save-queue', queue: { ...queue, ...changes } } as const;
    return device.op(payload, 'q', { space: 'person/anya', entityType: 'queue' });
  };
  const results = [
    ...(await anya.sends(save(anya), save(anya, { id: 'q2' }), save(anya, { ownerId: null }))),
    ...(await other.sends(save(other), save(other, { id: 'q3', ownerId: 'oleg' }))),
  ];
  expect(results.map(said)).toEqual([
    ...['applied', 'queue-name-taken', 'queue-needs-lead'],
    ...['queue-not-yours', 'applied'],
  ]);
  const remove = { type: 'delete-queue', queueId: 'q', ownerId: 'anya' } as const;
  const order = { type: 'order-queues', personId: 'oleg', codes: ['night'] } as const;
  const more = { space: 'desk', entityType: 'queue' } as const;
  expect(
    (await other.sends(other.op(remove, 'q', more), other.op(order, 'oleg', more))).map(said),
  ).toEqual(['queue-not-yours', 'applied']);
  expect(
    (await anya.sends(anya.op(remove, 'q', more), save(anya, { id: 'q4' }))).map(said),
  ).toEqual(['applied', 'applied']);
});

async function saves(device: Device, person: Person, changed?: readonly string[]): Promise<string> {
  const payload = { type: 'save-person', person, changed } as const;
  const op = device.op(payload, person.id, { space: 'desk', entityType: 'person' });
  return (await device.sends(op)).map(said).join();
}
