import { isMap, isScalar, parseDocument } from 'yaml';
import { must } from '../util/must.ts';
import { splitFrontMatter } from './front-matter.ts';

/**
 * Sets one value in the front matter of a file and leaves every other byte as it is. `path` has
 * one name, or two for a value of a nested block. The front matter must be readable.
 */
export function setFrontMatter(
  text: string,
  path: readonly [string] | readonly [string, string],
  value: string | number,
): string {
  const front = splitFrontMatter(text);
  const body = must(front.ok ? front.body : null, 'readable front matter');
  const head = text.slice(0, text.length - body.length);
  const start = head.indexOf('\n') + 1;
  const end = head.trimEnd().lastIndexOf('\n') + 1;
  const yaml = withValue(head.slice(start, end), path, value);
  return head.slice(0, start) + yaml + head.slice(end) + body;
}

function withValue(
  yaml: string,
  path: readonly [string] | readonly [string, string],
  value: string | number,
): string {
  const document = parseDocument(yaml);
  const known: unknown = document.getIn(path, true);
  if (isScalar(known) && known.range && known.source !== '') {
    const [from, to] = known.range;
    return yaml.slice(0, from) + String(value) + yaml.slice(to);
  }
  const lineEnd = yaml.includes('\r\n') ? '\r\n' : '\n';
  const block: unknown = path.length === 1 ? document.contents : document.get(path[0], true);
  const first = isMap(block) && !block.flow ? block.items[0]?.key : null;
  if (!isScalar(first) || !first.range) {
    // A block in braces, or none yet: only the front matter is written anew.
    document.setIn(path, value);
    return String(document);
  }
  if (path.length === 1) return `${yaml}${path[0]}: ${value}${lineEnd}`;
  const at = first.range[0];
  const indent = yaml.slice(yaml.lastIndexOf('\n', at) + 1, at);
  return `${yaml.slice(0, at)}${path.at(-1)}: ${value}${lineEnd}${indent}${yaml.slice(at)}`;
}
