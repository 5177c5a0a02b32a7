import { Photo } from "../frames/Photo";
import styles from "./PickerCell.module.css";
import { usePhotoName, type NameStore } from "./usePhotoNames";

/** One photo of the picker: the picture, and its file name below. */
export function PickerCell({ id, read }: { id: number; read: NameStore }) {
  const name = usePhotoName(read, id);
  return (
    <div className={styles.cell}>
      <div className={styles.picture}>
        <Photo id={id} alt="" />
      </div>
      <div className={styles.name} title={name}>
        {name}
      </div>
    </div>
  );
}
