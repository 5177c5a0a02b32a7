/** Ctrl+K: finds customers, schools, jobs, sessions, orders and commands. What is typed is not kept. */
import {
  CalendarDays,
  Images,
  Import,
  LockKeyhole,
  Plus,
  ReceiptText,
  School,
  Search,
  User,
  type LucideIcon,
} from "lucide-react";
import { useDeferredValue, useState } from "react";
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { useMay, useMethod, type RightDto } from "../../api";
import { ErrorText, ICON, Kbd, cx } from "../../components";
import { useFormat, useT } from "../../l10n";
import { SECTIONS, SECTION_RIGHTS, useGo } from "../../navigation";
import { findJobs, findSchools } from "../schools/find";
import { SECTION_ICONS } from "./Navigation";
import styles from "./Shell.module.css";

interface Found {
  id: string;
  icon: LucideIcon;
  label: string;
  aside?: string;
  keys?: string;
  run(): void;
}

export function CommandPalette({
  isOpen,
  onClose,
  onLock,
}: {
  isOpen: boolean;
  onClose(): void;
  onLock(): void;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className={cx(styles.veil)}
    >
      <Modal className={cx(styles.box)}>
        <Finder onClose={onClose} onLock={onLock} />
      </Modal>
    </ModalOverlay>
  );
}

const LIMIT = 6;

function Finder({ onClose, onLock }: { onClose(): void; onLock(): void }) {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const may = useMay();
  const options = { enabled: search.length > 1, keepPrevious: true };
  const ifMay = (isAllowed: boolean) => ({ ...options, enabled: options.enabled && isAllowed });
  const page = { search, after: null, limit: LIMIT };
  const customers = useMethod("customer_search", { ...page, sort: "name" }, ifMay(may("see_customers")));
  // all schools and the latest jobs come whole, and are searched here
  const schools = useMethod("school_list", {}, ifMay(may("see_subjects")));
  const jobs = useMethod("job_recent", {}, ifMay(may("see_subjects")));
  const sessions = useMethod("session_list", page, ifMay(may("see_photos")));
  const orders = useMethod(
    "order_search",
    { ...page, sort: "number_descending", states: [], customerId: null },
    ifMay(may("see_orders")),
  );

  const words = search.toLowerCase();
  const begin: [RightDto, Found][] = [
    [
      "import_photos",
      { id: "import", icon: Import, label: t("app-command-import"), run: () => go("/import") },
    ],
    [
      "change_customers",
      { id: "new-customer", icon: Plus, label: t("app-command-customer"), run: () => go("/customers/new") },
    ],
    [
      "take_orders",
      { id: "new-order", icon: Plus, label: t("app-command-order"), run: () => go("/orders/new") },
    ],
  ];
  const commands: Found[] = [
    ...begin.filter(([right]) => may(right)).map(([, command]) => command),
    ...SECTIONS.filter((section) => may(SECTION_RIGHTS[section])).map((section) => ({
      id: `go-${section}`,
      icon: SECTION_ICONS[section],
      label: t("app-command-go", { view: t(`app-nav-${section}`) }),
      run: () => go(`/${section}`),
    })),
    { id: "switch", icon: User, label: t("sign-in-switch"), run: onLock },
    { id: "lock", icon: LockKeyhole, label: t("app-command-lock"), keys: "Ctrl+L", run: onLock },
  ].filter((command) => command.label.toLowerCase().includes(words));

  const isSearching = search.length > 1;
  const lookups = [customers, schools, jobs, sessions, orders];
  const failure = (isSearching && lookups.find((lookup) => lookup.error)?.error) || null;
  const isLoading = isSearching && (text.trim() !== search || lookups.some((lookup) => lookup.isFetching));
  const groups: { id: string; label: string; found: Found[] }[] = [
    {
      id: "customers",
      label: t("app-nav-customers"),
      found: (isSearching ? (customers.data?.rows ?? []) : []).map((row) => ({
        id: `customer-${row.id}`,
        icon: User,
        label: `${row.lastName} ${row.firstName}`.trim(),
        aside: [row.phone, row.town].filter(Boolean).join(" · "),
        run: () => go(`/customers/${row.id}`),
      })),
    },
    {
      id: "schools",
      label: t("app-nav-schools"),
      found: (isSearching ? findSchools(schools.data?.schools ?? [], search) : [])
        .slice(0, LIMIT)
        .map((row) => ({
          id: `school-${row.id}`,
          icon: School,
          label: row.name,
          aside: row.town,
          run: () => go(`/schools/${row.id}`),
        })),
    },
    {
      id: "jobs",
      label: t("jobs-title"),
      found: (isSearching ? findJobs(jobs.data?.jobs ?? [], search) : []).slice(0, LIMIT).map((job) => ({
        id: `job-${job.id}`,
        icon: CalendarDays,
        label: `${job.school}: ${job.fields.name}`,
        aside: format.isoDate(job.fields.startsOn),
        run: () => go(`/schools/${job.schoolId}`, { tab: "jobs" }),
      })),
    },
    {
      id: "sessions",
      label: t("app-nav-sessions"),
      found: (isSearching ? (sessions.data?.rows ?? []) : []).map((row) => ({
        id: `session-${row.id}`,
        icon: Images,
        label: row.name,
        aside: format.date(row.firstTakenAt ?? row.createdAt),
        run: () => go(`/sessions/${row.id}`),
      })),
    },
    {
      id: "orders",
      label: t("app-nav-orders"),
      found: (isSearching ? (orders.data?.rows ?? []) : []).map((row) => ({
        id: `order-${row.id}`,
        icon: ReceiptText,
        label: `${row.number} ${row.customerName}`,
        aside: format.money(row.grossCents),
        run: () => go(`/orders/${row.id}`),
      })),
    },
    { id: "commands", label: t("app-palette-commands"), found: commands },
  ].filter((group) => group.found.length > 0);

  const run = (id: string) => {
    const found = groups.flatMap((group) => group.found).find((entry) => entry.id === id);
    onClose();
    found?.run();
  };

  return (
    <Dialog aria-label={t("app-palette-open")} data-modal="" className={cx(styles.finder)}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={t("app-palette-open")} autoFocus className={cx(styles.query)}>
          <Search {...ICON} />
          <Input placeholder={t("app-palette-open")} spellCheck={false} autoComplete="off" />
          <Kbd keys="Escape" />
        </SearchField>
        <ListBox
          aria-label={t("app-palette-results")}
          items={groups}
          dependencies={[groups, failure, isLoading]}
          className={cx(styles.results)}
          selectionMode="none"
          onAction={(key) => run(String(key))}
          renderEmptyState={() =>
            failure ? (
              <ErrorText error={failure} />
            ) : (
              <p className={styles.nothing}>{t(isLoading ? "form-loading" : "app-palette-nothing")}</p>
            )
          }
        >
          {(group) => (
            <ListBoxSection id={group.id}>
              <Header className={styles.group}>{group.label}</Header>
              <Collection items={group.found}>
                {(found) => (
                  <ListBoxItem id={found.id} textValue={found.label} className={cx(styles.result)}>
                    <found.icon {...ICON} />
                    <span>{found.label}</span>
                    {found.aside ? <span className={styles.aside}>{found.aside}</span> : null}
                    {found.keys ? <Kbd keys={found.keys} /> : null}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
