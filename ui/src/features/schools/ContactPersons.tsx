/** Those at a school whom the studio talks to, the first to ask first: added, removed and put in order. */
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useId, useLayoutEffect, useRef } from "react";
import type { ContactPersonDto } from "../../api";
import { Button, ButtonRow, FieldPanel, FieldRow, IconButton, TextField } from "../../components";
import { useT } from "../../l10n";
import styles from "./Schools.module.css";

const NOBODY: ContactPersonDto = { name: "", duty: "", email: "", phone: "" };

type Name = keyof ContactPersonDto;

export function ContactPersons({
  value,
  onChange,
  problemOf,
}: {
  value: readonly ContactPersonDto[];
  onChange(value: ContactPersonDto[]): void;
  /** By the name of the field: `contacts.0.email`. */
  problemOf(name: string): string | undefined;
}) {
  const t = useT();
  const id = useId();
  const title = `${id}-title`;
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current) document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  const move = (from: number, to: number) => {
    const contact = value[from];
    if (!contact) return;
    onChange(value.toSpliced(from, 1).toSpliced(to, 0, contact));
    const isUp = to < from ? to > 0 : to === value.length - 1;
    wanted.current = `${id}-${to}-${isUp ? "up" : "down"}`;
  };
  const text = (index: number, contact: ContactPersonDto, name: Name, label: string, more = {}) => (
    <TextField
      label={label}
      name={`contacts.${index}.${name}`}
      value={contact[name]}
      onChange={(entered) => onChange(value.with(index, { ...contact, [name]: entered }))}
      error={problemOf(`contacts.${index}.${name}`)}
      {...more}
    />
  );
  return (
    <section className={styles.contacts} aria-labelledby={title}>
      <h2 id={title}>{t("school-contacts")}</h2>
      <p className={styles.quiet}>{t("school-contacts-help")}</p>
      {value.map((contact, index) => {
        const name = contact.name || t("school-contact-place", { place: index + 1 });
        return (
          <div key={index} role="group" aria-label={name}>
            <FieldPanel>
              <FieldRow>
                {text(index, contact, "name", t("field-label-name"), {
                  isRequired: true,
                  autoFocus: index === value.length - 1 && contact === NOBODY,
                })}
                {text(index, contact, "duty", t("school-contact-duty"))}
              </FieldRow>
              <FieldRow>
                {text(index, contact, "phone", t("field-label-phone"), { type: "tel" })}
                {text(index, contact, "email", t("field-label-email"), { type: "email" })}
              </FieldRow>
              <ButtonRow>
                <IconButton
                  id={`${id}-${index}-up`}
                  icon={ArrowUp}
                  label={t("school-contact-up", { name })}
                  isDisabled={index === 0}
                  onPress={() => move(index, index - 1)}
                />
                <IconButton
                  id={`${id}-${index}-down`}
                  icon={ArrowDown}
                  label={t("school-contact-down", { name })}
                  isDisabled={index === value.length - 1}
                  onPress={() => move(index, index + 1)}
                />
                <IconButton
                  icon={Trash2}
                  label={t("school-contact-remove", { name })}
                  onPress={() => {
                    onChange(value.toSpliced(index, 1));
                    wanted.current = `${id}-add`;
                  }}
                />
              </ButtonRow>
            </FieldPanel>
          </div>
        );
      })}
      <ButtonRow>
        <Button id={`${id}-add`} size="small" icon={Plus} onPress={() => onChange([...value, NOBODY])}>
          {t("school-contact-add")}
        </Button>
      </ButtonRow>
    </section>
  );
}
