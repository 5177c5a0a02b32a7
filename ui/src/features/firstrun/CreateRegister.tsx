/**
 * Making the studio's register in four steps: details, passphrase, recovery sheet, typed back.
 *
 * Passphrase and recovery code live in this component's state only and are gone when it leaves.
 */
import { FileDown } from "lucide-react";
import { useState, type FormEvent } from "react";
import {
  ApiError,
  useAppState,
  useCall,
  useSetAppState,
  type OwnerFieldsDto,
  type RecoverySheet,
} from "../../api";
import { Button } from "../../components/Button";
import { cx } from "../../components/classes";
import { useAsk } from "../../components/Dialog";
import { TextField } from "../../components/Field";
import { Banner, ErrorText } from "../../components/Notice";
import { useLanguage, useT, type PlainKey } from "../../l10n";
import { StudioFields, emptyStudio } from "../settings/StudioFields";
import styles from "./Firstrun.module.css";
import { OwnerFields } from "./OwnerFields";
import { NO_PASSPHRASE, NewPassphrase, isUsable } from "./NewPassphrase";
import { submitOnEnter } from "./submitOnEnter";
import { QrCode } from "./QrCode";

const STEPS = ["studio", "passphrase", "recovery", "confirm"] as const;
type Step = (typeof STEPS)[number];

const isAboutStudio = (error: ApiError) => error.code === "invalid_fields";

export function CreateRegister({ onLeave }: { onLeave(): void }) {
  const t = useT();
  const language = useLanguage();
  const call = useCall();
  const ask = useAsk();
  const app = useAppState();
  const setAppState = useSetAppState();
  const [isLeftOver] = useState(app?.state === "unconfirmed");
  const [step, setStep] = useState<Step>(isLeftOver ? "confirm" : "studio");
  const [studio, setStudio] = useState(() => emptyStudio(language));
  const [owner, setOwner] = useState<OwnerFieldsDto>({ name: "", agreedOn: "" });
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const [savedName, setSavedName] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);

  const run = (work: () => Promise<void>) => {
    setError(null);
    setBusy(true);
    work()
      .catch((cause: unknown) => setError(ApiError.from(cause)))
      .finally(() => setBusy(false));
  };
  const enter = (next: Step) => {
    setError(null);
    setStep(next);
  };

  const checkStudio = () =>
    run(async () => {
      await call("studio_check", { fields: studio });
      setStep("passphrase");
    });
  const create = () =>
    run(async () => {
      await call("owner_check", owner);
      try {
        setSheet(await call("register_create", { studio, owner, passphrase: passphrase.passphrase }));
        setPassphrase(NO_PASSPHRASE);
        setStep("recovery");
      } catch (cause) {
        const refusal = ApiError.from(cause);
        if (isAboutStudio(refusal)) setStep("studio");
        throw refusal;
      }
    });
  const save = () =>
    run(async () => {
      const saved = await call("recovery_sheet_save", {});
      if (saved.isSaved) setSavedName(saved.name);
    });
  const confirm = () =>
    run(async () => {
      setAppState(await call("register_create_confirm", { code: typed }));
    });
  const abandon = () =>
    void (async () => {
      const isMade = sheet !== null || isLeftOver;
      const isBegun = isMade || studio.name !== "" || owner.name !== "" || passphrase.passphrase !== "";
      if (isBegun) {
        const isSure = await ask({
          title: t("firstrun-abandon-title"),
          text: t(isMade ? "firstrun-abandon-text" : "firstrun-abandon-text-unmade"),
          confirm: t(isMade ? "firstrun-abandon-yes" : "firstrun-abandon-yes-unmade"),
          cancel: t("firstrun-abandon-no"),
          isDangerous: true,
        });
        if (!isSure) return;
      }
      if (!isMade) return onLeave();
      run(async () => {
        setAppState(await call("register_create_abandon", {}));
        onLeave();
      });
    })();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (step === "studio") checkStudio();
    else if (step === "passphrase") {
      if (isUsable(passphrase)) create();
    } else if (step === "recovery") enter("confirm");
    else if (typed.trim()) confirm();
  };

  return (
    <>
      <Steps now={step} />
      <form
        className={styles.panel}
        onSubmit={submit}
        onKeyDown={submitOnEnter}
        noValidate
        aria-label={t("firstrun-create-title")}
      >
        <div className={styles.panelHead}>
          <h1>{t(`firstrun-step-${step}`)}</h1>
          <p>{t(isLeftOver && !sheet ? "recovery-unconfirmed-lead" : LEADS[step])}</p>
        </div>
        <div className={styles.panelBody}>
          {error ? <ErrorText error={error} /> : null}
          {step === "studio" ? (
            <StudioFields
              value={studio}
              onChange={(next) => {
                setError((refusal) => refusal?.since(studio, next) ?? null);
                setStudio(next);
              }}
              error={error}
              autoFocus
            />
          ) : null}
          {step === "passphrase" ? (
            <>
              <OwnerFields
                value={owner}
                onChange={(next) => {
                  setError((refusal) => refusal?.since(owner, next) ?? null);
                  setOwner(next);
                }}
                error={error}
                autoFocus
              />
              <p className={styles.lead}>{t("passphrase-lead")}</p>
              <NewPassphrase
                draft={passphrase}
                onChange={setPassphrase}
                ownWords={[studio.name, studio.town, studio.businessId, ...owner.name.split(" ")]}
              />
            </>
          ) : null}
          {step === "recovery" && sheet ? <Sheet sheet={sheet} savedName={savedName} /> : null}
          {step === "confirm" ? (
            <div className={styles.code}>
              <TextField
                label={t("recovery-confirm-field")}
                help={t("recovery-confirm-help")}
                value={typed}
                onChange={setTyped}
                isMultiline
                autoFocus
              />
            </div>
          ) : null}
        </div>
        <div className={styles.panelFoot}>
          <Button variant="quiet" onPress={abandon} isDisabled={isBusy}>
            {t("firstrun-abandon")}
          </Button>
          <span className={styles.push} />
          {step === "passphrase" ? (
            <Button onPress={() => enter("studio")}>{t("firstrun-back")}</Button>
          ) : null}
          {step === "confirm" && sheet ? (
            <Button onPress={() => enter("recovery")}>{t("firstrun-back")}</Button>
          ) : null}
          {step === "recovery" ? (
            <Button
              icon={FileDown}
              onPress={save}
              isPending={isBusy}
              variant={savedName ? "secondary" : "primary"}
            >
              {t("recovery-save")}
            </Button>
          ) : null}
          <Button
            type="submit"
            variant={step === "recovery" && !savedName ? "secondary" : "primary"}
            isPending={isBusy && step !== "recovery"}
            isDisabled={
              (step === "passphrase" && (!isUsable(passphrase) || owner.name.trim() === "")) ||
              (step === "confirm" && !typed.trim())
            }
          >
            {t(NEXT[step])}
          </Button>
        </div>
      </form>
    </>
  );
}

const LEADS: Record<Step, PlainKey> = {
  studio: "firstrun-studio-lead",
  passphrase: "owner-lead",
  recovery: "recovery-lead",
  confirm: "recovery-confirm-lead",
};
const NEXT: Record<Step, PlainKey> = {
  studio: "firstrun-next",
  passphrase: "firstrun-make",
  recovery: "recovery-have",
  confirm: "recovery-confirm-button",
};

function Steps({ now }: { now: Step }) {
  const t = useT();
  const place = STEPS.indexOf(now);
  return (
    <ol className={styles.steps} aria-label={t("firstrun-steps")}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={cx(styles.step, index < place && styles.stepDone, index === place && styles.stepNow)}
          {...(index === place ? { "aria-current": "step" as const } : {})}
        >
          {index + 1}. {t(`firstrun-step-${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Sheet({ sheet, savedName }: { sheet: RecoverySheet; savedName: string | null }) {
  const t = useT();
  return (
    <>
      <Banner tone="attention" title={t("recovery-once")}>
        <p>{t("recovery-paper")}</p>
      </Banner>
      <div className={styles.sheet}>
        <ol className={styles.groups} aria-label={t("recovery-code")}>
          {sheet.groups.map((group, index) => (
            <li key={index}>{group}</li>
          ))}
        </ol>
        <QrCode qr={sheet.qr} label={t("recovery-qr")} className={styles.qr} />
      </div>
      {savedName ? (
        <Banner tone="done" isLive>
          <p>{t("recovery-saved", { name: savedName })}</p>
        </Banner>
      ) : null}
    </>
  );
}
