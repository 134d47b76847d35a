import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changed, kettle } from '../support/scenario-text.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

function file(name: string, text: string): string {
  const path = join(desk.folder, name);
  writeFileSync(path, text);
  return path;
}

describe('practice check', () => {
  it('says nothing of a file that is all right', async () => {
    const ran = await desk.run([
      'practice',
      'check',
      file('kettle.scenario.yaml', kettle),
      '--json',
    ]);
    expect([ran.code, JSON.parse(ran.out)]).toEqual([
      0,
      { files: 1, scenarios: 1, errors: [], warnings: [] },
    ]);
  });

  it('tells everything that is wrong, each with its place, and ends with 1', async () => {
    const text = changed(
      kettle,
      [
        '{fact: ask_model, points: 4, section: facts, required: true}',
        '{fact: ask_model, wieght: 4}',
      ],
      ['has: [ask_model], goto: pick', 'has: [ask_model], goto: pikc'],
      ['fail: ["Модель не та."]', 'fail: ["Подскажите модель!"]'],
      ['  end_good:\n', '  lonely:\n    goto: pick\n  end_good:\n'],
      ['client: |\n      Что вам нужно-то?', 'client: Что нужно?'],
    );
    const path = file('kettle.scenario.yaml', text);
    const ran = await desk.run(['practice', 'check', path, '--json', '--lang', 'en']);
    const { errors, warnings } = JSON.parse(ran.out);
    expect(ran.code).toBe(1);
    expect(errors[0]).toEqual({
      ...{ file: path, line: 36, column: 29, path: 'steps.open.reply.expect.0.wieght' },
      ...{ severity: 'error', code: 'key-unknown' },
      message:
        'There is no key “wieght” here. Possible: fact, points, section, required, why, rule.',
    });
    expect(errors.map((one: { line: number; path: string }) => `${one.line} ${one.path}`)).toEqual([
      '36 steps.open.reply.expect.0.wieght',
      '41 steps.open.reply.routes.1.goto',
      '70 steps.lonely',
      '89 facts.ask_model.examples.fail.0',
    ]);
    expect(warnings).toMatchObject([{ line: 47, code: 'text-plain', severity: 'warning' }]);
    const told = await desk.run(['practice', 'check', path]);
    expect(told.out).toContain(
      `${path}:41:36 steps.open.reply.routes.1.goto ошибка: В steps нет «pikc». Есть: pick,`,
    );
    expect(told.err).toBe('Файлов: 1, сценариев: 1. Ошибок: 4, замечаний: 1.\n');
  });

  it('looks through folders, and tells one that has nothing to check', async () => {
    const folder = join(desk.folder, 'mine');
    mkdirSync(folder);
    const facts =
      'format: smena-facts/1\nversion: 1\nfacts:\n  x:\n    any: [[[спасибо]]]\n    examples: {pass: ["привет"], fail: ["нет"]}\n';
    writeFileSync(join(folder, 'facts.yaml'), facts);
    writeFileSync(join(folder, 'other.yaml'), 'a: 1\n');
    writeFileSync(join(folder, 'kettle.scenario.yaml'), kettle);
    const { files, scenarios, errors } = JSON.parse(
      (await desk.run(['practice', 'check', folder, '--json'])).out,
    );
    expect([files, scenarios, errors.length, errors[0].code]).toEqual([
      2,
      1,
      1,
      'example-not-found',
    ]);
    mkdirSync(join(desk.folder, 'empty'));
    expect(await desk.run(['practice', 'check', join(desk.folder, 'empty')])).toMatchObject({
      code: 1,
      out: '',
    });
  });

  it('takes a step that it cannot read for what it is: the first, which leads somewhere', async () => {
    const broken = changed(kettle, ['start: open\n', ''], ['        - {else: nudge}\n', '']);
    const astray = changed(broken, ['goto: end_bad}', 'goto: end_bda}']);
    const path = file('kettle.scenario.yaml', astray);
    const { errors } = JSON.parse((await desk.run(['practice', 'check', path, '--json'])).out);
    const lines = astray.split('\n');
    expect(errors.map((one: { path: string; code: string }) => [one.path, one.code])).toEqual([
      ['steps.open.reply.routes', 'routes-no-else'],
      ['steps.open.reply.routes.0.goto', 'name-unknown'],
      ['steps.nudge', 'step-unreachable'],
      ['steps.end_bad', 'step-unreachable'],
    ]);
    expect(lines[errors[1].line - 1]).toContain('end_bda');
  });

  it('tells a file that is not there beside what is wrong with the others', async () => {
    const wrong = file('x.scenario.yaml', 'format: smena-scenario/0\n');
    const nowhere = join(desk.folder, 'nowhere');
    const ran = await desk.run(['practice', 'check', nowhere, wrong, '--json']);
    const { errors } = JSON.parse(ran.out);
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(errors).toMatchObject([
      { file: nowhere, line: 1, column: 1, path: '', code: 'file-missing' },
      { file: wrong, code: 'format-unknown' },
    ]);
  });

  it('shows hostile text harmless', async () => {
    const text = changed(kettle, ['goto: end_bad}', 'goto: "\\e]0;x\\a\\e[31m"}']);
    const { out, code } = await desk.run(['practice', 'check', file('x.scenario.yaml', text)], {
      columns: 300,
    });
    expect([code, out.includes('\u001b'), out.includes('\u0007')]).toEqual([1, false, false]);
  });
});

describe('practice list', () => {
  it('tells the scenarios by these keys', async () => {
    const folder = join(desk.folder, 'content/scenarios');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'kettle.scenario.yaml'), kettle);
    writeFileSync(join(folder, 'broken.scenario.yaml'), 'format: smena-scenario/0\n');
    const listed = JSON.parse((await desk.run(['practice', 'list', '--json'])).out);
    expect(listed.find(({ id }: { id: string }) => id === 'kettle')).toEqual({
      ...{ id: 'kettle', title: 'Чайник не греет', kind: 'dialogue', line: 2, difficulty: 1 },
      ...{ skills: ['facts'], minutes: 5, langs: ['ru'] },
    });
    expect((await desk.run(['practice', 'list'])).out).toContain(
      'kettle · Чайник не греет · диалог, линия 2',
    );
  });
});
