/** Values of options as they were parsed. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Arguments and options of one call, with the type that each place expects. */
export interface CommandInput {
  readonly args: readonly string[];
  /** The argument at a place, or undefined. */
  argument(index: number): string | undefined;
  /** The argument that the parser has made sure of. */
  required(index: number): string;
  /** The value of `--name VALUE`, or undefined. */
  value(key: string): string | undefined;
  /** Whether `--name` was given. */
  has(key: string): boolean;
  /** All values of an option that may be repeated. */
  all(key: string): readonly string[];
}

/** Makes the input of a command from what a parser found. */
export function createInput(args: readonly string[], options: OptionValues): CommandInput {
  return {
    args,
    argument: (index) => args[index],
    required: (index) => args[index] ?? '',
    value: (key) => {
      const value = options[key];
      return typeof value === 'string' ? value : undefined;
    },
    has: (key) => options[key] === true,
    all: (key) => {
      const value = options[key];
      return Array.isArray(value) ? value : [];
    },
  };
}
