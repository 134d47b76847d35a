/** The words of the `practice` commands about records, sign-offs and certificates. */
export const practiceRecordCommands = {
  'practice hires': {
    about: 'how far everybody is who learns, and where they fail; a hire sees only themselves',
  },
  'practice runs': {
    about: 'recorded exams and shared runs',
    args: { person: 'whose; your own when omitted' },
    options: { run: 'one run, mark by mark' },
  },
  'practice comment': {
    about: 'a remark of a mentor on a run',
    args: {
      run: 'id of the run, or how it begins or ends',
      text: 'the remark; "-" reads standard input',
    },
    options: { line: 'line of the transcript' },
  },
  'practice override': {
    about: 'say otherwise of a mark; the last word stands, all are kept',
    args: { run: 'id of the run', mark: 'id of the mark: open/ask_har' },
    options: {
      found: 'it stands there',
      'not-found': 'it does not stand there; what was taken off for it is given back',
      reason: 'why',
    },
  },
  'practice dispute': {
    about: 'dispute a mark of your own run',
    args: { run: 'id of the run', mark: 'id of the mark', text: 'why; "-" reads standard input' },
  },
  'practice judge': {
    about: 'decide an exam that waits for a mentor',
    args: { run: 'id of the run' },
    options: { pass: 'it is passed', fail: 'it is not passed', reason: 'why' },
  },
  'practice retake': {
    about: 'let somebody take an exam, or the quiz of the attestation, once more',
    args: { person: 'login or name', scenario: 'id of the scenario or of the quiz' },
    options: { reason: 'why' },
  },
  'practice sign-off': {
    about: 'let somebody work on live tickets of a channel',
    args: { person: 'login or name', channel: 'mail, call, chat, event, web, messenger …' },
    options: {
      override: 'without the exams; leads only, with a reason',
      withdraw: 'take it back, with a reason',
      reason: 'why',
    },
  },
  'practice attest': {
    about: 'issue a certificate for the passed exams of the path and its quiz',
    args: { person: 'login or name' },
    options: { months: 'how long it holds; 12 if not given' },
  },
  'practice certificate': {
    about: 'the last certificate as a document',
    args: { person: 'whose; your own when omitted' },
    options: { format: 'md, html or json', out: 'a file instead of standard output' },
  },
  'practice verify': {
    about: 'whether a certificate holds',
    args: { code: 'ten signs from the certificate' },
  },
};
