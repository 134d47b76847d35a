/** How a typed word was read by the search, in brackets behind what it was read as. */
export const readings = {
  typed: 'as typed',
  unfinished: 'unfinished word',
  code: 'code',
  layout: 'other keyboard layout',
  translit: 'Latin letters',
  sound: 'by ear',
  correction: 'slip',
  family: 'word of the same root',
  same: 'the same thing',
  means: 'is called so',
  about: 'usually about this',
  chosen: 'opened before after these words',
  meaning: 'near in meaning',
};
