/** Above every view of a register that is not as it was left: why it can only be looked at, and the way on. */
import { useAct, useAppState, useSetAppState, type AlarmDto } from "../../api";
import { Banner, Button, ErrorText, useAsk } from "../../components";
import { useT } from "../../l10n";
import styles from "./Shell.module.css";

export function Alarm({ alarm }: { alarm: AlarmDto }) {
  const t = useT();
  // whom the register names as owner is part of what is not trusted
  const mayAccept = useAppState()?.signer?.staffId === null;
  const ask = useAsk();
  const accept = useAct("alarm_accept", { onDone: useSetAppState() });
  const what = useWhat(alarm);
  const askToAccept = async () => {
    const isSure = await ask({
      title: t("alarm-accept-title"),
      text: t("alarm-accept-text"),
      confirm: t("alarm-accept-yes"),
      cancel: t("alarm-accept-no"),
      isDangerous: true,
    });
    if (isSure) accept.mutate({});
  };
  return (
    <div className={styles.alarm}>
      <Banner
        tone="stopped"
        title={t("alarm-title")}
        isLive
        action={
          mayAccept ? (
            <Button size="small" onPress={() => void askToAccept()} isPending={accept.isPending}>
              {t("alarm-accept")}
            </Button>
          ) : null
        }
      >
        <p>
          {what} {t("alarm-what-to-do")} {mayAccept ? null : t("alarm-by-code")}
        </p>
      </Banner>
      {accept.error ? <ErrorText error={accept.error} /> : null}
    </div>
  );
}

function useWhat({ kind, entry, remembered }: AlarmDto): string {
  const t = useT();
  switch (kind) {
    case "anchor_missing":
      return t("alarm-anchor-missing");
    case "anchor_damaged":
      return t("alarm-anchor-damaged");
    case "behind":
      return t("alarm-behind", { entry: String(entry ?? 0), remembered: String(remembered ?? 0) });
    case "entry_changed":
      return t("alarm-entry-changed", { entry: String(entry ?? 0) });
    case "checkpoint_false":
      return t("alarm-checkpoint-false");
    case "slots_older":
      return t("alarm-slots-older");
    case "staff_changed":
      return t("alarm-staff-changed");
    case "register_changed":
      return t("alarm-register-changed");
    case "key_list_changed":
      return t("alarm-key-list-changed");
  }
}
