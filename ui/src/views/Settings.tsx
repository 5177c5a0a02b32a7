/** Settings: look and language, the studio's details, the passphrase, the version. */
import { useAppState } from "../api";
import { ViewFrame } from "../components";
import { Appearance } from "../features/settings/Appearance";
import { KeychainSettings } from "../features/settings/KeychainSettings";
import { PassphraseSettings } from "../features/settings/PassphraseSettings";
import { SecondCopySettings } from "../features/settings/SecondCopySettings";
import styles from "../features/settings/Settings.module.css";
import { StudioSettings } from "../features/settings/StudioSettings";
import { useT } from "../l10n";

export default function Settings() {
  const t = useT();
  const app = useAppState();
  if (!app) return null;
  return (
    <ViewFrame id="settings" title={t("settings-title")} isPage>
      <Appearance app={app} />
      <StudioSettings />
      <SecondCopySettings />
      {app.signer?.staffId === null ? null : (
        <>
          <PassphraseSettings />
          <KeychainSettings />
        </>
      )}
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
