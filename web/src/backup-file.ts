// SPDX-License-Identifier: MIT
// Makes the backup file and hands it out: by the share sheet where there is one, else as a download.
import { ask } from "./core.ts";
import { canShare, download, nowInstant, share, today } from "./device.ts";
import { t } from "./i18n.ts";
import { bringOlder } from "./older.ts";
import { sealing } from "./passphrase.ts";
import { settleReminder } from "./reminder.ts";

export interface Handed {
  fileName: string;
  ratingCount: number;
  /** Set when the share sheet refused because the tap was too long ago: share it from a new tap. */
  waiting: File | null;
}

/**
 * Asks the core for everything kept and gives it to the person. Rejects as the core does.
 * @param passphrase  seals the file; empty for a file that anybody can read
 * @param isStopped  asked before the file is handed out
 * @returns null when it was stopped
 */
export async function handOutBackup(
  passphrase = "",
  isStopped = () => false,
): Promise<Handed | null> {
  await bringOlder();
  const { document: text, counts } = await ask("export_backup", {
    exported_at: nowInstant(),
    ...sealing(passphrase),
  });
  if (isStopped()) return null;
  const [ending, type] = passphrase === "" ? ["json", "application/json"] : ["txt", "text/plain"];
  const file = new File([text], `trellis-backup-${today()}.${ending}`, { type });
  return {
    fileName: file.name,
    ratingCount: counts.ratings,
    waiting: (await give(file)) ? null : file,
  };
}

/** @returns false when the share sheet has to be opened from a new tap */
export async function give(file: File): Promise<boolean> {
  const isGiven = canShare(file) ? await share(file, t("backup.share_title")) : download(file);
  if (isGiven) settleReminder();
  return isGiven;
}
