/** The window: chooses first run, unlock or the shell by the program's state. */
import type { QueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiProvider, useMethod, type Theme } from "./api";
import { AskProvider, ErrorText, KeysProvider, ToastProvider, useKeys } from "./components";
import { stepTextSize, watchRoom } from "./components/textSize";
import { Stage } from "./features/firstrun/Stage";
import { WhoAreYou } from "./features/firstrun/WhoAreYou";
import { CloseQuestion } from "./features/shell/CloseQuestion";
import { L10nProvider, useT, type Language } from "./l10n";
import type { Platform } from "./platform";
import { makeRouter } from "./router";
import FirstRun from "./views/FirstRun";
import Unlock from "./views/Unlock";

export function App({ platform, client }: { platform: Platform; client: QueryClient }) {
  return (
    <ApiProvider platform={platform} client={client}>
      <Window />
    </ApiProvider>
  );
}

function Window() {
  const { data: state, error, refetch } = useMethod("app_state", {}, { staleTime: Infinity });
  useTheme(state?.settings.theme ?? "system");
  return (
    <L10nProvider language={state?.settings.language ?? systemLanguage()}>
      <KeysProvider>
        <TextSizeKeys />
        {/* anew when the register is locked: notices name orders and partners */}
        <ToastProvider key={state?.state === "open" ? "open" : "closed"}>
          <AskProvider>
            <CloseQuestion />
            {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : null}
            {state?.state === "absent" || state?.state === "unconfirmed" ? <FirstRun /> : null}
            {state?.state === "locked" ? <Unlock /> : null}
            {state?.state === "open" ? (
              <Open key={state.register} asksForName={state.signer?.staffId === null && !state.alarm} />
            ) : null}
          </AskProvider>
        </ToastProvider>
      </KeysProvider>
    </L10nProvider>
  );
}

function TextSizeKeys() {
  const t = useT();
  useEffect(watchRoom, []);
  const size = (keys: string, step: -1 | 0 | 1, label?: string) =>
    ({ keys, group: "window", run: () => stepTextSize(step), ...(label ? { label } : {}) }) as const;
  useKeys([
    size("ctrl++", 1, t("app-key-larger")),
    size("ctrl+=", 1),
    size("ctrl+-", -1, t("app-key-smaller")),
    size("ctrl+0", 0, t("app-key-usual")),
  ]);
  return null;
}

/** A router of its own for each unlocking: nothing of the locked register stays in its history. */
function Open({ asksForName }: { asksForName: boolean }) {
  const [router] = useState(makeRouter);
  const [isSkipped, setSkipped] = useState(false);
  if (asksForName && !isSkipped)
    return (
      <Stage>
        <WhoAreYou onSkip={() => setSkipped(true)} />
      </Stage>
    );
  return <RouterProvider router={router} />;
}

function systemLanguage(): Language {
  const tongue = navigator.language.slice(0, 2);
  return tongue === "sv" || tongue === "en" ? tongue : "fi";
}

function useTheme(theme: Theme): void {
  useEffect(() => {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
      document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
    };
    apply();
    dark.addEventListener("change", apply);
    return () => dark.removeEventListener("change", apply);
  }, [theme]);
}
