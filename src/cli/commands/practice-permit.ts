import type { Desk } from '../../app/desk/desk.ts';
import { executePractice } from '../../app/practice/execute-practice.ts';
import { attestationNeeds, gateOf } from '../../app/practice/learning-path.ts';
import { loadScenarios } from '../../app/practice/load-scenarios.ts';
import { passedOnOtherText, scenarioTexts } from '../../app/practice/scenario-texts.ts';
import { dayIn } from '../../domain/desk-day.ts';
import type { Person } from '../../domain/person.ts';
import type { PracticeCommand } from '../../domain/practice/practice-command.ts';
import type { PracticeRecord } from '../../domain/practice/practice-record.ts';
import { standingSignOff } from '../../domain/practice/sign-offs.ts';
import { channels } from '../../domain/vocabulary.ts';
import { loadPracticeRecordTexts } from '../../i18n/practice-record-texts.ts';
import { queuesTexts } from '../../i18n/queues-texts.ts';
import { must } from '../../util/must.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { signOffJson } from '../practice-json.ts';
import { readPerson } from '../read-person.ts';
import { readText } from '../read-text.ts';
import { mustBeAllowed } from '../refused.ts';
import type { Session } from '../session.ts';
import { accepted } from '../ticket-command.ts';
import { oneOf, UsageError, wholeNumber } from '../usage-error.ts';

const USUAL_MONTHS = '12';

/** `smena practice sign-off PERSON CHANNEL [--override --reason TEXT] [--withdraw]`. */
export async function practiceSignOff(session: Session, input: CommandInput): Promise<void> {
  const reason = (await readText(session, input, 'reason')) ?? '';
  const channel = oneOf(input.required(1), channels, 'CHANNEL');
  const [isOverride, isWithdrawal] = [input.has('override'), input.has('withdraw')];
  if (isOverride && isWithdrawal) {
    throw new UsageError('either-or', { one: '--override', other: '--withdraw' });
  }
  const desk = await session.desk();
  const person = readPerson(desk, input.required(0));
  const scenarioIds = isWithdrawal ? [] : (await gateOf(desk, channel)).filter(await known(desk));
  const command: PracticeCommand = isWithdrawal
    ? { type: 'withdraw-sign-off', channel, reason }
    : { type: 'sign-off', channel, scenarioIds, isOverride, reason };
  const record = does(desk, person, command);
  const standing = standingSignOff(record, channel);
  const signOff = must(standing, 'sign-off');
  const changed = passedOnOtherText(record, scenarioIds, await scenarioTexts(desk));
  const { output, language } = session;
  if (output.isJson) {
    const about = { person: person.name, personId: person.id, changed };
    return output.json({ ...about, ...signOffJson(desk, signOff) });
  }
  const { done, certificate } = await loadPracticeRecordTexts(language);
  const say = { 'signed-off': done.signOff, 'by-override': done.early, withdrawn: done.withdrawn };
  output.row(say[signOff.state](person.name, queuesTexts(language).channels[channel]));
  if (changed.length > 0) output.talk(certificate.changed(changed.join(', ')));
}

/** `smena practice attest PERSON [--months 12]`: the exams of the path and its quiz, made one. */
export async function practiceAttest(session: Session, input: CommandInput): Promise<void> {
  const months = wholeNumber(input.value('months') ?? USUAL_MONTHS, '--months', 1);
  const desk = await session.desk();
  mustBeAllowed(desk, 'judge-practice');
  const person = readPerson(desk, input.required(0));
  const needs = await attestationNeeds(desk, await known(desk));
  const attestationId = desk.makeId();
  const { attestations } = does(desk, person, { type: 'attest', attestationId, months, ...needs });
  const made = must(attestations.at(-1), 'attestation');
  const { code, title, expiresAt } = made;
  const { output } = session;
  if (output.isJson) {
    return output.json({
      ...{ person: person.name, personId: person.id, code, title },
      ...{ at: iso(made.at), expiresAt: iso(expiresAt), quizScore: made.quizScore },
      runs: made.runIds,
    });
  }
  const { done } = await loadPracticeRecordTexts(session.language);
  output.row(done.attest(person.name, code, dayIn(desk.config.timeZone, expiresAt)));
}

/** `smena practice retake PERSON SCENARIO --reason TEXT`: an exam may be taken once more. */
export async function practiceRetake(session: Session, input: CommandInput): Promise<void> {
  const reason = (await readText(session, input, 'reason')) ?? '';
  const scenarioId = input.required(1);
  const desk = await session.desk();
  const person = readPerson(desk, input.required(0));
  does(desk, person, { type: 'allow-retake', scenarioId, reason });
  const { output } = session;
  if (output.isJson) {
    return output.json({ person: person.name, personId: person.id, scenario: scenarioId, reason });
  }
  const { done } = await loadPracticeRecordTexts(session.language);
  output.row(done.retake(person.name, scenarioId));
}

/** Nobody waits for an exam whose scenario is not there. */
async function known(desk: Desk): Promise<(scenarioId: string) => boolean> {
  const ids = new Set((await loadScenarios(desk)).cards.map(({ id }) => id));
  return (id) => ids.has(id);
}

function does(desk: Desk, { id }: Person, command: PracticeCommand): PracticeRecord {
  return accepted({ desk, ticket: null }, executePractice(desk, id, command)).record;
}
