import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskProblem } from '../../../src/content/desk/desk-problem.ts';
import { loadPack } from '../../../src/content/desk/load-pack.ts';
import { bankPack, defaultPack, PackFolder } from '../../support/pack-folder.ts';

function problemsOf(pack: PackFolder): readonly DeskProblem[] {
  const loaded = loadPack([pack.path, defaultPack]);
  return loaded.ok ? [] : loaded.problems;
}

/** What is told, as `file:line:column path code`. */
function told(pack: PackFolder): readonly string[] {
  return problemsOf(pack).map(({ file, line, column, path, code }) => {
    const name = file.replace(pack.path, '').replace(defaultPack, 'default').replace(/^\//, '');
    return `${name}:${line}:${column} ${path} ${code}`;
  });
}

const both = '{ru: я, en: z}';

/** A pack of one file, and all that is wrong with it. */
type Case = readonly [what: string, file: string, text: string, expected: readonly string[]];

const cases: readonly Case[] = [
  ['an empty file', 'lines.yaml', '', ['lines.yaml:1:1  file-empty']],
  ['a file with nothing but remarks', 'lines.yaml', '# later\n', ['lines.yaml:1:1  file-empty']],
  ['broken syntax', 'ladders.yaml', '- {code: a\n', ['ladders.yaml:2:1  yaml-indent']],
  ['a tab', 'desk.yaml', 'name:\n\tru: a\n', ['desk.yaml:2:1  yaml-tab']],
  [
    'a key that is there twice',
    'matrix.yaml',
    'impacts: []\nimpacts: []\n',
    ['matrix.yaml:2:1  yaml-twice'],
  ],
  [
    'a tab inside of an item, once',
    'lines.yaml',
    '- code: "1"\n\tname: A\n',
    ['lines.yaml:2:1  yaml-tab'],
  ],
  ['an alias of nothing', 'lines.yaml', '- *ghost\n', ['lines.yaml:1:3  yaml-alias']],
  ['a list that holds itself', 'lines.yaml', '&a [*a]\n', ['lines.yaml:1:5  yaml-alias']],
  ['two documents', 'risks.yaml', '[]\n---\n[]\n', ['risks.yaml:2:1  yaml-documents']],
  ['a text in the place of a list', 'queues.yaml', 'all\n', ['queues.yaml:1:1  needs-list']],
  [
    'a misspelt key, a wrong type and a missing value at once',
    'risks.yaml',
    `- code: money\n  nmae: ${both}\n  lines: "3"\n`,
    [
      'risks.yaml:1:3 0.name key-missing',
      'risks.yaml:2:3 0.nmae key-unknown',
      'risks.yaml:3:10 0.lines needs-list',
    ],
  ],
  [
    'a name in one language',
    'risks.yaml',
    '- {code: money, name: {ru: Деньги}, lines: ["3"]}\n',
    ['risks.yaml:1:23 0.name.en key-missing'],
  ],
  [
    'codes of lines, intervals and people that no other file has',
    'duties.yaml',
    `- {code: a, name: ${both}, calendar: nights, role: night, people: [ghost]}\n`,
    [
      'duties.yaml:1:45 0.calendar reference-unknown',
      'duties.yaml:1:75 0.people.0 reference-unknown',
    ],
  ],
  [
    'a code that is there twice',
    'risks.yaml',
    `- {code: a, name: ${both}, lines: ["3"]}\n- {code: a, name: ${both}, lines: ["3"]}\n`,
    ['risks.yaml:2:10 1.code code-twice'],
  ],
  [
    'a rule for a line and a calendar that are not there',
    'routing.yaml',
    `- code: a
  name: ${both}
  when: {inside: office}
  line: "5"
  assign: skills
  skills: [core]
`,
    [
      'routing.yaml:3:18 0.when.inside reference-unknown',
      'routing.yaml:4:9 0.line reference-unknown',
    ],
  ],
  [
    'a rule that does nothing, and one that looks for skills without naming any',
    'routing.yaml',
    `- {code: a, name: ${both}}\n- {code: b, name: ${both}, assign: [skills]}\n`,
    ['routing.yaml:1:3 0 rule-does-nothing', 'routing.yaml:2:43 1.assign skills-missing'],
  ],
  [
    'a ladder that leads back to itself',
    'ladders.yaml',
    `- {code: a, name: ${both}, next: b, steps: [{role: lead}]}
- {code: b, name: ${both}, next: c, steps: [{role: lead}]}
- {code: c, name: ${both}, next: b, steps: [{role: lead}]}
`,
    ['ladders.yaml:2:41 1.next ladder-cycle'],
  ],
  [
    'a step that calls nobody, one that calls two, and one by a duty that is not there',
    'ladders.yaml',
    `- code: a
  name: ${both}
  steps:
    - {wait: 5m}
    - {role: lead, person: anna}
    - {duty: nights}
`,
    ['ladders.yaml:4:7 0.steps.0 no-target', 'ladders.yaml:5:7 0.steps.1 no-target'],
  ],
  [
    'intervals that overlap, end before they begin, and a zone that does not exist',
    'calendars.yaml',
    `- code: always
  name: ${both}
  timeZone: Europe/Moskow
  week:
    mon: [["09:00", "13:00"], ["12:00", "18:00"]]
    tue: [["18:00", "09:00"]]
    wen: [["09:00", "18:00"]]
`,
    [
      'calendars.yaml:3:13 0.timeZone zone-unknown',
      'calendars.yaml:5:31 0.week.mon.1 intervals-overlap',
      'calendars.yaml:6:11 0.week.tue.0 end-before-start',
      'calendars.yaml:7:5 0.week.wen weekday-unknown',
    ],
  ],
  [
    'hours that are no intervals',
    'calendars.yaml',
    `- code: always
  name: ${both}
  week:
    mon: ["09:00-18:00"]
    tue: [["09:00"]]
    wed: 9-18
    thu: [[9, "18:00"]]
`,
    [
      'calendars.yaml:4:11 0.week.mon.0 no-interval',
      'calendars.yaml:5:11 0.week.tue.0 no-interval',
      'calendars.yaml:6:10 0.week.wed needs-list',
      'calendars.yaml:7:12 0.week.thu.0.0 no-clock-time',
    ],
  ],
  [
    'a ladder that does not end beside steps that cannot be read',
    'ladders.yaml',
    `- {code: a, name: A, next: b, steps: [{role: wizard}]}
- {code: b, name: B, next: c, steps: [{role: lead, wait: soon}]}
- {code: c, name: C, next: a, steps: []}
`,
    [
      'ladders.yaml:1:28 0.next ladder-cycle',
      'ladders.yaml:1:46 0.steps.0.role value-unknown',
      'ladders.yaml:2:58 1.steps.0.wait no-duration',
      'ladders.yaml:3:38 2.steps too-few',
    ],
  ],
  [
    'a status that nothing leads to beside one that cannot be read',
    'statuses.yaml',
    `- {code: new, name: A, isOpen: maybe, pausesSla: false, showsDeadline: true, next: [open, closed]}
- {code: open, name: B, isOpen: true, pausesSla: false, showsDeadline: true, next: [resolved, waiting-customer]}
- {code: waiting-customer, name: C, isOpen: true, pausesSla: true, showsDeadline: true, next: [open]}
- {code: scheduled, name: D, isOpen: true, pausesSla: true, showsDeadline: true, next: [open]}
- {code: resolved, name: E, isOpen: false, pausesSla: true, showsDeadline: true, next: [open, closed]}
- {code: closed, name: F, isOpen: false, pausesSla: true, showsDeadline: true, next: [open]}
`,
    ['statuses.yaml:1:32 0.isOpen needs-yes-no', 'statuses.yaml:4:10 3.code status-unreachable'],
  ],
  [
    'a calendar without hours, with days that do not exist, by an unknown production calendar',
    'calendars.yaml',
    `- code: always
  name: ${both}
  week: {}
  holidays: ["2026-02-30"]
  production: mars
`,
    [
      'calendars.yaml:3:9 0.week no-hours',
      'calendars.yaml:4:14 0.holidays.0 no-date',
      'calendars.yaml:5:15 0.production reference-unknown',
    ],
  ],
  [
    'a rule with a kind that is not there beside a calendar and a line that are not',
    'routing.yaml',
    `- {code: a, name: A, when: {outside: moon, lines: ["5"], kinds: [sorrow]}, line: "4"}\n`,
    [
      'routing.yaml:1:38 0.when.outside reference-unknown',
      'routing.yaml:1:52 0.when.lines.0 reference-unknown',
      'routing.yaml:1:66 0.when.kinds.0 value-unknown',
      'routing.yaml:1:82 0.line reference-unknown',
    ],
  ],
  [
    'works that end before they begin',
    'works.yaml',
    `- {code: a, title: ${both}, from: "2026-11-29T04:00+03:00", to: "2026-11-28T22:00+03:00"}\n`,
    ['works.yaml:1:72 0.to window-backwards'],
  ],
  [
    'a policy without an end, by a calendar that is not there, red before amber',
    'policies.yaml',
    `- code: a
  name: ${both}
  when: {priorities: P1}
  calendar: office
  firstAnswer: 1 hour
  calendarOf: {resolve: office}
`,
    [
      'policies.yaml:1:1  policy-no-fallback',
      'policies.yaml:4:13 0.calendar reference-unknown',
      'policies.yaml:5:16 0.firstAnswer.default no-duration',
      'policies.yaml:6:25 0.calendarOf.resolve reference-unknown',
    ],
  ],
  [
    'policies that leave tickets out',
    'policies.yaml',
    `- code: a
  name: ${both}
  when: {priorities: P1}
  calendar: office
  red: {before: 2h, share: 0.5}
`,
    [
      'policies.yaml:1:1  policy-no-fallback',
      'policies.yaml:4:13 0.calendar reference-unknown',
      'policies.yaml:5:8 0.red policy-red-before-amber',
    ],
  ],
  [
    'a policy behind the one that fits everything',
    'policies.yaml',
    `- {code: a, name: ${both}, calendar: always}\n- {code: b, name: ${both}, calendar: always}\n`,
    ['policies.yaml:2:10 1.code policy-never-reached'],
  ],
  [
    'fields that cannot be filled',
    'kinds.yaml',
    `- code: incident
  name: ${both}
  defaultLine: "5"
  risk: money
  fields:
    - {code: a, name: ${both}, type: choice}
    - {code: b, name: ${both}, when: {field: c, is: x}}
    - {code: d, name: ${both}, type: yes-no}
    - {code: e, name: ${both}, when: {field: d, is: maybe}}
    - {code: e, name: ${both}}
`,
    [
      'kinds.yaml:3:16 0.defaultLine reference-unknown',
      'kinds.yaml:4:9 0.risk reference-unknown',
      'kinds.yaml:6:7 0.fields.0 field-choices-missing',
      'kinds.yaml:7:53 0.fields.1.when.field field-condition-unknown',
      'kinds.yaml:9:60 0.fields.3.when.is.0 field-condition-value',
      'kinds.yaml:10:14 0.fields.4.code code-twice',
    ],
  ],
  [
    'a matrix of another size, with a priority that is not there',
    'matrix.yaml',
    `impacts: [{code: a, name: ${both}}, {code: b, name: ${both}}]
urgencies: [{code: a, name: ${both}}]
table:
  - [P1, P2]
`,
    ['matrix.yaml:4:3 table matrix-rows', 'matrix.yaml:4:5 table.0 matrix-columns'],
  ],
  [
    'a priority that does not exist in the table',
    'matrix.yaml',
    `impacts: [{code: a, name: ${both}}]\nurgencies: [{code: a, name: ${both}}]\ntable: [[P7]]\n`,
    ['matrix.yaml:3:10 table.0.0 value-unknown'],
  ],
  [
    'permissions that let nobody change the desk, of a role that does not exist',
    'permissions.yaml',
    'note: {engineer-9: yes}\nchange-desk: {lead: own}\nfly: {head: yes}\n',
    ['permissions.yaml:1:8 note.engineer-9 key-unknown', 'permissions.yaml:3:1 fly key-unknown'],
  ],
  [
    'a desk that nobody may change',
    'permissions.yaml',
    'change-desk: {lead: own}\n',
    ['permissions.yaml:1:14 change-desk desk-locked'],
  ],
  [
    'a limit that the program does not know',
    'permissions.yaml',
    'change-desk: {head: yes, lead: sometimes}\n',
    ['permissions.yaml:1:32 change-desk.lead value-unknown'],
  ],
  [
    'people of a line and a role that are not there, with one login for two',
    'people.yaml',
    `- {login: a, name: А, role: lead, line: "5"}\n- {login: a, name: Б, role: boss, line: "1"}\n`,
    [
      'people.yaml:1:41 0.line reference-unknown',
      'people.yaml:2:11 1.login code-twice',
      'people.yaml:2:29 1.role value-unknown',
    ],
  ],
  [
    'a day of another year in a production calendar',
    'production.yaml',
    `- code: ru
  name: ${both}
  years:
    - {year: 2026, basis: a, isOfficial: false, holidays: ["2027-01-01"], shortened: []}
`,
    ['production.yaml:4:60 0.years.0.holidays.0 production-year'],
  ],
];

describe('everything that is wrong is told at its place', () => {
  it.each(cases)('%s', (_, file, text, expected) => {
    using pack = new PackFolder().write(file, text);
    expect(told(pack)).toEqual(expected);
  });

  it('of all files at once', () => {
    using pack = PackFolder.of(defaultPack)
      .change('lines.yaml', 'code: "3"', 'code: "4"')
      .change('policies.yaml', 'calendar: always', 'calendar: office')
      .change('statuses.yaml', 'scheduled, resolved, closed, merged]', 'resolved, closed]')
      .change('matrix.yaml', '  - [P2, P2, P1, P1]\n', '');
    expect(told(pack).map((line) => line.split(' ').at(-1))).toEqual([
      'matrix-rows',
      'reference-unknown',
    ]);
  });

  it('a rename of a status that the program does not know', () => {
    using pack = PackFolder.of(defaultPack);
    const renames = 'renames: {lines: {"2": "3"}, statuses: {lost: open}}\n';
    pack.write('desk.yaml', `${pack.read('desk.yaml')}${renames}`);
    expect(told(pack).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      'renames.lines.2 rename-kept',
      'renames.statuses.lost key-unknown',
    ]);
  });

  it('of the desk itself, too', () => {
    using pack = PackFolder.of(defaultPack)
      .change('desk.yaml', 'language: ru', 'language: fr')
      .change('desk.yaml', 'from: "08:00", to: "20:00"', 'from: "08:00", to: "08:00"');
    expect(told(pack).map((line) => line.split(' ').at(-1))).toEqual([
      'value-unknown',
      'shift-empty',
    ]);
  });

  it('what the shipped files ask of those of the pack, there and once', () => {
    using pack = new PackFolder().write('calendars.yaml', '- {code: day, name: D, week: always}\n');
    expect(problemsOf(pack)).toEqual([
      {
        ...{ file: `${pack.path}/calendars.yaml`, line: 1, column: 1, path: '' },
        code: 'reference-borrowed',
        params: { file: 'policies.yaml', value: 'always', known: 'day' },
      },
    ]);
  });

  it('a skill that nobody of the pack has', () => {
    using pack = new PackFolder()
      .write('people.yaml', '- {login: a, name: A, role: lead, line: "1", skills: [db]}\n')
      .write('routing.yaml', '- {code: a, name: A, assign: skills, skills: [db, core]}\n');
    expect(told(pack)).toEqual(['routing.yaml:1:51 0.skills.1 skill-unknown']);
  });

  it('lines of which none talks to the customer', () => {
    using pack = PackFolder.of(defaultPack);
    const silent = pack
      .read('lines.yaml')
      .replaceAll('talksToCustomer: yes', 'talksToCustomer: via');
    pack.write('lines.yaml', silent);
    expect(told(pack)).toEqual(['lines.yaml:4:1  no-talking-line']);
  });

  it('statuses that nothing leads to, that lead nowhere, or that are not there', () => {
    using pack = PackFolder.of(defaultPack);
    const statuses = pack
      .read('statuses.yaml')
      .replaceAll(', scheduled', '')
      .replace(/^(- \{code: waiting-third-party.*next: )\[.*\]/m, '$1[waiting-third-party]')
      .replace(/^- \{code: resolved.*\n/m, '');
    pack.write('statuses.yaml', statuses);
    const codes = told(pack).map((line) => line.split(' ').slice(1).join(' '));
    expect(codes).toContain(' status-needed');
    expect(codes).toContain('3.next.0 status-to-itself');
    expect(codes).toContain('3.code status-without-end');
    expect(codes).toContain('4.code status-unreachable');
    expect(codes).toContain('0.next.3 reference-unknown');
  });

  it('a rename of what is still there, and to what is not', () => {
    using pack = PackFolder.of(defaultPack);
    const renames = 'renames: {lines: {"2": "3", "4": "5"}}\n';
    pack.write('desk.yaml', `${pack.read('desk.yaml')}${renames}`);
    expect(told(pack).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      'renames.lines.2 rename-kept',
      'renames.lines.4 reference-unknown',
    ]);
  });
});

describe('a hostile file', () => {
  it('that nests without end is told, not followed', () => {
    using pack = new PackFolder().write('works.yaml', '['.repeat(100_000));
    expect(told(pack)[0]).toMatch(/^works\.yaml:\d+:\d+ {2}yaml-(deep|broken)$/);
  });

  it('whose aliases multiply is told, not unfolded', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [at, name] of ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].entries()) {
      const before = 'abcdefghi'[at];
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
    }
    using pack = new PackFolder().write('works.yaml', bomb.join('\n'));
    expect(told(pack)).toEqual(['works.yaml:1:1  yaml-aliases']);
  });

  it('that is huge, or no text at all, is not read', () => {
    using pack = new PackFolder()
      .write('works.yaml', `# ${'x'.repeat(600 * 1024)}\n[]\n`)
      .write('risks.yaml', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]));
    expect(told(pack)).toEqual(['risks.yaml:1:1  not-utf8', 'works.yaml:1:1  file-too-large']);
  });

  it('never breaks the check, whatever is done to a pack', () => {
    using pack = PackFolder.of(bankPack);
    const files = ['desk', 'lines', 'statuses', 'kinds', 'matrix', 'calendars', 'policies']
      .concat('queues', 'people', 'duties', 'ladders', 'routing', 'works', 'permissions')
      .map((part) => `${part}.yaml`);
    const texts = new Map(files.map((file) => [file, pack.read(file)]));
    const cut = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      insert: fc.oneof(
        fc.string(),
        fc.constantFrom('null', '[]', '{}', '- ', ': ', '&a', '*a', '\n', '"', '99999999999', '[['),
      ),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        for (const { file, at, length, insert } of cuts) {
          const text = texts.get(file) ?? '';
          const from = Math.floor(at * text.length);
          pack.write(file, text.slice(0, from) + insert + text.slice(from + length));
        }
        const loaded = loadPack([pack.path, defaultPack]);
        for (const { file } of cuts) pack.write(file, texts.get(file) ?? '');
        if (loaded.ok) return;
        expect(loaded.problems.length).toBeGreaterThan(0);
        for (const { line, column } of loaded.problems) {
          expect(Math.min(line, column)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
