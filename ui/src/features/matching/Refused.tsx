/** Why something was not put right: beside the field that it was typed in, or above the list. */
import type { ApiError } from "../../api";
import { Banner, ErrorText } from "../../components";
import { codeKey, useCodeText, useErrorWords, useT } from "../../l10n";
import type { Failure, Panel } from "./useReview";

const isOfField = ({ edit }: Failure, panel: Panel) => panel === "code" && edit?.kind === "type_code";

/** What is wrong with the code that was typed. */
export function useCodeError(failure: Failure | null, panel: Panel): string | undefined {
  const t = useT();
  const codeText = useCodeText();
  const errorWords = useErrorWords();
  if (!failure || !isOfField(failure, panel)) return undefined;
  const { error } = failure;
  const problem = error.problem("code");
  if (problem) return t(codeKey("field", problem));
  if (isRefusal(error)) return codeText("not-applied", error.args.why);
  const { whatHappened, whatToDo } = errorWords(error);
  return `${whatHappened} ${whatToDo}`;
}

const isRefusal = (error: ApiError): error is ApiError & { args: { why: string } } =>
  error.code === "matching_edit_refused" && error.args.why !== undefined;

export function Refused({ failure, panel }: { failure: Failure; panel: Panel }) {
  const t = useT();
  const codeText = useCodeText();
  const { error } = failure;
  if (isOfField(failure, panel)) return null;
  if (error.code === "matching_stale")
    return (
      <Banner tone="attention" isLive>
        <p>{t("matching-stale")}</p>
      </Banner>
    );
  if (isRefusal(error))
    return (
      <Banner tone="attention" title={t("matching-refused")} isLive>
        <p>{codeText("not-applied", error.args.why)}</p>
      </Banner>
    );
  return <ErrorText error={error} />;
}
