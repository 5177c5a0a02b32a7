/** The frame of every view: header, body, inspector that can be folded, status bar. */
import { PanelRightClose, PanelRightOpen } from "lucide-react";
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { createPortal } from "react-dom";
import { Button as AriaButton } from "react-aria-components";
import { useT } from "../l10n";
import { isBoolean, usePreference } from "../navigation";
import { IconButton } from "./Button";
import { cx } from "./classes";
import { useKeys } from "./Keys";
import { usePixels } from "./textSize";
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
  /** Parts of the page that are marked `data-whole` grow past its width when they need to. */
  hasWhole?: boolean;
  children: ReactNode;
}

const StatusContext = createContext<Element | null>(null);

/** What a part of a view says in the view's status bar. */
export function Status({ children }: { children: ReactNode }) {
  const bar = useContext(StatusContext);
  return bar ? createPortal(children, bar) : null;
}

/** The program's name, which is no word of a language. */
export const PROGRAM = "Kontakti";

/** Nobody is at work anywhere: the focus is nowhere, or rests on the heading of a view just opened. */
export function isFocusFree(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || (at instanceof HTMLElement && "viewHeading" in at.dataset);
}

/** Opening a view leads to its heading, unless one of its fields has asked for the focus. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const view = heading.current?.closest("section");
    if (!view?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

/** Narrower than this, at the usual text size, an inspector is laid over the view instead of beside it. */
const ROOM = 720;

function useIsNarrow() {
  const pixels = usePixels();
  const view = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(Infinity);
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    setWidth(element.clientWidth);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { view, isNarrow: width < pixels(ROOM) };
}

export function ViewFrame(props: ViewFrameProps) {
  const t = useT();
  const { inspector, parent } = props;
  const { view, isNarrow } = useIsNarrow();
  const [isBeside, setBeside] = usePreference(`${props.id}.inspector`, true, isBoolean);
  const [isOver, setOver] = useState(false);
  const [bar, setBar] = useState<Element | null>(null);
  const heading = useHeadingFocus();
  useEffect(() => {
    document.title = props.title ? `${props.title} - ${PROGRAM}` : PROGRAM;
    return () => void (document.title = PROGRAM);
  }, [props.title]);
  const isOpen = isNarrow ? isOver : isBeside;
  const fold = () => (isNarrow ? setOver(!isOver) : setBeside(!isBeside));
  useKeys(inspector ? [{ keys: "i", label: t("app-key-inspector"), run: fold }] : []);
  return (
    <section ref={view} className={styles.view} aria-label={props.title}>
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
          <h1 ref={heading} className={styles.title} title={props.title} tabIndex={-1} data-view-heading="">
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
            onPress={fold}
          />
        ) : null}
      </header>
      <div className={styles.middle}>
        <div className={cx(styles.body, props.isPage && styles.scroll)}>
          <StatusContext.Provider value={bar}>
            {props.isPage ? (
              <div
                className={cx(styles.page, props.isWide && styles.wide, props.hasWhole && styles.hasWhole)}
              >
                {props.children}
              </div>
            ) : (
              props.children
            )}
          </StatusContext.Provider>
        </div>
        {inspector && isOpen ? (
          <aside
            className={cx(styles.inspector, isNarrow && styles.over)}
            aria-label={props.inspectorLabel ?? t("app-inspector")}
            tabIndex={-1}
          >
            {inspector}
          </aside>
        ) : null}
      </div>
      <footer ref={setBar} className={styles.status}>
        {props.status}
      </footer>
    </section>
  );
}
