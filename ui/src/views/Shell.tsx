/** What surrounds every view of an open register: top bar, navigation, palette, keys. */
import { Outlet } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import { useAppState, useMay } from "../api";
import { Under, useKeys } from "../components";
import { Alarm } from "../features/shell/Alarm";
import { CommandPalette } from "../features/shell/CommandPalette";
import { KeyHelp } from "../features/shell/KeyHelp";
import { Navigation } from "../features/shell/Navigation";
import { useInputNote } from "../features/shell/inputNote";
import { useLock } from "../features/shell/lock";
import { TopBar } from "../features/shell/TopBar";
import { ViewFault } from "../features/shell/ViewFault";
import { useT } from "../l10n";
import {
  FIRST_SECTION,
  SECTIONS,
  SECTION_RIGHTS,
  isOneOf,
  sectionOf,
  useGo,
  usePathname,
  useShownPathname,
  writePreference,
  type Path,
  type Section,
} from "../navigation";
import styles from "./Shell.module.css";

/** What is marked in the navigation while a view outside the sections is open. */
const SHOWN_AS: Record<string, Section> = {
  import: "sessions",
  subjects: "schools",
  matching: "schools",
  choices: "schools",
  "group-photos": "schools",
};

export default function Shell() {
  const t = useT();
  const lock = useLock();
  const path = usePathname();
  const shown = useShownPathname();
  const section = path.split("/")[1] ?? "";
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);

  useInputNote();
  const alarm = useAppState()?.alarm;
  const go = useGo();
  const may = useMay();
  const isSection = isOneOf(SECTIONS)(section);
  const right = section === "import" ? "import_photos" : SECTION_RIGHTS[sectionOf(path as Path)];
  const isAllowed = section === "" || may(right);
  useEffect(() => {
    // where another member of staff was last may be closed to this one
    if (!isAllowed) go(`/${FIRST_SECTION}`, {}, { replace: true });
    else if (isSection) writePreference("section", section);
  }, [go, isAllowed, isSection, section]);

  useKeys([
    { keys: "ctrl+k", label: t("app-key-palette"), group: "window", run: () => setPaletteOpen(true) },
    { keys: "ctrl+l", label: t("app-key-lock"), group: "window", overDialogs: true, run: lock },
    { keys: "?", label: t("app-key-help"), group: "window", run: () => setHelpOpen(true) },
    {
      keys: "alt+ArrowLeft",
      label: t("app-key-back"),
      group: "window",
      run: () => window.history.back(),
    },
    {
      keys: "alt+ArrowRight",
      label: t("app-key-forward"),
      group: "window",
      run: () => window.history.forward(),
    },
  ]);

  return (
    <Under className={styles.shell}>
      <TopBar onPalette={() => setPaletteOpen(true)} onHelp={() => setHelpOpen(true)} onLock={lock} />
      {alarm ? <Alarm alarm={alarm} /> : null}
      <div className={styles.under}>
        <Navigation section={SHOWN_AS[section] ?? section} />
        <main className={styles.view}>
          <ViewFault path={shown}>
            <Suspense>{isAllowed ? <Outlet /> : null}</Suspense>
          </ViewFault>
        </main>
      </div>
      <CommandPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} onLock={lock} />
      <KeyHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </Under>
  );
}
