import type { errors as english } from '../en/errors.ts';

export const errors = {
  'no-such-ticket': 'Обращения «{reference}» нет. Поищите: smena queue --filter ТЕКСТ',
  'store-locked':
    'Хранилище {path} занято: другая программа держит его дольше 5 секунд. Закройте её и повторите.',
  'store-read-only':
    'В хранилище {path} нельзя писать: диск или файл открыт только для чтения. Ничего не изменилось. Выберите другую папку: --data-dir.',
  'store-disk-full':
    'Диск заполнен, записать {path} не удалось. Сохранённое раньше цело. Освободите место и повторите.',
  'store-newer-schema':
    'Хранилище {path} записано более новой smena (схема {found}, эта знает {known}). Обновите smena; ничего не изменилось.',
  'store-not-a-store':
    '{path} — не хранилище smena. Оставили как есть. Выберите другую папку: --data-dir.',
  'store-corrupt': 'Хранилище {path} повреждено. Верните проверенную копию: smena restore',
  'store-cannot-open':
    'Хранилище {path} не открывается: мешает папка или файл рядом. Проверьте права: smena doctor',
  'store-no-rights':
    'Нет прав на {path}. Дайте их своему пользователю или выберите другую папку: --data-dir.',
  'store-io':
    'Диск подвёл при работе с {path}. Ничего не подтверждено. Проверьте диск, потом: smena verify',
  'backup-not-whole': 'Копия {path} не цела ({problem}), её не взяли.',
  'no-backup': 'В {path} нет копии, из которой можно восстановить.',
  'config-not-json': '{path}:{line}:{column} — не JSON. Поправьте: smena config edit',
  'config-not-written': 'Настройки {path} записать не удалось. Проверьте права на папку.',
  'desk-pack-wrong': 'В файлах настройки группы ошибки:\n{details}',
  'content-wrong': 'В статьях или шаблонах ошибки:\n{details}',
  'file-not-found': 'Файла {path} нет.',
  'file-not-readable': '{path} не читается.',
  'person-unknown': 'В группе нет человека «{person}».',
  'customer-unknown': 'Клиента «{customer}» нет.',
  'customer-circle':
    '«{name}» не может входить в себя же. Укажите в --parent другого клиента или none.',
  'command-wrong': 'Команду «{title}» использовать нельзя: {problem}.',
  'command-unknown':
    'У клиента «{name}» нет команды «{title}». Посмотреть: smena customer show "{name}"',
  'ladder-step-unknown':
    'На лестнице нет ступени {step}: их {most}. Посмотреть: smena ladder НОМЕР',
  'template-unknown': 'Шаблона «{template}» нет. Список: smena template list',
  'article-unknown': 'Статьи «{article}» нет. Поиск: smena kb search',
  'article-exists': 'Статья «{article}» уже есть. Исправьте её: smena kb edit {article}',
  'article-id-wrong':
    '«{id}» не годится в имя статьи. Пишите строчные латинские буквы, цифры и дефисы: disk-full.',
  'site-folder-foreign':
    'В {path} лежат чужие файлы, поэтому ничего не записано. Выберите пустую папку.',
  'article-record-wrong': 'У статьи {place} нет id, title или body.',
  'articles-wrong': 'Нужен список статей: у каждой {id, title, body}.',
  'query-needed': 'Что искать? smena kb search СЛОВА или --stdin.',
  'import-path-needed': 'Назовите папку или файл: smena kb import ПУТЬ или --reset.',
  'import-reset-alone': '--reset не берёт пути: он убирает внесённый набор целиком.',
  'import-empty': 'В {path} статей нет.',
  'import-not-gzip': '{path} начинается как gzip, но не распаковывается.',
  'queue-unknown': 'Очереди «{queue}» нет. Есть: {known}.',
  'queue-of-pack':
    'Очередь «{queue}» пришла с настройками группы и меняется там. Здесь меняют только сохранённые.',
  'spelling-word-wrong':
    '«{word}» не одно слово. Напишите одно слово одним алфавитом или слово и образец форм: токен/компьютер.',
  'filter-wrong': '{details}',
  'time-unknown': '«{text}» — не время. Пишите 15м, 14:30, завтра 10, пт 18 или +2ч.',
  'length-unknown': '«{text}» — не длительность. Напишите 25м, 1ч 30м, 1:30 или 90.',
  'instant-unknown':
    '«{text}» — не момент времени. Пишите со смещением: 2026-11-22T10:15:00Z или 2026-11-22T13:15+03:00.',
  'ticket-not-yet': '{at}: обращения {number} ещё не было, его зарегистрировали {created}.',
  'value-unknown': 'Значение «{value}» неизвестно. Можно: {known}.',
  'sla-cases-wrong': '{path} проверить нельзя:\n{details}',
  'context-wrong': '{path} не подходит для --context: {details}',
  'text-needed': 'Нет текста. Дайте его через --text ТЕКСТ или --text - (со стандартного ввода).',
  'setting-unknown': 'Настройки «{key}» нет.',
  'setting-wrong-type': 'Настройка «{key}» такого значения не принимает.',
  'attachment-too-large':
    '{path} больше {most} МБ. Положите файл туда, откуда клиент его заберёт, и пришлите ссылку.',
  'attachment-unknown': 'У обращения нет вложения «{name}».',
  'attachment-gone': 'Файла вложения «{name}» нет в папке данных.',
  'import-unknown': 'Импорта «{id}» нет.',
  'mapping-wrong': 'В файле с названиями колонок ошибки:\n{details}',
  'editor-failed': 'Редактор завершился с ошибкой. Текст сохранён в {path}.',
  bug: 'Это ошибка самой smena. Отчёт в {path}; текст не потерян.',
  'no-open-ticket': 'На экране нет открытого обращения. Назовите номер: SM-1.',
  'template-place-unknown':
    'В шаблоне «{template}» нет места, переменной или требования «{place}». Что в нём есть: smena template show {template} --json',
  'template-broken': 'Шаблон «{template}» не читается: {problem}. Подробно: smena template check',
  'nothing-to-copy': 'Копировать нечего: текст пуст.',
  'copy-too-long': 'Текст слишком длинный для буфера терминала. Напечатайте его: без --copy.',
  'no-clipboard': 'Буфера обмена здесь нет: ни программы, ни терминала. Уберите --copy.',
  'draft-unknown': 'Черновика «{id}» нет. Список: smena draft list',
  'no-waiting-letter': 'У {number} нет писем, которые ждут отправки.',
  'delivery-not-possible': 'Письмо по {number} отправить нельзя: {reason}.',
  'file-exists': '{path} уже есть, его не тронули. Укажите другой путь.',
  'output-not-written':
    'Вывод записать не удалось: на диске, куда он идёт, нет места. Сама команда выполнена.',
  'file-not-written': 'Записать {path} не удалось.',
  'no-input': 'С --no-input редактор не открывается. Файл: {path}.',
  'not-a-maildir': '{path} — не Maildir: в нём нет папок new, cur и tmp.',
  'form-not-json': '{path} — не форма в JSON: {"seen": "…", "done": "…", "need": "…"}.',
  'form-wrong': '{path}: «{key}» — не часть формы или не текст. Части: {known}.',
  'many-text-broken':
    'В тексте ошибка ({problem}). Имя каждого — {{ contact.callName }}, номер — {{ ticket.number }}.',
  'no-such-entry': 'Записи {entry} в обращении нет: всего их {count}, считая с 1.',
  'no-such-proposal': 'Предложения «{key}» нет. Список: smena mass propose',
  'remind-whom':
    'Кому напомнить? Назовите обращения или очередь: smena remind --queue to-confirm --template ID',
} as const satisfies Record<keyof typeof english, string>;
