/** A new passphrase, typed twice and rated while typing. It lives in the caller's state only, never in a cache. */
import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState, type Dispatch, type SetStateAction } from "react";
import { useCall, type PassphraseStrength } from "../../api";
import { IconButton } from "../../components/Button";
import { cx } from "../../components/classes";
import { TextField } from "../../components/Field";
import { codeKey, useCodeText, useT } from "../../l10n";
import styles from "./Firstrun.module.css";

export interface PassphraseDraft {
  passphrase: string;
  repeat: string;
  isSufficient: boolean;
}

export const NO_PASSPHRASE: PassphraseDraft = { passphrase: "", repeat: "", isSufficient: false };

export function isUsable(draft: PassphraseDraft): boolean {
  return draft.isSufficient && draft.passphrase === draft.repeat;
}

const PAUSE_MS = 120;

export function NewPassphrase({
  draft,
  onChange,
  ownWords = [],
  label,
  error,
  autoFocus = false,
}: {
  draft: PassphraseDraft;
  onChange: Dispatch<SetStateAction<PassphraseDraft>>;
  /** Names that make a poor passphrase; an open register knows its studio's own. */
  ownWords?: readonly string[];
  label?: string;
  error?: string | undefined;
  autoFocus?: boolean;
}) {
  const t = useT();
  const call = useCall();
  const [isShown, setShown] = useState(false);
  const [strength, setStrength] = useState<PassphraseStrength | null>(null);
  const { passphrase, repeat } = draft;
  const words = ownWords.join("\n");

  useEffect(() => {
    if (!passphrase) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      call("passphrase_rate", { passphrase, ownWords: words.split("\n").filter(Boolean) }).then(
        (rated) => {
          if (!isCurrent) return;
          setStrength(rated);
          onChange((now) =>
            now.passphrase === passphrase ? { ...now, isSufficient: rated.isSufficient } : now,
          );
        },
        () => isCurrent && setStrength(null),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [call, passphrase, words, onChange]);

  const type = isShown ? "text" : "password";
  const differs = repeat !== "" && !passphrase.startsWith(repeat);
  const shown = passphrase ? strength : null;

  return (
    <div className={styles.fields}>
      <div>
        <div className={styles.withButton}>
          <TextField
            label={label ?? t("passphrase-field")}
            name="passphrase"
            type={type}
            value={passphrase}
            onChange={(value) => onChange((now) => ({ ...now, passphrase: value, isSufficient: false }))}
            autoFocus={autoFocus}
            error={error}
            isRequired
          />
          <IconButton
            icon={isShown ? EyeOff : Eye}
            label={t(isShown ? "passphrase-hide" : "passphrase-show")}
            onPress={() => setShown(!isShown)}
          />
        </div>
        <Meter strength={shown} />
      </div>
      <TextField
        label={t("passphrase-repeat")}
        name="repeat"
        type={type}
        value={repeat}
        onChange={(value) => onChange((now) => ({ ...now, repeat: value }))}
        error={differs ? t("passphrase-differs") : undefined}
        isRequired
      />
    </div>
  );
}

function Meter({ strength }: { strength: PassphraseStrength | null }) {
  const t = useT();
  const codeText = useCodeText();
  const level = strength ? strength.score : -1;
  const tone = strength?.isSufficient ? styles.isGood : level >= 2 ? styles.isFair : styles.isPoor;
  const words = strength ? codeText("passphrase-strength", String(strength.score)) : "";
  return (
    <div className={styles.meter}>
      <div
        role="meter"
        aria-label={t("passphrase-strength")}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={Math.max(level, 0)}
        aria-valuetext={words}
        className={styles.bars}
      >
        {[0, 1, 2, 3].map((bar) => (
          <span key={bar} className={cx(styles.bar, strength && bar < Math.max(level, 1) && tone)} />
        ))}
      </div>
      <p className={styles.rating} aria-live="polite">
        {strength ? (
          <>
            <strong>{words}.</strong>
            {strength.warning ? ` ${t(codeKey("passphrase-warning", strength.warning))}` : ""}
          </>
        ) : (
          t("passphrase-minimum")
        )}
      </p>
    </div>
  );
}
