/** A pack that was put in force, and by whom. Version 0 is the pack that came with the program. */
export interface DeskVersion {
  readonly version: number;
  /** Of the texts of its files. */
  readonly hash: string;
  readonly at: number;
  readonly byId: string;
  /** The parts that it changed. */
  readonly changed: readonly string[];
}

/** Puts a pack in force. `files` are the texts of its files by their names. */
export interface ApplyDesk {
  readonly type: 'apply-desk';
  /** The version it was compared with; another one in force meanwhile makes it stale. */
  readonly baseVersion: number;
  readonly files: Readonly<Record<string, string>>;
}

const FILE = /^[a-z][a-z-]{0,39}\.yaml$/;

/** Whether a file of a pack has the name of one: packs come from others, and are written to folders. */
export function isPackFile(name: string): boolean {
  return FILE.test(name);
}

/** What happened to the desk itself. The texts stand in the version's own row. */
export interface DeskFact {
  readonly type: 'desk-applied';
  readonly version: number;
  readonly hash: string;
  readonly files: readonly string[];
  readonly changed: readonly string[];
}

/** A fact about the desk with its identity. */
export interface DeskEvent {
  readonly id: string;
  readonly opId: string;
  readonly at: number;
  readonly byId: string;
  readonly device: string;
  readonly fact: DeskFact;
}

/** The name of the desk in events and operations. */
export const DESK_ENTITY = 'desk';
