import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkScenarioFiles } from '../../../src/app/practice/check-scenarios.ts';
import {
  draftFromTicket,
  keepTicketDraft,
  whyNotFromTicket,
} from '../../../src/app/practice/from-ticket.ts';
import { listScenarios } from '../../../src/app/practice/list-scenarios.ts';
import { parseScenario } from '../../../src/content/scenario/read-scenario.ts';
import { loadFromTicketTexts } from '../../../src/i18n/from-ticket-texts.ts';
import { hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

let here: TestDesk;
beforeEach(async () => {
  here = await openTestDesk({ isContentRead: true, seat: { role: 'mentor' } });
});
afterEach(() => here.close());

const textsOf = async (lang: 'ru' | 'en') => (await loadFromTicketTexts(lang)).draft;
const drafted = (ticketId: string) => draftFromTicket(here.desk, { ticketId, lang: null, textsOf });

/** A day of a customer who tells everything about everybody. */
function story(): string {
  const customer = here.customer('ООО «Ромашка-Сервис»', {
    city: 'Пермь',
    mailDomain: 'romashka.ru',
    variables: { contract: '123/45-АБ' },
  });
  const contact = here.contact('Игорь Сергеевич Полуэктов', {
    customerId: customer.id,
    callName: 'Игорь Сергеевич',
    email: 'poluektov@romashka.ru',
    phone: '+7 912 345-67-89',
    role: 'администратор',
  });
  const letter = [
    'Добрый день! Касса kassa7.romashka.ru (10.20.30.40) не открывает смену.',
    'Договор № 123/45-АБ, мой номер 8 (912) 345-67-89, пароль: Zima2026!',
    '# с уважением: Полуэктов И.С., г. Пермь, ул. Ленина, д. 5',
  ];
  const ticketId = here.registers(
    'Касса Полуэктова не открывает смену',
    letter.join('\n'),
    contact.id,
  );
  here.clock.forward(10 * minute);
  here.replies(
    ticketId,
    'Здравствуйте, Игорь Сергеевич! Меня зовут Аня. Какой точный текст ошибки показывает касса? ' +
      'Перезапустите службу фискального накопителя. Напишу вам до 15:00.',
  );
  here.clock.forward(hour);
  here.hears(ticketId, 'Полуэктову помогло, спасибо. Ромашка работает.');
  here.clock.forward(5 * minute);
  here.does(ticketId, { type: 'resolve', solution: 'Служба накопителя перезапущена на kassa7.' });
  return ticketId;
}

describe('a scenario from a ticket', () => {
  it('plays the ticket again with nobody of it', async () => {
    const draft = await drafted(story());
    expect(draft.text).not.toMatch(
      /полуэктов|игор|сергеевич|ромашк|romashka|345|Ленина|Перм|10\.20|123\/45|Zima|зовут Аня/iu,
    );
    const read = parseScenario('draft.yaml', draft.text);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const { scenario } = read.value;
    expect(scenario.isDraft).toBe(true);
    const [first, second] = [...scenario.steps.values()];
    expect(first?.client).toContain('не открывает смену');
    expect(first?.reference).toContain('Перезапустите службу');
    const facts = first?.reply?.expect.map(({ fact }) => fact) ?? [];
    expect(facts).toEqual(
      expect.arrayContaining(['greeting', 'introduce', 'ask_error_text', 'said_1']),
    );
    expect(scenario.facts.get('said_1')?.examples.pass).toEqual([first?.reference]);
    expect(second?.after).toBe(hour);
    expect(second?.actions[0]?.name).toBe('resolve');
    expect(draft.replacements.find(({ kind }) => kind === 'secret')?.count).toBe(1);
    expect(JSON.stringify(draft.replacements)).not.toContain('Zima');
  });

  it('passes the check, is offered to nobody, and never goes over a file', async () => {
    const { file, text, id } = await drafted(story());
    keepTicketDraft(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
    const { problems } = await checkScenarioFiles(here.desk, [file]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await listScenarios(here.desk, 'ru')).map((one) => one.id)).not.toContain(id);
    expect(() => keepTicketDraft(file, 'other')).toThrow();
  });

  it('tells line by line what was changed', async () => {
    const { lines } = await drafted(story());
    const old = lines.findIndex(
      ({ sign, text }) => sign === '-' && text.includes('Касса Полуэктова'),
    );
    expect(old).toBeGreaterThan(0);
    expect(
      lines.some(({ sign, text }) => sign === '+' && text.includes('не открывает смену')),
    ).toBe(true);
  });

  it('keeps every text of people whole, whatever YAML would make of it', async () => {
    const odd = '  - нет: #500 -> {"a": |}\n\tC:\\temp\\new\n\n12:30 & *all %x\u2028`@`';
    here.clock.forward(123);
    const ticketId = here.registers('нет #1: "да" \\t', odd);
    here.replies(ticketId, '# заметьте: перезагрузите маршрутизатор полностью');
    const { text } = await drafted(ticketId);
    const read = parseScenario('draft.yaml', text);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value.scenario.steps.get('step-1')?.client).toBe(odd.replace('\u2028', '\n'));
    expect(read.value.scenario.title).toBe('нет #1: "да" \\t');
  });

  it('needs a reply to learn from', async () => {
    const ticketId = here.registers('Тишина', 'Ау?');
    await expect(drafted(ticketId)).rejects.toMatchObject({ code: 'ticket-without-replies' });
  });

  it('is not for hires', async () => {
    const hire = await openTestDesk({ seat: { role: 'hire' } });
    expect(whyNotFromTicket(hire.desk)?.code).toBeDefined();
    hire.close();
    expect(whyNotFromTicket(here.desk)).toBeNull();
  });
});
