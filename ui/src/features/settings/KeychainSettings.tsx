/** Unlocking on this computer without a passphrase: off until its person turns it on with their passphrase. */
import { useState } from "react";
import { ApiError, useCall, useMethod, type KeychainState } from "../../api";
import { Banner, Button, ButtonRow, ErrorText, TextField, useToast } from "../../components";
import { useT } from "../../l10n";
import styles from "./Settings.module.css";

export function KeychainSettings() {
  const t = useT();
  const call = useCall();
  const toast = useToast();
  const { data, error: unread, refetch } = useMethod("keychain_get", {});
  const [passphrase, setPassphrase] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (unread) return <ErrorText error={unread} onRetry={() => void refetch()} />;
  if (!data) return null;

  const turn = async (change: () => Promise<KeychainState>) => {
    setBusy(true);
    setError(null);
    try {
      const { isEnabled } = await change();
      setPassphrase("");
      toast({ text: t(isEnabled ? "settings-keychain-enabled" : "settings-keychain-disabled") });
    } catch (cause) {
      setError(ApiError.from(cause));
    } finally {
      await refetch();
      setBusy(false);
    }
  };
  const canEnable = passphrase !== "" && !isBusy;
  return (
    <section className={styles.section} aria-labelledby="settings-keychain">
      <div>
        <h2 id="settings-keychain">{t("settings-keychain")}</h2>
        <p className={styles.quiet}>{t("settings-keychain-lead")}</p>
      </div>
      <form
        className={styles.form}
        noValidate
        aria-labelledby="settings-keychain"
        onSubmit={(event) => {
          event.preventDefault();
          if (canEnable) void turn(() => call("keychain_enable", { passphrase }));
        }}
      >
        <p role="status">{t(data.isEnabled ? "settings-keychain-on" : "settings-keychain-off")}</p>
        {data.isEnabled ? null : (
          <>
            <Banner tone="attention">
              <p>{t("settings-keychain-risk")}</p>
            </Banner>
            <TextField
              label={t("settings-keychain-passphrase")}
              type="password"
              autoComplete="current-password"
              value={passphrase}
              onChange={setPassphrase}
            />
          </>
        )}
        {error ? <ErrorText error={error} /> : null}
        <ButtonRow>
          {data.isEnabled ? (
            <Button isPending={isBusy} onPress={() => void turn(() => call("keychain_disable", {}))}>
              {t("settings-keychain-disable")}
            </Button>
          ) : (
            <Button type="submit" isPending={isBusy} isDisabled={!canEnable}>
              {t("settings-keychain-enable")}
            </Button>
          )}
        </ButtonRow>
      </form>
    </section>
  );
}
