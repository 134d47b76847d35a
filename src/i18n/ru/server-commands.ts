const database =
  'адрес базы сервера, postgres://…; в SMENA_DATABASE_URL его не видно в списке процессов';
const person = {
  line: 'линия поддержки нового человека',
  space: 'группа, которую он видит; можно повторять',
  minutes: 'сколько минут действует код; не больше 15',
  database,
};

/** Слова команд `serve` и `server`. */
export const serverCommands = {
  serve: {
    about: 'запустить центральный сервер; работает, пока его не остановят',
    options: {
      listen: 'АДРЕС:ПОРТ; без параметра 127.0.0.1:8787, порт 0 — любой свободный',
      database,
      'tls-cert': 'файл сертификата',
      'tls-key': 'файл его ключа',
      'behind-proxy': 'адреса прокси перед сервером, например 10.0.0.0/8,::1; TLS — на них',
      'token-days': 'через сколько дней устройству входить заново; без параметра — никогда',
    },
  },
  server: { about: 'консоль центрального сервера; можно и при работающем' },
  'server init': {
    about: 'начать сервер: первый администратор получает код входа',
    options: { admin: 'имя администратора', ...person },
  },
  'server invite': {
    about: 'код входа для человека, на одно устройство',
    options: {
      name: 'имя; известному человеку добавится устройство',
      role: 'роль нового человека',
      ...person,
    },
  },
  'server people': { about: 'люди сервера', options: { database } },
  'server devices': {
    about: 'с каких устройств заходят и у каких есть доступ',
    options: { database },
  },
  'server revoke': {
    about: 'отозвать доступ человека или устройства; написанное остаётся',
    args: { who: 'имя человека, имя или номер устройства' },
    options: { database },
  },
  'server spaces': { about: 'группы: кто какие обращения видит', options: { database } },
  'server spaces list': { about: 'все группы и их люди', options: { database } },
  'server spaces make': {
    about: 'создать группу',
    args: { code: 'строчные латинские буквы, цифры и дефисы', title: 'название' },
    options: { database },
  },
  'server spaces admit': {
    about: 'открыть человеку группу',
    args: { person: 'имя', space: 'код группы' },
    options: { database },
  },
  'server spaces expel': {
    about: 'закрыть человеку группу: её обращения уйдут с его устройств',
    args: { person: 'имя', space: 'код группы' },
    options: { database },
  },
  'server spaces move': {
    about: 'перенести обращение в другую группу',
    args: { ref: 'номер обращения', space: 'код группы' },
    options: { database },
  },
  'server audit': {
    about: 'кто что сделал с людьми, правами и устройствами; последнее сверху',
    options: { limit: 'сколько строк показать', database },
  },
  'server audit verify': { about: 'проверить, что журнал никто не правил', options: { database } },
  'server backup': {
    about: 'проверенная копия хранилища сервера, можно и при работающем',
    args: { file: 'куда; существующий файл не перезаписывается' },
    options: { database },
  },
  'server restore': {
    about: 'вернуть копию; сервер должен быть остановлен',
    args: { file: 'копия' },
    options: {
      'new-epoch': 'базу вернули её же средствами: устройства пришлют заново то, чего в ней нет',
      database,
    },
  },
  'server verify': {
    about: 'проверить журналы, состояния и записи действий',
    options: { database },
  },
  'server compact': {
    about: 'сделать снимки и убрать старое из журнала',
    options: { database },
  },
  'server erase': {
    about: 'стереть обращение по закону, здесь и на всех устройствах; вернуть его нельзя',
    args: { ref: 'номер обращения' },
    options: { database },
  },
  'server erase-practice': {
    about: 'стереть по закону всё об обучении человека, вместе с сертификатами',
    args: { person: 'имя, логин или id' },
    options: { database },
  },
  'server min-client': {
    about: 'самая старая версия программы, которой открыт обмен',
    args: { version: 'например 0.4.0; any — любая; без значения показать' },
    options: { database },
  },
};
