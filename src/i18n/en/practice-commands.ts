/** The words of the `practice` commands. */
export const practiceCommands = {
  practice: { about: 'practice on scripted customers: scenarios, runs, the learning path' },
  'practice list': { about: 'scenarios that can be played' },
  'practice run': {
    about: 'play a scenario on the screens; with --answers by written ones, one JSON object a line',
    args: { scenario: 'id of a scenario, or a path to its file' },
    options: {
      answers: 'file of answers; “-” reads standard input',
      seed: 'draws what the scenario leaves to chance; 1 without it',
      mode: 'practice or exam',
      record:
        'keep it as a run of your own: it counts for skills and the path, an exam goes to mentors',
    },
  },
  'practice check': {
    about: 'everything that is wrong with scenarios and facts, each with its place',
    args: { path: 'file or folder of scenarios; all that are in force when omitted' },
  },
  'practice from-ticket': {
    about: 'a draft of a scenario made of a ticket, with invented people; a person confirms it',
    args: { ticket: 'ticket' },
    options: {
      out: 'file; the desk’s own folder of scenarios when omitted',
      confirm: 'write without asking: the difference was looked at before',
    },
  },
  'practice facts': {
    about:
      'which facts a text holds, with the words that prove it: one text a line in, one answer a line out',
    options: {
      file: 'file of texts instead of standard input',
      scenario: 'also the facts of this scenario: id, or a path to its file',
      fact: 'only this fact; may be given several times',
    },
  },
  'practice plan': { about: 'today: skills to practise again, a run that waits, what is next' },
  'practice path': {
    about: 'the learning path: what is done, what is next and why, sign-offs for channels',
    args: { person: 'whose path; your own when omitted' },
  },
  'practice lesson': {
    about: 'note a lesson of the learning path as read',
    args: { item: 'item of the path' },
  },
  'practice quiz': {
    about: 'questions of the bank; with --answers what is right and why',
    options: {
      topic: 'topic; may be given several times',
      item: 'quiz of the learning path, which counts there',
      count: 'how many questions, 10 when omitted',
      seed: 'which drawing, 1 when omitted',
      answers: 'answers, one a line, {"question": "ID", "answer": 2}; - reads standard input',
    },
  },
  'practice history': { about: 'your own runs on this workstation' },
  'practice replay': {
    about: 'a run again: its marks, the words that were found, the reference beside it',
    args: { run: 'run: its id or the beginning of it' },
  },
  'practice share': {
    about: 'let mentors see a run of practice',
    args: { run: 'run: its id or the beginning of it' },
  },
  'practice abandon': { about: 'end the open run; an exam counts as it stands' },
  'practice stats': {
    about: 'facts that mentors judge otherwise, and scenarios that are not passed',
  },
};
