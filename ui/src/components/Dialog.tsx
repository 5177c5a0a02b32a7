/** Dialogs are for decisions, never for browsing, and never nested. */
import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useT } from "../l10n";
import { Button } from "./Button";
import { cx } from "./classes";
import styles from "./Dialog.module.css";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose(): void;
  /** Asks before something is lost or leaves the house. */
  isAlert?: boolean;
  isWide?: boolean;
  children: ReactNode;
  actions?: ReactNode;
}

export function Dialog({ title, isOpen, onClose, isAlert, isWide, children, actions }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!isAlert}
      className={cx(styles.veil)}
    >
      <Modal className={cx(styles.modal, isWide && styles.wide)}>
        <AriaDialog role={isAlert ? "alertdialog" : "dialog"} data-modal="" className={cx(styles.dialog)}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface Question {
  title: string;
  text: ReactNode;
  /** Names the thing and the count: "Delete 3 photos". */
  confirm: string;
  cancel?: string;
  isDangerous?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;
const AskContext = createContext<Ask | null>(null);

/** `const ask = useAsk(); if (await ask({...})) ...` */
export function useAsk(): Ask {
  const ask = useContext(AskContext);
  if (!ask) throw new Error("AskProvider is missing");
  return ask;
}

export function AskProvider({ children }: { children: ReactNode }) {
  const t = useT();
  // one after the other: a question that comes while another is open waits for its turn
  const [asked, setAsked] = useState<{ question: Question; answer(yes: boolean): void }[]>([]);
  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) => {
        const answer = (yes: boolean) => {
          setAsked((questions) => questions.slice(1));
          resolve(yes);
        };
        setAsked((questions) => [...questions, { question, answer }]);
      }),
    [],
  );
  const open = asked[0];
  const question = open?.question;
  return (
    <AskContext.Provider value={ask}>
      {children}
      <Dialog
        title={question?.title ?? ""}
        isOpen={open !== undefined}
        isAlert
        onClose={() => open?.answer(false)}
        actions={
          <>
            <Button onPress={() => open?.answer(false)} autoFocus>
              {question?.cancel ?? t("app-cancel")}
            </Button>
            <Button variant={question?.isDangerous ? "danger" : "primary"} onPress={() => open?.answer(true)}>
              {question?.confirm}
            </Button>
          </>
        }
      >
        <div>{question?.text}</div>
      </Dialog>
    </AskContext.Provider>
  );
}
