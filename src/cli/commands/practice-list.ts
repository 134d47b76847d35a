import { listScenarios } from '../../app/practice/list-scenarios.ts';
import { fill } from '../../i18n/fill.ts';
import { loadPracticeCheckTexts } from '../../i18n/practice-check-texts.ts';
import type { Session } from '../session.ts';

/** `smena practice list`: the scenarios that can be played, the easiest first. */
export async function practiceList(session: Session): Promise<void> {
  const { output, language } = session;
  const listed = await listScenarios(session, language);
  if (output.isJson) {
    return output.json(
      listed.map(({ id, title, kind, line, difficulty, skills, minutes, langs }) => {
        return { id, title, kind, line, difficulty, skills, minutes, langs };
      }),
    );
  }
  const texts = await loadPracticeCheckTexts(language);
  if (listed.length === 0) return output.talk(texts.none);
  for (const { id, title, kind, langs, ...rest } of listed) {
    const params = { line: rest.line, difficulty: rest.difficulty, minutes: rest.minutes };
    const about = fill(texts.about, {
      ...params,
      kind: texts.kinds[kind],
      langs: langs.join(', '),
    });
    output.row([id, title, about].join(output.isPlain ? '\t' : ' · '));
  }
}
