// What most commands and the screens share beyond the core: one file of the bundle instead of
// twenty-five (see src/build/bundle.ts). `queue` and `show` do without it.
import '../app/upkeep/backup-store.ts';
import '../app/desk/content-library.ts';
import '../app/letter/deliver-letters.ts';
import '../app/demo/demo-presence.ts';
import '../app/content/knowledge.ts';
import '../app/letter/list-deliveries.ts';
import '../app/ticket/open-file.ts';
import '../app/demo/remove-demo.ts';
import '../app/content/render-template.ts';
import '../app/ticket/save-draft.ts';
import '../app/letter/send-reply.ts';
import '../app/people/served-people.ts';
import '../app/ticket/ticket-files.ts';
import '../app/ticket/undo-last.ts';
import '../domain/article.ts';
import '../domain/template.ts';
import '../i18n/delivery-text.ts';
import '../i18n/fill.ts';
import '../i18n/messages.ts';
import '../util/text-layout.ts';
