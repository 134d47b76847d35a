import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/app/practice/read-answers.ts';
import { expected } from '../../../src/practice/run/expected.ts';
import { Player, shipped, withSteps } from '../../practice/run/player.ts';

const sso = shipped('sso-401');
const first = () => new Player(sso);
const choosing = () => first().says('Снимите HAR', { has: ['ask_har'] });
const reading = () => choosing().picks('hold15');
const handing = () => reading().says('Вот', { has: ['finding_signature', 'promise_update'] });

function read({ scenario, state }: Player, line: string) {
  return readAnswer(line, { scenario, state, takes: expected(scenario, state) });
}

/** Why a line is not taken. */
function problem(player: Player, line: string): unknown {
  const answer = read(player, line);
  return answer.ok
    ? answer.value
    : [answer.problem.code, ...Object.values(answer.problem.params)].join(' · ');
}

describe('a line of answers', () => {
  it('is read by what the step shows', () => {
    expect(read(first(), '{"reply": "Добрый день"}')).toMatchObject({
      value: { type: 'replied', text: 'Добрый день' },
    });
    expect(read(choosing(), '{"choice": 2}')).toMatchObject({ value: { choiceId: 'second' } });
    expect(read(choosing(), '{"choice": "clock"}')).toMatchObject({ value: { choiceId: 'clock' } });
    expect(read(reading(), '{"wait": "90s"}')).toMatchObject({ value: { ms: 90_000 } });
    expect(read(reading(), '{"wait": "1d"}')).toMatchObject({ value: { ms: 86_400_000 } });
    expect(read(reading(), '{"action": "open", "attachment": "sso-har.txt"}')).toMatchObject({
      value: { type: 'opened', attachment: 'har' },
    });
    expect(read(reading(), '{"action": "note", "text": "Смотрю"}')).toMatchObject({
      value: { type: 'noted', text: 'Смотрю' },
    });
    expect(read(first(), '{"action": "hint"}')).toMatchObject({ value: { type: 'hinted' } });
  });

  it('has fields of a form beside the name or within it, and null for nothing', () => {
    const line =
      '{"action": "escalate", "to": "line-3", "form": {"code": "SSO-4117", "ask": null, "attach": ["har"]}}';
    expect(read(handing(), line)).toMatchObject({
      value: { name: 'escalate', values: { to: 'line-3', code: 'SSO-4117', attach: ['har'] } },
    });
  });

  it.each([
    ['{"reply": ', 'not-json'],
    ['[1]', 'not-json'],
    ['null', 'not-json'],
    ['{"choice": 1, "reply": "Да"}', 'answers-two · choice, reply'],
    ['{"reply": "Да", "mood": 3}', 'keys-unknown · mood'],
    ['{"say": "Да"}', 'answer-unknown · say'],
    ['{"reply": " "}', 'text-missing'],
    ['{"reply": 7}', 'text-missing'],
    ['{"choice": 1}', 'no-choice-here'],
    ['{"action": "resolve"}', 'action-unknown · resolve'],
    ['{"action": "constructor"}', 'action-unknown · constructor'],
    ['{"action": 5}', 'action-unknown · 5'],
    ['{"action": {"toString": 1}}', 'action-unknown · {…}'],
    ['{"wait": "soon"}', 'wait-wrong · soon'],
    ['{"wait": 5}', 'wait-wrong · 5'],
    ['{"wait": "999999999d"}', 'wait-wrong · 999999999d'],
    ['{"action": "hint", "level": 3}', 'keys-unknown · level'],
  ])('%s is no answer where a reply is expected', (line, told) => {
    expect(problem(first(), line)).toEqual(told);
  });

  it('is held against its length and its depth', () => {
    const long = `{"reply": "${'а'.repeat(20_001)}"}`;
    expect(problem(first(), long)).toBe('text-too-long · 20000');
    const deep = `{"wait": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(problem(first(), deep)).toBe('wait-wrong · […]');
  });

  it('waits, opens and notes at every step but a strict one', () => {
    const strict = new Player(
      withSteps(`
open:
  client: |
    Не работает.
  allow: []
  reply:
    expect: [{fact: greeting, points: 1, section: talk}]
    routes: [{else: done}]
done: {end: good, text: "Конец"}`),
    );
    const lines = [
      '{"wait": "5m"}',
      '{"action": "open", "article": "x"}',
      '{"action": "note", "text": "x"}',
    ];
    expect(lines.map((line) => problem(strict, line))).toEqual([
      'no-wait-here',
      'no-open-here',
      'no-note-here',
    ]);
    expect(read(first(), lines[0] ?? '')).toMatchObject({ ok: true });
  });

  it.each(['4', '0', '1.5', '"hold16"', '"2"', 'null', '[1]'])(
    'choice %s is not shown',
    (value) => {
      expect(problem(choosing(), `{"choice": ${value}}`)).toContain('choice-unknown');
    },
  );

  it('names things that are there, and fields that the form has', () => {
    const opens = (line: string) => problem(reading(), `{"action": "open"${line}}`);
    expect(opens(', "attachment": "l3note"')).toBe('attachment-unknown · l3note · screen, har');
    expect(opens(', "article": "nothing"')).toContain('article-unknown · nothing');
    expect(opens('')).toEqual('open-what');
    expect(opens(', "article": "a", "attachment": "har"')).toEqual('open-what');
    const hands = (line: string) => problem(handing(), `{"action": "escalate", ${line}}`);
    expect(hands('"phone": "1"')).toContain('fields-unknown · phone');
    expect(hands('"code": "1", "form": {"code": "2"}')).toEqual('field-twice · code');
    expect(hands('"form": {"code": {"a": 1}}')).toEqual('field-wrong · code');
    expect(hands('"form": "SSO-4117"')).toEqual('form-wrong');
    expect(hands('"form": {"__proto__": "x"}')).toContain('fields-unknown · __proto__');
  });
});
