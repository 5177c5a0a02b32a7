/** What happened in the register. */
import { HistoryList } from "../features/history/HistoryList";

export default function History() {
  return <HistoryList />;
}
