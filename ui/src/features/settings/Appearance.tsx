/** Language and theme of the window, and when it locks by itself: kept on this computer, in force at once. */
import { useState } from "react";
import {
  ApiError,
  useCall,
  useMay,
  useSetAppState,
  type AppState,
  type LanguageDto,
  type Theme,
} from "../../api";
import { ErrorText, RadioGroup, Select } from "../../components";
import { TEXT_SIZES, setTextSize, useTextSize } from "../../components/textSize";
import { LANGUAGES, useFormat, useT } from "../../l10n";
import styles from "./Settings.module.css";

const OWN_NAMES: Record<LanguageDto, string> = { fi: "Suomi", sv: "Svenska", en: "English" };
/** Minutes; 0 for never. */
const LOCK_AFTER = [5, 10, 15, 30, 60, 0];
const THEMES: readonly Theme[] = ["system", "light", "dark"];

export function Appearance({ app }: { app: AppState }) {
  const t = useT();
  const format = useFormat();
  const call = useCall();
  const mayLock = useMay()("manage_studio");
  const textSize = useTextSize();
  const setAppState = useSetAppState();
  const [error, setError] = useState<ApiError | null>(null);
  const change = (part: Partial<AppState["settings"]>) =>
    void call("settings_set", { ...app.settings, ...part }).then(
      (state) => {
        setError(null);
        setAppState(state);
      },
      (cause: unknown) => setError(ApiError.from(cause)),
    );
  return (
    <section className={styles.section} aria-labelledby="settings-appearance">
      <div>
        <h2 id="settings-appearance">{t("settings-appearance")}</h2>
        <p className={styles.quiet}>{t("settings-machine-help")}</p>
      </div>
      <div className={styles.columns}>
        <RadioGroup
          label={t("settings-language")}
          value={app.settings.language}
          onChange={(language) => change({ language })}
          choices={LANGUAGES.map((language) => ({ id: language, label: OWN_NAMES[language] }))}
        />
        <RadioGroup
          label={t("settings-theme")}
          value={app.settings.theme}
          onChange={(theme) => change({ theme })}
          choices={THEMES.map((theme) => ({ id: theme, label: t(`settings-theme-${theme}`) }))}
        />
        <Select
          label={t("settings-text-size")}
          help={t("settings-text-size-help")}
          value={textSize}
          onChange={setTextSize}
          choices={TEXT_SIZES.map((size) => ({ id: size, label: format.rate(size * 100) }))}
        />
      </div>
      <div className={styles.form}>
        <Select<number>
          label={t("settings-lock-after")}
          help={t(mayLock ? "settings-lock-after-help" : "settings-lock-after-owner")}
          isDisabled={!mayLock}
          value={app.settings.lockAfterMinutes}
          onChange={(lockAfterMinutes) => change({ lockAfterMinutes })}
          choices={LOCK_AFTER.map((minutes) => ({
            id: minutes,
            label: minutes === 0 ? t("settings-lock-never") : t("settings-lock-minutes", { minutes }),
          }))}
        />
      </div>
      {error ? <ErrorText error={error} /> : null}
    </section>
  );
}
