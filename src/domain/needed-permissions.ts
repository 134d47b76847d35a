import type { TicketCommand } from './command.ts';
import type { DecideContext } from './decide-context.ts';
import type { Permission } from './permission.ts';
import type { TextEffects } from './text-effects.ts';
import type { Ticket } from './ticket.ts';
import type { Status } from './vocabulary.ts';

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { type: Type }>;
type Needs = readonly Permission[];

/** What a command needs; some need more on some tickets. */
type NeedsOf<Type extends TicketCommand['type']> =
  | Needs
  | ((command: Command<Type>, state: Ticket | null, context: DecideContext) => Needs);

const work: Needs = ['work-on-ticket'];

const table: { readonly [Type in TicketCommand['type']]: NeedsOf<Type> } = {
  register: ({ childIds, ending }) => [
    'register',
    ...(ending === undefined ? [] : work),
    ...(childIds === undefined ? [] : (['merge-tickets'] as const)),
  ],
  import: ['register'],
  receive: ['register'],
  // The clock does it, whoever sits at the screen.
  wake: [],
  'keep-breaches': [],
  route: work,
  take: (_, state, context) => [...work, ...guard(state, context)],
  assign: needsOfAssigning,
  reply: ({ status, effects }, state, context) => {
    return [
      'reply',
      ...needsOfEffects(status, effects, context),
      ...guardDone(status, state, context),
    ];
  },
  note: ({ status = null, effects }, state, context) => {
    return [
      'note',
      ...needsOfEffects(status, effects, context),
      ...guardDone(status, state, context),
    ];
  },
  'log-call': ['reply'],
  'set-status': ({ status }, state, context) => [...work, ...guardDone(status, state, context)],
  schedule: work,
  'set-fields': needsOfFields,
  tag: work,
  promise: work,
  'settle-promise': work,
  resolve: (_, state, context) => [...work, ...guard(state, context)],
  confirm: work,
  'close-by-timeout': ['close-unconfirmed'],
  return: ['return-to-work'],
  reopen: work,
  link: work,
  escalate: ({ to, line }, _, context) => [
    to === 'vendor' || isOutside(line, context) ? 'transfer-to-vendor' : 'transfer-up',
  ],
  'accept-handover': ['accept-handover'],
  'return-handover': ['accept-handover'],
  diagnose: work,
  'write-brief': ['note'],
  'waive-brief': (_, __, { headId }) => [headId === null ? 'grant-exception' : 'take-third-return'],
  'ask-customer': ['ask-through-line'],
  'answer-question': ['note'],
  'grant-voice': ['grant-exception'],
  'log-ladder-call': ['note'],
  'note-vendor': work,
  'fill-details': work,
  'rate-priority': ['set-priority'],
  'add-boxes': work,
  'tick-box': work,
  'remove-box': work,
  'log-time': work,
  spend: ['spend'],
  'finish-stage': work,
  'check-after': work,
  watch: work,
  unwatch: work,
  'close-off-topic': work,
  'link-card': work,
  'close-card': work,
  gather: ['merge-tickets'],
  detach: ['merge-tickets'],
  'merge-into': ['merge-tickets'],
  split: work,
  'write-many': ['message-many'],
  'ask-review': ({ status, effects }, _, context) => {
    return [...work, ...needsOfEffects(status, effects, context)];
  },
  'send-reviewed': ({ status, effects }, state, context) => {
    const { draft } = state?.review ?? {};
    const to = status === undefined ? (draft?.status ?? null) : status;
    return [
      'reply',
      ...needsOfEffects(to, effects ?? draft?.effects, context),
      ...guardDone(to, state, context),
    ];
  },
  'return-review': ['note'],
  // One's own words can always be taken back, and help can always be asked for.
  'withdraw-review': [],
  'ask-help': [],
  'give-help': ['note'],
  'end-help': [],
  'release-message': ({ how }) => [how === 'sent' ? 'reply' : 'note'],
};

/** Everything that a person must be allowed for a command, the most telling first. */
export function neededPermissions(
  command: TicketCommand,
  state: Ticket | null,
  context: DecideContext,
): readonly Permission[] {
  // The row of the table is the one of the command's own type, which the compiler cannot follow.
  const needs = table[command.type] as NeedsOf<typeof command.type>;
  if (typeof needs !== 'function') return needs;
  return (needs as (...given: [TicketCommand, Ticket | null, DecideContext]) => Needs)(
    command,
    state,
    context,
  );
}

/** A ticket that came back too often is the head's, or whose it was made by the head. */
function guard(state: Ticket | null, { desk, headId, actor }: DecideContext): Needs {
  if (state === null || state.returns <= desk.maxReturnsToEngineer || headId === null) return [];
  return state.assigneeId === actor.id ? [] : ['take-third-return'];
}

function guardDone(status: Status | null, state: Ticket | null, context: DecideContext): Needs {
  return status === 'resolved' ? guard(state, context) : [];
}

function needsOfAssigning(
  { personId }: Command<'assign'>,
  state: Ticket | null,
  context: DecideContext,
): Needs {
  const { id } = context.actor;
  const isOwnMatter = personId === id || (personId === null && state?.assigneeId === id);
  return [isOwnMatter ? 'work-on-ticket' : 'assign-others', ...guard(state, context)];
}

function needsOfEffects(
  status: Status | null,
  effects: TextEffects | undefined,
  context: DecideContext,
): Needs {
  const line = effects?.escalation?.line;
  return [
    ...(status !== null || effects?.confirmation ? work : []),
    ...(line === undefined ? [] : [transferTo(line, context)]),
  ];
}

/** What stays as it is needs nobody's leave. */
function needsOfFields(
  { fields }: Command<'set-fields'>,
  state: Ticket | null,
  context: DecideContext,
): Needs {
  const { priority, line, reason: _, ...rest } = fields;
  const needs: Permission[] = Object.keys(rest).length > 0 ? [...work] : [];
  if (priority !== undefined && priority !== state?.priority) needs.push('set-priority');
  if (line !== undefined && line !== state?.line) needs.push(transferTo(line, context));
  return needs;
}

function transferTo(line: string, context: DecideContext): Permission {
  return isOutside(line, context) ? 'transfer-to-vendor' : 'transfer-up';
}

function isOutside(line: string | undefined, { desk }: DecideContext): boolean {
  return desk.lines.some(({ code, isExternal }) => code === line && isExternal);
}
