/** A subject of whom nothing is known yet. It imports types alone, so that the invented studio (`dev/`) can read it too. */
import type { LanguageDto, SubjectFieldsDto } from "../../api";

export function emptySubject(language: LanguageDto): SubjectFieldsDto {
  return {
    lastName: "",
    firstName: "",
    callName: "",
    sourceId: "",
    bornOn: "",
    street: "",
    postalCode: "",
    town: "",
    phone: "",
    email: "",
    language,
    photoPermission: "unknown",
    publicationPermission: "unknown",
  };
}
