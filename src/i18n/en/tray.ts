/** What is said of discrepancies with the server, and of how the exchange with it goes. */
export const tray = {
  tab: 'Discrepancies',
  empty: 'No discrepancies: the server has taken everything that you did.',
  mine: 'Mine',
  theirs: 'What is there now',
  hidden: 'What is there now is not yours to see.',
  absent: 'It is not there.',
  noTicket: 'the ticket is not here',
  kinds: {
    refused: 'refused by the server',
    withheld: 'not sent to the customer',
    parked: 'cannot be handed over',
    'lost-space': 'the group is not yours any more',
    'lost-at-server': 'no longer at the server',
    'stale-article': 'the article was edited by two',
  },
  codes: {
    'lost-space': 'The ticket went to a group that you do not see. Your text is still here.',
    'lost-at-server':
      'The server was put back to a copy from before this. Your text is still here.',
    'base-stale': 'Another version of the article was published while you were editing it.',
    'stale-article': 'Another version of the article was published while you were editing it.',
    'forged-actor': 'This was not written in your name. Log in as yourself and try again.',
    'foreign-space': 'This group is not open to you. Ask the lead, or keep the text to yourself.',
    'filled-by-copy':
      'Another copy of this store has put it aside. Your text is still here: try again.',
    depends: 'It rests on something that the server did not take: settle that one first.',
    internal:
      'The server failed on this one. Try again later; if that does not help, tell the admin.',
  },
  unknownCode: (code: string) => `The server said: ${code}.`,
  says: {
    status: 'status',
    person: 'responsible',
    priority: 'priority',
    subject: 'subject',
    promisedAt: 'promised',
    tags: 'tags',
    files: 'files',
    beside: 'typed beside it',
  },
  nobody: 'nobody',
  typedAt: (at: string) => `you, ${at}`,
  changedBy: (who: string, at: string) => `${who}, ${at}`,
  changedAt: (at: string) => `changed ${at}`,
  lastMessage: 'last message:',
  published: 'published:',
  settledHow: {
    retried: 'tried again',
    noted: 'made a note',
    edited: 'a draft again',
    sent: 'sent as it was',
    merged: 'merged with what was published',
    discarded: 'left as it was',
  },
  settled: (how: string, who: string, at: string) => `${how}: ${who}, ${at}`,
  actions: {
    retry: 'try again',
    send: 'send as it is',
    edit: 'edit',
    note: 'make it a note',
    merge: 'merge the texts',
    copy: 'copy the text',
    discard: 'do nothing',
  },
  done: {
    retry: 'Done again on what is there now.',
    send: 'The letter is on its way to the customer.',
    edit: 'The text is a draft again.',
    note: 'The text is an internal note now.',
    merge: 'The texts are merged: the new version waits for review.',
    discard: 'Taken out of the list. The text is kept: smena sync discrepancies show ID',
  },
  sendProblem: (reason: string) => `It may leave, but the letter does not: ${reason}.`,
  conflicts: (n: number) =>
    `Places that both wrote: ${n}. They stand between <<<<<<< and >>>>>>>: keep one, take out the marks.`,
  mergeMine: 'mine',
  mergeTheirs: 'published',
  notHere: 'that cannot be done about this one',
  askDiscard: 'Do nothing about this one? Its text stays in the store.',
  discardNo: 'Let it wait',
  discardYes: 'Take it out of the list',
  more: (n: number) => `more lines: ${n}`,
  arrived: (n: number) => `Discrepancies with the server: ${n}. Tab 8`,
  takenFirst: (number: string, who: string) =>
    `${number}: ${who} took it while you worked. Your text is in tab 8`,
  takenFirstEmpty: (number: string, who: string) => `${number}: ${who} has taken it already`,
  state: {
    synced: 'synced',
    waiting: (n: string) => `${n} waiting`,
    offline: (time: string) => `offline ${time}`,
    discrepancies: (n: string) => `! ${n}`,
    tooNew: 'server is newer',
    serverOld: 'server is older',
    needsLogin: 'login needed',
    revoked: 'access revoked',
  },
  discrepancyForms: ['discrepancy', 'discrepancies', 'discrepancies'],
  toast: {
    asked: 'Asking the server…',
    tooNew:
      'The server is newer than this program: update it. Work goes on, all of it is kept here.',
    serverOld:
      'The server is older than this program: it has to be updated. Work goes on, all of it is kept here.',
    needsLogin:
      'The server asks for another login: smena login URL --code CODE. All of it is kept here.',
    revoked:
      'The access of this device was revoked: smena login URL --code CODE. All of it is kept here.',
    recovering: (resent: number) =>
      `The server was put back to a copy: the last ${resent} records are sent again. Nothing counts twice.`,
    lost: (groups: string) =>
      `Not yours to see any more: ${groups}. What you had typed there is in tab 8.`,
    overdue: (n: number) =>
      `The server took this and did not give it back: ${n}. It is sent again; nothing counts twice.`,
    skew: (minutes: number) =>
      `The clock of this machine is ${minutes} min off the server's. Work goes on; check the time.`,
  },
  reading: (who: string) => `${who} is reading`,
  writing: (who: string) => `${who} is writing`,
} as const;
