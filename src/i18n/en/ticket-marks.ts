/** What marks a ticket on the screens beside its status. Functions take what varies. */
export const ticketMarks = {
  works: (title: string, until: string) => `⚒ planned works: ${title}, until ${until}`,
  tellReporter: (ref: string) => `! card ${ref} was closed: tell the customer`,
  watched: (what: string) => (what === '' ? '◉ being watched' : `◉ being watched: ${what}`),
  offTopic: 'not ours',
};
