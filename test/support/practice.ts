import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../src/app/desk/desk.ts';

/** Puts a scenario among the desk's own ones. */
export function keepScenario({ desk }: { readonly desk: Pick<Desk, 'paths'> }, text: string): void {
  const folder = join(desk.paths.overlay, 'scenarios');
  mkdirSync(folder, { recursive: true });
  const [, id = 'unnamed'] = /^id: (.+)$/m.exec(text) ?? [];
  writeFileSync(join(folder, `${id}.scenario.yaml`), text);
}

/** A short scenario: a log to open, a reply, a form. */
export const lamp = `format: smena-scenario/1
id: lamp
lang: ru
title: Лампа мигает
kind: dialogue
line: 2
difficulty: 1
minutes: 5
skills: [greeting, facts]
pass: 80
modes: {practice: {speed: 8}, exam: {speed: 1}}
clock: {start: 2026-03-03T09:00:00Z, tz: Europe/Moscow, perAnswer: 60s}
sections:
  facts: 60
  deadlines: 20
  record: 20
customer:
  org: Демо-Лампа
  name: Вера Лампова
  callName: Вера
  role: администратор
  tz: Europe/Moscow
  channel: mail
  mood: 3
  level: plain
ticket:
  subject: Лампа мигает
  priority: P3
  line: 2
  kind: incident
attachments:
  log:
    name: lamp.log
    text: |
      12:00 blink
start: open
steps:
  open:
    client: |
      Лампа в зале мигает, работать нельзя.
    attach: [log]
    allow: [open, wait, note]
    open:
      - {attachment: log, points: 20, section: facts}
    time: {soft: 10m, hard: 30m, section: deadlines}
    reply:
      expect:
        - {fact: asks_picture, points: 40, section: facts, required: true}
        - {fact: promises_time, points: 20, section: deadlines}
      forbid: []
      routes:
        - {has: [asks_picture], goto: close}
        - {else: open}
    reference: |
      Вера, добрый день! Пришлите снимок экрана, по нему увидим код. Напишу до 13:30.
    hints:
      - "Чего не хватает?"
      - "Снимка экрана."
      - "Пришлите, пожалуйста, снимок экрана."
  close:
    narrator: |
      Снимок пришёл, блок лампы заменили.
    action:
      name: resolve
      form:
        cause: {minWords: 2, points: 20, section: record}
      routes:
        - {else: done}
  done:
    end: good
    text: |
      Светит ровно.
facts:
  asks_picture:
    any:
      - [["снимок"], ["приш*"]]
    examples:
      pass: ["Пришлите снимок экрана"]
      fail: ["Снимок не нужен"]
  promises_time:
    any:
      - [["напишу"], ["до"]]
    examples:
      pass: ["Напишу до 13:30"]
      fail: ["Спасибо"]
`;
