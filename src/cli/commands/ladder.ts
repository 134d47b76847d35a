import type { Desk } from '../../app/desk/desk.ts';
import {
  type Climb,
  climbOf,
  logLadderCall,
  type ShownRung,
} from '../../app/people/climb-ladder.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { describeClimb, describeTarget } from '../../i18n/describe-climb.ts';
import { fill } from '../../i18n/fill.ts';
import { routingTexts } from '../../i18n/routing-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import { localTime } from '../local-time.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget } from '../ticket-command.ts';
import { oneOf, wholeNumber } from '../usage-error.ts';

const outcomes = ['answered', 'no-answer'] as const;

/** `smena ladder [REF]`: whom to call, step by step, and who is there now. */
export async function ladder(session: Session, input: CommandInput): Promise<void> {
  const reference = input.argument(0);
  if (reference !== undefined) {
    const { desk, ticket } = await findTarget(session, reference);
    return print(session, desk, ticket);
  }
  return print(session, await session.desk(), null);
}

/** `smena ladder log REF answered|no-answer [--step N]`: what became of a call. */
export async function ladderLog(session: Session, input: CommandInput): Promise<void> {
  const outcome = oneOf(input.required(1), outcomes, '<outcome>');
  const step = input.value('step');
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const { rungs, state } = climbOf(desk, ticket);
  const number = step === undefined ? state.lit?.number : wholeNumber(step, '--step', 1);
  const rung = rungs.find((one) => one.number === number);
  if (!rung)
    throw new UserError('ladder-step-unknown', { step: number ?? '?', most: rungs.length });
  const done = accepted(target, logLadderCall(desk, ticket.id, rung, outcome));
  return print(session, desk, done.ticket);
}

function print(session: Session, desk: Desk, ticket: Ticket | null): void {
  const { output } = session;
  const climb = climbOf(desk, ticket);
  if (output.isJson) return output.json(climbJson(desk, ticket, climb));
  const texts = routingTexts(desk.language);
  if (climb.rungs.length === 0) return output.talk(texts.ladder.empty);
  const head = ticket ? `${texts.ladder.title}: ${ticket.number}` : texts.ladder.title;
  output.row(head);
  for (const rung of climb.rungs) output.row(rungLine(desk, rung, climb));
  const now = desk.clock.now();
  const person = (id: string | null) => (id === null ? null : (desk.people.person(id)?.name ?? id));
  const clock = (at: number) => moment(at, desk);
  const said = describeClimb(climb.state, { language: desk.language, now, clock, person });
  output.row(said);
}

function rungLine(desk: Desk, rung: ShownRung, { state }: Climb): string {
  const { ladder: w, nobody } = routingTexts(desk.language);
  const { person, call } = rung;
  const isLit = state.lit?.number === rung.number;
  const who = person
    ? [
        person.name,
        person.phone ?? w.noPhone,
        fill(w.localTime, { time: localTime(desk, person, desk.clock.now()) }),
      ]
    : [`${nobody} (${w.nobodyOnStep})`];
  const said = call ? (call.outcome === 'answered' ? w.answered : w.noAnswer) : null;
  const parts = [
    targetName(desk, rung),
    ...who,
    w.means[rung.means],
    ...(call && said ? [fill(said, { time: moment(call.at, desk) })] : []),
    ...(isLit ? [w.lit] : []),
  ];
  return `${isLit ? '▶' : ' '} ${rung.number}. ${parts.join(' · ')}`;
}

function targetName({ config, language }: Desk, rung: ShownRung): string {
  return describeTarget(rung, config.duties, language);
}

function climbJson(desk: Desk, ticket: Ticket | null, { rungs, state }: Climb) {
  const now = desk.clock.now();
  const { answered } = state;
  const answeredBy = answered?.personId ? desk.people.person(answered.personId) : null;
  return {
    ticket: ticket?.number ?? null,
    at: iso(now),
    lit: state.lit?.number ?? null,
    next: state.next?.number ?? null,
    nextAt: iso(state.nextAt),
    answeredBy: answeredBy?.name ?? null,
    answeredById: answeredBy?.id ?? null,
    answeredAt: iso(answered?.at ?? null),
    steps: rungs.map((rung) => ({
      step: rung.number,
      ladder: rung.ladder.code,
      target: targetName(desk, rung),
      means: rung.means,
      waitMinutes: Math.round(rung.waitMs / 60_000),
      person: rung.person?.name ?? null,
      personId: rung.person?.id ?? null,
      phone: rung.person?.phone ?? null,
      timeZone: rung.person ? (rung.person.timeZone ?? desk.config.timeZone) : null,
      localTime: rung.person ? localTime(desk, rung.person, now) : null,
      outcome: rung.call?.outcome ?? null,
      calledAt: iso(rung.call?.at ?? null),
    })),
  };
}
