/** Countries to choose from, by their ISO 3166-1 codes. Whether one is accepted is decided by the register. */
import type { LanguageDto } from "../../api";

const CODES =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH " +
  "CI CK CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FO FR GA GB GD GE GF GG GH GI GL GM " +
  "GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA " +
  "LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO " +
  "NP NR NU NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST " +
  "SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS YE YT ZA ZM ZW";

/** Those met most at a Finnish studio stand first. */
const FIRST = ["FI", "SE", "EE", "DE", "DK", "NO"];

export interface Country {
  code: string;
  name: string;
}

const regions = new Map<LanguageDto, Intl.DisplayNames>();

function regionNames(language: LanguageDto): Intl.DisplayNames {
  const known = regions.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: "region" });
  regions.set(language, names);
  return names;
}

export function countries(language: LanguageDto): Country[] {
  const collator = new Intl.Collator(language);
  const all = CODES.split(" ").map((code) => ({ code, name: countryName(language, code) }));
  const first = FIRST.flatMap((code) => all.filter((country) => country.code === code));
  const rest = all.filter((country) => !FIRST.includes(country.code));
  return [...first, ...rest.sort((a, b) => collator.compare(a.name, b.name))];
}

export function countryName(language: LanguageDto, code: string): string {
  try {
    return regionNames(language).of(code) ?? code;
  } catch {
    return code;
  }
}
