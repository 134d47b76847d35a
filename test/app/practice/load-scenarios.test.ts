import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listScenarios } from '../../../src/app/practice/list-scenarios.ts';
import {
  findScenario,
  lexiconFolders,
  loadScenarios,
} from '../../../src/app/practice/load-scenarios.ts';
import { resolvePaths } from '../../../src/config/paths.ts';
import { loadLexicon } from '../../../src/content/lexicon/load-lexicon.ts';
import { changed, kettle } from '../../support/scenario-text.ts';

let root: string;
let desk: { readonly paths: ReturnType<typeof resolvePaths> };
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'smena-scenarios-'));
  desk = { paths: resolvePaths({}, join(root, 'program'), join(root, 'data')) };
});
afterEach(() => rmSync(root, { recursive: true }));

function write(folder: string, name: string, text: string | Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

const ship = (name: string, text: string | Uint8Array) =>
  write(join(desk.paths.content, 'templates/scenarios'), name, text);
const own = (name: string, text: string) =>
  write(join(desk.paths.overlay, 'scenarios'), name, text);

const english = changed(
  kettle,
  ['lang: ru', 'lang: en'],
  ['title: Чайник не греет', 'title: A cold kettle'],
);

describe('the scenarios of a desk', () => {
  it('are listed once, in the language of the person where there is it, without drafts', async () => {
    ship('kettle.scenario.yaml', kettle);
    ship('kettle.en.scenario.yaml', english);
    ship(
      'hard.scenario.yaml',
      changed(kettle, ['id: kettle', 'id: a-hard-one'], ['difficulty: 1', 'difficulty: 5']),
    );
    own('draft.scenario.yaml', changed(kettle, ['id: kettle', 'id: draft\ndraft: true']));
    const told = await listScenarios(desk, 'en');
    expect(told.map(({ id, title, langs }) => [id, title, langs])).toEqual([
      ['kettle', 'A cold kettle', ['ru', 'en']],
      ['a-hard-one', 'Чайник не греет', ['ru']],
    ]);
  });

  it('are the own ones over the shipped ones, by id and language', async () => {
    ship('kettle.scenario.yaml', kettle);
    ship('kettle.en.scenario.yaml', english);
    own('mine.scenario.yaml', changed(kettle, ['title: Чайник не греет', 'title: Наш чайник']));
    expect((await findScenario(desk, 'kettle', 'ru'))?.title).toBe('Наш чайник');
    expect((await findScenario(desk, 'kettle', 'en'))?.title).toBe('A cold kettle');
    expect(await findScenario(desk, 'pot', 'ru')).toBeNull();
  });

  it('stay playable beside broken ones, and a broken own one leaves the shipped one', async () => {
    ship('kettle.scenario.yaml', kettle);
    ship('old.scenario.yaml', changed(kettle, ['scenario/1', 'scenario/0']));
    ship('bytes.scenario.yaml', Uint8Array.of(0xff, 0xfe, 0x00));
    ship(
      'round.scenario.yaml',
      changed(
        kettle,
        ['id: kettle', 'id: round'],
        ['    end: bad\n    text: |\n      Ушли к другим.', '    goto: end_bad'],
      ),
    );
    own('kettle.scenario.yaml', changed(kettle, ['start: open', 'start: opne']));
    const { cards, problems } = await loadScenarios(desk);
    expect(cards.map(({ id, file }) => [id, file.includes('templates')])).toEqual([
      ['kettle', true],
    ]);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'start name-unknown',
      ' not-utf8',
      'format format-unknown',
      'steps.end_bad step-without-end',
      'steps.end_bad step-circle',
    ]);
  });

  it('are seen anew as soon as a file changes', async () => {
    ship('kettle.scenario.yaml', kettle);
    expect((await loadScenarios(desk)).cards).toHaveLength(1);
    ship('pot.scenario.yaml', changed(kettle, ['id: kettle', 'id: pot']));
    expect((await loadScenarios(desk)).cards.map(({ id }) => id)).toEqual(['kettle', 'pot']);
  });
});

describe('the lexicon', () => {
  const facts = (version: number, body: string) =>
    `format: smena-facts/1\nversion: ${version}\nfacts:\n${body}`;
  const greeting = (word: string) =>
    `  greeting:\n    any: [[[${word}]]]\n    examples: {pass: ["${word}"], fail: ["нет"]}\n`;

  it('is the shipped facts with the own ones over them, fact by fact; a broken file keeps out itself', () => {
    const shipped = join(desk.paths.content, 'templates/lexicon/ru');
    write(shipped, 'a.yaml', facts(3, greeting('привет')));
    write(shipped, 'b.yaml', facts(1, '  thanks:\n    any: [[[спасибо]]]\n'));
    write(shipped, 'c.yaml', facts(1, '  empty: {}\n'));
    write(join(desk.paths.overlay, 'lexicon'), 'ru.yaml', facts(7, greeting('салют')));
    const lexicon = loadLexicon(lexiconFolders(desk), 'ru');
    expect([...lexicon.facts.keys()]).toEqual(['greeting', 'thanks']);
    expect(lexicon.facts.get('greeting')?.any).toEqual([[['салют']]]);
    expect(Object.values(lexicon.versions)).toEqual([3, 1, 7]);
    expect(lexicon.problems).toMatchObject([
      { path: 'facts.empty', code: 'fact-without-words', line: 4 },
    ]);
    expect(loadLexicon(lexiconFolders(desk), 'en').facts.size).toBe(0);
  });
});
