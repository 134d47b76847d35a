import { openMemory } from '../../src/store/open-memory.ts';
import type { Sql } from '../../src/store/sql.ts';
import { rowsOf } from './client-check.ts';
import type { SimClient } from './sim-client.ts';

interface StoryRow {
  readonly id: string;
  readonly story: string;
}

/** What figures are counted from; the place of an event in its store says nothing. */
const stories = `SELECT ticket_id AS id, created_at || ' ' || head || log AS story
  FROM ticket_story ORDER BY ticket_id`;
const columns = 'id, op_id, entity_id, type, at, by_id, device, fact';

/** One store for all clients: making its schema takes longer than telling the stories. */
let memory: Sql | null = null;

/** Figures follow the events, however often an exchange took them back and told them in another order. */
export function wrongStories(client: SimClient): readonly string[] {
  memory ??= openMemory();
  memory.run('DELETE FROM event');
  const places = columns.replaceAll(/\w+/g, '?');
  for (const row of rowsOf<object>(client, `SELECT ${columns} FROM event ORDER BY seq`)) {
    memory.run(`INSERT INTO event (${columns}) VALUES (${places})`, ...Object.values(row));
  }
  const told = new Map(memory.all<StoryRow>(stories).map(({ id, story }) => [id, plain(story)]));
  const kept = new Map(
    rowsOf<StoryRow>(client, stories).map(({ id, story }) => [id, plain(story)]),
  );
  return [...new Set([...told.keys(), ...kept.keys()])]
    .filter((id) => told.get(id) !== kept.get(id))
    .map((id) => `the story of ${id} is ${kept.get(id)}, its events tell ${told.get(id)}`);
}

function plain(story: string): string {
  return story.replaceAll(/^,\d+,/gm, ',');
}
