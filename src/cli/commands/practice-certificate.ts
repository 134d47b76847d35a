import type { Desk } from '../../app/desk/desk.ts';
import {
  type Certificate,
  certificateByCode,
  certificateOf,
} from '../../app/practice/certificate.ts';
import { dayIn } from '../../domain/desk-day.ts';
import { maySeePractice } from '../../domain/practice/practice-right.ts';
import { resultOf } from '../../domain/practice/run-result.ts';
import {
  loadPracticeRecordTexts,
  type PracticeRecordTexts,
} from '../../i18n/practice-record-texts.ts';
import { certificateView } from '../../report/certificate-view.ts';
import { reportClock } from '../../report/report-clock.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { readPerson } from '../read-person.ts';
import { mustBeAllowed } from '../refused.ts';
import type { Session } from '../session.ts';
import { writeView } from '../write-view.ts';

/** `smena practice certificate [PERSON] [--format md|html] [-o FILE]`: the last one. */
export async function practiceCertificate(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const person = readPerson(desk, input.argument(0) ?? 'me');
  if (person.id !== desk.me.id) mustBeAllowed(desk, 'judge-practice');
  const found = await certificateOf(desk, person.id);
  if (!found) throw new UserError('no-certificate', { person: person.name });
  const texts = await loadPracticeRecordTexts(session.language);
  const view = certificateView(contentOf(session, desk, { found, texts }), texts);
  writeView(session, input, {
    view,
    json: certificateJson(desk, found),
    language: session.language,
  });
}

/** `smena practice verify CODE`: whether a certificate holds; whose it is only for whom it concerns. */
export async function practiceVerify(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const code = input.required(0);
  const found = await certificateByCode(desk, code);
  if (found?.state !== 'valid') session.fail();
  const { output } = session;
  if (output.isJson) {
    if (!found) return output.json({ code, state: 'unknown', title: null });
    const isSeen = maySeePractice(desk.me, found.personId, desk.config);
    const { title, expiresAt } = found.attestation;
    const shown = isSeen ? { person: found.person, personId: found.personId } : {};
    const { state, changed } = found;
    return output.json({
      code: found.attestation.code,
      state,
      title,
      expiresAt: iso(expiresAt),
      changed,
      ...shown,
    });
  }
  const { verify: t, certificate } = await loadPracticeRecordTexts(session.language);
  if (!found) return output.row(t.unknown(code));
  const { title, expiresAt } = found.attestation;
  output.row(t[found.state](title, dayIn(desk.config.timeZone, expiresAt)));
  if (found.changed.length > 0) output.row(certificate.changed(found.changed.join(', ')));
}

interface Found {
  readonly found: Certificate;
  readonly texts: PracticeRecordTexts;
}

function contentOf(session: Session, desk: Desk, { found, texts }: Found) {
  const { attestation, runs, person, state, changed } = found;
  const { title, quizScore, code, at, expiresAt, byId } = attestation;
  const { day } = reportClock(desk.config.timeZone, session.language, at);
  const record = desk.practiceRecords.of(found.personId);
  return {
    ...{ person, title, quizScore, code, changed, isExpired: state === 'expired' },
    ...{ issuedOn: day(at), validUntil: day(expiresAt) },
    issuedBy: desk.people.person(byId)?.name ?? '',
    exams: runs.map((run) => ({
      title: run.title,
      passedOn: day(run.finishedAt),
      score: texts.run.score(resultOf(run, record).score, run.max),
      scenarioHash: run.scenarioHash,
    })),
  };
}

function certificateJson(
  desk: Desk,
  { person, personId, state, attestation, runs, changed }: Certificate,
) {
  const { code, title, at, expiresAt, quizScore, byId } = attestation;
  const record = desk.practiceRecords.of(personId);
  return {
    ...{ person, personId, state, code, title, quizScore },
    ...{ at: iso(at), expiresAt: iso(expiresAt), changed },
    ...{ by: desk.people.person(byId)?.name ?? null, byId },
    exams: runs.map((run) => ({
      ...{ run: run.id, scenario: run.scenarioId, title: run.title },
      ...{ finishedAt: iso(run.finishedAt), hash: run.scenarioHash, eventsHash: run.eventsHash },
      ...{ score: resultOf(run, record).score, max: run.max },
    })),
  };
}
