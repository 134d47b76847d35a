import { afterEach, describe, expect, it } from 'vitest';
import { hasDemo, hasRealTickets } from '../../../src/app/demo/demo-presence.ts';
import { fillDemo } from '../../../src/app/demo/fill-demo.ts';
import { removeDemo } from '../../../src/app/demo/remove-demo.ts';
import { currentShift } from '../../../src/app/shift/current-shift.ts';
import { logItem } from '../../../src/app/shift/log-shift.ts';
import { openShift } from '../../../src/app/shift/open-shift.ts';
import { countQueues } from '../../../src/app/ticket/list-queue.ts';
import { registerTicket } from '../../../src/app/ticket/register-ticket.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { checkStore } from '../../../src/app/upkeep/check-store.ts';
import { loadDemo } from '../../../src/content/demo/load-demo.ts';
import { openQuestions } from '../../../src/domain/handover/handover.ts';
import type { Customer } from '../../../src/domain/person.ts';
import { lastHandover } from '../../../src/domain/shift/last-handover.ts';
import { shiftItemKinds } from '../../../src/domain/shift/shift.ts';
import { openPromises, type Ticket } from '../../../src/domain/ticket.ts';
import { mustTellReporter } from '../../../src/domain/work/missing.ts';
import { must } from '../../../src/util/must.ts';
import { hour, openTestDesk, type TestDesk } from '../../support/desk.ts';

const open: TestDesk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

async function emptyDesk(options: Parameters<typeof openTestDesk>[0] = {}): Promise<TestDesk> {
  const anya = await openTestDesk(options);
  open.push(anya);
  return anya;
}

function rows(anya: TestDesk, table: string): unknown[] {
  const columns = table === 'person' ? 'id, login, name, role, line' : '*';
  return anya.desk.store.sql.all(`SELECT ${columns} FROM ${table} ORDER BY 1`);
}

function openedShift({ desk }: TestDesk) {
  const opened = openShift(desk);
  if (!opened.ok) throw new Error(`refused: ${opened.problem.code}`);
  return opened.value.shift;
}

function allTickets({ desk }: TestDesk) {
  const ids = desk.store.sql.all<{ id: string }>('SELECT id FROM ticket ORDER BY seq');
  return ids.map(({ id }) => must(desk.tickets.byId(id), id));
}

describe('the demo desk', () => {
  it('is whole, in the past, and refuses none of its own stories', async () => {
    const anya = await emptyDesk();
    const filled = await fillDemo(anya.desk);
    expect(filled).toMatchObject({ tickets: 600, wasThere: false, refusals: [] });
    const now = anya.clock.now();
    for (const ticket of allTickets(anya)) {
      expect(ticket.isDemo).toBe(true);
      expect(ticket.updatedAt).toBeLessThanOrEqual(now);
      for (const promise of openPromises(ticket))
        expect(promise.madeAt).toBeLessThan(promise.dueAt);
    }
    const checks = checkStore(anya.desk, { deep: true }).checks;
    expect(checks.filter((c) => !c.ok).map((c) => c.code)).toEqual([]);
  });

  it('is told in part when it is to be small, and still refuses nothing', async () => {
    const anya = await emptyDesk();
    expect(await fillDemo(anya.desk, { tickets: 30 })).toMatchObject({ tickets: 30, refusals: [] });
  });

  it('has something in every queue, also for the newcomer', async () => {
    const anya = await emptyDesk();
    await fillDemo(anya.desk);
    // Only whoever leads the shift answers for what others have not accepted yet.
    const own = countQueues(anya.desk).filter(({ queue }) => queue.code !== 'in-care');
    for (const { queue, count } of own) {
      expect([queue.code, count > 0]).toEqual([queue.code, true]);
    }
    const mine = allTickets(anya).filter((t) => t.assigneeId === anya.desk.me.id);
    expect(mine.length).toBeGreaterThan(3);
    const late = allTickets(anya)
      .flatMap((t) => openPromises(t))
      .filter((p) => p.dueAt < anya.clock.now());
    expect(late.length).toBeGreaterThan(0);
  });

  it('has a shift that is on, which was handed over, and lines of each kind in its log', async () => {
    const anya = await emptyDesk();
    await fillDemo(anya.desk, { tickets: 80 });
    const { state, plan } = currentShift(anya.desk);
    const shift = must(state, 'the shift that is on');
    expect(shift).toMatchObject({ isDemo: true, closedAt: null });
    expect(shift.members.filter(({ cameAt }) => cameAt !== null).length).toBeGreaterThan(5);
    expect(new Set(shift.items.map(({ kind }) => kind))).toEqual(new Set(shiftItemKinds));
    for (const { at } of shift.items) {
      expect(at).toBeGreaterThanOrEqual(plan.startsAt);
      expect(at).toBeLessThanOrEqual(anya.clock.now());
    }
    expect(shift.items.some(({ carriedFromId }) => carriedFromId !== null)).toBe(true);
    expect(shift.notes.map(({ nextAction }) => nextAction)).not.toContain('');
    const before = must(anya.desk.shifts.lastDone(anya.clock.now()), 'the shift before');
    expect(lastHandover(before)).toMatchObject({ state: 'accepted' });
    // Vera leads: whoever looks round joins her.
    const own = openedShift(anya).members.find(({ personId }) => personId === anya.desk.me.id);
    expect(own?.part).toBe('deputy');
    removeDemo(anya.desk);
    const left = anya.desk.store.sql.all('SELECT 1 FROM outbox WHERE is_demo = 1');
    expect([rows(anya, 'shift'), left]).toEqual([[], []]);
  });

  it('tells its shift also in the first minutes of one, at night and on any day', async () => {
    for (const ago of [6 * hour, 5.99 * hour, -6 * hour, -11 * hour]) {
      const anya = await emptyDesk();
      anya.clock.forward(24 * hour - ago);
      const { refusals } = await fillDemo(anya.desk, { tickets: 60 });
      expect(refusals).toEqual([]);
      expect(currentShift(anya.desk).state?.items.length).toBeGreaterThan(3);
    }
  });

  it('is the same for the same seed and another for another one', async () => {
    const [first, second, other] = await Promise.all([
      emptyDesk(),
      emptyDesk({ ids: '0b' }),
      emptyDesk(),
    ]);
    await fillDemo(first.desk, { seed: 7, tickets: 90 });
    await fillDemo(second.desk, { seed: 7, tickets: 90 });
    await fillDemo(other.desk, { seed: 8, tickets: 90 });
    const withoutMe = (anya: TestDesk) =>
      JSON.stringify(['ticket', 'entry', 'event', 'customer', 'contact'].map((t) => rows(anya, t)))
        .replaceAll(anya.desk.me.id, 'me')
        .replaceAll(/"rowid":\d+/g, '');
    expect(withoutMe(second)).toBe(withoutMe(first));
    expect(withoutMe(other)).not.toBe(withoutMe(first));
  });

  it('tells each story to its end', async () => {
    const anya = await emptyDesk();
    const { stories } = loadDemo(`${anya.desk.paths.content}/templates/demo`);
    await fillDemo(anya.desk, { tickets: stories.length });
    const kin = stories.flatMap(({ id, together }) => [
      ...(together.length > 0 ? [id] : []),
      ...together.flatMap(({ act }) =>
        act.do === 'gather' ? act.stories : act.do === 'merge' ? [act.into] : [],
      ),
    ]);
    const isTogether = (id: string) => kin.includes(id);
    const tickets = allTickets(anya);
    expect(tickets).toHaveLength(stories.length);
    for (const story of stories) {
      const ticket = must(
        tickets.find((t) => t.subject === story.subject.trim()),
        story.id,
      );
      expect([story.id, ticket.status, ticket.line]).toEqual([story.id, story.status, story.line]);
      const entries = anya.desk.tickets.entries(ticket.id);
      const texts = story.entries.filter(({ text }) => text !== '').length;
      const isPlain = story.entries.every(({ does }) => does.length === 0);
      const told = texts + (story.why === null ? 0 : 1);
      expect(entries.length).toBeGreaterThanOrEqual(told);
      if (isPlain && !isTogether(story.id)) expect(entries.length).toBe(told);
      if (story.why !== null && !isTogether(story.id)) {
        expect(entries.at(-1)).toMatchObject({ kind: 'note', visibility: 'internal' });
      }
      const returns = story.entries.filter((entry) => entry.event === 'return').length;
      expect([story.id, ticket.returns]).toEqual([story.id, returns]);
      if (story.assignee === 'me') expect(ticket.assigneeId).toBe(anya.desk.me.id);
    }
  });

  it('shows how work goes from hand to hand', async () => {
    const anya = await emptyDesk();
    await fillDemo(anya.desk, { tickets: 70 });
    const tickets = allTickets(anya);
    const some = (what: (ticket: Ticket) => boolean) => tickets.some(what);
    expect({
      waiting: some((t) => t.handover?.state === 'waiting' && t.handover.form.logs !== undefined),
      sentBack: some((t) => t.handover?.state === 'returned' && t.handoverReturns === 1),
      diagnosed: some((t) => t.handover?.state === 'accepted' && t.diagnosis?.line === '3'),
      vendor: some((t) => (t.vendorCase?.dueAt ?? 0) > anya.clock.now()),
      asked: some((t) => openQuestions(t).length > 0 && t.line === '3'),
      second: some((t) => t.returns === 2 && t.status === 'open'),
      atTheHead: some(
        (t) => t.returns === 3 && t.brief?.state === 'written' && t.careOfId !== null,
      ),
      mass: some((t) => t.childIds?.length === 3),
      merged: some((t) => t.status === 'merged'),
      boxes: some(
        (t) => t.kind === 'task' && t.timeLog !== undefined && !!t.checklist?.[2]?.doneAt,
      ),
      tellReporter: some((t) => t.kind === 'defect' && mustTellReporter(t)),
      putOff: some((t) => (t.scheduledUntil ?? 0) > anya.clock.now()),
      watched: some((t) => t.watch !== undefined),
    }).toEqual(
      Object.fromEntries(
        [
          ...['waiting', 'sentBack', 'diagnosed', 'vendor', 'asked', 'second', 'atTheHead', 'mass'],
          ...['merged', 'boxes', 'tellReporter', 'putOff', 'watched'],
        ].map((what) => [what, true]),
      ),
    );
    const offered = new Set(anya.desk.config.kinds.filter((kind) => kind.isOn).map((k) => k.code));
    expect(tickets.filter((t) => !offered.has(t.kind))).toEqual([]);
  });

  it('writes news of an outage to each customer on the clock they live by', async () => {
    const anya = await emptyDesk();
    await fillDemo(anya.desk, { tickets: 70 });
    const parent = must(
      allTickets(anya).find((t) => t.childIds !== undefined),
      'mass incident',
    );
    const told = (parent.childIds ?? []).map((id) => must(anya.desk.tickets.byId(id), id));
    for (const child of told) {
      expect(openPromises(child).map(({ kind }) => kind)).toContain('next-update');
      const news = anya.desk.tickets.entries(child.id).at(-1);
      expect(news).toMatchObject({ visibility: 'public' });
      expect(news?.text).toMatch(/Следующее сообщение до \d\d:\d\d/);
    }
  });

  it('has customers with sites, people behind them and commands to get at their things', async () => {
    const { desk } = await emptyDesk();
    await fillDemo(desk, { tickets: 45 });
    const site = must(
      desk.people.customers().find((c) => c.parentId !== undefined),
      'site',
    );
    const company = must(desk.people.customer(must(site.parentId, 'parent')), 'company');
    expect(desk.people.person(must(company.personalEngineerId, 'engineer'))?.phone).toMatch(
      /^\+7 000/,
    );
    expect(
      desk.people.assetsOf(company.id).flatMap((asset) => asset.commands).length,
    ).toBeGreaterThan(0);
  });

  it('is there for a trainee and for the third line too', async () => {
    for (const seat of [{ role: 'hire' }, { line: '3' }] as const) {
      const anya = await emptyDesk({ seat });
      expect((await fillDemo(anya.desk, { tickets: 60 })).refusals).toEqual([]);
    }
  });

  it('refuses none of its stories whenever it is opened', async () => {
    const anya = await emptyDesk();
    for (const clock of ['00:05', '06:40', '12:00', '23:55']) {
      const now = Date.parse(`2026-11-22T${clock}:00+03:00`);
      const filled = await fillDemo(anya.desk, { tickets: 70, now });
      expect([clock, filled.refusals]).toEqual([clock, []]);
      removeDemo(anya.desk);
    }
  });

  it('is never sent and never undone, and is filled in once', async () => {
    const anya = await emptyDesk();
    await fillDemo(anya.desk, { tickets: 60 });
    expect(anya.desk.outbox.waiting()).toBe(1); // Аня herself
    expect(undoLast(anya.desk)).toMatchObject({ ok: false, problem: { code: 'nothing-to-undo' } });
    expect(await fillDemo(anya.desk, { tickets: 90 })).toMatchObject({
      wasThere: true,
      tickets: 0,
    });
    expect(allTickets(anya)).toHaveLength(60);
  });

  it('takes back what I do in it', async () => {
    const anya = await emptyDesk();
    await fillDemo(anya.desk, { tickets: 60 });
    const ticket = must(
      allTickets(anya).find((t) => t.status === 'open'),
      'open ticket',
    );
    anya.does(ticket.id, { type: 'note', text: 'пробую' });
    expect(undoLast(anya.desk)).toMatchObject({ ok: true, value: { text: 'пробую' } });
    expect(anya.ticket(ticket.id)).toEqual(ticket);
  });

  it('is made anew when it was cut short', async () => {
    const anya = await emptyDesk();
    await expect(
      fillDemo(anya.desk, {
        tickets: 500,
        onProgress: () => {
          throw new Error('killed');
        },
      }),
    ).rejects.toThrow('killed');
    expect(allTickets(anya)).toHaveLength(200);
    expect(await fillDemo(anya.desk, { tickets: 60 })).toMatchObject({
      wasThere: false,
      tickets: 60,
    });
    expect(allTickets(anya)).toHaveLength(60);
  });
});

describe('removing the demo', () => {
  it('takes exactly the demo, and keeps the customer a real ticket names', async () => {
    const anya = await emptyDesk();
    const own = anya.registers('Настоящее', 'Слова');
    const before = [
      'ticket',
      'entry',
      'event',
      'customer',
      'contact',
      'asset',
      'person',
      'draft',
    ].map((t) => rows(anya, t));
    await fillDemo(anya.desk, { tickets: 80 });
    const worked = must(
      allTickets(anya).find((t) => t.isDemo && t.status === 'open'),
      'demo ticket',
    );
    anya.does(worked.id, { type: 'note', text: 'поработала' });
    expect([hasDemo(anya.desk), hasRealTickets(anya.desk)]).toEqual([true, true]);
    const removed = removeDemo(anya.desk);
    expect(removed).toMatchObject({ tickets: 80, customers: 43, people: 33 });
    const after = [
      'ticket',
      'entry',
      'event',
      'customer',
      'contact',
      'asset',
      'person',
      'draft',
    ].map((t) => rows(anya, t));
    expect(after).toEqual(before);
    expect(anya.ticket(own).subject).toBe('Настоящее');
    expect([hasDemo(anya.desk), hasRealTickets(anya.desk)]).toEqual([false, true]);
    const left = anya.desk.store.sql.all('SELECT * FROM outbox WHERE is_demo = 1');
    expect(left).toEqual([]);
  });

  it('takes away the shift that was tried out in it, which was never to be sent', async () => {
    const anya = await emptyDesk({ seat: { role: 'lead' } });
    await fillDemo(anya.desk, { tickets: 45 });
    const waiting = anya.desk.outbox.waiting();
    const shift = openedShift(anya);
    expect(shift.isDemo).toBe(true);
    expect(logItem(anya.desk, { kind: 'remark', text: 'пробую' }).ok).toBe(true);
    expect(anya.desk.outbox.waiting()).toBe(waiting);
    removeDemo(anya.desk);
    expect([rows(anya, 'shift'), anya.desk.shifts.events(shift.id)]).toEqual([[], []]);
    expect(currentShift(anya.desk).state).toBeNull();
  });

  it('leaves a shift that was opened for real work', async () => {
    const anya = await emptyDesk({ seat: { role: 'lead' } });
    await fillDemo(anya.desk, { tickets: 45 });
    registerTicket(anya.desk, { subject: 'Настоящее', text: 'т' });
    const shift = openedShift(anya);
    removeDemo(anya.desk);
    expect(anya.desk.shifts.byId(shift.id)).toEqual(shift);
  });

  it('keeps who is named by real work, and fills in again beside it', async () => {
    const anya = await emptyDesk();
    await fillDemo(anya.desk, { tickets: 60 });
    const contact = must(anya.desk.people.contacts()[0], 'contact');
    const customerId = must(contact.customerId, 'customer');
    registerTicket(anya.desk, { subject: 'Настоящее', text: 'т', contactId: contact.id });
    const oleg = must(
      anya.desk.people.persons().find((p) => p.isDemo),
      'demo person',
    );
    const real = must(
      allTickets(anya).find((t) => !t.isDemo),
      'real ticket',
    );
    anya.clock.forward(hour);
    anya.does(real.id, { type: 'assign', personId: oleg.id });
    removeDemo(anya.desk);
    expect(anya.desk.people.contact(contact.id)).not.toBeNull();
    expect(anya.desk.people.customer(customerId)).not.toBeNull();
    expect(anya.desk.people.person(oleg.id)).not.toBeNull();
    expect(anya.desk.people.customers()).toHaveLength(1);
    for (const seed of [1, 2]) {
      expect((await fillDemo(anya.desk, { seed, tickets: 50 })).tickets).toBe(50);
      removeDemo(anya.desk);
    }
    expect(checkStore(anya.desk, { deep: true }).checks.find((c) => c.code === 'orphans')?.ok).toBe(
      true,
    );
  });

  it('keeps the company of a demo site that a real ticket names', async () => {
    const { desk } = await emptyDesk();
    await fillDemo(desk, { tickets: 45 });
    const site = must(
      desk.people.customers().find((c) => c.parentId !== undefined),
      'site',
    );
    const contact = must(
      desk.people.contacts().find((c) => c.customerId === site.id),
      'contact',
    );
    registerTicket(desk, { subject: 'Настоящее', text: 'т', contactId: contact.id });
    removeDemo(desk);
    const left = desk.people.customers().map(({ id }) => id);
    expect(left.toSorted()).toEqual([site.id, site.parentId].toSorted());
  });

  it('keeps the demo customer under whom a real contact stands', async () => {
    const anya = await emptyDesk();
    await fillDemo(anya.desk, { tickets: 45 });
    const customer: Customer = must(anya.desk.people.customers()[0], 'customer');
    anya.contact('Новый человек', { customerId: customer.id });
    removeDemo(anya.desk);
    expect(anya.desk.people.customer(customer.id)?.name).toBe(customer.name);
  });
});
