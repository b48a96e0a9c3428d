# English.
# `what`, `name` and `value` are texts of the person's own; counts come as numbers.

## The frame

skip-to-page = Skip to the page
navigation = Navigation
palette-open = Find or do
nav-people = People
nav-organizations = Organizations
nav-tags = Tags
nav-transfer = Import & export
nav-history = History
nav-settings = Settings
undo = Undo
redo = Redo
undone = Undone: { $what }
redone = Done again: { $what }
close = Close
cancel = Cancel
save = Save
reload = Reload
part-not-fetched = This part of the app could not be fetched. Is there a connection?
try-again = Try again
understood = Understood
list-comma = {", "}
not-found = There is nothing at this address
stale-tab = Another tab has changed the workspace in a way this one cannot follow. Reload to go on.
demo-notice = This is the demo workspace. Everyone in it is invented.
demo-remove = Remove the demo
kind-workspace = Workspace
kind-tag = Tags
kind-organization = Organizations
kind-person = People
kind-note = Notes
count-workspace =
    { $count ->
        [one] { $count } workspace
       *[other] { $count } workspaces
    }
count-tag =
    { $count ->
        [one] { $count } tag
       *[other] { $count } tags
    }
count-organization =
    { $count ->
        [one] { $count } organization
       *[other] { $count } organizations
    }
count-person =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
count-note =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }

## The list

list-search = Search
list-search-people = Search people
list-search-organizations = Search organizations
list-add-person = Add person
list-add-organization = Add organization
list-filter = Filter
list-columns = Columns
list-clear = Clear filters
list-found = { $shown } of { $all }
list-empty-person = No people yet
list-empty-organization = No organizations yet
list-empty-lead = Add the first one, or bring in a file.
list-nothing-found = Nothing matches
list-nothing-found-lead = Try fewer words or filters.
list-import = Import a file
list-select-all = Select all
list-select = Select { $name }
list-selected = { $count } selected
list-has = Has { $field }
list-without = No { $field }
list-remove-filter = Remove filter: { $what }
list-any = Any
list-add-tag = Add tag
list-remove-tag = Remove tag
list-set-field = Set field
list-delete = Delete
list-clear-selection = Clear selection
list-field = Field
list-value = Value
list-apply = Apply
list-column-up = Move { $field } towards the start
list-column-down = Move { $field } towards the end
list-column-reset = Usual columns
list-resize = Width of { $field }

## History

history-create = Added { $what }
history-edit = Changed { $what }
history-delete = Deleted { $what }
history-add-tag = Tag { $what } added to { $count }
history-remove-tag = Tag { $what } removed from { $count }
history-merge-tags = Merged into the tag { $what }
history-import = Imported { $what }
history-replace = Replaced everything by { $what }
history-demo = Demo data
history-undone = Undone: { $what }
history-redone = Done again: { $what }

## Problems

problem-field = { $field }: { $fault }
problem-gone = This record has been deleted.
problem-changed = { $field } was changed in another tab meanwhile. Look at it, then change it again.
problem-nameless = A name, an e-mail address or a phone number is needed.
problem-tag-exists = There is a tag with this name already. Merge them instead.
problem-overtaken = Another tab has changed the workspace meanwhile. Try again.
problem-nothing-left = There is nothing to do.
problem-replaced = Another tab has begun a new workspace. Reload to see it.
problem-unreadable = This tab cannot read what another one has written. Reload to repair it.
fault-email = “{ $value }” is not an e-mail address.
fault-phone = “{ $value }” is not a phone number.
fault-link = “{ $value }” is not a web address.
fault-day = “{ $value }” is not a date such as 1987-03-09 or --03-09.
fault-number = “{ $value }” is not a number.
fault-choice = “{ $value }” is not one of the choices.
fault-no-record = { $field }: there is no “{ $name }” yet. Choose one from the list under the field, or create it there.
fault-picture = This is not a picture that can be kept.
fault-too-long = Longer than { $most } characters.
fault-too-many = More than { $most } values.
fault-control-character = A character in it cannot be kept.
fault-wrong-kind = This kind of value does not belong here.
fault-empty-or-twice = An empty or repeated value stands here.
fault-dangling = It points to a record that is gone.
fault-missing = Something is needed here.
store-full = The browser gives no more room. Nothing was saved. Free some space on the disk, then try again.
store-newer = A newer version of Rapport has written here. Reload to get it.
store-blocked = Another tab with an older version of Rapport is open. Close it, then reload.
store-timed-out = The browser did not open its database. Close other tabs of this page, or start the browser again.
store-unavailable = This browser window offers no database, as some private windows do. Use a usual window.
store-lost = The connection to the browser’s database was lost. Nothing was saved. Try again.
store-failed = The browser could not save this: { $words }
finding-head = The note of the last save was damaged; the one before it served.
finding-rebuilt = Part of the stored data was damaged. Everything was rebuilt.
finding-page-lost = { $kind }: some records were damaged and could not be rebuilt. Restore a backup to get them back.
finding-change-lost = Change { $position } was damaged and could not be read.
boot-missing = The browser’s database is empty, though { $records } records were saved here.
boot-replaced = The browser’s database holds another workspace than the one last used here, which had { $records } records.
boot-rolled-back = The browser’s database is older than it should be: { $changes } changes are missing.
boot-unreadable = There is data in the browser’s database, but it is damaged and none of it can be read.
boot-newer = This workspace was written by a newer version of Rapport. Reload to get that version. Nothing here has been changed.

## Values

value-yes = Yes
value-no = No
value-picture = Picture
value-gone = (deleted)

## Fields: what each means, and how to fill it in alike

field-display-name = Name
    .guide = What lists call the record: the name, else the nickname, an e-mail address or a phone number.
field-prefix = Title
    .guide = What stands before the name on an envelope: Dr., Prof.
field-given = First name
    .guide = As the person writes it; initials only if nothing else is known.
field-middle = Middle name
    .guide = Further names between the first and the last, as the person writes them.
field-family = Last name
    .guide = As the person writes it, particles included: van der Berg.
field-suffix = Suffix
    .guide = What stands after the name: Jr., III, PhD.
field-nickname = Nickname
    .guide = What you call each other in conversation.
field-name = Name
    .guide = As it is officially written; a company with its legal form: Acme GmbH.
field-photo = Photo
    .guide = A face or a logo; it is made small and stays in this browser.
field-emails = E-mails
    .guide = One address per line, the one to write to first.
field-phones = Phones
    .guide = With country code, so that it can be dialled from anywhere: +44 20 7946 0000.
field-addresses = Addresses
    .guide = As it stands on an envelope; one for post, shipping and billing each if they differ.
field-links = Links
    .guide = Website and social profiles, as copied from the address bar.
field-preferred-channel = Preferred channel
    .guide = How this customer likes to be reached; ask rather than guess.
field-birthday = Birthday
    .guide = Year, month, day: 1987-03-09. Also in parts: --03-09 without a year, 1987-03, 1987.
field-organization = Organization
    .guide = Where the person works or whom they speak for; type to find it or to add it.
field-job-title = Job title
    .guide = As on the business card: Head of Purchasing.
field-department = Department
    .guide = The part of the organization, without its name: Purchasing.
field-industry = Industry
    .guide = One word or two, always the same ones: Construction, Retail, Software.
field-size = Size
    .guide = How many people work there.
field-location = Location
    .guide = City and country where one meets: Oslo, Norway.
field-language = Language
    .guide = The language to write in, by its name: English, Persian.
field-education = Education
    .guide = The highest degree finished.
field-income = Income
    .guide = A rough band, only if it matters for what you offer.
field-marital-status = Marital status
    .guide = Only what the person has told you.
field-children = Children
    .guide = How many, in digits.
field-home = Home
    .guide = Whether they rent or own.
field-car = Car
    .guide = Make and model: Toyota Yaris.
field-hobbies = Hobbies
    .guide = What they do in their free time, separated by commas.
field-interests = Interests
    .guide = Subjects they like to hear about, separated by commas.
field-lead-source = Source
    .guide = What brought them to you: Referral, Website, Trade fair. Always the same words.
field-lifecycle = Lifecycle
    .guide = How far this customer has come with you. Every step is dated.
field-lifecycle-entries = Lifecycle steps
    .guide = When each stage was entered; Rapport keeps it.
field-lead-status = Lead status
    .guide = Where the conversation stands. Every step is dated.
field-lead-status-entries = Lead status steps
    .guide = When each status was entered; Rapport keeps it.
field-tags = Tags
    .guide = Short words to group by; use an existing one where it fits.
field-needs = Needs
    .guide = What they need from you, in their own words.
field-motives = Motives
    .guide = Why they buy: price, quality, time, trust.
field-sentiment = Sentiment
    .guide = How they feel about you after the last contact.
field-purchase-for = Buys for
    .guide = Whom the purchases are for.
field-feedback = Feedback
    .guide = What they praised or want better, in their own words.
field-background = Background
    .guide = What a colleague should know before the next call.
field-people-count = People
    .guide = How many people belong to it; counted by Rapport.
field-note-count = Notes
    .guide = How many notes there are; counted by Rapport.
field-colour = Colour
    .guide = The colour of the tag.
field-description = Description
    .guide = When to use the tag, in one sentence.
field-about-person = About
    .guide = The person the note is about.
field-about-organization = About
    .guide = The organization the note is about.
field-body = Note
    .guide = What was said and what was agreed.
field-noted = When
    .guide = When it happened, which may be earlier than now.
field-demo = Demo
    .guide = Whether everything here is invented.
field-created = Added
    .guide = When the record was added; Rapport keeps it.
field-updated = Changed
    .guide = When the record was last changed; Rapport keeps it.

## The kinds of data

data-identity = Identity
data-descriptive = Description
data-qualitative = In their words
data-quantitative = Figures

## Choices

choice-preferred-channel-email = E-mail
choice-preferred-channel-phone = Phone
choice-preferred-channel-chat = Chat
choice-preferred-channel-social = Social network
choice-preferred-channel-post = Post
choice-preferred-channel-in-person = In person
choice-size-1 = 1 person
choice-size-2-10 = 2–10 people
choice-size-11-50 = 11–50 people
choice-size-51-200 = 51–200 people
choice-size-201-1000 = 201–1,000 people
choice-size-1001-5000 = 1,001–5,000 people
choice-size-5001-plus = More than 5,000 people
choice-education-school = School
choice-education-vocational = Vocational training
choice-education-bachelor = Bachelor’s degree
choice-education-master = Master’s degree
choice-education-doctorate = Doctorate
choice-education-other = Other
choice-income-low = Low
choice-income-lower-middle = Lower middle
choice-income-middle = Middle
choice-income-upper-middle = Upper middle
choice-income-high = High
choice-marital-status-single = Single
choice-marital-status-partnered = In a partnership
choice-marital-status-married = Married
choice-marital-status-separated = Separated
choice-marital-status-divorced = Divorced
choice-marital-status-widowed = Widowed
choice-home-rents = Rents
choice-home-owns = Owns
choice-home-with-family = Lives with family
choice-home-other = Other
choice-lifecycle-subscriber = Subscriber
choice-lifecycle-lead = Lead
choice-lifecycle-marketing-qualified = Marketing-qualified lead
choice-lifecycle-sales-qualified = Sales-qualified lead
choice-lifecycle-opportunity = Opportunity
choice-lifecycle-customer = Customer
choice-lifecycle-evangelist = Evangelist
choice-lifecycle-other = Other
choice-lead-status-new = New
choice-lead-status-open = Open
choice-lead-status-in-progress = In progress
choice-lead-status-open-deal = Open deal
choice-lead-status-unqualified = Unqualified
choice-lead-status-attempted = Attempted to contact
choice-lead-status-connected = Connected
choice-lead-status-bad-timing = Bad timing
choice-sentiment-delighted = Delighted
choice-sentiment-satisfied = Satisfied
choice-sentiment-neutral = Neutral
choice-sentiment-disappointed = Disappointed
choice-sentiment-upset = Upset
choice-purchase-for-self = Themselves
choice-purchase-for-gift = As a gift
choice-purchase-for-work = For work

## Labels of e-mails, phones, addresses and links

label-home = Home
label-work = Work
label-mobile = Mobile
label-main = Main
label-fax = Fax
label-postal = Postal
label-shipping = Shipping
label-billing = Billing
label-other = Other

## Colours of tags

colour-gray = Gray
colour-red = Red
colour-orange = Orange
colour-yellow = Yellow
colour-green = Green
colour-teal = Teal
colour-blue = Blue
colour-purple = Purple

## The first screen

first-run-lead = A CRM that lives in this browser and nowhere else. No account, no server, nothing leaves this device.
first-run-empty = Start empty
first-run-empty-lead = Add people as you meet them.
first-run-start = Start
first-run-file = Bring in a file
first-run-file-lead = A spreadsheet (CSV) or a backup (JSON).
first-run-choose = Choose a file
first-run-demo = Try the demo
first-run-demo-lead = Invented people in five languages. Removed in one click.
first-run-where = Where your data lives
first-run-where-here = Everything you enter is saved on this device, in this browser’s own storage for this address. There is no copy anywhere else.
first-run-where-lost = It is lost when you clear the browser’s data for this site, remove the browser profile, or the device breaks. Private windows forget it when they close, and some browsers clear sites that were not visited for weeks.
first-run-where-backup = Take a backup home from time to time: Import & export saves everything in one file.
demo-progress = { $done } of { $total } records
demo-remove-lead = Removes all demo data and goes back to the first screen.

### Later: what the first screen does not need

## Keys and commands

command-palette = Find or do anything
command-help = Show the keys
command-search = Search
command-undo = Undo
command-redo = Redo
command-add-person = Add person
command-add-organization = Add organization
command-go-people = Go to people
command-go-organizations = Go to organizations
command-go-tags = Go to tags
command-go-transfer = Go to import & export
command-go-history = Go to history
command-go-settings = Go to settings
command-save-backup = Export everything as JSON
command-import-file = Import a file
command-theme = Switch between light and dark
command-language = Switch language
command-next = Next
command-previous = Previous
command-next-page = One screen down
command-previous-page = One screen up
command-first = First
command-last = Last
command-select-next = Select to the next
command-select-previous = Select to the previous
command-select-next-page = Select one screen down
command-select-previous-page = Select one screen up
command-select-to-first = Select to the first
command-select-to-last = Select to the last
command-open = Open; when it is open, go into it
command-select = Select
command-select-all = Select all
command-tag = Add a tag
command-edit = Edit in the list
command-delete = Delete
command-add = Add to this list
command-step-back = Clear the selection, or close the record
command-note = Write a note
command-leave-search = Go to what was found
keys-title = Keys on this page
keys-everywhere = Everywhere
keys-walk = Moving in a list
keys-list = In a list
keys-record = With a record open
keys-search = In the search field
keys-or = or
keys-then = then
key-delete = Delete
key-end = End
key-enter = Enter
key-escape = Esc
key-home = Home
key-pagedown = Page Down
key-pageup = Page Up
key-space = Space
palette-hint-tag = Which tag?
palette-found = Found
palette-recent = Recent
palette-commands = Commands
palette-search = Search people for “{ $typed }”

## Settings

settings-appearance = Appearance
settings-language = Language
settings-theme = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-stored = What is stored here
settings-room = { $used } of { $quota } that the browser gives are used.
settings-persistent = The browser has promised not to remove it by itself.
settings-not-persistent = The browser may remove it when the disk is full.
settings-persist = Ask the browser to keep it
settings-backup = Take a backup
settings-schema = Description of the backup file
settings-erase = Erase everything
settings-erase-lead = Removes every record and the whole history from this device. This cannot be undone.
settings-erase-sure = Every record and the whole history will be removed from this device. Without a backup they are gone for good.

## Recovery

recovery-title = The workspace could not be opened as it was
recovery-retry-lead = Close other tabs of this page and try again. Nothing is changed by trying.
recovery-open = Open what is here
recovery-open-lead = Go on with what is still here. The missing changes stay missing.
recovery-open-other-lead = Go on with the workspace that is here now.
recovery-copy = Save what is stored
recovery-copy-lead = Save all that is stored as a file, damaged or not, so that nothing is lost. This file is no backup that can be brought in.
recovery-restore = Restore a backup
recovery-restore-lead = Begin an empty workspace in its place and bring in a backup file.

## Tags

tags-new = New tag
tags-add = Add tag
tags-empty = No tags yet
tags-empty-lead = A tag is a word of your own by which you find people again.
tags-name = Name of { $name }
tags-description = What it is for
tags-description-of = What { $name } is for
tags-colour = Colour of { $name }
tags-merge = Merge
tags-merge-title = Merge { $name } into
tags-merged = Tags merged
tags-delete = Delete { $name }

## The history page

history-lead = Every change of this workspace, newest first. Each can be undone as long as nothing has changed since in what it changed.
history-empty = Nothing has happened yet
history-undo = Undo: { $what }
history-more = Show more

## Import and export

transfer-out = Take everything home
transfer-out-lead = One file with every record, to keep as a backup or to bring to another browser.
transfer-save = Save as JSON
transfer-saved = Saved as { $name }
transfer-not-saved = The browser could not save the file: { $words }
transfer-in = Bring in a file
transfer-in-lead = A backup of Rapport (JSON), or a table with a header row (CSV in UTF-8).
transfer-drop = Drop a file here, or choose one
transfer-reading = Reading…
transfer-unreadable = The browser could not read the file: { $words }
transfer-nothing-new = Everything in the file is here already
transfer-new = New
transfer-same = Same
transfer-different = Different
transfer-absent = Only here
transfer-restore = Restore
transfer-restore-lead = The workspace is empty. It becomes what the file holds.
transfer-choice = Add only what is new, and leave everything that is here as it is? Or replace what is here by what the file holds? Either can be undone.
transfer-add = Add what is new
transfer-replace = Replace everything
file-at = { $place }: { $fault }
file-line = Line { $line }, column { $column }
file-record = { $kind }: record { $number }
file-too-large = The file is larger than { $most }.
file-not-utf8 = This is not text in UTF-8. Save it as UTF-8, then try again.
file-not-json = Here the file is no longer JSON.
file-breaks-off = The file breaks off. It may not have been saved to its end.
file-other-format = This is not a backup of Rapport.
file-newer = A newer version of Rapport has written this file. Use that version to bring it in.
file-unknown-member = “{ $name }” is not known to this version.
file-missing-member = “{ $name }” is missing.
file-twice = “{ $name }” stands here twice.
file-too-many-records = More than { $most } records.
file-too-many-names = More than { $most } different field names.
file-long-name = A field name longer than { $most } characters.
file-too-deep = Nested deeper than { $most } levels.
file-wrong-shape = Something else is expected here.
file-misplaced = This field does not belong to this kind of record.
file-same-id = Two records have the same id.
file-second-workspace = There is more than one workspace in the file.
file-same-tag = Two tags are called “{ $name }”.

## Forms

form-not-set = Not set
form-label = Label
form-no-label = No label
form-own-label = Own label…
form-add-emails = Add e-mail
form-add-phones = Add phone
form-add-links = Add link
form-add-addresses = Add address
form-remove = Remove from { $what }
form-remove-tag = Remove tag { $name }
form-street = Street and number
form-postcode = Postcode
form-city = City
form-region = Region
form-country = Country
form-add-named =
    { $kind ->
        [organization] Create organization “{ $name }”
        [person] Create person “{ $name }”
       *[tag] Create tag “{ $name }”
    }
form-will-add = “{ $name }” will be added as well.
form-add-tag = Add tag
form-choose-photo = Choose a picture
form-photo-hint = Or drop or paste one here.
form-remove-photo = Remove the picture

## A new record

new-person = New person
new-organization = New organization
new-restored = What you had typed is still here.
new-discard = Start afresh
new-faults = Some fields need another look.

## The record

record-close = Close the record
record-back = Back to the list
record-edit-field = Change { $field }
record-edit-name = Change the name
record-edit-photo = Change the picture
record-add-field = Add a field
record-save-long = Ctrl + Enter saves.
record-now = It says now: { $value }
record-email = E-mail
record-call = Call
record-since = { $stage } since { $date }
record-people = People
record-people-none = Nobody yet.
record-people-all = Show all { $count }
record-add-person = Add a person here
record-notes = Notes
record-notes-none = No notes yet.
record-note-add = Add note
record-note-new = New note
record-note-edit = Change the note
record-note-delete = Delete the note
record-note-deleted = Note deleted
record-history = History
record-history-none = Nothing has happened yet.
record-history-undo = Undo this change
record-history-edit = Changed
record-history-undo-all = Undo this change of { $count }
record-nothing = nothing
record-added = Added { $date }
record-changed = Changed { $date }
record-delete = Delete

## Spreadsheets

csv-bring = Bring in
csv-column = Column
csv-goes = Goes to
csv-goes-of = Where { $name } goes
csv-samples = For example
csv-counts = New: { $new }. Rows that join someone: { $joined }. Set aside: { $aside }.
csv-problems =
    { $count ->
        [one] { $count } cell to look at
       *[other] { $count } cells to look at
    }
csv-problems-lead = Nothing is lost: what a field does not take is kept in a note about the person.
csv-at = Line { $line }, { $column }: { $fault }
csv-skip = Leave out
csv-keep = Keep in a note
csv-label = Label of the next column
csv-full-name = Full name
csv-note = A note of its own
csv-part-label = label
csv-part-street = street
csv-part-more = below the street
csv-part-city = city
csv-part-region = region
csv-part-postcode = postcode
csv-part-country = country
csv-part-whole = in one piece
csv-ambiguous-day = The order of day and month cannot be told.
csv-no-column = There is no column for this cell.
csv-moved = Goes to { $field } instead.
csv-differs = { $field } has another value here, which stays.
csv-set-aside = Neither a name nor an e-mail address nor a phone number: left out.
csv-utf16 = This file is text in UTF-16. Save it as CSV in UTF-8, then try again.
csv-archive = This is a workbook and not a CSV file. Save it as CSV in UTF-8, then try again.
csv-older-encoding = This file is in an older encoding. Save it as CSV in UTF-8, then try again.
csv-binary = This is not a table in text form.
csv-empty = There is nothing in this file.
csv-too-many-columns = Line { $line } has more than { $most } columns.
csv-too-many-rows = More than { $most } rows.
csv-long-cell = Line { $line }, column { $column }: longer than { $most } characters.
