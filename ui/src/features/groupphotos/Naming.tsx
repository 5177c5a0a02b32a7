/** One photo of a class, and who stands where in it: typed, saved on the version that the edit began from. */
import { Copy, Maximize } from "lucide-react";
import { useEffect, useMemo, useRef, useImperativeHandle, type Ref } from "react";
import { useQueryClient } from "@tanstack/react-query";
import {
  useCall,
  type GroupPersonDto,
  type GroupPhotoDto,
  type GroupPhotosDto,
  type PhotographedClassDto,
  type PlaceDto,
} from "../../api";
import { Banner, Button, ErrorText, IconButton, Status, useKeys, type GridHandle } from "../../components";
import { StaleBanner } from "../../components/StaleBanner";
import { useStoredForm } from "../../components/useStoredForm";
import { codeKey, useFormat, useT } from "../../l10n";
import { Photo } from "../frames/Photo";
import styles from "./GroupPhotos.module.css";
import { rowName } from "./arrange";
import { PlaceField } from "./PlaceField";
import { Remaining } from "./Remaining";
import { RowTools, Rows, type Shown } from "./Rows";
import { remaining, type Candidate } from "./photos";
import { useArranging } from "./useArranging";

export interface NamingProps {
  jobId: number;
  group: PhotographedClassDto;
  photo: GroupPhotoDto;
  people: readonly GroupPersonDto[];
  /** Why whoever is signed in may not name; null when they may. */
  refusal: string | null;
  /** How staff turned the photo. */
  turn: number;
  reread(): Promise<unknown>;
  onLarge(): void;
  onLeave(): void;
  onDirty(isDirty: boolean): void;
  /** Focus on the field; where nothing can be named, on the way to the large view. */
  handle: Ref<GridHandle>;
}

const photoOf = (photos: GroupPhotosDto, frameId: number) =>
  photos.classes.flatMap((group) => group.photos).find((photo) => photo.frameId === frameId);

const storedOf = (photo: GroupPhotoDto) => ({ rev: photo.rev, fields: { rows: photo.rows } });

export function Naming(props: NamingProps) {
  const { jobId, group, photo, people, refusal, onLeave, onDirty } = props;
  const t = useT();
  const format = useFormat();
  const call = useCall();
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const enlarge = useRef<HTMLButtonElement>(null);
  const known = useMemo(() => new Map(people.map((person) => [person.subjectId, person])), [people]);
  const stored = useMemo(() => storedOf(photo), [photo]);
  const form = useStoredForm(stored, {
    update: async ({ rev, fields }) => {
      const { frameId } = photo;
      const answer = await call("group_photo_name", { jobId, frameId, rev, rows: fields.rows });
      client.setQueryData<GroupPhotosDto>(["group_photos_get", { id: jobId }], answer);
      return storedOf(photoOf(answer, frameId) ?? photo);
    },
    reread: props.reread,
    saved: t("group-photos-saved"),
  });
  const { rows } = form.fields;
  const arranging = useArranging(rows, (next) => form.setFields({ rows: next }));
  const { gap } = arranging;
  const count = Math.max(rows.length, gap.row + 1);
  const { isDirty } = form;
  useEffect(() => onDirty(isDirty), [onDirty, isDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);
  const focus = () => (field.current ?? enlarge.current)?.focus();
  useImperativeHandle(props.handle, () => ({ focus }));

  const left = remaining(group, known, rows);
  const nameOf = ({ name, person }: Candidate) => {
    if (!person) return t("group-photos-teacher", { name });
    const { className } = person;
    const isOther = className !== "" && className !== group.name;
    return isOther ? t("matching-owner-of-class", { name, class: className }) : name;
  };
  const shown = (place: PlaceDto): Shown => {
    const person = place.subjectId === null ? undefined : known.get(place.subjectId);
    if (!person) return { name: place.name, isProtected: false, isNamed: true };
    return { name: person.name, isProtected: person.isProtected, isNamed: person.isNamed };
  };
  useKeys(
    refusal === null
      ? [
          { keys: "Ctrl+s", label: t("form-save"), run: form.save },
          { keys: "Ctrl+Enter", label: t("group-photos-next-row") },
          { keys: "1", label: t("group-photos-take-number") },
          { keys: "ArrowLeft", label: t("group-photos-step") },
          { keys: "ArrowRight", label: t("group-photos-step") },
          { keys: "Backspace", label: t("group-photos-take-out-before") },
          { keys: "Delete", label: t("group-photos-take-out-after") },
          { keys: "Alt+ArrowLeft", label: t("group-photos-move-left") },
          { keys: "Alt+ArrowRight", label: t("group-photos-move-right") },
          { keys: "Alt+ArrowUp", label: t("group-photos-move-up") },
          { keys: "Alt+ArrowDown", label: t("group-photos-move-down") },
          { keys: "Alt+Shift+ArrowUp", label: t("group-photos-row-up") },
          { keys: "Alt+Shift+ArrowDown", label: t("group-photos-row-down") },
          { keys: "Ctrl+z", label: t("group-photos-undo") },
        ]
      : [],
  );
  const others = group.photos.filter(
    (other) => other.frameId !== photo.frameId && other.rows.length > 0 && rows.length === 0,
  );
  const at = photo.namedAt === null ? "" : format.dateTime(photo.namedAt);
  return (
    <div className={styles.naming}>
      <Status>
        {photo.namedAt === null ? null : (
          <span>
            {photo.namedBy
              ? t("group-photos-by", { name: photo.namedBy, at })
              : t("group-photos-by-recovery", { at })}
          </span>
        )}
        <span role="status">{isDirty ? t("form-unsaved") : ""}</span>
      </Status>
      <div className={styles.picture}>
        <Photo
          id={photo.frameId}
          turn={props.turn}
          size="preview"
          alt={t("group-photos-photo-of", { class: group.name, photo: photo.name })}
        />
        <IconButton ref={enlarge} icon={Maximize} label={t("group-photos-enlarge")} onPress={props.onLarge} />
      </div>
      {form.error?.isStale ? (
        <StaleBanner
          error={form.error}
          onReload={() => {
            form.reload();
            arranging.forget();
          }}
        />
      ) : form.error ? (
        <ErrorText error={form.error} />
      ) : null}
      {refusal === null ? null : (
        <Banner>
          <p>{refusal}</p>
        </Banner>
      )}
      <div className={styles.below}>
        <div className={styles.arrangement}>
          {refusal === null ? (
            <>
              <PlaceField
                arranging={arranging}
                left={left}
                people={people}
                nameOf={nameOf}
                onLeave={onLeave}
                inputRef={field}
              />
              <div className={styles.tools}>
                <RowTools arranging={arranging} onDone={focus} />
                <p role="status" className={styles.quiet}>
                  {arranging.said ||
                    t("group-photos-at", {
                      row: t(codeKey("group-photos-row", rowName(gap.row, count)), {
                        number: format.number(gap.row + 1),
                      }),
                      number: format.number(gap.at + 1),
                    })}
                </p>
                <Button
                  variant="primary"
                  shortcut="Ctrl+S"
                  isPending={form.isSaving}
                  isDisabled={!isDirty}
                  onPress={form.save}
                >
                  {t("form-save")}
                </Button>
              </div>
            </>
          ) : null}
          {others.map((other) => (
            <Button
              key={other.frameId}
              size="small"
              icon={Copy}
              isDisabled={refusal !== null}
              onPress={() => {
                arranging.copy(other.rows);
                focus();
              }}
            >
              {t("group-photos-copy", { photo: other.name })}
            </Button>
          ))}
          <Rows
            rows={rows}
            shown={shown}
            arranging={refusal === null ? arranging : null}
            error={form.error}
            onGap={focus}
          />
          {photo.withheld > 0 ? (
            <p className={styles.quiet}>
              {t("group-photos-withheld", { count: photo.withheld, number: format.number(photo.withheld) })}
            </p>
          ) : null}
        </div>
        <Remaining
          left={left}
          nameOf={nameOf}
          onTake={
            refusal === null
              ? (candidate) => {
                  arranging.place(candidate.place);
                  focus();
                }
              : null
          }
        />
      </div>
    </div>
  );
}
