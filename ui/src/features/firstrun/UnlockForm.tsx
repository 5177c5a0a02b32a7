/** Opening a locked register with its passphrase or its recovery code. */
import { Eye, EyeOff, LockKeyhole } from "lucide-react";
import { useState, type FormEvent } from "react";
import { ApiError, useAppState, useCall, useSetAppState, type AppState, type RegisterKind } from "../../api";
import { Button, IconButton } from "../../components/Button";
import { cx } from "../../components/classes";
import { RadioGroup, TextField } from "../../components/Field";
import { ErrorText } from "../../components/Notice";
import { FilterChips } from "../../components/Tabs";
import { useT } from "../../l10n";
import { writePreference } from "../../navigation";
import { DemonstrationProgress } from "./Doors";
import styles from "./Firstrun.module.css";
import { noteRecovery } from "./recovered";
import { submitOnEnter } from "./submitOnEnter";
import { useCountdown } from "./useCountdown";
import { useDemonstration } from "./useDemonstration";

type Means = "passphrase" | "recovery";

export function UnlockForm() {
  const t = useT();
  const app = useAppState();
  return app ? <Form key={`${app.register}`} app={app} heading={t("unlock-title")} /> : null;
}

function Form({ app, heading }: { app: AppState; heading: string }) {
  const t = useT();
  const call = useCall();
  const setAppState = useSetAppState();
  const demonstration = useDemonstration();
  const [means, setMeans] = useState<Means>("passphrase");
  const [entered, setEntered] = useState("");
  const [isShown, setShown] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [wait, setWait] = useState(() => ({ ms: app.waitMs, readAt: Date.now() }));
  const seconds = useCountdown(wait.ms, wait.readAt);

  const readWait = async () => {
    const state = await call("app_state", {});
    setWait({ ms: state.waitMs, readAt: Date.now() });
  };

  const unlock = async () => {
    setBusy(true);
    setError(null);
    try {
      const state =
        means === "passphrase"
          ? await call("register_unlock", { passphrase: entered })
          : await call("register_unlock_with_recovery", { code: entered });
      if (means === "recovery") {
        noteRecovery();
        writePreference("section", "settings");
      }
      setAppState(state);
    } catch (cause) {
      setError(ApiError.from(cause));
      await readWait().catch(() => undefined);
    } finally {
      setBusy(false);
    }
  };

  const choose = (register: RegisterKind) => {
    setError(null);
    call("register_choose", { register }).then(setAppState, (cause: unknown) =>
      setError(ApiError.from(cause)),
    );
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && seconds === 0 && entered.trim()) void unlock();
  };

  const isDemonstration = app.register === "demonstration";
  const canSubmit = entered.trim() !== "" && seconds === 0;

  return (
    <form
      className={cx(styles.panel, styles.narrow)}
      onSubmit={submit}
      onKeyDown={submitOnEnter}
      noValidate
      aria-label={heading}
    >
      <div className={styles.panelHead}>
        <h1>{heading}</h1>
        <p>{t(`unlock-register-${app.register}`)}</p>
      </div>
      <div className={styles.panelBody}>
        {app.existing.length > 1 ? (
          <RadioGroup<RegisterKind>
            label={t("unlock-register")}
            value={app.register}
            onChange={choose}
            choices={app.existing.map((register) => ({
              id: register,
              label: t(`unlock-register-${register}`),
            }))}
          />
        ) : null}
        <FilterChips<Means>
          label={t("unlock-with")}
          isSingle
          chips={[
            { id: "passphrase", label: t("unlock-with-passphrase") },
            { id: "recovery", label: t("unlock-with-recovery") },
          ]}
          selected={new Set([means])}
          onChange={(chosen) => {
            const [next] = chosen;
            if (!next || next === means) return;
            setMeans(next);
            setEntered("");
            setError(null);
          }}
        />
        {means === "passphrase" ? (
          <div className={styles.withButton}>
            <TextField
              key="passphrase"
              label={t("passphrase-field")}
              type={isShown ? "text" : "password"}
              autoComplete="current-password"
              value={entered}
              onChange={setEntered}
              autoFocus
            />
            <IconButton
              icon={isShown ? EyeOff : Eye}
              label={t(isShown ? "passphrase-hide" : "passphrase-show")}
              onPress={() => setShown(!isShown)}
            />
          </div>
        ) : (
          <div className={styles.code}>
            <TextField
              key="recovery"
              label={t("recovery-confirm-field")}
              help={t("recovery-confirm-help")}
              value={entered}
              onChange={setEntered}
              isMultiline
              autoFocus
            />
          </div>
        )}
        {isDemonstration && app.demonstrationPassphrase && means === "passphrase" ? (
          <div className={styles.hint}>
            <span>{t("unlock-demonstration")}</span>
            <code>{app.demonstrationPassphrase}</code>
            <Button size="small" onPress={() => setEntered(app.demonstrationPassphrase ?? "")}>
              {t("unlock-fill")}
            </Button>
          </div>
        ) : null}
        {error ? <ErrorText error={error} /> : null}
        {seconds > 0 ? (
          <p className={styles.wait} role="timer">
            {t("unlock-wait", { seconds })}
          </p>
        ) : null}
        {demonstration.error ? <ErrorText error={demonstration.error} /> : null}
        <DemonstrationProgress demonstration={demonstration} />
      </div>
      <div className={styles.panelFoot}>
        {app.existing.includes("studio") ? null : (
          <Button variant="quiet" onPress={() => choose("studio")}>
            {t("unlock-create")}
          </Button>
        )}
        {app.existing.includes("demonstration") ? null : (
          <Button variant="quiet" onPress={demonstration.open} isPending={demonstration.isBusy}>
            {t("unlock-demo")}
          </Button>
        )}
        <span className={styles.push} />
        <Button type="submit" variant="primary" icon={LockKeyhole} isPending={isBusy} isDisabled={!canSubmit}>
          {t("unlock-button")}
        </Button>
      </div>
    </form>
  );
}
