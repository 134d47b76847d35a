/** What is said about practice records, sign-offs and certificates. */
export const practiceRecord = {
  noLearners: 'Nobody learns here yet.',
  noRuns: (person: string) => `${person}: nothing recorded yet. Exams come here by themselves.`,
  learner: {
    path: (done: number, total: number, percent: number) =>
      `learning path: ${done} of ${total}, ${percent} %`,
    exams: (passed: number, failed: number, waiting: number) =>
      `exams: passed ${passed}, not passed ${failed}, waiting for a mentor ${waiting}`,
    help: (asked: number, given: number) =>
      `help: asked ${asked}, given ${given}. Asking in time is to their credit`,
    signedOff: (channels: string) => `signed off: ${channels}`,
    none: 'no channel yet',
    early: (channel: string) => `${channel} (without the exams)`,
    sections: (list: string) => `weakest sections: ${list}`,
    facts: (list: string) => `often missed: ${list}`,
    skills: (list: string) => `weakest skills: ${list}`,
    share: (id: string, percent: number) => `${id} ${percent} %`,
    missed: (id: string, missed: number, asked: number) => `${id} ${missed} of ${asked}`,
    waiting: (run: string, title: string) =>
      `waits for your word: ${title}. smena practice judge ${run} --pass|--fail --reason …`,
    waitingOwn: (title: string) => `waits for a mentor: ${title}`,
    disputeOwn: (mark: string, text: string) => `disputed: ${mark} (“${text}”), waits for a mentor`,
    dispute: (run: string, mark: string, text: string) =>
      `disputed: ${mark} (“${text}”). smena practice override ${run} ${mark} --found|--not-found --reason …`,
    certificate: (code: string, until: string) => `certificate ${code}, valid until ${until}`,
  },
  run: {
    modes: { practice: 'practice', exam: 'exam' },
    score: (score: number, max: number) => `${score} of ${max}`,
    results: {
      passed: 'passed',
      failed: 'not passed',
      waiting: 'waits for a mentor',
      repeated: 'taken again without leave, does not count',
    },
    section: (id: string, score: number, max: number) => `${id}: ${score} of ${max}`,
    zeroed: 'emptied',
    otherText: 'played on another text of the scenario',
    outcomes: {
      found: 'found',
      'not-found': 'not found',
      taken: 'taken off',
      zeroed: 'section emptied',
    },
    mark: (id: string, points: number, max: number, outcome: string) =>
      `${id} · ${points} of ${max} · ${outcome}`,
    overridden: (by: string, outcome: string, points: number, reason: string) =>
      `${by}: ${outcome}, ${points}. ${reason}`,
    disputed: (text: string) => `disputed: ${text}`,
    comment: (by: string, text: string) => `${by}: ${text}`,
    commentAt: (by: string, line: number, text: string) => `${by} on line ${line}: ${text}`,
    verdict: (by: string, result: string, reason: string) => `${by}: ${result}. ${reason}`,
  },
  done: {
    comment: (person: string) => `Written. ${person} reads it with the run.`,
    override: (score: number, max: number, result: string) =>
      `Noted. The run now has ${score} of ${max}: ${result}.`,
    dispute: 'Noted. A mentor sees it beside the run.',
    judge: (person: string, result: string) => `${person}: the exam is ${result}.`,
    retake: (person: string, scenario: string) => `${person} may take ${scenario} once more.`,
    signOff: (person: string, channel: string) =>
      `${person} now gets live tickets of this channel: ${channel}. Replies still go through a mentor.`,
    early: (person: string, channel: string) =>
      `${person} is signed off without the exams: ${channel}. The reason is kept.`,
    withdrawn: (person: string, channel: string) =>
      `${person} gets no live tickets of this channel any more: ${channel}.`,
    attest: (person: string, code: string, until: string) =>
      `${person} has passed. Certificate ${code}, valid until ${until}: smena practice certificate`,
  },
  certificate: {
    title: 'Certificate',
    who: (person: string) => `Issued to: ${person}`,
    what: (title: string) => `Passed: ${title}`,
    issued: (day: string, by: string) => `Issued on ${day}, by ${by}`,
    until: (day: string) => `Valid until ${day}`,
    quiz: (percent: number) => `Quiz: ${percent} %`,
    code: (code: string) => `Code: ${code}. Check it: smena practice verify ${code}`,
    exams: 'Passed exams',
    columns: ['Exam', 'Passed on', 'Score'],
    texts: 'Texts of the scenarios, SHA-256',
    expired: 'This certificate has expired.',
    changed: (list: string) => `These scenarios have another text today: ${list}.`,
  },
  verify: {
    valid: (title: string, until: string) => `The certificate holds: ${title}, until ${until}.`,
    expired: (title: string, until: string) => `The certificate ended on ${until}: ${title}.`,
    unknown: (code: string) => `There is no certificate with the code ${code}.`,
  },
};
