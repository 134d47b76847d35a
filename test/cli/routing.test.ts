import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk, type Ran } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

/** Files of the pack that the desk has beside the shipped ones. */
function hasPack(files: Readonly<Record<string, string>>): void {
  const folder = join(desk.folder, 'content/desk');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

const routing = `
- code: gold
  name: {ru: Золотые, en: Gold}
  when: {levels: [gold]}
  line: "3"
  assign: [personal-engineer]
- code: vpn
  name: {ru: Туннели, en: Tunnels}
  when: {words: [туннель], channels: [mail, call]}
  line: "2"
  priority: P2
  addTags: [vpn]
  assign: [personal-engineer, least-loaded]
`;
const ladders = `
- code: night
  name: {ru: Ночь, en: Night}
  steps:
    - {person: gleb, wait: 5m}
    - {role: head, wait: 10m}
`;
const people = `
- {login: gleb, name: Глеб, role: engineer, line: "2"}
`;

interface RouteJson {
  readonly rule: string | null;
  readonly line: string;
  readonly priority: string;
  readonly tags: readonly string[];
  readonly assignee: string | null;
  readonly strategy: string | null;
  readonly rules: readonly { code: string; fired: boolean; condition: string; why: string }[];
  readonly strategies: readonly { code: string; gave: string | null; why: string }[];
}

const dryRun = ['desk', 'route', '--dry-run'];

describe('smena desk route', () => {
  it('names the rule that fired and those that did not', async () => {
    hasPack({ 'routing.yaml': routing });
    const line = [...dryRun, '--subject', 'Не поднимаются туннели', '--customer', 'Ромашка'];
    const route = await desk.json<RouteJson>(line);
    expect(route).toMatchObject({ rule: 'vpn', line: '2', priority: 'P2', tags: ['vpn'] });
    expect(route).toMatchObject({ assignee: 'Анна', strategy: 'least-loaded' });
    expect(route.rules.map(({ code, fired, condition }) => [code, fired, condition])).toEqual([
      ['gold', false, 'levels'],
      ['vpn', true, null],
    ]);
    expect(route.strategies[0]).toMatchObject({ code: 'personal-engineer', gave: null });
    expect(route.strategies[0]?.why).toBe('у клиента нет персонального инженера');
    const told = await desk.run(line);
    expect(told.out).toContain('Правило: vpn (Туннели)');
    expect(told.out).toContain('gold: только для уровней: gold; здесь пусто');
    expect((await desk.json<readonly unknown[]>(['queue'])).length).toBe(0);
  });

  it('sends a ticket that is there, with the rule as the reason', async () => {
    await desk.run(['new', '--subject', 'Туннель']);
    hasPack({ 'routing.yaml': routing });
    const tried = await desk.json<RouteJson>(['desk', 'route', 'SM-1', '--dry-run']);
    expect(tried).toMatchObject({ rule: 'vpn', assignee: 'Анна' });
    const sent = await desk.json(['desk', 'route', '1']);
    expect(sent).toMatchObject({ priority: 'P2', tags: ['vpn'], assignee: 'Анна', rule: 'vpn' });
    const { out } = await desk.run(['show', '1', '--events', '--json']);
    expect(out).toContain('"reason":"routing:vpn"');
    expect(await desk.refused(['desk', 'route', '1'])).toMatchObject({
      exit: 3,
      code: 'nothing-to-change',
    });
  });

  it('says when no rule fits, and that a ticket is needed', async () => {
    hasPack({ 'routing.yaml': routing });
    await desk.run(['new', '--subject', 'Принтер']);
    expect((await desk.run([...dryRun, '--subject', 'Принтер'])).out).toContain('Ни одно правило');
    expect(await desk.refused(['desk', 'route', '1'])).toMatchObject({ code: 'no-rule-fits' });
    expect((await desk.run(['desk', 'route'])).code).toBe(2);
    expect((await desk.run([...dryRun, '--at', 'вчера'])).code).not.toBe(0);
  });

  it('routes what is registered', async () => {
    hasPack({ 'routing.yaml': routing });
    await desk.run(['new', '--subject', 'Туннель упал', '--tag', 'срочно']);
    const ticket = await desk.json(['show', '1']);
    expect(ticket).toMatchObject({ priority: 'P2', tags: ['срочно', 'vpn'], assignee: 'Анна' });
  });
});

describe('smena duty and smena ladder', () => {
  it('say who is there, with telephone and local time', async () => {
    hasPack({ 'ladders.yaml': ladders, 'people.yaml': people });
    await desk.run(['person', 'set', 'me', '--phone', '+7 900 1', '--time-zone', 'Asia/Omsk']);
    await desk.run(['--as', 'gleb', 'person', 'set', 'me', '--phone', '+7 900 2']);
    await desk.run(['--as', 'Ада', 'person', 'set', 'me', '--role', 'head']);
    expect(await desk.json(['duty'])).toMatchObject({ head: 'Ада', duties: [] });
    await desk.run(['new', '--subject', 'Касса']);
    const first = await desk.json(['ladder', '1']);
    expect(first).toMatchObject({ lit: 1, next: 2, nextAt: null });
    const { steps } = first as unknown as { steps: readonly object[] };
    expect(steps[0]).toMatchObject({ person: 'gleb', phone: '+7 900 2', localTime: '14:00' });
    const called = await desk.json(['ladder', 'log', '1', 'no-answer', '--step', '1']);
    expect(called).toMatchObject({ lit: 1, nextAt: '2026-11-18T11:05:00.000Z' });
    const later = ['--now', '2026-11-18T11:05:00Z', 'ladder', '1'];
    expect(await desk.json(later)).toMatchObject({ lit: 2, next: null });
    const answered = await desk.json(['ladder', 'log', '1', 'answered']);
    expect(answered).toMatchObject({ lit: null, answeredBy: 'gleb' });
    expect(await desk.refused(['ladder', 'log', '1', 'answered', '--step', '7'])).toMatchObject({
      exit: 1,
      code: 'ladder-step-unknown',
    });
    expect((await desk.run(['ladder'])).out).toContain('gleb');
  });
});

describe('smena customer', () => {
  const till = ['customer', 'asset', 'Ромашка', 'Касса 1', '--host', '10.0.0.7'];

  it('keeps a card with sites, people and commands', async () => {
    await desk.run(['customer', 'set', 'Ромашка', '--town', 'Казань', '--engineer', 'Анна']);
    await desk.run(['customer', 'set', 'Ромашка-2', '--parent', 'ромашка', '--level', 'gold']);
    await desk.run(['new', '--subject', 'Касса', '--customer', 'Ромашка-2']);
    await desk.json([...till, '--command', 'Войти=ssh {login}@{host}', '--variable', 'login=root']);
    const card = await desk.json(['customer', 'show', 'Ромашка']);
    expect(card).toMatchObject({
      town: 'Казань',
      personalEngineer: 'Анна',
      openTickets: 0,
      openTicketsWithSites: 1,
      sites: [{ name: 'Ромашка-2', depth: 1, openTickets: 1 }],
      commands: [{ title: 'Войти', asset: 'Касса 1', command: 'ssh root@10.0.0.7', problem: null }],
    });
    const command = await desk.run(['customer', 'command', 'Ромашка', 'войти']);
    expect(command.out).toBe('ssh root@10.0.0.7\n');
    expect((await desk.run(['customer', 'show', '1'])).out).toContain('Клиент Ромашка-2');
    const list = await desk.json<readonly { name: string }[]>(['customer', 'list']);
    expect(list.map(({ name }) => name)).toEqual(['Ромашка', 'Ромашка-2']);
  });

  it('changes only what is told, and takes away what is empty', async () => {
    await desk.run(['customer', 'set', 'Ромашка', '--town', 'Казань', '--engineer', 'Анна']);
    await desk.run(['customer', 'set', 'Ромашка', '--engineer', 'none', '--level', 'gold']);
    const card = await desk.json(['customer', 'show', 'Ромашка']);
    expect(card).toMatchObject({ town: 'Казань', level: 'gold', personalEngineer: null });
  });

  it('refuses what could not be used', async () => {
    const set = ['customer', 'set', 'Ромашка'];
    await desk.run(set);
    const fails = async (line: readonly string[]) => (await desk.refused(line)).code;
    expect(await fails([...set, '--command', 'Войти=ssh a\nreboot'])).toBe('command-wrong');
    expect(await fails([...set, '--command', "Войти=ssh 'a"])).toBe('command-wrong');
    expect(await fails([...set, '--parent', 'Ромашка'])).toBe('customer-circle');
    expect(await fails([...set, '--parent', 'Лютик'])).toBe('customer-unknown');
    expect(await fails([...set, '--engineer', 'Никанор'])).toBe('person-unknown');
    expect(await fails(['customer', 'show', 'Лютик'])).toBe('customer-unknown');
    await desk.run([...till, '--command', 'Войти=ssh {host}', '--variable', 'host=a; reboot']);
    expect(await fails(['customer', 'command', 'Ромашка', 'Войти'])).toBe('command-wrong');
  });

  it('makes hostile text of a customer inert on a terminal', async () => {
    const about = 'x\u001b]0;pwned\u0007\u202Ey';
    await desk.run(['customer', 'set', 'Ромашка', '--about', about, '--peculiarity', about]);
    const { out }: Ran = await desk.run(['customer', 'show', 'Ромашка'], { columns: 80 });
    expect(out).not.toMatch(/[\u001b\u0007\u202E]/);
  });
});

describe('smena person', () => {
  it('lets people say their own telephone, and leaves roles to who may change the desk', async () => {
    await desk.run(['--as', 'Ада', 'person', 'set', 'me', '--role', 'head']);
    const own = ['person', 'set', 'me', '--phone', '+7 900 1', '--skill', 'vpn', '--skill', 'sql'];
    expect(await desk.json(own)).toMatchObject({ phone: '+7 900 1', skills: ['vpn', 'sql'] });
    expect((await desk.refused(['person', 'set', 'me', '--role', 'head'])).exit).toBe(3);
    expect((await desk.refused(['person', 'set', 'Ада', '--phone', '1'])).exit).toBe(3);
    const asHead = ['--as', 'Ада', 'person', 'set', 'Анна', '--line', '3', '--phone', ''];
    expect(await desk.json(asHead)).toMatchObject({
      line: '3',
      phone: null,
      skills: ['vpn', 'sql'],
    });
    const list = await desk.json<readonly { person: string }[]>(['person', 'list']);
    expect(list.map(({ person }) => person)).toEqual(['Ада', 'Анна']);
    expect((await desk.run(['person', 'set', 'me'])).code).toBe(2);
  });
});
