/** What `smena lint` says beside its table. */
export const lint = {
  nothing: 'Nothing to remark.',
  promise: 'promised: {text} → {at}',
  blocked: 'It cannot be sent like this.',
  notJson: 'Line {line} is not a JSON object.',
  noText: 'Line {line}: "text" is missing or is no text.',
  wordAdded: 'The word “{word}” is kept: it is no misspelling any more.',
  wrongValue: 'Line {line}: "{field}" does not take "{value}". Possible: {known}.',
};
