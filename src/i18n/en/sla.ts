/** What `smena sla check` says. */
export const sla = {
  failure: '{id} {key}: expected {expected}, got {got}',
  refused: '{id} refused: {reasons}',
  summary: 'Cases: {total}, passed: {passed}, failed: {failed}, skipped: {skipped}.',
  /** Keyed by the code of a problem; `value` is what stands there. */
  problems: {
    'not-json': 'Line {line}, column {column}: this is not JSON.',
    missing: 'This is missing.',
    'no-string': 'A text is needed here, not {value}.',
    'no-number': 'A number is needed here, not {value}.',
    'no-array': 'A list is needed here, not {value}.',
    'no-object': 'An object is needed here, not {value}.',
    'no-pair': 'A pair [from, to] is needed here, not {value}.',
    'no-value': 'An instant or a number is needed here, not {value}.',
    'not-one-of': '{value} is not known here. Possible: {known}.',
    negative: 'This cannot be negative: {value}.',
    'kind-unknown':
      'There is no such kind of case: {value}. Possible: deadline, elapsed, remaining, ticket.',
    'no-instant': '{value} is no instant. Write UTC to the second: 2026-04-14T07:00:00Z.',
    'pause-backwards': 'The pause ends before it begins: {value}.',
    'reply-and-update': 'Give either reply or update: they never go together.',
    'nothing-expected': 'Nothing is expected here, so nothing would be checked.',
    'calendar-missing': 'There is no calendar “{value}” in calendars.',
    'zone-unknown': '“{value}” is no time zone. Write an IANA name such as Europe/Moscow.',
    'weekday-unknown': '“{value}” is no weekday. Possible: mon, tue, wed, thu, fri, sat, sun.',
    'no-hours': 'The week has no working hours at all.',
    'no-clock-time': '“{value}” is no time. Write 09:00; 24:00 only as an end.',
    'no-date': '“{value}” is no date. Write 2026-05-01.',
    'end-at-midnight': '{value} ends at 00:00, before it begins. The end of a day is 24:00.',
    'end-before-start':
      '{value} ends before it begins. A night shift is two intervals: up to 24:00, and from 00:00 on the next day.',
    'interval-empty': '{value} is empty: it ends where it begins.',
    'intervals-overlap': '{value} overlaps another interval of this day.',
  },
};
