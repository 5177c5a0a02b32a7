/** The jobs at a school: when, who photographs, what was agreed; and their camera cards. */
import { CalendarDays, BookImage, Images, Pencil, Plus, Printer, UserCheck } from "lucide-react";
import { useState } from "react";
import { useMay, useMethod, type JobDto } from "../../api";
import { Button, ButtonRow, EmptyState, ErrorText, Facts } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { schoolYearName } from "../schools/years";
import { FileNotice } from "../tasks/FileNotice";
import { CardsDialog } from "./CardsDialog";
import { JobEdit, NewJob } from "./JobDialog";
import styles from "./Jobs.module.css";

type Open = { is: "new" } | { is: "edit" | "cards"; id: number };

export function JobsPanel({ schoolId }: { schoolId: number }) {
  const t = useT();
  const may = useMay();
  const { data, error, refetch } = useMethod("job_list", { id: schoolId });
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  if (error)
    return (
      <div className={styles.panel}>
        <ErrorText error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!data) return null;
  const { jobs } = data;
  const job = open && open.is !== "new" ? jobs.find((entry) => entry.id === open.id) : undefined;
  const add = may("manage_jobs") ? (
    <Button icon={Plus} onPress={() => setOpen({ is: "new" })}>
      {t("jobs-new")}
    </Button>
  ) : null;
  return (
    <section className={styles.panel} aria-labelledby="jobs">
      <div className={styles.head}>
        <h2 id="jobs">{t("jobs-title")}</h2>
        {jobs.length > 0 ? add : null}
      </div>
      <FileNotice kind="camera_cards" />
      {jobs.length === 0 ? <EmptyState icon={CalendarDays} text={t("jobs-empty")} action={add} /> : null}
      <ul className={styles.jobs} aria-labelledby="jobs">
        {jobs.map((entry) => (
          <li key={entry.id} className={styles.job}>
            <Job
              job={entry}
              onEdit={() => setOpen({ is: "edit", id: entry.id })}
              onCards={() => setOpen({ is: "cards", id: entry.id })}
            />
          </li>
        ))}
      </ul>
      {open?.is === "new" ? <NewJob schoolId={schoolId} onClose={close} /> : null}
      {job && open?.is === "edit" ? (
        <JobEdit key={job.id} job={job} onReread={() => refetch()} onClose={close} />
      ) : null}
      {job && open?.is === "cards" ? <CardsDialog job={job} onClose={close} /> : null}
    </section>
  );
}

function Job({ job, onEdit, onCards }: { job: JobDto; onEdit(): void; onCards(): void }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const go = useGo();
  const { fields } = job;
  const { name } = fields;
  const days = [...new Set([fields.startsOn, fields.endsOn])].filter(Boolean).map(format.isoDate);
  return (
    <>
      <div className={styles.head}>
        <h3>
          <bdi>{name}</bdi>
          <small>
            {days.join(" – ")} · {schoolYearName(job.schoolYear)}
          </small>
        </h3>
        <ButtonRow>
          <Button
            size="small"
            icon={UserCheck}
            aria-label={t("matching-open-of", { job: name })}
            onPress={() => go(`/matching/${job.id}`)}
          >
            {t("matching-open")}
          </Button>
          <Button
            size="small"
            icon={BookImage}
            aria-label={t("choices-open-of", { job: name })}
            onPress={() => go(`/choices/${job.id}`)}
          >
            {t("choices-open")}
          </Button>
          <Button
            size="small"
            icon={Images}
            aria-label={t("group-photos-open-of", { job: name })}
            onPress={() => go(`/group-photos/${job.id}`)}
          >
            {t("group-photos-open")}
          </Button>
          {may("make_cards") ? (
            <Button
              size="small"
              icon={Printer}
              aria-label={t("cards-make-of", { job: name })}
              onPress={onCards}
            >
              {t("cards-make")}
            </Button>
          ) : null}
          {may("manage_jobs") ? (
            <Button size="small" icon={Pencil} aria-label={t("jobs-edit-of", { job: name })} onPress={onEdit}>
              {t("jobs-edit")}
            </Button>
          ) : null}
        </ButtonRow>
      </div>
      <Facts
        facts={[
          ...(fields.photographers ? [[t("job-photographers"), fields.photographers] as const] : []),
          ...(fields.priceList ? [[t("job-price-list"), fields.priceList] as const] : []),
          [t("job-viewing-short"), t(codeKey("agreed", fields.viewing))],
          [t("job-group-photos-short"), t(codeKey("agreed", fields.groupPhotos))],
          [t("job-card-habit"), t(`card-habit-${fields.cardHabit}`)],
          [t("job-code"), job.code],
          [t("job-cards"), format.number(job.cards)],
        ]}
      />
      {fields.note ? <p className={styles.note}>{fields.note}</p> : null}
    </>
  );
}
