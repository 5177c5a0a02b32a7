import type { ApiError } from "../api/error";
import { codeKey, useT } from "../l10n";
import { Button } from "./Button";
import { Banner } from "./Notice";

/** A record saved elsewhere in the meantime: what happened, and the way to the stored version. */
export function StaleBanner({ error, onReload }: { error: ApiError; onReload(): void }) {
  const t = useT();
  const key = codeKey("error", error.code);
  return (
    <Banner
      tone="attention"
      title={t(key, error.args)}
      isLive
      action={
        <Button size="small" onPress={onReload}>
          {t("form-stale-reload")}
        </Button>
      }
    >
      <p>{t(`${key}.action`, error.args)}</p>
    </Banner>
  );
}
