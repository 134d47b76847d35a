const shift =
  'which shift: current, last or a name such as 2026-11-22/08:00-20:00; without it the current';

/** The words of the `shift` commands. */
export const shiftCommands = {
  shift: { about: 'the shift: its people, its log, the morning review' },
  'shift open': {
    about: 'open a shift; where another lead has opened it you become the deputy',
    options: {
      name: 'a name of its own',
      hours: 'hours other than those of the rules: 08:00-20:00',
      line: 'a shift of this line only',
      lead: 'who leads it, when not you',
    },
  },
  'shift close': { about: 'close a shift', options: { shift } },
  'shift status': {
    about: 'the whole shift: people, log, the three sections of its report',
    options: { shift },
  },
  'shift list': {
    about: 'the shifts of these days; without days those of the last week',
    options: { from: 'the first day: 2026-11-16', to: 'the last day: 2026-11-22' },
  },
  'shift log': {
    about: 'write a line into the log of the shift, whether it is open or not',
    args: { text: 'what to write; "-" reads standard input' },
    options: {
      kind: 'what sort of line it is; remark if not given, watch with --until, --stop or --if:',
      ticket: 'the ticket it is about',
      until: 'until when it is watched: 22:00, 2h, tomorrow 10',
      stop: 'what ends the watching',
      if: 'what to do when it moves',
      owner: 'who looks at it',
      shift,
    },
  },
  'shift settle': {
    about: 'end a line of the log: it is done',
    args: { item: 'the number of the line in the log, or its id' },
    options: { outcome: 'how it ended', shift },
  },
  'shift person': {
    about: 'note of somebody that they came, left, were called or are on duty',
    args: { person: 'login or name; me' },
    options: {
      came: 'came',
      left: 'left',
      at: 'when, if not now: 08:05',
      absent: 'why they are away or late',
      reserve: 'called from the reserve',
      duty: 'on duty',
      deputy: 'deputy of the lead',
      line: 'a line; may be repeated',
      from: 'planned from: 12:00',
      to: 'planned until: 20:00',
      remove: 'take off the list',
      shift,
    },
  },
  'shift load': {
    about: 'how many conversations each had; a usual day is 30–50',
    options: { shift },
  },
  'shift review': {
    about: 'the dialogues of today and yesterday with two marks: solved, and the card attached',
    args: { ref: 'the ticket to mark' },
    options: {
      resolved: 'solved',
      card: 'the card is there, or none is needed',
      undo: 'the other way round: not solved, no card',
      shift,
    },
  },
  'shift write': {
    about: 'write a section of the report; without a text show it',
    args: {
      section: 'how, attention or watch',
      text: 'the text of the section; "-" reads standard input',
    },
    options: { 'base-rev': 'the version it was written over; without it the last one', shift },
  },
  'shift note': {
    about: 'what to do with a ticket next: the next shift sees it',
    args: { ref: 'the ticket' },
    options: {
      next: 'what to do',
      if: 'if …, then …',
      contact: 'whom to call, and how',
      to: 'who is to have it; none for nobody',
      shift,
    },
  },
};
