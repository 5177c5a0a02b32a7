/** Who of the class is left, the first nine by number keys. */
import { Kbd } from "../../components";
import { useFormat, useT } from "../../l10n";
import styles from "./GroupPhotos.module.css";
import type { Candidate } from "./photos";

export interface RemainingProps {
  left: readonly Candidate[];
  nameOf(candidate: Candidate): string;
  /** None where nothing can be changed. */
  onTake: ((candidate: Candidate) => void) | null;
}

export function Remaining({ left, nameOf, onTake }: RemainingProps) {
  const t = useT();
  const format = useFormat();
  const ofClass = left.filter(({ person }) => person !== null).length;
  return (
    <section className={styles.remaining} aria-labelledby="remaining">
      <h2 id="remaining">{t("group-photos-remaining", { number: format.number(ofClass) })}</h2>
      {ofClass === 0 ? <p>{t("group-photos-remaining-none")}</p> : null}
      <ol className={styles.left}>
        {left.map((candidate, at) => (
          <li key={candidate.key}>
            {onTake ? (
              <button
                type="button"
                tabIndex={-1}
                className={styles.leftOne}
                onClick={() => onTake(candidate)}
              >
                <span className={styles.number}>{at < 9 ? <Kbd keys={String(at + 1)} /> : null}</span>
                <bdi>{nameOf(candidate)}</bdi>
              </button>
            ) : (
              <bdi>{nameOf(candidate)}</bdi>
            )}
          </li>
        ))}
      </ol>
      {ofClass > 0 ? <p className={styles.quiet}>{t("group-photos-remaining-absent")}</p> : null}
    </section>
  );
}
