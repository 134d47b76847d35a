const database = 'postgres://… where the server keeps its store; SMENA_DATABASE_URL hides it';
const person = {
  line: 'support line of a new person',
  space: 'group that they see; may be repeated',
  minutes: 'how long the code is good; 15 at most',
  database,
};

/** The words of `serve` and `server`. */
export const serverCommands = {
  serve: {
    about: 'run the central server until it is stopped',
    options: {
      listen: 'HOST:PORT; 127.0.0.1:8787 when not given, port 0 is any free one',
      database,
      'tls-cert': 'file of the certificate',
      'tls-key': 'file of its key',
      'behind-proxy': 'addresses of the proxies in front, 10.0.0.0/8,::1: they speak TLS',
      'token-days': 'days until a device has to log in again; never when not given',
    },
  },
  server: { about: 'console of the central server; works while it runs, too' },
  'server init': {
    about: 'begin a server: its first admin gets a code',
    options: { admin: 'name of the admin', ...person },
  },
  'server invite': {
    about: 'a code for a person to log in from one device',
    options: {
      name: 'name; a known person gets one more device',
      role: 'role of a new person',
      ...person,
    },
  },
  'server people': { about: 'people of the server', options: { database } },
  'server devices': {
    about: 'devices people log in from, and which have access',
    options: { database },
  },
  'server revoke': {
    about: 'revoke the access of a person or a device; what they wrote stays',
    args: { who: 'name of a person, name or id of a device' },
    options: { database },
  },
  'server spaces': { about: 'groups: who sees which tickets', options: { database } },
  'server spaces list': { about: 'all groups and their people', options: { database } },
  'server spaces make': {
    about: 'make a group',
    args: { code: 'small Latin letters, digits and hyphens', title: 'how it is called' },
    options: { database },
  },
  'server spaces admit': {
    about: 'let a person see a group',
    args: { person: 'name', space: 'code of the group' },
    options: { database },
  },
  'server spaces expel': {
    about: 'a person no longer sees a group: its tickets leave their devices',
    args: { person: 'name', space: 'code of the group' },
    options: { database },
  },
  'server spaces move': {
    about: 'put a ticket into another group',
    args: { ref: 'number of the ticket', space: 'code of the group' },
    options: { database },
  },
  'server audit': {
    about: 'who did what to people, rights and devices, the last first',
    options: { limit: 'how many at most', database },
  },
  'server audit verify': { about: 'check that nothing of it was changed', options: { database } },
  'server backup': {
    about: 'a verified copy of the server’s store, also while it runs',
    args: { file: 'where to; never over a file that is there' },
    options: { database },
  },
  'server restore': {
    about: 'bring a copy back; the server must be stopped',
    args: { file: 'the copy' },
    options: {
      'new-epoch':
        'the database was put back by its own tools: clients send again what it does not know',
      database,
    },
  },
  'server verify': { about: 'check logs, states and the audit chain', options: { database } },
  'server compact': {
    about: 'put away what nobody needs any more: old parts of the log, codes that ran out',
    options: { database },
  },
  'server erase': {
    about: 'erase a ticket by law, here and on every device; it cannot be brought back',
    args: { ref: 'number of the ticket' },
    options: { database },
  },
  'server erase-practice': {
    about: 'erase by law what the desk knows of somebody’s learning, with the certificates',
    args: { person: 'name, login or id' },
    options: { database },
  },
  'server min-client': {
    about: 'the oldest version of the program that may exchange',
    args: { version: 'such as 0.4.0; any lets all in; shown when not given' },
    options: { database },
  },
};
