/** What happened, line by line, and one hash over all of it: equal runs have equal hashes. */
export class Trace {
  readonly lines: string[] = [];
  #hash = 0x81_1c_9d_c5;

  /** Keeps one line. `detail` goes into the hash only. */
  add(line: string, detail: unknown = ''): void {
    this.lines.push(line);
    const whole = `${line}\n${typeof detail === 'string' ? detail : JSON.stringify(detail)}`;
    for (let n = 0; n < whole.length; n++) {
      this.#hash = Math.imul(this.#hash ^ whole.charCodeAt(n), 16_777_619);
    }
  }

  get hash(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0');
  }
}
