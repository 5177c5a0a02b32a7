/** Whose the photos are: typed letters narrow by name or class, Enter takes the only one left, or the one chosen. */
import { X } from "lucide-react";
import { useState } from "react";
import type { OwnerDto, OwnerRef } from "../../api";
import { ComboBox, IconButton } from "../../components";
import { useT } from "../../l10n";
import styles from "./Matching.module.css";
import { matchingOwners } from "./runs";
import type { Names } from "./words";

const MOST = 40;
const NOBODY = "nobody";
const idOf = ({ kind, id }: OwnerRef) => `${kind} ${id}`;

export function AssignField({
  owners,
  names,
  onPick,
  onClose,
}: {
  owners: readonly OwnerDto[];
  names: Names;
  /** Nobody is null. */
  onPick(owner: OwnerRef | null): void;
  onClose(): void;
}) {
  const t = useT();
  const [text, setText] = useState("");
  const matches = matchingOwners(owners, text, MOST);
  const pick = ({ kind, id }: OwnerDto) => onPick({ kind, id });
  return (
    <div
      className={styles.panel}
      onKeyDownCapture={(event) => {
        const isOnOption = (event.target as HTMLElement).getAttribute("aria-activedescendant");
        const isEnter = event.key === "Enter" && event.target instanceof HTMLInputElement;
        const isTaking = isEnter && (event.repeat || (!isOnOption && text.trim() !== ""));
        if (event.key !== "Escape" && !isTaking) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") onClose();
        else if (event.repeat) return;
        else if (matches.length === 1 && matches[0]) pick(matches[0]);
        else if (matches.length > 1)
          event.target.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
      }}
    >
      <ComboBox<string>
        label={t("matching-assign-label")}
        help={t("matching-assign-help")}
        autoFocus
        choices={[
          ...matches.map((owner) => ({
            id: idOf(owner),
            label: names.text(owner),
            ...(owner.isProtected ? { note: t("matching-protected") } : {}),
          })),
          { id: NOBODY, label: t("matching-assign-nobody") },
        ]}
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(id) => {
          if (id === NOBODY) return onPick(null);
          const found = matches.find((owner) => idOf(owner) === id);
          if (found) pick(found);
        }}
        emptyText={t("matching-assign-none")}
      />
      <IconButton icon={X} label={t("app-close")} onPress={onClose} />
    </div>
  );
}
