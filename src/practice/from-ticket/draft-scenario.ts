import { FORMAT } from '../../content/scenario/scenario-schema.ts';
import { type DraftStep, draftSteps, type ReplyFacts, type Scene } from './draft-steps.ts';
import type { DraftTexts } from './draft-texts.ts';
import { shares } from './scored-facts.ts';
import type { StoryFile, TicketStory } from './ticket-story.ts';
import { block, quoted } from './yaml-text.ts';

/** What a scenario is written of. */
export interface DraftOrder {
  readonly id: string;
  readonly story: TicketStory;
  readonly facts: ReplyFacts;
  readonly texts: DraftTexts;
}

const LINT_POINTS = 10;
const MINUTE = 60_000;
const PER_STEP = 3;

interface Draft extends DraftOrder {
  readonly steps: readonly DraftStep[];
  readonly rest: Scene;
  /** Of each scored thing of each step. */
  readonly points: readonly (readonly number[])[];
}

/** The text of a scenario that plays a ticket again; a draft until a person says otherwise. */
export function draftScenario(order: DraftOrder): string {
  const { steps, rest } = draftSteps(order.story, order.facts);
  const weights = steps.flatMap(({ scored }) => scored.map(({ weight }) => weight));
  const all = [...shares(weights, 100 - LINT_POINTS)];
  const points = steps.map(({ scored }) => all.splice(0, scored.length));
  const draft = { ...order, steps, rest, points };
  const parts = [head(draft), files(order.story.files), stepsText(draft), factsText(draft)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head(draft: Draft): string {
  const { id, story, steps, texts } = draft;
  const { customer } = story;
  const minutes = Math.min(60, Math.max(5, steps.length * PER_STEP));
  const sections = [...sectionsOf(draft)].map(([name, most]) => `${name}: ${most}`);
  const hasAction = steps.some(({ deed }) => deed.type === 'acted');
  const { priority, line, kind, channel, zone, lang, title } = story;
  return [
    ...texts.head.split('\n').map((row) => `# ${row}`),
    ...[
      `format: ${FORMAT}`,
      `id: ${id}`,
      `lang: ${lang}`,
      'draft: true',
      `title: ${quoted(title)}`,
    ],
    ...['kind: dialogue', `line: ${line}`, 'difficulty: 3', `minutes: ${minutes}`],
    `skills: [facts, closing${hasAction ? ', record' : ''}]`,
    `pass: 80`,
    `lesson: ${block(texts.lesson, 2)}`,
    `clock: {start: ${instant(story.startedAt)}, tz: ${zone}, perAnswer: 2m}`,
    `sections: {${sections.join(', ')}}`,
    `lints: {section: language, points: ${LINT_POINTS}, perW: 2, zeroOnE: true}`,
    'customer:',
    `  org: ${quoted(customer.org)}`,
    `  name: ${quoted(customer.name)}`,
    `  callName: ${quoted(customer.callName)}`,
    `  role: ${quoted(customer.role)}`,
    ...[`  tz: ${zone}`, `  channel: ${channel}`, '  mood: 3'],
    `ticket: {subject: ${quoted(title)}, priority: ${priority}, line: ${line}, kind: ${kind}}`,
  ].join('\n');
}

function instant(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

function sectionsOf({ steps, points }: Draft): ReadonlyMap<string, number> {
  const sections = new Map([['language', LINT_POINTS]]);
  for (const [index, { scored }] of steps.entries()) {
    for (const [at, { section }] of scored.entries()) {
      sections.set(section, (sections.get(section) ?? 0) + (points[index]?.[at] ?? 0));
    }
  }
  return new Map([...sections].filter(([, most]) => most > 0));
}

function files(all: readonly StoryFile[]): string {
  if (all.length === 0) return '';
  const rows = all.map(({ id, name, isInternal, text }) => {
    const seen = isInternal ? '\n    visibility: internal' : '';
    return `  ${id}:\n    name: ${quoted(name)}${seen}\n    text: ${block(text, 6)}`;
  });
  return `attachments:\n${rows.join('\n')}`;
}

function stepsText(draft: Draft): string {
  const { steps, rest, texts } = draft;
  const bodies = steps.map((step, index) => {
    const isLast = index === steps.length - 1;
    const next = isLast ? (hasScene(rest) ? 'after' : null) : (steps[index + 1]?.id ?? null);
    return stepText(draft, { step, index, next });
  });
  const after = hasScene(rest)
    ? [[`  after:`, ...sceneRows(rest, texts), ...endRoutes(4)].join('\n')]
    : [];
  const ends = (['good', 'mediocre', 'bad'] as const).map((kind) => {
    return `  end_${kind}:\n    end: ${kind}\n    text: ${block(texts[kind], 6)}`;
  });
  return `start: step-1\nsteps:\n${[...bodies, ...after, ...ends].join('\n\n')}`;
}

function hasScene({ heard, noted, files: attached }: Scene): boolean {
  return heard.length + noted.length + attached.length > 0;
}

interface Place {
  readonly step: DraftStep;
  readonly index: number;
  /** Null: it is the last one, and ends the run. */
  readonly next: string | null;
}

function stepText(draft: Draft, place: Place): string {
  const { step } = place;
  const rows = [`  ${step.id}:`, ...sceneRows(step.scene, draft.texts)];
  const { deed } = step;
  if (deed.type === 'acted') return [...rows, ...actionRows(draft, place)].join('\n');
  const soft = Math.max(3, Math.min(480, Math.ceil(step.took / MINUTE)));
  return [
    ...rows,
    `    time: {soft: ${soft}m, hard: ${soft * 3}m, section: language}`,
    ...replyRows(draft, place),
    `    reference: ${block(deed.text, 6)}`,
  ].join('\n');
}

function sceneRows({ heard, noted, files: attached, after }: Scene, texts: DraftTexts): string[] {
  const minutes = Math.round(after / MINUTE);
  const isSilent = heard.length + noted.length === 0;
  const told = isSilent ? [minutes > 1 ? texts.later(lengthOf(minutes)) : texts.goOn] : noted;
  return [
    ...(heard.length > 0 ? [`    client: ${block(heard.join('\n\n'), 6)}`] : []),
    ...(told.length > 0 ? [`    narrator: ${block(told.join('\n\n'), 6)}`] : []),
    ...(minutes > 0 ? [`    after: ${Math.min(minutes, 99_999)}m`] : []),
    ...(attached.length > 0 ? [`    attach: [${attached.join(', ')}]`] : []),
  ];
}

function lengthOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function replyRows(draft: Draft, { step, index, next }: Place): string[] {
  const { scored, said } = step;
  const expected = scored.map(({ name, section }, at) => {
    const isRequired = name === said?.id ? ', required: true' : '';
    const points = draft.points[index]?.[at] ?? 0;
    return `        - {fact: ${name}, points: ${points}, section: ${section}${isRequired}}`;
  });
  const missed = said === null || next === null ? '' : ', mood: -1';
  return [
    '    reply:',
    ...(expected.length > 0 ? ['      expect:', ...expected] : []),
    '      forbid:',
    '        - {fact: not_our_side, critical: language, mood: -2}',
    '      routes:',
    '        - {has: [not_our_side], goto: end_bad}',
    ...(said === null || next === null ? [] : [`        - {has: [${said.id}], goto: ${next}}`]),
    ...(next === null ? endRoutes(8).slice(1) : [`        - {else: ${next}${missed}}`]),
  ];
}

function actionRows(draft: Draft, { step, index, next }: Place): string[] {
  if (step.deed.type !== 'acted') return [];
  const { name, fields } = step.deed;
  const rows = fields.map((field, at) => {
    const points = draft.points[index]?.[at] ?? 0;
    const section = step.scored[at]?.section ?? 'record';
    const rule = field.isExact ? `equals: ${quoted(field.text)}` : 'minWords: 3';
    const label = quoted(draft.texts.fields[field.name]);
    return `        ${field.name}: {label: ${label}, ${rule}, points: ${points}, section: ${section}}`;
  });
  const told = fields.map((field) => `${draft.texts.fields[field.name]}: ${field.text}`);
  return [
    '    action:',
    `      name: ${name}`,
    ...(rows.length > 0 ? ['      form:', ...rows] : []),
    '      routes:',
    ...(next === null ? endRoutes(8).slice(1) : [`        - {else: ${next}}`]),
    `    reference: ${block([draft.texts.actions[name], ...told].join('\n'), 6)}`,
  ];
}

/** A customer who was let down too often ends content with nothing. */
function endRoutes(indent: number): string[] {
  const deep = ' '.repeat(indent);
  const rows = ['- {mood: "<=2", goto: end_mediocre}', '- {else: end_good}'];
  const inside = indent === 4 ? '  ' : '';
  return [`${deep}routes:`, ...rows.map((row) => `${deep}${inside}${row}`)];
}

function factsText({ steps, texts }: Draft): string {
  const facts = steps.flatMap(({ deed, said }, index) => {
    if (deed.type !== 'replied' || said === null) return [];
    return [
      `  ${said.id}:`,
      `    title: ${quoted(texts.said(index + 1))}`,
      `    any: [[${said.words.map((word) => `[${JSON.stringify(word)}]`).join(', ')}]]`,
      '    examples:',
      `      pass:\n        - ${block(deed.text, 10)}`,
      `      fail:\n        - ${block(texts.counterExample, 10)}`,
    ];
  });
  return facts.length === 0 ? '' : `facts:\n${facts.join('\n')}`;
}
