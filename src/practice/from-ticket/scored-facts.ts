/** Facts of the lexicon that a good reply may hold, by the section of the scorecard they count in. */
const SECTIONS: Readonly<Record<string, string>> = {
  ...inAll(
    'facts',
    'ask_number ask_error_text scope_check ask_when_started ask_changes ask_screenshot_or_log read_back',
  ),
  ...inAll('route', 'do_now workaround next_step involve_senior escalation_no_repeat own_it'),
  ...inAll('deadlines', 'promise_update hold_time status_no_news'),
  ...inAll(
    'language',
    'greeting introduce use_name thanks empathy give_reason refuse_politely apology_no_guilt offer_call',
  ),
  ...inAll('finish', 'any_questions confirm_close prevent'),
};

function inAll(section: string, ids: string): Readonly<Record<string, string>> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, section]));
}

/** The section in which a fact of a real reply counts; null for what nobody is to be asked for. */
export function sectionOf(fact: string): string | null {
  return Object.hasOwn(SECTIONS, fact) ? (SECTIONS[fact] ?? null) : null;
}

/** Whole points that are as many as `total` together, by their weights. */
export function shares(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  const low = weights.map((weight) => Math.floor((total * weight) / sum));
  let left = total - low.reduce((all, one) => all + one, 0);
  return low.map((points) => {
    if (left === 0) return points;
    left -= 1;
    return points + 1;
  });
}
