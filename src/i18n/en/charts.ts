/** What is written on charts and in the tables beside them. */
export const charts = {
  decimalPoint: '.',
  percent: '{percent}%',
  none: '—',
  kOfN: '{k} of {n}',
  nothing: 'nothing to draw',
  total: '{n} in all',
  most: 'up to {n}',
  below: 'below {target}',
  reached: 'at least {target}',
  /** Said to whoever hears a chart: its title goes before it. */
  spoken: {
    bars: '{rows} bars; {totals}.',
    rows: '{rows} bars: {values}.',
    heat: '{rows} rows of {columns}; at most {most}, {row} {column}.',
    trend: '{rows} points from {first} to {last}; the last one {value}.',
    empty: 'Nothing to draw.',
  },
  titles: {
    flow: 'In and out by hour',
    ages: 'Open tickets by age',
    deadlines: 'Deadlines met',
    heat: 'Incoming by weekday and hour, eight weeks',
    trend: 'Deadlines met: two weeks by day',
    providers: 'Repair by provider, minutes on average',
  },
  columns: {
    hour: 'hour',
    age: 'age',
    tickets: 'tickets',
    what: 'what',
    met: 'met',
    due: 'due',
    share: 'share',
    weekday: 'weekday',
    from: 'since',
    provider: 'provider',
    minutes: 'minutes',
    note: 'outages',
  },
  series: { incoming: 'incoming', solved: 'solved' },
  ages: {
    '4h': 'under 4 h',
    '1d': 'under 24 h',
    '3d': '1–3 days',
    '7d': '3–7 days',
    older: 'older',
  },
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  outages: 'outages: {n}',
  /** Too few to compare. */
  few: 'outages: {n}, too few to compare',
  /** Under a chart, over its table. */
  inNumbers: 'in numbers',
  /** A place to sign on paper. */
  signature: 'signature',
};
