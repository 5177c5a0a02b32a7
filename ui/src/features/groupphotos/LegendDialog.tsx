/** Of which photos legends are written, and whether they tell who is absent; that is offered again. */
import { useState } from "react";
import type { GroupPhotosDto } from "../../api";
import { Banner, RadioGroup, Switch } from "../../components";
import { useFormat, useT } from "../../l10n";
import { isBoolean, isOneOf, usePreference } from "../../navigation";
import { FileDialog } from "../tasks/FileDialog";
import styles from "./GroupPhotos.module.css";
import { legended, type Row } from "./photos";

const WHICH = ["this", "all"] as const;
type Which = (typeof WHICH)[number];

export interface LegendDialogProps {
  photos: GroupPhotosDto;
  row: Row | undefined;
  hasUnsaved: boolean;
  onClose(): void;
}

export function LegendDialog({ photos, row, hasUnsaved, onClose }: LegendDialogProps) {
  const t = useT();
  const format = useFormat();
  const all = legended(photos);
  const canThis = (row?.photo?.rows.length ?? 0) > 0;
  const [kept, setKept] = usePreference<Which>("legend.which", "all", isOneOf(WHICH));
  const [chosen, setChosen] = useState(kept);
  const [withAbsent, setWithAbsent] = usePreference("legend.absent", true, isBoolean);
  const which = chosen === "this" && canThis ? "this" : all.length > 0 ? "all" : "this";
  const isNone = which === "this" ? !canThis : all.length === 0;
  const frameId = which === "this" ? (row?.photo?.frameId ?? null) : null;
  const count = { count: all.length, number: format.number(all.length) };
  return (
    <FileDialog
      method="group_legend_save"
      title={t("group-photos-legend-title", { job: photos.job })}
      request={isNone ? null : { jobId: photos.jobId, frameId, withAbsent }}
      onSave={() => setKept(which)}
      onClose={onClose}
    >
      {isNone ? (
        <p role="status">{t("group-photos-legend-nobody")}</p>
      ) : (
        <>
          <RadioGroup<Which>
            label={t("group-photos-legend-which")}
            value={which}
            onChange={setChosen}
            choices={[
              ...(all.length > 0 ? [{ id: "all" as const, label: t("group-photos-legend-all", count) }] : []),
              ...(canThis && row
                ? [{ id: "this" as const, label: t("group-photos-legend-this", { class: row.group.name }) }]
                : []),
            ]}
          />
          <Switch isSelected={withAbsent} onChange={setWithAbsent}>
            {t("group-photos-legend-absent")}
          </Switch>
          <p className={styles.quiet}>{t("group-photos-legend-help")}</p>
        </>
      )}
      {hasUnsaved ? (
        <Banner tone="attention">
          <p>{t("group-photos-legend-unsaved")}</p>
        </Banner>
      ) : null}
    </FileDialog>
  );
}
