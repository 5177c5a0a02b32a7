/** The window before a register is open: the mark, the language switch, and one panel in the middle. */
import type { ReactNode } from "react";
import { useAppState, useCall, useSetAppState, type LanguageDto } from "../../api";
import { useFailureToast } from "../../components/useFailureToast";
import { PROGRAM } from "../../components/ViewFrame";
import { LANGUAGES, useT } from "../../l10n";
import { Mark } from "../shell/Mark";
import styles from "./Firstrun.module.css";

/** Each language in its own words: the reader may not know the present one. */
const OWN_NAMES: Record<LanguageDto, string> = { fi: "Suomi", sv: "Svenska", en: "English" };

export function Stage({ children }: { children: ReactNode }) {
  return (
    <div className={styles.stage}>
      <header className={styles.head}>
        <div className={styles.brand}>
          <Mark />
          {PROGRAM}
        </div>
        <LanguageSwitch />
      </header>
      <main className={styles.middle}>{children}</main>
    </div>
  );
}

function LanguageSwitch() {
  const t = useT();
  const call = useCall();
  const app = useAppState();
  const setAppState = useSetAppState();
  const fail = useFailureToast();
  if (!app) return null;
  const { settings } = app;
  return (
    <div role="group" aria-label={t("firstrun-language")} className={styles.languages}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={settings.language === language}
          className={styles.language}
          onClick={() => void call("settings_set", { ...settings, language }).then(setAppState, fail)}
        >
          {OWN_NAMES[language]}
        </button>
      ))}
    </div>
  );
}
