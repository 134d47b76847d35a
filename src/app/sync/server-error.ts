import type { TransportProblem } from '../../protocol/transport.ts';
import { UserError } from '../../util/user-error.ts';

/** Why a server that was needed did not serve, as something to tell. */
export function serverError(problem: TransportProblem, address: string): UserError {
  if (problem.kind === 'offline') return offlineError(problem.reason, address);
  const { code, retryAfterMs } = problem;
  switch (code) {
    case 'code-unknown':
      return new UserError('login-code-wrong', {});
    case 'rate-limited':
      return new UserError('server-wants-pause', {
        seconds: Math.ceil((retryAfterMs ?? 0) / 1000),
      });
    case 'client-too-old':
    case 'server-too-old':
    case 'token-revoked':
    case 'token-expired':
      return new UserError(`sync-${code}`, { address });
    default:
      return new UserError('server-unreachable', { address, reason: code });
  }
}

function offlineError(reason: string, address: string): UserError {
  if (reason === 'certificate-unknown') return new UserError('certificate-unknown', { address });
  if (reason === 'certificate-expired') return new UserError('certificate-expired', { address });
  return new UserError('server-unreachable', { address, reason });
}
