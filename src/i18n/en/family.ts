import { plural } from '../fill.ts';

const count = (n: number, word: string) =>
  `${n} ${plural('en', n, [word, `${word}s`, `${word}s`])}`;

/** Tickets that belong together: a mass incident, a merge, a split, a reminder to many. */
export const family = {
  // How a ticket stands to others.
  parent: (number: string, subject: string) => `part of mass incident ${number} “${subject}”`,
  nextNews: (at: string) => `next news ${at}`,
  children: (n: number, open: number) =>
    `mass incident: ${count(n, 'ticket')}${open === n ? '' : `, ${open} not solved`}`,
  noChildren: 'mass incident, no tickets belong to it yet',
  mergedInto: (number: string) => `merged into ${number}, answer there`,
  mergedFrom: (numbers: string) => `holds what was in ${numbers}`,
  splitFrom: (number: string) => `split from ${number}`,
  fromTicket: (number: string) => `from ${number}`,
  known: (number: string, subject: string, why: string) =>
    `Looks like the known incident ${number} “${subject}”: ${why}`,
  knownKeys: 'T join it',
  readIn: (number: string, subject: string) => `All of this is read in ${number} “${subject}” now`,
  readInKeys: 'T open it',
  // Why tickets look like one cause.
  topic: (words: string) => `they speak of the same: ${words}`,
  tag: (tag: string) => `tag ${tag}`,
  customer: (name: string) => `customer ${name}`,
  town: (town: string) => `town ${town}`,
  proposed: (n: number, why: string, minutes: number) =>
    `Looks like a mass incident: ${count(n, 'ticket')} in ${minutes} min, ${why}`,
  proposedKeys: 'T look',
  noProposals: 'Nothing looks like a mass incident.',
  dismissed: (key: string) => `Not proposed any more: ${key}`,
  // What was done.
  gathered: (number: string, n: number) => `${number}: ${count(n, 'ticket')} now`,
  detached: (number: string, parent: string) => `${number} taken out of ${parent}`,
  merged: (source: string, target: string) => `${source} merged into ${target}`,
  splitOff: (number: string, source: string) => `${number} split from ${source}`,
  // Before many are written to.
  titleNews: (number: string, n: number) => `To everybody of ${number}: ${count(n, 'message')}`,
  titleSolution: (number: string, n: number) =>
    `${number} is solved, answer everybody: ${count(n, 'message')}`,
  titleReminder: (n: number) => `Ask for confirmation: ${count(n, 'message')}`,
  distinct: (n: number) => (n === 1 ? 'one text for all' : `${n} different texts`),
  unreachable: (n: number) => `no letter reaches: ${n}`,
  why: {
    'no-contact': 'no contact',
    'no-address': 'no mail address',
    'not-waiting': 'the customer has nothing to confirm',
    'too-soon': 'reminded already',
  },
  againAt: (at: string) => `again from ${at}`,
  noAddressKept: 'no mail address: the text stays on the ticket unsent, call them',
  missing: (number: string, places: string) => `${number}: not filled: ${places}`,
  blocked: 'It cannot be sent like that.',
  sayWhy: 'There are remarks that keep it back: X sends all the same.',
  sentMany: (n: number, seconds: number) =>
    `On the way: ${count(n, 'message')}. u takes them back, ${seconds} s`,
  keptMany: (n: number) => `${count(n, 'message')} written; delivery of letters is not set up`,
  written: (n: number) => `${count(n, 'message')} written`,
  skipped: (n: number) => `no reminder for ${n}`,
  nobody: 'There is nobody to write to: nobody is due for a reminder.',
  nobodyNews: (number: string) => `No ticket of ${number} is waiting for news.`,
  reminderTemplate: 'Template of the reminder',
  messageTemplate: 'What to write to everybody',
  ownText: 'Write a text of your own',
  ownTextDetail: '{{ contact.callName }} is the name of each',
  textBroken: (problem: string) =>
    `The text has a mistake (${problem}). The name of each is {{ contact.callName }}, the number {{ ticket.number }}.`,
  // Before a merge.
  mergeTitle: (source: string, target: string) => `Merge ${source} into ${target}`,
  mergeDo: 'Merge',
  mergeNot: 'Leave as it is',
  mergeEntries: (n: number, source: string, target: string) =>
    `${n} ${n === 1 ? 'entry of' : 'entries of'} ${source} ${n === 1 ? 'is' : 'are'} read in ${target}, nothing is lost`,
  mergePromises: (n: number) => `promised times that go over: ${n}`,
  mergeChildren: (n: number) => `tickets that go over: ${n}`,
  writesTo: (name: string) => `you will answer ${name}`,
  writesToNobody: 'nobody to answer: there is no contact',
  nobodyWritesTo: (name: string) => `${name} gets no more letters, tell them`,
  promptMerge: 'Merge into which ticket',
  promptGather: 'Number of the mass incident; empty opens a new one',
  promptMass: 'What to call the mass incident',
  promptDetach: 'Why it is something else',
  pickEntry: 'Which entry to split off',
  promptSplit: 'Subject of the new ticket',
  // The menu and the list of members.
  menu: 'Together with others',
  menuItems: {
    gather: 'Gather in a mass incident',
    show: 'The mass incident and its tickets',
    message: 'Write to everybody of it',
    solve: 'Resolve it with its tickets',
    detach: 'Take out of the mass incident',
    merge: 'Merge into another ticket',
    split: 'Split an entry into a new ticket',
    remind: 'Ask for confirmation',
    proposals: 'What looks like a mass incident',
    'call-round': 'Whom to call',
  },
  notMass: 'No tickets belong to this one.',
  notChild: 'The ticket belongs to no mass incident.',
  oneOnly: 'This is done with one ticket: clear the marks.',
  membersTitle: (n: number, chosen: number) => `Mass incident? ${chosen} of ${n} chosen`,
  membersNew: (subject: string) => `a new incident “${subject}”`,
  membersInto: (number: string, subject: string) => `join ${number} “${subject}”`,
  noneChosen: 'Nobody is chosen.',
  // The call round.
  callRound: (people: number, n: number) =>
    `Whom to call: ${people}, ${count(n, 'ticket')} not confirmed`,
  callRoundEmpty: 'Nobody to call: everything is confirmed.',
  theirTime: (clock: string) => `${clock} there`,
  noPhone: 'no telephone',
  noCustomer: 'no customer',
  reminded: (times: number, at: string) => `reminded ${times}×, last ${at}`,
  solvedAt: (at: string) => `solved ${at}`,
};
