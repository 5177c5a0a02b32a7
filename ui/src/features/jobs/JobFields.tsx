/** What staff enter about a job. What is valid is decided by the register. */
import type { ApiError, JobFieldsDto } from "../../api";
import { DateField, FieldRow, NumberField, RadioGroup, TextField } from "../../components";
import { codeKey, useT } from "../../l10n";

const AGREED = ["not_yet", "yes", "no"] as const satisfies readonly JobFieldsDto["viewing"][];
const HABITS = ["first", "last"] as const satisfies readonly JobFieldsDto["cardHabit"][];

export const NEW_JOB: JobFieldsDto = {
  name: "",
  startsOn: "",
  endsOn: "",
  photographers: "",
  priceList: "",
  viewing: "not_yet",
  groupPhotos: "not_yet",
  cardHabit: "first",
  mostFrames: 15,
  longestPauseS: 20,
  note: "",
};

export interface JobFieldsProps {
  value: JobFieldsDto;
  onChange(value: JobFieldsDto): void;
  error: ApiError | null;
}

export function JobFields({ value, onChange, error }: JobFieldsProps) {
  const t = useT();
  const set = (part: Partial<JobFieldsDto>) => onChange({ ...value, ...part });
  const problemOf = (name: keyof JobFieldsDto) => {
    const found = error?.problem(name) ?? error?.problem(`fields.${name}`);
    return found ? t(codeKey("field", found)) : undefined;
  };
  const agreed = AGREED.map((code) => ({ id: code, label: t(codeKey("agreed", code)) }));
  return (
    <>
      <TextField
        label={t("field-label-name")}
        name="name"
        help={t("job-name-help")}
        value={value.name}
        onChange={(name) => set({ name })}
        error={problemOf("name")}
        isRequired
        autoFocus
      />
      <FieldRow>
        <DateField
          label={t("job-starts-on")}
          name="startsOn"
          value={value.startsOn}
          onChange={(startsOn) => set({ startsOn })}
          error={problemOf("startsOn")}
          isRequired
        />
        <DateField
          label={t("job-ends-on")}
          name="endsOn"
          help={t("job-ends-on-help")}
          value={value.endsOn}
          onChange={(endsOn) => set({ endsOn })}
          error={problemOf("endsOn")}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t("job-photographers")}
          name="photographers"
          value={value.photographers}
          onChange={(photographers) => set({ photographers })}
          error={problemOf("photographers")}
        />
        <TextField
          label={t("job-price-list")}
          name="priceList"
          value={value.priceList}
          onChange={(priceList) => set({ priceList })}
          error={problemOf("priceList")}
        />
      </FieldRow>
      <RadioGroup
        isInline
        label={t("job-viewing")}
        value={value.viewing}
        onChange={(viewing) => set({ viewing })}
        choices={agreed}
      />
      <RadioGroup
        isInline
        label={t("job-group-photos")}
        value={value.groupPhotos}
        onChange={(groupPhotos) => set({ groupPhotos })}
        choices={agreed}
      />
      <RadioGroup
        isInline
        label={t("job-card-habit")}
        value={value.cardHabit}
        onChange={(cardHabit) => set({ cardHabit })}
        choices={HABITS.map((code) => ({ id: code, label: t(`card-habit-${code}`) }))}
      />
      <FieldRow>
        <NumberField
          label={t("job-most-frames")}
          name="mostFrames"
          help={t("job-most-frames-help")}
          value={value.mostFrames}
          onChange={(mostFrames) => set({ mostFrames })}
          error={problemOf("mostFrames")}
          min={2}
          max={200}
        />
        <NumberField
          label={t("job-longest-pause")}
          name="longestPauseS"
          help={t("job-longest-pause-help")}
          value={value.longestPauseS}
          onChange={(longestPauseS) => set({ longestPauseS })}
          error={problemOf("longestPauseS")}
          min={5}
          max={900}
        />
      </FieldRow>
      <TextField
        label={t("field-label-note")}
        name="note"
        value={value.note}
        onChange={(note) => set({ note })}
        error={problemOf("note")}
        isMultiline
      />
    </>
  );
}
