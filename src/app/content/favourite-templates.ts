import {
  type FavouriteTemplate,
  TemplateFavouriteStore,
} from '../../store/template/template-favourite-store.ts';
import type { Desk } from '../desk/desk.ts';

/** What became of a template at which the key of favourites was pressed. */
export type FavouriteChange =
  | { readonly kind: 'added'; readonly place: number }
  | { readonly kind: 'removed' }
  | { readonly kind: 'full' };

/** My favourites by their digits. */
export function favouriteTemplates(desk: Desk): readonly FavouriteTemplate[] {
  return new TemplateFavouriteStore(desk.store.sql).of(desk.me.id);
}

/** Puts a template among my favourites, at the first free digit, or takes it out. */
export function toggleFavourite(desk: Desk, templateId: string): FavouriteChange {
  const store = new TemplateFavouriteStore(desk.store.sql);
  if (store.remove(desk.me.id, templateId)) return { kind: 'removed' };
  const place = store.add(desk.me.id, templateId);
  return place === null ? { kind: 'full' } : { kind: 'added', place };
}
