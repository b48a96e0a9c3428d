# فارسی.

## The frame

skip-to-page = رفتن به صفحه
navigation = پیمایش
palette-open = یافتن یا انجام
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
part-not-fetched = این بخش از برنامه دریافت نشد. اتصال برقرار است؟
try-again = دوباره
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
problem-overtaken = زبانهٔ دیگری در این میان فضای کار را تغییر داده است. دوباره بکوشید.
problem-nothing-left = کاری برای انجام نیست.
problem-replaced = زبانهٔ دیگری فضای کار تازه‌ای آغاز کرده است. برای دیدنش دوباره بارگذاری کنید.
problem-unreadable = این زبانه نمی‌تواند نوشتهٔ زبانهٔ دیگر را بخواند. برای تعمیر دوباره بارگذاری کنید.
fault-email = «{ $value }» نشانی ایمیل نیست.
fault-phone = «{ $value }» شمارهٔ تلفن نیست.
fault-link = «{ $value }» نشانی وب نیست.
fault-day = «{ $value }» تاریخی مانند 1987-03-09 یا --03-09 نیست.
fault-number = «{ $value }» عدد نیست.
fault-choice = «{ $value }» یکی از گزینه‌ها نیست.
fault-no-record = { $field }: هنوز «{ $name }» وجود ندارد. از فهرست زیر فیلد یکی را برگزینید یا همان‌جا آن را بسازید.
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
boot-replaced = پایگاه دادهٔ مرورگر فضای کار دیگری دارد، نه آن که آخرین بار اینجا به کار رفت و { $records } رکورد داشت.
boot-rolled-back = پایگاه دادهٔ مرورگر از آنچه باید قدیمی‌تر است: { $changes } تغییر کم است.
boot-unreadable = در پایگاه دادهٔ مرورگر داده هست، ولی آسیب دیده و هیچ بخشی از آن خوانده نمی‌شود.
boot-newer = این فضای کار را نسخهٔ تازه‌تری از Rapport نوشته است. برای گرفتن آن نسخه دوباره بارگذاری کنید. اینجا چیزی تغییر نکرده است.

## Values

value-yes = بله
value-no = خیر
value-picture = تصویر
value-gone = (حذف شده)

## Fields: what each means, and how to fill it in alike

field-display-name = نام
    .guide = آنچه رکورد در فهرست‌ها نامیده می‌شود: نام، وگرنه نام خودمانی، ایمیل یا شمارهٔ تلفن.
field-prefix = عنوان
    .guide = آنچه روی پاکت پیش از نام می‌آید: دکتر، مهندس.
field-given = نام
    .guide = همان‌طور که خودش می‌نویسد؛ حرف اول فقط اگر چیز دیگری ندانید.
field-middle = نام میانی
    .guide = نام‌های دیگر میان نام و نام خانوادگی، همان‌طور که خودش می‌نویسد.
field-family = نام خانوادگی
    .guide = کامل و همان‌طور که خودش می‌نویسد: حسینی تهرانی.
field-suffix = پسوند
    .guide = آنچه پس از نام می‌آید: جونیور، Ph.D.
field-nickname = نام خودمانی
    .guide = در گفت‌وگو چه صدایش می‌کنید.
field-name = نام
    .guide = همان‌طور که رسماً نوشته می‌شود؛ شرکت با نوع حقوقی آن: آلفا (سهامی خاص).
field-photo = عکس
    .guide = چهره یا نشان؛ کوچک می‌شود و در همین مرورگر می‌ماند.
field-emails = ایمیل‌ها
    .guide = در هر سطر یک نشانی؛ اول همانی که باید به آن نوشت.
field-phones = تلفن‌ها
    .guide = با کد کشور، تا از هر جا بتوان گرفت: ‎+98 21 5550 0123
field-addresses = نشانی‌ها
    .guide = همان‌طور که روی پاکت می‌آید؛ برای پست، ارسال کالا و صورت‌حساب جدا، اگر فرق دارند.
field-links = پیوندها
    .guide = وبگاه و صفحهٔ شبکه‌های اجتماعی، همان‌طور که در نوار نشانی است.
field-preferred-channel = راه تماس دلخواه
    .guide = این مشتری دوست دارد چطور با او تماس بگیرید؛ بپرسید، حدس نزنید.
field-birthday = زادروز
    .guide = سال، ماه، روز به میلادی: 1987-03-09. بخشی از آن هم می‌شود: ‎--03-09 بی سال، 1987-03، 1987.
field-organization = سازمان
    .guide = جایی که کار می‌کند یا از سوی آن سخن می‌گوید؛ بنویسید تا پیدا یا افزوده شود.
field-job-title = سمت
    .guide = همان‌طور که روی کارت ویزیت است: مدیر خرید.
field-department = بخش
    .guide = بخشی از سازمان، بدون نام سازمان: خرید.
field-industry = صنعت
    .guide = یک یا دو واژه و همیشه همان‌ها: ساختمان، خرده‌فروشی، نرم‌افزار.
field-size = اندازه
    .guide = چند نفر آنجا کار می‌کنند.
field-location = مکان
    .guide = شهر و کشوری که آنجا دیدار می‌کنید: شیراز، ایران.
field-language = زبان
    .guide = زبانی که باید به آن نوشت، با نامش: فارسی، انگلیسی.
field-education = تحصیلات
    .guide = بالاترین مدرکی که گرفته است.
field-income = درآمد
    .guide = بازه‌ای تقریبی، فقط اگر برای کارتان مهم است.
field-marital-status = وضعیت تأهل
    .guide = فقط آنچه خودش گفته است.
field-children = فرزندان
    .guide = چند فرزند، به رقم.
field-home = خانه
    .guide = مستأجر است یا مالک.
field-car = خودرو
    .guide = سازنده و مدل: تویوتا یاریس.
field-hobbies = سرگرمی‌ها
    .guide = در وقت آزادش چه می‌کند، با ویرگول از هم جدا.
field-interests = علاقه‌ها
    .guide = موضوع‌هایی که دوست دارد درباره‌شان بشنود، با ویرگول از هم جدا.
field-lead-source = منبع آشنایی
    .guide = چه چیزی او را به شما رساند: معرفی، وبگاه، نمایشگاه. همیشه همان واژه‌ها.
field-lifecycle = چرخهٔ مشتری
    .guide = این مشتری تا کجا با شما آمده است. هر گام تاریخ می‌خورد.
field-lifecycle-entries = گام‌های چرخه
    .guide = هر مرحله کی آغاز شد؛ Rapport آن را نگه می‌دارد.
field-lead-status = وضعیت سرنخ
    .guide = گفت‌وگو به کجا رسیده است. هر گام تاریخ می‌خورد.
field-lead-status-entries = گام‌های وضعیت سرنخ
    .guide = هر وضعیت کی آغاز شد؛ Rapport آن را نگه می‌دارد.
field-tags = برچسب‌ها
    .guide = واژه‌های کوتاه برای دسته‌بندی؛ اگر برچسب مناسبی هست همان را به کار ببرید.
field-needs = نیازها
    .guide = از شما چه می‌خواهد، به زبان خودش.
field-motives = انگیزه‌ها
    .guide = چرا می‌خرد: قیمت، کیفیت، زمان، اعتماد.
field-sentiment = احساس
    .guide = پس از آخرین تماس چه احساسی به شما دارد.
field-purchase-for = خرید برای
    .guide = برای چه کسی می‌خرد.
field-feedback = بازخورد
    .guide = از چه تعریف کرد یا چه را بهتر می‌خواهد، به زبان خودش.
field-background = پیشینه
    .guide = همکارتان پیش از تماس بعدی چه باید بداند.
field-people-count = افراد
    .guide = چند نفر به آن تعلق دارند؛ Rapport می‌شمارد.
field-note-count = یادداشت‌ها
    .guide = چند یادداشت هست؛ Rapport می‌شمارد.
field-colour = رنگ
    .guide = رنگ برچسب.
field-description = توضیح
    .guide = برچسب کی به کار می‌رود، در یک جمله.
field-about-person = دربارهٔ
    .guide = فردی که یادداشت دربارهٔ اوست.
field-about-organization = دربارهٔ
    .guide = سازمانی که یادداشت دربارهٔ آن است.
field-body = یادداشت
    .guide = چه گفته شد و بر چه توافق شد.
field-noted = زمان
    .guide = کی رخ داد؛ می‌تواند پیش از اکنون باشد.
field-demo = نمایشی
    .guide = اینکه همه چیز اینجا ساختگی است یا نه.
field-created = افزوده شده
    .guide = رکورد کی افزوده شد؛ Rapport آن را نگه می‌دارد.
field-updated = تغییر یافته
    .guide = رکورد آخرین بار کی تغییر کرد؛ Rapport آن را نگه می‌دارد.

## The kinds of data

data-identity = هویت
data-descriptive = توصیف
data-qualitative = به زبان خودشان
data-quantitative = رقم‌ها

## Choices

choice-preferred-channel-email = ایمیل
choice-preferred-channel-phone = تلفن
choice-preferred-channel-chat = پیام‌رسان
choice-preferred-channel-social = شبکهٔ اجتماعی
choice-preferred-channel-post = پست
choice-preferred-channel-in-person = حضوری
choice-size-1 = ۱ نفر
choice-size-2-10 = ۲ تا ۱۰ نفر
choice-size-11-50 = ۱۱ تا ۵۰ نفر
choice-size-51-200 = ۵۱ تا ۲۰۰ نفر
choice-size-201-1000 = ۲۰۱ تا ۱٬۰۰۰ نفر
choice-size-1001-5000 = ۱٬۰۰۱ تا ۵٬۰۰۰ نفر
choice-size-5001-plus = بیش از ۵٬۰۰۰ نفر
choice-education-school = مدرسه
choice-education-vocational = فنی و حرفه‌ای
choice-education-bachelor = کارشناسی
choice-education-master = کارشناسی ارشد
choice-education-doctorate = دکتری
choice-education-other = دیگر
choice-income-low = کم
choice-income-lower-middle = رو به پایین
choice-income-middle = متوسط
choice-income-upper-middle = رو به بالا
choice-income-high = زیاد
choice-marital-status-single = مجرد
choice-marital-status-partnered = در رابطه
choice-marital-status-married = متأهل
choice-marital-status-separated = جداشده
choice-marital-status-divorced = طلاق‌گرفته
choice-marital-status-widowed = همسر درگذشته
choice-home-rents = مستأجر
choice-home-owns = مالک
choice-home-with-family = با خانواده
choice-home-other = دیگر
choice-lifecycle-subscriber = مشترک خبرنامه
choice-lifecycle-lead = سرنخ
choice-lifecycle-marketing-qualified = سرنخ تأییدشدهٔ بازاریابی
choice-lifecycle-sales-qualified = سرنخ تأییدشدهٔ فروش
choice-lifecycle-opportunity = فرصت فروش
choice-lifecycle-customer = مشتری
choice-lifecycle-evangelist = هوادار
choice-lifecycle-other = دیگر
choice-lead-status-new = تازه
choice-lead-status-open = باز
choice-lead-status-in-progress = در جریان
choice-lead-status-open-deal = معاملهٔ باز
choice-lead-status-unqualified = نامناسب
choice-lead-status-attempted = در تلاش برای تماس
choice-lead-status-connected = در تماس
choice-lead-status-bad-timing = زمان نامناسب
choice-sentiment-delighted = بسیار خشنود
choice-sentiment-satisfied = راضی
choice-sentiment-neutral = بی‌طرف
choice-sentiment-disappointed = دلسرد
choice-sentiment-upset = ناراحت
choice-purchase-for-self = خودش
choice-purchase-for-gift = هدیه
choice-purchase-for-work = کار

## Labels of e-mails, phones, addresses and links

label-home = خانه
label-work = کار
label-mobile = همراه
label-main = اصلی
label-fax = دورنگار
label-postal = پستی
label-shipping = ارسال کالا
label-billing = صورت‌حساب
label-other = دیگر

## Colours of tags

colour-gray = خاکستری
colour-red = قرمز
colour-orange = نارنجی
colour-yellow = زرد
colour-green = سبز
colour-teal = سبزآبی
colour-blue = آبی
colour-purple = بنفش

## The first screen

first-run-lead = نرم‌افزار مدیریت ارتباط با مشتری که فقط در همین مرورگر زندگی می‌کند. بدون حساب، بدون سرور؛ چیزی از این دستگاه بیرون نمی‌رود.
first-run-empty = شروع خالی
first-run-empty-lead = افراد را همان‌طور که می‌شناسید اضافه کنید.
first-run-start = شروع
first-run-file = آوردن پرونده
first-run-file-lead = صفحه‌گسترده (CSV) یا پشتیبان (JSON).
first-run-choose = انتخاب پرونده
first-run-demo = دیدن نمونه
first-run-demo-lead = افراد ساختگی به پنج زبان. با یک کلیک حذف می‌شود.
first-run-where = دادهٔ شما کجاست
first-run-where-here = هر چه وارد کنید روی همین دستگاه، در حافظهٔ این مرورگر برای همین نشانی ذخیره می‌شود. هیچ جای دیگری نسخه‌ای نیست.
first-run-where-lost = اگر دادهٔ مرورگر برای این سایت را پاک کنید، نمایهٔ مرورگر را حذف کنید یا دستگاه خراب شود، از دست می‌رود. پنجره‌های خصوصی با بسته شدن فراموشش می‌کنند و برخی مرورگرها سایت‌هایی را که هفته‌ها دیده نشده‌اند پاک می‌کنند.
first-run-where-backup = هر چند وقت یک بار پشتیبان بگیرید: «ورود و خروج» همه چیز را در یک پرونده ذخیره می‌کند.
demo-progress = { $done } از { $total } رکورد
demo-remove-lead = همهٔ دادهٔ نمایشی را حذف می‌کند و به صفحهٔ نخست برمی‌گردد.

### Later: what the first screen does not need

## Keys and commands

command-palette = یافتن یا انجام هر چیز
command-help = نمایش کلیدها
command-search = جستجو
command-undo = واگرد
command-redo = انجام دوباره
command-add-person = افزودن فرد
command-add-organization = افزودن سازمان
command-go-people = رفتن به افراد
command-go-organizations = رفتن به سازمان‌ها
command-go-tags = رفتن به برچسب‌ها
command-go-transfer = رفتن به ورود و خروج
command-go-history = رفتن به تاریخچه
command-go-settings = رفتن به تنظیمات
command-save-backup = خروجی گرفتن از همه چیز با قالب JSON
command-import-file = ورود پرونده
command-theme = جابه‌جایی میان روشن و تیره
command-language = تغییر زبان
command-next = بعدی
command-previous = قبلی
command-next-page = یک صفحه پایین‌تر
command-previous-page = یک صفحه بالاتر
command-first = اولین
command-last = آخرین
command-select-next = انتخاب تا بعدی
command-select-previous = انتخاب تا قبلی
command-select-next-page = انتخاب تا یک صفحه پایین‌تر
command-select-previous-page = انتخاب تا یک صفحه بالاتر
command-select-to-first = انتخاب تا اولین
command-select-to-last = انتخاب تا آخرین
command-open = باز کردن؛ اگر باز است، رفتن به درون آن
command-select = انتخاب
command-select-all = انتخاب همه
command-tag = افزودن برچسب
command-edit = ویرایش در فهرست
command-delete = حذف
command-add = افزودن به این فهرست
command-step-back = لغو انتخاب یا بستن رکورد
command-note = نوشتن یادداشت
command-leave-search = رفتن به یافته‌ها
keys-title = کلیدهای این صفحه
keys-everywhere = همه‌جا
keys-walk = حرکت در فهرست
keys-list = در فهرست
keys-record = وقتی رکوردی باز است
keys-search = در کادر جستجو
keys-or = یا
keys-then = سپس
key-delete = Delete
key-end = End
key-enter = Enter
key-escape = Esc
key-home = Home
key-pagedown = Page Down
key-pageup = Page Up
key-space = فاصله
palette-hint-tag = کدام برچسب؟
palette-found = یافته‌ها
palette-recent = اخیر
palette-commands = فرمان‌ها
palette-search = جستجوی «{ $typed }» در افراد

## Settings

settings-appearance = نما
settings-language = زبان
settings-theme = پوسته
theme-system = مانند سیستم
theme-light = روشن
theme-dark = تیره
settings-stored = آنچه اینجا ذخیره شده
settings-room = { $used } از { $quota } که مرورگر می‌دهد به کار رفته است.
settings-persistent = مرورگر قول داده که خودسرانه حذفش نکند.
settings-not-persistent = مرورگر ممکن است با پر شدن دیسک حذفش کند.
settings-persist = از مرورگر بخواهید نگهش دارد
settings-backup = گرفتن پشتیبان
settings-schema = شرح پروندهٔ پشتیبان
settings-erase = پاک کردن همه چیز
settings-erase-lead = همهٔ رکوردها و تمام تاریخچه را از این دستگاه حذف می‌کند. این کار برگشت ندارد.
settings-erase-sure = همهٔ رکوردها و تمام تاریخچه از این دستگاه حذف می‌شود. بدون پشتیبان برای همیشه از دست می‌رود.

## Recovery

recovery-title = فضای کار آن‌گونه که بود باز نشد
recovery-retry-lead = زبانه‌های دیگر این صفحه را ببندید و دوباره بکوشید. با تلاش دوباره چیزی تغییر نمی‌کند.
recovery-open = باز کردن آنچه هست
recovery-open-lead = با آنچه مانده ادامه دهید. تغییرهای گمشده برنمی‌گردند.
recovery-open-other-lead = با فضای کاری که اکنون اینجاست ادامه دهید.
recovery-copy = ذخیرهٔ آنچه هست
recovery-copy-lead = همهٔ داده‌ها را، سالم یا آسیب‌دیده، در یک پرونده ذخیره کنید تا چیزی از دست نرود. این پرونده پشتیبانی نیست که بتوان آن را وارد کرد.
recovery-restore = بازیابی پشتیبان
recovery-restore-lead = فضای کار خالی تازه‌ای آغاز کنید و پروندهٔ پشتیبان را بیاورید.

## Tags

tags-new = برچسب تازه
tags-add = افزودن برچسب
tags-empty = هنوز برچسبی نیست
tags-empty-lead = برچسب واژه‌ای از خودتان است که با آن افراد را دوباره پیدا می‌کنید.
tags-name = نام { $name }
tags-description = برای چیست
tags-description-of = { $name } برای چیست
tags-colour = رنگ { $name }
tags-merge = ادغام
tags-merge-title = ادغام { $name } در
tags-merged = برچسب‌ها ادغام شدند
tags-delete = حذف { $name }

## The history page

history-lead = همهٔ تغییرهای این فضای کار، تازه‌ترین در بالا. هر کدام را تا وقتی چیزی که تغییر داده دوباره تغییر نکرده باشد می‌توان برگرداند.
history-empty = هنوز اتفاقی نیفتاده
history-undo = واگرد: { $what }
history-more = نمایش بیشتر

## Import and export

transfer-out = همه چیز را به خانه ببرید
transfer-out-lead = یک پرونده با همهٔ رکوردها، برای پشتیبان یا بردن به مرورگری دیگر.
transfer-save = ذخیره به صورت JSON
transfer-saved = با نام { $name } ذخیره شد
transfer-not-saved = مرورگر نتوانست پرونده را ذخیره کند: { $words }
transfer-in = آوردن پرونده
transfer-in-lead = پشتیبان Rapport (JSON) یا جدولی با سطر عنوان (CSV با UTF-8).
transfer-drop = پرونده‌ای اینجا رها کنید یا انتخاب کنید
transfer-reading = در حال خواندن…
transfer-unreadable = مرورگر نتوانست پرونده را بخواند: { $words }
transfer-nothing-new = همهٔ آنچه در پرونده است اینجا هست
transfer-new = تازه
transfer-same = یکسان
transfer-different = متفاوت
transfer-absent = فقط اینجا
transfer-restore = بازیابی
transfer-restore-lead = فضای کار خالی است. همان می‌شود که در پرونده هست.
transfer-choice = فقط آنچه تازه است اضافه شود و هر چه اینجاست بماند؟ یا آنچه اینجاست با محتوای پرونده جایگزین شود؟ هر دو قابل واگرد است.
transfer-add = افزودن تازه‌ها
transfer-replace = جایگزینی همه
file-at = { $place }: { $fault }
file-line = سطر { $line }، ستون { $column }
file-record = { $kind }: رکورد { $number }
file-too-large = پرونده از { $most } بزرگ‌تر است.
file-not-utf8 = این متن UTF-8 نیست. با UTF-8 ذخیره کنید و دوباره بکوشید.
file-not-json = از اینجا پرونده دیگر JSON نیست.
file-breaks-off = پرونده ناتمام است. شاید تا پایان ذخیره نشده باشد.
file-other-format = این پشتیبان Rapport نیست.
file-newer = نسخهٔ تازه‌تری از Rapport این پرونده را نوشته است. با همان نسخه واردش کنید.
file-unknown-member = این نسخه «{ $name }» را نمی‌شناسد.
file-missing-member = «{ $name }» نیست.
file-twice = «{ $name }» دو بار آمده است.
file-too-many-records = بیشتر از { $most } رکورد.
file-too-many-names = بیشتر از { $most } نام فیلد متفاوت.
file-long-name = نام فیلدی بلندتر از { $most } نویسه.
file-too-deep = تو در تویی بیش از { $most } سطح.
file-wrong-shape = اینجا چیز دیگری انتظار می‌رود.
file-misplaced = این فیلد به این نوع رکورد تعلق ندارد.
file-same-id = دو رکورد شناسهٔ یکسان دارند.
file-second-workspace = بیش از یک فضای کار در پرونده است.
file-same-tag = دو برچسب «{ $name }» نام دارند.

## Forms

form-not-set = تعیین نشده
form-label = عنوان
form-no-label = بی‌عنوان
form-own-label = عنوان دلخواه…
form-add-emails = افزودن ایمیل
form-add-phones = افزودن تلفن
form-add-links = افزودن پیوند
form-add-addresses = افزودن نشانی
form-remove = برداشتن از { $what }
form-remove-tag = برداشتن برچسب { $name }
form-street = خیابان و پلاک
form-postcode = کد پستی
form-city = شهر
form-region = استان
form-country = کشور
form-add-named =
    { $kind ->
        [organization] ساختن سازمان «{ $name }»
        [person] ساختن فرد «{ $name }»
       *[tag] ساختن برچسب «{ $name }»
    }
form-will-add = «{ $name }» هم افزوده می‌شود.
form-add-tag = افزودن برچسب
form-choose-photo = انتخاب تصویر
form-photo-hint = یا تصویری را اینجا بکشید یا بچسبانید.
form-remove-photo = برداشتن تصویر

## A new record

new-person = فرد تازه
new-organization = سازمان تازه
new-restored = آنچه نوشته بودید هنوز اینجاست.
new-discard = از نو
new-faults = برخی فیلدها نیاز به بازبینی دارند.

## The record

record-close = بستن رکورد
record-back = بازگشت به فهرست
record-edit-field = تغییر { $field }
record-edit-name = تغییر نام
record-edit-photo = تغییر تصویر
record-add-field = افزودن فیلد
record-save-long = با Ctrl + Enter ذخیره می‌شود.
record-now = اکنون چنین است: { $value }
record-email = ایمیل
record-call = تماس
record-since = { $stage } از { $date }
record-people = افراد
record-people-none = هنوز کسی نیست.
record-people-all = نمایش هر { $count }
record-add-person = افزودن فرد به اینجا
record-notes = یادداشت‌ها
record-notes-none = هنوز یادداشتی نیست.
record-note-add = افزودن یادداشت
record-note-new = یادداشت تازه
record-note-edit = تغییر یادداشت
record-note-delete = حذف یادداشت
record-note-deleted = یادداشت حذف شد
record-history = تاریخچه
record-history-none = هنوز چیزی رخ نداده است.
record-history-undo = واگرد این تغییر
record-history-edit = تغییر یافت
record-history-undo-all = واگرد این تغییر در { $count }
record-nothing = هیچ
record-added = افزوده شده: { $date }
record-changed = تغییر یافته: { $date }
record-delete = حذف

## Spreadsheets

csv-bring = وارد کردن
csv-column = ستون
csv-goes = می‌رود به
csv-goes-of = { $name } به کجا برود
csv-samples = برای نمونه
csv-counts = تازه: { $new }. سطرهایی که به کسی می‌پیوندند: { $joined }. کنار گذاشته: { $aside }.
csv-problems = { $count } خانه برای بررسی
csv-problems-lead = چیزی از دست نمی‌رود: آنچه فیلدی نمی‌پذیرد در یادداشتی دربارهٔ فرد نگه داشته می‌شود.
csv-at = سطر { $line }، { $column }: { $fault }
csv-skip = کنار گذاشتن
csv-keep = نگه داشتن در یادداشت
csv-label = برچسب ستون بعدی
csv-full-name = نام کامل
csv-note = یادداشتی جداگانه
csv-part-label = برچسب
csv-part-street = خیابان
csv-part-more = زیر خیابان
csv-part-city = شهر
csv-part-region = استان
csv-part-postcode = کد پستی
csv-part-country = کشور
csv-part-whole = یکجا
csv-ambiguous-day = ترتیب روز و ماه روشن نیست.
csv-no-column = برای این خانه ستونی نیست.
csv-moved = به‌جای آن به { $field } می‌رود.
csv-differs = { $field } اینجا مقدار دیگری دارد که می‌ماند.
csv-set-aside = نه نام، نه ایمیل و نه تلفن: کنار گذاشته شد.
csv-utf16 = این پرونده متن UTF-16 است. به صورت CSV با UTF-8 ذخیره کنید و دوباره بکوشید.
csv-archive = این کارپوشه است نه CSV. به صورت CSV با UTF-8 ذخیره کنید و دوباره بکوشید.
csv-older-encoding = این پرونده رمزگذاری قدیمی‌تری دارد. به صورت CSV با UTF-8 ذخیره کنید و دوباره بکوشید.
csv-binary = این جدولی به شکل متن نیست.
csv-empty = در این پرونده چیزی نیست.
csv-too-many-columns = سطر { $line } بیشتر از { $most } ستون دارد.
csv-too-many-rows = بیشتر از { $most } سطر.
csv-long-cell = سطر { $line }، ستون { $column }: بلندتر از { $most } نویسه.
