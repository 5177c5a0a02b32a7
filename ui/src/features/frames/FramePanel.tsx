/** The inspector of a photo: marks and facts. Follows the focus once it rests. */
import { useMemo } from "react";
import { useMethod, type FrameFacts } from "../../api";
import { ErrorText } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { NumberLinks } from "../../components/NumberLinks";
import { useCell, useSharedMarks, type FrameCells } from "./cells";
import { CompareButton } from "./CompareButton";
import styles from "./Frames.module.css";
import { MarkBar } from "./MarkBar";
import { markActions } from "./markKeys";
import type { Marking } from "./marks";
import { useSettled } from "./useSettled";

interface Marked {
  /** The photos that marks go to, as by the keys. */
  chosen: readonly number[];
  cells: FrameCells;
  marking: Marking;
  onCompare(): void;
}

export function FramePanel({ id, ...marked }: { id: number | null } & Marked) {
  const t = useT();
  return id === null ? <p className={styles.hint}>{t("frame-facts-none")}</p> : <Facts id={id} {...marked} />;
}

function Facts({ id, chosen, cells, marking, onCompare }: { id: number } & Marked) {
  const t = useT();
  const format = useFormat();
  const settled = useSettled(id, 120);
  const cell = useCell(cells, id);
  const marks = useSharedMarks(cells, chosen);
  const actions = useMemo(() => markActions(marking, () => chosen), [marking, chosen]);
  const { data, error } = useMethod("frame_get", { id: settled });
  // while the focus moves on, what was read last belongs to another photo
  const facts = data?.id === id ? data : undefined;
  return (
    <div className={styles.facts}>
      <section>
        <h2>{cell?.name ?? facts?.name}</h2>
        <MarkBar {...marks} actions={actions} />
        {chosen.length === 1 && chosen[0] === id ? null : (
          <p>{t("frame-marks-apply", { count: chosen.length, number: format.number(chosen.length) })}</p>
        )}
        <CompareButton count={chosen.length} onCompare={onCompare} />
      </section>
      {error && settled === id ? <ErrorText error={error} /> : null}
      {facts ? <FactList facts={facts} /> : null}
    </div>
  );
}

function FactList({ facts }: { facts: FrameFacts }) {
  const t = useT();
  const format = useFormat();
  const exposure = [
    facts.exposureSeconds === null ? "" : format.exposure(facts.exposureSeconds),
    facts.fNumber === null
      ? ""
      : `f/${format.number(facts.fNumber, Number.isInteger(facts.fNumber) ? 0 : 1)}`,
    facts.iso === null ? "" : t("frame-iso", { value: String(facts.iso) }),
    facts.focalMm === null ? "" : `${format.number(Math.round(facts.focalMm))}\u00a0mm`,
  ].filter(Boolean);
  return (
    <>
      <section>
        <dl>
          {facts.takenLocal || facts.takenAt !== null ? (
            <>
              <dt>{t("frame-fact-taken")}</dt>
              <dd>
                <Taken facts={facts} />
              </dd>
            </>
          ) : null}
          {facts.camera ? (
            <>
              <dt>{t("frame-fact-camera")}</dt>
              <dd>{facts.camera}</dd>
            </>
          ) : null}
          {facts.serial ? (
            <>
              <dt>{t("frame-fact-serial")}</dt>
              <dd>{facts.serial}</dd>
            </>
          ) : null}
          {exposure.length ? (
            <>
              <dt>{t("frame-fact-exposure")}</dt>
              <dd>{exposure.join(" · ")}</dd>
            </>
          ) : null}
          {facts.width ? (
            <>
              <dt>{t("frame-fact-size")}</dt>
              <dd>
                {t("frame-pixels", {
                  width: format.number(facts.width),
                  height: format.number(facts.height),
                })}
                <small>
                  {t("frame-megapixels", { value: format.number((facts.width * facts.height) / 1e6, 1) })}
                </small>
              </dd>
            </>
          ) : null}
        </dl>
      </section>
      <section>
        <dl>
          <dt>{t("frame-fact-files")}</dt>
          <dd>
            {facts.files.map((file) => (
              <div key={file.name}>
                {file.name}
                <small>
                  {t(`import-kind-${file.kind}`)} · {format.bytes(file.sizeBytes)}
                </small>
                {file.remarks.map((remark) => (
                  <small key={remark}>{t(codeKey("file-remark", remark))}</small>
                ))}
              </div>
            ))}
          </dd>
          {facts.orders.length ? (
            <>
              <dt>{t("frame-fact-orders")}</dt>
              <dd>
                <NumberLinks records={facts.orders} folder="/orders" />
              </dd>
            </>
          ) : null}
        </dl>
      </section>
    </>
  );
}

/** The camera's own clock, which is what the school day's schedule is compared with, unless it was corrected. */
function Taken({ facts }: { facts: FrameFacts }) {
  const t = useT();
  const format = useFormat();
  if (facts.clockOffsetMs !== 0 && facts.takenAt !== null)
    return (
      <>
        {format.exactDateTime(facts.takenAt)}
        <small>{t("frame-taken-by-camera", { at: format.isoDateTime(facts.takenLocal) })}</small>
      </>
    );
  if (facts.takenLocal) return <>{format.isoDateTime(facts.takenLocal)}</>;
  return <>{facts.takenAt === null ? "" : format.dateTime(facts.takenAt)}</>;
}
