import type { LanguageDto } from "../../api";

interface Named {
  nameFi: string;
  nameSv: string;
  nameEn: string;
}

/** The product's name in a language; the Finnish one where the language has none. */
export function productName(product: Named, language: LanguageDto): string {
  const name = { fi: product.nameFi, sv: product.nameSv, en: product.nameEn }[language];
  return name || product.nameFi || product.nameSv || product.nameEn;
}
