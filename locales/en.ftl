# English.
# `what`, `name` and `value` are texts of the person's own; counts come as numbers.

## The frame

skip-to-page = Skip to the page
navigation = Navigation
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
list-sort-by = Sort by { $field }

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
problem-nothing-left = There is nothing to do.
problem-replaced = Another tab has begun a new workspace. Reload to see it.
problem-unreadable = This tab cannot read what another one has written. Reload to repair it.
fault-email = “{ $value }” is not an e-mail address.
fault-phone = “{ $value }” is not a phone number.
fault-link = “{ $value }” is not a web address.
fault-day = “{ $value }” is not a date such as 1987-03-09 or --03-09.
fault-number = “{ $value }” is not a number.
fault-choice = “{ $value }” is not one of the choices.
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
boot-rolled-back = The browser’s database is older than it should be: { $changes } changes are missing.

## Values

value-yes = Yes
value-no = No
value-picture = Picture
value-gone = (deleted)
