/** `3:07`, `1:02:07` from an hour on, `−0:12` for what is over: only what runs shows seconds. */
export function runningClock(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const pad = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours > 0 ? `${hours}:${pad(minutes)}` : String(minutes);
  return `${ms < 0 ? '−' : ''}${head}:${pad(seconds % 60)}`;
}
