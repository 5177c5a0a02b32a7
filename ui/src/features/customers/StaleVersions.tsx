/** Two versions of one customer side by side: each differing field is chosen, nothing is overwritten unseen. */
import { useState } from "react";
import type { CustomerDto, CustomerFieldsDto } from "../../api";
import { Banner, Button, ButtonRow, cx } from "../../components";
import { useLanguage, useT, type PlainKey } from "../../l10n";
import { countryName } from "../partners/countries";
import styles from "./Customers.module.css";
import { chosenVersion, differingFields, proposedChoices, type CustomerField, type Side } from "./versions";

const LABELS: Record<CustomerField, PlainKey> = {
  lastName: "field-label-last-name",
  firstName: "field-label-first-name",
  email: "field-label-email",
  phone: "field-label-phone",
  street: "field-label-street",
  postalCode: "field-label-postal-code",
  town: "field-label-town",
  country: "field-label-country",
  language: "field-label-language",
  note: "field-label-note",
};

export function StaleVersions({
  base,
  mine,
  theirs,
  isSaving,
  onSave,
  onTakeTheirs,
}: {
  base: CustomerFieldsDto;
  mine: CustomerFieldsDto;
  theirs: CustomerDto;
  isSaving: boolean;
  onSave(fields: CustomerFieldsDto): void;
  onTakeTheirs(): void;
}) {
  const t = useT();
  const language = useLanguage();
  const [chosen, setChosen] = useState<Partial<Record<CustomerField, Side>>>({});
  const fields = differingFields(mine, theirs.fields);
  const choices = { ...proposedChoices(base, mine, theirs.fields), ...chosen };

  const shown = (field: CustomerField, version: CustomerFieldsDto) => {
    if (field === "language") return t(`language-${version.language}`);
    if (field === "country") return version.country ? countryName(language, version.country) : "";
    return version[field];
  };

  return (
    <section className={styles.stale} aria-label={t("customer-stale-title")}>
      <Banner tone="attention" title={t("customer-stale-title")} isLive>
        <p>{t(fields.length === 0 ? "customer-stale-same" : "customer-stale-text")}</p>
      </Banner>
      {fields.length > 0 ? (
        <table className={styles.versions}>
          <thead>
            <tr>
              <th scope="col">{t("customer-stale-field")}</th>
              <th scope="col">{t("customer-stale-mine")}</th>
              <th scope="col">{t("customer-stale-theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{t(LABELS[field])}</th>
                {(["mine", "theirs"] as const).map((side) => {
                  const text = shown(field, side === "mine" ? mine : theirs.fields);
                  return (
                    <td key={side} className={cx(choices[field] === side && styles.taken)}>
                      <label className={styles.version}>
                        <input
                          type="radio"
                          name={`version-${field}`}
                          checked={choices[field] === side}
                          onChange={() => setChosen({ ...chosen, [field]: side })}
                          aria-label={`${t(LABELS[field])}, ${t(`customer-stale-${side}`)}: ${text}`}
                        />
                        <span className={cx(!text && styles.none)}>{text || t("form-empty-value")}</span>
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <ButtonRow>
        <Button
          variant="primary"
          isPending={isSaving}
          onPress={() => onSave(chosenVersion(mine, theirs.fields, choices))}
        >
          {t("customer-stale-save")}
        </Button>
        <Button onPress={onTakeTheirs} isDisabled={isSaving}>
          {t("customer-stale-take-theirs")}
        </Button>
      </ButtonRow>
    </section>
  );
}
