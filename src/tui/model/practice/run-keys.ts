/** The keys of a run; the row below the banner names them, too. */
export const runKeys = {
  do: 'v',
  hint: 'p h',
  retry: 'p r',
  wait: 'p w',
  people: 'p c',
  inject: 'p i',
  pause: 'p p',
  end: 'p x',
} as const;
