import { beforeEach, describe, expect, it } from 'vitest';
import { registered, reply, shippedDesk, somebody, TicketInMemory } from '../../support/domain.ts';
import { people } from '../../support/handover.ts';

const desk = shippedDesk();
const { l1, l2, lead, head } = people;
let story: TicketInMemory;

/** The customer sends the solution back for the third time. */
function returnsThrice() {
  for (const reason of ['опять', 'снова', 'в третий раз']) {
    story.does({ type: 'resolve', solution: '' }, l2);
    story.does({ type: 'return', reason }, l1);
  }
}

beforeEach(() => {
  story = new TicketInMemory(desk);
  story.seniorId = 'lead';
  story.does(registered);
  story.does({ type: 'take' }, l2);
});

describe('the third return', () => {
  beforeEach(returnsThrice);

  it('goes to the head, while the senior on duty answers for the next update', () => {
    expect(story.ticket).toMatchObject({
      returns: 3,
      assigneeId: 'head',
      careOfId: 'lead',
      brief: { owedById: 'l2', state: 'owed' },
    });
    const told = story.events.flatMap(({ fact }) =>
      fact.type === 'entry-added' && fact.entry.kind === 'system' ? [fact.entry] : [],
    );
    expect(told.map(({ visibility }) => visibility)).toEqual(['internal']);
    expect(told[0]?.text).toContain('отвечает руководитель');
  });

  it('is the head’s from the moment the head sets to work', () => {
    expect(story.does({ type: 'take' }, head).careOfId).toBeUndefined();
    expect(story.tries({ type: 'take' }, head)).toBe('already-yours');
  });

  it('is accepted by working on it, too', () => {
    expect(story.does(reply('Занимаюсь лично'), head).careOfId).toBeUndefined();
  });

  it('is nobody else’s to take, to give away or to solve', () => {
    const oleg = { type: 'assign', personId: 'oleg' } as const;
    for (const actor of [l2, lead]) {
      expect(story.tries({ type: 'take' }, actor)).toBe('third-return-guarded');
      expect(story.tries(oleg, actor)).toBe('third-return-guarded');
      expect(story.tries({ type: 'resolve', solution: 'точно' }, actor)).toBe(
        'third-return-guarded',
      );
      expect(story.tries(reply('Готово', 'resolved'), actor)).toBe('third-return-guarded');
    }
    expect(story.tries(reply('Разбираемся'), l2)).toBe('ok');
    story.does(oleg, head);
    expect(story.tries({ type: 'write-brief', text: 'чинили дважды' }, l2)).toBe('ok');
    const delegate = somebody({ id: 'oleg' });
    expect(story.does({ type: 'resolve', solution: 'Заменили' }, delegate).status).toBe('resolved');
  });

  it('is not solved before there is a brief, by whoever owes it', () => {
    story.does({ type: 'take' }, head);
    const solve = { type: 'resolve', solution: 'Заменили' } as const;
    expect(story.refusalOf(solve, head)).toMatchObject({
      code: 'brief-missing',
      params: { personId: 'l2' },
    });
    expect(story.tries({ type: 'write-brief', text: 'чинили' }, l1)).toBe('brief-not-yours');
    expect(story.tries({ type: 'write-brief', text: ' ' }, l2)).toBe('text-missing');
    story.does({ type: 'write-brief', text: 'Дважды перезапускали: причина в диске' }, l2);
    expect(story.tries({ type: 'write-brief', text: 'ещё' }, l2)).toBe('no-brief-owed');
    expect(story.does(solve, head).status).toBe('resolved');
  });

  it('may do without the brief when the head says why', () => {
    expect(story.tries({ type: 'waive-brief', reason: 'уволился' }, lead)).toBe(
      'third-return-guarded',
    );
    expect(story.tries({ type: 'waive-brief', reason: '' }, head)).toBe('reason-missing');
    const ticket = story.does({ type: 'waive-brief', reason: 'уволился' }, head);
    expect(ticket.brief?.state).toBe('waived');
    expect(story.tries({ type: 'resolve', solution: 'Заменили' }, head)).toBe('ok');
  });
});

describe('where nobody heads the desk', () => {
  it('the senior takes over, and the ticket says so', () => {
    story.headId = null;
    returnsThrice();
    expect(story.ticket).toMatchObject({ assigneeId: 'lead', brief: { owedById: 'l2' } });
    expect(story.ticket.careOfId).toBeUndefined();
    expect(story.tries({ type: 'waive-brief', reason: 'болеет' }, lead)).toBe('ok');
    expect(story.tries({ type: 'resolve', solution: 'Заменили' }, lead)).toBe('ok');
  });

  it('nor leads it, it stays with its engineer and says so', () => {
    story.headId = null;
    story.seniorId = null;
    returnsThrice();
    expect(story.ticket.assigneeId).toBe('l2');
    expect(story.ticket.brief).toBeUndefined();
    expect(story.tries({ type: 'resolve', solution: '' }, l2)).toBe('ok');
  });
});

it('asks the head for no brief when it was the head’s already', () => {
  story.does({ type: 'assign', personId: 'head' }, lead);
  for (let i = 0; i < 4; i++) {
    story.does({ type: 'resolve', solution: '' }, head);
    story.does({ type: 'return', reason: '' }, l1);
  }
  expect(story.ticket).toMatchObject({ returns: 4, assigneeId: 'head' });
  expect(story.ticket.brief).toBeUndefined();
});
