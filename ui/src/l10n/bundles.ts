/** Fluent bundles of the three languages, from the one source in `assets/l10n`. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { LanguageDto } from "../api/generated";

export type Language = LanguageDto;
export type Args = Record<string, FluentVariable>;

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

/** The text of `key` or `key.attribute`; the key itself when there is none, so that a gap is seen. */
export function textOf(language: Language, key: string, args?: Args): string {
  const bundle = bundleOf(language);
  const dot = key.indexOf(".");
  const message = bundle.getMessage(dot < 0 ? key : key.slice(0, dot));
  const pattern = dot < 0 ? message?.value : message?.attributes[key.slice(dot + 1)];
  return pattern ? bundle.formatPattern(pattern, args, []) : key;
}

export function hasText(language: Language, key: string): boolean {
  const dot = key.indexOf(".");
  const message = bundleOf(language).getMessage(dot < 0 ? key : key.slice(0, dot));
  return Boolean(dot < 0 ? message?.value : message?.attributes[key.slice(dot + 1)]);
}
