/** The group photos of one job: by class, the one that is looked at, and who stands where in it. */
import { FileText, ImageOff, UserCheck, Users } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useMay, useMethod, type GroupPhotosDto } from "../api";
import {
  Badge,
  Banner,
  Beside,
  Button,
  EmptyState,
  ErrorText,
  ICON,
  RowFace,
  RowList,
  UnreadView,
  ViewFrame,
  useKeys,
} from "../components";
import { useCell, useCellsFailure, useFrameCells } from "../features/frames/cells";
import { LargeView } from "../features/frames/LargeView";
import { useMarking } from "../features/frames/marks";
import { Photo } from "../features/frames/Photo";
import { usePhotosBeside } from "../features/frames/usePhotosBeside";
import styles from "../features/groupphotos/GroupPhotos.module.css";
import { LegendDialog } from "../features/groupphotos/LegendDialog";
import { Naming } from "../features/groupphotos/Naming";
import { firstKey, rowsOf, type Row } from "../features/groupphotos/photos";
import { useNaming } from "../features/matching/words";
import { useRefusal } from "../features/staff/useRefusal";
import { FileNotice } from "../features/tasks/FileNotice";
import { useFormat, useT } from "../l10n";
import { useGo, usePathId, useSearchValues } from "../navigation";
import NotFound from "./NotFound";

export default function GroupPhotos() {
  const id = usePathId();
  return id === null ? <NotFound /> : <GroupPhotosView key={id} id={id} />;
}

function GroupPhotosView({ id }: { id: number }) {
  const t = useT();
  const go = useGo();
  const { data, error, refetch } = useMethod("group_photos_get", { id });
  if (data) return <Photos photos={data} reread={() => refetch()} />;
  return (
    <UnreadView
      id="group-photos"
      title={t("group-photos-title")}
      parent={{ label: t("schools-title"), onPress: () => go("/schools") }}
      error={error}
      onRetry={() => void refetch()}
    />
  );
}

function Photos({ photos, reread }: { photos: GroupPhotosDto; reread(): Promise<unknown> }) {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const may = useMay();
  const { jobId, schoolId } = photos;
  const rows = useMemo(() => rowsOf(photos), [photos]);
  const named = useNaming();
  const people = useMemo(() => named(photos.people), [named, photos.people]);
  const [first] = useState(() => firstKey(rows));
  const [place, setPlace] = useState(0);
  // the address tells the photo: what is not saved is asked about before another one comes
  const { photo: told, large } = useSearchValues();
  const wished = told ?? first;
  const found = rows.findIndex(({ key }) => key === wished);
  const [isDirty, setDirty] = useState(false);
  const [last, setLast] = useState<Row | undefined>(undefined);
  // a photo that is the class's no more stays while something of it is not saved
  const isKept = found < 0 && isDirty && last?.key === wished;
  if (found >= 0 && found !== place) setPlace(found);
  const index = found >= 0 ? found : Math.max(0, Math.min(place, rows.length - 1));
  const row = isKept ? last : rows[index];
  if (row !== last) setLast(row);
  const photo = row?.photo ?? null;
  const refusal = useRefusal("mark_photos");
  const cells = useFrameCells(false);
  const cellsFailure = useCellsFailure(cells);
  const marking = useMarking(cells);
  const frameId = photo?.frameId ?? 0;
  const turn = useCell(cells, frameId)?.turn ?? 0;
  useEffect(() => {
    if (frameId > 0) cells.want([frameId]);
  }, [cells, frameId]);
  const [isDialogOpen, setDialogOpen] = useState(false);
  const ids = useMemo(() => rows.flatMap((entry) => (entry.photo ? [entry.photo.frameId] : [])), [rows]);

  const path = `/group-photos/${jobId}` as const;
  const rowKey = row?.key;
  const search = useMemo(() => ({ photo: told }), [told]);
  const choose = useCallback(
    (key: number) => {
      if (key !== rowKey) go(path, { photo: key, large }, { replace: true });
    },
    [go, path, rowKey, large],
  );
  const toSchool = () => go(`/schools/${schoolId}`, { tab: "jobs" });
  const {
    list,
    photos: naming,
    beside,
    isLarge,
    open,
    closeLarge,
    leave,
  } = usePhotosBeside({
    path,
    search,
    rowKey,
    cursor: photo?.frameId ?? null,
    setCursor: choose,
    onLeave: toSchool,
  });
  const enlarge = photo ? () => open(photo.frameId) : undefined;
  useKeys(
    isLarge
      ? []
      : [
          { keys: "Escape", run: leave },
          { keys: "Enter", label: t("group-photos-enlarge") },
        ],
  );
  const renderRow = (entry: Row) => <PhotoRow row={entry} />;
  return (
    <>
      <ViewFrame
        id="group-photos"
        title={photos.job}
        parent={{ label: photos.school, onPress: toSchool }}
        note={t("group-photos-title")}
        actions={
          <>
            <Button icon={UserCheck} onPress={() => go(`/matching/${jobId}`)}>
              {t("matching-open")}
            </Button>
            {may("make_cards") ? (
              <Button icon={FileText} onPress={() => setDialogOpen(true)}>
                {t("group-photos-legend-open")}
              </Button>
            ) : null}
          </>
        }
        status={
          rows.length > 0 ? (
            <span>
              {t("group-photos-position", {
                at: format.number(index + 1),
                total: format.number(rows.length),
              })}
            </span>
          ) : null
        }
      >
        <div className={styles.whole}>
          <div className={styles.above}>
            <FileNotice kind="group_legend" />
          </div>
          {photos.lost > 0 ? (
            <div className={styles.above}>
              <Banner tone="attention">
                <p>{t("group-photos-lost", { count: photos.lost, number: format.number(photos.lost) })}</p>
              </Banner>
            </div>
          ) : null}
          {cellsFailure ? (
            <div className={styles.above}>
              <ErrorText error={cellsFailure} onRetry={() => cells.retry()} />
            </div>
          ) : null}
          {rows.length === 0 ? (
            <EmptyState icon={Users} text={t("group-photos-no-class")} />
          ) : (
            <Beside
              isTall
              besideRef={beside}
              list={
                <RowList
                  label={t("group-photos-list")}
                  rows={rows}
                  index={index}
                  onChoose={choose}
                  onEnter={enlarge}
                  onInto={() => naming.current?.focus()}
                  intoLabel={t("group-photos-into")}
                  renderRow={renderRow}
                  listRef={list}
                />
              }
            >
              {row && photo && enlarge ? (
                <Naming
                  key={photo.frameId}
                  jobId={jobId}
                  group={row.group}
                  photo={photo}
                  people={people}
                  turn={turn}
                  refusal={refusal}
                  reread={reread}
                  onLarge={enlarge}
                  onLeave={() => list.current?.focus()}
                  onDirty={setDirty}
                  handle={naming}
                />
              ) : (
                <EmptyState
                  icon={ImageOff}
                  text={t("group-photos-no-photo")}
                  action={<Button onPress={() => go(`/matching/${jobId}`)}>{t("matching-open")}</Button>}
                />
              )}
            </Beside>
          )}
        </div>
      </ViewFrame>
      {isLarge && photo ? (
        <LargeView
          ids={isDirty ? [photo.frameId] : ids}
          current={photo.frameId}
          cells={cells}
          marking={marking}
          onCurrent={choose}
          onClose={closeLarge}
        />
      ) : null}
      {isDialogOpen ? (
        <LegendDialog photos={photos} row={row} hasUnsaved={isDirty} onClose={() => setDialogOpen(false)} />
      ) : null}
    </>
  );
}

function PhotoRow({ row: { group, photo } }: { row: Row }) {
  const t = useT();
  const format = useFormat();
  const count = photo?.rows.flat().length ?? 0;
  return (
    <RowFace
      picture={photo ? <Photo id={photo.frameId} alt="" isTiny /> : <ImageOff {...ICON} />}
      name={
        <bdi>{photo ? t("group-photos-photo-of", { class: group.name, photo: photo.name }) : group.name}</bdi>
      }
      marks={
        photo ? (
          <>
            {count > 0 ? (
              <Badge tone="done">{t("group-photos-named", { count: format.number(count) })}</Badge>
            ) : (
              <Badge>{t("group-photos-unnamed")}</Badge>
            )}
            {photo.isRejected ? <Badge tone="stopped">{t("group-photos-rejected")}</Badge> : null}
          </>
        ) : (
          <Badge>{t("group-photos-no-photo-short")}</Badge>
        )
      }
    />
  );
}
