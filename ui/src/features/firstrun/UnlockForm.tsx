/**
 * Signing in: a name with its passphrase or the computer's keychain, or the recovery code. Where no passphrase can open, because the register was
 * brought from another computer, the code comes first; `WhoAreYou` then asks for a name.
 */
import { Eye, EyeOff, KeyRound, LockKeyholeOpen } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { ApiError, useAppState, useCall, useSetAppState, type AppState, type RegisterKind } from "../../api";
import { Button, IconButton } from "../../components/Button";
import { cx } from "../../components/classes";
import { RadioGroup, Select, TextField } from "../../components/Field";
import { Banner, ErrorText } from "../../components/Notice";
import { FilterChips } from "../../components/Tabs";
import { useCompare, useErrorWords, useT } from "../../l10n";
import { isNumberWithin, usePreference } from "../../navigation";
import { DemonstrationProgress } from "./Doors";
import styles from "./Firstrun.module.css";
import { submitOnEnter } from "./submitOnEnter";
import { useCountdown } from "./useCountdown";
import { useDemonstration } from "./useDemonstration";

type Means = "passphrase" | "recovery";

/** The passphrase from before the register knew its staff; ids begin at 1. */
const NOBODY = 0;
/** Who signed in last on this computer, by number. */
const LAST_SIGN_IN = "sign-in.last";

/** Refusals of what was typed: they stand at its field. */
const OF_THE_FIELD = ["wrong_passphrase", "wrong_recovery_code", "recovery_code_mistyped"];

export function UnlockForm() {
  const t = useT();
  const app = useAppState();
  return app ? <Form key={`${app.register}`} app={app} heading={t("unlock-title")} /> : null;
}

function Form({ app, heading }: { app: AppState; heading: string }) {
  const t = useT();
  const compare = useCompare();
  const call = useCall();
  const setAppState = useSetAppState();
  const demonstration = useDemonstration();
  const { signIns } = app;
  const [isBrought, setBrought] = useState(signIns.length === 0);
  const [last, setLast] = usePreference<number>(LAST_SIGN_IN, 0, isNumberWithin(0, Number.MAX_SAFE_INTEGER));
  const [who, setWho] = useState(() =>
    signIns.some((signIn) => signIn.staffId === last) ? last : (signIns[0]?.staffId ?? NOBODY),
  );
  const [means, setMeans] = useState<Means>(isBrought ? "recovery" : "passphrase");
  const [entered, setEntered] = useState("");
  const [isShown, setShown] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** The keychain may ask its user first, or never answer: the passphrase stays at hand. */
  const [isAsking, setAsking] = useState(false);
  const [wait, setWait] = useState(() => ({ ms: app.waitMs, readAt: Date.now() }));
  const seconds = useCountdown(wait.ms, wait.readAt);
  const words = useErrorWords();
  const form = useRef<HTMLFormElement>(null);
  const refusal = error && OF_THE_FIELD.includes(error.code) ? words(error) : null;
  const isRefused = refusal !== null && !isBusy;
  useEffect(() => {
    if (!isRefused) return;
    const field = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      "[data-secret] :is(input, textarea)",
    );
    field?.focus();
    field?.select();
  }, [isRefused]);

  const readWait = async () => {
    const state = await call("app_state", {});
    setWait({ ms: state.waitMs, readAt: Date.now() });
  };

  const unlock = async (open: () => Promise<AppState>, setPending = setBusy) => {
    setPending(true);
    setError(null);
    try {
      const state = await open();
      if (means === "passphrase") setLast(who);
      setAppState(state);
    } catch (cause) {
      const failure = ApiError.from(cause);
      setError(failure);
      if (failure.code === "device_secret_missing") setBrought(true);
      await readWait().catch(() => undefined);
    } finally {
      setPending(false);
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
    if (isBusy || !canSubmit) return;
    void unlock(() =>
      means === "passphrase"
        ? call("register_unlock", { staffId: who === NOBODY ? null : who, passphrase: entered })
        : call("register_unlock_with_recovery", { code: entered }),
    );
  };

  const isDemonstration = app.register === "demonstration";
  const hasKeychain =
    means === "passphrase" && signIns.some((signIn) => signIn.staffId === who && signIn.hasKeychain);
  const canSubmit = entered.trim() !== "" && seconds === 0;

  return (
    <form
      ref={form}
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
        {means === "recovery" && isBrought ? (
          <Banner tone="attention" title={t("error-device-secret-missing")}>
            <p>{t("error-device-secret-missing.action")}</p>
          </Banner>
        ) : null}
        {means === "passphrase" && signIns.length > 0 ? (
          <Select<number>
            label={t("sign-in-name")}
            value={who}
            onChange={(next) => {
              setWho(next);
              setEntered("");
              setError(null);
            }}
            choices={signIns
              .map(({ staffId, name }) => ({ id: staffId ?? NOBODY, label: name ?? t("sign-in-nobody") }))
              .sort((one, other) => compare(one.label, other.label))}
          />
        ) : null}
        {means === "passphrase" ? (
          <div className={styles.withButton} data-secret="">
            <TextField
              key="passphrase"
              label={t("passphrase-field")}
              error={refusal ? `${refusal.whatHappened} ${refusal.whatToDo}` : undefined}
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
          <div className={styles.code} data-secret="">
            <TextField
              key="recovery"
              error={refusal ? `${refusal.whatHappened} ${refusal.whatToDo}` : undefined}
              label={t("recovery-confirm-field")}
              help={t("recovery-confirm-help")}
              value={entered}
              onChange={setEntered}
              isMultiline
              autoFocus
            />
          </div>
        )}
        {hasKeychain ? (
          <Button
            icon={KeyRound}
            isPending={isAsking}
            isDisabled={seconds > 0 || isBusy}
            onPress={() =>
              void unlock(() => call("register_unlock_with_keychain", { staffId: who }), setAsking)
            }
          >
            {t("unlock-without-passphrase")}
          </Button>
        ) : null}
        {isDemonstration && app.demonstrationPassphrase && means === "passphrase" ? (
          <div className={styles.hint}>
            <span>{t("unlock-demonstration")}</span>
            <code>{app.demonstrationPassphrase}</code>
            <Button size="small" onPress={() => setEntered(app.demonstrationPassphrase ?? "")}>
              {t("unlock-fill")}
            </Button>
          </div>
        ) : null}
        {error && !refusal ? <ErrorText error={error} /> : null}
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
        <Button
          type="submit"
          variant="primary"
          icon={LockKeyholeOpen}
          isPending={isBusy}
          isDisabled={!canSubmit}
        >
          {t("unlock-button")}
        </Button>
      </div>
    </form>
  );
}
