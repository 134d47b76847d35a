/** What the site of public articles says. */
export const faqSite = {
  title: 'Questions and answers',
  language: 'English',
  skip: 'Skip to the text',
  languages: 'Languages',
  search: 'What happened?',
  find: 'Search',
  found: 'Found: {count}',
  nothing: 'Nothing found. Try one word, such as “password” or “printer”.',
  all: 'All questions',
  other: 'Other questions',
  byTag: 'By word',
  empty: 'There are no articles here yet.',
  related: 'See also',
  source: 'Source: {source}. Licence: {licence}.',
};
