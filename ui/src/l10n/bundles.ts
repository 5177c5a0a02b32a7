/** Fluent bundles of the three languages, from the one source in `assets/l10n`. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { LanguageDto } from "../api/generated";
import type { ArgumentsOf, MessageKey } from "./keys";

export type Language = LanguageDto;

export const LANGUAGES: readonly Language[] = ["fi", "sv", "en"];

/** Locale for Intl and for React Aria. */
export const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-SE", en: "en-GB" };

const sources: Record<string, string> = import.meta.glob(
  ["../../../assets/l10n/*/*.ftl", "!**/documents.ftl"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

const bundles = new Map<Language, FluentBundle>();

export function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  const bundle = new FluentBundle(LOCALES[language], { useIsolating: false });
  for (const [path, text] of Object.entries(sources))
    if (path.includes(`/l10n/${language}/`)) bundle.addResource(new FluentResource(text));
  bundles.set(language, bundle);
  return bundle;
}

function patternOf(language: Language, key: string) {
  const dot = key.indexOf(".");
  const message = bundleOf(language).getMessage(dot < 0 ? key : key.slice(0, dot));
  return dot < 0 ? message?.value : message?.attributes[key.slice(dot + 1)];
}

/** The text of `key` or `key.attribute`. */
export function textOf<K extends MessageKey>(language: Language, key: K, ...args: ArgumentsOf<K>): string {
  return codedTextOf(language, key, args[0] as Record<string, FluentVariable> | undefined);
}

/** The text of a key made from a code that came as data; the key itself when there is none, so that a gap is seen. */
export function codedTextOf(language: Language, key: string, args?: Record<string, FluentVariable>): string {
  const pattern = patternOf(language, key);
  return pattern ? bundleOf(language).formatPattern(pattern, args, []) : key;
}

export function hasText(language: Language, key: string): boolean {
  return Boolean(patternOf(language, key));
}
