import { type PracticeTuiTexts, practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import {
  type LearnerRow,
  type LearnersState,
  learnerRows,
  selectedLearner,
} from '../model/practice/learners-state.ts';
import type { Role } from '../theme/theme.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, spread, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';
import type { ReviewScene } from './run-review-lines.ts';

/** Those who learn: how far they are, where they fail, what waits for a mentor. */
export function learnerScreenRows(
  learners: LearnersState,
  scene: ReviewScene,
  height: number,
): OverlayRows {
  const { columns, language } = scene.state;
  const t = practiceTuiTexts(language);
  const rows = learnerRows(learners);
  const head: Line = [
    word(` ${t.learners.title}`, 'title'),
    word(`  ${learners.learners.length}`, 'muted'),
  ];
  const selected = selectedLearner(learners);
  if (!selected) return { lines: [head, [], [word(`   ${t.learners.empty}`, 'muted')]] };
  const detail = detailLines(selected, learners.factTitles, { t, width: columns - 2 });
  const below = Math.min(detail.length, Math.floor(height * 0.45));
  const room = Math.max(2, height - 2 - below);
  const at = rows.findIndex(({ id }) => id === selected.id);
  const top = Math.max(0, Math.min(at - Math.floor(room / 2), rows.length - room));
  const list = rows
    .slice(top, top + room)
    .map((row, i) => rowLine(row, { ...scene, t, isAtHand: top + i === at }));
  const gap = Array.from({ length: Math.max(0, room - list.length) }, (): Line => []);
  return { lines: [head, ...list, ...gap, rule(columns), ...detail.slice(0, below)] };
}

interface RowScene extends ReviewScene {
  readonly t: PracticeTuiTexts;
  readonly isAtHand: boolean;
}

function rowLine(row: LearnerRow, { state, time, t, isAtHand }: RowScene): Line {
  const mark = word(isAtHand ? ' ▌ ' : '   ', 'key');
  if (row.type === 'learner') {
    const { person, path, exams, waiting, disputes } = row.learner;
    const calls = [
      ...(waiting.length > 0 ? [word(`◷ ${t.learners.waiting(waiting.length)}  `, 'promise')] : []),
      ...(disputes.length > 0
        ? [word(`! ${t.learners.disputes(disputes.length)}  `, 'warning')]
        : []),
    ];
    return spread(
      [mark, span(toSafe(person.name), 'strong')],
      [
        ...calls,
        word(t.learners.far(path.percent, exams.passed, exams.failed), 'muted'),
        word(' '),
      ],
      state.columns,
    );
  }
  const { title, mode, score, max, passed, finishedAt, needsMentor, verdict } = row.run;
  const waits = needsMentor && verdict === null;
  return spread(
    [mark, word('   '), span(toSafe(title), isAtHand ? 'strong' : 'plain')],
    [
      word(mode === 'exam' ? `${t.exam} ` : '', 'strong'),
      word(
        waits ? `◷ ${score}/${max}  ` : `${passed ? '✓' : '·'} ${score}/${max}  `,
        passed ? 'good' : 'plain',
      ),
      span(toSafe(`${time.at(finishedAt, state.now)} `), 'muted'),
    ],
    state.columns,
  );
}

function detailLines(
  { learner }: LearnerRow,
  titles: ReadonlyMap<string, string>,
  { t, width }: { readonly t: PracticeTuiTexts; readonly width: number },
): Line[] {
  const { weak, signOffs, help, disputes, attestation } = learner;
  const share = (
    { id, percent }: { readonly id: string; readonly percent: number },
    name: string,
  ) => `${name === '' ? id : name} ${percent}%`;
  const sections = weak.sections.map((spot) => share(spot, t.sectionName(spot.id)));
  const skills = weak.skills.map((spot) => share(spot, t.skillName(spot.id)));
  const facts = weak.facts.map(
    ({ id, missed, asked }) => `${titles.get(id) ?? id} ${missed}/${asked}`,
  );
  const signed = signOffs.map(({ channel, state }) => `${channel}: ${t.learners.signOff[state]}`);
  const listed = (label: string, items: readonly string[]) =>
    items.length === 0 ? [] : text(`${label}: ${items.join(' · ')}`, width);
  return [
    ...listed(t.learners.weakSections, sections),
    ...listed(t.learners.weakSkills, skills),
    ...listed(t.learners.weakFacts, facts),
    ...listed(t.learners.signOffs, signed),
    ...text(t.learners.help(help.asked, help.given), width, 'muted'),
    ...(attestation ? text(t.learners.attested(attestation.title), width, 'good') : []),
    ...disputes.flatMap((one) => text(`! ${one.text}`, width, 'warning')),
  ];
}

function text(of: string, width: number, role: Role = 'plain'): Line[] {
  const rows = wrap(toSafe(of.trim(), { multiline: true }), Math.max(10, width - 2));
  return rows.map((row): Line => [word(' '), span(row, role)]);
}
