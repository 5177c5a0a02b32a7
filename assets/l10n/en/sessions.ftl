# The list of sessions and a session's own view.

session-title = Sessions
session-list = Sessions
session-search = Search sessions
session-empty = Sessions imported from memory cards gather here. Begin by importing photos from a card or a folder.
session-none-found = No session matches the search.
session-import = Import photos…
session-column-name = Session
session-column-photographer = Photographer
session-column-taken = Taken
session-column-frames = Frames
session-column-rejected = Rejected
session-column-state = State
session-interrupted = Import interrupted
session-resume = Resume import
session-interrupted-text = The import stopped before every photo was stored. Those stored so far are here; attach the same card or folder and resume.
session-give-up = Do not resume
session-give-up-title = Leave the import at what is stored?
session-give-up-text = The photos stored so far stay. The import is no longer offered to be resumed; what is missing can be imported anew from the card.
session-give-up-no = Resume later
session-given-up = The import is left at what is stored
session-imports = Imports into this session
session-count = { $count ->
    [one] { $number } session
   *[other] { $number } sessions
}
session-edit = Edit…
session-edit-title = Details of the session
session-name = Name
session-photographer = Photographer
session-job = Job
session-job-none = No job
session-job-help = The job tells whose camera cards are in the photos.
session-job-choice = { $job }, { $date }
session-saved = The session’s details are saved
session-import-more = Import more…

## Clocks of cameras

clock-open = Camera clocks…
clock-title = Camera clocks
clock-text = Give the right time of one photo. The times of all photos taken with the same camera in this session are corrected by it; the files stay as they are.
clock-none = No photo of this session names both its camera and a time.
clock-incomplete = Type the whole date and time.
clock-of-photo = Time of the photo { $name }
clock-of-first = { $count ->
    [one] Time of the camera’s only photo
   *[other] Time of the camera’s first photo of { $number }
}
clock-right = The camera’s clock was right
clock-is-right = The clock is right.
clock-behind = The clock is { $time } slow.
clock-ahead = The clock is { $time } fast.
clock-corrected = Times corrected
