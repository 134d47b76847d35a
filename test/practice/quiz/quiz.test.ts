import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuizAnswers } from '../../../src/app/practice/read-quiz-answers.ts';
import type { QuizBank } from '../../../src/content/learning/quiz-bank.ts';
import { parseQuiz } from '../../../src/content/learning/read-quiz.ts';
import { drawQuiz } from '../../../src/practice/quiz/draw-quiz.ts';
import { scoreQuiz } from '../../../src/practice/quiz/score-quiz.ts';
import { UserError } from '../../../src/util/user-error.ts';

function question(n: number): string {
  return `  - id: q${n}
    text: Вопрос ${n}?
    options:
      - {text: "да", right: true}
      - {text: "и это", right: ${n % 2 === 0}}
      - {text: "нет"}
    why: Потому.
    source: статья
`;
}

const file = (count: number) =>
  `format: smena-quiz/1\ntopic: words\ntitle: Слова\nquestions:\n${Array.from({ length: count }, (_, n) => question(n)).join('')}`;

function bankOf(count: number): QuizBank {
  const read = parseQuiz('words.ru.yaml', file(count));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const { topic, title, questions } = read.value;
  return { lang: 'ru', topics: new Map([[topic, title]]), questions };
}

const all = { topics: [], count: 5, seed: 3 };

describe('a quiz', () => {
  it('is drawn by its seed: the same questions, the same order of options', () => {
    const bank = bankOf(20);
    expect(drawQuiz(bank, all)).toEqual(drawQuiz(bank, all));
    expect(drawQuiz(bank, { ...all, seed: 4 })).not.toEqual(drawQuiz(bank, all));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 30 }),
        (seed, count) => {
          const drawn = drawQuiz(bank, { topics: [], count, seed });
          expect(new Set(drawn.map(({ id }) => id)).size).toBe(Math.min(count, 20));
          for (const { id, options } of drawn) {
            const kept = bank.questions.find((one) => one.id === id)?.options ?? [];
            expect(options.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(kept);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is right only with all right options and no other', () => {
    const questions = drawQuiz(bankOf(2), { ...all, count: 2 });
    const score = (answers: Record<string, string[]>) =>
      scoreQuiz(questions, new Map(Object.entries(answers))).score;
    expect(score({ q0: ['a', 'b'], q1: ['a'] })).toBe(2);
    expect(score({ q0: ['a'], q1: ['a', 'c'] })).toBe(0);
    expect(score({})).toBe(0);
  });

  it('takes answers by the place that was shown, by letter, or several', () => {
    const questions = drawQuiz(bankOf(2), { ...all, count: 2 });
    const [first] = questions;
    const place = (first?.options.findIndex(({ id }) => id === 'c') ?? 0) + 1;
    const text = `\n{"question": "${first?.id}", "answer": "a"}\r\n{"question": "${first?.id}", "answer": [${place}, "a"]}\n`;
    expect(readQuizAnswers('f', text, questions).get(first?.id ?? '')).toEqual(['c', 'a']);
  });

  it.each([
    ['не ответ', 'quiz-answer-wrong'],
    ['{"answer": 1}', 'quiz-answer-wrong'],
    ['[1]', 'quiz-answer-wrong'],
    ['{"question": "q99", "answer": 1}', 'quiz-question-unknown'],
    ['{"question": "q0", "answer": 9}', 'quiz-option-unknown'],
    ['{"question": "q0", "answer": {"a": 1}}', 'quiz-option-unknown'],
  ])('refuses %s with its place', (line, code) => {
    const questions = drawQuiz(bankOf(1), all);
    const read = () => readQuizAnswers('ответы.jsonl', `\n${line}`, questions);
    expect(read).toThrow(UserError);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ code, params: { file: 'ответы.jsonl', line: 2 } });
    }
  });
});

describe('a file of questions', () => {
  it.each([
    [
      'all options right',
      file(1).replace('{text: "нет"}', '{text: "нет", right: true}'),
      'quiz-right',
    ],
    [
      'none right',
      file(2).replace('right: true', 'right: false').replace('right: true', 'right: false'),
      'quiz-right',
    ],
    ['an id twice', file(2).replace('id: q1', 'id: q0'), 'code-twice'],
    ['no reason', file(1).replace('    why: Потому.\n', ''), 'key-missing'],
  ])('with %s is refused at its place', (_, text, code) => {
    const read = parseQuiz('words.ru.yaml', text);
    expect(read.ok ? [] : read.problem.map((one) => one.code)).toContain(code);
  });
});
