import type { ShiftTexts } from '../shift-texts.ts';

export const shift = {
  head: (ref: string, name: string, from: string, to: string) => `${ref} · ${name}, ${from}–${to}`,
  states: {
    planned: 'ещё не открыта',
    open: (at: string, lead: string) => `открыта в ${at} · старший смены: ${lead}`,
    closed: (at: string, lead: string) => `закрыта в ${at} · старший смены: ${lead}`,
  },
  noLead: 'пока никто',
  handover: (revision: number, state: string) => `отчёт, редакция ${revision}: ${state}`,
  notSubmitted: 'Отчёт за смену ещё не сдан: smena handover submit',
  opened: (ref: string) => `Смена ${ref} открыта.`,
  joined: (ref: string, lead: string, deputy: string) =>
    `Старший смены ${ref} — ${lead}, заместитель — ${deputy}.`,
  removed: (name: string) => `${name}: в составе смены больше нет.`,
  closed: (ref: string) => `Смена ${ref} закрыта.`,
  logged: (number: number, kind: string, ref: string) => `№ ${number} · ${kind} · журнал ${ref}`,
  settled: (number: number) => `№ ${number}: снято.`,
  emptyLog: 'В журнале этой смены пока пусто.',
  noShifts: 'За эти дни смен нет.',
  noPeople: 'В составе смены пока никого.',
  log: 'Журнал смены',
  people: 'Состав смены',
  notes: 'Что делать дальше',
  noted: (number: string) => `Записано к ${number}.`,
  written: 'Записано.',
  emptySection: 'пока пусто',
  item: {
    until: (at: string) => `до ${at}`,
    stop: (text: string) => `снять, когда: ${text}`,
    ifMoves: (text: string) => `если изменится: ${text}`,
    owner: (name: string) => `смотрит ${name}`,
    carried: 'с прошлой смены',
    settled: (at: string, outcome: string) => `снято ${at}${outcome && `: ${outcome}`}`,
  },
  note: {
    ifThen: (text: string) => `если изменится: ${text}`,
    contact: (text: string) => `звонить: ${text}`,
    owner: (name: string) => `переходит к: ${name}`,
  },
  load: {
    talks: (n: number) => `диалогов: ${n}`,
    bands: { below: 'меньше 30', in: '30–50', above: 'больше 50' },
    team: (people: number, n: number) => `Вся смена: человек ${people}, диалогов ${n}`,
    none: 'В этой смене диалогов пока не было.',
  },
  review: {
    title: (from: string, to: string) => `Диалоги за ${from} и ${to}`,
    sum: (all: number, unresolved: number, cardless: number) =>
      `Всего ${all} · не решено: ${unresolved} · без карточки: ${cardless}`,
    none: 'Сегодня и вчера никто не писал.',
    resolved: { yes: 'решено', no: 'не решено' },
    card: { yes: 'карточка есть', no: 'нет карточки' },
  },
} satisfies ShiftTexts;
