import { favouriteTemplates, toggleFavourite } from '../../app/content/favourite-templates.ts';
import { repliesTexts } from '../../i18n/replies-texts.ts';
import { say, type Ui } from './ui.ts';

/** The digits of my favourite templates, by id. */
export function favouritePlaces(ui: Ui): ReadonlyMap<string, number> {
  const favourites = favouriteTemplates(ui.desk());
  return new Map(favourites.map(({ templateId, place }) => [templateId, place]));
}

/** Makes a template a favourite or no favourite, and says so. */
export function turnFavourite(
  ui: Ui,
  { id, title }: { readonly id: string; readonly title: string },
): void {
  const t = repliesTexts(ui.store.get().language);
  const change = toggleFavourite(ui.desk(), id);
  if (change.kind === 'full') return say(ui, t.favouritesFull, 'problem');
  say(
    ui,
    change.kind === 'added' ? t.favouriteSet(title, change.place) : t.favouriteDropped(title),
  );
}
