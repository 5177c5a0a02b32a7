/** Language and theme of the window: kept on this computer, in force at once. */
import { useState } from "react";
import { ApiError, useCall, useSetAppState, type AppState, type LanguageDto, type Theme } from "../../api";
import { ErrorText, RadioGroup } from "../../components";
import { LANGUAGES, useT } from "../../l10n";
import styles from "./Settings.module.css";

const OWN_NAMES: Record<LanguageDto, string> = { fi: "Suomi", sv: "Svenska", en: "English" };
const THEMES: readonly Theme[] = ["system", "light", "dark"];

export function Appearance({ app }: { app: AppState }) {
  const t = useT();
  const call = useCall();
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
      </div>
      {error ? <ErrorText error={error} /> : null}
    </section>
  );
}
