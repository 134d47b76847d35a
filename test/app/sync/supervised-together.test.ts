import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executePractice } from '../../../src/app/practice/execute-practice.ts';
import { askReview } from '../../../src/app/supervision/ask-review.ts';
import { sendReviewed } from '../../../src/app/supervision/send-reviewed.ts';
import { editAgain } from '../../../src/app/sync/tray/edit-again.ts';
import { listTray } from '../../../src/app/sync/tray/find-in-tray.ts';
import type { Person } from '../../../src/domain/person.ts';
import { must } from '../../../src/util/must.ts';
import { minute } from '../../support/desk.ts';
import { type StageDesk, SyncStage } from '../../support/sync-stage.ts';

let stage: SyncStage;
let people: Record<'dasha' | 'igor' | 'vera', Person>;
let dasha: StageDesk;
let igor: StageDesk;
let vera: StageDesk;
let ticketId: string;

beforeEach(async () => {
  stage = await SyncStage.open();
  people = {
    dasha: await stage.person('Даша', { role: 'hire' }),
    igor: await stage.person('Игорь', { role: 'mentor' }),
    vera: await stage.person('Вера', { role: 'lead' }),
  };
  dasha = await sits('dasha');
  igor = await sits('igor');
  vera = await sits('vera');
  ticketId = igor.here.registers('Не открывается');
  await meet();
});
afterEach(async () => {
  expect(stage.bugs).toEqual([]);
  for (const { here } of [dasha, igor, vera]) here.close();
  await stage.close();
});

async function sits(who: keyof typeof people): Promise<StageDesk> {
  const desk = await stage.desk(people[who]);
  await desk.settles();
  return desk;
}

async function meet(): Promise<void> {
  for (const desk of [dasha, igor, vera, dasha, igor, vera]) await desk.settles();
}

function signsOff(): void {
  const { channel } = vera.here.ticket(ticketId);
  const signOff = { type: 'sign-off', channel, scenarioIds: [] } as const;
  const why = { isOverride: true, reason: 'рядом наставник' };
  executePractice(vera.here.desk, people.dasha.id, { ...signOff, ...why });
}

function asks(text: string) {
  return askReview(dasha.here.desk, ticketId, {
    text,
    promise: null,
    status: null,
    attachments: [],
  });
}

function sends(by: StageDesk, text: string) {
  const reviewId = must(by.here.ticket(ticketId).review, 'review').id;
  return sendReviewed(by.here.desk, { ticketId, reviewId, text, undoMs: 0 });
}

describe('a supervised reply between workstations', () => {
  it('goes from the hire to the mentor and back with what was changed', async () => {
    signsOff();
    await meet();
    expect(asks('Посмотрю').ok).toBe(true);
    await meet();
    expect(igor.here.ticket(ticketId).review).toMatchObject({ state: 'waiting' });
    expect(sends(igor, 'Посмотрю до шести').ok).toBe(true);
    await meet();
    const { review, withheld } = dasha.here.ticket(ticketId);
    expect(review).toMatchObject({ state: 'sent', sentText: 'Посмотрю до шести' });
    expect(withheld).toBeUndefined();
    expect(dasha.here.ticket(ticketId)).toEqual(igor.here.ticket(ticketId));
    expect(await stage.opened.store.verify()).toEqual([]);
    const said = dasha.here.desk.tickets.entries(ticketId).at(-1);
    expect(said).toMatchObject({ author: { id: people.dasha.id }, visibility: 'public' });
  });

  it('is sent once: the other mentor’s words lie in the tray and can be written on', async () => {
    signsOff();
    await meet();
    asks('Посмотрю');
    await meet();
    sends(igor, 'Посмотрю до шести');
    sends(vera, 'Посмотрю до семи');
    await meet();
    expect(vera.here.ticket(ticketId).review).toMatchObject({ sentText: 'Посмотрю до шести' });
    const [item] = listTray(vera.here.desk);
    expect(item).toMatchObject({ code: 'nothing-on-review', text: 'Посмотрю до семи' });
    const draft = editAgain(vera.here.desk, item?.id ?? '');
    expect(draft).toMatchObject({ ok: true, value: { kind: 'reply', text: 'Посмотрю до семи' } });
  });

  it('is held back by the server where the customer wrote meanwhile', async () => {
    signsOff();
    await meet();
    asks('Посмотрю');
    await meet();
    stage.clock.forward(minute);
    vera.here.hears(ticketId, 'Не надо, само прошло');
    await vera.settles();
    sends(igor, 'Посмотрю');
    await meet();
    const withheld = Object.values(dasha.here.ticket(ticketId).withheld ?? {});
    expect(withheld).toMatchObject([{ reason: 'customer-wrote', byId: people.igor.id }]);
  });

  it('without a sign-off it is refused by the server, and nothing typed is lost', async () => {
    signsOff();
    await meet();
    asks('Посмотрю');
    const withdraw = { type: 'withdraw-sign-off', reason: 'рано' } as const;
    const { channel } = vera.here.ticket(ticketId);
    executePractice(vera.here.desk, people.dasha.id, { ...withdraw, channel });
    await vera.settles();
    await meet();
    expect(dasha.here.ticket(ticketId).review).toBeUndefined();
    const [item] = listTray(dasha.here.desk);
    expect(item).toMatchObject({ code: 'channel-not-signed-off', text: 'Посмотрю' });
  });

  it('help is asked and given across desks', async () => {
    const ask = { type: 'ask-help', helpId: 'h', text: 'Застряла', draft: 'Добрый день' } as const;
    dasha.here.does(ticketId, ask);
    await meet();
    igor.here.does(ticketId, { type: 'give-help', helpId: 'h', text: 'Смотри журнал' });
    await meet();
    expect(dasha.here.ticket(ticketId).helps).toMatchObject([
      { answers: [{ byId: people.igor.id, text: 'Смотри журнал' }] },
    ]);
  });
});
