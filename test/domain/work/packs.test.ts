import { describe, expect, it } from 'vitest';
import type { FieldRule } from '../../../src/domain/kind-rule.ts';
import { fieldsOf } from '../../../src/domain/work/decide-details.ts';
import { kindRule, type MissingItem, missingBefore } from '../../../src/domain/work/missing.ts';
import { minute } from '../../support/desk.ts';
import {
  bankDesk,
  registered,
  reply,
  shippedDesk,
  somebody,
  TicketInMemory,
} from '../../support/domain.ts';

const lead = somebody({ id: 'lida', role: 'lead', line: '1' });

const samples: Readonly<Record<FieldRule['type'], string>> = {
  text: 'касса 3',
  'long-text': 'не печатает\nс утра',
  choice: '',
  'yes-no': 'да',
  number: '12',
  time: '13:30',
  duration: '2ч',
  person: 'Анна',
  window: '25.11 09:00 – 12:00',
  legs: 'поезд = 3ч; такси = 40м',
};

/** Does what the first gap asks for. */
function fillGap(story: TicketInMemory, { type, code }: MissingItem): void {
  if (type === 'field') {
    const rule = fieldsOf(story.desk, story.ticket.kind).find((field) => field.code === code);
    const value = rule?.choices[0]?.code ?? samples[rule?.type ?? 'text'];
    story.does({ type: 'fill-details', values: { [code]: value } }, lead);
  } else if (type === 'box') story.does({ type: 'tick-box', itemId: code, isDone: true }, lead);
  else if (type === 'comment') story.does({ type: 'note', text: 'сделано' }, lead);
  else if (type === 'time') story.does({ type: 'log-time', ms: minute, note: '' }, lead);
  else if (type === 'card') story.does({ type: 'close-card', note: '' }, lead);
  else if (type === 'public-answer') story.does(reply('Готово.'), lead);
  else if (type === 'stage') {
    story.does({ type: 'finish-stage', stage: 'final', note: 'сделано' }, lead);
  } else if (type === 'after-check') {
    story.does({ type: 'check-after', result: 'passed', note: '' }, lead);
  } else throw new Error(`nothing is known of ${type}`);
}

/** Follows what is missing, the first gap first, until nothing is. */
function follow(story: TicketInMemory, stage: 'transfer' | 'done' | 'closed'): void {
  for (let step = 0; step < 50; step += 1) {
    const [gap] = missingBefore(stage, story.ticket, story.desk);
    if (gap === undefined) return;
    story.now += minute;
    fillGap(story, gap);
  }
  throw new Error(`${stage} is never reached`);
}

describe.each([
  ['default', shippedDesk()],
  ['bank', bankDesk()],
])('the pack %s', (_, desk) => {
  const kinds = desk.kinds.filter(({ isOn }) => isOn).map(({ code }) => code);

  it.each(kinds)('a ticket of the kind %s ends when what is missing is followed', (kind) => {
    const story = new TicketInMemory(desk);
    const needed = kindRule(desk, kind)?.fields.filter((field) => field.needed === 'register');
    const details = (needed ?? []).map(({ code, type }) => [code, samples[type]] as const);
    story.does({ ...registered, kind, details: Object.fromEntries(details) }, lead);
    follow(story, 'transfer');
    if (missingBefore('done', story.ticket, desk).length > 0) {
      expect(story.tries({ type: 'resolve', solution: '' }, lead)).toBe('kind-incomplete');
    }
    follow(story, 'done');
    expect(story.does({ type: 'resolve', solution: '' }, lead).status).toBe('resolved');
    follow(story, 'closed');
    const confirm = { type: 'confirm', by: 'Жанна', how: 'mail' } as const;
    expect(story.does(confirm, lead).status).toBe('closed');
  });
});
