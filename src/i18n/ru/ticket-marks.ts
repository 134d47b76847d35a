export const ticketMarks = {
  works: (title: string, until: string) => `⚒ плановые работы: ${title}, до ${until}`,
  tellReporter: (ref: string) => `! карточку ${ref} закрыли: сообщите клиенту`,
  watched: (what: string) => (what === '' ? '◉ на контроле' : `◉ на контроле: ${what}`),
  offTopic: 'не наше',
};
