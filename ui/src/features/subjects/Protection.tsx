/** The order of protection of a subject or a customer: noted, reviewed, ended; and what stands where it withholds. */
import { useMutation } from "@tanstack/react-query";
import { EyeOff, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useMay, type ApiError, type ProtectionDto, type RightDto } from "../../api";
import {
  Badge,
  Banner,
  Button,
  ButtonRow,
  DateField,
  ErrorText,
  Part,
  useAsk,
  useToast,
} from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import styles from "./Subjects.module.css";
import type { Opened } from "./useOpened";

/** In place of what is withheld: why it is not here, and the way to it for who may open it. */
export function Withheld({ text, hand }: { text: string; hand: Opened<unknown> }) {
  const t = useT();
  const may = useMay()("see_protected");
  return (
    <>
      <Banner tone="protected" title={t("protection-withheld")}>
        <p>{text}</p>
        <p>{t(may ? "protection-open-noted" : "protection-who-may")}</p>
      </Banner>
      {may ? (
        <ButtonRow>
          <Button icon={ShieldCheck} onPress={() => void hand.open()} isPending={hand.isOpening}>
            {t("protection-open")}
          </Button>
        </ButtonRow>
      ) : null}
      {hand.error ? <ErrorText error={hand.error} /> : null}
    </>
  );
}

/** Above what was opened. `isDirty`: something is not saved, so that it is not hidden yet. */
export function OpenedNotice({ hand, isDirty }: { hand: Opened<unknown>; isDirty: boolean }) {
  const t = useT();
  if (!hand.isOpened) return null;
  return (
    <Banner
      tone="protected"
      title={t("protection-withheld")}
      action={
        <Button size="small" icon={EyeOff} onPress={hand.close} isDisabled={isDirty}>
          {t("protection-hide")}
        </Button>
      }
    >
      <p>{t("protection-opened")}</p>
    </Banner>
  );
}

export interface ProtectionPartProps {
  protection: ProtectionDto | null;
  /** What notes an order of protection; changing and ending it also needs the right to see what it withholds. */
  right: RightDto;
  /** What is withheld while it stands, and seen again when it has ended. */
  covers: string;
  /** Something is not saved, so that the protection is not touched yet. */
  isDirty: boolean;
  protect(order: { isProtected: boolean; reviewOn: string }): Promise<unknown>;
}

export function ProtectionPart({ protection, right, covers, isDirty, protect }: ProtectionPartProps) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const ask = useAsk();
  const toast = useToast();
  const [isSetting, setSetting] = useState(false);
  const [reviewOn, setReviewOn] = useState("");
  const act = useMutation<unknown, ApiError, { isProtected: boolean; reviewOn: string }>({
    mutationFn: protect,
    onSuccess: (_, { isProtected }) => {
      setSetting(false);
      toast({ text: t(isProtected ? "protection-noted" : "protection-ended") });
    },
  });
  const begin = () => {
    act.reset();
    setReviewOn(protection?.reviewOn ?? "");
    setSetting(true);
  };
  const end = async () => {
    const isSure = await ask({
      title: t("protection-end-title"),
      text: t("protection-end-text", { covers }),
      confirm: t("protection-end-yes"),
      cancel: t("protection-end-no"),
      isDangerous: true,
    });
    if (isSure) act.mutate({ isProtected: false, reviewOn: "" });
  };
  const problem = act.error?.problem("reviewOn");
  const mayChange = may(right) && (protection === null || may("see_protected"));
  return (
    <Part
      title={t("protection-title")}
      aside={protection ? <Badge tone="protected">{t("protection-on")}</Badge> : null}
    >
      {protection ? (
        <p className={styles.quiet}>
          {[
            t("protection-since", { date: format.date(protection.at) }),
            protection.staffName,
            protection.reviewOn
              ? t("protection-review", { date: format.isoDate(protection.reviewOn) })
              : t("protection-no-review"),
          ]
            .filter(Boolean)
            .join(", ")}
        </p>
      ) : (
        <p className={styles.quiet}>{t("protection-none")}</p>
      )}
      {act.error ? <ErrorText error={act.error} /> : null}
      {isSetting ? (
        <>
          {protection ? null : <p>{t("protection-set-text", { covers })}</p>}
          <DateField
            label={t("protection-review-on")}
            name="reviewOn"
            help={t("protection-review-help")}
            value={reviewOn}
            onChange={setReviewOn}
            error={problem ? t(codeKey("field", problem)) : undefined}
          />
          <ButtonRow>
            <Button
              variant="primary"
              onPress={() => act.mutate({ isProtected: true, reviewOn })}
              isPending={act.isPending}
            >
              {t(protection ? "form-save" : "protection-set")}
            </Button>
            <Button onPress={() => setSetting(false)}>{t("form-cancel")}</Button>
          </ButtonRow>
        </>
      ) : mayChange ? (
        <ButtonRow>
          <Button size="small" icon={ShieldCheck} onPress={begin} isDisabled={isDirty}>
            {t(protection ? "protection-change-review" : "protection-set-begin")}
          </Button>
          {protection ? (
            <Button
              size="small"
              variant="quiet"
              onPress={() => void end()}
              isPending={act.isPending}
              isDisabled={isDirty}
            >
              {t("protection-end")}
            </Button>
          ) : null}
        </ButtonRow>
      ) : null}
      {protection && !mayChange ? <p className={styles.quiet}>{t("protection-who-may-end")}</p> : null}
    </Part>
  );
}
