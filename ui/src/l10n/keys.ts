/**
 * Message keys and what their texts take, as types: a wrong key or a missing argument does not compile.
 *
 * Deliberately not here: the texts. The list of keys is `generated.ts`, made from the same files.
 */
import type { MessageArguments, MessageKey } from "./generated";

export type { MessageKey };

type Intersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void
  ? I
  : never;
type Merged<K extends MessageKey> = Intersection<K extends MessageKey ? MessageArguments[K] : never>;

/** What follows the key: nothing, or the arguments of its text; of every text when there are several keys. */
export type ArgumentsOf<K extends MessageKey> = keyof Merged<K> extends never ? [] : [args: Merged<K>];

/** Keys of texts that take no arguments: for tables of labels. */
export type PlainKey = { [K in MessageKey]: keyof MessageArguments[K] extends never ? K : never }[MessageKey];

type Kebab<Code extends string> = Code extends `${infer Head}_${infer Tail}`
  ? `${Head}-${Kebab<Tail>}`
  : Code;

/** Wire codes are `snake_case`, message keys `kebab-case`. */
export function codeKey<Prefix extends string, Code extends string>(
  prefix: Prefix,
  code: Code,
): `${Prefix}-${Kebab<Code>}` {
  return `${prefix}-${code.replaceAll("_", "-")}` as `${Prefix}-${Kebab<Code>}`;
}
