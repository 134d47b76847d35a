import { describe, expect, it } from 'vitest';
import { describeForm, prefillForm, tidyForm } from '../../../src/domain/handover/handover-form.ts';
import type { Entry } from '../../../src/domain/ticket.ts';
import { hour, minute } from '../../support/desk.ts';
import { heard, registered, shippedDesk, TicketInMemory } from '../../support/domain.ts';
import { escalate, fullForm, people } from '../../support/handover.ts';

const { l1, l2 } = people;

function storyOf() {
  const story = new TicketInMemory(shippedDesk());
  story.does({ ...registered, line: '1' });
  const entries = (): readonly Entry[] =>
    story.events.flatMap(({ fact }) => (fact.type === 'entry-added' ? [fact.entry] : []));
  return { story, entries };
}

describe('the form a person begins with', () => {
  it('has the first words of the customer and the notes of this line', () => {
    const { story, entries } = storyOf();
    story.does({ type: 'take' }, l1);
    story.does({ type: 'note', text: 'Перезапустили: не помогло' }, l1);
    story.does(heard('Всё ещё не работает', story.now));
    expect(prefillForm(entries(), story.ticket)).toEqual({
      seen: 'Пишет ошибку',
      done: 'Перезапустили: не помогло',
      need: '',
    });
    story.now += minute;
    story.does(escalate(), l1);
    story.does({ type: 'take' }, l2);
    story.now += minute;
    for (const text of ['раз', 'два', 'три', 'четыре']) story.does({ type: 'note', text }, l2);
    expect(prefillForm(entries(), story.ticket).done).toBe('два\nтри\nчетыре');
  });

  it('has the subject where the customer wrote nothing, and what is promised', () => {
    const { story, entries } = storyOf();
    const first = story.ticket.subject;
    story.does(
      {
        type: 'promise',
        promise: { id: 'p', kind: 'next-update', dueAt: story.now + hour, text: 'напишем к 16:00' },
      },
      l1,
    );
    expect(prefillForm([], story.ticket)).toEqual({
      seen: first,
      done: '',
      need: '',
      promised: 'напишем к 16:00',
    });
    expect(prefillForm(entries(), story.ticket).seen).toBe('Пишет ошибку');
  });
});

describe('a form as it is read', () => {
  it('has a line for everything that was said, in the language of the desk', () => {
    const form = { ...fullForm, reproduced: 'да, на тестовой базе', logs: '  ', hypotheses: '' };
    expect(
      describeForm(form, 'ru')
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['Что видно', 'Что сделано и результат', 'Что нужно от вас', 'Воспроизводится']);
    expect(describeForm(fullForm, 'en')).toContain('What is needed from you');
  });

  it('keeps no empty parts', () => {
    expect(tidyForm({ ...fullForm, logs: ' ', ruledOut: ' сеть ' })).toEqual({
      ...fullForm,
      ruledOut: 'сеть',
    });
  });
});
