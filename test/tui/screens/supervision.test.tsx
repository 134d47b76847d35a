import { expect, test } from 'vitest';
import { executePractice } from '../../../src/app/practice/execute-practice.ts';
import { askReview } from '../../../src/app/supervision/ask-review.ts';
import { sendReviewed } from '../../../src/app/supervision/send-reviewed.ts';
import { registerTicket } from '../../../src/app/ticket/register-ticket.ts';
import type { Person } from '../../../src/domain/person.ts';
import { openTicket } from '../../../src/tui/model/ticket-model.ts';
import { must } from '../../../src/util/must.ts';
import { hour, minute, type TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

const size = { columns: 140, rows: 40 };
const text = 'Посмотрю и напишу.';

function idOf(here: TestDesk): string {
  return here.desk.tickets.idByNumber('SM-1') ?? '';
}

/** A ticket that somebody opened who may. */
function opens({ desk }: TestDesk, me: Person): string {
  const opening = { subject: 'VPN не пускает', text: 'После смены пароля не пускает.' };
  const done = registerTicket({ ...desk, me }, opening);
  return must(done.ok ? done.value.ticket.id : null, 'a registered ticket');
}

/** A ticket, a hire who is signed off for its channel, and a lead who did it. */
function signedOff(here: TestDesk, hire: Person): void {
  const lead = here.person('vera', { name: 'Вера', role: 'lead' });
  const id = opens(here, lead);
  const { channel } = here.ticket(id);
  const asked = { type: 'sign-off', channel, scenarioIds: [] } as const;
  const signOff = { ...asked, isOverride: true, reason: 'рядом наставник' };
  const done = executePractice({ ...here.desk, me: lead }, hire.id, signOff);
  if (!done.ok) throw new Error(done.problem.code);
}

/** I am the hire. */
function learning(here: TestDesk): void {
  signedOff(here, here.desk.me);
}

/** I am the mentor, and a hire has asked me to look a reply through. */
function mentoring(here: TestDesk): void {
  const hire = here.person('dasha', { name: 'Даша', role: 'hire' });
  signedOff(here, hire);
  asks(here, hire);
}

function asks(here: TestDesk, hire: Person): void {
  const draft = { text, promise: null, status: null, attachments: [] };
  const done = askReview({ ...here.desk, me: hire }, idOf(here), draft);
  if (!done.ok) throw new Error(done.problem.code);
}

function reviewIn({ here }: ScreenDriver) {
  return must(here.ticket(idOf(here)).review, 'review');
}

const asHire = { size, seat: { role: 'hire' } } as const;
const asMentor = { size, seat: { role: 'mentor' } } as const;

test('a hire writes as everybody does, and the mentor gets it', async () => {
  using desk = await openDriver(asHire, learning);
  openTicket(desk.ui, idOf(desk.here));
  desk.press('reply');
  await desk.sees('через наставника');
  desk.type(text);
  desk.keys('ctrl+x');
  await desk.sees('Отдать на проверку');
  desk.keys('enter');
  await desk.sees('клиент ответа ещё не видит');
  expect(reviewIn(desk)).toMatchObject({ state: 'waiting', draft: { text } });
  desk.press('review-withdraw');
  expect(reviewIn(desk).state).toBe('withdrawn');
  desk.press('reply');
  await desk.sees(text);
});

test('without a sign-off it is said before the first word', async () => {
  using desk = await openDriver(asHire, (here) => {
    opens(here, here.person('vera', { role: 'lead' }));
  });
  openTicket(desk.ui, idOf(desk.here));
  desk.press('reply');
  await desk.sees('допуска к настоящим обращениям нет');
});

test('V sends it as it is; u takes it back and it waits again', async () => {
  using desk = await openDriver(asMentor, mentoring);
  openTicket(desk.ui, idOf(desk.here));
  desk.here.clock.forward(5 * minute);
  desk.hearsOfChanges();
  await desk.sees('на проверке: Даша, ждёт 5');
  await desk.sees('проверить 1');
  desk.press('review-send');
  expect(reviewIn(desk)).toMatchObject({ state: 'sent', sentText: null });
  desk.press('undo');
  expect(reviewIn(desk).state).toBe('waiting');
});

test('what the customer wrote meanwhile stands beside it', async () => {
  using desk = await openDriver(asMentor, mentoring);
  desk.here.clock.forward(minute);
  desk.here.hears(idOf(desk.here), 'Уже не надо');
  openTicket(desk.ui, idOf(desk.here));
  await desk.sees('с тех пор: ответ клиента');
});

test('e changes it before it goes', async () => {
  using desk = await openDriver(asMentor, mentoring);
  openTicket(desk.ui, idOf(desk.here));
  desk.press('review-edit');
  await desk.sees('ответ коллеги, вы проверяете');
  desk.type(' До шести.');
  desk.keys('ctrl+x');
  await desk.sees('Отправить клиенту');
  desk.keys('enter');
  expect(reviewIn(desk)).toMatchObject({ state: 'sent', sentText: `${text} До шести.` });
});

test('X returns it with a remark', async () => {
  using desk = await openDriver(asMentor, mentoring);
  openTicket(desk.ui, idOf(desk.here));
  desk.press('review-return');
  await desk.sees('Что поправить');
  desk.type('Назовите время');
  desk.keys('ctrl+x');
  expect(reviewIn(desk)).toMatchObject({ state: 'returned', remark: 'Назовите время' });
});

test('the author reads the remark, goes on with the text, and sees what was changed', async () => {
  using desk = await openDriver(asHire, learning);
  const { here } = desk;
  const mentor = here.person('igor', { name: 'Игорь', role: 'mentor' });
  const id = idOf(here);
  asks(here, here.desk.me);
  const back = { type: 'return-review', remark: 'Назовите время' } as const;
  here.does(id, { ...back, reviewId: reviewIn(desk).id }, mentor.id);
  openTicket(desk.ui, id);
  await desk.sees('Ответ вернули (Игорь)');
  desk.press('reply');
  await desk.sees(text);
  desk.keys('escape');
  asks(here, here.desk.me);
  here.clock.forward(hour);
  const reviewed = { ticketId: id, reviewId: reviewIn(desk).id, undoMs: 0 };
  sendReviewed({ ...here.desk, me: mentor }, { ...reviewed, text: 'Посмотрю до шести.' });
  desk.hearsOfChanges();
  await desk.sees('Ответ отправлен с правками (Игорь)');
  desk.press('review-compare');
  await desk.sees('[-и напишу-]');
  await desk.sees('{+до шести+}');
});

test('help is asked with the draft, and answered where only colleagues read it', async () => {
  using desk = await openDriver(asMentor, (here) => {
    mentoring(here);
    const hire = must(
      here.desk.people.persons().find(({ login }) => login === 'dasha'),
      'hire',
    );
    const ask = { type: 'ask-help', helpId: 'h', text: 'Не вижу причины', draft: text } as const;
    here.does(idOf(here), ask, hire.id);
  });
  openTicket(desk.ui, idOf(desk.here));
  await desk.sees('Нужна помощь: Даша');
  await desk.sees('помочь 1');
  desk.press('give-help');
  await desk.sees('черновик ответа');
  desk.type('Смотрите RADIUS');
  desk.keys('ctrl+x');
  await desk.sees('помогли: Аня');
  desk.press('end-help');
  expect(desk.here.ticket(idOf(desk.here)).helps).toBeUndefined();
  desk.press('ask-help');
  desk.type('А теперь я');
  desk.keys('ctrl+x');
  await desk.sees('Вы попросили о помощи');
});
