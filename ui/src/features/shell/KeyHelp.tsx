import { Dialog, Kbd, useKeyList, type KeyBinding } from "../../components";
import { useT } from "../../l10n";
import styles from "./Shell.module.css";

/** The keys of what is on screen, and those of the whole window. */
export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useT();
  const list = useKeyList();
  const bindings = isOpen ? list().filter((binding) => binding.label) : [];
  return (
    <Dialog title={t("app-keys-title")} isOpen={isOpen} onClose={onClose} isWide>
      <div className={styles.keys}>
        <KeyTable
          title={t("app-keys-view")}
          bindings={bindings.filter((binding) => binding.group !== "window")}
        />
        <KeyTable
          title={t("app-keys-window")}
          bindings={bindings.filter((binding) => binding.group === "window")}
        />
      </div>
    </Dialog>
  );
}

function KeyTable({ title, bindings }: { title: string; bindings: KeyBinding[] }) {
  const t = useT();
  const byLabel = new Map<string, string[]>();
  for (const { label = "", keys } of bindings) byLabel.set(label, [...(byLabel.get(label) ?? []), keys]);
  return (
    <section>
      <h3>{title}</h3>
      {byLabel.size === 0 ? <p>{t("app-keys-none")}</p> : null}
      <dl>
        {[...byLabel].map(([label, keys]) => (
          <div key={label} style={{ display: "contents" }}>
            <dt className={styles.chords}>
              {keys.length > 2 && keys.every((key) => /^\d$/.test(key)) ? (
                <Kbd keys={`${shown(keys[0] ?? "")}–${shown(keys.at(-1) ?? "")}`} />
              ) : (
                keys.map((chord) => <Kbd key={chord} keys={shown(chord)} />)
              )}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function shown(keys: string): string {
  return keys.replace(/\b(ctrl|alt|shift)\b/g, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
