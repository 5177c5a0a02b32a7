/** Which job a session belongs to: the latest of all schools, the session's own or proposed one, or none. */
import { useMethod, type SessionDto } from "../../api";
import { ErrorText, Select } from "../../components";
import { useFormat, useT } from "../../l10n";

const NONE = 0;

export function JobField({
  session,
  value,
  onChange,
}: {
  session: Pick<SessionDto, "jobId" | "job">;
  value: number | null;
  onChange(jobId: number | null): void;
}) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useMethod("job_recent", {});
  const jobs = data?.jobs ?? [];
  const choices = jobs.map(({ id, school, fields: { name, startsOn } }) => ({
    id,
    label: t("session-job-choice", { job: `${school}: ${name}`, date: format.isoDate(startsOn) }),
  }));
  const own =
    session.jobId === null || jobs.some((job) => job.id === session.jobId)
      ? []
      : [{ id: session.jobId, label: session.job }];
  return (
    <>
      <Select
        label={t("session-job")}
        help={t("session-job-help")}
        choices={[{ id: NONE, label: t("session-job-none") }, ...own, ...choices]}
        value={value ?? NONE}
        onChange={(id) => onChange(id === NONE ? null : id)}
      />
      {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : null}
    </>
  );
}
