import type { Channel } from '../vocabulary.ts';
import type { ChannelSignOff, PracticeRecord } from './practice-record.ts';

/** Who gets live tickets of which channel. */
export interface SignOffs {
  isSignedOff(personId: string, channel: Channel): boolean;
}

/** What stands for a channel now; null while nobody has said anything. */
export function standingSignOff(
  record: Pick<PracticeRecord, 'signOffs'> | null,
  channel: Channel,
): ChannelSignOff | null {
  return record?.signOffs.findLast((one) => one.channel === channel) ?? null;
}

/** Whether somebody with this record gets live tickets of a channel. */
export function isSignedOff(
  record: Pick<PracticeRecord, 'signOffs'> | null,
  channel: Channel,
): boolean {
  const standing = standingSignOff(record, channel);
  return standing !== null && standing.state !== 'withdrawn';
}
