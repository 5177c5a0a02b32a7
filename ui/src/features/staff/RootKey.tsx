/** The register's key: that it should be made anew since somebody left, and the way to do it at any time. */
import { KeyRound } from "lucide-react";
import { useAct, useMay, useRefresh, type RootKeyDto } from "../../api";
import { Banner, Button, ErrorText, useAsk, useToast } from "../../components";
import { useFormat, useT } from "../../l10n";
import styles from "./Staff.module.css";

export function useRootKey(rootKey: RootKeyDto | undefined) {
  const t = useT();
  const format = useFormat();
  const may = useMay()("manage_staff");
  const ask = useAsk();
  const toast = useToast();
  const refresh = useRefresh();
  const renew = useAct("root_key_renew", {
    onDone: () => {
      refresh("staff_list");
      toast({ text: t("staff-key-renewed") });
    },
  });
  const askToRenew = async () => {
    const isSure = await ask({
      title: t("staff-key-title"),
      text: t("staff-key-text"),
      confirm: t("staff-key-yes"),
      cancel: t("staff-key-no"),
    });
    if (isSure) renew.mutate({});
  };
  const dueSince = rootKey?.dueSince ?? null;
  const isDue = dueSince !== null;
  const button = may ? (
    <Button
      size="small"
      variant={isDue ? "secondary" : "quiet"}
      icon={KeyRound}
      onPress={() => (isDue ? renew.mutate({}) : void askToRenew())}
      isPending={renew.isPending}
    >
      {t(isDue ? "staff-key-renew-now" : "staff-key-renew")}
    </Button>
  ) : null;
  const error = renew.error ? <ErrorText error={renew.error} /> : null;
  return {
    notice: isDue ? (
      <>
        <Banner tone="attention" title={t("staff-key-due")} action={button}>
          <p>{t("staff-key-due-text", { date: format.date(dueSince) })}</p>
        </Banner>
        {error}
      </>
    ) : (
      error
    ),
    status:
      isDue || !rootKey ? null : (
        <span className={styles.key}>
          <span>
            {rootKey.renewedAt === null
              ? t("staff-key-first")
              : t("staff-key-made", { date: format.date(rootKey.renewedAt) })}
          </span>
          {button}
        </span>
      ),
  };
}
