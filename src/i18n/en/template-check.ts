/** What the check of templates says, keyed by the code of a problem. */
export const templateCheck = {
  summary: 'Templates: {checked}. Mistakes: {errors}.',
  problems: {
    'file-name':
      'A template is named SITUATION/ID.LANGUAGE.md, such as hold/hold-with-time.en.md; a shared part parts/ID.LANGUAGE.md.',
    'file-not-readable': 'The file cannot be read ({reason}).',
    'file-too-large': 'The file is larger than {most} kB. A reply is a screenful at most.',
    'not-utf8': 'The text is not UTF-8. Save it as UTF-8.',
    'front-missing':
      'There is no front matter. Begin the file with fields between two lines of ---: id, title, situation, channel, when.',
    'front-unclosed': 'The front matter is not closed: write a line of --- below it.',
    'front-too-long': 'The front matter is too long; is a line of --- missing?',
    'front-not-yaml':
      'The front matter is not YAML ({detail}). Put a text with a colon or quotes into "quotes".',
    'field-unknown':
      'There is no field “{field}”. There are: id, lang, title, situation, channel, when, requires, actions (promise, status, reason, confirm, tags, time, escalation).',
    'field-missing': 'The field “{field}” is missing. Add it to the front matter.',
    'field-empty': 'The field “{field}” is empty. Write something, or take the field out.',
    'field-no-id':
      '“{field}”: “{value}” is no id. Write small Latin letters, digits and hyphens, such as hold-with-time.',
    'field-no-duration': '“{field}”: “{value}” is no length of time. Write 30s, 2m, 1h or 1d.',
    'field-wrong': '“{field}” does not take “{value}”. Possible: {expected}.',
    'situation-elsewhere':
      'The situation is “{situation}”, but the file lies in the folder “{folder}”. Write situation: {folder}, or move the file.',
    'id-differs': 'The id is “{id}”, but the file is named “{name}”. Write id: {name}.',
    'lang-differs':
      'The language is “{lang}”, but the file is named “.{name}.md”. Write lang: {name}.',
    'duplicate-id': 'The id “{id}” is also in {other}. Give one of them another name.',
    'requirement-unknown':
      '“{name}” cannot be required. Write {known}, or a variable such as customer.name.',
    'confirmation-alone': 'A confirmation closes the ticket. Write status: closed beside confirm.',
    'closing-unconfirmed':
      'Only the customer’s confirmation closes a ticket. Write confirm: {by: contact} beside status: closed, or status: resolved.',
    'no-text': 'There is no text below the front matter. Write what the customer is to read.',
    'too-long': 'The text is too long. Shorten it: a reply is a screenful at most.',
    'too-slow':
      'The text takes too long to fill and was stopped. Write simpler conditions, and fewer braces.',
    'too-big': 'Filling the text takes too much memory and was stopped. Shorten it.',
    'stop-number': 'A stop has a number of 0 to 99. Write \\$ for a dollar sign.',
    'stop-head':
      'After ${ comes a number and then :text, !:hint or |a,b|. Write ${1:text}, or \\$ for a dollar sign.',
    'stop-unclosed': 'The stop is not closed. Write } behind it, and \\} for a brace in its text.',
    'stop-nested': 'A stop cannot stand inside a stop. Write one behind the other.',
    'choices-unclosed': 'The choices are not closed. Write |} behind the last one.',
    'choice-empty':
      'A choice is empty. Write a text between the commas, and \\, for a comma in it.',
    'promise-stop':
      'actions.promise.from names stop {stop}, but the text has none. Write ${{stop}:…} where the time stands.',
    'variable-unknown': 'There is no variable “{path}”. There are: {known}.',
    'variable-group':
      'A group of variables is no text. Name one of its fields, such as contact.callName.',
    'filter-unknown': 'There is no filter “{name}”. There are: {known}.',
    'tag-unknown': 'There is no tag “{name}” in replies. There are: {known}.',
    'tag-unclosed': 'The tag {tag} is not closed. Write its end, such as {% endif %}.',
    'output-unclosed': '{output} is not closed. Write }} behind it.',
    'expression-wrong':
      'This cannot be read: {detail}. Write {{ variable | filter: "text" }} or {% if variable %}.',
    'time-needed':
      'This filter takes a time. Write now, promise.due, ticket.created or another time before it.',
    'number-needed': 'This filter takes a number, such as {{ now | in_minutes: 15 }}.',
    'part-unknown':
      'There is no shared part “{part}” in this language. There are: {known}. It would be parts/{part}.LANGUAGE.md.',
    'part-broken':
      'The shared part “{part}” is broken. Mend it first; its own mistake is told there.',
    'part-recursive': 'The part “{part}” uses itself. Take {% render "{part}" %} out of it.',
    'part-too-deep':
      'Parts stand at most four deep in each other, and at most fifty in one text. Write the text of “{part}” here itself.',
    'part-arguments':
      'A part takes its name in quotes and nothing more. Write {% render "greeting" %}.',
    liquid: 'The text cannot be read: {detail}.',
  },
};
