import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const reason: OptionSpec = { flags: '--reason <text>' };
const review = () => import('../commands/practice-review.ts');
const permit = () => import('../commands/practice-permit.ts');
const certificates = () => import('../commands/practice-certificate.ts');

/** What a desk knows of somebody's learning: runs, verdicts, sign-offs, certificates. */
export const practiceRecordSpecs: readonly CommandSpec[] = [
  {
    name: 'hires',
    load: async () => (await import('../commands/practice-hires.ts')).practiceHires,
  },
  {
    name: 'runs',
    args: ['[person]'],
    options: [{ flags: '--run <id>' }],
    load: async () => (await import('../commands/practice-runs.ts')).practiceRuns,
  },
  {
    name: 'comment',
    args: ['<run>', '[text...]'],
    options: [{ flags: '--line <n>' }],
    load: async () => (await review()).practiceComment,
  },
  {
    name: 'override',
    args: ['<run>', '<mark>'],
    options: [{ flags: '--found' }, { flags: '--not-found' }, reason],
    load: async () => (await review()).practiceOverride,
  },
  {
    name: 'dispute',
    args: ['<run>', '<mark>', '[text...]'],
    load: async () => (await review()).practiceDispute,
  },
  {
    name: 'judge',
    args: ['<run>'],
    options: [{ flags: '--pass' }, { flags: '--fail' }, reason],
    load: async () => (await review()).practiceJudge,
  },
  {
    name: 'retake',
    args: ['<person>', '<scenario>'],
    options: [reason],
    load: async () => (await permit()).practiceRetake,
  },
  {
    name: 'sign-off',
    args: ['<person>', '<channel>'],
    options: [{ flags: '--override' }, { flags: '--withdraw' }, reason],
    load: async () => (await permit()).practiceSignOff,
  },
  {
    name: 'attest',
    args: ['<person>'],
    options: [{ flags: '--months <n>' }],
    load: async () => (await permit()).practiceAttest,
  },
  {
    name: 'certificate',
    args: ['[person]'],
    options: [
      { flags: '--format <format>', choices: ['md', 'html', 'json'] },
      { flags: '-o, --out <path>' },
    ],
    load: async () => (await certificates()).practiceCertificate,
  },
  {
    name: 'verify',
    args: ['<code>'],
    load: async () => (await certificates()).practiceVerify,
  },
];
