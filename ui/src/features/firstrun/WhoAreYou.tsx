/**
 * After a key that names nobody opened the register: whose hands are at the keyboard? They get a passphrase on this
 * computer and are signed in with it. A register without an owner gets one here, before anybody else.
 */
import { useState, type FormEvent } from "react";
import { ApiError, useCall, useMethod, useSetAppState, type StaffMemberDto } from "../../api";
import { Button } from "../../components/Button";
import { cx } from "../../components/classes";
import { Select } from "../../components/Field";
import { ErrorText } from "../../components/Notice";
import { useT } from "../../l10n";
import styles from "./Firstrun.module.css";
import { NO_PASSPHRASE, NewPassphrase, isUsable } from "./NewPassphrase";
import { OwnerFields } from "./OwnerFields";

const NONE: StaffMemberDto[] = [];

export function WhoAreYou({ onSkip }: { onSkip(): void }) {
  const t = useT();
  const call = useCall();
  const setAppState = useSetAppState();
  const list = useMethod("staff_list", {});
  const present = (list.data?.members ?? NONE).filter(
    (member) => member.status !== "left" && member.fields.agreedOn !== "",
  );
  const owners = present.filter((member) => member.fields.role === "owner");
  const people = owners.some((member) => member.status === "active") ? present : owners;
  const [chosen, setChosen] = useState<number | null>(null);
  const [owner, setOwner] = useState({ name: "", agreedOn: "" });
  const [draft, setDraft] = useState(NO_PASSPHRASE);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isFirst = list.isSuccess && people.length === 0;
  const who = people.find((member) => member.id === chosen) ?? people[0];
  const name = who?.fields.name ?? owner.name;

  const goOn = async () => {
    setBusy(true);
    setError(null);
    try {
      if (!who) await call("owner_check", owner);
      const id = who?.id ?? (await call("staff_add", { ...owner, role: "owner" })).id;
      setAppState(await call("sign_in_by_name", { id, passphrase: draft.passphrase }));
    } catch (cause) {
      setError(ApiError.from(cause));
      setBusy(false);
    }
  };
  const canGoOn = isUsable(draft) && name.trim() !== "" && !isBusy;
  return (
    <form
      className={cx(styles.panel, styles.narrow)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (canGoOn) void goOn();
      }}
      noValidate
      aria-label={t("who-title")}
    >
      <div className={styles.panelHead}>
        <h1>{t("who-title")}</h1>
        <p>{t(isFirst ? "who-first-lead" : "who-lead")}</p>
      </div>
      <div className={styles.panelBody}>
        {list.error ? <ErrorText error={list.error} onRetry={() => void list.refetch()} /> : null}
        {error ? <ErrorText error={error} /> : null}
        {who ? (
          <Select<number>
            label={t("sign-in-name")}
            value={who.id}
            onChange={setChosen}
            choices={people.map((member) => ({ id: member.id, label: member.fields.name }))}
          />
        ) : null}
        {isFirst ? <OwnerFields value={owner} onChange={setOwner} error={error} autoFocus /> : null}
        <NewPassphrase
          draft={draft}
          onChange={setDraft}
          ownWords={name.split(" ")}
          label={t("unlock-new-passphrase")}
        />
      </div>
      <div className={styles.panelFoot}>
        <Button variant="quiet" onPress={onSkip} isDisabled={isBusy}>
          {t("who-skip")}
        </Button>
        <span className={styles.push} />
        <Button type="submit" variant="primary" isPending={isBusy} isDisabled={!canGoOn}>
          {t("who-go-on")}
        </Button>
      </div>
    </form>
  );
}
