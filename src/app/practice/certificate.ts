import type { Attestation, RecordedRun } from '../../domain/practice/practice-record.ts';
import type { Desk } from '../desk/desk.ts';
import { scenarioTexts } from './scenario-texts.ts';

/** How a certificate stands at a moment. */
export type CertificateState = 'valid' | 'expired' | 'unknown';

/** A certificate with what it was given for. */
export interface Certificate {
  readonly personId: string;
  readonly person: string;
  readonly state: Exclude<CertificateState, 'unknown'>;
  readonly attestation: Attestation;
  readonly runs: readonly RecordedRun[];
  /** Scenarios whose text is another one by now, or that are gone. */
  readonly changed: readonly string[];
}

/** The last certificate of a person; null while there is none. */
export async function certificateOf(desk: Desk, personId: string): Promise<Certificate | null> {
  const attestation = desk.practiceRecords.of(personId).attestations.at(-1);
  return attestation ? certificate(desk, personId, attestation) : null;
}

/** The certificate of a code; null for one that nobody has. */
export async function certificateByCode(desk: Desk, code: string): Promise<Certificate | null> {
  const wanted = code.trim().toLowerCase();
  for (const { personId, attestations } of desk.practiceRecords.all()) {
    const found = attestations.findLast((one) => one.code === wanted);
    if (found) return certificate(desk, personId, found);
  }
  return null;
}

async function certificate(
  desk: Desk,
  personId: string,
  attestation: Attestation,
): Promise<Certificate> {
  const record = desk.practiceRecords.of(personId);
  const runs = attestation.runIds.flatMap((id) => record.runs.find((run) => run.id === id) ?? []);
  const texts = await scenarioTexts(desk);
  return {
    ...{ personId, person: desk.people.person(personId)?.name ?? personId },
    state: desk.clock.now() < attestation.expiresAt ? 'valid' : 'expired',
    ...{ attestation, runs },
    changed: runs
      .filter(({ scenarioHash }) => !texts.has(scenarioHash))
      .map(({ scenarioId }) => scenarioId),
  };
}
