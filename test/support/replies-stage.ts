import { loadReplies } from '../../src/tui/model/replies-model.ts';
import { must } from '../../src/util/must.ts';
import { openWorkStage, type WorkStage, type WorkStageOptions } from './work-stage.ts';

/** A desk with one ticket of a known person selected and the templates read. */
export async function opensDesk(options: WorkStageOptions = {}): Promise<WorkStage> {
  const stage = await openWorkStage({ isContentRead: true, ...options }, (here) => {
    const contact = here.contact('Ольга Петрова', {
      callName: 'Ольга',
      email: 'olga@bank.example',
    });
    here.registers('VPN не пускает', 'Ошибка 691', contact.id);
  });
  const ticketId = must(stage.state.queue.rows[0], 'a ticket').id;
  stage.selects(ticketId);
  // Nothing is looked for beside the ticket: the base is not read.
  stage.ui.store.set({ beside: { ticketId, articles: [], similar: [], selected: 0 } });
  await loadReplies(stage.ui);
  return stage;
}
