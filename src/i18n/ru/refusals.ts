import type { NextStep, RefusalCode } from '../../domain/refusal.ts';

export const refusals = {
  'no-such-ticket': 'Такого обращения нет.',
  'ticket-exists': 'Такое обращение уже есть.',
  'subject-missing': 'Обращению нужна тема.',
  'text-missing': 'Нет текста.',
  'ticket-closed': 'Обращение закрыто.',
  'ticket-merged': 'Обращение объединено с другим, к нему можно добавить только заметку.',
  'already-in-status': 'Обращение уже в этом статусе.',
  'already-yours': 'Обращение уже у вас.',
  'already-taken': 'Обращение уже взял другой: {person}.',
  'already-unassigned': 'У обращения и так нет ответственного.',
  'already-assigned': 'Этот человек уже отвечает за обращение.',
  'status-new': 'Обращение не может снова стать новым.',
  'closing-needs-confirmation':
    'Закрыть можно только после подтверждения клиента: сначала «решено», потом «подтверждено».',
  'not-resolved': 'Обращение ещё не решено.',
  'already-resolved': 'Обращение уже решено: подтвердите или верните на доработку.',
  'not-closed': 'Обращение не закрыто, открывать заново нечего.',
  'reopen-window-over':
    'Срок, когда обращение открывается заново, прошёл: заведите новое и свяжите с этим.',
  'line-does-not-talk':
    'Линия {line} клиенту не пишет: оставьте заметку или спросите через другую линию.',
  'role-does-not-talk': 'Ваша роль клиенту не пишет: оставьте заметку.',
  'role-reads-only': 'Ваша роль только читает.',
  'until-in-past': 'Нужно время в будущем.',
  'promise-in-past': 'Пообещать время в прошлом нельзя.',
  'no-such-promise': 'Такого открытого обещания нет.',
  'nothing-to-change': 'Ничего бы не изменилось.',
  'link-to-itself': 'Обращение нельзя связать с самим собой.',
  'already-linked': 'Обращения уже связаны.',
  'unknown-line': 'В этой группе нет линии «{line}».',
  'nothing-to-undo': 'Отменять нечего.',
  'undo-too-late': 'Уже отправлено, отменить нельзя.',
  'undo-not-last': 'После этого с обращением делали что-то ещё, отменить нельзя.',
} as const satisfies Record<RefusalCode, string>;

export const nextSteps = {
  assign: 'назначить ответственного',
  unassign: 'снять ответственного',
  confirm: 'подтвердить решение',
  reopen: 'открыть заново',
  return: 'вернуть на доработку',
  resolve: 'отметить решённым',
  note: 'оставить заметку',
  new: 'завести новое обращение',
  schedule: 'отложить до времени',
  reply: 'написать клиенту',
  link: 'связать обращения',
} as const satisfies Record<NextStep, string>;
