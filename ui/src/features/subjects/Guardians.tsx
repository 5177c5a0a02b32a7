/** A subject's guardians, each with a household of their own: contact data, the way to the customer, add, remove. */
import { Plus, UserMinus } from "lucide-react";
import { useState } from "react";
import { useAct, useMay, usePagedMethod, type GuardianDto, type SubjectDto } from "../../api";
import { Badge, Button, ButtonRow, ComboBox, ErrorText, Part, useAsk, useToast } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useDebounced } from "../../components/useDebounced";
import { useT } from "../../l10n";
import { customerName } from "../customers/versions";
import { subjectName } from "./names";
import styles from "./Subjects.module.css";

export function Guardians({
  subject,
  isHeld,
  onChanged,
}: {
  subject: SubjectDto;
  /** Not now: something else about the subject is not saved. */
  isHeld: boolean;
  onChanged(subject: SubjectDto): void;
}) {
  const t = useT();
  const ask = useAsk();
  const toast = useToast();
  const may = useMay()("change_subjects");
  const [isAdding, setAdding] = useState(false);
  const child = subjectName(subject.fields);
  const remove = useAct("guardian_remove", {
    onDone: (stored) => {
      toast({ text: t("guardian-removed") });
      onChanged(stored);
    },
  });
  const askToRemove = async (guardian: GuardianDto) => {
    const { name, customerId } = guardian;
    const isSure = await ask({
      title: t("guardian-remove-title", { name }),
      text: t("guardian-remove-text", { name, child }),
      confirm: t("guardian-remove-yes"),
      cancel: t("guardian-remove-no"),
      isDangerous: true,
    });
    if (isSure) remove.mutate({ subjectId: subject.id, customerId });
  };
  return (
    <Part
      title={t("subject-guardians")}
      aside={
        may && !isAdding ? (
          <Button size="small" icon={Plus} onPress={() => setAdding(true)} isDisabled={isHeld}>
            {t("guardian-add")}
          </Button>
        ) : null
      }
    >
      {remove.error ? <ErrorText error={remove.error} /> : null}
      {subject.guardians.length === 0 && !isAdding ? (
        <p className={styles.quiet}>{t("subject-no-guardians")}</p>
      ) : (
        <ul className={styles.guardians}>
          {subject.guardians.map((guardian) => (
            <li key={guardian.customerId} className={styles.guardian}>
              <div className={styles.head}>
                <LinkTo path={`/customers/${guardian.customerId}`}>{guardian.name}</LinkTo>
                {guardian.isWithheld ? <Badge tone="protected">{t("protection-withheld")}</Badge> : null}
              </div>
              {guardian.isWithheld ? (
                <p className={styles.quiet}>{t("guardian-withheld")}</p>
              ) : (
                <Contact guardian={guardian} />
              )}
              {may ? (
                <ButtonRow>
                  <Button
                    size="small"
                    variant="quiet"
                    icon={UserMinus}
                    aria-label={t("guardian-remove-of", { name: guardian.name })}
                    onPress={() => void askToRemove(guardian)}
                    isDisabled={isHeld}
                  >
                    {t("guardian-remove")}
                  </Button>
                </ButtonRow>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {isAdding && !isHeld ? (
        <AddGuardian
          subject={subject}
          onClose={() => setAdding(false)}
          onAdded={(stored) => {
            setAdding(false);
            onChanged(stored);
          }}
        />
      ) : null}
    </Part>
  );
}

function Contact({ guardian }: { guardian: GuardianDto }) {
  const t = useT();
  const place = [guardian.postalCode, guardian.town].filter(Boolean).join(" ");
  const lines = [guardian.phone, guardian.email, guardian.street, place].filter(Boolean);
  return (
    <div className={styles.contact}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      <span>
        {t(`language-${guardian.language}`)}
        {guardian.orders > 0 ? `, ${t("guardian-orders", { count: guardian.orders })}` : null}
      </span>
    </div>
  );
}

const SHOWN = 12;

/** A customer found by typing becomes a guardian. */
function AddGuardian({
  subject,
  onClose,
  onAdded,
}: {
  subject: SubjectDto;
  onClose(): void;
  onAdded(subject: SubjectDto): void;
}) {
  const t = useT();
  const toast = useToast();
  const mayAddCustomer = useMay()("change_customers");
  const [text, setText] = useState<string | null>(null);
  const [picked, setPicked] = useState<{ id: number; label: string } | null>(null);
  const wanted = useDebounced((text ?? "").trim());
  const found = usePagedMethod(
    "customer_search",
    { search: wanted, sort: "name" },
    { limit: SHOWN, enabled: text !== null },
  );
  const known = new Set(subject.guardians.map((guardian) => guardian.customerId));
  const choices = found.rows
    .filter((row) => !known.has(row.id))
    .map((row) => ({
      id: row.id,
      label: customerName(row),
      note: row.isWithheld
        ? t("protection-withheld")
        : [row.phone, row.email, row.town].filter(Boolean).join(" · "),
    }));
  const add = useAct("guardian_add", {
    onDone: (stored) => {
      toast({ text: t("guardian-added") });
      onAdded(stored);
    },
  });
  return (
    <form
      className={styles.entry}
      aria-label={t("guardian-add")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (picked && !add.isPending) add.mutate({ subjectId: subject.id, customerId: picked.id });
      }}
    >
      <ComboBox<number>
        label={t("guardian-customer")}
        help={t("guardian-customer-help")}
        autoFocus
        choices={choices}
        inputValue={text ?? picked?.label ?? ""}
        onInputChange={setText}
        value={picked?.id ?? null}
        onChange={(chosen) => {
          // leaving the field tells the one it already has: the name comes back in place of what was typed
          setText(null);
          const choice = chosen === picked?.id ? undefined : choices.find((entry) => entry.id === chosen);
          if (choice) setPicked(choice);
        }}
        emptyText={found.isLoading ? t("form-loading") : t("guardian-customer-none")}
      />
      {mayAddCustomer ? (
        <p className={styles.quiet}>
          {t("guardian-not-there")} <LinkTo path="/customers/new">{t("customers-new")}</LinkTo>
        </p>
      ) : null}
      {add.error ? <ErrorText error={add.error} /> : null}
      <ButtonRow>
        <Button type="submit" variant="primary" isPending={add.isPending} isDisabled={!picked}>
          {t("guardian-add-button")}
        </Button>
        <Button onPress={onClose}>{t("form-cancel")}</Button>
      </ButtonRow>
    </form>
  );
}
