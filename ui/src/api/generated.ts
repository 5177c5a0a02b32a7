// Made by `cargo xtask gen` from crates/api. Do not edit.
/* eslint-disable */

export type AbsenceDto = "not_seen" | "card_only";

export type AbsentDto = { subjectId: number, absence: AbsenceDto, };

export type AgreedDto = "not_yet" | "yes" | "no";

export type AlarmDto = { kind: AlarmKind, 
/**
 * The entry of the trail that is not the one that was written; the newest that is there.
 */
entry: number | null, 
/**
 * The newest entry that there was.
 */
remembered: number | null, };

export type AlarmKind = "anchor_missing" | "anchor_damaged" | "behind" | "entry_changed" | "checkpoint_false" | "slots_older" | "staff_changed" | "register_changed" | "key_list_changed";

export type ApiError = { code: ErrorCode, kind: ErrorKind, args: Array<ErrorArg>, fields: Array<FieldError>, 
/**
 * Four characters to quote to support; only with `Bug`.
 */
incident: string | null, };

export type AppEvent = { "type": "changed", 
/**
 * Which.
 */
changes: Array<ChangedEntity>, } | { "type": "task_updated", 
/**
 * How it stands now.
 */
task: TaskDto, } | { "type": "state_changed" } | { "type": "close_asked" };

export type AppState = { state: RegisterState, 
/**
 * The chosen register; `Studio` while absent.
 */
register: RegisterKind, 
/**
 * Which registers exist on this computer.
 */
existing: Array<RegisterKind>, 
/**
 * Name of the studio, only while open.
 */
studioName: string | null, 
/**
 * Passphrase of the demonstration studio, shown on its unlock view.
 */
demonstrationPassphrase: string | null, 
/**
 * Milliseconds to wait before the next attempt to unlock.
 */
waitMs: number | null, 
/**
 * Whose passphrase opens the locked register on this computer; nobody's when it came from another one: only
 * the recovery code opens it here.
 */
signIns: Array<SignInDto>, 
/**
 * Who has it open, only while open.
 */
signer: SignerDto | null, 
/**
 * Set when the open register is not what it was when it was left.
 */
alarm: AlarmDto | null, version: string, settings: Settings, };

export type AuditEntryDto = { id: number, at: number, 
/**
 * Action code; texts `action-<code>`.
 */
action: string, 
/**
 * Kind of record; texts `entity-<code>`.
 */
entity: string, entityId: number | null, 
/**
 * What the record is called now, when that can be said without opening it: an order's number.
 */
label: string | null, 
/**
 * Names of fields that were written, never values.
 */
fields: Array<string>, 
/**
 * Records concerned, when more than one.
 */
count: number | null, machine: string, 
/**
 * Who did it; none for the recovery code and for the program itself.
 */
staffId: number | null, 
/**
 * Their name now.
 */
staffName: string | null, };

export type AuditFilterDto = { 
/**
 * Action codes; empty means all.
 */
actions: Array<string>, 
/**
 * Kind of record; none means all.
 */
entity: string | null, entityId: number | null, 
/**
 * Only what this member of staff did.
 */
staffId: number | null, 
/**
 * Unix milliseconds, inclusive.
 */
from: number | null, 
/**
 * Unix milliseconds, exclusive.
 */
until: number | null, };

export type AuditQuery = { 
/**
 * Action codes; empty means all.
 */
actions: Array<string>, 
/**
 * Kind of record; none means all.
 */
entity: string | null, entityId: number | null, 
/**
 * Only what this member of staff did.
 */
staffId: number | null, 
/**
 * Unix milliseconds, inclusive.
 */
from: number | null, 
/**
 * Unix milliseconds, exclusive.
 */
until: number | null, after: string | null, limit: number, };

export type BasisDto = "chosen" | "top_rated" | "first";

export type BatchDto = { id: number, number: string, partnerId: number, partnerName: string, state: BatchStateDto, resendOfId: number | null, resendOfNumber: string | null, orders: Array<Numbered>, folder: string, files: number, prints: number, bytes: number, sha256: string, createdAt: number, handedOverAt: number | null, };

export type BatchIssue = { kind: BatchIssueKind, 
/**
 * The batch cannot be run because of it.
 */
isStopping: boolean, orderId: number, orderNumber: string, 
/**
 * Line number from 1; none for the whole order.
 */
line: number | null, frameName: string | null, };

export type BatchIssueKind = "no_frame" | "not_printable" | "damaged_picture" | "not_matched" | "rejected_frame" | "doubtful_colors" | "doubtful_orientation" | "low_resolution" | "already_handed_over" | "nothing_to_print";

export type BatchPlan = { partnerId: number, partnerName: string, refusal: PartnerRefusalDto | null, orders: number, files: number, prints: number, 
/**
 * Estimated from sizes of the sheets.
 */
estimatedBytes: number, sizes: Array<BatchSizeCount>, customers: number, 
/**
 * Names of the fields that will be handed over; texts `disclosed-field-<name>`.
 */
fields: Array<string>, issues: Array<BatchIssue>, 
/**
 * False when a refusal or a stopping issue stands against it.
 */
canRun: boolean, };

export type BatchPlanQuery = { partnerId: number, orderIds: Array<number>, resendOfId: number | null, };

export type BatchQuery = { after: string | null, limit: number, };

export type BatchRef = { id: number, };

export type BatchSizeCount = { size: string, files: number, prints: number, };

export type BatchStart = { partnerId: number, orderIds: Array<number>, resendOfId: number | null, 
/**
 * From `folder_choose`.
 */
folder: string, };

export type BatchStarted = { task: number, batchId: number, };

export type BatchStateDto = "running" | "handed_over" | "failed";

export type CameraCardsSave = { jobId: number, layout: CardLayoutDto, 
/**
 * Classes; empty means all.
 */
groups: Array<number>, isClassOnNewSheet: boolean, 
/**
 * With the cards of whole classes.
 */
withGroups: boolean, 
/**
 * With `END`, `CLK` and `SKP`.
 */
withSpecial: boolean, 
/**
 * Blank cards for retakes.
 */
retakes: number, };

export type CameraCardsStarted = { task: number | null, };

export type CameraClockDto = { cameraId: number, 
/**
 * Maker and model; empty when its files say neither.
 */
camera: string, serial: string, 
/**
 * Photos of the session taken with it of which a time is known.
 */
frames: number, firstFrameId: number, 
/**
 * When the first of them was taken, corrected.
 */
firstTakenAt: number, 
/**
 * Right time minus the camera's; 0 while nothing is corrected.
 */
offsetMs: number, };

export type CandidateDto = { frameId: number, isRejected: boolean, isRetake: boolean, };

export type CardHabitDto = "first" | "last";

export type CardKindDto = "subject" | "group" | "end" | "skip" | "retake" | "clock";

export type CardLayoutDto = "one" | "four" | "eight";

export type CardVerdict = { verdict: CardVerdictCode, scope: SourceScope, 
/**
 * Files of photographs that are known not to be stored.
 */
unstored: number, 
/**
 * Files that are stored and have no second copy.
 */
uncopied: number, 
/**
 * What stays, when it is to be looked at first.
 */
left: Array<LeftCount>, };

export type CardVerdictCode = "all_stored" | "not_yet" | "not_copied" | "look_first";

export type ChangedEntity = { 
/**
 * Entity code: `customer`, `frame`, ...
 */
entity: string, ids: Array<number>, };

export type CheckpointDto = { 
/**
 * How many entries it covers.
 */
size: number, madeAt: number, };

export type ChildDto = { subjectId: number, 
/**
 * Family name first.
 */
name: string, };

export type ChoiceEntry = { jobId: number, subjectId: number, purpose: PurposeDto, 
/**
 * None takes the choice back.
 */
frameId: number | null, };

export type ChoicesDto = { jobId: number, job: string, schoolId: number, school: string, subjects: Array<SubjectChoicesDto>, };

export type ChosenFolder = { 
/**
 * Stands for the folder in later calls; none when the dialog was closed.
 */
token: string | null, 
/**
 * The folder's path for display.
 */
label: string | null, };

export type Classes = { groups: Array<SubjectGroupDto>, subjects: Array<SubjectRow>, withheld: number, };

export type ClassesQuery = { schoolId: number, schoolYear: number, };

export type ClockCorrect = { sessionId: number, cameraId: number, 
/**
 * Right time minus the camera's; 0 for not at all.
 */
offsetMs: number, };

export type ClockCorrected = { beforeMs: number, };

export type ClockDoubtDto = { jump: ClockJumpDto, noticedAt: number, };

export type ClockJumpDto = "backward" | "forward";

export type ClockOffsetDto = { sessionId: number, camera: string, cameraId: number | null, frameId: number, 
/**
 * Reference clock minus camera clock, as they show the time on the wall.
 */
offsetMs: number, 
/**
 * The correction that follows from it; none when it cannot be told.
 */
correctionMs: number | null, 
/**
 * The correction that holds now, 0 for none.
 */
correctedMs: number, 
/**
 * A whole number of hours but for a minute.
 */
isZoneLeftWrong: boolean, };

export type ConsentChannel = "desk" | "phone" | "paper";

export type ConsentDto = { id: number, purpose: string, isGiven: boolean, wording: string, language: LanguageDto, channel: ConsentChannel, recordedAt: number, };

export type ConsentEntry = { isGiven: boolean, wording: string, language: LanguageDto, channel: ConsentChannel, };

export type ConsentRecord = { customerId: number, marketing: ConsentEntry, };

export type ContactPersonDto = { name: string, duty: string, email: string, phone: string, };

export type CopyFaultDto = "folder_missing" | "same_disk" | "disk_full" | "write_failed" | "unreadable" | "cancelled";

export type CustomerCreate = { fields: CustomerFieldsDto, source: FieldSourceDto, marketing: ConsentEntry, };

export type CustomerDto = { id: number, fields: CustomerFieldsDto, isMarketingPermitted: boolean, consents: Array<ConsentDto>, children: Array<ChildDto>, provenance: Array<FieldProvenanceDto>, protection: ProtectionDto | null, 
/**
 * Contact data, note and children are withheld: the customer is protected and has not been opened.
 */
isWithheld: boolean, createdAt: number, updatedAt: number, rev: number, };

export type CustomerFieldsDto = { lastName: string, firstName: string, email: string, phone: string, street: string, postalCode: string, town: string, country: string, language: LanguageDto, note: string, };

export type CustomerProtect = { id: number, rev: number, isProtected: boolean, 
/**
 * ISO date or empty.
 */
reviewOn: string, };

export type CustomerQuery = { search: string, sort: CustomerSort, after: string | null, limit: number, };

export type CustomerRef = { id: number, };

export type CustomerRow = { id: number, lastName: string, firstName: string, email: string, phone: string, town: string, language: LanguageDto, isMarketingPermitted: boolean, orders: number, 
/**
 * Contact data is withheld: the customer is protected.
 */
isWithheld: boolean, };

export type CustomerSort = "name" | "name_descending";

export type CustomerUpdate = { id: number, rev: number, fields: CustomerFieldsDto, source: FieldSourceDto, };

export type DisclosedCustomer = { id: number, name: string, };

export type DisclosedFile = { 
/**
 * The opaque name that it carries at the lab.
 */
stem: string, orderId: number, orderNumber: string, 
/**
 * Line of the order, from 1.
 */
line: number, frameName: string | null, size: string, quantity: number, };

export type DisclosureDetail = { disclosure: DisclosureDto, customers: Array<DisclosedCustomer>, orders: Array<Numbered>, files: Array<DisclosedFile>, };

export type DisclosureDto = { id: number, at: number, recipient: string, country: string, agreementOn: string, purpose: string, batchId: number | null, batchNumber: string | null, fields: Array<string>, files: number, customers: number, sha256: string, };

export type DisclosureQuery = { customerId: number | null, after: string | null, limit: number, };

export type DisclosureRef = { id: number, };

export type ErrorArg = { name: string, value: string, };

export type ErrorCode = "invalid_fields" | "invalid_request" | "register_locked" | "register_exists" | "register_absent" | "wrong_passphrase" | "wrong_recovery_code" | "recovery_code_mistyped" | "wait_before_retry" | "passphrase_too_weak" | "keychain_unavailable" | "keychain_locked" | "keychain_entry_missing" | "not_trusted" | "recovery_code_needed" | "trail_broken" | "not_allowed" | "account_not_active" | "nobody_signed_in" | "agreement_missing" | "not_on_oneself" | "last_owner" | "staff_has_left" | "staff_stale" | "not_a_register" | "register_truncated" | "register_wrong_key" | "register_too_new" | "register_plain_database" | "register_damaged" | "register_in_use" | "key_slots_missing" | "key_slots_damaged" | "device_secret_missing" | "register_file_missing" | "not_found" | "customer_stale" | "order_stale" | "product_stale" | "partner_stale" | "studio_stale" | "session_stale" | "school_stale" | "subject_stale" | "job_stale" | "protected_record" | "roster_draft_unknown" | "roster_unreadable" | "roster_has_dependents" | "matching_stale" | "matching_edit_refused" | "group_photo_stale" | "product_code_taken" | "order_not_draft" | "order_step_refused" | "order_being_handed_over" | "order_has_prints" | "order_empty" | "folder_unknown" | "folder_unreadable" | "folder_name_unsupported" | "plan_unknown" | "nothing_to_import" | "source_vanished" | "source_differs" | "same_disk" | "folder_on_card" | "second_copy_stopped" | "photo_damaged" | "photo_missing" | "no_picture" | "partner_outside_eea" | "partner_without_agreement" | "partner_agreement_not_yet" | "partner_inactive" | "batch_has_missing" | "batch_empty" | "print_failed" | "folder_not_writable" | "batch_folder_exists" | "disk_full" | "disk_failed" | "read_only" | "access_denied" | "out_of_memory" | "input_output" | "task_busy" | "cancelled" | "unknown_method" | "bug";

export type ErrorKind = "invalid" | "refused" | "not_found" | "cancelled" | "environment" | "bug";

export type ExportFormDto = "table" | "bundle";

export type FieldError = { field: string, problem: FieldProblem, };

export type FieldProblem = "required" | "too_long" | "not_business_id" | "not_email" | "not_phone" | "not_date" | "not_country" | "out_of_range" | "not_unique" | "not_postal_code" | "not_card_code" | "not_matched";

export type FieldProvenanceDto = { 
/**
 * Name of the field as on the wire.
 */
field: string, source: FieldSourceDto, at: number, staffName: string | null, };

export type FieldSourceDto = "roster" | "given" | "staff" | "accrued";

export type FileRemarkDto = "truncated" | "damaged" | "profile_unreadable" | "preview_only" | "colors_unexplained" | "orientation_invalid" | "offset_invalid";

export type FolderChoose = { purpose: FolderPurpose, };

export type FolderPurpose = "import" | "hand_over" | "second_copy";

export type FrameCell = { id: number, name: string, takenAt: number | null, 
/**
 * Width and height as seen, after orientation.
 */
width: number, height: number, rating: number, isRejected: boolean, color: FrameColor, isRetake: boolean, 
/**
 * Quarter turns clockwise by which staff turned it, 0 to 3. Pictures come turned; their addresses end with it, so that none of before is shown.
 */
turn: number, head: FrameHead | null, hasRaw: boolean, 
/**
 * False for a file that could be stored but not shown.
 */
hasPreview: boolean, rev: number, };

export type FrameCells = { cells: Array<FrameCell>, };

export type FrameCellsQuery = { ids: Array<number>, };

export type FrameColor = "none" | "red" | "yellow" | "green" | "blue";

export type FrameFacts = { id: number, sessionId: number, sessionName: string, name: string, 
/**
 * As the camera's clock is corrected in the session.
 */
takenAt: number | null, 
/**
 * Right time minus the camera's; 0 while nothing is corrected.
 */
clockOffsetMs: number, 
/**
 * Camera's own local time, ISO text; empty when unknown.
 */
takenLocal: string, offsetMinutes: number | null, camera: string | null, serial: string | null, orientation: number, width: number, height: number, exposureSeconds: number | null, fNumber: number | null, iso: number | null, focalMm: number | null, rating: number, isRejected: boolean, files: Array<FrameFile>, 
/**
 * Orders that this frame is on; none for who may not see orders.
 */
orders: Array<Numbered>, rev: number, };

export type FrameFile = { 
/**
 * Folder and name below the source; of a sidecar the name alone.
 */
name: string, kind: ImportKind, sizeBytes: number, remarks: Array<FileRemarkDto>, };

export type FrameGroup = { kind: FrameGroupKind, 
/**
 * Of a subject or class; of who is protected their card's characters; empty for who may not see subjects.
 */
name: string, 
/**
 * Of a subject; empty for who is protected.
 */
className: string, isProtected: boolean, count: number, };

export type FrameGroupKind = "subject" | "class" | "quarantined" | "unmatched" | "cards";

export type FrameHead = { 
/**
 * Its middle from the left.
 */
x: number, 
/**
 * The top of the hair from above.
 */
top: number, 
/**
 * The chin from above.
 */
chin: number, };

export type FrameHeadSet = { id: number, head: FrameHead | null, };

export type FrameIndex = { ids: Array<number>, 
/**
 * Frames of the session before filtering.
 */
total: number, 
/**
 * How the ids are grouped, in order; empty but for the sort `subject` of a session with a job.
 */
groups: Array<FrameGroup>, };

export type FrameIndexQuery = { sessionId: number, sort: FrameSort, reject: RejectFilter, 
/**
 * Only frames with at least this rating, 0-5.
 */
minRating: number, 
/**
 * Only frames of this colour; none: whatever their colour.
 */
color: FrameColor, 
/**
 * Only frames whose name contains this.
 */
search: string, };

export type FrameMark = { ids: Array<number>, rating: number | null, isRejected: boolean | null, 
/**
 * `none` takes the colour away.
 */
color: FrameColor | null, isRetake: boolean | null, 
/**
 * Quarter turns clockwise to be added. Where the head was is forgotten with them.
 */
turnBy: number, };

export type FrameMarks = { id: number, rating: number, isRejected: boolean, color: FrameColor, isRetake: boolean, turn: number, head: FrameHead | null, };

export type FrameMarksList = { marks: Array<FrameMarks>, };

export type FrameRef = { id: number, };

export type FrameSort = "taken_at" | "taken_at_descending" | "name" | "name_descending" | "rating" | "subject";

export type GroupLegendSave = { jobId: number, 
/**
 * None: of every photo in which somebody is named and that is not rejected.
 */
frameId: number | null, withAbsent: boolean, };

export type GroupLegendStarted = { task: number | null, };

export type GroupPersonDto = { subjectId: number, 
/**
 * `Virtanen Aino`; of who is protected the four characters of their card alone.
 */
name: string, 
/**
 * Empty for who is protected.
 */
className: string, isProtected: boolean, 
/**
 * Whether a legend names them.
 */
isNamed: boolean, };

export type GroupPhotoDto = { frameId: number, 
/**
 * File name without ending.
 */
name: string, 
/**
 * ISO date.
 */
takenOn: string, isRejected: boolean, 
/**
 * From the back; places from the left.
 */
rows: Array<Array<PlaceDto>>, 
/**
 * 0 while nobody was ever named.
 */
rev: number, 
/**
 * Who named them last, and when; empty and none where nobody did.
 */
namedBy: string, namedAt: number | null, 
/**
 * How many of those in it a legend does not name.
 */
withheld: number, };

export type GroupPhotoEntry = { jobId: number, frameId: number, 
/**
 * The version that was edited.
 */
rev: number, rows: Array<Array<PlaceDto>>, };

export type GroupPhotosDto = { jobId: number, job: string, schoolId: number, school: string, classes: Array<PhotographedClassDto>, people: Array<GroupPersonDto>, 
/**
 * Photos with names that show no class any more; the names are kept.
 */
lost: number, };

export type GuardianDto = { customerId: number, 
/**
 * Family name first.
 */
name: string, phone: string, email: string, street: string, postalCode: string, town: string, language: LanguageDto, orders: number, 
/**
 * Contact data is withheld: the guardian is protected and has not been opened.
 */
isWithheld: boolean, };

export type GuardianRef = { subjectId: number, customerId: number, };

export type ImportFault = "source_vanished" | "disk_full" | "read_only" | "other";

export type ImportIssue = { 
/**
 * Folder and name below the source.
 */
name: string, reason: ImportReason, 
/**
 * Whether the import stored it all the same.
 */
isStored: boolean, };

export type ImportKind = "jpeg" | "raw" | "other" | "sidecar";

export type ImportKindCount = { kind: ImportKind, files: number, bytes: number, };

export type ImportOutcome = "running" | "completed" | "cancelled" | "interrupted" | "failed";

export type ImportPlan = { plan: string, sourceLabel: string, 
/**
 * A session name proposed from folder and dates.
 */
proposedName: string, new: Array<ImportKindCount>, newFiles: number, newBytes: number, 
/**
 * RAW+JPEG pairs among the new files.
 */
pairs: number, 
/**
 * Frames that the new files make.
 */
frames: number, 
/**
 * What is left out, by reason.
 */
ignored: Array<ImportReasonCount>, 
/**
 * The first 500 of them by name.
 */
ignoredFiles: Array<ImportIssue>, 
/**
 * Free bytes where the register lies.
 */
freeBytes: number, 
/**
 * Earliest exposure among a sample of the new files.
 */
firstTakenAt: number | null, lastTakenAt: number | null, 
/**
 * Where the photographs are whose new sidecars are all that there is to import; none when there are new photographs.
 */
sidecarsSessionId: number | null, 
/**
 * The only job on the first day of the photographs, and what it is called.
 */
proposedJobId: number | null, proposedJob: string, };

export type ImportPlanRef = { plan: string, };

export type ImportPlanStart = { 
/**
 * From `folder_choose`.
 */
folder: string, };

export type ImportQuery = { sessionId: number, };

export type ImportReason = "already_known" | "duplicate" | "system_file" | "unsupported_kind" | "empty" | "too_large" | "not_an_image" | "truncated" | "too_many_pixels" | "damaged" | "unsafe" | "unreadable" | "vanished" | "link" | "no_preview" | "not_planned" | "outside_folder" | "hidden" | "no_photo";

export type ImportReasonCount = { reason: ImportReason, files: number, };

export type ImportRef = { id: number, };

export type ImportReport = { id: number, sessionId: number, sourceLabel: string, 
/**
 * What it reads from.
 */
scope: SourceScope, outcome: ImportOutcome, 
/**
 * Only with `failed`.
 */
fault: ImportFault | null, startedAt: number, endedAt: number | null, plannedFiles: number, storedFiles: number, storedBytes: number, frames: number, 
/**
 * Whether the rest can be imported later.
 */
isResumable: boolean, 
/**
 * Brought what came into a folder.
 */
isWatch: boolean, 
/**
 * None while it is under way, and for a watched folder.
 */
card: CardVerdict | null, issues: Array<ImportIssue>, };

export type ImportReports = { imports: Array<ImportReport>, };

export type ImportResume = { id: number, 
/**
 * From `folder_choose`.
 */
folder: string | null, };

export type ImportStart = { plans: Array<string>, sessionId: number | null, name: string, photographer: string, 
/**
 * The job that a new session is part of.
 */
jobId: number | null, };

export type ImportStarted = { task: number, importId: number, sessionId: number, };

export type ImportsStarted = { sessionId: number, imports: Array<ImportStarted>, };

export type JobCreate = { schoolId: number, fields: JobFieldsDto, };

export type JobDto = { id: number, schoolId: number, school: string, schoolYear: number, fields: JobFieldsDto, 
/**
 * What all its camera cards begin with: `SK1-7Q4M2`.
 */
code: string, 
/**
 * Cards that were given so far.
 */
cards: number, rev: number, };

export type JobFieldsDto = { name: string, 
/**
 * ISO dates.
 */
startsOn: string, endsOn: string, photographers: string, priceList: string, viewing: AgreedDto, groupPhotos: AgreedDto, cardHabit: CardHabitDto, 
/**
 * Most portraits that are usual under one card.
 */
mostFrames: number, 
/**
 * Seconds between two portraits in which somebody else may have come.
 */
longestPauseS: number, note: string, };

export type JobList = { jobs: Array<JobDto>, };

export type JobRef = { id: number, };

export type JobUpdate = { id: number, rev: number, fields: JobFieldsDto, };

export type KeychainEnable = { passphrase: string, };

export type KeychainSignIn = { staffId: number, };

export type KeychainState = { isEnabled: boolean, };

export type LanguageDto = "fi" | "sv" | "en";

export type LeftCount = { kind: LeftKind, files: number, };

export type LeftKind = "video" | "sidecar" | "link" | "hidden" | "damaged" | "other";

export type MatchingDto = { jobId: number, schoolId: number, job: string, school: string, sessions: Array<MatchingSession>, tally: MatchingTally, 
/**
 * By session and camera, in the order taken.
 */
runs: Array<RunDto>, absent: Array<AbsentDto>, clocks: Array<ClockOffsetDto>, 
/**
 * Everybody and every class that a run may be given to: by class and place in its list.
 */
owners: Array<OwnerDto>, edits: Array<MatchingEditDto>, notApplied: Array<NotAppliedEdit>, };

export type MatchingEditDto = { id: number, kind: MatchingEditKind, frameId: number, at: number, };

export type MatchingEditEntry = { jobId: number, lastEdit: number, kind: MatchingEditKind, 
/**
 * The frame itself, or any frame of the run.
 */
frameId: number, 
/**
 * Of `type_code`: the whole code, or the end of one of this job's, `0042-N`.
 */
code: string, 
/**
 * Of `assign`; none gives the run to nobody.
 */
owner: OwnerRef | null, 
/**
 * Of `shift`.
 */
neighbour: NeighbourDto | null, };

export type MatchingEditKind = "type_code" | "not_a_card" | "split" | "merge" | "assign" | "shift" | "confirm";

export type MatchingSession = { id: number, name: string, frames: number, 
/**
 * Frames in which nobody has looked for codes: they are quarantined until somebody has.
 */
unread: number, };

export type MatchingTally = { frames: number, assigned: number, unassigned: number, keyframes: number, };

export type MatchingUndo = { jobId: number, lastEdit: number, };

export type MembershipDto = { schoolYear: number, groupId: number, group: string, 
/**
 * ISO date or empty.
 */
leftOn: string, };

export type MissingDto = "absent" | "card_only" | "none_usable" | "not_chosen" | "not_permitted";

export type MissingListSave = { jobId: number, 
/**
 * Those who miss any of these.
 */
reasons: Array<MissingDto>, };

export type MissingListStarted = { task: number | null, };

export type NeighbourDto = "previous" | "next";

export type NotAppliedDto = "frame_gone" | "no_card" | "nothing_to_split" | "no_neighbour" | "owner_unknown" | "nobody_proposed" | "superseded" | "changed_since";

export type NotAppliedEdit = { edit: number, why: NotAppliedDto, };

export type Nothing = Record<symbol, never>;

export type Numbered = { id: number, number: string, };

export type OrderDto = { id: number, number: string, customerId: number, customerName: string, state: OrderStateDto, 
/**
 * States that a person may take it to now.
 */
nextStates: Array<OrderStateDto>, 
/**
 * Confirmed with prints: handing it over leads on.
 */
awaitsHandOver: boolean, 
/**
 * In a batch that is being written.
 */
isBeingHandedOver: boolean, note: string, lines: Array<OrderLineDto>, totals: OrderTotals, createdAt: number, confirmedAt: number | null, sentAt: number | null, deliveredAt: number | null, cancelledAt: number | null, 
/**
 * Batches that it was handed over in.
 */
batches: Array<Numbered>, rev: number, };

export type OrderLineDto = { id: number, productId: number, productCode: string, nameFi: string, nameSv: string, nameEn: string, isPrint: boolean, frameId: number | null, frameName: string | null, quantity: number, unitPriceCents: number, vatBp: number, totalCents: number, };

export type OrderLineEntry = { productId: number, frameId: number | null, quantity: number, unitPriceCents: number, };

export type OrderQuery = { search: string, sort: OrderSort, 
/**
 * Empty means every state.
 */
states: Array<OrderStateDto>, customerId: number | null, after: string | null, limit: number, };

export type OrderRef = { id: number, };

export type OrderRow = { id: number, number: string, customerId: number, customerName: string, state: OrderStateDto, pieces: number, grossCents: number, createdAt: number, };

export type OrderSave = { id: number | null, rev: number | null, customerId: number, note: string, lines: Array<OrderLineEntry>, };

export type OrderSort = "number" | "number_descending" | "customer" | "customer_descending";

export type OrderStateDto = "draft" | "confirmed" | "sent" | "delivered" | "cancelled";

export type OrderStep = { id: number, rev: number, };

export type OrderTotals = { netCents: number, vatCents: number, grossCents: number, byRate: Array<VatRow>, };

export type OrderTotalsQuery = { lines: Array<OrderLineEntry>, };

export type OwnerDto = { kind: OwnerKind, id: number, 
/**
 * `Virtanen Aino`, or the class's name; of who is protected the four characters of their card alone, or
 * nothing where they have none.
 */
name: string, 
/**
 * The class; empty for a class itself and for who is protected.
 */
className: string, isProtected: boolean, };

export type OwnerFieldsDto = { name: string, 
/**
 * ISO date of the signed confidentiality agreement.
 */
agreedOn: string, };

export type OwnerKind = "subject" | "group";

export type OwnerRef = { kind: OwnerKind, id: number, };

export type Page<T> = { 
/**
 * The rows.
 */
rows: Array<T>, 
/**
 * Opaque place to continue from; none on the last page.
 */
next: string | null, };

export type PartnerDto = { id: number, fields: PartnerFieldsDto, 
/**
 * Why it may not be given anything today.
 */
refusal: PartnerRefusalDto | null, batches: number, rev: number, };

export type PartnerFieldsDto = { name: string, 
/**
 * ISO 3166-1 alpha-2.
 */
country: string, 
/**
 * ISO date or empty.
 */
agreementOn: string, email: string, profile: PartnerProfileDto, isActive: boolean, };

export type PartnerList = { partners: Array<PartnerDto>, };

export type PartnerProfileDto = "plain";

export type PartnerRefusalDto = "outside_eea" | "no_agreement" | "agreement_not_yet" | "inactive";

export type PartnerUpdate = { id: number, rev: number, fields: PartnerFieldsDto, };

export type PassphraseChange = { current: string, new: string, };

export type PassphraseRate = { passphrase: string, 
/**
 * What the studio is called and known by; an open register's own are counted as well.
 */
ownWords: Array<string>, };

export type PassphraseStrength = { 
/**
 * 0 (worst) to 4.
 */
score: number, 
/**
 * Whether it meets the minimum.
 */
isSufficient: boolean, warning: PassphraseWarning | null, };

export type PassphraseWarning = "too_short" | "common" | "repeats" | "sequence" | "keyboard" | "name" | "date" | "studio_name" | "guessable";

export type PermissionDto = "unknown" | "given" | "refused";

export type PhotographedClassDto = { groupId: number, name: string, 
/**
 * May be empty.
 */
teacher: string, 
/**
 * In the class list's order; nobody who is protected.
 */
members: Array<number>, photos: Array<GroupPhotoDto>, };

export type PlaceDto = { subjectId: number | null, 
/**
 * Empty with a subject.
 */
name: string, };

export type PreferenceSet = { key: string, value: string, };

export type Preferences = { values: { [key in string]: string }, };

export type PrintSizeDto = { 
/**
 * Trade name and folder name: `10x15`.
 */
size: string, widthMm: number, heightMm: number, 
/**
 * Paper surface, empty when there is one only.
 */
surface: string, };

export type ProductDto = { id: number, fields: ProductFieldsDto, rev: number, };

export type ProductFieldsDto = { code: string, nameFi: string, nameSv: string, nameEn: string, 
/**
 * None for products that need no picture.
 */
print: PrintSizeDto | null, priceCents: number, vatClass: VatClassDto, isActive: boolean, };

export type ProductList = { products: Array<ProductDto>, vatRates: Array<VatRate>, };

export type ProductUpdate = { id: number, rev: number, fields: ProductFieldsDto, };

export type ProtectedList = { subjects: Array<ProtectedRow>, };

export type ProtectedRow = { id: number, lastName: string, firstName: string, 
/**
 * ISO date or empty.
 */
reviewOn: string, };

export type ProtectionDto = { at: number, 
/**
 * Who noted it; none for a class list or the recovery code.
 */
staffName: string | null, 
/**
 * ISO date or empty.
 */
reviewOn: string, };

export type PurposeChoiceDto = { purpose: PurposeDto, 
/**
 * None when there is no usable frame.
 */
frameId: number | null, 
/**
 * With a frame.
 */
basis: BasisDto | null, 
/**
 * What was chosen is rejected, or not theirs any more.
 */
isLost: boolean, 
/**
 * Who chose, and when; empty and none where nobody did.
 */
chosenBy: string, chosenAt: number | null, };

export type PurposeDto = "order" | "yearbook" | "class_composite" | "school_register";

export type QrDto = { 
/**
 * Modules along one side.
 */
size: number, 
/**
 * Row by row, `1` dark and `0` light.
 */
modules: string, };

export type RecoveryCodeEntry = { code: string, };

export type RecoverySheet = { groups: Array<string>, qr: QrDto, };

export type RegisterChoose = { register: RegisterKind, };

export type RegisterCreate = { studio: StudioFieldsDto, owner: OwnerFieldsDto, passphrase: string, };

export type RegisterKind = "studio" | "demonstration";

export type RegisterState = "absent" | "unconfirmed" | "locked" | "open";

export type RejectFilter = "all" | "kept" | "rejected";

export type RightDto = "signed_in" | "see_photos" | "mark_photos" | "match_photos" | "import_photos" | "see_subjects" | "change_subjects" | "manage_jobs" | "make_cards" | "see_protected" | "see_customers" | "change_customers" | "see_orders" | "take_orders" | "advance_orders" | "manage_products" | "see_hand_overs" | "hand_over" | "manage_partners" | "see_disclosures" | "see_history" | "see_staff" | "manage_staff" | "manage_studio";

export type RoleDto = "owner" | "data_protection_contact" | "order_desk" | "production" | "photographer" | "viewer";

export type RootKeyDto = { 
/**
 * When it was last made anew, Unix ms; none for the one that the register was made with.
 */
renewedAt: number | null, 
/**
 * Since when somebody who has left knows it, Unix ms.
 */
dueSince: number | null, };

export type RosterChosen = { 
/**
 * Stands for its content in later calls; none when the dialog was closed.
 */
draft: string | null, fileName: string | null, };

export type RosterColumn = { 
/**
 * Heading, may be empty.
 */
heading: string, 
/**
 * Field code, empty for a column that is left out.
 */
field: string, 
/**
 * Held nothing but personal identity codes, which are never read.
 */
isPersonalCode: boolean, };

export type RosterCountsDto = { added: number, changed: number, unchanged: number, left: number, };

export type RosterDifference = { 
/**
 * Row of the file; none for who is no longer named.
 */
row: number | null, name: string, group: string, 
/**
 * Names of fields that change, as on the wire.
 */
fields: Array<string>, };

export type RosterEncodingDto = "utf8" | "utf16_le" | "utf16_be" | "windows1252" | "iso8859_part15";

export type RosterImportDto = { id: number, schoolYear: number, fileName: string, counts: RosterCountsDto, leftOut: number, personalCodes: number, importedAt: number, undoneAt: number | null, 
/**
 * Nothing that came later rests on it.
 */
canUndo: boolean, issues: Array<RosterIssueDto>, };

export type RosterImportRef = { id: number, };

export type RosterImports = { imports: Array<RosterImportDto>, };

export type RosterIssueDto = { 
/**
 * Row of the file, from 1.
 */
row: number, 
/**
 * Field code, or empty.
 */
field: string, reason: string, 
/**
 * The row is left out; otherwise only the field stays empty.
 */
isLeftOut: boolean, };

export type RosterPreview = { encoding: RosterEncodingDto | null, separator: RosterSeparatorDto | null, hasHeader: boolean, 
/**
 * Names of the sheets of an Excel file, and which was read.
 */
sheets: Array<string>, sheet: string | null, columns: Array<RosterColumn>, 
/**
 * Every field code that a column may be given.
 */
fields: Array<string>, 
/**
 * The first rows as decoded.
 */
rows: Array<Array<string>>, rowCount: number, 
/**
 * Codes of what looks odd about the file; texts `roster-warning-<code>`.
 */
warnings: Array<string>, personalCodes: number, counts: RosterCountsDto, 
/**
 * The first of each, by name.
 */
added: Array<RosterDifference>, changed: Array<RosterDifference>, left: Array<RosterDifference>, issues: Array<RosterIssueDto>, leftOut: number, 
/**
 * Classes that are new.
 */
newGroups: Array<string>, 
/**
 * Rows about people who are protected: they are counted, and stand in none of the lists above.
 */
withheld: number, };

export type RosterRead = { draft: string, schoolId: number, schoolYear: number, encoding: RosterEncodingDto | null, separator: RosterSeparatorDto | null, hasHeader: boolean | null, sheet: string | null, 
/**
 * Field codes by column, empty for a column that is left out; none for what is recognised.
 */
mapping: Array<string> | null, };

export type RosterSeparatorDto = "tab" | "semicolon" | "comma" | "pipe";

export type RunConfidenceDto = "none" | "low" | "fair" | "high" | "certain";

export type RunDto = { sessionId: number, 
/**
 * `Canon EOS R6`, empty where the files name none.
 */
camera: string, 
/**
 * Frames that show cards, in the order taken.
 */
keyframes: Array<number>, 
/**
 * Portraits in the order taken.
 */
frames: Array<number>, cardKind: CardKindDto | null, 
/**
 * `SK1-7Q4M2-0042-N`.
 */
card: string, 
/**
 * For whom it seems to be; it is theirs only where `state` is `matched`.
 */
proposed: OwnerRef | null, state: RunStateDto, confidence: RunConfidenceDto, reasons: Array<RunReasonDto>, notes: Array<RunNoteDto>, hand: RunHandDto | null, 
/**
 * Who else it might be, at most five.
 */
suggestions: Array<number>, };

export type RunHandDto = "typed" | "split" | "merged" | "shifted" | "assigned" | "confirmed";

export type RunNoteDto = { kind: RunNoteKind, count: number | null, };

export type RunNoteKind = "frames_missing" | "double_card" | "two_visits" | "retake" | "clock_went_back" | "code_in_view" | "other_class";

export type RunReasonDto = "no_card_before" | "after_end" | "after_clock" | "skipped" | "unreadable_card" | "wrong_check" | "unknown_card" | "other_shoot" | "unknown_code" | "retake_not_given" | "two_codes" | "foreign_code" | "too_many_frames" | "time_gap" | "time_unknown" | "clock_jump" | "order_unknown" | "no_change" | "card_twice" | "neighbour_missing" | "other_class" | "out_of_order" | "file_missing" | "changed_since" | "cut_off";

export type RunStateDto = "matched" | "unmatched" | "quarantined" | "absent";

export type SavedFile = { 
/**
 * False when the user closed the dialog.
 */
isSaved: boolean, 
/**
 * The file's name without its folder.
 */
name: string | null, };

export type SchoolDto = { id: number, fields: SchoolFieldsDto, 
/**
 * School years of which there are classes, newest first, by the calendar year in which each begins.
 */
years: Array<number>, rev: number, };

export type SchoolFieldsDto = { name: string, kind: SchoolKindDto, street: string, postalCode: string, town: string, language: LanguageDto, 
/**
 * ISO date or empty.
 */
agreementOn: string, agreement: string, note: string, contacts: Array<ContactPersonDto>, };

export type SchoolKindDto = "school" | "day_care" | "club";

export type SchoolList = { schools: Array<SchoolRow>, 
/**
 * The school year of today.
 */
thisYear: number, };

export type SchoolRef = { id: number, };

export type SchoolRow = { id: number, name: string, kind: SchoolKindDto, town: string, 
/**
 * The first contact person's name, or empty.
 */
contact: string, newestYear: number | null, 
/**
 * On the lists of that year.
 */
subjects: number, 
/**
 * ISO date of the latest job.
 */
latestJobOn: string | null, };

export type SchoolUpdate = { id: number, rev: number, fields: SchoolFieldsDto, };

export type SecondCopyDto = { 
/**
 * The folder that was chosen; none while no copies are made.
 */
folder: string | null, 
/**
 * Sealed files in all.
 */
files: number, 
/**
 * Those without a copy.
 */
missing: number, 
/**
 * Why the last work on it stopped before its end.
 */
fault: CopyFaultDto | null, };

export type SecondCopySet = { folder: string, };

export type SessionClocks = { clocks: Array<CameraClockDto>, };

export type SessionDto = { id: number, name: string, photographer: string, 
/**
 * The job that it is part of, and what that is called: `Koskelan koulu: Syyskuvaus`.
 */
jobId: number | null, job: string, createdAt: number, firstTakenAt: number | null, lastTakenAt: number | null, frames: number, rejected: number, 
/**
 * A frame to stand for the session in lists.
 */
coverFrameId: number | null, 
/**
 * An import of this session that was interrupted and can be resumed.
 */
resumableImportId: number | null, rev: number, };

export type SessionQuery = { 
/**
 * Filters by words of the name; empty lists all.
 */
search: string, after: string | null, limit: number, };

export type SessionRef = { id: number, };

export type SessionUpdate = { id: number, rev: number, name: string, photographer: string, jobId: number | null, };

export type Settings = { language: LanguageDto, theme: Theme, 
/**
 * Minutes without mouse and keyboard after which the register locks by itself; 0 for never.
 */
lockAfterMinutes: number, };

export type SignInDto = { 
/**
 * None for the passphrase from before the register knew its staff.
 */
staffId: number | null, name: string | null, 
/**
 * Whether the computer's keychain can open for them, without a passphrase.
 */
hasKeychain: boolean, };

export type SignInEntry = { staffId: number | null, passphrase: string, };

export type SignerDto = { 
/**
 * None for the recovery code, and the passphrase from before the register knew its staff.
 */
staffId: number | null, name: string | null, role: RoleDto, rights: Array<RightDto>, };

export type SourceScope = "card" | "folder";

export type StaffAdmit = { id: number, passphrase: string, };

export type StaffFieldsDto = { name: string, role: RoleDto, 
/**
 * ISO date of the signed confidentiality agreement, or empty.
 */
agreedOn: string, };

export type StaffLeave = { id: number, rev: number, };

export type StaffList = { members: Array<StaffMemberDto>, rootKey: RootKeyDto, };

export type StaffMemberDto = { id: number, fields: StaffFieldsDto, status: StaffStatusDto, 
/**
 * ISO date or empty.
 */
leftOn: string, 
/**
 * Whether their passphrase opens on this computer.
 */
hasPassphraseHere: boolean, 
/**
 * Whether it is whoever is signed in.
 */
isOneself: boolean, rev: number, };

export type StaffStatusDto = "waiting" | "active" | "left";

export type StaffUpdate = { id: number, rev: number, fields: StaffFieldsDto, };

export type StudioCheck = { fields: StudioFieldsDto, };

export type StudioDto = { fields: StudioFieldsDto, isDemonstration: boolean, rev: number, };

export type StudioFieldsDto = { name: string, businessId: string, street: string, postalCode: string, town: string, phone: string, email: string, language: LanguageDto, };

export type StudioUpdate = { fields: StudioFieldsDto, rev: number, };

export type SubjectChoicesDto = { subjectId: number, 
/**
 * `Virtanen Aino`; of who is protected the four characters of their card alone.
 */
name: string, 
/**
 * Empty for who is protected.
 */
className: string, isProtected: boolean, 
/**
 * In the order taken.
 */
frames: Array<CandidateDto>, 
/**
 * One for each purpose, in their order.
 */
choices: Array<PurposeChoiceDto>, missing: Array<MissingDto>, 
/**
 * False where it is refused or not known.
 */
mayPublish: boolean, };

export type SubjectCreate = { schoolId: number, schoolYear: number, group: string, fields: SubjectFieldsDto, source: FieldSourceDto, };

export type SubjectDto = { id: number, schoolId: number, school: string, 
/**
 * Of somebody protected who has not been opened: the names alone.
 */
fields: SubjectFieldsDto, memberships: Array<MembershipDto>, guardians: Array<GuardianDto>, provenance: Array<FieldProvenanceDto>, protection: ProtectionDto | null, 
/**
 * School, class, contact data and guardians are withheld: they are protected and have not been opened.
 */
isWithheld: boolean, updatedAt: number, rev: number, };

export type SubjectFieldsDto = { lastName: string, firstName: string, callName: string, sourceId: string, 
/**
 * ISO date or empty.
 */
bornOn: string, street: string, postalCode: string, town: string, phone: string, email: string, language: LanguageDto, photoPermission: PermissionDto, publicationPermission: PermissionDto, };

export type SubjectGroupDto = { id: number, name: string, teacher: string, 
/**
 * On its list, protected ones left out.
 */
subjects: number, };

export type SubjectMove = { id: number, schoolYear: number, group: string, };

export type SubjectProtect = { id: number, rev: number, isProtected: boolean, 
/**
 * ISO date or empty.
 */
reviewOn: string, };

export type SubjectRef = { id: number, };

export type SubjectRow = { id: number, lastName: string, firstName: string, callName: string, groupId: number, 
/**
 * Place in the class list.
 */
position: number, 
/**
 * ISO date on which a newer list no longer named them, or empty.
 */
leftOn: string, photoPermission: PermissionDto, publicationPermission: PermissionDto, guardians: number, };

export type SubjectUpdate = { id: number, rev: number, fields: SubjectFieldsDto, source: FieldSourceDto, };

export type TaskDto = { id: number, kind: TaskKindDto, state: TaskStateDto, 
/**
 * What it works on, for display: a folder's or partner's name.
 */
subject: string, done: number, 
/**
 * 0 while unknown.
 */
total: number, bytesDone: number, bytesTotal: number, 
/**
 * Bytes a second over the last seconds; 0 when unknown.
 */
bytesPerSecond: number, secondsLeft: number | null, startedAt: number, endedAt: number | null, 
/**
 * Why it failed.
 */
error: ApiError | null, 
/**
 * Files that were left out or refused.
 */
issues: number, 
/**
 * Things that were looked at once more, after everything was done.
 */
checked: number, 
/**
 * 0 until that begins.
 */
toCheck: number, 
/**
 * Things of which there is a second copy.
 */
copied: number, 
/**
 * 0 until that begins.
 */
toCopy: number, 
/**
 * Waits for something that is not there, as a folder on a disk that was taken away.
 */
isBlocked: boolean, 
/**
 * What it left behind.
 */
result: TaskResult | null, };

export type TaskKindDto = "import_plan" | "import" | "watch" | "hand_over" | "demonstration_studio" | "trail_verify" | "trail_export" | "camera_cards" | "missing_list" | "group_legend" | "code_reading" | "second_copy";

export type TaskList = { tasks: Array<TaskDto>, };

export type TaskRef = { id: number, };

export type TaskResult = { plan: string | null, sessionId: number | null, importId: number | null, batchId: number | null, 
/**
 * What a check of the history found.
 */
verdict: TrailVerdictDto | null, };

export type TaskStarted = { task: number, };

export type TaskStateDto = "running" | "cancelling" | "completed" | "cancelled" | "failed";

export type Theme = "system" | "light" | "dark";

export type TrailExport = { filter: AuditFilterDto, form: ExportFormDto, };

export type TrailExportStarted = { task: number | null, };

export type TrailFaultDto = { kind: TrailFaultKind, 
/**
 * The entry; for what was signed, how many entries that is.
 */
number: number | null, };

export type TrailFaultKind = "entry" | "signed" | "end" | "keys";

export type TrailStateDto = { entries: number, 
/**
 * The newest checkpoint; none before the first.
 */
checkpoint: CheckpointDto | null, 
/**
 * Why the clock is not relied on.
 */
clockDoubt: ClockDoubtDto | null, 
/**
 * What the clock says.
 */
now: number, };

export type TrailVerdictDto = { 
/**
 * How many entries hold, from the first.
 */
entries: number, 
/**
 * When the first was written.
 */
since: number | null, 
/**
 * How many checkpoints hold.
 */
checkpoints: number, 
/**
 * When the newest of them was made.
 */
checkpointAt: number | null, 
/**
 * The first thing that does not hold.
 */
fault: TrailFaultDto | null, };

export type UnsavedNote = { hasUnsaved: boolean, };

export type VatClassDto = "general" | "reduced" | "press" | "exempt";

export type VatRate = { class: VatClassDto, 
/**
 * 2550 is 25.5 %.
 */
vatBp: number, };

export type VatRow = { vatBp: number, netCents: number, vatCents: number, grossCents: number, };

export type WatchFolder = { 
/**
 * Photographs by their names.
 */
files: number, };

export type WatchLook = { 
/**
 * From `folder_choose`.
 */
folder: string, };

export type WatchStart = { folder: string, sessionId: number, 
/**
 * Takes what is there now, too.
 */
withPresent: boolean, };

export interface Methods {
  app_state: { request: Nothing; response: AppState };
  program_end: { request: Nothing; response: Nothing };
  settings_set: { request: Settings; response: AppState };
  preference_list: { request: Nothing; response: Preferences };
  preference_set: { request: PreferenceSet; response: Nothing };
  unsaved_note: { request: UnsavedNote; response: Nothing };
  input_note: { request: Nothing; response: Nothing };
  register_choose: { request: RegisterChoose; response: AppState };
  passphrase_rate: { request: PassphraseRate; response: PassphraseStrength };
  register_create: { request: RegisterCreate; response: RecoverySheet };
  recovery_sheet_save: { request: Nothing; response: SavedFile };
  register_create_confirm: { request: RecoveryCodeEntry; response: AppState };
  register_create_abandon: { request: Nothing; response: AppState };
  demonstration_open: { request: Nothing; response: TaskStarted };
  register_unlock: { request: SignInEntry; response: AppState };
  register_unlock_with_recovery: { request: RecoveryCodeEntry; response: AppState };
  register_unlock_with_keychain: { request: KeychainSignIn; response: AppState };
  alarm_accept: { request: Nothing; response: AppState };
  register_lock: { request: Nothing; response: AppState };
  passphrase_change: { request: PassphraseChange; response: Nothing };
  keychain_get: { request: Nothing; response: KeychainState };
  keychain_enable: { request: KeychainEnable; response: KeychainState };
  keychain_disable: { request: Nothing; response: KeychainState };
  studio_check: { request: StudioCheck; response: Nothing };
  studio_get: { request: Nothing; response: StudioDto };
  studio_update: { request: StudioUpdate; response: StudioDto };
  folder_choose: { request: FolderChoose; response: ChosenFolder };
  second_copy_get: { request: Nothing; response: SecondCopyDto };
  second_copy_set: { request: SecondCopySet; response: SecondCopyDto };
  second_copy_stop: { request: Nothing; response: SecondCopyDto };
  second_copy_start: { request: Nothing; response: TaskStarted };
  staff_list: { request: Nothing; response: StaffList };
  staff_add: { request: StaffFieldsDto; response: StaffMemberDto };
  staff_update: { request: StaffUpdate; response: StaffMemberDto };
  staff_admit: { request: StaffAdmit; response: StaffMemberDto };
  staff_leave: { request: StaffLeave; response: StaffMemberDto };
  root_key_renew: { request: Nothing; response: StaffList };
  sign_in_by_name: { request: StaffAdmit; response: AppState };
  owner_check: { request: OwnerFieldsDto; response: Nothing };
  task_list: { request: Nothing; response: TaskList };
  task_cancel: { request: TaskRef; response: Nothing };
  task_dismiss: { request: TaskRef; response: Nothing };
  import_plan_start: { request: ImportPlanStart; response: TaskStarted };
  import_plan_get: { request: ImportPlanRef; response: ImportPlan };
  import_start: { request: ImportStart; response: ImportsStarted };
  watch_look: { request: WatchLook; response: WatchFolder };
  watch_start: { request: WatchStart; response: ImportStarted };
  import_resume: { request: ImportResume; response: ImportStarted };
  import_give_up: { request: ImportRef; response: Nothing };
  import_get: { request: ImportRef; response: ImportReport };
  import_list: { request: ImportQuery; response: ImportReports };
  session_list: { request: SessionQuery; response: Page<SessionDto> };
  session_get: { request: SessionRef; response: SessionDto };
  session_update: { request: SessionUpdate; response: SessionDto };
  session_clocks: { request: SessionRef; response: SessionClocks };
  clock_correct: { request: ClockCorrect; response: ClockCorrected };
  frame_index: { request: FrameIndexQuery; response: FrameIndex };
  frame_cells: { request: FrameCellsQuery; response: FrameCells };
  frame_get: { request: FrameRef; response: FrameFacts };
  frame_mark: { request: FrameMark; response: FrameMarksList };
  frame_head_set: { request: FrameHeadSet; response: FrameMarksList };
  frame_marks_restore: { request: FrameMarksList; response: Nothing };
  customer_search: { request: CustomerQuery; response: Page<CustomerRow> };
  customer_get: { request: CustomerRef; response: CustomerDto };
  customer_create: { request: CustomerCreate; response: CustomerDto };
  customer_update: { request: CustomerUpdate; response: CustomerDto };
  consent_record: { request: ConsentRecord; response: CustomerDto };
  customer_open: { request: CustomerRef; response: CustomerDto };
  customer_protect: { request: CustomerProtect; response: CustomerDto };
  school_list: { request: Nothing; response: SchoolList };
  school_get: { request: SchoolRef; response: SchoolDto };
  school_create: { request: SchoolFieldsDto; response: SchoolDto };
  school_update: { request: SchoolUpdate; response: SchoolDto };
  class_list: { request: ClassesQuery; response: Classes };
  protected_list: { request: ClassesQuery; response: ProtectedList };
  subject_get: { request: SubjectRef; response: SubjectDto };
  subject_open: { request: SubjectRef; response: SubjectDto };
  subject_create: { request: SubjectCreate; response: SubjectDto };
  subject_update: { request: SubjectUpdate; response: SubjectDto };
  subject_move: { request: SubjectMove; response: SubjectDto };
  subject_protect: { request: SubjectProtect; response: SubjectDto };
  guardian_add: { request: GuardianRef; response: SubjectDto };
  guardian_remove: { request: GuardianRef; response: SubjectDto };
  roster_choose: { request: Nothing; response: RosterChosen };
  roster_preview: { request: RosterRead; response: RosterPreview };
  roster_import: { request: RosterRead; response: RosterImportDto };
  roster_list: { request: SchoolRef; response: RosterImports };
  roster_undo: { request: RosterImportRef; response: RosterImportDto };
  job_list: { request: SchoolRef; response: JobList };
  job_create: { request: JobCreate; response: JobDto };
  job_update: { request: JobUpdate; response: JobDto };
  job_recent: { request: Nothing; response: JobList };
  camera_cards_save: { request: CameraCardsSave; response: CameraCardsStarted };
  matching_get: { request: JobRef; response: MatchingDto };
  matching_edit: { request: MatchingEditEntry; response: MatchingDto };
  matching_undo: { request: MatchingUndo; response: MatchingDto };
  codes_read_start: { request: JobRef; response: TaskStarted };
  choices_get: { request: JobRef; response: ChoicesDto };
  choice_set: { request: ChoiceEntry; response: ChoicesDto };
  missing_list_save: { request: MissingListSave; response: MissingListStarted };
  group_photos_get: { request: JobRef; response: GroupPhotosDto };
  group_photo_name: { request: GroupPhotoEntry; response: GroupPhotosDto };
  group_legend_save: { request: GroupLegendSave; response: GroupLegendStarted };
  product_list: { request: Nothing; response: ProductList };
  product_create: { request: ProductFieldsDto; response: ProductDto };
  product_update: { request: ProductUpdate; response: ProductDto };
  order_search: { request: OrderQuery; response: Page<OrderRow> };
  order_get: { request: OrderRef; response: OrderDto };
  order_totals: { request: OrderTotalsQuery; response: OrderTotals };
  order_save: { request: OrderSave; response: OrderDto };
  order_confirm: { request: OrderStep; response: OrderDto };
  order_send: { request: OrderStep; response: OrderDto };
  order_deliver: { request: OrderStep; response: OrderDto };
  order_cancel: { request: OrderStep; response: OrderDto };
  partner_list: { request: Nothing; response: PartnerList };
  partner_create: { request: PartnerFieldsDto; response: PartnerDto };
  partner_update: { request: PartnerUpdate; response: PartnerDto };
  batch_plan: { request: BatchPlanQuery; response: BatchPlan };
  batch_start: { request: BatchStart; response: BatchStarted };
  batch_list: { request: BatchQuery; response: Page<BatchDto> };
  batch_get: { request: BatchRef; response: BatchDto };
  disclosure_list: { request: DisclosureQuery; response: Page<DisclosureDto> };
  disclosure_get: { request: DisclosureRef; response: DisclosureDetail };
  audit_list: { request: AuditQuery; response: Page<AuditEntryDto> };
  trail_state: { request: Nothing; response: TrailStateDto };
  trail_verify: { request: Nothing; response: TaskStarted };
  trail_export: { request: TrailExport; response: TrailExportStarted };
  checkpoint_sheet_save: { request: Nothing; response: SavedFile };
  clock_confirm: { request: Nothing; response: TrailStateDto };
}
