# فارسی.

## The frame

skip-to-page = رفتن به صفحه
navigation = پیمایش
nav-people = افراد
nav-organizations = سازمان‌ها
nav-tags = برچسب‌ها
nav-transfer = ورود و خروج
nav-history = تاریخچه
nav-settings = تنظیمات
undo = واگرد
redo = انجام دوباره
undone = واگرد شد: { $what }
redone = دوباره انجام شد: { $what }
close = بستن
cancel = انصراف
save = ذخیره
reload = بارگذاری دوباره
understood = متوجه شدم
list-comma = {"، "}
not-found = در این نشانی چیزی نیست
stale-tab = زبانهٔ دیگری فضای کار را طوری تغییر داده که این زبانه نمی‌تواند دنبال کند. برای ادامه دوباره بارگذاری کنید.
demo-notice = این فضای کار نمایشی است. همهٔ افراد آن ساختگی‌اند.
demo-remove = حذف دادهٔ نمایشی
kind-workspace = فضای کار
kind-tag = برچسب‌ها
kind-organization = سازمان‌ها
kind-person = افراد
kind-note = یادداشت‌ها
count-workspace = { $count } فضای کار
count-tag = { $count } برچسب
count-organization = { $count } سازمان
count-person = { $count } نفر
count-note = { $count } یادداشت

## The list

list-search = جستجو
list-search-people = جستجوی افراد
list-search-organizations = جستجوی سازمان‌ها
list-add-person = افزودن فرد
list-add-organization = افزودن سازمان
list-filter = پالایه
list-columns = ستون‌ها
list-clear = پاک کردن پالایه‌ها
list-found = { $shown } از { $all }
list-empty-person = هنوز کسی نیست
list-empty-organization = هنوز سازمانی نیست
list-empty-lead = اولین را اضافه کنید یا پرونده‌ای وارد کنید.
list-nothing-found = چیزی پیدا نشد
list-nothing-found-lead = واژه‌ها یا پالایه‌های کمتری را امتحان کنید.
list-import = ورود پرونده
list-select-all = انتخاب همه
list-select = انتخاب { $name }
list-selected = { $count } انتخاب شده
list-has = { $field } دارد
list-without = بدون { $field }
list-remove-filter = حذف پالایه: { $what }
list-any = هر کدام
list-add-tag = افزودن برچسب
list-remove-tag = برداشتن برچسب
list-set-field = تعیین فیلد
list-delete = حذف
list-clear-selection = لغو انتخاب
list-field = فیلد
list-value = مقدار
list-apply = اعمال
list-column-up = بردن { $field } به سوی آغاز
list-column-down = بردن { $field } به سوی پایان
list-column-reset = ستون‌های معمول
list-resize = پهنای { $field }
list-sort-by = مرتب‌سازی بر پایهٔ { $field }

## History

history-create = افزوده شد: { $what }
history-edit = تغییر یافت: { $what }
history-delete = حذف شد: { $what }
history-add-tag = برچسب { $what } به { $count } افزوده شد
history-remove-tag = برچسب { $what } از { $count } برداشته شد
history-merge-tags = در برچسب { $what } ادغام شد
history-import = وارد شد: { $what }
history-replace = همه چیز با { $what } جایگزین شد
history-demo = دادهٔ نمایشی
history-undone = واگرد شد: { $what }
history-redone = دوباره انجام شد: { $what }

## Problems

problem-field = { $field }: { $fault }
problem-gone = این رکورد حذف شده است.
problem-changed = { $field } در این میان در زبانهٔ دیگری تغییر کرده است. نگاهش کنید و دوباره تغییر دهید.
problem-nameless = نام، نشانی ایمیل یا شمارهٔ تلفن لازم است.
problem-tag-exists = برچسبی با این نام هست. به‌جای آن ادغامشان کنید.
problem-nothing-left = کاری برای انجام نیست.
problem-replaced = زبانهٔ دیگری فضای کار تازه‌ای آغاز کرده است. برای دیدنش دوباره بارگذاری کنید.
problem-unreadable = این زبانه نمی‌تواند نوشتهٔ زبانهٔ دیگر را بخواند. برای تعمیر دوباره بارگذاری کنید.
fault-email = «{ $value }» نشانی ایمیل نیست.
fault-phone = «{ $value }» شمارهٔ تلفن نیست.
fault-link = «{ $value }» نشانی وب نیست.
fault-day = «{ $value }» تاریخی مانند 1987-03-09 یا --03-09 نیست.
fault-number = «{ $value }» عدد نیست.
fault-choice = «{ $value }» یکی از گزینه‌ها نیست.
fault-picture = این تصویری نیست که بتوان نگه داشت.
fault-too-long = بیشتر از { $most } نویسه است.
fault-too-many = بیشتر از { $most } مقدار است.
fault-control-character = نویسه‌ای در آن است که نمی‌توان نگه داشت.
fault-wrong-kind = این نوع مقدار اینجا جا ندارد.
fault-empty-or-twice = مقداری خالی یا تکراری اینجاست.
fault-dangling = به رکوردی اشاره می‌کند که دیگر نیست.
fault-missing = اینجا چیزی لازم است.
store-full = مرورگر جای بیشتری نمی‌دهد. چیزی ذخیره نشد. کمی از دیسک را خالی کنید و دوباره بکوشید.
store-newer = نسخهٔ تازه‌تری از Rapport اینجا نوشته است. برای گرفتنش دوباره بارگذاری کنید.
store-blocked = زبانهٔ دیگری با نسخهٔ قدیمی‌تر Rapport باز است. آن را ببندید و دوباره بارگذاری کنید.
store-timed-out = مرورگر پایگاه دادهٔ خود را باز نکرد. زبانه‌های دیگر این صفحه را ببندید یا مرورگر را دوباره اجرا کنید.
store-unavailable = این پنجرهٔ مرورگر پایگاه داده ندارد، مانند برخی پنجره‌های خصوصی. از پنجرهٔ معمولی استفاده کنید.
store-lost = ارتباط با پایگاه دادهٔ مرورگر قطع شد. چیزی ذخیره نشد. دوباره بکوشید.
store-failed = مرورگر نتوانست این را ذخیره کند: { $words }
finding-head = نشان آخرین ذخیره آسیب دیده بود؛ نشان پیش از آن به کار آمد.
finding-rebuilt = بخشی از دادهٔ ذخیره‌شده آسیب دیده بود. همه چیز بازسازی شد.
finding-page-lost = { $kind }: برخی رکوردها آسیب دیده و بازسازی نشدند. برای بازگرداندنشان پشتیبان را بازیابی کنید.
finding-change-lost = تغییر { $position } آسیب دیده و خوانده نشد.
boot-missing = پایگاه دادهٔ مرورگر خالی است، با اینکه { $records } رکورد اینجا ذخیره شده بود.
boot-rolled-back = پایگاه دادهٔ مرورگر از آنچه باید قدیمی‌تر است: { $changes } تغییر کم است.

## Values

value-yes = بله
value-no = خیر
value-picture = تصویر
value-gone = (حذف شده)
