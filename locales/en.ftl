# English.
# `what`, `name` and `value` are texts of the person's own; counts come as numbers.

## The frame

skip-to-page = Skip to the page
navigation = Navigation
nav-home = Home
nav-people = People
nav-more = More
nav-organizations = Organizations
nav-deals = Deals
nav-projects = Projects
nav-tasks = Tasks
nav-interactions = Timeline
nav-calendar = Calendar
nav-tags = Tags
nav-segments = Segments
nav-transfer = Import & export
nav-history = History
nav-settings = Settings
undo = Undo
redo = Redo
close = Close
cancel = Cancel
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
kind-interaction = Timeline
kind-pipeline = Pipelines
kind-stage = Stages
kind-deal = Deals
kind-project = Projects
kind-task = Tasks
kind-relation = Connections
count-workspace =
    { $count ->
        [one] { $count } workspace
       *[other] { $count } workspaces
    }
count-view = { $count ->
    [one] { $count } view
   *[other] { $count } views
  }
count-segment = { $count ->
    [one] { $count } segment
   *[other] { $count } segments
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
count-interaction = { $count ->
    [one] { $count } event
   *[other] { $count } events
  }
count-pipeline = { $count ->
    [one] { $count } pipeline
   *[other] { $count } pipelines
  }
count-stage = { $count ->
    [one] { $count } stage
   *[other] { $count } stages
  }
count-deal = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
  }
count-project = { $count ->
    [one] { $count } project
   *[other] { $count } projects
  }
count-task = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  }

## The list

list-search = Search
list-search-people = Search people
list-search-organizations = Search organizations
list-search-deals = Search deals
list-search-projects = Search projects
list-search-tasks = Search tasks
list-search-interactions = Search the timeline
list-add-person = Add person
list-add-organization = Add organization
list-add-deal = Add deal
list-add-project = Add project
list-add-task = Add task
list-add-interaction = Log
list-arrange = View
list-filter = Filter
list-found = { $shown } of { $all }
list-empty-person = No people yet
list-empty-organization = No organizations yet
list-empty-deal = No deals yet
list-empty-project = No projects yet
list-empty-task = No tasks yet
list-empty-interaction = Nothing has happened yet
list-empty-lead = Add the first one, or bring in a file.
list-import = Import a file
list-select-all = Select all
list-select = Select { $name }
project-of-deal = Make a project
list-add-tag = Add tag
list-resize = Width of { $field }
list-export = Export

## Problems

finding-head = The note of the last save was damaged; the one before it served.
finding-rebuilt = Part of the stored data was damaged. Everything was rebuilt.
finding-page-lost = { $kind }: some records were damaged and could not be rebuilt. Restore a backup to get them back.
finding-change-lost = Change { $position } was damaged and could not be read.
boot-missing = The browser’s database is empty, though { $records } records were saved here.
boot-replaced = The browser’s database holds another workspace than the one last used here, which had { $records } records.
boot-rolled-back = The browser’s database is older than it should be: { $changes } changes are missing.
boot-emptied = The browser’s database is empty, though there is a second copy of a workspace on this device.
boot-unreadable = There is data in the browser’s database, but it is damaged and none of it can be read.
boot-newer = This workspace was written by a newer version of Rapport. Reload to get that version. Nothing here has been changed.

## Values

value-yes = Yes
value-no = No
value-picture = Picture
value-gone = (deleted)

## Fields: what each means, and how to fill it in alike

field-display-name = Name
field-prefix = Title
field-given = First name
field-middle = Middle name
field-family = Last name
field-suffix = Suffix
field-nickname = Nickname
field-name = Name
field-photo = Photo
field-emails = E-mails
field-phones = Phones
field-addresses = Addresses
field-links = Links
field-preferred-channel = Preferred channel
field-birthday = Birthday
field-age = Age
field-next-birthday = Next birthday
field-city = City
field-country = Country
field-organization = Organization
field-job-title = Job title
field-department = Department
field-industry = Industry
field-size = Size
field-location = Location
field-language = Language
field-education = Education
field-income = Income
field-marital-status = Marital status
field-children = Children
field-home = Home
field-car = Car
field-hobbies = Hobbies
field-interests = Interests
field-lead-source = Source
field-referred-by = Brought by
field-lifecycle = Lifecycle
field-lead-status = Lead status
field-tags = Tags
field-needs = Needs
field-motives = Motives
field-sentiment = Sentiment
field-purchase-for = Buys for
field-feedback = Feedback
field-background = Background
field-people-count = People
field-last-contact = Last contact
field-days-since-contact = Days since contact
field-contact-count = Contacts
field-recent-calls = Calls in 90 days
field-recent-emails = E-mails in 90 days
field-recent-meetings = Meetings in 90 days
field-recent-chats = Chats in 90 days
field-recent-tickets = Tickets in 90 days
field-completeness = Completeness
field-body = Text
field-activity = Kind
field-happened = When
field-stage = Stage
field-deal-status = Status
field-value = Value
field-expected = Expected close
field-project-state = State
field-start = Start
field-task-status = When
field-due = Due
field-due-time = Time
field-priority = Priority
field-repeat = Repeats
field-people = People
field-person = Person
field-also-with = Also with
field-deal = Deal
field-project = Project
field-cadence = Stay in touch every … days
field-checklist = Checklist
field-items = Items
field-lost-reason = Why lost
field-question = Question
field-amount = Amount
field-score = Score
field-ticket-status = Ticket
field-answered = First answer
field-solved = Solved
field-weighted = Weighted value
field-days-in-stage = Days in stage
field-rotting = Standing still
field-budget = Budget
field-interaction-count = Timeline
field-get-back = Get back on
field-next-task = Next task
field-purchase-count = Purchases
field-total-spent = Total spent
field-average-order = Average order
field-last-order = Last order
field-ticket-count = Tickets
field-open-tickets = Open tickets
field-hours-to-answer = Hours to answer
field-average-score = Average score
field-open-deals = Open deals
field-referrals = People brought
field-pipeline = Pipeline
field-probability = Probability
field-rots-after = Stands still after … days
field-outcome = Outcome
field-closed = Closed
field-done = Done
field-demo = Demo
field-created = Added
field-updated = Changed

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
choice-activity-note = Note
choice-activity-call = Call
choice-activity-email = E-mail
choice-activity-meeting = Meeting
choice-activity-chat = Chat
choice-activity-social = Social network
choice-activity-letter = Letter
choice-activity-visit = Site visit
choice-activity-purchase = Purchase
choice-activity-ticket = Ticket
choice-activity-survey = Survey
choice-activity-feedback = Feedback
choice-ticket-status-open = Open
choice-ticket-status-waiting = Waiting
choice-ticket-status-solved = Solved
choice-deal-status-open = Open
choice-deal-status-won = Won
choice-deal-status-lost = Lost
choice-outcome-won = Won
choice-outcome-lost = Lost
choice-project-state-planned = Planned
choice-project-state-active = Active
choice-project-state-on-hold = On hold
choice-project-state-done = Done
choice-project-state-cancelled = Cancelled
choice-task-status-overdue = Overdue
choice-task-status-today = Today
choice-task-status-upcoming = Upcoming
choice-task-status-someday = Someday
choice-task-status-done = Done
choice-priority-low = Low
choice-priority-normal = Normal
choice-priority-high = High
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

## The first screen

first-run-lead = A CRM that lives in this browser and nowhere else. No account, no server, nothing leaves this device.
first-run-empty = Start empty
first-run-empty-lead = Add people as you meet them.
first-run-start = Start
first-run-file = Bring in a file
first-run-file-lead = A spreadsheet (CSV, XLSX), contacts (vCard) or a backup (JSON).
first-run-choose = Choose a file
first-run-demo = Try the demo
first-run-demo-lead = Invented people in five languages. Removed in one click.
first-run-protect = Protect it with a passphrase (recommended)
first-run-protect-lead = What is saved on this device is then encrypted, and whoever gets at the device or at a copy of its disk reads nothing of it. If you lose the passphrase, and the recovery key as well, everything here is lost: nobody can reset it.
first-run-protect-choose = Choose a passphrase
first-run-where = Where your data lives
first-run-where-here = Everything you enter is saved on this device, in this browser’s own storage for this address. There is no copy anywhere else.
first-run-where-lost = It is lost when you clear the browser’s data for this site, remove the browser profile, or the device breaks. Private windows forget it when they close, and some browsers clear sites that were not visited for weeks.
first-run-where-backup = Take a backup home from time to time: Import & export saves everything in one file.
demo-progress = { $done } of { $total } records
demo-remove-lead = Removes all demo data and goes back to the first screen.

## Filters

field-picked = Lists

## History

history-create = Added { $what }
history-complete = Done: { $what }

## Segments

list-add-to = Add to list

## Fields of one’s own

kind-field = Fields
count-field =
    { $count ->
        [one] { $count } field
       *[other] { $count } fields
    }
fields-new = New field

## Help

filter-help = How to write filters
palette-open = Find or do

## The list

list-columns = Columns
list-column-up = Move { $field } towards the start
list-column-down = Move { $field } towards the end
list-column-reset = Usual columns

### Later: what is not on the first screen. It is fetched after it.

## Filters

choice-segment-of-person = People
choice-segment-of-organization = Organizations
choice-segment-of-deal = { nav-deals }
choice-segment-of-project = { nav-projects }
choice-segment-of-task = { nav-tasks }
choice-segment-of-interaction = { nav-interactions }
choice-view-of-person = People
choice-view-of-organization = Organizations
choice-view-of-deal = { nav-deals }
choice-view-of-project = { nav-projects }
choice-view-of-task = { nav-tasks }
choice-view-of-interaction = { nav-interactions }
field-export-of = Of
field-lifecycle-entries = Lifecycle steps
field-view-of = Of
field-asks = Arrangement
field-mapping = Columns
field-figures = Figures
field-set-aside = Set aside
field-pinned = At the side
field-segment-of = Of
field-filter = Filter
field-fiscal-start = Fiscal year begins in month
field-lead-status-entries = Lead status steps
field-colour = Colour
field-description = Description
field-stage-entries = Stages
field-other = Other person
field-role = Role
field-since = Since
field-until = Until
field-goes-out = What goes out
count-export = { $count ->
    [one] { $count } export profile
   *[other] { $count } export profiles
  }
choice-export-of-person = { choice-view-of-person }
choice-export-of-organization = { choice-view-of-organization }
choice-export-of-deal = { choice-view-of-deal }
choice-export-of-project = { choice-view-of-project }
choice-export-of-task = { choice-view-of-task }
choice-export-of-interaction = { choice-view-of-interaction }

## Fields of one’s own

choice-defined-on-person = People
choice-defined-on-organization = Organizations
choice-defined-on-deal = { nav-deals }
choice-defined-on-project = { nav-projects }
choice-defined-on-task = { nav-tasks }
choice-defined-on-interaction = { nav-interactions }
choice-kind-text = Text
choice-kind-long-text = Long text
choice-kind-number = Number
choice-kind-money = Money
choice-kind-percent = Percent
choice-kind-rating = Rating
choice-kind-yes-no = Yes or no
choice-kind-date = Date
choice-kind-date-time = Date and time
choice-kind-choice = One choice
choice-kind-choices = Several choices
choice-kind-email = E-mail
choice-kind-phone = Phone
choice-kind-link = Link
choice-kind-person = A person
choice-kind-organization = An organization
choice-kind-deal = A deal
choice-kind-project = A project
choice-kind-task = A task
choice-data-kind-identity = Identity
choice-data-kind-descriptive = Description
choice-data-kind-qualitative = In their words
choice-data-kind-quantitative = Figures

## Help

help-title = How to write filters
help-lead = A condition is the name of a field, a sign and a value. Case and accents do not count. A word alone is looked for everywhere in the record; a text with spaces stands in quotation marks. Field names may be written in English or as they are shown.
help-groups = Conditions side by side must all hold. “or” stands between those of which one is enough, “-” or “not” turns one around, and parentheses group. Several values with commas between them stand for any of them.
help-examples = Examples
help-operators = What can stand after a field
help-missing = An empty field is nothing of all this: no operator holds where there is no value, and its opposite, with “-”, “not” or “!=”, does. Where something else holds, it is said.
help-fields = After =, <, <=, > and >= another field of the same kind may stand in the place of the value, with “@” before its name, and for texts after =: children = @interaction-count. Where either of the two is empty it does not hold.
help-past = was, changed, went and held know the history that is kept, and no more: what was let go of never happened for them.
help-nesting = Groups may lie in each other up to { $count } deep.
help-whole = What stands without the name of a field
help-word = A word alone, or a text in quotation marks, stands somewhere in the record. Several with commas between them: any of them.
class-text = Texts
class-number = Numbers, amounts, ratings
class-date = Days and moments
class-choice = Choices
class-choices = Several choices
class-links = Tags and relations
class-flag = Yes or no
class-related = Related records: interactions, tasks, deals, people, organization
example-word = “anna” stands anywhere in the record
example-tag = has the tag VIP
example-several = is a lead or a customer
example-not = is anything but a customer
example-phrase = an address with New York in it
example-has = has a phone number and no e-mail
example-or = VIPs that are leads or have two children and more
example-number = one to three children
example-day = added in 2026 or later
example-ago = not changed for 30 days
example-birthday = birthday in the next two weeks
example-contact = not contacted in the last 60 days, or never
example-channel = at least two calls in the last 90 days
example-similar = a last name like Nowak, one slip forgiven
example-related = a price was mentioned at least twice
example-past = was a lead once and is none now

## History

history-delete = Deleted { $what }

## Fields: what each means, and how to fill it in alike

guide-display-name = What lists call the record: the name, else the nickname, an e-mail address or a phone number.
guide-prefix = What stands before the name on an envelope: Dr., Prof.
guide-given = As the person writes it; initials only if nothing else is known.
guide-middle = Further names between the first and the last, as the person writes them.
guide-family = As the person writes it, particles included: van der Berg.
guide-suffix = What stands after the name: Jr., III, PhD.
guide-nickname = What you call each other in conversation.
guide-name = What it is called; a company with its legal form: Acme GmbH.
guide-photo = A face or a logo; it is made small and stays in this browser.
guide-emails = One address per line, the one to write to first.
guide-phones = With country code, so that it can be dialled from anywhere: +44 20 7946 0000.
guide-addresses = As it stands on an envelope; one for post, shipping and billing each if they differ.
guide-links = Website and social profiles, as copied from the address bar.
guide-preferred-channel = How this customer likes to be reached; ask rather than guess.
guide-birthday = Year, month, day: 1987-03-09. Also in parts: --03-09 without a year, 1987-03, 1987.
guide-age = In whole years; where the birthday is known with its year.
guide-next-birthday = The next day on which month and day come round; today counts.
guide-city = Of the first address that has one.
guide-country = Of the first address that has one.
guide-organization = Where the person works or whom they speak for; type to find it or to add it.
guide-job-title = As on the business card: Head of Purchasing.
guide-department = The part of the organization, without its name: Purchasing.
guide-industry = One word or two, always the same ones: Construction, Retail, Software.
guide-size = How many people work there.
guide-location = City and country where one meets: Oslo, Norway.
guide-language = The language to write in, by its name: English, Persian.
guide-education = The highest degree finished.
guide-income = A rough band, only if it matters for what you offer.
guide-marital-status = Only what the person has told you.
guide-children = How many, in digits.
guide-home = Whether they rent or own.
guide-car = Make and model: Toyota Yaris.
guide-hobbies = What they do in their free time, separated by commas.
guide-interests = Subjects they like to hear about, separated by commas.
guide-lead-source = What brought them to you: Referral, Website, Trade fair. Always the same words.
guide-referred-by = The person who told them of you.
guide-other = The person to whom somebody is what the role says.
guide-role = What the person is there: Head of design, Sister, Decision maker.
guide-since = Also as a year, or a year and a month.
guide-until = Empty as long as it lasts.
guide-lifecycle = How far this customer has come with you. Every step is dated.
guide-lifecycle-entries = When each stage was entered; Rapport keeps it.
guide-lead-status = Where the conversation stands. Every step is dated.
guide-lead-status-entries = When each status was entered; Rapport keeps it.
guide-tags = Short words to group by; use an existing one where it fits.
guide-needs = What they need from you, in their own words.
guide-motives = Why they buy: price, quality, time, trust.
guide-sentiment = How they feel about you after the last contact.
guide-purchase-for = Whom the purchases are for.
guide-feedback = What they praised or want better, in their own words.
guide-background = What a colleague should know before the next call.
guide-people-count = How many people belong to it; counted by Rapport.
guide-last-contact = The latest call, e-mail, meeting, chat, message or letter in the timeline.
guide-days-since-contact = Whole days since the last contact; today is 0.
guide-contact-count = How many calls, e-mails, meetings, chats, messages and letters the timeline has.
guide-recent-calls = How many calls there were in the last 90 days, today included.
guide-recent-emails = How many e-mails there were in the last 90 days, today included.
guide-recent-meetings = How many meetings there were in the last 90 days, today included.
guide-recent-chats = How many chats there were in the last 90 days, today included.
guide-recent-tickets = How many tickets were opened in the last 90 days, today included.
guide-completeness = How much of name, e-mail, phone, address, birthday, organization, job title and preferred channel is filled in.
guide-colour = The colour of the tag.
guide-description = When to use the tag, in one sentence.
guide-body = What was said and what was agreed.
guide-activity = What happened; a note is a remark of your own.
guide-happened = When it happened, which may be earlier than now.
guide-stage = How far the deal has come; each step is dated.
guide-stage-entries = When the deal came to which stage; Rapport keeps it.
guide-deal-status = Open until it is won or lost.
guide-value = What the deal is worth once it is won, with its currency: 1200 EUR.
guide-expected = The day on which you expect the decision.
guide-project-state = Where the project stands.
guide-start = The first day of the work.
guide-task-status = Overdue, today, upcoming, someday or done; follows from the day it is due.
guide-due = The day by which it should be done; empty for someday.
guide-due-time = The time of that day, such as 09:30.
guide-priority = High is for what must not wait.
guide-repeat = How the task comes back once it is done.
guide-person = Whom it is with; type to find.
guide-people = All whom it is with.
guide-also-with = Who else was there; type to find.
guide-deal = The deal it belongs to.
guide-project = The project it belongs to.
guide-cadence = After so many days without a contact it is time to get back; on a tag it holds for everyone who has the tag.
guide-checklist = One step per line.
guide-items = One item per line: what, how many, at which price.
guide-lost-reason = Why it came to nothing, in a word or two that come up again: price, timing, competitor.
guide-question = What was asked.
guide-amount = What was paid, with its currency.
guide-score = The mark that was given, 0 to 10.
guide-ticket-status = Whether somebody waits for you.
guide-answered = When the ticket was first answered.
guide-solved = When the ticket was solved.
guide-weighted = The value times the probability of its stage.
guide-days-in-stage = Whole days since the deal came to its stage.
guide-rotting = Whether nothing has happened with the deal for longer than its stage allows.
guide-budget = What may be spent, with its currency.
guide-interaction-count = How much stands in the timeline; counted by Rapport.
guide-get-back = The day on which the time of the cadence is over.
guide-next-task = The first day on which an open task is due.
guide-purchase-count = How many purchases the timeline has.
guide-total-spent = The sum of purchases in the currency of the latest one.
guide-average-order = The average purchase in the currency of the latest one.
guide-last-order = When the latest purchase was.
guide-ticket-count = How many tickets the timeline has.
guide-open-tickets = Tickets that are not solved.
guide-hours-to-answer = Hours from a ticket to its first answer, on average.
guide-average-score = The average of all scores in the timeline.
guide-open-deals = Deals that are neither won nor lost.
guide-referrals = How many people were brought by them; counted by Rapport.
guide-pipeline = The pipeline that the stage belongs to.
guide-probability = How many of a hundred deals are won from here.
guide-rots-after = After so many days without anything happening a deal in this stage is pointed out.
guide-outcome = How the deal ended.
guide-closed = When the deal ended.
guide-done = When the task was done.
guide-demo = Whether everything here is invented.
guide-created = When the record was added; Rapport keeps it.
guide-updated = When the record was last changed; Rapport keeps it.

## Rules of the lifecycle

field-on-deal-opened = When a deal is opened
field-on-deal-won = When a deal is won
field-on-purchase = When something is bought
guide-on-deal-opened = The stage to which people move who have an open deal.
guide-on-deal-won = The stage to which people move who have won a deal.
guide-on-purchase = The stage to which people move who have bought something.
settings-lifecycle = Lifecycle that moves by itself
settings-lifecycle-lead = People and organizations move forward to this stage, and never back. Who was set to “Other” by hand stays there.
choice-on-deal-opened-stay = Nobody moves
choice-on-deal-opened-lead = { choice-lifecycle-lead }
choice-on-deal-opened-marketing-qualified = { choice-lifecycle-marketing-qualified }
choice-on-deal-opened-sales-qualified = { choice-lifecycle-sales-qualified }
choice-on-deal-opened-opportunity = { choice-lifecycle-opportunity }
choice-on-deal-opened-customer = { choice-lifecycle-customer }
choice-on-deal-opened-evangelist = { choice-lifecycle-evangelist }
choice-on-deal-won-stay = Nobody moves
choice-on-deal-won-lead = { choice-lifecycle-lead }
choice-on-deal-won-marketing-qualified = { choice-lifecycle-marketing-qualified }
choice-on-deal-won-sales-qualified = { choice-lifecycle-sales-qualified }
choice-on-deal-won-opportunity = { choice-lifecycle-opportunity }
choice-on-deal-won-customer = { choice-lifecycle-customer }
choice-on-deal-won-evangelist = { choice-lifecycle-evangelist }
choice-on-purchase-stay = Nobody moves
choice-on-purchase-lead = { choice-lifecycle-lead }
choice-on-purchase-marketing-qualified = { choice-lifecycle-marketing-qualified }
choice-on-purchase-sales-qualified = { choice-lifecycle-sales-qualified }
choice-on-purchase-opportunity = { choice-lifecycle-opportunity }
choice-on-purchase-customer = { choice-lifecycle-customer }
choice-on-purchase-evangelist = { choice-lifecycle-evangelist }

## The kinds of data

data-identity = Identity
data-descriptive = Description
data-qualitative = In their words
data-quantitative = Figures

## Colours of tags

colour-gray = Gray
colour-red = Red
colour-orange = Orange
colour-yellow = Yellow
colour-green = Green
colour-teal = Teal
colour-blue = Blue
colour-purple = Purple

## Settings

settings-appearance = Appearance
settings-language = Language
settings-theme = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-room = { $used } of { $quota } that the browser gives are used.
settings-persistent = The browser has promised not to remove it by itself.
settings-not-persistent = The browser may remove it when the disk is full.
settings-persist = Ask the browser to keep it
settings-backup = Take a backup
settings-schema = Description of the backup file
settings-erase = Erase everything
settings-erase-lead = Removes every record and the whole history from this device. This cannot be undone.
settings-erase-sure = Every record and the whole history will be removed from this device. Without a backup they are gone for good.

## Tags

tags-name = Name of { $name }
tags-description = What it is for
tags-description-of = What { $name } is for
tags-cadence = Days
tags-cadence-lead = Get back to everyone who has the tag after so many days
tags-cadence-of = Days until it is time to get back to { $name }
tags-colour = Colour of { $name }

## Filters

guide-picked = The picked lists that have the record.
guide-view-of = The type of record that the view lists.
guide-asks = Filter, order, columns, groups and totals of the view.
guide-mapping = How the columns of the file were read, for the next one with the same columns.
guide-figures = What came of the file.
guide-set-aside = The rows that were set aside.
guide-export-of = The type of record that goes out.
guide-goes-out = The form of the file, and how much of which fields goes out.
guide-pinned = Whether the view stands at the side.
guide-segment-of = The type of record that the segment is of.
guide-filter = What must hold for a record to belong to the segment.
guide-fiscal-start = The number of the month with which the fiscal year begins; January is 1.

## Segments

segments-new-list = New list to pick for
segments-add-list = Add list
segments-list-of = What the list is of
segments-lead = A segment is a filter with a name, or a list that you pick. Write a filter in a list and save it here.
segments-starters = To begin with
segments-picked = Picked by hand
segments-delete = Delete the segment { $name }
segments-name = Name of a segment
segments-save = Save as segment
segments-update = Save changes to { $name }
segments-saved = Segment saved
segments-names-gone = It asks about something that was deleted.
segment-all = All segments
segment-gone = This segment has been deleted.
segment-rule = What it asks
segment-nobody = There is nobody in it now.
segment-list = Show all in the list
trend-title = Size over time
trend-lead = By the rule as it is today, asked of the records as they were.
trend-range = How far back
trend-range-month = 30 days
trend-range-quarter = 90 days
trend-range-year = One year
trend-range-all = All
trend-working = Reading the journal …
trend-summary = { $first } on { $from }, { $last } on { $to }; at least { $least }, at most { $most }.
trend-steady = { $last } all the time, from { $from } to { $to }.
trend-begins = The workspace begins on { $date }.
trend-torn = The journal cannot be read further back than { $date }.
trend-table = As a table
trend-when = When
trend-size = Size
since-title = Entered and left
since-day = Since
since-week = A week
since-month = A month
since-quarter = 90 days
since-unknown = The journal cannot be read back to this day.
since-all = The workspace was begun later, so whoever is in it entered since.
since-entered = Entered
since-entered-none = Nobody has entered.
since-left = Left
since-left-none = Nobody has left.
since-deleted = deleted since
since-more = Show more
overlap-title = Overlap with other segments
overlap-none = There is no other segment to compare it with.
overlap-shared = In both
overlap-own = Of this one
overlap-other = Of the other
combine = Combine
combine-with = Combine with { $name }
combine-title = New segment of two
combine-other = Other segment
combine-how = Who belongs to it
combine-how-union = Whoever is in { $a } or in { $b }
combine-how-intersection = Whoever is in both { $a } and { $b }
combine-how-difference = Whoever is in { $a } and not in { $b }
combine-name-union = { $a } or { $b }
combine-name-intersection = { $a } and { $b }
combine-name-difference = { $a } without { $b }
combine-make = Create segment
settings-saved = Setting saved
settings-calendar = Calendar
filter-imports-reading = Reading the imports …
filter-imports-none = Nothing has been imported yet.

## Fields of one’s own

history-switch-off = Switched off { $what }
history-switch-on = Switched on { $what }
settings-fields = Fields
settings-fields-lead = What there is to fill in. Add your own, and switch off what you do not need: what is filled in stays until you remove it.
fields-edit = Change field
fields-edit-named = Change { $name }
fields-filled =
    { $count ->
        [0] empty
        [one] filled in once
       *[other] filled in { $count } times
    }
fields-in-use = In use
fields-in-use-named = { $name } in use
fields-empty = Empty
fields-empty-named = Empty { $name } everywhere
fields-emptied = Emptied { $what }
fields-rename = Rename choices
fields-rename-named = Rename choices of { $name }
fields-rename-guide = What is left empty is called as the language has it. What is filled in stays as it is.
fields-remove = Remove { $name }
fields-up = Move { $name } up
fields-down = Move { $name } down
fields-not-currency = Three letters, such as EUR.

## The frame

undone = Undone: { $what }
redone = Done again: { $what }
save = Save

## The list

list-selected = { $count } selected
list-remove-filter = Remove filter: { $what }
list-remove-tag = Remove tag
list-delete = Delete
list-nothing-found = Nothing matches
list-nothing-found-lead = Try fewer words or filters.
list-clear = Clear filters
list-clear-selection = Clear selection
list-field = Field
list-apply = Apply

## History

history-edit = Changed { $what }
history-add-tag = Tag { $what } added to { $count }
history-pick = { $count } added to the list { $what }
history-unpick = { $count } taken off the list { $what }
history-remove-tag = Tag { $what } removed from { $count }
history-merge-tags = Merged into the tag { $what }
history-import = Imported { $what }
history-replace = Replaced everything by { $what }
history-demo = Demo data
history-undone = Undone: { $what }
history-redone = Done again: { $what }
history-base = The history begins here, with { $count }; what was before has been let go

## Problems

problem-field = { $field }: { $fault }
problem-gone = This record has been deleted.
problem-changed = { $field } was changed in another tab meanwhile. Look at it, then change it again.
problem-nameless = A name, an e-mail address or a phone number is needed.
problem-circular = This segment would contain itself.
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
fault-no-pipeline = A new deal needs a pipeline, and there is none yet. Make one in the settings first.
fault-missing = Something is needed here.
fault-oneself = This is one and the same person.
fault-other-end = A connection leads to one other end only.
fault-ends-early = It ends before it begins.
store-full = The browser gives no more room. Nothing was saved. Free some space on the disk, then try again.
store-newer = A newer version of Rapport has written here. Reload to get it.
store-blocked = Another tab with an older version of Rapport is open. Close it, then reload.
store-timed-out = The browser did not open its database. Close other tabs of this page, or start the browser again.
store-unavailable = This browser window offers no database, as some private windows do. Use a usual window.
store-lost = The connection to the browser’s database was lost. Nothing was saved. Try again.
store-failed = The browser could not save this: { $words }

## Recovery

recovery-title = The workspace could not be opened as it was
recovery-retry-lead = Close other tabs of this page and try again. Nothing is changed by trying.
recovery-open-copy = Open the second copy
recovery-copied = There is a second copy on this device, with { $records ->
    [one] { $records } record
   *[other] { $records } records
  }.
recovery-copied-changed = The last of them was changed on { $moment }.
recovery-copied-missing = { $count ->
    [0] No change is missing in it, as far as is known.
    [one] { $count } change that was made after it is missing.
   *[other] { $count } changes that were made after it are missing.
  }
recovery-open = Open what is here
recovery-open-lead = Go on with what is still here. The missing changes stay missing.
recovery-open-other-lead = Go on with the workspace that is here now.
recovery-copy = Save what is stored
recovery-copy-lead = Save all that is stored as a file, damaged or not, so that nothing is lost. What can be read of this file can be brought in like a backup.
recovery-restore = Restore a backup
recovery-restore-lead = Begin an empty workspace in its place and bring in a backup file.

## Tags

tags-new = New tag
tags-add = Add tag
tags-empty = No tags yet
tags-empty-lead = A tag is a word of your own by which you find people again.
tags-merge = Merge
tags-merge-title = Merge { $name } into
tags-merged = Tags merged
tags-delete = Delete { $name }

## The history page

history-lead = Every change of this workspace, newest first. Each can be undone as long as nothing has changed since in what it changed.
history-empty = Nothing has happened yet
history-unread = The history could not be read just now. Nothing is lost by that.
history-undo = Undo: { $what }
history-more = Show more

## Import and export

transfer-out = Take everything home
transfer-out-lead = One file with every record, to keep as a backup or to bring to another browser.
transfer-save = Save as JSON
transfer-saved = Saved as { $name }
transfer-not-saved = The browser could not save the file: { $words }
transfer-in = Bring in a file
transfer-in-lead = A backup of Rapport (JSON), contacts of an address book (vCard) or of Monica (JSON), or a spreadsheet with a header row (CSV, TSV, XLSX). Cells copied in a spreadsheet can be pasted here.
transfer-drop = Drop a file here, or choose one
transfer-reading = Reading…
transfer-read = Reading: { $percent } %
transfer-pasted = Pasted cells
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
transfer-backup-last = Last backup on this device: { $date }. { $changes }
transfer-backup-never = No backup has been made on this device yet.
transfer-backup-changes =
    { $count ->
        [0] Nothing has changed since.
        [one] One change since.
       *[other] { $count } changes since.
    }
transfer-lock = Lock it with a passphrase
transfer-lock-lead = Without the passphrase nobody can open the file: not you, not anyone else. It is kept nowhere and cannot be reset. The file is in the age format, which other programs open too.
transfer-lock-work = The passphrase is being worked on; that takes a few seconds.
transfer-passphrase = Passphrase
transfer-passphrase-again = The same once more
transfer-passphrase-show = Show it
transfer-passphrase-missing = Enter a passphrase, or save the file without one.
transfer-passphrase-differs = The two are not the same.
transfer-no-chance = This browser gives no random numbers, so nothing can be locked here.
transfer-locked = The file is locked. Enter the passphrase that it was saved with.
transfer-open = Open
transfer-opening = Opening: { $percent } %
age-other-version = The file is locked in a newer way than this version of Rapport knows.
age-other-key = The file is locked with a key and not with a passphrase. Open it with the age program first.
age-head = The beginning of the file is damaged, so it cannot be opened.
age-too-much-work = Opening the file would take longer than a browser can. Open it with the age program first.
age-no-room = This device has not enough memory to open the file.
age-wrong-passphrase = The passphrase does not open this file. Look at capitals and at the language of the keyboard. If you are sure of it, the beginning of the file is damaged.
age-damaged = The file is damaged, from byte { $byte } on. Nothing was taken over.
age-breaks-off = The file breaks off at byte { $byte }: its end is missing. Nothing was taken over.
trial-title = Try a backup
trial-lead = Choose a file of yours, locked or not. It is restored into a store that is thrown away, taken home from there again, and compared. Nothing here changes.
trial-choose = Choose a backup to try
trial-going-on = The file is being restored, for a try…
trial-whole = This file is whole: { $counts }.
trial-made = It was made on { $moment }.
trial-same = The workspace here is the same.
trial-changed =
    { $count ->
        [0] The workspace here is not the same, though no change has been made here since.
        [one] Since then one change has been made here.
       *[other] Since then { $count } changes have been made here.
    }
trial-other = It is of another workspace than the one that is open here.
trial-not-whole = This file is no backup to rely on.
trial-different = What was rebuilt from the file is not what stands in it. Make another backup.
daily-title = A backup every day
daily-lead = Choose a folder, such as one that is copied elsewhere by itself. While Rapport is open, a backup is written there once a day, if something has changed. The last seven days and one of each of the four weeks before are kept; other files are left alone.
daily-choose = Choose a folder
daily-allow = Allow it again
daily-stop = Stop
daily-in = Backups are written to “{ $name }”.
daily-asks = The browser wants to be asked before backups are written to “{ $name }” again.
daily-failed = No backup could be written to “{ $name }”: { $words }
daily-passphrase-lead = The passphrase is stored nowhere. It holds until this page is closed or loaded anew; from then on backups are not locked, unless you enter it again.
file-at = { $place }: { $fault }
file-line = Line { $line }, column { $column }
file-record = { $kind }: record { $number }
file-too-large = The file is larger than { $most }.
file-not-utf8 = This is not text in UTF-8. Save it as UTF-8, then try again.
file-not-json = Here the file is no longer JSON.
file-half-character = Here stands half a character, an escape such as \ud800 without its other half. The program that wrote the file has cut a text in two; put the whole character there or take the half away.
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
form-remove-tag =
    { $kind ->
        [person] Remove { $name }
       *[tag] Remove tag { $name }
    }
form-street = Street and number
form-postcode = Postcode
form-city = City
form-region = Region
form-country = Country
form-add-named =
    { $kind ->
        [organization] Create organization “{ $name }”
        [person] Create person “{ $name }”
        [deal] Create deal “{ $name }”
        [project] Create project “{ $name }”
        [task] Create task “{ $name }”
       *[tag] Create tag “{ $name }”
    }
form-will-add = “{ $name }” will be added as well.
form-add-tag =
    { $kind ->
        [person] Add person
       *[tag] Add tag
    }
form-choose-photo = Choose a picture
form-photo-hint = Or drop or paste one here.
form-remove-photo = Remove the picture

## A new record

new-person = New person
new-organization = New organization
new-task = New task
new-interaction = What happened
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
count-relation = { $count ->
    [one] { $count } connection
   *[other] { $count } connections
  }
connections = Connections
connections-none = No connections yet.
connections-add = Add a connection
connections-edit = Change the connection
connections-with = With
connections-own-role = { $name } is: { $role }
connections-since = since { $date }
connections-until = until { $date }
connections-between = { $from } – { $to }
connections-brought = Brought { $count }
connections-deleted = Connection with { $name } deleted
connections-edit-named = Change the connection with { $name }
connections-delete-named = Delete the connection with { $name }
former-left = { $name } has left { $organization }.
former-keep = Keep the former position in the job history
former-kept = The former position of { $name } is in the job history.
timeline = Timeline
timeline-none = Nothing has happened yet.
timeline-none-such = Nothing of this kind.
timeline-new = What happened
timeline-log = Log
timeline-edit = Change the entry
timeline-delete = Delete the entry
timeline-deleted = Entry deleted
timeline-only = Show
timeline-all = Everything
timeline-contacts = Contacts
timeline-steps = Steps
timeline-more = Show more ({ $count })
timeline-entered = { $field }: { $stage }
timeline-entered-other = { $name }: { $field } { $stage }
timeline-closed = { $name }: { $outcome }
record-history = History
record-history-none = Nothing has happened yet.
record-history-undo = Undo this change
record-history-edit = Changed
record-history-undo-all = Undo this change of { $count }
record-nothing = nothing
record-added = Added { $date }
record-changed = Changed { $date }
record-delete = Delete

## Deals: the board, how they end, what comes of them

new-deal = New deal
new-project = New project
board = Board
board-table = Table
board-open = { $count ->
    [one] { $count } open deal
   *[other] { $count } open deals
  }
board-weighted = weighted { $value }
board-keys = Arrows go from card to card. Space picks a card up, and then arrows move it to another stage. Enter opens, W wins, L loses, N adds a deal to the stage.
board-add-in = Add a deal to “{ $name }”
board-new-name = Name of the deal
board-empty-lead = A deal is something that you may sell. Here each one stands in the stage that it has come to.
board-add-first = Add the first deal
board-make-pipeline = Make the usual stages
board-no-stages = This pipeline has no stages yet. They are made in the settings:
board-expected = Closing: { $when }
board-no-task = Nothing planned
board-rotting = { $count ->
    [one] Stands still, 1 day in this stage
   *[other] Stands still, { $count } days in this stage
  }
board-picked-up = { $name } is picked up in { $stage }. Arrows move it, Space puts it down, Escape puts it back.
board-moved = { $name } is in { $stage } now.
board-put-down = { $name } is put down.
usual-pipeline = Sales
usual-stage-new = New
usual-stage-contacted = Contacted
usual-stage-needs = Needs known
usual-stage-offer = Offer made
usual-stage-negotiation = Negotiation
deal-win = Won
deal-win-named = Win { $name }
deal-lose = Lost
deal-lose-named = Lose { $name }
deal-lose-title = { $name }: lost
deal-reopen = Reopen
convert = Convert
convert-title = Make a deal of this person
convert-person = { $name } stays, with everything that happened.
convert-organization = { $name } belongs to { $organization }.
convert-organization-new = { $organization } is added, and { $name } belongs to it.
convert-deal = The deal “{ $name }” begins in { $stage }.
deal-was-won = Won: { $name }
deal-was-lost = Lost: { $name }
deal-was-reopened = Open again: { $name }
deal-was-moved = Moved { $name }
pipelines-lead = The stages that a deal goes through, how many of a hundred deals are won from each, and after how many days without anything happening one is pointed out.
pipelines-new = Name of the pipeline
pipelines-add = Add pipeline
pipelines-new-stage = Name of the stage
pipelines-add-stage = Add stage
pipelines-percent = Won, %
pipelines-rots = Still after … days
pipelines-into = There are deals in it. They go to
pipelines-nowhere = There are deals in it, and no other stage for them to go to. Make one first.

## Spreadsheets

csv-bring = Bring in
csv-column = Column
csv-goes = Goes to
csv-goes-of = Where { $name } goes
csv-samples = For example
csv-encoding = Encoding
csv-delimiter = Between cells
csv-comma = comma
csv-semicolon = semicolon
csv-tab = tab
csv-bar = vertical bar
csv-days = Order of day and month
csv-days-unknown = Order not clear
csv-days-day = Day first
csv-days-month = Month first
csv-decimal = Decimals
csv-decimal-unknown = Decimals not clear
csv-decimal-point = 1,234.5
csv-decimal-comma = 1.234,5
csv-joins = Where another column goes there too
csv-joins-blank = Only if that one is blank
csv-joins-behind = Behind what that one says
csv-new-field = New field…
csv-changed = Last changed
csv-line = Line { $line }
quick = In one line
quick-example = Ada Lovelace, ada@x.org, +44 20 7946 0000, @Engine Ltd #vip // met at the fair
quick-save = Add
quick-known = All of it is here already
command-quick-entry = Add a person in one line
imports = Imports
imports-show = Show
imports-aside = Save rows set aside
imports-aside-name = set aside
imports-reason = Reason
imports-take-back = Take back
csv-as-before = Columns as for { $name }, { $date }.
import-by = The same person if it has the same
import-by-usual = e-mail; without one, name and phone
import-by-email = e-mail
import-by-phone = phone
import-by-name = name and organization
import-by-nothing = nothing: each row is somebody new
import-meeting = Who is here already
import-meeting-fill = gets what is blank filled
import-meeting-overwrite = gets what the file says
import-meeting-newer = gets what the file says where it is newer
import-meeting-skip = stays as is
import-meeting-add = is added a second time
import-phones = Phones without a country code are from
import-phones-none = nowhere: they stay as written
fixed = Everybody in the file gets
fixed-choose = Choose a field…
fixed-guide = Where the file says nothing about them. Tags are added to those of the file.
fixed-remove = Not { $name }
import-people = New people
import-organizations = New organizations
import-tags = New tags
import-notes = Notes
import-adding = Rows that add to people here
import-same = Rows known already
import-joined = Rows about the same as another
import-left = Rows whose people stay as they are
import-aside = Rows set aside
import-blank = Blank rows
encoding-unicode = Unicode
encoding-western = Western European
encoding-central-european = Central European
encoding-turkish = Turkish
encoding-baltic = Baltic
encoding-vietnamese = Vietnamese
encoding-cyrillic = Cyrillic
encoding-greek = Greek
encoding-hebrew = Hebrew
encoding-arabic = Arabic and Persian
encoding-thai = Thai
encoding-japanese = Japanese
encoding-chinese = Chinese
encoding-korean = Korean
csv-problems =
    { $count ->
        [one] { $count } row to look at
       *[other] { $count } rows to look at
    }
csv-problems-lead = No text is lost: what a field does not take is kept in a note about the person.
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
csv-part-block = in one piece, to be taken apart
csv-ambiguous-day = The order of day and month cannot be told.
csv-ambiguous-number = The comma or point may stand before decimals or thousands.
csv-no-column = There is no column for this cell.
csv-moved = Goes to { $field } instead.
csv-differs = { $field } has another value here, which stays.
csv-no-record = { $field }: nothing here is called “{ $name }”, so the row comes in without it.
csv-set-aside = Neither a name nor an e-mail address nor a phone number: left out.
csv-about-nobody = What stands here is about nobody: left out.
csv-binary = This is not a table in text form.
csv-empty = There is nothing in this file.
csv-too-many-columns = Line { $line } has more than { $most } columns.
csv-too-many-rows = More than { $most } rows.
csv-long-cell = Line { $line }, column { $column }: longer than { $most } characters.
workbook-sheet = Sheet
workbook-not = This is neither a table nor a workbook.
workbook-other-form = Files of the form { $form } cannot be read. Save it as XLSX or CSV in your spreadsheet program, and bring that in.
workbook-locked = This workbook opens with a password only. Save it without one, and bring that in.
workbook-too-large = Unpacked, this workbook is too large.
workbook-zip64 = This workbook is packed in the form for files of more than 4 GB (ZIP64), which cannot be read. Save it anew in your spreadsheet program, or as CSV, and bring that in.
workbook-damaged = This workbook is damaged. Open it in your spreadsheet program, save it anew, and bring that in.
card-encoding = The encoding is not known; the text is kept as it stands.
card-elsewhere = The picture is on the web and is not fetched; its address is kept in a note.
card-large-picture = The picture is larger than { $most }: left out.
card-left-out = An embedded file that no field takes: left out.
card-breaks-off = The file breaks off here. It may not have been saved to its end.
card-group = A list of contacts and no contact: left out.
card-too-many = More than { $most } cards.
card-too-deep = On line { $line } cards stand within cards, deeper than { $most } levels.
card-too-many-properties = The card on line { $line } has more than { $most } entries.
card-long-value = Line { $line } is longer than { $most }.

## Filters

filter-bar = Filter as text
filter-bar-hint = tag:vip lifecycle:customer -has:emails
filter-add = Condition
filter-add-group = Group
filter-remove = Remove
filter-which = How many must hold
filter-all = All of these
filter-any = Any of these
filter-none = None of these
filter-field = Field
filter-operator = Operator
filter-value = Value
filter-day = on a day
filter-words = Any word
filter-segment = Segment
filter-import = Import
filter-quoted = “{ $text }”
filter-slips-allowed = Slips forgiven
filter-slips = “{ $text }” ({ $count ->
    [0] no slip
    [one] 1 slip at most
   *[other] { $count } slips at most
  })
filter-whatever = anything
filter-step = { $from } to { $to }
filter-range = { $from } to { $to }
filter-compare = Compare
related-people = People
related-people-referred-by = People brought
related-interactions = Timeline
related-interactions-person = Timeline: chiefly with them
related-interactions-also-with = Timeline: also with them
related-deals = Deals
related-projects = Projects
related-tasks = Tasks
related-relations = Connections
related-relations-other = Connections of others with them
related-stages = Stages
related-pipelines = Pipelines
related-organizations = Organizations
related-tags = Tags
related-segments = Segments
related-own = { $records } ({ $field })

operator-filled = is filled
  .not = is empty
  .help = There is a value, whatever it is. The opposite finds the records that have none.
operator-contains = contains
  .not = does not contain
  .help = One of the texts stands somewhere in the value.
operator-is = is
  .not = is not
  .help = The whole value is one of the texts. Where there are several values, such as e-mail addresses, one of them is enough.
operator-starts = starts with
  .not = does not start with
  .help = The value begins with one of the texts.
operator-ends = ends with
  .not = does not end with
  .help = The value ends with one of the texts.
operator-matches = matches the pattern
  .not = does not match the pattern
  .help = The regular expression is found somewhere in the value; ^ and $ stand for its beginning and its end. Case does not count unless the expression begins with (?-i).
operator-similar = is similar to
  .not = is not similar to
  .help = The value, or as many of its words as are asked for, is this text but for so many slips, none to nine: a letter too much, too few, wrong, or swapped with its neighbour. Without a number one is forgiven.
operator-longer = is longer than
  .not = is not longer than
  .help = The value has more characters than this.
operator-shorter = is shorter than
  .not = is not shorter than
  .help = The value has fewer characters than this. An empty field is not shorter; it is empty.
operator-equal = is
  .not = is not
  .help = The number is one of these. Amounts are compared as they stand, whatever their currency.
operator-less = is less than
  .not = is not less than
  .help = The number is lower than this. An empty field is not 0.
operator-at-most = is at most
  .not = is not at most
  .help = The number is this or lower.
operator-more = is more than
  .not = is not more than
  .help = The number is higher than this.
operator-at-least = is at least
  .not = is not at least
  .help = The number is this or higher.
operator-between = is between
  .not = is not between
  .help = From the one number to the other, both included.
operator-top = is among the highest
  .not = is not among the highest
  .help = Among the highest of all records of the type that have a number: so many of them, or so many in a hundred. Who shares the last place is in.
operator-bottom = is among the lowest
  .not = is not among the lowest
  .help = Among the lowest of all records of the type that have a number: so many of them, or so many in a hundred. Who shares the last place is in.
operator-on = is on
  .not = is not on
  .help = Within the day, month, year or period. A value that is a month or a year must lie in it as a whole. A moment belongs to the day that your clock shows.
operator-before = is before
  .not = is not before
  .help = Before the first of these days.
operator-not-after = is on or before
  .not = is not on or before
  .help = On the last of these days, or before.
operator-after = is after
  .not = is not after
  .help = After the last of these days.
operator-not-before = is on or after
  .not = is not on or after
  .help = On the first of these days, or later.
operator-between-days = is between the days
  .not = is not between the days
  .help = From the first day of the one to the last day of the other.
operator-in-last = is within the last
  .not = is not within the last
  .help = Not longer ago than this, and not later than today: d for days, w for weeks, m for months, q for quarters, y for years.
operator-older = is longer ago than
  .not = is not longer ago than
  .help = Longer ago than this. What is empty is not long ago; the opposite of “<” finds both.
operator-in-next = is within the next
  .not = is not within the next
  .help = Today or later, and not later than so long from now.
operator-further = is further away than
  .not = is not further away than
  .help = Later than so long from now.
operator-weekday = is on a
  .not = is not on a
  .help = On one of these days of the week. A month, a year and a day without a year are on none.
operator-in-month = is in
  .not = is not in
  .help = In one of these months, of any year. Where the month is not known, it is in none.
operator-anniversary = comes round within
  .not = does not come round within
  .help = Its month and day come round between today and so long from now. The 29th of February comes round on the 28th in years that have no 29th.
operator-any-of = is any of
  .not = is none of
  .help = It is one of these, or has one of them.
operator-all-of = has all of
  .not = lacks some of
  .help = It has all of these, and may have others.
operator-exactly = is exactly
  .not = is not exactly
  .help = It has all of these and no others.
operator-is-flag = is
  .not = is not
  .help = It is yes, or it is no. What was never filled in is neither.
operator-any-related = has one where
  .not = has none where
  .help = At least one of the related records is so. The opposite also finds the records that have none.
operator-every-related = has only such where
  .not = has others than where
  .help = There are related records, and each is so. Where there are none it does not hold.
operator-count-related = number where
  .not = number is another where
  .help = So many of the related records are so. None are 0: “= 0” and “< 1” find the records that have none.
operator-was = was ever
  .not = was never
  .help = It was one of these at any time, or is so now; also where it is empty by now. What was undone never was.
operator-changed = changed within the last
  .not = did not change within the last
  .help = It was entered, changed or emptied within so long.
operator-went = went from
  .not = never went from
  .help = It went from one of these to one of those at any time. “*” stands for whatever, also for nothing.
operator-held = unchanged for longer than
  .not = not unchanged for longer than
  .help = It is there, and has been as it is for longer than this. Where nothing was changed, since the record was made.
operator-in-segment = includes it:
  .not = does not include it:
  .help = One of these segments has the record. A segment that is gone has none.
operator-in-import = brought it:
  .not = did not bring it:
  .help = One of these imports made or changed the record. An import that was undone brought nothing.

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
period-last-day = yesterday
period-this-day = today
period-next-day = tomorrow
period-so-far-day = today so far
period-last-week = last week
period-this-week = this week
period-next-week = next week
period-so-far-week = this week so far
period-last-month = last month
period-this-month = this month
period-next-month = next month
period-so-far-month = this month so far
period-last-quarter = last quarter
period-this-quarter = this quarter
period-next-quarter = next quarter
period-so-far-quarter = this quarter so far
period-last-year = last year
period-this-year = this year
period-next-year = next year
period-so-far-year = this year so far
period-last-fiscal-quarter = last fiscal quarter
period-this-fiscal-quarter = this fiscal quarter
period-next-fiscal-quarter = next fiscal quarter
period-so-far-fiscal-quarter = this fiscal quarter so far
period-last-fiscal-year = last fiscal year
period-this-fiscal-year = this fiscal year
period-next-fiscal-year = next fiscal year
period-so-far-fiscal-year = this fiscal year so far
unit-day = days
unit-week = weeks
unit-month = months
unit-quarter = quarters
unit-year = years
span-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
span-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  }
span-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
  }
span-quarter = { $count ->
    [one] { $count } quarter
   *[other] { $count } quarters
  }
span-year = { $count ->
    [one] { $count } year
   *[other] { $count } years
  }

expected-field = There is no field “{ $text }”.
expected-field-name = The name of a field belongs here.
expected-operator = { $text } has no such operator.
expected-choice = { $text } has no such choice.
expected-tag = There is no tag of this name.
expected-segment = There is no segment of this name.
expected-record = No record has this name, or several do.
expected-comparable = This field cannot be compared with the first.
expected-condition = Something is missing before or after this.
expected-parenthesis = This parenthesis is not closed.
expected-quotation = This quotation mark is not closed.
expected-shallower = There are too many groups within groups.
expected-pattern = This is not a regular expression.
expected-text = A text belongs here. One with spaces stands in quotation marks.
expected-count = A whole number belongs here.
expected-number = A number belongs here, such as 12.5.
expected-range = Two numbers belong here, such as 10..20.
expected-share = A count or a share belongs here, such as 10 or 5%.
expected-when = A day belongs here, such as 2026-03-09, 2026-03, today or last-month.
expected-whens = Two days belong here, such as 2026-01-01..2026-03-31.
expected-ago = A length of time belongs here, such as 30d, 2w, 6m or 1y.
expected-ahead = A length of time belongs here, such as +30d or +2w.
expected-weekdays = Days of the week belong here, such as mon,tue.
expected-months = Months belong here, such as 3 or mar.
expected-flag = It is yes or no.
expected-members = One or several values belong here, with commas between them.
expected-group = Conditions in parentheses belong here.
expected-step = Two values belong here with “to” between them, such as lead to customer.

## Segments

why-in = Why is this record here?
why-out = Why is this record not in the list?
why-holds = holds
why-fails = does not hold
starter-not-contacted = Customers not contacted in 60 days
starter-birthdays = Birthday in the next 2 weeks
starter-no-email = Customers without e-mail
starter-new = Added in the last 30 days
list-take-off = Take off { $name }

## Fields of one’s own

history-repair = Cleared what pointed to records that are not there
history-convert = Changed the kind of { $what }
history-rename = Renamed choices of { $what }
problem-field-exists = There is a field with this name already.
problem-in-use = There are deals in this stage. Say where they go first.
fault-money = “{ $value }” is not an amount such as 12.50 EUR.
field-label = Name
field-defines = Name in files
field-defined-on = For
field-kind = Kind
field-choices = Choices
field-data-kind = Group
field-definition = Definition
field-convention = How to fill it in
field-place = Place
field-off = Switched off
field-currency = Currency
guide-label = Short, and unlike the others; it may change later.
guide-defines = Made by Rapport and never changed, so that files stay readable.
guide-defined-on = Which type of record has the field.
guide-kind = What is filled in; a change shows first what would not fit.
guide-choices = Few and clear; the order here is the order when sorting.
guide-data-kind = Identity tells who it is, description is fact, their words are opinion, figures are counted.
guide-definition = What the field means, in one sentence. The form shows it.
guide-convention = An example or a rule, so that everyone writes it alike.
guide-place = Where it stands among the fields.
guide-off = A field that is switched off is not shown; what it holds is kept.
guide-currency = For money that is typed without one: EUR, USD, GBP.
fields-choices-added = Choices of your own
fields-choice-new = New choice
fields-choice-add = Add choice
fields-choice-label = Name of the choice
fields-choice-merge = Merge { $name } into another choice
fields-choice-merge-into = Merge into…
fields-choice-suggest = Take them from what is filled in
fields-conversion =
    { $lost ->
        [one] { $kept } values stay, one does not fit and would be cleared: { $examples }
       *[other] { $kept } values stay, { $lost } do not fit and would be cleared, such as: { $examples }
    }

## Help

command-palette = Find or do anything
command-help = Show the keys
command-search = Search
command-undo = Undo
command-redo = Redo
command-add-person = Add person
command-add-organization = Add organization
command-add-deal = Add deal
command-add-project = Add project
command-add-task = Add task
command-go-home = Go home
command-go-people = Go to people
command-go-organizations = Go to organizations
command-go-deals = Go to deals
command-go-projects = Go to projects
command-go-tasks = Go to tasks
command-go-interactions = Go to the timeline of all
command-go-calendar = Go to the calendar
command-go-tags = Go to tags
command-go-transfer = Go to import & export
command-go-history = Go to history
command-go-settings = Go to settings
command-go-your-data = Go to your data
command-save-backup = Export everything as JSON
command-import-file = Import a file
command-lock-now = Lock now
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
command-note = Log what happened
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
segments-edit = Edit the segment
segments-edit-of = Edit the segment { $name }
command-go-segments = Go to segments
command-filter-help = How to write filters
command-filter = Filter what is shown
command-arrange = Order, group and keep the list as a view

## Views

arrange-sort = Order by
arrange-direction = Direction
arrange-ascending = ascending
arrange-descending = descending
arrange-add-sort = Then by
arrange-remove = Remove
arrange-group = Group by
arrange-no-group = Not grouped
arrange-fold-all = Fold all
arrange-unfold-all = Unfold all
arrange-totals = Totals
arrange-total = Total
arrange-add-total = Add a total
total-filled = Filled
total-empty = Empty
total-sum = Sum
total-average = Average
total-least = Least
total-greatest = Greatest
total-earliest = Earliest
total-latest = Latest
group-none = Without a value
views = Views
views-name = Name of a view
views-save = Save as view
views-saved = View saved
views-pin = Show the view { $name } at the side
views-rename = Rename the view { $name }
views-delete = Delete the view { $name }

## What is done to all that is selected

bulk-change = Change…
bulk-change-title = Change { $what }
bulk-delete-title = Delete { $what }?
bulk-act = What to do
bulk-act-set = Set a field
bulk-act-clear = Clear a field
bulk-act-add-tags = Add tags
bulk-act-remove-tags = Remove tags
bulk-act-add-choices = Add choices
bulk-act-remove-choices = Remove choices
bulk-act-note = Write a note about each
bulk-preview = What will change
bulk-preview-empty = What will change stands here once something is entered.
bulk-changed = Will change
bulk-same = Are so already and stay untouched
bulk-losing = Lose what they hold now
bulk-nameless = Would have no name and stay untouched
bulk-deleted = Will be deleted
bulk-notes = Events that go with them
bulk-relations = Connections that go with them
bulk-pointing = Others that point to them and will not
bulk-nothing = There was nothing to change.
history-set = { $what } changed for { $count }
history-clear = { $what } cleared for { $count }
work-going-on = Working…
work-storing = Saving…
work-storing-late = The browser has not confirmed it yet. Until then it is not saved: leave this page open.
work-cancelled = Cancelled. Nothing has been changed.

## Taking home what a list finds

bulk-export = Export…
command-export = Export what is selected or found
export-title = Export
export-profile = Profile
export-profile-none = None
export-profile-name = Name of a profile
export-profile-save = Save as profile
export-profile-saved = Profile saved
export-profile-rename = Rename the profile { $name }
export-profile-delete = Delete the profile { $name }
export-what = What
export-selected = Selected: { $what }
export-found = All that is found: { $what }
export-format = As
export-format-csv = Table (CSV)
export-format-vcard = vCard 3.0, for address books
export-format-newer-vcard = vCard 4.0
export-format-json = Records for another Rapport (JSON)
export-format-list = Printed list
export-format-labels = Printed address labels
export-format-mail = E-mail to all
export-json-lead = The organizations, tags and fields that they point to go along. Import & export adds them to another workspace.
export-preset = For
export-preset-excel = Excel
export-preset-libreoffice = LibreOffice
export-preset-plain = Other programs, every cell exactly as it is
export-columns = Columns
export-columns-list = Those of the list
export-columns-all = All fields
export-mask-of = How much of { $field } goes out
export-mask-open = As it is
export-mask-blurred = Blurred
export-print = Print
export-print-most = The first { $count } are printed.
export-labels-lead = 24 labels of 70 × 37 mm on a sheet of A4. Print without margins and in original size.
export-labels-without = Without a postal address: { $what }.
export-mail-count =
    { $count ->
        [one] One address.
       *[other] { $count } addresses.
    }
export-mail-without = Without an e-mail address: { $what }.
export-mail-lead = A link opens your mail program with the addresses as blind copies. A link holds only so many, so that there may be several.
export-mail-write = Write
export-mail-part = Part { $nth } of { $of }
export-copy = Copy addresses
export-copied = Addresses copied
export-not-copied = The browser could not copy: { $words }

## Tasks

task = Task
task-title = What is to be done
task-links-open = Open
task-edit = Change the task
task-more = More…
task-today = Today
task-tomorrow = Tomorrow
task-next-week = Next week
task-someday = Someday
task-put-off = Put off
task-pick-day = Put off to the day
task-pick = Put off
task-done-log = Done, and log it…
task-important = Important
task-steps = { $done } of { $all } steps
task-step = Step
task-step-add = Add step
items-name = Item
items-quantity = How many
items-price = Price of one
items-counted = × { $quantity }
items-priced = { $quantity } × { $price } = { $sum }
items-add = Add item
items-remove = Remove item
items-total = Total
task-step-remove = Remove the step
task-step-done = Done: { $step }
task-moved = { $what }: { $day }
task-reopened = Open again: { $what }
repeat-never = Does not repeat
repeat-period-daily = Daily
repeat-period-workdays = On weekdays, Monday to Friday
repeat-period-weekly = Weekly
repeat-period-monthly = Monthly
repeat-period-yearly = Yearly
repeat-every = Every
repeat-unit-daily =
    { $count ->
        [one] day
       *[other] days
    }
repeat-unit-workdays = weekdays
repeat-unit-weekly =
    { $count ->
        [one] week
       *[other] weeks
    }
repeat-unit-monthly =
    { $count ->
        [one] month
       *[other] months
    }
repeat-unit-yearly =
    { $count ->
        [one] year
       *[other] years
    }
repeat-weekdays = On these days
repeat-month-day = On which day of the month
repeat-end = When it ends
repeat-end-never = Without end
repeat-end-until = Until
repeat-end-count = So many times
repeat-end-times = How many times
repeat-daily =
    { $every ->
        [1] every day
       *[other] every { $every } days
    }
repeat-workdays = every weekday
repeat-weekly =
    { $every ->
        [1] every week
       *[other] every { $every } weeks
    }
repeat-monthly =
    { $every ->
        [1] every month
       *[other] every { $every } months
    }
repeat-yearly =
    { $every ->
        [1] every year
       *[other] every { $every } years
    }
repeat-on = { $period } on { $days }
repeat-date = day { $date }
repeat-last-date = the last day
repeat-nth =
    { $nth ->
        [1] the first { $day }
        [2] the second { $day }
        [3] the third { $day }
        [4] the fourth { $day }
       *[5] the fifth { $day }
    }
repeat-last = the last { $day }
repeat-until = { $rule } until { $date }
repeat-count =
    { $count ->
        [1] { $rule }, once
       *[other] { $rule }, { $count } times
    }

## The home page

home-arrange = Arrange
home-all-hidden = All cards are hidden. Arrange brings them back.
home-all = Show all { $count }
home-up = Move up: { $name }
home-down = Move down: { $name }
home-shown = Show: { $name }
home-due = To do
home-due-none = Nothing is due. Enjoy the quiet.
home-back = Get back to
home-back-none = Nobody is waiting to hear from you.
home-log-of = Log with { $name }
home-birthdays = Birthdays
home-birthdays-none = No birthdays in the next two weeks.
home-turns = { $day }: turns { $age }
home-still = Deals that stand still
home-still-none = Every deal is on the move.
home-still-since =
    { $count ->
        [one] { $stage }, for { $count } day
       *[other] { $stage }, for { $count } days
    }
home-touched = Changed last
home-touched-none = Nothing has been added yet.
home-backup = Backup
home-backup-save = Make a backup
home-backup-quiet = Everything lives in this browser only. { $last }
home-backup-later = Later
home-backup-mark = A backup is due
home-counts = In numbers
home-open-deals =
    { $count ->
        [0] No open deals
        [one] { $count } open deal: { $worth }
       *[other] { $count } open deals: { $worth }
    }
home-open-tasks =
    { $count ->
        [one] { $count } open task
       *[other] { $count } open tasks
    }

## The calendar

calendar-month = Month
calendar-week = Week
calendar-agenda = Agenda
calendar-spans = How much is shown
calendar-previous = Before
calendar-next = After
calendar-export = Save as .ics
calendar-export-lead = Open tasks with alarms, birthdays and days to get back to people, for other calendars.
calendar-nothing = There is nothing in the calendar yet.
calendar-birthday-of = Birthday: { $name }
calendar-back-to = Get back to { $name }
calendar-day =
    { $count ->
        [0] { $day }
        [one] { $day }, { $count } entry
       *[other] { $day }, { $count } entries
    }
calendar-found =
    { $count ->
        [0] No task of these days matches.
        [one] { $count } task of these days matches.
       *[other] { $count } tasks of these days match.
    } Deals, birthdays and days to get back to people are left out while you search or filter tasks.
calendar-more = { $count } more
calendar-day-none = Nothing on this day.
calendar-days-none = Nothing in these days.
calendar-kind-task = Task
calendar-kind-again = Comes round
calendar-kind-close = Expected close
calendar-kind-birthday = Birthday
calendar-kind-back = Get back

## Your data

your-data = Your data
settings-your-data = Where it is and what goes out
your-data-where = Where it is
your-data-place = Everything is on this device, in what this browser keeps for { $address }. Nobody else has a copy, unless you have made one.
your-data-unused = Safari removes what a site has stored when it was not opened for seven days, unless it was added to the home screen or the Dock.
your-data-network = What goes out
your-data-network-lead = Rapport asks only for its own files. The browser counts along:
your-data-own = { $count ->
    [one] { $count } request for a file of the app, since it was opened
   *[other] { $count } requests for files of the app, since it was opened
  }
your-data-others = { $count ->
    [one] { $count } request to anybody else
   *[other] { $count } requests to anybody else
  }
your-data-since = { $count ->
    [one] { $count } request of any kind since the page was closed
   *[other] { $count } requests of any kind since the page was closed
  }
your-data-closed = The page is closed: the browser refuses whatever it would ask of any network, the app’s own host included, until it is loaded again.
your-data-open = The page closes as soon as all parts of the app are here.
your-data-requests = All requests
your-data-policies = The policies in force
your-data-offline = Without a network
your-data-kept = The app itself is kept on this device, too, in version { $version }. It opens without a network.
your-data-not-kept = The app is not kept on this device, so it needs the network to open. Private windows and addresses without https do not allow it.
your-data-check = Check its files
your-data-whole = All { $files } files are what they were built as.
your-data-damaged = { $count ->
    [one] { $count } file is damaged and could not be fetched anew. It is tried again when the app is opened with a network.
   *[other] { $count } files are damaged and could not be fetched anew. It is tried again when the app is opened with a network.
  }
check = Is all of it whole?
check-lead = Looks at every stored value, at the whole history, and at who points to whom, and opens the workspace once more from disk to compare it with what you see.
check-everything = Check everything
check-going-on = Checking…
check-values = { $count ->
    [one] { $count } stored value was compared with its checksum.
   *[other] { $count } stored values were compared with their checksums.
  }
check-clean = All is as it was written, and what you see is what is on disk.
check-pages = { $count ->
    [one] { $count } value of the records was damaged. It is being written anew from what you see; nothing is lost.
   *[other] { $count } values of the records were damaged. They are being written anew from what you see; nothing is lost.
  }
check-changes = { $count ->
    [one] { $count } part of the history is damaged or missing. The records are not touched by that, but what happened then cannot be told or undone.
   *[other] { $count } parts of the history are damaged or missing. The records are not touched by that, but what happened then cannot be told or undone.
  }
check-different = { $count ->
    [one] { $count } record is another one on disk than on the screen. Save a backup now, then load the page again.
   *[other] { $count } records are others on disk than on the screen. Save a backup now, then load the page again.
  }
check-lost-links = { $count ->
    [one] { $count } record points to one that is not there.
   *[other] { $count } records point to ones that are not there.
  }
check-repair = Clear what points to nothing
retention = The history
retention-extent = { $count ->
    [one] One change since { $date }, { $size }.
   *[other] { $count } changes since { $date }, { $size }.
}
retention-keep = Keep the history
retention-all = For ever
retention-two-years = For two years
retention-year = For a year
retention-quarter = For 90 days
retention-guide = Older changes can then be neither seen nor undone; all records stay as they are. That happens whenever Rapport starts; the newest { $count } changes always stay. Filters that ask what was once know no more than the history does.
retention-now = Let go of what is older now
retention-gone = { $count ->
    [0] No change is that old
    [one] One change was let go
   *[other] { $count } changes were let go
}
retention-damaged = Part of the history cannot be read, so it is left as it is. “Check everything” says more.
reminders = Reminders
reminders-want = Notify me when the time of a task comes
reminders-lead = As long as Rapport is open, in any tab. The icon of the installed app shows how many tasks are due.
reminders-denied = The browser does not allow notifications for this page. They are allowed again in its settings for this site.
reminders-unavailable = This browser has no notifications.
reminder-due = { $what } is due
newer-version = A new version of Rapport is here. It waits until you take it.
newer-version-take = Use it now
newer-version-later = Later

## Lock

lock-title = Lock
lock-lead = With a passphrase everything that is saved on this device is encrypted. Without it, Rapport opens for nobody: it is asked for whenever the app is opened, after a while without you, and when the computer has slept.
lock-lost-warning = Whoever has neither the passphrase nor the recovery key can read nothing of it: not you, not anyone else. Both are kept nowhere and cannot be reset. Only a backup brings your records back.
lock-traces = What was saved before may leave traces on the disk for a while. To leave none, take a backup, clear this site’s data in the browser, begin anew with a passphrase, and bring the backup in.
lock-new = New passphrase
lock-current = Passphrase that holds now
lock-too-short = At least { $least } characters.
lock-length-short = Too short.
lock-length-fair = It will do. More words are better.
lock-length-good = Long enough.
lock-continue = Continue
lock-back = Back
lock-protect = Protect what I begin now
lock-protected = What you begin now is protected with your passphrase.
lock-unavailable = This browser cannot encrypt here. It needs a page from https or from this computer itself.
lock-recovery-want = Make a recovery key as well, which opens everything when the passphrase is lost
lock-recovery-yours = Your recovery key
lock-recovery-keep = Print it or write it down, and keep it where you keep papers. It opens everything here, and it is shown only now.
lock-recovery-use = It opens Rapport in the browser where it was made, when the passphrase is lost: on the lock screen, under “Use the recovery key”.
lock-recovery-print = Print
lock-recovery-copy = Copy
lock-recovery-copied = Copied. Whatever you paste it into keeps it.
lock-recovery-has = There is a recovery key. A new one takes its place.
lock-recovery-has-none = There is no recovery key.
lock-recovery-renew = Make a new recovery key
lock-recovery-remove = Remove the recovery key
lock-recovery-removed = The recovery key opens nothing any more.
passkey = Passkey
passkey-lead = With a passkey, a fingerprint, face or PIN of this device opens Rapport in this browser. Your passphrase keeps opening it too.
passkey-has = There is a passkey. A new one takes its place.
passkey-has-none = There is no passkey.
passkey-add = Make a passkey
passkey-added = The passkey opens Rapport from now on.
passkey-remove = Remove the passkey
passkey-removed = The passkey opens nothing any more. You may delete it where your device keeps its passkeys.
passkey-cancelled = The passkey was not used: it was called off, or it took too long.
passkey-no-secret = The passkeys of this device or browser give no key that Rapport could be opened with. Use your passphrase.
lock-turn-on = Turn the passphrase on
lock-turned-on = Everything on this device is encrypted now.
lock-is-on = Everything on this device is encrypted with your passphrase.
lock-now = Lock now
lock-minutes = Lock when I am away
lock-minutes-count =
    { $count ->
        [one] After one minute
       *[other] After { $count } minutes
    }
lock-minutes-never = Only when the computer sleeps
lock-change = Change the passphrase
lock-changed = The new passphrase holds from now on.
lock-turn-off = Turn the passphrase off
lock-turn-off-lead = Everything is saved without encryption again, and Rapport opens for whoever uses this browser.
lock-turned-off = Nothing on this device is encrypted any more.
lock-wrong = That passphrase does not open it.
lock-wrong-recovery = That recovery key does not open it.
lock-damaged = What the passphrase opens is damaged, and so is the second copy of it. Only a backup brings the records back.
lock-too-much-work = What is stored asks for more work than this version of Rapport does.
locked-title = Rapport is locked
locked-lead = Enter your passphrase to open it.
locked-open = Unlock
locked-recovery = Recovery key
locked-use-recovery = Use the recovery key
locked-use-passphrase = Use the passphrase
locked-use-passkey = Use the passkey
locked-lost = The passphrase is lost
locked-lost-lead = If you have a backup, erase what is here, begin anew and bring the backup in.
