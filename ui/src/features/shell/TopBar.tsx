import { Keyboard, LockKeyhole, Search, User } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useAppState, type SignerDto } from "../../api";
import { Badge, Button, ICON, IconButton, Kbd, cx } from "../../components";
import { codeKey, useT } from "../../l10n";
import { TaskCentre } from "../tasks/TaskCentre";
import { Mark } from "./Mark";
import styles from "./Shell.module.css";

export function TopBar({ onPalette, onHelp, onLock }: { onPalette(): void; onHelp(): void; onLock(): void }) {
  const t = useT();
  const state = useAppState();
  return (
    <header className={styles.top}>
      <div className={styles.brand}>
        <Mark />
        <span className={styles.studio} title={state?.studioName ?? ""}>
          {state?.studioName}
        </span>
        {state?.register === "demonstration" ? <Badge>{t("app-demonstration")}</Badge> : null}
      </div>
      <AriaButton className={cx(styles.palette)} onPress={onPalette} aria-keyshortcuts="Control+K">
        <Search {...ICON} />
        <span>{t("app-palette-open")}</span>
        <Kbd keys="Ctrl+K" />
      </AriaButton>
      <div className={styles.right}>
        <TaskCentre />
        {state?.signer ? <Signer signer={state.signer} /> : null}
        <IconButton icon={Keyboard} label={t("app-key-help")} shortcut="?" onPress={onHelp} />
        <Button variant="quiet" icon={LockKeyhole} shortcut="Ctrl+L" onPress={onLock}>
          {t("app-lock")}
        </Button>
      </div>
    </header>
  );
}

/** Who is signed in, always in sight. */
function Signer({ signer }: { signer: SignerDto }) {
  const t = useT();
  const name = signer.name ?? t("sign-in-key-holder");
  const role = t(codeKey("role", signer.role));
  return (
    <span className={styles.signer} title={t("sign-in-as", { name, role })}>
      <User {...ICON} />
      <span className={styles.signerName}>{name}</span>
    </span>
  );
}
