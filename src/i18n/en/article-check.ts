/** What `kb check` says, keyed by the code of a problem. */
export const articleCheck = {
  severities: { error: 'error', warning: 'warning' },
  summary: 'Articles: {count}. Errors: {errors}, warnings: {warnings}.',
  problems: {
    'file-name':
      'An article is named KIND/ID.LANGUAGE.md, such as instruction/disk-full.en.md; this file is left out.',
    'file-not-readable': 'The file cannot be read ({reason}).',
    'symlink-escapes': 'The link leads out of the folder, to {target}; it was not followed.',
    'too-large': 'The file has {size} MB, {most} MB at most; it was not read.',
    binary: 'This is no text: the file holds zero bytes.',
    'not-utf8':
      'The text is not UTF-8 (found here: {found}). Save it as UTF-8: iconv -f {from} -t UTF-8.',
    'control-character':
      'An invisible or controlling sign {sign} ({count} in the file). Delete it: it would turn the text round or reach the terminal.',
    'front-missing':
      'There is no front matter: the file begins with fields between two lines of ---.',
    'front-unclosed': 'The front matter is not closed: a line of --- is missing.',
    'front-too-long': 'The front matter is too long; is a line of --- missing?',
    'front-not-yaml': 'The front matter is not YAML: {detail}',
    'field-unknown': 'There is no field “{field}”.',
    'field-missing': 'The field “{field}” is missing.',
    'field-empty': 'The field “{field}” is empty.',
    'field-no-day': '“{field}”: “{value}” is no day. Write 2027-05-21.',
    'field-no-id': '“{field}”: “{value}” is no id. Small Latin letters, digits and hyphens.',
    'field-wrong': '“{field}” does not take “{value}”.',
    'kind-unknown': 'There is no kind “{value}”. There are: {known}.',
    'kind-elsewhere': 'The kind is “{kind}”, but the file lies in the folder “{folder}”.',
    'id-differs': 'The id is “{id}”, but the file is named “{name}”.',
    'lang-differs': 'The language is “{lang}”, but the file is named “.{name}.md”.',
    'section-missing': 'The section “{en}” ({ru}) is missing.',
    'section-empty': 'Nothing stands in the section “{section}”.',
    'no-topic': 'There is no section about a customer: one for each.',
    'no-message':
      'An instruction needs the exact message of the screen or a command: `in backquotes` or as a block of code.',
    'no-table': 'A symptom tree needs a table: code or text → cause → what next.',
    'not-public': 'An answer for customers is not public: set public: true.',
    'internal-word': '“{word}” is a word of ours: customers will read this article.',
    'comment-open': 'The remark is not closed: --> is missing, and everybody will read it.',
    unfilled: 'Still to be filled in: {text}',
    'link-broken': 'The link leads nowhere: {target}.',
    'link-escapes': 'The link leads out of the folder of articles: {target}.',
    'link-scheme': 'Only http, https, mailto and tel may stand in a link: {target}.',
    'link-internal': 'A public article leads to one that is not public: {target}.',
    'duplicate-id': 'The id “{id}” is taken: {other}.',
    'orphan-file': 'No article shows this file.',
    'same-title': 'The title is nearly that of {other}. Perhaps they are one article.',
    overdue: 'Was to be looked at again by {day}.',
    'backup-stale': 'The last proof restore was on {day}, one is due every {every} days.',
    'backup-unproven':
      'There has been no proof restore yet: nobody knows whether this copy is one.',
  },
  site: {
    published: 'Public articles: {count}. Open: {index}',
    removed: 'No longer public, taken out: {pages}',
    withheld: 'Left out of {article}, because it is not public: {id}',
    notClosed: '{article} was left out: a remark in it is not closed. See: smena kb check',
  },
};
