import { usePlatform } from "../../api";
import styles from "./PickerCell.module.css";
import { usePhotoName, type NameStore } from "./usePhotoNames";

/** One photo of the picker: the picture, and its file name below. */
export function PickerCell({ id, read }: { id: number; read: NameStore }) {
  const platform = usePlatform();
  const name = usePhotoName(read, id);
  return (
    <div className={styles.cell}>
      <div className={styles.picture}>
        <img src={platform.photoUrl("grid", id)} alt={name ?? ""} draggable={false} />
      </div>
      <div className={styles.name} title={name}>
        {name}
      </div>
    </div>
  );
}
