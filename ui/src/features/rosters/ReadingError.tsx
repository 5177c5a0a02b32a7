import type { ApiError } from "../../api";
import { Banner, ErrorText } from "../../components";
import { useCodeText } from "../../l10n";

/** Why a class list cannot be read; of a file that is none, what is the matter with it. */
export function ReadingError({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  const codeText = useCodeText();
  const { reason } = error.args;
  if (error.code !== "roster_unreadable" || !reason)
    // what is refused is refused again
    return <ErrorText error={error} {...(onRetry && error.kind !== "refused" ? { onRetry } : {})} />;
  return (
    <Banner tone="attention" isLive>
      <p>{codeText("roster-unreadable", reason)}</p>
    </Banner>
  );
}
