import type { practiceRecord as english } from '../en/practice-record.ts';

export const practiceRecord: typeof english = {
  noLearners: 'Здесь пока никто не учится.',
  noRuns: (person) => `${person}: пока ничего не записано. Экзамены попадают сюда сами.`,
  learner: {
    path: (done, total, percent) => `путь обучения: ${done} из ${total}, ${percent} %`,
    exams: (passed, failed, waiting) =>
      `экзамены: сдано ${passed}, не сдано ${failed}, ждут наставника ${waiting}`,
    help: (asked, given) =>
      `помощь: просьб ${asked}, ответов ${given}. Вовремя попросить — это плюс`,
    signedOff: (channels) => `допуск: ${channels}`,
    none: 'пока ни к одному каналу',
    early: (channel) => `${channel} (без экзаменов)`,
    sections: (list) => `слабые разделы: ${list}`,
    facts: (list) => `часто не находится: ${list}`,
    skills: (list) => `слабые навыки: ${list}`,
    share: (id, percent) => `${id} ${percent} %`,
    missed: (id, missed, asked) => `${id} ${missed} из ${asked}`,
    waiting: (run, title) =>
      `ждёт вашего решения: ${title}. smena practice judge ${run} --pass|--fail --reason …`,
    waitingOwn: (title) => `ждёт наставника: ${title}`,
    disputeOwn: (mark, text) => `оспорено: ${mark} («${text}»), ждёт наставника`,
    dispute: (run, mark, text) =>
      `оспорено: ${mark} («${text}»). smena practice override ${run} ${mark} --found|--not-found --reason …`,
    certificate: (code, until) => `сертификат ${code}, действует до ${until}`,
  },
  run: {
    modes: { practice: 'тренировка', exam: 'экзамен' },
    score: (score, max) => `${score} из ${max}`,
    results: {
      passed: 'сдано',
      failed: 'не сдано',
      waiting: 'ждёт наставника',
      repeated: 'повтор без разрешения, не засчитан',
    },
    section: (id, score, max) => `${id}: ${score} из ${max}`,
    zeroed: 'обнулён',
    otherText: 'у сценария был другой текст',
    outcomes: {
      found: 'найдено',
      'not-found': 'не найдено',
      taken: 'снято',
      zeroed: 'раздел обнулён',
    },
    mark: (id, points, max, outcome) => `${id} · ${points} из ${max} · ${outcome}`,
    overridden: (by, outcome, points, reason) => `${by}: ${outcome}, ${points}. ${reason}`,
    disputed: (text) => `оспорено: ${text}`,
    comment: (by, text) => `${by}: ${text}`,
    commentAt: (by, line, text) => `${by}, строка ${line}: ${text}`,
    verdict: (by, result, reason) => `${by}: ${result}. ${reason}`,
  },
  done: {
    comment: (person) => `Записано. ${person} прочтёт это вместе с попыткой.`,
    override: (score, max, result) => `Учтено. Теперь у попытки ${score} из ${max}: ${result}.`,
    dispute: 'Записано. Наставник увидит это рядом с попыткой.',
    judge: (person, result) => `${person}, экзамен: ${result}.`,
    retake: (person, scenario) => `${person}: ${scenario} можно сдать ещё раз.`,
    signOff: (person, channel) =>
      `${person}: есть допуск к рабочим обращениям, канал — ${channel}. Ответы клиентам по-прежнему проверяет наставник.`,
    early: (person, channel) =>
      `${person}: допуск без экзаменов, канал — ${channel}. Причина записана.`,
    withdrawn: (person, channel) =>
      `${person}: допуска к рабочим обращениям больше нет, канал — ${channel}.`,
    attest: (person, code, until) =>
      `${person}: аттестация пройдена. Сертификат ${code}, действует до ${until}: smena practice certificate`,
  },
  certificate: {
    title: 'Сертификат',
    who: (person) => `Кому: ${person}`,
    what: (title) => `Пройдено: ${title}`,
    issued: (day, by) => `Дата: ${day}. Наставник: ${by}`,
    until: (day) => `Действует до: ${day}`,
    quiz: (percent) => `Тест: ${percent} %`,
    code: (code) => `Код: ${code}. Проверить: smena practice verify ${code}`,
    exams: 'Сданные экзамены',
    columns: ['Экзамен', 'Дата', 'Балл'],
    texts: 'Тексты сценариев, SHA-256',
    expired: 'Срок этого сертификата истёк.',
    changed: (list) => `У этих сценариев сегодня другой текст: ${list}.`,
  },
  verify: {
    valid: (title, until) => `Сертификат действует: ${title}, до ${until}.`,
    expired: (title, until) => `Сертификат действовал до ${until}: ${title}.`,
    unknown: (code) => `Сертификата с кодом ${code} нет.`,
  },
};
