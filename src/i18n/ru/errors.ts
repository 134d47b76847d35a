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
  'store-corrupt':
    'Хранилище {path} повреждено. Верните проверенную копию: smena restore; для сервера: smena server restore ФАЙЛ',
  'store-cannot-open':
    'Хранилище {path} не открывается: мешает папка или файл рядом. Проверьте права: smena doctor',
  'store-no-rights':
    'Нет прав на {path}. Дайте их своему пользователю или выберите другую папку: --data-dir.',
  'store-io':
    'Диск подвёл при работе с {path}. Ничего не подтверждено. Проверьте диск, потом: smena verify',
  'server-none': 'В {path} ещё нет сервера. Создайте его: smena server init --admin ИМЯ',
  'server-runs':
    'На {path} уже работает сервер. Сначала остановите его или выберите другую папку: --data-dir.',
  'server-schema-differs':
    'Хранилище сервера {path} создано другой сборкой smena (шаг {n} схемы отличается). Ничего не изменилось. Возьмите ту сборку, что его создала.',
  'backup-not-whole': 'Копия {path} не цела ({problem}), её не взяли.',
  'no-backup': 'В {path} нет копии, из которой можно восстановить.',
  'config-not-json': '{path}:{line}:{column} — не JSON. Поправьте: smena config edit',
  'config-not-written': 'Настройки {path} записать не удалось. Проверьте права на папку.',
  'desk-pack-wrong': 'В файлах настройки группы ошибки:\n{details}',
  'handover-file-wrong': 'В файле сдачи смены ошибки, ничего не изменено:\n{details}',
  'handover-revision-unknown': 'Редакции {revision} у этой сдачи нет.',
  'content-wrong': 'В статьях или шаблонах ошибки:\n{details}',
  'ticket-without-replies': 'В обращении {ticket} клиенту ещё не отвечали: учиться пока не на чем.',
  'no-practice-files': 'В {path} нет ни сценариев (ID.scenario.yaml), ни файлов с фактами.',
  'file-not-found': 'Файла {path} нет.',
  'file-not-readable': '{path} не читается.',
  'person-unknown': 'В группе нет человека «{person}».',
  'shift-unknown': 'Смены «{shift}» нет. Есть: {known}; ещё можно current и last.',
  'shift-unknown-none':
    'Смены «{shift}» нет: здесь ещё не открывали ни одной. Откройте: smena shift open',
  'shift-ambiguous': '«{shift}» — это несколько смен: {known}. Уточните.',
  'shift-hours-wrong': '«{hours}» — не часы смены. Пишите так: 08:00-20:00.',
  'shift-item-unknown':
    'Записи «{item}» в журнале этой смены нет, записей: {count}. Их номера: smena shift status',
  'shift-time-unknown': '«{text}» — не время. Пишите 08:05 или 2026-11-22T10:15:00Z.',
  'line-unknown': 'Линии «{line}» нет. Есть: {known}.',
  'text-missing-here':
    'Нет текста. Напишите его после команды или дайте «-», чтобы прочитать со стандартного ввода.',
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
  'discrepancy-unknown':
    'Расхождения «{id}» нет, или так кончаются несколько. Список: smena sync discrepancies',
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
  'database-own-tools':
    'Базу данных копируют и возвращают её собственными средствами: pg_dump или копии с восстановлением на момент времени. После возврата: smena server restore --new-epoch --database АДРЕС',
  'database-url-wrong':
    'Это не адрес базы данных. Он начинается с postgres:// и называет пользователя, узел и базу.',
  'database-away':
    'База данных {database} недоступна: {problem}. Проверьте, что она запущена и адрес верен.',
  'database-refuses':
    'База данных {database} отказала: {problem}. Проверьте пользователя, пароль и права.',
  'database-too-old': 'Это PostgreSQL {found}, а smena нужна версия 13 или новее.',
  'database-not-utf8':
    "База данных хранит тексты в {found}, в ней поместятся не все буквы. Создайте базу с ENCODING 'UTF8'.",
  'database-newer-schema':
    'Базу данных изменила более новая smena (схема {found}, эта знает {known}). Обновите smena; ничего не изменено.',
  'database-differs':
    'Схема базы данных не та, что создаёт эта smena: отличается шаг {n}. Ничего не изменено; дайте smena отдельную базу.',
  'server-unreachable':
    'До сервера {address} не достучаться ({reason}). Сделанное хранится здесь и уйдёт позже.',
  'server-address-unfit': '«{address}» — не адрес сервера. Напишите https://smena.example.org',
  'server-address-secret': 'В адресе сервера стоят имя или пароль. Уберите их: хватит кода входа.',
  'server-address-open':
    'По адресу {address} ключ доступа пошёл бы по сети открытым текстом. Возьмите https:// или, если сеть только ваша, добавьте --insecure-http.',
  'server-wants-pause': 'Сервер просит подождать {seconds} с. Повторите после этого.',
  'certificate-unknown':
    '{address} показывает другой сертификат, не тот, что был. Если сертификат сменили, сверьте отпечаток с администратором и войдите снова: --pin ОТПЕЧАТОК.',
  'certificate-unpinned':
    'Этот компьютер не знает, кем подписан сертификат {address}. Сверьте отпечаток с тем, что сервер печатает при запуске; если совпал, войдите так: --pin {fingerprint}',
  'certificate-other':
    '{address} показывает сертификат {fingerprint}, а вы назвали другой. Не продолжайте, пока администратор его не подтвердит.',
  'certificate-expired': 'Срок сертификата {address} вышел. Обновить его может администратор.',
  'fingerprint-unfit': '«{value}» — не отпечаток SHA-256: нужны 64 шестнадцатеричные цифры.',
  'token-file-open':
    'Файл {path} могут прочитать другие. Выйдите и войдите снова: кто его прочёл, у того ваш доступ. smena logout, затем chmod 600',
  'login-code-wrong':
    'Код входа неверный, уже использован или устарел (живёт 15 минут). Попросите другой: smena server invite',
  'login-code-needed': 'Нет кода входа: --code КОД, SMENA_CODE или стандартный ввод.',
  'practice-desk-stays-alone':
    'В этом хранилище выдуманные обращения одной попытки, им на сервере не место. Войдите с папкой живой работы.',
  'login-demo':
    'В хранилище есть демо-обращения, им на сервере не место. Сначала уберите их: smena demo --remove, или войдите с другой --data-dir.',
  'login-other-person':
    'Это хранилище принадлежит другому: {name}. Войдите как тот же человек или возьмите другую --data-dir.',
  'login-other-server':
    'На этом сервере {name} — другой человек: сервер начат заново, или это не тот, которому принадлежит хранилище. Верните его копию через smena server restore или начните с другой --data-dir. Всё, что здесь есть, остаётся доступным.',
  'as-on-server': '--as работает только без сервера: здесь вы тот, кто вошёл.',
  'wipe-path-exists': '{path} уже есть. Назовите новый файл для неотправленного.',
  'sync-client-too-old':
    'Серверу {address} нужна smena новее. Обновите её; здесь ничего не пропало.',
  'sync-server-too-old': 'Сервер {address} старее этой smena, сначала надо обновить сервер.',
  'sync-token-revoked':
    'Доступ этого устройства на {address} отозван. Всё сделанное осталось здесь. Попросите у администратора новый код входа.',
  'sync-token-expired':
    'Срок доступа этого устройства на {address} вышел. Войдите снова: smena login АДРЕС --code КОД',
  'sync-not-joined': 'Это хранилище не подключено к серверу. Войдите: smena login АДРЕС --code КОД',
  'serve-address-wrong':
    '«{text}» — не адрес. Укажите АДРЕС:ПОРТ, например 127.0.0.1:8787 или [::1]:8787.',
  'serve-proxy-wrong':
    '«{text}» — не адрес прокси. Укажите 10.0.0.0/8 или 127.0.0.1, несколько — через запятую.',
  'serve-open-address':
    'На {host} обмен могут подслушать. Дайте сертификат через --tls-cert и --tls-key или укажите прокси, который ведёт TLS: --behind-proxy 127.0.0.1',
  'serve-address-taken':
    'Сервер не может слушать {host}:{port} ({problem}). Выберите другой адрес: --listen АДРЕС:ПОРТ.',
  'serve-tls-wrong':
    'Сертификат {cert} и ключ {key} не подходят друг к другу или записаны не в PEM.',
  'server-initialised':
    'У этого сервера уже есть администратор: {person}. Других зовут так: smena server invite --name ИМЯ',
  'practice-run-unknown':
    'Записанной попытки {run} нет, или она вам не видна. Какие есть: smena practice runs',
  'practice-run-twice': 'Под {run} подходит несколько попыток: укажите id целиком.',
  'no-certificate': '{person}: сертификата пока нет. Его выдаёт наставник: smena practice attest',
  'no-practice-record': 'Об обучении человека {person} ничего не известно.',
  'server-person-twice': '«{person}» зовут нескольких. Укажите логин или id: {known}',
  'server-device-unknown':
    'Нет ни человека, ни устройства «{who}». Посмотрите: smena server people, smena server devices',
  'space-exists': 'Группа «{space}» уже есть.',
  'space-unknown': 'Группы «{space}» нет. Есть: {known}',
  'space-code-wrong':
    '«{space}» не годится как код группы. Строчные латинские буквы, цифры и дефисы, например second-line.',
  'space-for-everybody': 'Группа «desk» общая: в неё никого не добавляют и из неё не убирают.',
  'server-sqlite-only': 'Это делают средства самой базы данных: pg_dump и pg_restore.',
  'report-not-submitted':
    'Отчёт этой смены ещё не сдавали, редакции {revision} нет. Какой он сейчас — без --revision.',
  'report-revision-unknown': 'В отчёте этой смены нет редакции {revision}. Есть: {known}',
  'out-not-file': '{path} — не файл. Укажите имя файла, например {path}/report.md.',
  'folder-missing': 'Папки {path} нет. Создайте её или укажите другую.',
  'out-not-folder':
    '{path} — файл, а таблиц несколько: укажите папку или одну таблицу через --table.',
  'period-unknown':
    '«{text}» — не день, не месяц и не момент. Напишите 2026-11-16, вчера, 2026-11 или 2026-11-16 14:00.',
  'period-backwards':
    'Период кончается ({to}) раньше, чем начинается ({from}). Поправьте --from и --to.',
  'period-future': 'Период начинается ({from}) позже, чем сейчас: считать ещё нечего.',
  'period-too-long': 'Период длиннее пяти лет. Возьмите покороче.',
  'figure-unknown': 'Показателя «{figure}» нет. Есть: {known}',
  'report-table-unknown': 'Таблицы «{table}» в отчёте нет. Есть: {known}',
  'outage-none':
    '{number} — не авария: не P1, не общая и не авария поставщика. Посмотрите: smena show {number}',
  'version-wrong': '«{version}» — не версия. Напишите 0.4.0 или any.',
  'practice-file-broken':
    'Файл тренажёра {path} повреждён или это не он; рабочие обращения не задеты. Верните копию: smena restore КОПИЯ.practice.sqlite — или переименуйте файл, начнётся новый.',
  'practice-run-open':
    'Не закончена попытка «{title}». Продолжите её или завершите: вкладка «Тренажёр» или smena practice abandon',
  'practice-exam-taken':
    'Экзамен «{scenario}» уже сдавали: попытка одна. Пересдачу разрешает наставник.',
  'practice-locked': 'Сценарий «{scenario}» закрыт. Сначала пройдите: {requires}.',
  'no-such-fact': 'Факта «{fact}» нет. Посмотрите templates/lexicon',
  'no-such-fact-near': 'Факта «{fact}» нет. Похожие: {near}.',
  'no-such-scenario': 'Сценария «{scenario}» нет. Посмотрите: smena practice list',
  'no-such-scenario-near': 'Сценария «{scenario}» нет. Похожие: {near}.',
  'practice-scenario-old':
    'Попытку по сценарию «{scenario}» эта версия smena прочитать не может. Записанное цело.',
  'practice-run-elsewhere':
    'Попытку «{scenario}» продолжили в другом окне. Откройте её заново; текст сохранён в черновике.',
  'practice-replay-gone': 'Запись попытки «{run}» слишком длинная и не хранится, остались баллы.',
  'practice-not-finished': 'Попытка «{run}» не закончена: наставнику отдают только законченную.',
  'no-such-topic': 'Темы «{topic}» в банке вопросов нет. Есть: {known}.',
  'no-such-path-item': 'На пути обучения нет «{item}». Посмотрите: smena practice path',
  'quiz-attempt-taken': 'Аттестацию «{title}» уже проходили: попытка одна.',
  'quiz-answer-wrong':
    '{file}:{line}: {value} — не ответ. Напишите {"question": "…", "answer": 2}: номер или буква варианта, или их список.',
  'quiz-question-unknown':
    '{file}:{line}: вопроса «{value}» в этой подборке нет. Возьмите тот же --seed, --count и --topic.',
  'quiz-option-unknown':
    '{file}:{line}: у вопроса «{question}» нет варианта «{value}». Есть: {known}.',
} as const satisfies Record<keyof typeof english, string>;
