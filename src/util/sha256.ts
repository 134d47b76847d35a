/**
 * SHA-256 in hexadecimal digits. Node's module is loaded by the first call: it costs a tenth of a
 * one-shot command, and most of them compare nothing.
 */
export function sha256(data: string | Uint8Array): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', data);
}
