/** Changing the passphrase. What is typed lives here only and is gone once it is changed. */
import { useState } from "react";
import { ApiError, useAppState, useCall } from "../../api";
import { Button, ButtonRow, ErrorText, TextField, useToast } from "../../components";
import { useT } from "../../l10n";
import { NO_PASSPHRASE, NewPassphrase, isUsable } from "../firstrun/NewPassphrase";
import styles from "./Settings.module.css";

export function PassphraseSettings() {
  const t = useT();
  const call = useCall();
  const toast = useToast();
  const signer = useAppState()?.signer;
  const [current, setCurrent] = useState("");
  const [draft, setDraft] = useState(NO_PASSPHRASE);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);

  const change = async () => {
    setBusy(true);
    setError(null);
    try {
      await call("passphrase_change", { current, new: draft.passphrase });
      setCurrent("");
      setDraft(NO_PASSPHRASE);
      toast({ text: t("settings-passphrase-changed") });
    } catch (cause) {
      setError(ApiError.from(cause));
    } finally {
      setBusy(false);
    }
  };
  const canChange = current !== "" && isUsable(draft) && !isBusy;
  return (
    <section className={styles.section} aria-labelledby="settings-passphrase">
      <div>
        <h2 id="settings-passphrase">{t("settings-passphrase")}</h2>
        <p className={styles.quiet}>{t("settings-passphrase-lead")}</p>
      </div>
      <form
        className={styles.form}
        noValidate
        aria-labelledby="settings-passphrase"
        onSubmit={(event) => {
          event.preventDefault();
          if (canChange) void change();
        }}
      >
        <TextField
          label={t("settings-passphrase-current-or-code")}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <NewPassphrase
          draft={draft}
          onChange={setDraft}
          ownWords={signer?.name?.split(" ") ?? []}
          label={t("settings-passphrase-new")}
        />
        {error ? <ErrorText error={error} /> : null}
        <ButtonRow>
          <Button type="submit" variant="primary" isPending={isBusy} isDisabled={!canChange}>
            {t("settings-passphrase-change")}
          </Button>
        </ButtonRow>
      </form>
    </section>
  );
}
