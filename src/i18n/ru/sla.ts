import type { sla as english } from '../en/sla.ts';

/** What `smena sla check` says. */
export const sla = {
  failure: '{id} {key}: ожидалось {expected}, получено {got}',
  refused: '{id} не принят: {reasons}',
  summary: 'Случаев: {total}, сошлось: {passed}, не сошлось: {failed}, пропущено: {skipped}.',
  problems: {
    'not-json': 'Строка {line}, столбец {column}: это не JSON.',
    missing: 'Здесь ничего нет, а должно быть.',
    'no-string': 'Здесь нужен текст, а не {value}.',
    'no-number': 'Здесь нужно число, а не {value}.',
    'no-array': 'Здесь нужен список, а не {value}.',
    'no-object': 'Здесь нужен объект, а не {value}.',
    'no-pair': 'Здесь нужна пара [с, до], а не {value}.',
    'no-value': 'Здесь нужен момент времени или число, а не {value}.',
    'not-one-of': '{value} здесь неизвестно. Возможно: {known}.',
    negative: 'Отрицательным это быть не может: {value}.',
    'kind-unknown':
      'Такого вида случаев нет: {value}. Возможно: deadline, elapsed, remaining, ticket.',
    'no-instant': '{value} — не момент времени. Пишите UTC до секунды: 2026-04-14T07:00:00Z.',
    'pause-backwards': 'Пауза кончается раньше, чем начинается: {value}.',
    'reply-and-update': 'Задайте или reply, или update: вместе они не бывают.',
    'nothing-expected': 'Здесь ничего не ожидается, проверять было бы нечего.',
    'calendar-missing': 'В calendars нет календаря «{value}».',
    'zone-unknown': '«{value}» — не часовой пояс. Пишите имя IANA, например Europe/Moscow.',
    'weekday-unknown': '«{value}» — не день недели. Возможно: mon, tue, wed, thu, fri, sat, sun.',
    'no-hours': 'В неделе совсем нет рабочих часов.',
    'no-clock-time': '«{value}» — не время. Пишите 09:00; 24:00 — только как конец.',
    'no-date': '«{value}» — не дата. Пишите 2026-05-01.',
    'end-at-midnight': '{value} кончается в 00:00, раньше своего начала. Конец суток — 24:00.',
    'end-before-start':
      '{value} кончается раньше, чем начинается. Ночная смена — это два интервала: до 24:00 и с 00:00 следующего дня.',
    'interval-empty': '{value} — пустой интервал: он кончается там же, где начинается.',
    'intervals-overlap': '{value} пересекается с другим интервалом этого дня.',
  },
} satisfies typeof english;
