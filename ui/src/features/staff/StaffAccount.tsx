/** Beside a member of staff: whether they may sign in here, with the ways to let them, and to end it. */
import { KeyRound, UserMinus } from "lucide-react";
import { useState } from "react";
import { ApiError, useAct, useCall, useMay, useRefresh, type StaffMemberDto } from "../../api";
import { Button, ButtonRow, Dialog, ErrorText, Part, useAsk, useToast } from "../../components";
import { useFormat, useT } from "../../l10n";
import { NO_PASSPHRASE, NewPassphrase, isUsable } from "../firstrun/NewPassphrase";
import { StaffStatus } from "./StaffStatus";
import styles from "./Staff.module.css";

/** `isDirty`: something about the person is not saved, so that the account is not touched yet. */
export function StaffAccount({ member, isDirty }: { member: StaffMemberDto; isDirty: boolean }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const ask = useAsk();
  const toast = useToast();
  const [isAdmitting, setAdmitting] = useState(false);
  const { name, agreedOn } = member.fields;
  const leave = useAct("staff_leave", { onDone: () => toast({ text: t("staff-has-left", { name }) }) });
  const askToLeave = async () => {
    const isSure = await ask({
      title: t("staff-leave-title", { name }),
      text: t("staff-leave-text"),
      confirm: t("staff-leave-yes"),
      cancel: t("staff-leave-no"),
      isDangerous: true,
    });
    if (isSure) leave.mutate({ id: member.id, rev: member.rev });
  };
  const words = {
    waiting: t(agreedOn ? "staff-waiting-text" : "staff-waiting-agreement"),
    active: t(
      member.isOneself
        ? "staff-oneself"
        : member.hasPassphraseHere
          ? "staff-active-here"
          : "staff-active-elsewhere",
    ),
    left: t("staff-left-text", { date: member.leftOn ? format.isoDate(member.leftOn) : "" }),
  }[member.status];
  const canChange = may("manage_staff") && !member.isOneself && member.status !== "left";
  return (
    <Part title={t("staff-account")} aside={<StaffStatus status={member.status} />}>
      <p className={styles.words}>{words}</p>
      {leave.error ? <ErrorText error={leave.error} /> : null}
      {canChange ? (
        <ButtonRow>
          <Button icon={KeyRound} onPress={() => setAdmitting(true)} isDisabled={isDirty || !agreedOn}>
            {t(member.status === "waiting" ? "staff-admit" : "staff-admit-again")}
          </Button>
          <Button
            variant="quiet"
            icon={UserMinus}
            onPress={() => void askToLeave()}
            isPending={leave.isPending}
            isDisabled={isDirty}
          >
            {t("staff-leave")}
          </Button>
        </ButtonRow>
      ) : null}
      {isAdmitting ? <Admit member={member} onClose={() => setAdmitting(false)} /> : null}
    </Part>
  );
}

/** The passphrase, typed by the person themselves; it lives here only. */
function Admit({ member, onClose }: { member: StaffMemberDto; onClose(): void }) {
  const t = useT();
  const call = useCall();
  const toast = useToast();
  const refresh = useRefresh();
  const [draft, setDraft] = useState(NO_PASSPHRASE);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { name } = member.fields;
  const admit = async () => {
    setBusy(true);
    setError(null);
    try {
      await call("staff_admit", { id: member.id, passphrase: draft.passphrase });
      // the key slot was written after the row
      refresh("staff_list");
      toast({ text: t("staff-admitted", { name }) });
      onClose();
    } catch (cause) {
      setError(ApiError.from(cause));
      setBusy(false);
    }
  };
  const canAdmit = isUsable(draft) && !isBusy;
  return (
    <Dialog
      title={t("staff-admit-title", { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("form-cancel")}</Button>
          <Button variant="primary" onPress={() => void admit()} isPending={isBusy} isDisabled={!canAdmit}>
            {t("staff-admit-button")}
          </Button>
        </>
      }
    >
      <form
        className={styles.admit}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (canAdmit) void admit();
        }}
      >
        <p>{t("staff-admit-lead")}</p>
        {error ? <ErrorText error={error} /> : null}
        <NewPassphrase draft={draft} onChange={setDraft} ownWords={name.split(" ")} autoFocus />
        {/* Enter sends a form of several fields only when it has a button of its own */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
