/** The space of what everybody shares: rules, people, customers, articles, queues. */
export const DESK_SPACE = 'desk';

/** Where tickets lie that nobody has put elsewhere. */
export const MAIN_SPACE = 'main';
