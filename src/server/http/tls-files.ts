import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { UserError } from '../../util/user-error.ts';

/** A certificate with its key, and what clients may pin it by. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
  /** SHA-256 of the certificate, as `AB:CD:…`. */
  readonly fingerprint: string;
}

/** Reads a certificate and its key, and sees that they belong together. Throws a UserError. */
export function readTlsFiles(certPath: string, keyPath: string): TlsFiles {
  const [cert, key] = [readText(certPath), readText(keyPath)];
  try {
    const { fingerprint256: fingerprint } = new X509Certificate(cert);
    createSecureContext({ cert, key });
    return { cert, key, fingerprint };
  } catch (error) {
    throw new UserError('serve-tls-wrong', { cert: certPath, key: keyPath }, { cause: error });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError('file-not-readable', { path }, { cause: error });
  }
}
