# Importing a session: choose, plan, run, report.

import-title = Import photos
import-choose-text = Choose a memory card or a folder. First you see what would be imported; nothing is stored until you confirm. The card is never written to.
import-choose = Choose folder…
import-planning = Looking through { $source }
import-plan-cancelled = Looking through was cancelled. Nothing was stored.
import-plan-cancel = Cancel looking through
import-plan-title = Import plan
import-plan-new = New files
import-plan-kind = File type
import-plan-files = Files
import-plan-size = Size
import-plan-total = Total
import-kind-jpeg = JPEG
import-kind-raw = RAW
import-kind-other = Other images
import-kind-sidecar = Sidecar files (XMP)
import-plan-frames = { $count ->
    [one] { $number } frame
   *[other] { $number } frames
}
import-plan-pairs = { $count ->
    [one] of which { $number } RAW+JPEG pair
   *[other] of which { $number } RAW+JPEG pairs
}
import-plan-taken = Taken { $range }
import-plan-free = { $free } free on the disk. { $left } will be left after the import.
import-plan-too-little = Only { $free } is free on the disk, but the photos need { $needed }. Make room before importing.
import-plan-ignored = Left out
import-plan-ignored-list = Files left out
import-plan-ignored-more = The list shows the first { $number } files.
import-plan-nothing = The folder has no new photos. If you expected some, see below why the files are left out.
import-target = Where the photos go
import-target-new = A new session
import-target-existing = An existing session
import-name = Name of the session
import-name-help = Proposed from the folder’s name and the date of the photos.
import-name-missing = Give the session a name, for example the school and the date.
import-photographer = Photographer
import-existing = Session
import-existing-find = Type the beginning of the name
import-existing-missing = Choose the session that the photos are added to.
import-start = { $count ->
    [one] Import { $number } photo
   *[other] Import { $number } photos
}
import-start-sidecars = { $count ->
    [one] Import { $number } sidecar file
   *[other] Import { $number } sidecar files
}
import-sidecars-only = The photos are in the register already. The new sidecars are stored with them.
import-choose-other = Choose another folder…
import-add-source = Add another card or folder…
import-remove-source = Leave { $source } out of the import
import-sources-waiting = Waiting until every source has been looked through.
import-running = Importing photos
import-running-from = Importing photos from { $source }
import-running-text = You can do other things meanwhile. Photos appear in the session as they are stored.
import-checking = Looking through the source once more
import-checking-text = The photos are stored. Last comes a look for anything in the source that is not.
import-checking-cancel = Cancel the look
import-copying = Copying the photos to the other disk
import-copying-text = The photos are stored and the source was looked through. Last comes the copy on the other disk; the source may be disconnected already.
import-copying-cancel = Cancel copying
import-to-copies = Settings of the second copy
import-details = Details
import-banner-close = Close the notice
import-coming = The photos come here as they are stored.
import-files = Files
import-rate = Rate
import-left = Time left
import-bytes = Stored
import-cancel = Cancel the import
import-cancelling = Cancelling…
import-open-session = Open the session
import-resume = Resume import
import-resume-elsewhere = Resume from another folder…
import-again = Import another card…
import-report-title = Import report
import-card = Memory card
import-card-all-stored = The card may be formatted: every photo is stored and verified.
import-card-not-yet = { $count ->
    [0] Do not format the card yet: it was not looked through to the end.
    [one] Do not format the card yet: { $number } photo file is not stored.
   *[other] Do not format the card yet: { $number } photo files are not stored.
}
import-card-not-copied = { $count ->
    [one] The photos are stored, but { $number } file is not on the other disk yet. Do not format the card before the copy is made.
   *[other] The photos are stored, but { $number } files are not on the other disk yet. Do not format the card before the copies are made.
}
import-card-look-first = { $count ->
    [one] Look through the card before formatting it: { $number } file needs a look, the other photos are stored.
   *[other] Look through the card before formatting it: { $number } files need a look, the other photos are stored.
}
import-folder = Folder
import-folder-all-stored = Every photo of this folder is stored and verified.
import-folder-not-yet = { $count ->
    [0] It is not certain that all of this folder is stored: it was not looked through to the end.
    [one] Not all of this folder is stored: { $number } photo file is missing from the register.
   *[other] Not all of this folder is stored: { $number } photo files are missing from the register.
}
import-folder-not-copied = { $count ->
    [one] The folder’s photos are stored, but { $number } file is not on the other disk yet.
   *[other] The folder’s photos are stored, but { $number } files are not on the other disk yet.
}
import-folder-look-first = { $count ->
    [one] { $number } file of this folder needs a look, the other photos are stored.
   *[other] { $number } files of this folder need a look, the other photos are stored.
}
import-card-left = To look at on the card
import-folder-left = To look at in the folder
import-left-video = { $count ->
    [one] { $number } video
   *[other] { $number } videos
}
import-left-sidecar = { $count ->
    [one] { $number } sidecar file
   *[other] { $number } sidecar files
}
import-left-link = { $count ->
    [one] { $number } link
   *[other] { $number } links
}
import-left-hidden = { $count ->
    [one] { $number } photo in folders of the camera or the system
   *[other] { $number } photos in folders of the camera or the system
}
import-left-damaged = { $count ->
    [one] { $number } photo that was read damaged: try another card reader
   *[other] { $number } photos that were read damaged: try another card reader
}
import-left-other = { $count ->
    [one] { $number } other file
   *[other] { $number } other files
}
import-outcome-completed = The import is complete
import-outcome-completed-text = The stored photos were read back from the vault and verified.
import-outcome-cancelled = The import was cancelled
import-outcome-cancelled-text = The photos stored so far are safe. Attach the same card and resume when you like; no photo comes in twice.
import-outcome-cancelled-folder-text = Photos stored so far are safe. Go on from the same folder whenever you like; the same photos do not come twice.
import-outcome-unchecked-text = All photos are stored, but the last look through was not finished. Resume to be told whether everything is safe.
import-outcome-interrupted = The import was interrupted
import-outcome-interrupted-text = The photos stored so far are safe. Attach the same card or folder again and resume.
import-outcome-given-up-text = The import is left at what was stored. What is missing can be imported anew.
import-fault-source-vanished = The card was removed during the import
import-fault-source-vanished-text = { $count ->
    [0] No photo was stored yet; put the card back and resume.
    [one] { $number } photo is safe; put the card back and resume.
   *[other] { $number } photos are safe; put the card back and resume.
}
import-fault-folder-vanished = The folder went away during the import
import-fault-folder-vanished-text = { $count ->
    [0] No photo was stored in time; put the folder back and resume.
    [one] { $number } photo is stored; put the folder back and resume.
   *[other] { $number } photos are stored; put the folder back and resume.
}
import-fault-disk-full = The disk filled up during the import
import-fault-disk-full-text = { $count ->
    [0] No photo was stored yet; free some disk space and resume.
    [one] { $number } photo is safe; free some disk space and resume.
   *[other] { $number } photos are safe; free some disk space and resume.
}
import-fault-read-only = The register’s disk can no longer be written to
import-fault-read-only-text = { $count ->
    [0] No photo was stored yet; remove the write protection or check the disk, and resume.
    [one] { $number } photo is safe; remove the write protection or check the disk, and resume.
   *[other] { $number } photos are safe; remove the write protection or check the disk, and resume.
}
import-fault-other = The import failed
import-fault-other-text = The photos stored so far are safe. Put the cause right and resume.
import-outcome-watched = The folder is no longer watched
import-outcome-running = The import is running
import-report-stored = Stored
import-report-stored-value = { $stored } of { $planned } files
import-report-frames = Frames
import-report-size = Size
import-report-time = Time
import-report-issues = Remarks
import-report-no-issues = No file was left out.
import-issue-count = { $count ->
    [one] { $number } file
   *[other] { $number } files
}
import-issue-stored = Stored all the same.
import-reason-already-known = Already in the register
import-reason-already-known-why = The same content was imported before.
import-reason-duplicate = Twice over
import-reason-duplicate-why = The same photo is in this source under another name too; it is stored once.
import-reason-system-file = File of the camera or system
import-reason-system-file-why = Nothing in it but the camera's and the system's own files; photos and videos in it are named on their own.
import-reason-unsupported-kind = Not a photo
import-reason-unsupported-kind-why = Kontakti stores JPEG and RAW photos and their XMP sidecars, no videos or documents.
import-reason-empty = Empty file
import-reason-empty-why = The file has not a single byte. The card may have been pulled while shooting.
import-reason-too-large = Too large
import-reason-too-large-why = A photo may have 1 GB at the most and a sidecar 32 MB. Keep the file elsewhere before the card is formatted.
import-reason-not-an-image = Not an image
import-reason-not-an-image-why = The file has the name of an image, but its content is not one.
import-reason-truncated = Cut short
import-reason-truncated-why = The file ends too early. Try reading the card with another reader.
import-reason-too-many-pixels = Impossible dimensions
import-reason-too-many-pixels-why = The file claims to be larger than the photo of any camera.
import-reason-damaged = Damaged
import-reason-damaged-why = The photo cannot be opened. Try reading the card with another reader.
import-reason-unsafe = Not safe to examine
import-reason-unsafe-why = Examining the file broke off, so it was left out. Keep the card as it is and ask for help with this file.
import-reason-unreadable = Could not be read
import-reason-unreadable-why = The system did not let the file be read. Check the permissions and the card.
import-reason-vanished = Vanished
import-reason-vanished-why = The file changed or was gone after the plan was made. Import the folder again.
import-reason-link = Link
import-reason-link-why = Links are not followed, so that no photos come from elsewhere.
import-reason-not-planned = Came after the plan
import-reason-not-planned-why = The file came onto the card or changed after the import was planned. Import the card once more to bring it.
import-reason-outside-folder = Outside the folder
import-reason-outside-folder-why = The photo is on the same card, outside the folder that was imported, and not in the register. Import the whole card.
import-reason-hidden = Hidden photo
import-reason-hidden-why = The file is a photo by its name but lies among the camera's or the system's own files, or is hidden. It is not imported.
import-reason-no-photo = Sidecar without a photo
import-reason-no-photo-why = No photo of the same name is stored from the same folder. A sidecar is stored only together with its photo.
import-reason-no-preview = Stored without a preview
import-reason-no-preview-why = The RAW file is stored, but it has no preview to show.
import-list-none = Nothing was imported into this session yet.
import-list-report = Report
import-list = Imports into { $session }

# Watching a folder for a session.

watch-open = Watch a folder…
watch-title = Watch a folder
watch-text = Photos that come into the folder are added to the session as soon as they are whole. Nothing is written into the folder.
watch-present = { $count ->
    [one] The folder already holds { $number } photo file
   *[other] The folder already holds { $number } photo files
}
watch-present-no = Import new photos only
watch-present-yes = Import those that are there now, too
watch-start = Start watching
watch-stop = Stop watching
watch-running = Watching the folder { $folder }
watch-count = { $count ->
    [0] Waiting for the first photo.
    [one] { $number } photo file, waiting for the next.
   *[other] { $number } photo files, waiting for the next.
}
watch-blocked = The folder { $folder } is not there
watch-blocked-count = { $count ->
    [0] Attach the disk or network drive again; watching goes on by itself.
    [one] { $number } photo file is stored. Attach the disk or network drive again; watching goes on by itself.
   *[other] { $number } photo files are stored. Attach the disk or network drive again; watching goes on by itself.
}
