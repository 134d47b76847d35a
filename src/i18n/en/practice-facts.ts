/** What is said about facts of texts. */
export const practiceFacts = {
  none: 'nothing found',
  stemsOnly:
    'The dictionaries could not be loaded: words are compared by their stems, so some forms are not known. Look: smena doctor',
};
