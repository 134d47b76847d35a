// What every start of a command needs. The bundle puts it into one file (see src/build/bundle.ts):
// each further file costs a millisecond of the twenty that a start takes.
import './commands/queue.ts';
import './commands/show.ts';
import './read-text.ts';
import './run-process.ts';
import './ticket-command.ts';
