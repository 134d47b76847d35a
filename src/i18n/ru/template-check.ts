import type { templateCheck as en } from '../en/template-check.ts';

/** What the check of templates says, in Russian. */
export const templateCheck: typeof en = {
  summary: 'Шаблонов: {checked}. Ошибок: {errors}.',
  problems: {
    'file-name':
      'Имя шаблона — СИТУАЦИЯ/ИМЯ.ЯЗЫК.md, например hold/hold-with-time.ru.md; общей части — parts/ИМЯ.ЯЗЫК.md.',
    'file-not-readable': 'Файл не читается ({reason}).',
    'file-too-large': 'Файл больше {most} КБ. Ответ — это самое большее один экран.',
    'not-utf8': 'Текст не в UTF-8. Сохраните его в UTF-8.',
    'front-missing':
      'Нет шапки. Начните файл с полей между двумя строками ---: id, title, situation, channel, when.',
    'front-unclosed': 'Шапка не закрыта: поставьте под ней строку ---.',
    'front-too-long': 'Шапка слишком длинная; не пропала ли строка ---?',
    'front-not-yaml':
      'Шапка — не YAML ({detail}). Текст с двоеточием или кавычками возьмите в "кавычки".',
    'field-unknown':
      'Поля «{field}» нет. Есть: id, lang, title, situation, channel, when, requires, actions (promise, status, reason, confirm, tags, time, escalation).',
    'field-missing': 'Нет поля «{field}». Допишите его в шапку.',
    'field-empty': 'Поле «{field}» пустое. Заполните его или уберите.',
    'field-no-id':
      '«{field}»: «{value}» — не имя. Пишите маленькие латинские буквы, цифры и дефисы: hold-with-time.',
    'field-no-duration': '«{field}»: «{value}» — не длительность. Пишите 30s, 2m, 1h или 1d.',
    'field-wrong': '«{field}» не принимает «{value}». Можно: {expected}.',
    'situation-elsewhere':
      'Ситуация «{situation}», а файл лежит в папке «{folder}». Напишите situation: {folder} или перенесите файл.',
    'id-differs': 'Имя «{id}», а файл назван «{name}». Напишите id: {name}.',
    'lang-differs': 'Язык «{lang}», а файл назван «.{name}.md». Напишите lang: {name}.',
    'duplicate-id': 'Имя «{id}» уже занято в {other}. Дайте одному из двух другое.',
    'requirement-unknown':
      '«{name}» потребовать нельзя. Напишите {known} или переменную, например customer.name.',
    'confirmation-alone':
      'Подтверждение закрывает обращение. Напишите рядом с confirm status: closed.',
    'closing-unconfirmed':
      'Закрывает обращение только подтверждение клиента. Напишите рядом confirm: {by: contact} или поставьте status: resolved.',
    'no-text': 'Под шапкой нет текста. Напишите, что прочитает клиент.',
    'too-long': 'Текст слишком длинный. Сократите: ответ — это самое большее один экран.',
    'too-slow':
      'Текст заполняется слишком долго и остановлен. Напишите условия проще, скобок — меньше.',
    'too-big': 'На заполнение текста нужно слишком много памяти, оно остановлено. Сократите текст.',
    'stop-number': 'Номер места — от 0 до 99. Знак доллара пишите как \\$.',
    'stop-head':
      'После ${ идёт номер, за ним :текст, !:подсказка или |а,б|. Напишите ${1:текст}, а знак доллара — \\$.',
    'stop-unclosed':
      'Место не закрыто. Поставьте после него }, а скобку внутри текста пишите как \\}.',
    'stop-nested': 'Место не может стоять внутри места. Поставьте одно за другим.',
    'choices-unclosed': 'Варианты не закрыты. Поставьте |} после последнего.',
    'choice-empty':
      'Вариант пустой. Напишите текст между запятыми, а запятую внутри варианта — как \\,.',
    'promise-stop':
      'actions.promise.from называет место {stop}, а в тексте его нет. Напишите ${{stop}:…} там, где стоит час.',
    'variable-unknown': 'Переменной «{path}» нет. Есть: {known}.',
    'variable-group': 'Группа переменных — не текст. Назовите поле, например contact.callName.',
    'filter-unknown': 'Фильтра «{name}» нет. Есть: {known}.',
    'tag-unknown': 'Тега «{name}» в ответах нет. Есть: {known}.',
    'tag-unclosed': 'Тег {tag} не закрыт. Поставьте конец, например {% endif %}.',
    'output-unclosed': '{output} не закрыто. Поставьте после него }}.',
    'expression-wrong':
      'Это не прочесть: {detail}. Пишите {{ переменная | фильтр: "текст" }} или {% if переменная %}.',
    'time-needed':
      'Этому фильтру нужно время. Поставьте перед ним now, promise.due, ticket.created или другое время.',
    'number-needed': 'Этому фильтру нужно число, например {{ now | in_minutes: 15 }}.',
    'part-unknown':
      'Общей части «{part}» на этом языке нет. Есть: {known}. Её файл — parts/{part}.ЯЗЫК.md.',
    'part-broken':
      'В общей части «{part}» ошибка. Сначала исправьте её: ошибка названа у её файла.',
    'part-recursive': 'Часть «{part}» вставляет сама себя. Уберите из неё {% render "{part}" %}.',
    'part-too-deep':
      'Части стоят друг в друге не глубже четырёх, и в одном тексте их не больше пятидесяти. Впишите текст «{part}» прямо сюда.',
    'part-arguments': 'Часть называют в кавычках, больше ничего не пишут: {% render "greeting" %}.',
    liquid: 'Текст не прочесть: {detail}.',
  },
};
