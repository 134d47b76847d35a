import { expect, test } from 'vitest';
import { saveQueue } from '../../../src/app/queue/save-queue.ts';
import type { DeskConfig } from '../../../src/domain/desk-config.ts';
import type { AccessCommand } from '../../../src/domain/person.ts';
import { lookForMass } from '../../../src/tui/model/mass-model.ts';
import { openTicket } from '../../../src/tui/model/ticket-model.ts';
import type { UiState } from '../../../src/tui/model/ui-state.ts';
import { textWidth } from '../../../src/util/text-width.ts';
import { hour, type TestDesk } from '../../support/desk.ts';
import { bankDesk } from '../../support/domain.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';
import { bidiAndControls } from '../../support/hostile-marks.ts';
import { settled } from '../../support/work-stage.ts';

const size = { columns: 100, rows: 30 };

/** Attacks of one family each, with lines, so that no field can take them for plain. */
const attacks = [
  '\u001b[2J\u001b[8mа\u001b]0;чужой\u0007\u001b]52;c;cm0=\u0007\u009b31m\u0000\r\n\u0085конец',
  'б\u202eдокдеп\u2066\u200b\u200d\u00ad\ufeff\u2028в\u0301\u0301\u0301'.padEnd(400, '\u0301'),
  `${'длинно'.repeat(40)}👨‍👩‍👧‍👦漢字\ud800`,
];

/** Every name of a desk, whatever it names. */
function renamed<Value>(value: Value, text: string): Value {
  if (Array.isArray(value)) return value.map((one) => renamed(one, text)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if ('ru' in value && typeof value.ru === 'string') return { ru: text, en: text } as Value;
  const parts = Object.entries(value).map(([key, part]) => [key, renamed(part, text)] as const);
  return Object.fromEntries(parts) as Value;
}

function hostilePack(text: string, now: number): DeskConfig {
  const desk = bankDesk();
  const title = { ru: text, en: text };
  const work = { code: 'w', title, from: now - hour, to: now + hour, notice: title };
  const everybody = { customers: [], towns: [], tags: [] };
  // Who may do what is another story's.
  const permissions = {
    ...desk.permissions,
    'work-on-ticket': { 'engineer-3': 'yes' },
    'merge-tickets': { 'engineer-3': 'yes' },
    'message-many': { 'engineer-3': 'yes' },
  } as const;
  const massIncident = { tickets: 2, withinMs: hour };
  const works = [{ ...work, ...everybody }];
  return { ...renamed(desk, text), works, permissions, massIncident };
}

/** A desk on which everything is called by the attack: people, customers, rules, and what they wrote. */
function hostileDesk(text: string) {
  return (here: TestDesk): void => {
    const config = hostilePack(text, here.clock.now());
    Object.defineProperty(here.desk, 'config', { value: config });
    const boss = here.person('boss', { name: text, role: 'lead', phone: text, team: text });
    const vera = here.person('vera', { name: text, line: '2', phone: text });
    const commands: AccessCommand[] = [
      { title: text, command: `ssh {host} ${text}`, purpose: 'access' },
      { title: 'Пинг', command: `ping ${text}`, purpose: 'diagnosis' },
    ];
    const customer = here.customer(text, {
      ...{ peculiarity: text, city: text, level: text, team: text, about: text },
      ...{ environment: [text, text], commands, variables: { host: text } },
      ...{ personalEngineerId: vera.id, teamLeadId: boss.id },
    });
    here.customer(`${text}.`, { parentId: customer.id });
    const contact = here.contact(text, { customerId: customer.id, role: text, phone: text });
    const [first = '', second = ''] = [1, 2, 3].map(() => here.registers(text, text, contact.id));
    here.does(first, { type: 'note', text });
    here.does(first, { type: 'add-boxes', items: [{ id: 'b1', text: `1${text}`.slice(0, 200) }] });
    here.does(first, { type: 'watch', what: text, until: null });
    here.does(first, { type: 'log-time', ms: hour, note: text });
    here.does(first, { type: 'diagnose', text });
    const outage = here.registers(text, text);
    here.does(outage, { type: 'gather', childIds: [second], reason: text });
    const question = { question: text, why: text, dueAt: here.clock.now() + hour };
    here.does(first, { type: 'ask-customer', ...question, throughLine: '1' });
    const form = { seen: text, done: text, need: text, hypotheses: text };
    const details = (here.desk.config.kinds.find(({ code }) => code === 'incident')?.fields ?? [])
      .filter(({ type }) => type === 'text' || type === 'long-text')
      .map(({ code }) => [code, text.slice(0, 200)] as const);
    here.does(first, { type: 'fill-details', values: Object.fromEntries(details) });
    here.does(first, { type: 'escalate', to: 'senior', reason: text, form }, vera.id);
    saveQueue(here.desk, { name: 'чужая', title: text, query: 'vpn', isForDesk: false });
  };
}

/** Where the stories have been. */
const seen = new Set<string>();

function isInert(desk: ScreenDriver, after: string): void {
  seen.add(desk.context);
  const frame = desk.cells();
  expect(bidiAndControls(frame), after).toEqual([]);
  const wrong = frame.split('\n').filter((line) => textWidth(line) !== size.columns);
  expect(wrong, after).toEqual([]);
}

const leaving: ReadonlySet<string> = new Set(['quit', 'quit-now', 'language', 'remove-demo']);
const moving = /-(?:half-|page-)?(?:down|up|top|bottom)$/;

/** Does everything that can be done from here, and what the next keys make of it. */
async function doesEverything(desk: ScreenDriver, text: string, start: UiState): Promise<void> {
  const here = desk.context;
  const actions = desk.ui.bindings().map(({ action }) => action);
  for (const action of actions.filter(({ contexts }) => contexts.includes(here))) {
    if (leaving.has(action.id) || moving.test(action.id)) continue;
    desk.ui.store.set(start);
    await action.run(desk.ui);
    for (const key of ['', 'tab', 'enter', 'ctrl+x']) {
      if (key !== '') desk.keys(key);
      await desk.drawn();
      isInert(desk, `${here} ${action.id} ${key}`);
      if (['picker', 'form', 'prompt', 'call', 'filter'].includes(desk.context)) {
        desk.stage.pastes(text.slice(0, 80));
        await desk.drawn();
        isInert(desk, `${here} ${action.id} ${key} pasted`);
      }
    }
  }
  await settled();
  desk.ui.store.set(start);
}

/** The windows of this work, each of which has keys of its own. */
const windows = [
  ...['customer-card', 'ladder', 'explain-deadlines', 'attachments', 'details', 'rate', 'palette'],
  ...['mass-offer', 'message', 'remind', 'call-round', 'new', 'call', 'tray', 'filter'],
];

test('whatever a desk is made of is inert in everything that can be done', async () => {
  const text = attacks.join(' ');
  using desk = await openDriver({ size, seat: { line: '3' } }, hostileDesk(text));
  await doesEverything(desk, text, desk.state);
  for (const number of ['SM-1', 'SM-4']) {
    openTicket(desk.ui, desk.here.desk.tickets.idByNumber(number) ?? '');
    await desk.drawn();
    await doesEverything(desk, text, desk.state);
  }
}, 120_000);

test.each(attacks.map((text, i) => ({ i, text })))(
  'whatever a desk is made of is inert in its windows, wherever their keys lead ($i)',
  async ({ text }) => {
    using desk = await openDriver({ size, seat: { line: '3' } }, hostileDesk(text));
    const mass = desk.here.desk.tickets.idByNumber('SM-4') ?? '';
    lookForMass(desk.ui);
    for (const id of windows) {
      openTicket(desk.ui, mass);
      const bound = desk.ui.bindings().find(({ action }) => action.id === id);
      await bound?.action.run(desk.ui);
      await settled();
      for (const key of ['', 'down', 'space', 'enter', 'ctrl+x', 'tab', 'enter', 'escape']) {
        if (key !== '') desk.keys(key);
        if (desk.context === 'prompt') desk.stage.pastes(text.slice(0, 80));
        await settled();
        await desk.drawn();
        isInert(desk, `${id} ${key}`);
      }
    }
  },
  120_000,
);

test('the stories above have been in every window', () => {
  const all = ['picker', 'prompt', 'pager', 'call', 'ladder', 'card', 'form', 'mailing', 'members'];
  expect(all.filter((one) => !seen.has(one))).toEqual([]);
});
