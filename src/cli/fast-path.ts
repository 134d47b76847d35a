/** Whether the command line asks for nothing but the version. */
export function wantsVersion(argv: readonly string[]): boolean {
  return argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V');
}
