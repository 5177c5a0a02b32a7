import type { ApiError } from "../api/error";
import { useErrorWords, useT } from "../l10n";
import { Button } from "./Button";
import { Banner } from "./Notice";

/** A record saved elsewhere in the meantime: what happened, and the way to the stored version. */
export function StaleBanner({ error, onReload }: { error: ApiError; onReload(): void }) {
  const t = useT();
  const { whatHappened, whatToDo } = useErrorWords()(error);
  return (
    <Banner
      tone="attention"
      title={whatHappened}
      isLive
      action={
        <Button size="small" onPress={onReload}>
          {t("form-stale-reload")}
        </Button>
      }
    >
      <p>{whatToDo}</p>
    </Banner>
  );
}
