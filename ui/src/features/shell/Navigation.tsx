import {
  Factory,
  History,
  Images,
  PanelLeftClose,
  PanelLeftOpen,
  Printer,
  ReceiptText,
  School,
  Settings,
  Tags,
  UserCog,
  Users,
  type LucideIcon,
} from "lucide-react";
import { useMay } from "../../api";
import { ICON, cx } from "../../components";
import { useT } from "../../l10n";
import { SECTION_RIGHTS, isBoolean, useGo, usePreference, type Section } from "../../navigation";
import styles from "./Shell.module.css";

export const SECTION_ICONS: Record<Section, LucideIcon> = {
  schools: School,
  sessions: Images,
  customers: Users,
  orders: ReceiptText,
  production: Printer,
  partners: Factory,
  products: Tags,
  staff: UserCog,
  history: History,
  settings: Settings,
};

const UPPER: readonly Section[] = [
  "schools",
  "sessions",
  "customers",
  "orders",
  "production",
  "partners",
  "products",
];
const LOWER: readonly Section[] = ["staff", "history", "settings"];

export function Navigation({ section }: { section: string }) {
  const t = useT();
  const go = useGo();
  const may = useMay();
  const isSeen = (id: Section) => may(SECTION_RIGHTS[id]);
  const [isFolded, setFolded] = usePreference("navigation.folded", false, isBoolean);
  const item = (id: Section) => {
    const Icon = SECTION_ICONS[id];
    const label = t(`app-nav-${id}`);
    return (
      <li key={id}>
        <a
          href={`#/${id}`}
          className={styles.item}
          {...(section === id ? { "aria-current": "page" as const } : {})}
          title={label}
          onClick={(event) => {
            event.preventDefault();
            go(`/${id}`);
          }}
        >
          <Icon {...ICON} />
          <span className={styles.word}>{label}</span>
        </a>
      </li>
    );
  };
  const fold = t(isFolded ? "app-nav-unfold" : "app-nav-fold");
  return (
    <nav
      aria-label={t("app-nav")}
      className={cx(styles.nav, isFolded && styles.folded)}
      data-navigation={isFolded ? "folded" : "open"}
    >
      <ul>{UPPER.filter(isSeen).map(item)}</ul>
      <div className={styles.separator} role="presentation" />
      <ul>{LOWER.filter(isSeen).map(item)}</ul>
      <button
        type="button"
        className={cx(styles.item, styles.fold)}
        title={fold}
        onClick={() => setFolded(!isFolded)}
      >
        {isFolded ? <PanelLeftOpen {...ICON} /> : <PanelLeftClose {...ICON} />}
        <span className={styles.word}>{fold}</span>
      </button>
    </nav>
  );
}
