/**
 * A whole scenario with nothing wrong in it, of which stories change a line. A reply that asks for
 * the number, a form, three endings.
 */
export const kettle = `format: smena-scenario/1
id: kettle
lang: ru
title: Чайник не греет
kind: dialogue
line: 2
difficulty: 1
minutes: 5
skills: [facts]
pass: 6
clock: {start: 2026-03-03T09:00:00Z, tz: Europe/Moscow}
sections: {facts: 6, record: 4}
customer:
  org: Демо-Чайник
  name: Вера Чашкина
  callName: Вера
  role: администратор
  tz: Asia/Yekaterinburg
  channel: chat
people:
  lead: {name: Олег, role: lead}
ticket: {subject: "Чайник не греет"}
attachments:
  log:
    name: log.txt
    text: |
      C:\\temp\\kettle.log #500 -> нет
start: open
steps:
  open:
    client: |
      Не греет. См. https://demo.example/#500
    attach: [log]
    reply:
      expect:
        - {fact: ask_model, points: 4, section: facts, required: true}
      forbid:
        - {fact: blame, critical: facts, mood: -2}
      routes:
        - {has: [blame], goto: end_bad}
        - {has: [ask_model], goto: pick}
        - {else: nudge}
    reference: |
      Подскажите модель?
    hints: ["Что за чайник?", "Спросите модель.", "«Подскажите модель?»"]
  nudge:
    client: |
      Что вам нужно-то?
    reply:
      expect:
        - {fact: ask_model, points: 4, section: facts}
      routes:
        - {else: pick}
    reference: |
      Подскажите модель?
  pick:
    narrator: |
      Модель Ч-2, в журнале код 500.
    open:
      - {attachment: log, points: 2, section: facts}
    action:
      name: resolve
      form:
        cause: {minWords: 2, points: 4, section: record}
        ready: {present: true}
      routes:
        - {mood: "<=2", goto: end_late}
        - {complete: [cause], goto: end_good}
        - {else: end_late}
  end_good:
    end: good
    text: |
      Греет.
  end_late:
    end: mediocre
    text: |
      Греет, но ждали долго.
  end_bad:
    end: bad
    text: |
      Ушли к другим.
facts:
  ask_model:
    any:
      - [[модель, марка], [подскажите, какая]]
    examples:
      pass: ["Подскажите модель?"]
      fail: ["Модель не та."]
  blame:
    any:
      - [["сами виноваты"], []]
    examples:
      pass: ["Вы сами виноваты."]
      fail: ["Бывает."]
`;

/** A text with one piece of it changed. Throws when the piece is not there: a story would prove nothing. */
export function changed(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`not in the text: ${from}`);
    return all.replace(from, to);
  }, text);
}
