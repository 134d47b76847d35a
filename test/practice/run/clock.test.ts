import { describe, expect, it } from 'vitest';
import { MINUTE, Player, shipped, withSteps } from './player.ts';

const sso = shipped('sso-401');

/** To the log of the example, with fifteen minutes asked for. */
function atTheLog(): Player {
  return new Player(sso).says('Снимите HAR', { has: ['ask_har'] }).picks('hold15');
}

describe('the clock of a run', () => {
  it('lets the world take its time: the customer is back six minutes after the reply', () => {
    const player = new Player(sso).says('Снимите HAR', { has: ['ask_har'] });
    expect(player.state.now - sso.clock.start).toBe(2 * MINUTE + 6 * MINUTE);
    expect(player.state.step).toBe('hold');
    expect(player.state.attachments).toEqual(['screen', 'har']);
  });

  it('keeps fifteen minutes through two openings and five minutes of waiting', () => {
    const player = atTheLog()
      .opens({ attachment: 'har' })
      .opens({ article: 'sso-401-after-adfs-setup' })
      .waits(5)
      .says('Отказываем мы', { has: ['finding_signature', 'promise_update'] });
    expect(player.promises()).toEqual(['kept']);
    expect(player.lines('promise-kept')[0]?.at).toBe(sso.clock.start + 21 * MINUTE);
    expect(player.state.step).toBe('handover');
  });

  it('keeps a promise to the very minute and breaks it the moment after', () => {
    const inTime = atTheLog()
      .waits(13)
      .says('Вот', { has: ['finding_signature'] });
    expect(inTime.promises()).toEqual(['kept']);
    const late = atTheLog()
      .waits(13)
      .waits(1)
      .says('Вот', { has: ['finding_signature'] });
    expect(late.promises()).toEqual(['broken']);
    expect(late.state.mood).toBe(2);
    expect(late.lines('ping').map(({ text, at }) => [text, at])).toEqual([
      ['Вы тут? Обещанное время прошло.', sso.clock.start + 25 * MINUTE],
    ]);
  });

  it('says the same however often the clock looked in between', () => {
    const once = atTheLog().waits(40);
    const often = atTheLog();
    for (let minute = 0; minute < 30; minute += 1) often.idles(1);
    often.waits(10);
    const told = ({ state }: Player) => state.transcript.filter(({ what }) => what !== 'waited');
    expect(told(often)).toEqual(told(once));
    expect(often.score()).toEqual(once.score());
  });

  it('moves every instant of the scenario along with another beginning', () => {
    const day = 24 * 60 * MINUTE;
    const moved = new Player(sso, { startedAt: sso.clock.start + day });
    const plain = new Player(sso);
    for (const player of [moved, plain]) {
      player.says('Снимите HAR', { has: ['ask_har'] }).picks('hold15');
      player.says('Вот', { has: ['finding_signature', 'promise_update'] });
      player.acts('escalate', { code: 'SSO-4117', requestId: '7f3ac91e' }).picks('write_now');
    }
    expect(moved.state.now - plain.state.now).toBe(day);
    expect(moved.state.promises.map(({ dueAt }) => dueAt - day)).toEqual(
      plain.state.promises.map(({ dueAt }) => dueAt),
    );
  });
});

describe('an answer that is waited for', () => {
  const waiting = withSteps(`
open:
  client: |
    Не работает.
  allow: [wait]
  time: {soft: 3m, hard: 10m, section: time}
  reply:
    expect: [{fact: greeting, points: 4, section: time}]
    routes: [{else: done}]
done: {end: good, text: "Конец"}`);

  it('costs nothing up to the soft limit, one point after it, two more after the hard one', () => {
    const timeOf = (minutes: number) => {
      return new Player(waiting).waits(minutes).says('Добрый день', { has: ['greeting'] });
    };
    expect(timeOf(1).section('time')).toBe(4);
    expect(timeOf(2).section('time')).toBe(3);
    expect(timeOf(8).section('time')).toBe(3);
    expect(timeOf(9).section('time')).toBe(1);
    expect(timeOf(900).section('time')).toBe(1);
  });

  it('is asked for once when the hard limit has passed', () => {
    const player = new Player(waiting).waits(600);
    expect(player.lines('ping')).toHaveLength(1);
    expect(player.lines('ping')[0]?.at).toBe(waiting.clock.start + 10 * MINUTE);
  });

  it('is asked for in other words by another seed, in the same words by the same', () => {
    const said = (seed: number) => new Player(waiting, { seed }).waits(20).lines('ping')[0]?.text;
    const all = new Set(Array.from({ length: 20 }, (_, seed) => said(seed)));
    expect(all.size).toBeGreaterThan(1);
    expect(said(7)).toBe(said(7));
  });
});

describe('prepared events', () => {
  const busy = withSteps(`
open:
  client: |
    Не работает.
  allow: [wait]
  inject:
    - {from: lead, text: "Что по Демо?"}
    - {from: monitoring, after: 5m, text: "Диск 95%"}
    - {from: lead, byLead: true, text: "Звонит директор"}
  reply:
    expect: [{fact: greeting, points: 1, section: talk}]
    routes: [{else: next}]
next:
  client: |
    И дальше?
  allow: [wait]
  reply:
    expect: [{fact: greeting, points: 1, section: talk}]
    routes: [{has: [greeting], goto: done}, {else: open}]
done: {end: good, text: "Конец"}`);

  it('come at their time, also when the step was left meanwhile, and never again', () => {
    const player = new Player(busy).says('Смотрю').says('Ещё смотрю').waits(30);
    const told = player.lines('inject').map(({ name, text, at }) => {
      return [name, text, (at - busy.clock.start) / MINUTE];
    });
    expect(told).toEqual([
      ['Олег', 'Что по Демо?', 0],
      ['monitoring', 'Диск 95%', 5],
    ]);
  });

  it('wait for whoever runs the drill where the scenario says so', () => {
    const player = new Player(busy);
    expect(player.tries({ type: 'injected', index: 0 })).toBe('injection-unknown');
    expect(player.tries({ type: 'injected', index: 2 }, 0)).toBeNull();
    expect(player.tries({ type: 'injected', index: 2 })).toBe('injection-unknown');
    expect(player.lines('inject').map(({ text }) => text)).toEqual([
      'Что по Демо?',
      'Звонит директор',
    ]);
  });
});
