/** A value made when it is first asked for, and kept: for what a start must not pay for. */
export function lazy<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
