import { z } from 'zod';
import { duration, map } from '../desk/words.ts';
import type { Choice } from './answer.ts';
import { actionSchema, choicesSchema, replySchema } from './answer-schema.ts';
import { onePointsOf, pointsIn } from './points-schema.ts';
import { always, routes } from './route-schema.ts';
import type { Injection, OpenPoints, Step } from './scenario.ts';
import { instant, maybeSpeech, moodChange, name, named, names, speech, value } from './words.ts';

const injection = map({
  from: name,
  text: speech,
  after: duration.default(0),
  attach: names.default([]),
  ticket: name.nullable().default(null),
  byLead: z.boolean().default(false),
}).transform(({ byLead, ...one }): Injection => ({ ...one, isByLead: byLead }));

const openPoints = map({
  attachment: name.nullable().default(null),
  article: articleId().nullable().default(null),
  ...pointsIn,
  rule: maybeSpeech,
}).transform((given, context): OpenPoints => {
  if ((given.attachment === null) === (given.article === null)) {
    context.addIssue({ code: 'custom', message: 'open-what' });
  }
  const { points, section } = onePointsOf(given, context) ?? { points: 0, section: '' };
  return { ...given, points, section };
});

/** Ids of articles are names of files. */
export function articleId() {
  return z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'no-code');
}

const time = map({
  soft: duration,
  hard: duration,
  section: name.nullable().default(null),
});
/** How soon an answer is expected. */
export const timeSchema = time;

const ping = map({
  after: z.union([z.literal('promise'), duration], 'no-duration'),
  text: speech,
  mood: moodChange.default(-1),
});

const besides = ['open', 'wait', 'note'] as const;

const step = map({
  client: maybeSpeech,
  narrator: maybeSpeech,
  attach: names.default([]),
  inject: z.array(injection).default([]),
  after: duration.nullable().default(null),
  at: instant.nullable().default(null),
  mood: moodChange.default(0),
  flags: names.default([]),
  set: named(value),
  // Looking things up, waiting and writing down are open to everybody, always, unless a step is strict.
  allow: z.array(z.enum(besides)).default([...besides]),
  open: z.array(openPoints).default([]),
  time: time.nullable().default(null),
  ping: ping.nullable().default(null),
  reply: replySchema.nullable().default(null),
  choices: choicesSchema.default([]),
  action: actionSchema.nullable().default(null),
  actions: z.array(actionSchema).default([]),
  goto: name.nullable().default(null),
  routes: routes.default([]),
  end: z.enum(['good', 'mediocre', 'bad']).nullable().default(null),
  text: maybeSpeech,
  reference: maybeSpeech,
  hints: z.array(speech).max(3).default([]),
});

type Written = z.output<typeof step>;

/** One step of a scenario, without its id. */
export const stepSchema = step.transform((written, context): Omit<Step, 'id'> => {
  for (const { path, code } of [...faultsOf(written), ...choicesTwice(written)]) {
    context.addIssue({ code: 'custom', message: code, path: [...path] });
  }
  const { action, actions, goto, text, end, choices, ...rest } = written;
  return {
    ...rest,
    choices: choices.map((choice, index) => choiceOf(choice, index, written)),
    actions: [...(action ? [action] : []), ...actions],
    routes: goto === null ? rest.routes : [always(goto)],
    end: end === null ? null : { kind: end, text: text ?? '' },
  };
});

function choiceOf(
  { id, sends, ...choice }: Written['choices'][number],
  index: number,
  { client }: Written,
): Choice {
  const isSent = sends ?? (client !== null || choice.promise !== null);
  return { ...choice, id: id ?? `choice-${index + 1}`, isSent };
}

interface Fault {
  /** The key that is wrong. */
  readonly path: readonly (string | number)[];
  readonly code: string;
}

/** What makes no sense together. */
function faultsOf(step: Written): readonly Fault[] {
  const takesAnswer =
    step.reply !== null ||
    step.choices.length > 0 ||
    step.action !== null ||
    step.actions.length > 0;
  const goesOn = step.goto !== null || step.routes.length > 0;
  const faults: Fault[] = [];
  const tell = (code: string, ...path: string[]) => faults.push({ path, code });
  if (step.end !== null && (takesAnswer || goesOn)) tell('end-goes-on', 'end');
  if (step.end !== null && step.text === null) tell('end-without-text', 'end');
  if (step.end === null && !takesAnswer && !goesOn) tell('step-does-nothing');
  if (goesOn && (takesAnswer || (step.goto !== null && step.routes.length > 0))) {
    tell('step-many-ways', step.goto === null ? 'routes' : 'goto');
  }
  if (step.time !== null && step.time.soft > step.time.hard) tell('time-order', 'time', 'hard');
  return faults;
}

function choicesTwice({ choices }: Written): readonly Fault[] {
  const ids = choices.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    const isTwice = id !== null && ids.indexOf(id) < index;
    return isTwice ? [{ path: ['choices', index, 'id'], code: 'choice-twice' }] : [];
  });
}
