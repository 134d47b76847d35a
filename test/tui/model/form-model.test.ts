import { expect, test, vi } from 'vitest';
import { listDrafts } from '../../../src/app/ticket/save-draft.ts';
import { saveForm } from '../../../src/tui/model/form-draft.ts';
import { openForm } from '../../../src/tui/model/form-model.ts';
import type {
  FormField,
  FormProblem,
  FormSpec,
  FormValues,
} from '../../../src/tui/model/form-state.ts';
import { UserError } from '../../../src/util/user-error.ts';
import { formOf, shownForm } from '../../support/open-form.ts';
import { openWorkStage, settled } from '../../support/work-stage.ts';

const plain = { hint: '', value: '', isRequired: false } as const;
const seen: FormField = {
  ...plain,
  id: 'seen',
  label: 'Что видно',
  hint: 'словами того, кто это видит',
  type: 'long-text',
  isRequired: true,
};
const need: FormField = {
  ...plain,
  id: 'need',
  label: 'Что нужно',
  type: 'text',
  isRequired: true,
};
const repeated: FormField = { ...plain, id: 'repeated', label: 'Воспроизводится', type: 'yes-no' };
const until: FormField = { ...plain, id: 'until', label: 'К какому времени', type: 'time' };
const where: FormField = {
  ...plain,
  id: 'where',
  label: 'Где',
  type: 'text',
  isRequired: true,
  isShown: (values) => values['repeated'] === 'yes',
};

interface Told {
  readonly spec: FormSpec;
  readonly given: FormValues[];
}

function asking(fields: readonly FormField[], more: Partial<FormSpec> = {}): Told {
  const given: FormValues[] = [];
  const submit = (values: FormValues): FormProblem | null => {
    given.push(values);
    return null;
  };
  const base = { id: 'story', title: 'Передать дальше', submitTitle: 'передать', ticketId: null };
  return { spec: { ...base, fields, submit, ...more }, given };
}

test('a form is filled from field to field and handed in', async () => {
  using stage = await openWorkStage();
  const { spec, given } = asking([seen, need, until]);
  openForm(stage.ui, spec);
  stage.types('не печатает');
  stage.presses('enter');
  stage.types('второй этаж');
  stage.presses('tab');
  stage.types('проверить очередь');
  stage.presses('enter');
  stage.types('завтра 10');
  expect(shownForm(stage)).toContain('= завтра 10:00');
  stage.presses('ctrl+x');
  expect(stage.state.overlay).toBeNull();
  expect(given).toEqual([
    {
      seen: 'не печатает\nвторой этаж',
      need: 'проверить очередь',
      until: '2026-11-19T07:00:00.000Z',
    },
  ]);
});

test('what is missing is said at its place, and the caret goes to the first of it', async () => {
  using stage = await openWorkStage();
  const { spec, given } = asking([repeated, seen, until, need]);
  openForm(stage.ui, spec);
  stage.presses('ctrl+x');
  expect(given).toEqual([]);
  expect(formOf(stage).focus).toBe('seen');
  expect(shownForm(stage).match(/! нужно заполнить/g)).toHaveLength(2);
  stage.types('да');
  expect(shownForm(stage).match(/! нужно заполнить/g)).toHaveLength(1);
  stage.presses('tab');
  stage.types('завтра');
  stage.presses('ctrl+x');
  expect(formOf(stage).focus).toBe('until');
  expect(shownForm(stage)).toContain('! а в котором часу?');
});

test('a digit chooses and goes on; a field that depends on it is asked only then', async () => {
  using stage = await openWorkStage();
  const { spec, given } = asking([repeated, where, need]);
  openForm(stage.ui, spec);
  expect(shownForm(stage)).toContain('( ) 1 да   ( ) 2 нет');
  expect(shownForm(stage)).not.toContain('Где');
  stage.presses('1');
  expect(formOf(stage).focus).toBe('where');
  stage.types('у кассы 1');
  stage.presses('enter');
  stage.types('посмотреть');
  stage.presses('shift+tab');
  stage.presses('shift+tab');
  stage.presses('right');
  expect(shownForm(stage)).not.toContain('Где');
  stage.presses('ctrl+x');
  expect(given).toEqual([{ repeated: 'no', need: 'посмотреть' }]);
});

test('Enter in the last field hands the form in', async () => {
  using stage = await openWorkStage();
  const { spec, given } = asking([need]);
  openForm(stage.ui, spec);
  stage.types('ключ');
  stage.presses('enter');
  expect(given).toEqual([{ need: 'ключ' }]);
});

test('a refusal stands in the form and nothing typed is lost', async () => {
  using stage = await openWorkStage();
  const refusal = { problem: 'такой линии нет', fieldId: null };
  const { spec } = asking([seen, need], { submit: () => refusal });
  openForm(stage.ui, spec);
  stage.types('дым');
  stage.presses('tab');
  stage.types('воды');
  stage.presses('ctrl+x');
  expect(shownForm(stage)).toContain('! такой линии нет');
  expect(shownForm(stage)).toContain('дым');
  stage.types('!');
  expect(shownForm(stage)).not.toContain('! такой линии нет');
});

test('a late refusal points to its field', async () => {
  using stage = await openWorkStage();
  const submit = async () => ({ problem: 'номер занят', fieldId: 'seen' });
  const { spec } = asking([seen, need], { submit });
  openForm(stage.ui, spec);
  stage.types('дым');
  stage.presses('tab');
  stage.types('воды');
  stage.presses('ctrl+x');
  await settled();
  expect(formOf(stage).focus).toBe('seen');
  expect(shownForm(stage)).toContain('! номер занят');
});

test('Esc keeps what was typed; the form comes back with it, with its caret, and its draft goes with it', async () => {
  using stage = await openWorkStage();
  const ticketId = stage.here.registers('Касса');
  const { spec, given } = asking([seen, repeated, need], { ticketId });
  openForm(stage.ui, spec);
  stage.types('дым');
  stage.presses('tab');
  stage.presses('2');
  stage.presses('escape');
  expect(stage.state.overlay).toBeNull();
  expect(stage.toast).toBe('черновик сохранён');
  const [draft] = listDrafts(stage.here.desk);
  expect(draft?.text).toContain('## 1. Что видно\n');
  expect(draft?.text).toContain('дым');

  openForm(stage.ui, spec);
  expect(formOf(stage).focus).toBe('need');
  stage.types('воды');
  stage.presses('ctrl+x');
  expect(given).toEqual([{ seen: 'дым', repeated: 'no', need: 'воды' }]);
  expect(listDrafts(stage.here.desk)).toEqual([]);
});

test('what is typed is in the store before anything is pressed; two forms of one ticket do not mix', async () => {
  using stage = await openWorkStage();
  const ticketId = stage.here.registers('Касса');
  openForm(stage.ui, asking([seen], { ticketId, id: 'one' }).spec);
  stage.types('первое');
  saveForm(stage.ui);
  openForm(stage.ui, asking([seen], { ticketId, id: 'two' }).spec);
  expect(shownForm(stage)).not.toContain('первое');
  stage.types('второе');
  saveForm(stage.ui);
  expect(listDrafts(stage.here.desk)).toHaveLength(2);
  openForm(stage.ui, asking([seen], { ticketId, id: 'one' }).spec);
  expect(shownForm(stage)).toContain('первое');
});

test('an untouched form leaves nothing behind, and one that was emptied again neither', async () => {
  using stage = await openWorkStage();
  const { spec } = asking([{ ...seen, value: 'заполнено заранее' }]);
  openForm(stage.ui, spec);
  saveForm(stage.ui);
  stage.types('!');
  saveForm(stage.ui);
  expect(listDrafts(stage.here.desk)).toHaveLength(1);
  stage.presses('backspace');
  stage.presses('escape');
  expect(listDrafts(stage.here.desk)).toEqual([]);
  expect(stage.toast).toBe('');
});

test('a form that cannot be kept stays open and says why', async () => {
  using stage = await openWorkStage();
  openForm(stage.ui, asking([seen]).spec);
  stage.types('дым');
  const { drafts } = stage.here.desk;
  vi.spyOn(drafts, 'save').mockImplementation(() => {
    throw new UserError('store-locked', { path: 'x' });
  });
  stage.presses('escape');
  expect(formOf(stage).saveFailure?.why).not.toBe('');
  expect(shownForm(stage)).toContain('черновик не сохранён');
  vi.restoreAllMocks();
  stage.presses('escape');
  expect(stage.state.overlay).toBeNull();
  expect(listDrafts(stage.here.desk)).toHaveLength(1);
});

test('all of it is edited as one text and taken back', async () => {
  const edit = vi.fn(async (text: string) => ({
    ok: true as const,
    text: text
      .replace('## 2. Воспроизводится\n<!-- да · нет -->\n', '$&Да\n')
      .replace('дым', 'дым\nи искры\n## 9. не поле')
      .replace('## 4. К какому времени\n', '$&завтра 9\n'),
  }));
  using stage = await openWorkStage({ terminal: { edit } });
  const { spec, given } = asking([seen, repeated, need, until]);
  openForm(stage.ui, spec);
  stage.types('дым');
  stage.presses('tab');
  stage.presses('e');
  await settled();
  expect(edit.mock.calls[0]?.[0]).toContain('# Передать дальше\n');
  expect(edit.mock.calls[0]?.[0]).toContain('<!-- словами того, кто это видит -->');
  stage.presses('tab');
  stage.types('воды');
  stage.presses('ctrl+x');
  expect(given).toEqual([
    {
      seen: 'дым\nи искры\n## 9. не поле',
      repeated: 'yes',
      need: 'воды',
      until: '2026-11-19T06:00:00.000Z',
    },
  ]);
});

test('a choice that the editor does not know is told at its field', async () => {
  const edit = async (text: string) => {
    return { ok: true as const, text: text.replace('нет -->\n', 'нет -->\nнаверное\n') };
  };
  using stage = await openWorkStage({ terminal: { edit } });
  openForm(stage.ui, asking([repeated]).spec);
  stage.presses('e');
  await settled();
  expect(shownForm(stage)).toContain('«наверное»: такого варианта нет');
});

test('a person is found by part of a name, in either layout', async () => {
  using stage = await openWorkStage({}, (here) => {
    here.person('petr', { name: 'Пётр Лодочкин' });
    here.person('maria', { name: 'Мария Ивовая' });
  });
  const watcher: FormField = { ...plain, id: 'who', label: 'Следит', type: 'person' };
  const { spec, given } = asking([watcher, need]);
  openForm(stage.ui, spec);
  stage.types('kjljx');
  expect(shownForm(stage)).toContain('Пётр Лодочкин');
  stage.presses('tab');
  expect(shownForm(stage)).toContain('Пётр Лодочкин');
  stage.types('да');
  stage.presses('ctrl+x');
  const petr = stage.here.desk.people.persons().find(({ login }) => login === 'petr');
  expect(given).toEqual([{ who: petr?.id, need: 'да' }]);
});

test('nobody is no person, and the form says so', async () => {
  using stage = await openWorkStage();
  const watcher: FormField = { ...plain, id: 'who', label: 'Следит', type: 'person' };
  openForm(stage.ui, asking([watcher]).spec);
  stage.types('щщщщщ');
  stage.presses('ctrl+x');
  expect(shownForm(stage)).toContain('! такого человека');
});

test.each([
  ['40', String(40 * 60_000)],
  ['1ч30', String(90 * 60_000)],
  ['1h 30m', String(90 * 60_000)],
  ['полтора часа', String(90 * 60_000)],
  ['25v', String(25 * 60_000)],
])('a length of time is taken as people write it: %s', async (typed, ms) => {
  using stage = await openWorkStage();
  const spent: FormField = { ...plain, id: 'spent', label: 'Сколько', type: 'duration' };
  const { spec, given } = asking([spent]);
  openForm(stage.ui, spec);
  stage.types(typed);
  stage.presses('ctrl+x');
  expect(given).toEqual([{ spent: ms }]);
});

test('a number is taken with a comma and with spaces; anything else is none', async () => {
  using stage = await openWorkStage();
  const amount: FormField = { ...plain, id: 'amount', label: 'Сумма', type: 'number' };
  const { spec, given } = asking([amount]);
  openForm(stage.ui, spec);
  stage.types('много');
  stage.presses('ctrl+x');
  expect(shownForm(stage)).toContain('! здесь нужно число');
  stage.presses('ctrl+u');
  stage.types('1 200,50');
  stage.presses('ctrl+x');
  expect(given).toEqual([{ amount: '1200.50' }]);
});

test('boxes are ticked with Space', async () => {
  using stage = await openWorkStage();
  const box = (id: string, label: string): FormField => ({ ...plain, id, label, type: 'box' });
  const { spec, given } = asking([box('a', 'Проверено'), box('b', 'Описано')]);
  openForm(stage.ui, spec);
  stage.presses('space');
  expect(shownForm(stage)).toContain('[x] Проверено');
  stage.presses('down');
  stage.presses('space');
  stage.presses('space');
  stage.presses('ctrl+x');
  expect(given).toEqual([{ a: 'yes', b: '' }]);
});

test('what stood there and was not touched goes back as it came, also a time that has passed', async () => {
  using stage = await openWorkStage();
  const past = '2026-01-11T07:00:00.000Z';
  const { spec, given } = asking([{ ...until, value: past }, need]);
  openForm(stage.ui, spec);
  expect(shownForm(stage)).toContain('11.01.2026 10:00');
  stage.presses('tab');
  stage.types('да');
  stage.presses('ctrl+x');
  expect(given).toEqual([{ until: past, need: 'да' }]);
});

test('the keys of the form work in the Russian layout where nothing is typed', async () => {
  let edited = 0;
  const edit = async (text: string) => {
    edited += 1;
    return { ok: true as const, text };
  };
  using stage = await openWorkStage({ terminal: { edit } });
  openForm(stage.ui, asking([repeated]).spec);
  stage.presses('у');
  await settled();
  expect(edited).toBe(1);
});

test('twelve fields fit into 80×24: the one at hand is always in sight, with what is wrong in it', async () => {
  using stage = await openWorkStage({ columns: 80, rows: 24 });
  const many = Array.from({ length: 12 }, (_, i): FormField => {
    return { ...need, id: `f${i}`, label: `Поле ${i + 1}`, hint: `подсказка ${i + 1}` };
  });
  openForm(stage.ui, asking(many).spec);
  stage.presses('ctrl+x');
  for (let i = 0; i < 12; i += 1) {
    const frame = shownForm(stage);
    expect(frame.split('\n')).toHaveLength(22);
    expect(frame).toContain(`› Поле ${i + 1} *`);
    expect(frame).toContain(`подсказка ${i + 1}`);
    expect(frame).toContain('Ctrl+X передать');
    expect(frame).toContain(`поле ${i + 1} из 12`);
    stage.presses('tab');
  }
});

test('a hostile label or text stays text', async () => {
  using stage = await openWorkStage();
  const evil: FormField = { ...need, label: 'A\u001b[31mB', hint: '\u009b2J' };
  openForm(stage.ui, asking([evil], { title: 'T\u001b]0;x\u0007' }).spec);
  stage.pastes('\u001b[2Jтекст');
  expect(shownForm(stage)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u0080-\u009f]/);
});
