/** Settings: look and language, the studio's details, the passphrase, the version. */
import { useAppState } from "../api";
import { ViewFrame } from "../components";
import { Appearance } from "../features/settings/Appearance";
import { PassphraseSettings } from "../features/settings/PassphraseSettings";
import styles from "../features/settings/Settings.module.css";
import { StudioSettings } from "../features/settings/StudioSettings";
import { useIsRecovered } from "../features/firstrun/recovered";
import { useT } from "../l10n";

export default function Settings() {
  const t = useT();
  const app = useAppState();
  const isRecovered = useIsRecovered();
  if (!app) return null;
  const passphrase = <PassphraseSettings />;
  return (
    <ViewFrame id="settings" title={t("settings-title")} isPage>
      {isRecovered ? passphrase : null}
      <Appearance app={app} />
      <StudioSettings />
      {isRecovered ? null : passphrase}
      <section className={styles.section} aria-labelledby="settings-about">
        <h2 id="settings-about">{t("settings-about")}</h2>
        <div>
          <p>{t("settings-version", { version: app.version })}</p>
          <p className={styles.quiet}>{t("settings-about-text")}</p>
        </div>
      </section>
    </ViewFrame>
  );
}
