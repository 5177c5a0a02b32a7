/** The order's customer, found by typing a name, telephone number or e-mail. */
import { useState } from "react";
import { usePagedMethod } from "../../api";
import { ComboBox } from "../../components";
import { useDebounced } from "../../components/useDebounced";
import { useT } from "../../l10n";
import { customerName } from "../customers/versions";

const SHOWN = 12;

export function CustomerPicker({
  id,
  name,
  onChange,
  error,
  autoFocus = false,
}: {
  id: number | null;
  name: string;
  onChange(id: number | null, name: string): void;
  error?: string | undefined;
  autoFocus?: boolean;
}) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const wanted = useDebounced((text ?? "").trim());
  const found = usePagedMethod(
    "customer_search",
    { search: wanted, sort: "name" },
    { limit: SHOWN, enabled: text !== null },
  );
  const choices = found.rows.map((row) => ({
    id: row.id,
    label: customerName(row),
    note: [row.phone, row.email, row.town].filter(Boolean).join(" · "),
  }));
  return (
    <ComboBox<number>
      label={t("order-customer")}
      help={t("order-customer-help")}
      isRequired
      autoFocus={autoFocus}
      choices={choices}
      inputValue={text ?? name}
      onInputChange={setText}
      value={id}
      onChange={(chosen) => {
        // Leaving the field tells the customer it already has: the name comes back in place of what was typed.
        setText(null);
        const choice = chosen === id ? undefined : choices.find((entry) => entry.id === chosen);
        if (choice) onChange(choice.id, choice.label);
      }}
      emptyText={found.isLoading ? t("form-loading") : t("order-customer-none")}
      error={error}
    />
  );
}
