import type { Desk } from '../../app/desk/desk.ts';
import { type LearnerOverview, practiceOverview } from '../../app/practice/practice-overview.ts';
import { dayIn } from '../../domain/desk-day.ts';
import {
  loadPracticeRecordTexts,
  type PracticeRecordTexts,
} from '../../i18n/practice-record-texts.ts';
import { type PracticeTuiTexts, practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import { queuesTexts } from '../../i18n/queues-texts.ts';
import { learnerJson } from '../practice-json.ts';
import type { Session } from '../session.ts';

/** `smena practice hires`: how far everybody is who learns; a hire sees only themselves. */
export async function practiceHires(session: Session): Promise<void> {
  const desk = await session.desk();
  const learners = await practiceOverview(desk);
  const { output, language } = session;
  if (output.isJson) return output.json(learners.map((one) => learnerJson(desk, one)));
  const texts = await loadPracticeRecordTexts(language);
  if (learners.length === 0) return output.talk(texts.noLearners);
  const { channels } = queuesTexts(language);
  const names = practiceTuiTexts(language);
  for (const learner of learners) {
    const open = learner.signOffs.flatMap(({ channel, state }) => {
      if (state === 'withdrawn') return [];
      return [state === 'by-override' ? texts.learner.early(channels[channel]) : channels[channel]];
    });
    output.row(learner.person.name);
    for (const line of linesOf(desk, learner, { texts, names, channels: open }))
      output.row(`  ${line}`);
  }
}

interface Words {
  readonly texts: PracticeRecordTexts;
  readonly names: PracticeTuiTexts;
  readonly channels: readonly string[];
}

function linesOf(
  desk: Desk,
  { person, path, exams, help, weak, waiting, disputes, attestation }: LearnerOverview,
  { texts: { learner: t }, names, channels }: Words,
): readonly string[] {
  const list = (words: readonly string[], say: (all: string) => string) =>
    words.length === 0 ? [] : [say(words.join(', '))];
  const { timeZone } = desk.config;
  const isMine = person.id === desk.me.id;
  return [
    t.path(path.done, path.total, path.percent),
    t.exams(exams.passed, exams.failed, exams.waiting),
    t.signedOff(channels.join(', ') || t.none),
    ...list(
      weak.sections.map(({ id, percent }) => t.share(names.sectionName(id), percent)),
      t.sections,
    ),
    ...list(
      weak.facts.map(({ id, title, missed, asked }) => t.missed(title ?? id, missed, asked)),
      t.facts,
    ),
    ...list(
      weak.skills.map(({ id, percent }) => t.share(names.skillName(id), percent)),
      t.skills,
    ),
    t.help(help.asked, help.given),
    ...(attestation
      ? [t.certificate(attestation.code, dayIn(timeZone, attestation.expiresAt))]
      : []),
    ...waiting.map(({ id, title }) => (isMine ? t.waitingOwn(title) : t.waiting(id, title))),
    ...disputes.map(({ runId, markId, text }) =>
      isMine ? t.disputeOwn(markId, text) : t.dispute(runId, markId, text),
    ),
  ];
}
