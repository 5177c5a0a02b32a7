/** The frame of every view: header, body, inspector that can be folded, status bar. */
import { PanelRightClose, PanelRightOpen } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useT } from "../l10n";
import { isBoolean, usePreference } from "../navigation";
import { IconButton } from "./Button";
import { cx } from "./classes";
import { useKeys } from "./Keys";
import styles from "./ViewFrame.module.css";

export interface ViewFrameProps {
  /** A short name for what is remembered of this view. */
  id: string;
  title: string;
  /** The view above this one. */
  parent?: { label: string; onPress(): void };
  /** Small, after the title. */
  note?: ReactNode;
  actions?: ReactNode;
  inspector?: ReactNode;
  inspectorLabel?: string;
  status?: ReactNode;
  /** The body scrolls as a whole: forms and pages; lists scroll themselves. */
  isPage?: boolean;
  /** A page of two columns. */
  isWide?: boolean;
  children: ReactNode;
}

export function ViewFrame(props: ViewFrameProps) {
  const t = useT();
  const { inspector, parent } = props;
  const [isOpen, setOpen] = usePreference(`${props.id}.inspector`, true, isBoolean);
  useKeys(inspector ? [{ keys: "i", label: t("app-key-inspector"), run: () => setOpen(!isOpen) }] : []);
  return (
    <section className={styles.view} aria-label={props.title}>
      <header className={styles.header}>
        <div className={styles.titles}>
          {parent ? (
            <>
              <AriaButton className={cx(styles.crumb)} onPress={parent.onPress}>
                {parent.label}
              </AriaButton>
              <span className={styles.slash} aria-hidden>
                /
              </span>
            </>
          ) : null}
          <h1 className={styles.title} title={props.title}>
            {props.title}
          </h1>
          {props.note ? <span className={styles.note}>{props.note}</span> : null}
        </div>
        {props.actions}
        {inspector ? (
          <IconButton
            icon={isOpen ? PanelRightClose : PanelRightOpen}
            label={t(isOpen ? "app-inspector-fold" : "app-inspector-unfold")}
            shortcut="I"
            onPress={() => setOpen(!isOpen)}
          />
        ) : null}
      </header>
      <div className={styles.middle}>
        <div className={cx(styles.body, props.isPage && styles.scroll)}>
          {props.isPage ? (
            <div className={cx(styles.page, props.isWide && styles.wide)}>{props.children}</div>
          ) : (
            props.children
          )}
        </div>
        {inspector && isOpen ? (
          <aside
            className={styles.inspector}
            aria-label={props.inspectorLabel ?? t("app-inspector")}
            tabIndex={-1}
          >
            {inspector}
          </aside>
        ) : null}
      </div>
      {props.status ? <footer className={styles.status}>{props.status}</footer> : null}
    </section>
  );
}
