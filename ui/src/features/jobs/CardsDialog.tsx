/** Which camera cards of a job are wanted as a file. What was chosen last is offered again; classes are not kept. */
import { useState } from "react";
import { useMethod, type CardLayoutDto, type JobDto, type SubjectGroupDto } from "../../api";
import {
  Banner,
  ErrorText,
  FieldPanel,
  FilterChips,
  NumberField,
  RadioGroup,
  Switch,
} from "../../components";
import { useT } from "../../l10n";
import { isBoolean, isNumberWithin, isOneOf, usePreference } from "../../navigation";
import { schoolYearName } from "../schools/years";
import { FileDialog } from "../tasks/FileDialog";
import styles from "./Jobs.module.css";

const LAYOUTS = ["one", "four", "eight"] as const satisfies readonly CardLayoutDto[];
const MOST_RETAKES = 200;
const SPECIAL = ["end", "clk", "skp"] as const;
const NONE: SubjectGroupDto[] = [];

export function CardsDialog({ job, onClose }: { job: JobDto; onClose(): void }) {
  const t = useT();
  const [layout, setLayout] = usePreference<CardLayoutDto>("cards.layout", "eight", isOneOf(LAYOUTS));
  const [isClassOnNewSheet, setClassOnNewSheet] = usePreference("cards.newSheet", true, isBoolean);
  const [withGroups, setWithGroups] = usePreference("cards.groups", true, isBoolean);
  const [withSpecial, setWithSpecial] = usePreference("cards.special", true, isBoolean);
  const [retakes, setRetakes] = usePreference("cards.retakes", 8, isNumberWithin(0, MOST_RETAKES));
  const [isEvery, setEvery] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const classes = useMethod("class_list", { schoolId: job.schoolId, schoolYear: job.schoolYear });
  const groups = classes.data?.groups ?? NONE;
  const isBare = classes.isSuccess && groups.length === 0;
  const wanted = isEvery ? [] : groups.filter((group) => chosen.has(String(group.id))).map(({ id }) => id);
  const reason =
    !isEvery && wanted.length === 0
      ? t("cards-no-class")
      : isBare && !withSpecial && retakes === 0
        ? t("cards-nothing")
        : null;
  const request =
    reason === null && classes.isSuccess
      ? { jobId: job.id, layout, groups: wanted, isClassOnNewSheet, withGroups, withSpecial, retakes }
      : null;
  return (
    <FileDialog
      method="camera_cards_save"
      title={t("cards-title", { job: job.fields.name })}
      request={request}
      onClose={onClose}
      isWide
    >
      <div className={styles.edit}>
        <RadioGroup
          isInline
          label={t("cards-layout")}
          value={layout}
          onChange={setLayout}
          choices={LAYOUTS.map((id) => ({ id, label: t(`card-layout-${id}`) }))}
        />
        {classes.error ? <ErrorText error={classes.error} onRetry={() => void classes.refetch()} /> : null}
        {isBare ? (
          <Banner>
            <p>{t("cards-no-classes", { year: schoolYearName(job.schoolYear) })}</p>
          </Banner>
        ) : (
          <>
            <RadioGroup
              isInline
              label={t("cards-classes")}
              value={isEvery ? "all" : "chosen"}
              onChange={(choice) => setEvery(choice === "all")}
              choices={[
                { id: "all", label: t("cards-all-classes") },
                { id: "chosen", label: t("cards-chosen-classes") },
              ]}
            />
            {isEvery ? null : (
              <FilterChips
                label={t("cards-choose-classes")}
                chips={groups.map((group) => ({ id: String(group.id), label: group.name }))}
                selected={chosen}
                onChange={setChosen}
              />
            )}
          </>
        )}
        <div className={styles.switches}>
          {isBare ? null : (
            <>
              <Switch isSelected={isClassOnNewSheet} onChange={setClassOnNewSheet}>
                {t("cards-new-sheet")}
              </Switch>
              <Switch isSelected={withGroups} onChange={setWithGroups}>
                {t("cards-with-groups")}
              </Switch>
            </>
          )}
          <Switch isSelected={withSpecial} onChange={setWithSpecial}>
            {t("cards-with-special")}
          </Switch>
        </div>
        {withSpecial ? (
          <FieldPanel>
            <ul className={styles.special}>
              {SPECIAL.map((card) => (
                <li key={card}>{t(`cards-special-${card}`)}</li>
              ))}
            </ul>
          </FieldPanel>
        ) : null}
        <div className={styles.number}>
          <NumberField
            label={t("cards-retakes")}
            help={t("cards-retakes-help")}
            value={retakes}
            onChange={setRetakes}
            min={0}
            max={MOST_RETAKES}
          />
        </div>
        {reason ? (
          <Banner tone="attention" isLive>
            <p>{reason}</p>
          </Banner>
        ) : null}
      </div>
    </FileDialog>
  );
}
