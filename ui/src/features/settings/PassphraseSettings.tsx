/** Changing the passphrase. What is typed lives here only and is gone once it is changed. */
import { useState } from "react";
import { ApiError, useCall } from "../../api";
import { Banner, Button, ButtonRow, ErrorText, TextField, useToast } from "../../components";
import { useT } from "../../l10n";
import { NO_PASSPHRASE, NewPassphrase, isUsable } from "../firstrun/NewPassphrase";
import { forgetRecovery, useIsRecovered } from "../firstrun/recovered";
import styles from "./Settings.module.css";

export function PassphraseSettings() {
  const t = useT();
  const call = useCall();
  const toast = useToast();
  const isRecovered = useIsRecovered();
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
      forgetRecovery();
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
      {isRecovered ? (
        <Banner tone="attention">
          <p>{t("unlock-recovered")}</p>
        </Banner>
      ) : null}
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
          label={t(isRecovered ? "settings-passphrase-current-or-code" : "settings-passphrase-current")}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <NewPassphrase draft={draft} onChange={setDraft} studio={null} label={t("settings-passphrase-new")} />
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
