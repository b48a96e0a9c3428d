# فارسی.

## The frame

skip-to-page = رفتن به صفحه
navigation = پیمایش
nav-home = خانه
nav-more = بیشتر
nav-people = افراد
nav-organizations = سازمان‌ها
nav-deals = معامله‌ها
nav-projects = پروژه‌ها
nav-tasks = کارها
nav-interactions = رخدادها
nav-calendar = تقویم
nav-tags = برچسب‌ها
nav-segments = بخش‌ها
nav-transfer = ورود و خروج
nav-history = تاریخچه
nav-settings = تنظیمات
undo = واگرد
redo = انجام دوباره
close = بستن
cancel = انصراف
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
kind-interaction = رخدادها
kind-pipeline = مسیرهای فروش
kind-stage = مرحله‌ها
kind-deal = معامله‌ها
kind-project = پروژه‌ها
kind-task = کارها
kind-relation = پیوندها
count-workspace = { $count } فضای کار
count-view = { $count } نما
count-segment = { $count } بخش
count-tag = { $count } برچسب
count-organization = { $count } سازمان
count-person = { $count } نفر
count-interaction = { $count } رخداد
count-pipeline = { $count } مسیر
count-stage = { $count } مرحله
count-deal = { $count } معامله
count-project = { $count } پروژه
count-task = { $count } کار

## The list

list-search = جستجو
list-search-people = جستجوی افراد
list-search-organizations = جستجوی سازمان‌ها
list-search-deals = جستجوی معامله‌ها
list-search-projects = جستجوی پروژه‌ها
list-search-tasks = جستجوی کارها
list-search-interactions = جستجوی رخدادها
list-add-person = افزودن فرد
list-add-organization = افزودن سازمان
list-add-deal = افزودن معامله
list-add-project = افزودن پروژه
list-add-task = افزودن کار
list-add-interaction = ثبت
list-arrange = نما
list-filter = پالایه
list-found = { $shown } از { $all }
list-empty-person = هنوز کسی نیست
list-empty-organization = هنوز سازمانی نیست
list-empty-deal = هنوز معامله‌ای نیست
list-empty-project = هنوز پروژه‌ای نیست
list-empty-task = هنوز کاری نیست
list-empty-interaction = هنوز رخدادی نیست
list-empty-lead = اولین را اضافه کنید یا پرونده‌ای وارد کنید.
list-import = ورود پرونده
list-select-all = انتخاب همه
list-select = انتخاب { $name }
project-of-deal = ساختن پروژه
list-add-tag = افزودن برچسب
list-resize = پهنای { $field }
list-export = خروجی گرفتن

## Problems

finding-head = نشان آخرین ذخیره آسیب دیده بود؛ نشان پیش از آن به کار آمد.
finding-rebuilt = بخشی از دادهٔ ذخیره‌شده آسیب دیده بود. همه چیز بازسازی شد.
finding-page-lost = { $kind }: برخی رکوردها آسیب دیده و بازسازی نشدند. برای بازگرداندنشان پشتیبان را بازیابی کنید.
finding-change-lost = تغییر { $position } آسیب دیده و خوانده نشد.
boot-missing = پایگاه دادهٔ مرورگر خالی است، با اینکه { $records } رکورد اینجا ذخیره شده بود.
boot-replaced = پایگاه دادهٔ مرورگر فضای کار دیگری دارد، نه آن که آخرین بار اینجا به کار رفت و { $records } رکورد داشت.
boot-rolled-back = پایگاه دادهٔ مرورگر از آنچه باید قدیمی‌تر است: { $changes } تغییر کم است.
boot-emptied = پایگاه دادهٔ مرورگر خالی است، با اینکه نسخهٔ دومی از یک فضای کار روی این دستگاه هست.
boot-unreadable = در پایگاه دادهٔ مرورگر داده هست، ولی آسیب دیده و هیچ بخشی از آن خوانده نمی‌شود.
boot-newer = این فضای کار را نسخهٔ تازه‌تری از Rapport نوشته است. برای گرفتن آن نسخه دوباره بارگذاری کنید. اینجا چیزی تغییر نکرده است.

## Values

value-yes = بله
value-no = خیر
value-picture = تصویر
value-gone = (حذف شده)

## Fields: what each means, and how to fill it in alike

field-display-name = نام
field-prefix = عنوان
field-given = نام
field-middle = نام میانی
field-family = نام خانوادگی
field-suffix = پسوند
field-nickname = نام خودمانی
field-name = نام
field-photo = عکس
field-emails = ایمیل‌ها
field-phones = تلفن‌ها
field-addresses = نشانی‌ها
field-links = پیوندها
field-preferred-channel = راه تماس دلخواه
field-birthday = زادروز
field-age = سن
field-next-birthday = زادروز بعدی
field-city = شهر
field-country = کشور
field-organization = سازمان
field-job-title = سمت
field-department = بخش
field-industry = صنعت
field-size = اندازه
field-location = مکان
field-language = زبان
field-education = تحصیلات
field-income = درآمد
field-marital-status = وضعیت تأهل
field-children = فرزندان
field-home = خانه
field-car = خودرو
field-hobbies = سرگرمی‌ها
field-interests = علاقه‌ها
field-lead-source = منبع آشنایی
field-referred-by = معرف
field-lifecycle = چرخهٔ مشتری
field-lead-status = وضعیت سرنخ
field-tags = برچسب‌ها
field-needs = نیازها
field-motives = انگیزه‌ها
field-sentiment = احساس
field-purchase-for = خرید برای
field-feedback = بازخورد
field-background = پیشینه
field-people-count = افراد
field-last-contact = آخرین تماس
field-days-since-contact = روز از آخرین تماس
field-contact-count = تماس‌ها
field-recent-calls = تماس‌های ۹۰ روز
field-recent-emails = ایمیل‌های ۹۰ روز
field-recent-meetings = دیدارهای ۹۰ روز
field-recent-chats = گفت‌وگوهای ۹۰ روز
field-recent-tickets = درخواست‌های ۹۰ روز
field-completeness = کامل بودن
field-body = یادداشت
field-activity = نوع
field-happened = زمان
field-stage = مرحله
field-deal-status = وضعیت
field-value = ارزش
field-expected = پایان پیش‌بینی‌شده
field-project-state = وضعیت
field-start = آغاز
field-task-status = کی
field-due = سررسید
field-due-time = ساعت
field-priority = اولویت
field-repeat = تکرار
field-people = افراد
field-person = فرد
field-also-with = همراه با
field-deal = معامله
field-project = پروژه
field-cadence = تماس هر چند روز
field-checklist = فهرست کارها
field-items = اقلام
field-lost-reason = چرا از دست رفت
field-question = پرسش
field-amount = مبلغ
field-score = امتیاز
field-ticket-status = درخواست
field-answered = نخستین پاسخ
field-solved = حل شد
field-weighted = ارزش وزنی
field-days-in-stage = روز در مرحله
field-rotting = بی‌حرکت
field-budget = بودجه
field-interaction-count = رخدادها
field-get-back = تماس دوباره
field-next-task = کار بعدی
field-purchase-count = خریدها
field-total-spent = جمع خرید
field-average-order = میانگین خرید
field-last-order = آخرین خرید
field-ticket-count = درخواست‌ها
field-open-tickets = درخواست‌های باز
field-hours-to-answer = ساعت تا پاسخ
field-average-score = میانگین امتیاز
field-open-deals = معامله‌های باز
field-referrals = شمار معرفی‌ها
field-pipeline = مسیر فروش
field-probability = احتمال
field-rots-after = بی‌حرکت پس از چند روز
field-outcome = سرانجام
field-closed = پایان
field-done = انجام شد
field-demo = نمایشی
field-created = افزوده شده
field-updated = تغییر یافته

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
choice-activity-note = یادداشت
choice-activity-call = تماس تلفنی
choice-activity-email = ایمیل
choice-activity-meeting = دیدار
choice-activity-chat = گفت‌وگو
choice-activity-social = شبکهٔ اجتماعی
choice-activity-letter = نامه
choice-activity-visit = بازدید وب‌گاه
choice-activity-purchase = خرید
choice-activity-ticket = درخواست
choice-activity-survey = نظرسنجی
choice-activity-feedback = بازخورد
choice-ticket-status-open = باز
choice-ticket-status-waiting = در انتظار
choice-ticket-status-solved = حل‌شده
choice-deal-status-open = باز
choice-deal-status-won = برنده
choice-deal-status-lost = ازدست‌رفته
choice-outcome-won = برنده
choice-outcome-lost = ازدست‌رفته
choice-project-state-planned = برنامه‌ریزی‌شده
choice-project-state-active = در جریان
choice-project-state-on-hold = متوقف
choice-project-state-done = انجام‌شده
choice-project-state-cancelled = لغوشده
choice-task-status-overdue = گذشته
choice-task-status-today = امروز
choice-task-status-upcoming = در پیش
choice-task-status-someday = روزی
choice-task-status-done = انجام‌شده
choice-priority-low = کم
choice-priority-normal = معمولی
choice-priority-high = زیاد
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

## The first screen

first-run-lead = نرم‌افزار مدیریت ارتباط با مشتری که فقط در همین مرورگر زندگی می‌کند. بدون حساب، بدون سرور؛ چیزی از این دستگاه بیرون نمی‌رود.
first-run-empty = شروع خالی
first-run-empty-lead = افراد را همان‌طور که می‌شناسید اضافه کنید.
first-run-start = شروع
first-run-file = آوردن پرونده
first-run-file-lead = صفحه‌گسترده (CSV، XLSX)، مخاطبان (vCard) یا پشتیبان (JSON).
first-run-choose = انتخاب پرونده
first-run-demo = دیدن نمونه
first-run-demo-lead = افراد ساختگی به پنج زبان. با یک کلیک حذف می‌شود.
first-run-protect = با گذرواژه حفاظتش کنید (پیشنهاد می‌شود)
first-run-protect-lead = آنچه روی این دستگاه ذخیره می‌شود رمزگذاری می‌شود و هر که به دستگاه یا رونوشتی از دیسک آن برسد چیزی از آن نمی‌خواند. اگر گذرواژه و نیز کلید بازیابی را گم کنید، همه چیز در اینجا از دست می‌رود: هیچ‌کس نمی‌تواند آن را بازنشانی کند.
first-run-protect-choose = انتخاب گذرواژه
first-run-where = دادهٔ شما کجاست
first-run-where-here = هر چه وارد کنید روی همین دستگاه، در حافظهٔ این مرورگر برای همین نشانی ذخیره می‌شود. هیچ جای دیگری نسخه‌ای نیست.
first-run-where-lost = اگر دادهٔ مرورگر برای این سایت را پاک کنید، نمایهٔ مرورگر را حذف کنید یا دستگاه خراب شود، از دست می‌رود. پنجره‌های خصوصی با بسته شدن فراموشش می‌کنند و برخی مرورگرها سایت‌هایی را که هفته‌ها دیده نشده‌اند پاک می‌کنند.
first-run-where-backup = هر چند وقت یک بار پشتیبان بگیرید: «ورود و خروج» همه چیز را در یک پرونده ذخیره می‌کند.
demo-progress = { $done } از { $total } رکورد
demo-remove-lead = همهٔ دادهٔ نمایشی را حذف می‌کند و به صفحهٔ نخست برمی‌گردد.

## Filters

field-picked = فهرست‌ها

## History

history-create = افزوده شد: { $what }
history-complete = انجام شد: { $what }

## Segments

list-add-to = افزودن به فهرست

## Fields of one’s own

kind-field = فیلدها
count-field = { $count } فیلد
fields-new = فیلد تازه

## Help

filter-help = راهنمای نوشتن فیلتر
palette-open = یافتن یا انجام

## The list

list-columns = ستون‌ها
list-column-up = بردن { $field } به سوی آغاز
list-column-down = بردن { $field } به سوی پایان
list-column-reset = ستون‌های معمول

### Later: what is not on the first screen. It is fetched after it.

## Filters

choice-segment-of-person = افراد
choice-segment-of-organization = سازمان‌ها
choice-segment-of-deal = { nav-deals }
choice-segment-of-project = { nav-projects }
choice-segment-of-task = { nav-tasks }
choice-segment-of-interaction = { nav-interactions }
choice-view-of-person = افراد
choice-view-of-organization = سازمان‌ها
choice-view-of-deal = { nav-deals }
choice-view-of-project = { nav-projects }
choice-view-of-task = { nav-tasks }
choice-view-of-interaction = { nav-interactions }
field-export-of = از
field-lifecycle-entries = گام‌های چرخه
field-view-of = از
field-asks = چیدمان
field-mapping = ستون‌ها
field-figures = شمارها
field-set-aside = کنار گذاشته
field-pinned = در کناره
field-segment-of = از
field-filter = فیلتر
field-fiscal-start = ماه آغاز سال مالی
field-lead-status-entries = گام‌های وضعیت سرنخ
field-colour = رنگ
field-description = توضیح
field-stage-entries = مرحله‌ها
field-other = فرد دیگر
field-role = نقش
field-since = از
field-until = تا
field-goes-out = آنچه بیرون می‌رود
count-export = { $count } نمایهٔ خروجی
choice-export-of-person = { choice-view-of-person }
choice-export-of-organization = { choice-view-of-organization }
choice-export-of-deal = { choice-view-of-deal }
choice-export-of-project = { choice-view-of-project }
choice-export-of-task = { choice-view-of-task }
choice-export-of-interaction = { choice-view-of-interaction }

## Fields of one’s own

choice-defined-on-person = افراد
choice-defined-on-organization = سازمان‌ها
choice-defined-on-deal = { nav-deals }
choice-defined-on-project = { nav-projects }
choice-defined-on-task = { nav-tasks }
choice-defined-on-interaction = { nav-interactions }
choice-kind-text = متن
choice-kind-long-text = متن بلند
choice-kind-number = عدد
choice-kind-money = پول
choice-kind-percent = درصد
choice-kind-rating = امتیاز
choice-kind-yes-no = بله یا نه
choice-kind-date = تاریخ
choice-kind-date-time = تاریخ و ساعت
choice-kind-choice = یک گزینه
choice-kind-choices = چند گزینه
choice-kind-email = ایمیل
choice-kind-phone = تلفن
choice-kind-link = پیوند
choice-kind-person = یک فرد
choice-kind-organization = یک سازمان
choice-kind-deal = یک معامله
choice-kind-project = یک پروژه
choice-kind-task = یک کار
choice-data-kind-identity = هویت
choice-data-kind-descriptive = توصیف
choice-data-kind-qualitative = به زبان خودشان
choice-data-kind-quantitative = رقم‌ها

## Help

help-title = راهنمای نوشتن فیلتر
help-lead = شرط از نام فیلد، نشانه و مقدار ساخته می‌شود. بزرگی و کوچکی حروف و اِعراب اثری ندارد. واژهٔ تنها در همهٔ رکورد جست‌وجو می‌شود؛ متن فاصله‌دار را در گیومه بنویسید. نام فیلدها را می‌توان انگلیسی یا همان‌گونه که دیده می‌شوند نوشت، با خط تیره به‌جای فاصله.
help-groups = شرط‌های کنار هم باید همگی برقرار باشند. «or» میان شرط‌هایی می‌آید که یکی بس است، «-» یا «not» شرط را وارونه می‌کند و پرانتز گروه می‌سازد. چند مقدار با ویرگول یعنی هر کدام از آن‌ها.
help-examples = نمونه‌ها
help-operators = آنچه پس از فیلد می‌آید
help-missing = فیلد خالی هیچ‌یک از این‌ها نیست: جایی که مقداری نباشد هیچ عملگری برقرار نیست و وارونهٔ آن، با «-»، «not» یا «!=»، برقرار است. هر جا جز این باشد گفته شده است.
help-fields = پس از =، <، <=، > و >= می‌توان به‌جای مقدار نام فیلد دیگری از همان نوع را با «@» پیش از آن نوشت، و برای متن‌ها پس از =: ‎children = @interaction-count. اگر یکی از آن دو خالی باشد برقرار نیست.
help-past = عملگرهای was، changed، went و held تنها تاریخچه‌ای را می‌شناسند که نگه داشته شده است؛ آنچه از تاریخچه کنار گذاشته شده برای آن‌ها رخ نداده است.
help-nesting = گروه‌ها تا { $count } لایه در هم جا می‌گیرند.
help-whole = آنچه بی‌نام فیلد می‌آید
help-word = واژهٔ تنها، یا متن در گیومه، جایی در رکورد هست. چند تا با ویرگول یعنی هر کدام از آن‌ها.
class-text = متن‌ها
class-number = عددها، مبلغ‌ها و امتیازها
class-date = روزها و زمان‌ها
class-choice = گزینه‌ها
class-choices = چند گزینه
class-links = برچسب‌ها و پیوندها
class-flag = بله یا خیر
class-related = رکوردهای پیوسته: رخدادها، کارها، معامله‌ها، افراد، سازمان
example-word = «anna» در هر جای رکورد
example-tag = برچسب VIP دارد
example-several = سرنخ یا مشتری است
example-not = هرچه جز مشتری
example-phrase = نشانی‌ای که New York در آن است
example-has = تلفن دارد و ایمیل ندارد
example-or = VIPهایی که سرنخ‌اند یا دو فرزند و بیشتر دارند
example-number = یک تا سه فرزند
example-day = افزوده‌شده در ۲۰۲۶ یا پس از آن
example-ago = ۳۰ روز تغییر نکرده
example-birthday = زادروز در دو هفتهٔ آینده
example-contact = بی‌تماس در ۶۰ روز گذشته، یا هرگز
example-channel = دست‌کم دو تماس تلفنی در ۹۰ روز گذشته
example-similar = نام خانوادگی شبیه Nowak با یک لغزش
example-related = دست‌کم دو بار سخن از قیمت رفت
example-past = زمانی سرنخ بوده و اکنون نیست

## History

history-delete = حذف شد: { $what }

## Fields: what each means, and how to fill it in alike

guide-display-name = آنچه رکورد در فهرست‌ها نامیده می‌شود: نام، وگرنه نام خودمانی، ایمیل یا شمارهٔ تلفن.
guide-prefix = آنچه روی پاکت پیش از نام می‌آید: دکتر، مهندس.
guide-given = همان‌طور که خودش می‌نویسد؛ حرف اول فقط اگر چیز دیگری ندانید.
guide-middle = نام‌های دیگر میان نام و نام خانوادگی، همان‌طور که خودش می‌نویسد.
guide-family = کامل و همان‌طور که خودش می‌نویسد: حسینی تهرانی.
guide-suffix = آنچه پس از نام می‌آید: جونیور، Ph.D.
guide-nickname = در گفت‌وگو چه صدایش می‌کنید.
guide-name = نام آن؛ شرکت با نوع حقوقی آن: آلفا (سهامی خاص).
guide-photo = چهره یا نشان؛ کوچک می‌شود و در همین مرورگر می‌ماند.
guide-emails = در هر سطر یک نشانی؛ اول همانی که باید به آن نوشت.
guide-phones = با کد کشور، تا از هر جا بتوان گرفت: ‎+98 21 5550 0123
guide-addresses = همان‌طور که روی پاکت می‌آید؛ برای پست، ارسال کالا و صورت‌حساب جدا، اگر فرق دارند.
guide-links = وبگاه و صفحهٔ شبکه‌های اجتماعی، همان‌طور که در نوار نشانی است.
guide-preferred-channel = این مشتری دوست دارد چطور با او تماس بگیرید؛ بپرسید، حدس نزنید.
guide-birthday = سال، ماه، روز به میلادی: 1987-03-09. بخشی از آن هم می‌شود: ‎--03-09 بی سال، 1987-03، 1987.
guide-age = به سال کامل؛ وقتی زادروز با سالش دانسته است.
guide-next-birthday = روز بعدی‌ای که ماه و روزش برسد؛ امروز هم حساب است.
guide-city = از نخستین نشانی که شهر دارد.
guide-country = از نخستین نشانی که کشور دارد.
guide-organization = جایی که کار می‌کند یا از سوی آن سخن می‌گوید؛ بنویسید تا پیدا یا افزوده شود.
guide-job-title = همان‌طور که روی کارت ویزیت است: مدیر خرید.
guide-department = بخشی از سازمان، بدون نام سازمان: خرید.
guide-industry = یک یا دو واژه و همیشه همان‌ها: ساختمان، خرده‌فروشی، نرم‌افزار.
guide-size = چند نفر آنجا کار می‌کنند.
guide-location = شهر و کشوری که آنجا دیدار می‌کنید: شیراز، ایران.
guide-language = زبانی که باید به آن نوشت، با نامش: فارسی، انگلیسی.
guide-education = بالاترین مدرکی که گرفته است.
guide-income = بازه‌ای تقریبی، فقط اگر برای کارتان مهم است.
guide-marital-status = فقط آنچه خودش گفته است.
guide-children = چند فرزند، به رقم.
guide-home = مستأجر است یا مالک.
guide-car = سازنده و مدل: تویوتا یاریس.
guide-hobbies = در وقت آزادش چه می‌کند، با ویرگول از هم جدا.
guide-interests = موضوع‌هایی که دوست دارد درباره‌شان بشنود، با ویرگول از هم جدا.
guide-lead-source = چه چیزی او را به شما رساند: معرفی، وبگاه، نمایشگاه. همیشه همان واژه‌ها.
guide-referred-by = کسی که شما را به او معرفی کرد.
guide-other = فردی که نقش نسبت به او گفته می‌شود.
guide-role = فرد آنجا چه‌کاره است: مدیر طراحی، خواهر، تصمیم‌گیرنده.
guide-since = سال، یا سال و ماه هم می‌شود.
guide-until = تا وقتی ادامه دارد خالی بماند.
guide-lifecycle = این مشتری تا کجا با شما آمده است. هر گام تاریخ می‌خورد.
guide-lifecycle-entries = هر مرحله کی آغاز شد؛ Rapport آن را نگه می‌دارد.
guide-lead-status = گفت‌وگو به کجا رسیده است. هر گام تاریخ می‌خورد.
guide-lead-status-entries = هر وضعیت کی آغاز شد؛ Rapport آن را نگه می‌دارد.
guide-tags = واژه‌های کوتاه برای دسته‌بندی؛ اگر برچسب مناسبی هست همان را به کار ببرید.
guide-needs = از شما چه می‌خواهد، به زبان خودش.
guide-motives = چرا می‌خرد: قیمت، کیفیت، زمان، اعتماد.
guide-sentiment = پس از آخرین تماس چه احساسی به شما دارد.
guide-purchase-for = برای چه کسی می‌خرد.
guide-feedback = از چه تعریف کرد یا چه را بهتر می‌خواهد، به زبان خودش.
guide-background = همکارتان پیش از تماس بعدی چه باید بداند.
guide-people-count = چند نفر به آن تعلق دارند؛ Rapport می‌شمارد.
guide-last-contact = آخرین تماس، ایمیل، دیدار، گفت‌وگو، پیام یا نامه در رخدادها.
guide-days-since-contact = روزهای کامل از آخرین تماس؛ امروز ۰ است.
guide-contact-count = چند تماس، ایمیل، دیدار، گفت‌وگو، پیام و نامه هست.
guide-recent-calls = در ۹۰ روز گذشته، با امروز، چند تماس بوده است.
guide-recent-emails = در ۹۰ روز گذشته، با امروز، چند ایمیل بوده است.
guide-recent-meetings = در ۹۰ روز گذشته، با امروز، چند دیدار بوده است.
guide-recent-chats = در ۹۰ روز گذشته، با امروز، چند گفت‌وگو بوده است.
guide-recent-tickets = در ۹۰ روز گذشته، با امروز، چند درخواست باز شده است.
guide-completeness = چه اندازه از نام، ایمیل، تلفن، نشانی، زادروز، سازمان، عنوان شغلی و راه تماس پسندیده پر شده است.
guide-colour = رنگ برچسب.
guide-description = برچسب کی به کار می‌رود، در یک جمله.
guide-body = چه گفته شد و بر چه توافق شد.
guide-activity = چه رخ داد؛ یادداشت سخن خود شماست.
guide-happened = کی رخ داد؛ می‌تواند پیش از اکنون باشد.
guide-stage = معامله تا کجا رسیده است؛ هر گام تاریخ دارد.
guide-stage-entries = معامله کی به کدام مرحله رسید؛ Rapport نگه می‌دارد.
guide-deal-status = باز است تا برنده شود یا از دست برود.
guide-value = ارزش معامله اگر برنده شود، با واحد پول: 1200 EUR.
guide-expected = روزی که انتظار تصمیم دارید.
guide-project-state = پروژه در چه حالی است.
guide-start = نخستین روز کار.
guide-task-status = گذشته، امروز، در پیش، روزی یا انجام‌شده؛ از سررسید به دست می‌آید.
guide-due = روزی که باید تا آن انجام شود؛ خالی یعنی روزی.
guide-due-time = ساعت آن روز، مانند 09:30.
guide-priority = زیاد برای آنچه نباید بماند.
guide-repeat = کار پس از انجام چگونه بازمی‌گردد.
guide-person = با چه کسی است؛ برای یافتن بنویسید.
guide-people = همهٔ کسانی که با آن‌هاست.
guide-also-with = چه کسان دیگری بودند؛ برای یافتن بنویسید.
guide-deal = معامله‌ای که به آن تعلق دارد.
guide-project = پروژه‌ای که به آن تعلق دارد.
guide-cadence = پس از این چند روز بی‌تماس، وقت تماس دوباره است؛ روی برچسب برای همهٔ دارندگان آن است.
guide-checklist = هر گام در یک سطر.
guide-items = هر قلم در یک سطر: چه، چند تا، به چه بهایی.
guide-lost-reason = چرا به جایی نرسید، در یکی دو واژهٔ تکرارشدنی: بها، زمان، رقیب.
guide-question = چه پرسیده شد.
guide-amount = چه پرداخت شد، با واحد پول.
guide-score = نمره‌ای که داده شد، ۰ تا ۱۰.
guide-ticket-status = آیا کسی منتظر شماست.
guide-answered = کی نخستین بار پاسخ داده شد.
guide-solved = کی حل شد.
guide-weighted = ارزش ضرب در احتمال مرحله.
guide-days-in-stage = روزهای کامل از رسیدن به این مرحله.
guide-rotting = آیا بیش از آنچه مرحله روا می‌دارد چیزی رخ نداده است.
guide-budget = آنچه می‌توان خرج کرد، با واحد پول.
guide-interaction-count = چند رخداد هست؛ Rapport می‌شمارد.
guide-get-back = روزی که زمان تماس دوباره می‌رسد.
guide-next-task = نخستین روزی که کاری باز سررسید دارد.
guide-purchase-count = چند خرید ثبت شده است.
guide-total-spent = جمع خریدها به پول آخرین خرید.
guide-average-order = میانگین خریدها به پول آخرین خرید.
guide-last-order = زمان آخرین خرید.
guide-ticket-count = چند درخواست ثبت شده است.
guide-open-tickets = درخواست‌های حل‌نشده.
guide-hours-to-answer = میانگین ساعت از درخواست تا نخستین پاسخ.
guide-average-score = میانگین همهٔ امتیازها.
guide-open-deals = معامله‌هایی که نه برنده‌اند و نه ازدست‌رفته.
guide-referrals = چند نفر را معرفی کرده است؛ Rapport می‌شمارد.
guide-pipeline = مسیر فروشی که مرحله از آن است.
guide-probability = از صد معامله در این مرحله چند تا برنده می‌شوند.
guide-rots-after = پس از این چند روز بی‌رخداد، معامله نشان داده می‌شود.
guide-outcome = معامله چگونه پایان یافت.
guide-closed = کی پایان یافت.
guide-done = کی انجام شد.
guide-demo = اینکه همه چیز اینجا ساختگی است یا نه.
guide-created = رکورد کی افزوده شد؛ Rapport آن را نگه می‌دارد.
guide-updated = رکورد آخرین بار کی تغییر کرد؛ Rapport آن را نگه می‌دارد.

## Rules of the lifecycle

field-on-deal-opened = وقتی معامله‌ای باز می‌شود
field-on-deal-won = وقتی معامله‌ای برنده می‌شود
field-on-purchase = وقتی چیزی خریده می‌شود
guide-on-deal-opened = مرحله‌ای که دارندگان معاملهٔ باز به آن می‌روند.
guide-on-deal-won = مرحله‌ای که دارندگان معاملهٔ برنده به آن می‌روند.
guide-on-purchase = مرحله‌ای که خریداران به آن می‌روند.
settings-lifecycle = چرخهٔ عمری که خود پیش می‌رود
settings-lifecycle-lead = افراد و سازمان‌ها به این مرحله پیش می‌روند و هرگز پس نمی‌روند. آن‌که دستی «سایر» شده است همان‌جا می‌ماند.
choice-on-deal-opened-stay = کسی جابه‌جا نمی‌شود
choice-on-deal-opened-lead = { choice-lifecycle-lead }
choice-on-deal-opened-marketing-qualified = { choice-lifecycle-marketing-qualified }
choice-on-deal-opened-sales-qualified = { choice-lifecycle-sales-qualified }
choice-on-deal-opened-opportunity = { choice-lifecycle-opportunity }
choice-on-deal-opened-customer = { choice-lifecycle-customer }
choice-on-deal-opened-evangelist = { choice-lifecycle-evangelist }
choice-on-deal-won-stay = کسی جابه‌جا نمی‌شود
choice-on-deal-won-lead = { choice-lifecycle-lead }
choice-on-deal-won-marketing-qualified = { choice-lifecycle-marketing-qualified }
choice-on-deal-won-sales-qualified = { choice-lifecycle-sales-qualified }
choice-on-deal-won-opportunity = { choice-lifecycle-opportunity }
choice-on-deal-won-customer = { choice-lifecycle-customer }
choice-on-deal-won-evangelist = { choice-lifecycle-evangelist }
choice-on-purchase-stay = کسی جابه‌جا نمی‌شود
choice-on-purchase-lead = { choice-lifecycle-lead }
choice-on-purchase-marketing-qualified = { choice-lifecycle-marketing-qualified }
choice-on-purchase-sales-qualified = { choice-lifecycle-sales-qualified }
choice-on-purchase-opportunity = { choice-lifecycle-opportunity }
choice-on-purchase-customer = { choice-lifecycle-customer }
choice-on-purchase-evangelist = { choice-lifecycle-evangelist }

## The kinds of data

data-identity = هویت
data-descriptive = توصیف
data-qualitative = به زبان خودشان
data-quantitative = رقم‌ها

## Colours of tags

colour-gray = خاکستری
colour-red = قرمز
colour-orange = نارنجی
colour-yellow = زرد
colour-green = سبز
colour-teal = سبزآبی
colour-blue = آبی
colour-purple = بنفش

## Settings

settings-appearance = نما
settings-language = زبان
settings-theme = پوسته
theme-system = مانند سیستم
theme-light = روشن
theme-dark = تیره
settings-room = { $used } از { $quota } که مرورگر می‌دهد به کار رفته است.
settings-persistent = مرورگر قول داده که خودسرانه حذفش نکند.
settings-not-persistent = مرورگر ممکن است با پر شدن دیسک حذفش کند.
settings-persist = از مرورگر بخواهید نگهش دارد
settings-backup = گرفتن پشتیبان
settings-schema = شرح پروندهٔ پشتیبان
settings-erase = پاک کردن همه چیز
settings-erase-lead = همهٔ رکوردها و تمام تاریخچه را از این دستگاه حذف می‌کند. این کار برگشت ندارد.
settings-erase-sure = همهٔ رکوردها و تمام تاریخچه از این دستگاه حذف می‌شود. بدون پشتیبان برای همیشه از دست می‌رود.

## Tags

tags-name = نام { $name }
tags-description = برای چیست
tags-description-of = { $name } برای چیست
tags-cadence = روز
tags-cadence-lead = پس از این چند روز با همهٔ دارندگان برچسب دوباره تماس بگیرید
tags-cadence-of = روز تا تماس دوباره با { $name }
tags-colour = رنگ { $name }

## Filters

guide-picked = فهرست‌های دستچینی که رکورد در آن‌هاست.
guide-view-of = نوع رکوردی که نما فهرست می‌کند.
guide-asks = صافی، ترتیب، ستون‌ها، گروه‌ها و جمع‌های نما.
guide-mapping = ستون‌های پرونده چگونه خوانده شد، برای پروندهٔ بعدی با همان ستون‌ها.
guide-figures = از پرونده چه درآمد.
guide-set-aside = سطرهای کنار گذاشته.
guide-export-of = نوع رکوردی که بیرون می‌رود.
guide-goes-out = قالب پرونده، و این‌که از هر فیلد چه مقدار بیرون می‌رود.
guide-pinned = آیا نما در کناره می‌آید.
guide-segment-of = نوع رکوردهای این بخش.
guide-filter = آنچه باید برقرار باشد تا رکورد در بخش باشد.
guide-fiscal-start = شمارهٔ ماهی که سال مالی با آن آغاز می‌شود؛ ژانویه ۱ است.

## Segments

segments-new-list = فهرست دستچین تازه
segments-add-list = افزودن فهرست
segments-list-of = فهرست از چه
segments-lead = بخش، فیلتری است با نام، یا فهرستی که خودتان می‌چینید. در یک فهرست فیلتر بنویسید و اینجا نگه دارید.
segments-starters = برای آغاز
segments-picked = دستچین
segments-delete = حذف بخش { $name }
segments-name = نام بخش
segments-save = ذخیره به‌عنوان بخش
segments-update = ذخیرهٔ تغییرها در { $name }
segments-saved = بخش ذخیره شد
segments-names-gone = درباره‌ٔ چیزی می‌پرسد که حذف شده است.
segment-all = همهٔ بخش‌ها
segment-gone = این بخش حذف شده است.
segment-rule = چه می‌پرسد
segment-nobody = اکنون کسی در آن نیست.
segment-list = نمایش همه در فهرست
trend-title = اندازه در گذر زمان
trend-lead = با قاعدهٔ امروز، پرسیده از رکوردها چنان‌که بودند.
trend-range = تا کی به عقب
trend-range-month = ۳۰ روز
trend-range-quarter = ۹۰ روز
trend-range-year = یک سال
trend-range-all = همه
trend-working = در حال خواندن دفتر تغییرها…
trend-summary = { $first } در { $from }، { $last } در { $to }؛ کمینه { $least }، بیشینه { $most }.
trend-steady = از { $from } تا { $to } همواره { $last }.
trend-begins = این فضای کار از { $date } آغاز می‌شود.
trend-torn = دفتر تغییرها پیش از { $date } خوانده نمی‌شود.
trend-table = به‌صورت جدول
trend-when = زمان
trend-size = اندازه
since-title = آمده‌ها و رفته‌ها
since-day = از
since-week = یک هفته
since-month = یک ماه
since-quarter = ۹۰ روز
since-unknown = دفتر تغییرها تا این روز خوانده نمی‌شود.
since-all = این فضای کار پس از آن آغاز شده، پس هر که در آن است از آن پس آمده است.
since-entered = آمده‌ها
since-entered-none = کسی نیامده است.
since-left = رفته‌ها
since-left-none = کسی نرفته است.
since-deleted = از آن پس حذف شده
since-more = نمایش بیشتر
overlap-title = اشتراک با بخش‌های دیگر
overlap-none = بخش دیگری برای مقایسه نیست.
overlap-shared = در هر دو
overlap-own = از این بخش
overlap-other = از بخش دیگر
combine = ترکیب
combine-with = ترکیب با { $name }
combine-title = بخش تازه از دو بخش
combine-other = بخش دیگر
combine-how = چه کسانی در آن باشند
combine-how-union = هر که در { $a } یا در { $b } است
combine-how-intersection = هر که هم در { $a } و هم در { $b } است
combine-how-difference = هر که در { $a } است و در { $b } نیست
combine-name-union = { $a } یا { $b }
combine-name-intersection = { $a } و { $b }
combine-name-difference = { $a } بدون { $b }
combine-make = ساختن بخش
settings-saved = تنظیم ذخیره شد
settings-calendar = تقویم
filter-imports-reading = در حال خواندن ورودها…
filter-imports-none = هنوز چیزی وارد نشده است.

## Fields of one’s own

history-switch-off = خاموش شد: { $what }
history-switch-on = روشن شد: { $what }
settings-fields = فیلدها
settings-fields-lead = آنچه می‌توان پر کرد. فیلدهای خودتان را بیفزایید و آنچه را لازم ندارید خاموش کنید؛ هر چه پر شده می‌ماند تا خودتان پاکش کنید.
fields-edit = تغییر فیلد
fields-edit-named = تغییر { $name }
fields-filled =
    { $count ->
        [0] خالی
       *[other] پرشده در { $count } رکورد
    }
fields-in-use = در کار
fields-in-use-named = { $name } در کار است
fields-empty = خالی کردن
fields-empty-named = خالی کردن { $name } در همه جا
fields-emptied = خالی شد: { $what }
fields-rename = تغییر نام گزینه‌ها
fields-rename-named = تغییر نام گزینه‌ها: { $name }
fields-rename-guide = آنچه خالی بماند همان نام زبان را دارد. آنچه پر شده همان‌گونه می‌ماند.
fields-remove = برداشتن { $name }
fields-up = بالا بردن { $name }
fields-down = پایین بردن { $name }
fields-not-currency = سه حرف، مانند EUR.

## The frame

undone = واگرد شد: { $what }
redone = دوباره انجام شد: { $what }
save = ذخیره

## The list

list-selected = { $count } انتخاب شده
list-remove-filter = حذف پالایه: { $what }
list-remove-tag = برداشتن برچسب
list-delete = حذف
list-nothing-found = چیزی پیدا نشد
list-nothing-found-lead = واژه‌ها یا پالایه‌های کمتری را امتحان کنید.
list-clear = پاک کردن پالایه‌ها
list-clear-selection = لغو انتخاب
list-field = فیلد
list-apply = اعمال

## History

history-edit = تغییر یافت: { $what }
history-add-tag = برچسب { $what } به { $count } افزوده شد
history-pick = { $count } به فهرست { $what } افزوده شد
history-unpick = { $count } از فهرست { $what } برداشته شد
history-remove-tag = برچسب { $what } از { $count } برداشته شد
history-merge-tags = در برچسب { $what } ادغام شد
history-import = وارد شد: { $what }
history-replace = همه چیز با { $what } جایگزین شد
history-demo = دادهٔ نمایشی
history-undone = واگرد شد: { $what }
history-redone = دوباره انجام شد: { $what }
history-base = تاریخچه از اینجا آغاز می‌شود، با { $count }؛ آنچه پیش‌تر بود رها شده است

## Problems

problem-field = { $field }: { $fault }
problem-gone = این رکورد حذف شده است.
problem-changed = { $field } در این میان در زبانهٔ دیگری تغییر کرده است. نگاهش کنید و دوباره تغییر دهید.
problem-nameless = نام، نشانی ایمیل یا شمارهٔ تلفن لازم است.
problem-circular = این بخش خودش را در بر می‌گرفت.
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
fault-no-pipeline = معاملهٔ تازه به مسیر فروش نیاز دارد و هنوز مسیری نیست. نخست در تنظیمات یکی بسازید.
fault-missing = اینجا چیزی لازم است.
fault-oneself = این همان فرد است.
fault-other-end = هر پیوند تنها به یک سوی دیگر می‌رسد.
fault-ends-early = پیش از آغاز پایان می‌یابد.
store-full = مرورگر جای بیشتری نمی‌دهد. چیزی ذخیره نشد. کمی از دیسک را خالی کنید و دوباره بکوشید.
store-newer = نسخهٔ تازه‌تری از Rapport اینجا نوشته است. برای گرفتنش دوباره بارگذاری کنید.
store-blocked = زبانهٔ دیگری با نسخهٔ قدیمی‌تر Rapport باز است. آن را ببندید و دوباره بارگذاری کنید.
store-timed-out = مرورگر پایگاه دادهٔ خود را باز نکرد. زبانه‌های دیگر این صفحه را ببندید یا مرورگر را دوباره اجرا کنید.
store-unavailable = این پنجرهٔ مرورگر پایگاه داده ندارد، مانند برخی پنجره‌های خصوصی. از پنجرهٔ معمولی استفاده کنید.
store-lost = ارتباط با پایگاه دادهٔ مرورگر قطع شد. چیزی ذخیره نشد. دوباره بکوشید.
store-failed = مرورگر نتوانست این را ذخیره کند: { $words }

## Recovery

recovery-title = فضای کار آن‌گونه که بود باز نشد
recovery-retry-lead = زبانه‌های دیگر این صفحه را ببندید و دوباره بکوشید. با تلاش دوباره چیزی تغییر نمی‌کند.
recovery-open-copy = باز کردن نسخهٔ دوم
recovery-copied = نسخهٔ دومی روی این دستگاه هست، با { $records ->
    [one] { $records } رکورد
   *[other] { $records } رکورد
  }.
recovery-copied-changed = آخرین آن‌ها در { $moment } تغییر کرده است.
recovery-copied-missing = { $count ->
    [0] تا آنجا که معلوم است هیچ تغییری در آن کم نیست.
    [one] { $count } تغییر پس از آن کم است.
   *[other] { $count } تغییر پس از آن کم است.
  }
recovery-open = باز کردن آنچه هست
recovery-open-lead = با آنچه مانده ادامه دهید. تغییرهای گمشده برنمی‌گردند.
recovery-open-other-lead = با فضای کاری که اکنون اینجاست ادامه دهید.
recovery-copy = ذخیرهٔ آنچه هست
recovery-copy-lead = همهٔ داده‌ها را، سالم یا آسیب‌دیده، در یک پرونده ذخیره کنید تا چیزی از دست نرود. آنچه از این پرونده خواندنی است مانند یک پشتیبان وارد می‌شود.
recovery-restore = بازیابی پشتیبان
recovery-restore-lead = فضای کار خالی تازه‌ای آغاز کنید و پروندهٔ پشتیبان را بیاورید.

## Tags

tags-new = برچسب تازه
tags-add = افزودن برچسب
tags-empty = هنوز برچسبی نیست
tags-empty-lead = برچسب واژه‌ای از خودتان است که با آن افراد را دوباره پیدا می‌کنید.
tags-merge = ادغام
tags-merge-title = ادغام { $name } در
tags-merged = برچسب‌ها ادغام شدند
tags-delete = حذف { $name }

## The history page

history-lead = همهٔ تغییرهای این فضای کار، تازه‌ترین در بالا. هر کدام را تا وقتی چیزی که تغییر داده دوباره تغییر نکرده باشد می‌توان برگرداند.
history-empty = هنوز اتفاقی نیفتاده
history-unread = تاریخچه اکنون خوانده نشد. چیزی از دست نرفته است.
history-undo = واگرد: { $what }
history-more = نمایش بیشتر

## Import and export

transfer-out = همه چیز را به خانه ببرید
transfer-out-lead = یک پرونده با همهٔ رکوردها، برای پشتیبان یا بردن به مرورگری دیگر.
transfer-save = ذخیره به صورت JSON
transfer-saved = با نام { $name } ذخیره شد
transfer-not-saved = مرورگر نتوانست پرونده را ذخیره کند: { $words }
transfer-in = آوردن پرونده
transfer-in-lead = پشتیبان Rapport (JSON)، مخاطبان دفترچهٔ نشانی (vCard) یا Monica (JSON) یا صفحه‌گسترده‌ای با سطر عنوان (CSV، TSV، XLSX). خانه‌های رونوشت‌شده از صفحهٔ گسترده را می‌توان اینجا چسباند.
transfer-drop = پرونده‌ای اینجا رها کنید یا انتخاب کنید
transfer-reading = در حال خواندن…
transfer-read = خواندن: { $percent } ٪
transfer-pasted = خانه‌های چسبانده
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
transfer-backup-last = آخرین پشتیبان روی این دستگاه: { $date }. { $changes }
transfer-backup-never = هنوز روی این دستگاه پشتیبانی گرفته نشده است.
transfer-backup-changes =
    { $count ->
        [0] از آن پس چیزی تغییر نکرده است.
       *[other] { $count } تغییر از آن پس.
    }
transfer-lock = قفل‌کردن با گذرواژه
transfer-lock-lead = بدون گذرواژه هیچ‌کس نمی‌تواند پرونده را باز کند؛ نه شما و نه دیگری. گذرواژه جایی نگه داشته نمی‌شود و بازیابی هم ندارد. پرونده در قالب age است که برنامه‌های دیگر هم بازش می‌کنند.
transfer-lock-work = کلید از گذرواژه ساخته می‌شود؛ چند ثانیه طول می‌کشد.
transfer-passphrase = گذرواژه
transfer-passphrase-again = همان، یک بار دیگر
transfer-passphrase-show = نمایش گذرواژه
transfer-passphrase-missing = گذرواژه‌ای وارد کنید یا پرونده را بدون آن ذخیره کنید.
transfer-passphrase-differs = این دو یکسان نیستند.
transfer-no-chance = این مرورگر عدد تصادفی نمی‌دهد، پس اینجا چیزی را نمی‌توان قفل کرد.
transfer-locked = پرونده قفل است. گذرواژه‌ای را که هنگام ذخیره داده‌اید وارد کنید.
transfer-open = بازکردن
transfer-opening = در حال بازکردن: { $percent } ٪
age-other-version = پرونده به شیوه‌ای تازه‌تر از آنچه این نسخهٔ Rapport می‌شناسد قفل شده است.
age-other-key = پرونده با کلید قفل شده است، نه با گذرواژه. نخست با برنامهٔ age بازش کنید.
age-head = آغاز پرونده آسیب دیده است و باز نمی‌شود.
age-too-much-work = بازکردن این پرونده بیش از توان مرورگر طول می‌کشد. نخست با برنامهٔ age بازش کنید.
age-no-room = حافظهٔ این دستگاه برای بازکردن پرونده کافی نیست.
age-wrong-passphrase = این گذرواژه پرونده را باز نمی‌کند. به بزرگی و کوچکی حروف و زبان صفحه‌کلید دقت کنید. اگر از درستی آن مطمئنید، آغاز پرونده آسیب دیده است.
age-damaged = پرونده از بایت { $byte } به بعد آسیب دیده است. چیزی از آن آورده نشد.
age-breaks-off = پرونده در بایت { $byte } بریده شده و پایانش نیست. چیزی از آن آورده نشد.
trial-title = آزمودن پشتیبان
trial-lead = یکی از پرونده‌هایتان را انتخاب کنید، قفل‌شده یا نشده. در انباره‌ای موقت بازیابی می‌شود، دوباره از آنجا بیرون آورده و مقایسه می‌شود. اینجا چیزی تغییر نمی‌کند.
trial-choose = پشتیبانی برای آزمودن انتخاب کنید
trial-going-on = پرونده برای آزمایش بازیابی می‌شود…
trial-whole = این پرونده سالم است: { $counts }.
trial-made = در { $moment } ساخته شده است.
trial-same = فضای کار اینجا با آن یکسان است.
trial-changed =
    { $count ->
        [0] فضای کار اینجا با آن یکسان نیست، هرچند از آن پس اینجا تغییری داده نشده است.
       *[other] از آن پس { $count } تغییر اینجا داده شده است.
    }
trial-other = این پرونده از فضای کار دیگری است، نه آن که اینجا باز است.
trial-not-whole = به این پرونده به عنوان پشتیبان نمی‌توان تکیه کرد.
trial-different = آنچه از پرونده بازسازی شد همان نیست که در آن نوشته شده است. پشتیبان دیگری بگیرید.
daily-title = پشتیبان هرروزه
daily-lead = پوشه‌ای انتخاب کنید، مثلاً پوشه‌ای که خودبه‌خود جای دیگری هم رونوشت می‌شود. تا Rapport باز است، روزی یک بار اگر چیزی تغییر کرده باشد پشتیبانی در آن نوشته می‌شود. هفت روز آخر و از هر یک از چهار هفتهٔ پیش از آن یکی می‌ماند؛ به پرونده‌های دیگر دست زده نمی‌شود.
daily-choose = انتخاب پوشه
daily-allow = اجازهٔ دوباره
daily-stop = توقف
daily-in = پشتیبان‌ها در «{ $name }» نوشته می‌شوند.
daily-asks = مرورگر می‌خواهد پیش از نوشتن دوباره در «{ $name }» از شما اجازه بگیرد.
daily-failed = پشتیبانی در «{ $name }» نوشته نشد: { $words }
daily-passphrase-lead = گذرواژه جایی ذخیره نمی‌شود و تا بستن یا بارگذاری دوبارهٔ این صفحه برقرار است؛ از آن پس پشتیبان‌ها قفل نمی‌شوند، مگر دوباره واردش کنید.
file-at = { $place }: { $fault }
file-line = سطر { $line }، ستون { $column }
file-record = { $kind }: رکورد { $number }
file-too-large = پرونده از { $most } بزرگ‌تر است.
file-not-utf8 = این متن UTF-8 نیست. با UTF-8 ذخیره کنید و دوباره بکوشید.
file-not-json = از اینجا پرونده دیگر JSON نیست.
file-half-character = اینجا نیمی از یک نویسه آمده است: کدی مانند \ud800 بی نیمهٔ دیگرش. برنامه‌ای که پرونده را نوشته متنی را از میان بریده است؛ نویسهٔ کامل را بگذارید یا نیمه را بردارید.
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
form-remove-tag =
    { $kind ->
        [person] برداشتن { $name }
       *[tag] برداشتن برچسب { $name }
    }
form-street = خیابان و پلاک
form-postcode = کد پستی
form-city = شهر
form-region = استان
form-country = کشور
form-add-named =
    { $kind ->
        [organization] ساختن سازمان «{ $name }»
        [person] ساختن فرد «{ $name }»
        [deal] ساختن معاملهٔ «{ $name }»
        [project] ساختن پروژهٔ «{ $name }»
        [task] ساختن کار «{ $name }»
       *[tag] ساختن برچسب «{ $name }»
    }
form-will-add = «{ $name }» هم افزوده می‌شود.
form-add-tag =
    { $kind ->
        [person] افزودن فرد
       *[tag] افزودن برچسب
    }
form-choose-photo = انتخاب تصویر
form-photo-hint = یا تصویری را اینجا بکشید یا بچسبانید.
form-remove-photo = برداشتن تصویر

## A new record

new-person = فرد تازه
new-organization = سازمان تازه
new-task = کار تازه
new-interaction = چه رخ داد
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
count-relation = { $count } پیوند
connections = پیوندها
connections-none = هنوز پیوندی نیست.
connections-add = افزودن پیوند
connections-edit = تغییر پیوند
connections-with = با
connections-own-role = نقش { $name }: { $role }
connections-since = از { $date }
connections-until = تا { $date }
connections-between = { $from } تا { $to }
connections-brought = معرفی‌شده‌ها: { $count }
connections-deleted = پیوند با { $name } پاک شد
connections-edit-named = تغییر پیوند با { $name }
connections-delete-named = پاک کردن پیوند با { $name }
former-left = { $name } دیگر در { $organization } نیست.
former-keep = نگه داشتن سمت پیشین در سابقهٔ کار
former-kept = سمت پیشین { $name } در سابقهٔ کار نگه داشته شد.
timeline = رخدادها
timeline-none = هنوز چیزی رخ نداده است.
timeline-none-such = چیزی از این گونه نیست.
timeline-new = چه رخ داد
timeline-log = ثبت
timeline-edit = تغییر رخداد
timeline-delete = حذف رخداد
timeline-deleted = رخداد حذف شد
timeline-only = نمایش
timeline-all = همه
timeline-contacts = تماس‌ها
timeline-steps = گام‌ها
timeline-more = نمایش بیشتر ({ $count })
timeline-entered = { $field }: { $stage }
timeline-entered-other = { $name }: { $field } { $stage }
timeline-closed = { $name }: { $outcome }
record-history = تاریخچه
record-history-none = هنوز چیزی رخ نداده است.
record-history-undo = واگرد این تغییر
record-history-edit = تغییر یافت
record-history-undo-all = واگرد این تغییر در { $count }
record-nothing = هیچ
record-added = افزوده شده: { $date }
record-changed = تغییر یافته: { $date }
record-delete = حذف

## Deals: the board, how they end, what comes of them

new-deal = معاملهٔ تازه
new-project = پروژهٔ تازه
board = تخته
board-table = جدول
board-open = { $count } معاملهٔ باز
board-weighted = وزنی { $value }
board-keys = کلیدهای جهت‌دار از کارتی به کارت دیگر می‌روند. فاصله کارت را برمی‌دارد و آن‌گاه کلیدهای جهت‌دار آن را به مرحلهٔ دیگر می‌برند. Enter باز می‌کند، W برنده می‌کند، L ازدست‌رفته می‌کند و N معامله‌ای به مرحله می‌افزاید.
board-add-in = افزودن معامله به «{ $name }»
board-new-name = نام معامله
board-empty-lead = معامله چیزی است که شاید بفروشید. اینجا هر معامله در مرحله‌ای است که به آن رسیده.
board-add-first = افزودن اولین معامله
board-make-pipeline = ساختن مرحله‌های معمول
board-no-stages = این مسیر هنوز مرحله‌ای ندارد. مرحله‌ها در تنظیمات ساخته می‌شوند:
board-expected = پایان: { $when }
board-no-task = کاری در پیش نیست
board-rotting = بی‌حرکت، { $count } روز در این مرحله
board-picked-up = { $name } در { $stage } برداشته شد. کلیدهای جهت‌دار آن را جابه‌جا می‌کنند، فاصله می‌گذاردش و Escape برش می‌گرداند.
board-moved = { $name } اکنون در { $stage } است.
board-put-down = { $name } گذاشته شد.
usual-pipeline = فروش
usual-stage-new = تازه
usual-stage-contacted = تماس گرفته‌شده
usual-stage-needs = نیاز روشن‌شده
usual-stage-offer = پیشنهاد داده‌شده
usual-stage-negotiation = مذاکره
deal-win = برنده
deal-win-named = برنده شدن { $name }
deal-lose = ازدست‌رفته
deal-lose-named = از دست رفتن { $name }
deal-lose-title = { $name }: ازدست‌رفته
deal-reopen = باز کردن دوباره
convert = تبدیل
convert-title = ساختن معامله از این فرد
convert-person = { $name } با همهٔ رخدادهایش می‌ماند.
convert-organization = { $name } از { $organization } است.
convert-organization-new = { $organization } افزوده می‌شود و { $name } از آن است.
convert-deal = معاملهٔ «{ $name }» در { $stage } آغاز می‌شود.
deal-was-won = برنده شد: { $name }
deal-was-lost = از دست رفت: { $name }
deal-was-reopened = دوباره باز شد: { $name }
deal-was-moved = جابه‌جا شد: { $name }
pipelines-lead = مرحله‌هایی که معامله از آن‌ها می‌گذرد، از هر صد معامله چند تا از آن مرحله برنده می‌شود، و پس از چند روز بی‌رخداد به معامله اشاره می‌شود.
pipelines-new = نام مسیر فروش
pipelines-add = افزودن مسیر
pipelines-new-stage = نام مرحله
pipelines-add-stage = افزودن مرحله
pipelines-percent = برنده، ٪
pipelines-rots = بی‌حرکت پس از … روز
pipelines-into = در آن معامله هست. به کجا بروند؟
pipelines-nowhere = در آن معامله هست و مرحلهٔ دیگری برایشان نیست. نخست یکی بسازید.

## Spreadsheets

csv-bring = وارد کردن
csv-column = ستون
csv-goes = می‌رود به
csv-goes-of = { $name } به کجا برود
csv-samples = برای نمونه
csv-encoding = رمزگذاری
csv-delimiter = میان خانه‌ها
csv-comma = ویرگول لاتین
csv-semicolon = نقطه‌ویرگول
csv-tab = جهش
csv-bar = خط عمودی
csv-days = ترتیب روز و ماه
csv-days-unknown = ترتیب روشن نیست
csv-days-day = اول روز
csv-days-month = اول ماه
csv-decimal = اعشار
csv-decimal-unknown = اعشار روشن نیست
csv-decimal-point = 1,234.5
csv-decimal-comma = 1.234,5
csv-joins = اگر ستون دیگری هم به آنجا برود
csv-joins-blank = تنها اگر آن یکی خالی باشد
csv-joins-behind = پشت آنچه آن یکی می‌گوید
csv-new-field = فیلد تازه…
csv-changed = آخرین تغییر
csv-line = سطر { $line }
quick = در یک سطر
quick-example = مریم رضایی، maryam@x.org، +98 21 5550 0102، @شرکت موتور #مهم // در نمایشگاه دیدیم
quick-save = افزودن
quick-known = همهٔ آن از پیش هست
command-quick-entry = افزودن فرد در یک سطر
imports = واردشده‌ها
imports-show = نمایش
imports-aside = ذخیرهٔ سطرهای کنار گذاشته
imports-aside-name = کنار گذاشته
imports-reason = دلیل
imports-take-back = بازگرداندن
csv-as-before = ستون‌ها مانند { $name }، { $date }.
import-by = همان فرد است اگر یکی باشد:
import-by-usual = ایمیل؛ بدون آن، نام و تلفن
import-by-email = ایمیل
import-by-phone = تلفن
import-by-name = نام و سازمان
import-by-nothing = هیچ: هر سطر فرد تازه‌ای است
import-meeting = کسی که از پیش هست
import-meeting-fill = جاهای خالی‌اش پر می‌شود
import-meeting-overwrite = آنچه را پرونده می‌گوید می‌گیرد
import-meeting-newer = اگر پرونده تازه‌تر باشد آنچه را می‌گوید می‌گیرد
import-meeting-skip = همان‌گونه می‌ماند
import-meeting-add = بار دوم افزوده می‌شود
import-phones = تلفن‌های بدون کد کشور از این کشورند
import-phones-none = هیچ‌جا: همان‌گونه می‌مانند
fixed = همهٔ افراد پرونده می‌گیرند
fixed-choose = فیلدی برگزینید…
fixed-guide = آنجا که پرونده دربارهٔ آنان چیزی نمی‌گوید. برچسب‌ها به برچسب‌های پرونده افزوده می‌شوند.
fixed-remove = بدون { $name }
import-people = افراد تازه
import-organizations = سازمان‌های تازه
import-tags = برچسب‌های تازه
import-notes = یادداشت‌ها
import-adding = سطرهایی که به افراد می‌افزایند
import-same = سطرهای از پیش دانسته
import-joined = سطرهای دربارهٔ همان فرد
import-left = سطرهایی که فردشان همان می‌ماند
import-aside = سطرهای کنار گذاشته
import-blank = سطرهای خالی
encoding-unicode = یونیکد
encoding-western = اروپای غربی
encoding-central-european = اروپای مرکزی
encoding-turkish = ترکی
encoding-baltic = بالتیک
encoding-vietnamese = ویتنامی
encoding-cyrillic = سیریلیک
encoding-greek = یونانی
encoding-hebrew = عبری
encoding-arabic = عربی و فارسی
encoding-thai = تایلندی
encoding-japanese = ژاپنی
encoding-chinese = چینی
encoding-korean = کره‌ای
csv-problems = { $count } سطر برای بررسی
csv-problems-lead = هیچ متنی از دست نمی‌رود: آنچه فیلدی نمی‌پذیرد در یادداشتی دربارهٔ فرد نگه داشته می‌شود.
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
csv-part-block = یکجا، تا از هم جدا شود
csv-ambiguous-day = ترتیب روز و ماه روشن نیست.
csv-ambiguous-number = ویرگول یا نقطه می‌تواند نشانهٔ اعشار یا هزارگان باشد.
csv-no-column = برای این خانه ستونی نیست.
csv-moved = به‌جای آن به { $field } می‌رود.
csv-differs = { $field } اینجا مقدار دیگری دارد که می‌ماند.
csv-no-record = { $field }: اینجا چیزی به نام «{ $name }» نیست؛ این سطر بی آن وارد می‌شود.
csv-set-aside = نه نام، نه ایمیل و نه تلفن: کنار گذاشته شد.
csv-about-nobody = آنچه اینجاست دربارهٔ کسی نیست: کنار گذاشته شد.
csv-binary = این جدولی به شکل متن نیست.
csv-empty = در این پرونده چیزی نیست.
csv-too-many-columns = سطر { $line } بیشتر از { $most } ستون دارد.
csv-too-many-rows = بیشتر از { $most } سطر.
csv-long-cell = سطر { $line }، ستون { $column }: بلندتر از { $most } نویسه.
workbook-sheet = برگه
workbook-not = این نه جدول است و نه کارپوشه.
workbook-other-form = پرونده‌های { $form } خوانده نمی‌شوند. آن را در برنامهٔ صفحه‌گسترده با قالب XLSX یا CSV ذخیره کنید و همان را وارد کنید.
workbook-locked = این کارپوشه تنها با گذرواژه باز می‌شود. آن را بدون گذرواژه ذخیره کنید و همان را وارد کنید.
workbook-too-large = این کارپوشه پس از باز شدن از فشردگی بیش از اندازه بزرگ است.
workbook-zip64 = این کارپوشه به شکل پرونده‌های بزرگ‌تر از ۴ گیگابایت (ZIP64) فشرده شده و خواندنی نیست. آن را در برنامهٔ صفحه‌گسترده‌تان دوباره، یا به شکل CSV، ذخیره کنید و همان را بیاورید.
workbook-damaged = این کارپوشه خراب است. آن را در برنامهٔ صفحه‌گسترده باز کنید، دوباره ذخیره کنید و همان را وارد کنید.
card-encoding = رمزگذاری شناخته نیست؛ متن همان‌طور که هست نگه داشته شد.
card-elsewhere = تصویر در وب است و دریافت نمی‌شود؛ نشانی‌اش در یادداشتی می‌ماند.
card-large-picture = تصویر از { $most } بزرگ‌تر است: کنار گذاشته شد.
card-left-out = پرونده‌ای پیوسته که هیچ فیلدی نمی‌پذیرد: کنار گذاشته شد.
card-breaks-off = پرونده اینجا ناتمام است. شاید تا پایان ذخیره نشده باشد.
card-group = فهرستی از مخاطبان است نه یک مخاطب: کنار گذاشته شد.
card-too-many = بیشتر از { $most } کارت.
card-too-deep = در سطر { $line } کارت‌ها بیش از { $most } سطح تو در تو هستند.
card-too-many-properties = کارت سطر { $line } بیشتر از { $most } مورد دارد.
card-long-value = سطر { $line } از { $most } بلندتر است.

## Filters

filter-bar = فیلتر به‌صورت متن
filter-bar-hint = tag:vip lifecycle:customer -has:emails
filter-add = شرط
filter-add-group = گروه
filter-remove = حذف
filter-which = چند تا باید برقرار باشد
filter-all = همهٔ این‌ها
filter-any = دست‌کم یکی از این‌ها
filter-none = هیچ‌کدام از این‌ها
filter-field = فیلد
filter-operator = عملگر
filter-value = مقدار
filter-day = در روزی
filter-words = هر واژه
filter-segment = بخش
filter-import = درون‌برد
filter-quoted = «{ $text }»
filter-slips-allowed = لغزش‌های بخشوده
filter-slips = «{ $text }» ({ $count ->
    [0] بی‌لغزش
   *[other] حداکثر { $count } لغزش
  })
filter-whatever = هرچه
filter-step = { $from } به { $to }
filter-range = { $from } تا { $to }
filter-compare = مقایسه
related-people = افراد
related-people-referred-by = افراد معرفی‌شده
related-interactions = رخدادها
related-interactions-person = رخدادهایی که بیش از همه با اوست
related-interactions-also-with = رخدادهایی که او هم در آن‌هاست
related-deals = معامله‌ها
related-projects = پروژه‌ها
related-tasks = کارها
related-relations = پیوندها
related-relations-other = پیوندهای دیگران با او
related-stages = مرحله‌ها
related-pipelines = مسیرهای فروش
related-organizations = سازمان‌ها
related-tags = برچسب‌ها
related-segments = بخش‌ها
related-own = { $records } ({ $field })

operator-filled = پر است
  .not = خالی است
  .help = مقداری هست، هرچه باشد. وارونهٔ آن رکوردهایی را می‌یابد که مقداری ندارند.
operator-contains = شامل است:
  .not = شامل نیست:
  .help = یکی از متن‌ها جایی در مقدار هست.
operator-is = برابر است با
  .not = برابر نیست با
  .help = همهٔ مقدار با یکی از متن‌ها برابر است. اگر چند مقدار باشد، مانند نشانی‌های ایمیل، یکی از آن‌ها بس است.
operator-starts = آغاز می‌شود با
  .not = آغاز نمی‌شود با
  .help = مقدار با یکی از متن‌ها آغاز می‌شود.
operator-ends = پایان می‌یابد با
  .not = پایان نمی‌یابد با
  .help = مقدار با یکی از متن‌ها پایان می‌یابد.
operator-matches = با الگو می‌خواند:
  .not = با الگو نمی‌خواند:
  .help = عبارت باقاعده جایی در مقدار یافت می‌شود؛ ^ و $ آغاز و پایان آن هستند. بزرگی و کوچکی حروف اثری ندارد، مگر آنکه عبارت با (?-i) آغاز شود.
operator-similar = شبیه است به
  .not = شبیه نیست به
  .help = مقدار، یا به همان شمار واژه از آن، همین متن است با حداکثر این تعداد لغزش، از صفر تا نُه: حرفی زیادی، افتاده، نادرست یا جابه‌جا با حرف کناری. بی‌عدد، یک لغزش بخشوده می‌شود.
operator-longer = بلندتر است از
  .not = بلندتر نیست از
  .help = شمار نویسه‌های مقدار بیش از این است.
operator-shorter = کوتاه‌تر است از
  .not = کوتاه‌تر نیست از
  .help = شمار نویسه‌های مقدار کمتر از این است. فیلد خالی کوتاه‌تر به شمار نمی‌آید، خالی است.
operator-equal = برابر است با
  .not = برابر نیست با
  .help = عدد یکی از این‌هاست. مبلغ‌ها همان‌گونه که نوشته شده‌اند سنجیده می‌شوند، واحد پول هرچه باشد.
operator-less = کمتر است از
  .not = کمتر نیست از
  .help = عدد کمتر از این است. فیلد خالی صفر نیست.
operator-at-most = حداکثر است
  .not = حداکثر نیست
  .help = عدد همین است یا کمتر.
operator-more = بیشتر است از
  .not = بیشتر نیست از
  .help = عدد بیشتر از این است.
operator-at-least = دست‌کم است
  .not = دست‌کم نیست
  .help = عدد همین است یا بیشتر.
operator-between = در این بازه است:
  .not = در این بازه نیست:
  .help = از این عدد تا آن عدد، هر دو نیز به حساب می‌آیند.
operator-top = از بیشترین‌هاست:
  .not = از بیشترین‌ها نیست:
  .help = از بیشترین‌ها در میان همهٔ رکوردهای این نوع که عددی دارند: این تعداد یا این درصد از آن‌ها. هر که در جای آخر شریک باشد نیز هست.
operator-bottom = از کمترین‌هاست:
  .not = از کمترین‌ها نیست:
  .help = از کمترین‌ها در میان همهٔ رکوردهای این نوع که عددی دارند: این تعداد یا این درصد از آن‌ها. هر که در جای آخر شریک باشد نیز هست.
operator-on = در این روز است:
  .not = در این روز نیست:
  .help = در همان روز، ماه، سال یا دوره است. مقداری که ماه یا سال است باید همه‌اش در آن باشد. هر لحظه از آنِ روزی است که ساعت شما نشان می‌دهد.
operator-before = پیش است از
  .not = پیش نیست از
  .help = پیش از نخستین روز آن است.
operator-not-after = دیرتر نیست از
  .not = دیرتر است از
  .help = در آخرین روز آن است یا پیش از آن.
operator-after = پس است از
  .not = پس نیست از
  .help = پس از آخرین روز آن است.
operator-not-before = زودتر نیست از
  .not = زودتر است از
  .help = در نخستین روز آن است یا پس از آن.
operator-between-days = میان این روزهاست:
  .not = میان این روزها نیست:
  .help = از نخستین روز این تا آخرین روز آن.
operator-in-last = در این مدت گذشته است:
  .not = در این مدت گذشته نیست:
  .help = بیش از این مدت نگذشته و دیرتر از امروز نیست: d روز، w هفته، m ماه، q فصل، y سال.
operator-older = پیش از این مدت است:
  .not = پیش از این مدت نیست:
  .help = بیش از این مدت از آن گذشته است. فیلد خالی چنین نیست؛ وارونهٔ «<» هر دو را می‌یابد.
operator-in-next = در این مدت آینده است:
  .not = در این مدت آینده نیست:
  .help = امروز یا پس از آن است و دیرتر از این مدت نیست.
operator-further = دورتر از این مدت است:
  .not = دورتر از این مدت نیست:
  .help = دیرتر از این مدت در آینده است.
operator-weekday = روز هفته‌اش است:
  .not = روز هفته‌اش نیست:
  .help = در یکی از این روزهای هفته است. ماه، سال و روز بی‌سال در هیچ‌یک نیستند.
operator-in-month = ماهش است:
  .not = ماهش نیست:
  .help = در یکی از این ماه‌هاست، سال هرچه باشد. اگر ماه دانسته نباشد، در هیچ‌یک نیست.
operator-anniversary = سالگردش فرا می‌رسد تا
  .not = سالگردش فرا نمی‌رسد تا
  .help = ماه و روز آن از امروز تا این مدت دیگر فرا می‌رسد. ۲۹ فوریه در سال‌هایی که ۲۹ ندارند در ۲۸ فوریه فرا می‌رسد.
operator-any-of = یکی است از
  .not = هیچ‌یک نیست از
  .help = یکی از این‌هاست، یا یکی از این‌ها را دارد.
operator-all-of = همه را دارد:
  .not = همه را ندارد:
  .help = همهٔ این‌ها را دارد؛ شاید جز این‌ها را هم داشته باشد.
operator-exactly = دقیقاً همین است:
  .not = دقیقاً همین نیست:
  .help = همهٔ این‌ها را دارد و جز این‌ها را ندارد.
operator-is-flag = برابر است با
  .not = برابر نیست با
  .help = بله است یا خیر. آنچه هرگز پر نشده هیچ‌کدام نیست.
operator-any-related = دست‌کم یکی با
  .not = هیچ‌یک با
  .help = دست‌کم یکی از رکوردهای پیوسته چنین است. وارونهٔ آن رکوردهایی را هم می‌یابد که هیچ رکورد پیوسته‌ای ندارند.
operator-every-related = همه با
  .not = نه همه با
  .help = رکوردهای پیوسته‌ای هست و همه چنین‌اند. اگر هیچ نباشد برقرار نیست.
operator-count-related = شمار آن‌ها با
  .not = شمار دیگری با
  .help = این تعداد از رکوردهای پیوسته چنین‌اند. نبودنشان صفر است: «= 0» و «< 1» رکوردهایی را می‌یابند که هیچ ندارند.
operator-was = زمانی بوده است
  .not = هرگز نبوده است
  .help = زمانی یکی از این‌ها بوده یا اکنون هست؛ حتی اگر امروز خالی باشد. آنچه برگردانده شده هرگز نبوده است.
operator-changed = تغییر کرده در مدت گذشتهٔ
  .not = تغییر نکرده در مدت گذشتهٔ
  .help = در این مدت نوشته شده، تغییر کرده یا خالی شده است.
operator-went = رفته است از
  .not = هرگز نرفته است از
  .help = زمانی از یکی از این‌ها به یکی از آن‌ها رفته است. «*» به جای هرچه می‌آید، خالی هم.
operator-held = بی‌تغییر مانده بیش از
  .not = بی‌تغییر نمانده بیش از
  .help = مقداری هست و بیش از این مدت همان مانده است. اگر تغییری نکرده، از زمان ساختن رکورد.
operator-in-segment = این را دارد:
  .not = این را ندارد:
  .help = رکورد در یکی از این بخش‌هاست. بخشی که دیگر نیست هیچ رکوردی ندارد.
operator-in-import = این را آورده:
  .not = این را نیاورده:
  .help = یکی از این درون‌بردها رکورد را ساخته یا تغییر داده است. درون‌برد برگردانده‌شده چیزی نیاورده است.

weekday-1 = دوشنبه
weekday-2 = سه‌شنبه
weekday-3 = چهارشنبه
weekday-4 = پنجشنبه
weekday-5 = جمعه
weekday-6 = شنبه
weekday-7 = یکشنبه
month-1 = ژانویه
month-2 = فوریه
month-3 = مارس
month-4 = آوریل
month-5 = مه
month-6 = ژوئن
month-7 = ژوئیه
month-8 = اوت
month-9 = سپتامبر
month-10 = اکتبر
month-11 = نوامبر
month-12 = دسامبر
period-last-day = دیروز
period-this-day = امروز
period-next-day = فردا
period-so-far-day = امروز تا اکنون
period-last-week = هفتهٔ گذشته
period-this-week = این هفته
period-next-week = هفتهٔ آینده
period-so-far-week = این هفته تا امروز
period-last-month = ماه گذشته
period-this-month = این ماه
period-next-month = ماه آینده
period-so-far-month = این ماه تا امروز
period-last-quarter = فصل گذشته
period-this-quarter = این فصل
period-next-quarter = فصل آینده
period-so-far-quarter = این فصل تا امروز
period-last-year = سال گذشته
period-this-year = امسال
period-next-year = سال آینده
period-so-far-year = امسال تا امروز
period-last-fiscal-quarter = فصل مالی گذشته
period-this-fiscal-quarter = این فصل مالی
period-next-fiscal-quarter = فصل مالی آینده
period-so-far-fiscal-quarter = این فصل مالی تا امروز
period-last-fiscal-year = سال مالی گذشته
period-this-fiscal-year = این سال مالی
period-next-fiscal-year = سال مالی آینده
period-so-far-fiscal-year = این سال مالی تا امروز
unit-day = روز
unit-week = هفته
unit-month = ماه
unit-quarter = فصل
unit-year = سال
span-day = { $count } روز
span-week = { $count } هفته
span-month = { $count } ماه
span-quarter = { $count } فصل
span-year = { $count } سال

expected-field = فیلدی به نام «{ $text }» نیست.
expected-field-name = اینجا باید نام یک فیلد باشد.
expected-operator = { $text } چنین عملگری ندارد.
expected-choice = { $text } چنین گزینه‌ای ندارد.
expected-tag = برچسبی به این نام نیست.
expected-segment = بخشی به این نام نیست.
expected-record = رکوردی به این نام نیست، یا چند تا هست.
expected-comparable = این فیلد با فیلد نخست مقایسه‌پذیر نیست.
expected-condition = پیش یا پس از این چیزی کم است.
expected-parenthesis = این پرانتز بسته نشده است.
expected-quotation = این گیومه بسته نشده است.
expected-shallower = گروه‌های تودرتو بیش از اندازه‌اند.
expected-pattern = این عبارت منظم نیست.
expected-text = اینجا باید متنی باشد. متن فاصله‌دار را در گیومه بنویسید.
expected-count = اینجا باید عددی صحیح باشد.
expected-number = اینجا باید عددی باشد، مانند 12.5.
expected-range = اینجا باید دو عدد باشد، مانند 10..20.
expected-share = اینجا باید شمار یا سهمی باشد، مانند 10 یا 5%.
expected-when = اینجا باید روزی باشد، مانند 2026-03-09، 2026-03، today یا last-month.
expected-whens = اینجا باید دو روز باشد، مانند 2026-01-01..2026-03-31.
expected-ago = اینجا باید مدتی باشد، مانند 30d، 2w، 6m یا 1y.
expected-ahead = اینجا باید مدتی باشد، مانند ‎+30d یا ‎+2w.
expected-weekdays = اینجا باید روزهای هفته باشد، مانند mon,tue.
expected-months = اینجا باید ماه باشد، مانند 3 یا mar.
expected-flag = بله یا خیر (yes یا no).
expected-members = اینجا باید یک یا چند مقدار با ویرگول میانشان باشد.
expected-group = اینجا باید شرط‌هایی در پرانتز باشد.
expected-step = اینجا باید دو مقدار با «to» میانشان باشد، مانند lead to customer.

## Segments

why-in = چرا این رکورد اینجاست؟
why-out = چرا این رکورد در فهرست نیست؟
why-holds = برقرار است
why-fails = برقرار نیست
starter-not-contacted = مشتریان بی‌تماس در ۶۰ روز
starter-birthdays = زادروز در ۲ هفتهٔ آینده
starter-no-email = مشتریان بی‌ایمیل
starter-new = افزوده‌شده در ۳۰ روز گذشته
list-take-off = برداشتن از { $name }

## Fields of one’s own

history-repair = آنچه به رکوردهای نبوده اشاره می‌کرد پاک شد
history-convert = نوع { $what } تغییر کرد
history-rename = نام گزینه‌ها تغییر کرد: { $what }
problem-field-exists = فیلدی با این نام هست.
problem-in-use = در این مرحله معامله هست. نخست بگویید به کجا بروند.
fault-money = «{ $value }» مبلغی مانند 12.50 EUR نیست.
field-label = نام
field-defines = نام در پرونده‌ها
field-defined-on = برای
field-kind = نوع
field-choices = گزینه‌ها
field-data-kind = گروه
field-definition = تعریف
field-convention = شیوهٔ پر کردن
field-place = جا
field-off = خاموش
field-currency = واحد پول
guide-label = کوتاه و متفاوت با بقیه؛ بعداً می‌توان عوضش کرد.
guide-defines = Rapport آن را می‌سازد و هرگز عوض نمی‌شود تا پرونده‌ها خوانا بمانند.
guide-defined-on = کدام نوع رکورد این فیلد را دارد.
guide-kind = چه چیزی در آن نوشته می‌شود؛ پیش از تغییر، آنچه جور درنمی‌آید نشان داده می‌شود.
guide-choices = کم و روشن؛ ترتیب اینجا همان ترتیب مرتب‌سازی است.
guide-data-kind = هویت می‌گوید کیست، توصیف واقعیت است، گفته‌ها نظر خودشان است، و ارقام شمردنی‌اند.
guide-definition = معنای فیلد در یک جمله. فرم آن را نشان می‌دهد.
guide-convention = یک نمونه یا قاعده، تا همه یکسان بنویسند.
guide-place = جای آن میان فیلدها.
guide-off = فیلد خاموش دیده نمی‌شود؛ آنچه در آن است می‌ماند.
guide-currency = برای مبلغی که بدون واحد نوشته شود: EUR، USD، IRR.
fields-choices-added = گزینه‌های خودتان
fields-choice-new = گزینهٔ تازه
fields-choice-add = افزودن گزینه
fields-choice-label = نام گزینه
fields-choice-merge = ادغام { $name } در گزینه‌ای دیگر
fields-choice-merge-into = ادغام در…
fields-choice-suggest = برداشتن از آنچه پر شده است
fields-conversion =
    { $lost ->
        [one] { $kept } مقدار می‌ماند و یکی جور نیست و پاک می‌شود: { $examples }
       *[other] { $kept } مقدار می‌ماند و { $lost } مقدار جور نیست و پاک می‌شود، مانند: { $examples }
    }

## Help

command-palette = یافتن یا انجام هر چیز
command-help = نمایش کلیدها
command-search = جستجو
command-undo = واگرد
command-redo = انجام دوباره
command-add-person = افزودن فرد
command-add-organization = افزودن سازمان
command-add-deal = افزودن معامله
command-add-project = افزودن پروژه
command-add-task = افزودن کار
command-go-home = رفتن به خانه
command-go-people = رفتن به افراد
command-go-organizations = رفتن به سازمان‌ها
command-go-deals = رفتن به معامله‌ها
command-go-projects = رفتن به پروژه‌ها
command-go-tasks = رفتن به کارها
command-go-interactions = رفتن به همهٔ رخدادها
command-go-calendar = رفتن به تقویم
command-go-tags = رفتن به برچسب‌ها
command-go-transfer = رفتن به ورود و خروج
command-go-history = رفتن به تاریخچه
command-go-settings = رفتن به تنظیمات
command-go-your-data = رفتن به داده‌های شما
command-save-backup = خروجی گرفتن از همه چیز با قالب JSON
command-import-file = ورود پرونده
command-lock-now = همین حالا قفل شود
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
command-note = ثبت رخداد
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
segments-edit = ویرایش بخش
segments-edit-of = ویرایش بخش { $name }
command-go-segments = رفتن به بخش‌ها
command-filter-help = راهنمای نوشتن فیلتر
command-filter = فیلتر کردن آنچه دیده می‌شود
command-arrange = ترتیب، گروه‌بندی و نگه داشتن فهرست

## Views

arrange-sort = ترتیب بر پایهٔ
arrange-direction = جهت
arrange-ascending = صعودی
arrange-descending = نزولی
arrange-add-sort = سپس بر پایهٔ
arrange-remove = برداشتن
arrange-group = گروه‌بندی بر پایهٔ
arrange-no-group = بدون گروه
arrange-fold-all = بستن همه
arrange-unfold-all = باز کردن همه
arrange-totals = جمع‌ها
arrange-total = جمع
arrange-add-total = افزودن جمع
total-filled = پر
total-empty = خالی
total-sum = مجموع
total-average = میانگین
total-least = کمترین
total-greatest = بیشترین
total-earliest = زودترین
total-latest = تازه‌ترین
group-none = بدون مقدار
views = نماها
views-name = نام نما
views-save = نگه داشتن نما
views-saved = نما ذخیره شد
views-pin = نمایش نمای { $name } در کناره
views-rename = تغییر نام نمای { $name }
views-delete = حذف نمای { $name }

## What is done to all that is selected

bulk-change = تغییر…
bulk-change-title = تغییر { $what }
bulk-delete-title = { $what } حذف شود؟
bulk-act = چه کاری
bulk-act-set = تعیین یک فیلد
bulk-act-clear = پاک کردن یک فیلد
bulk-act-add-tags = افزودن برچسب
bulk-act-remove-tags = برداشتن برچسب
bulk-act-add-choices = افزودن گزینه
bulk-act-remove-choices = برداشتن گزینه
bulk-act-note = نوشتن یادداشت برای هر کدام
bulk-preview = چه چیزی تغییر می‌کند
bulk-preview-empty = همین که چیزی وارد کنید، آنچه تغییر می‌کند اینجا می‌آید.
bulk-changed = تغییر می‌کنند
bulk-same = همین‌گونه‌اند و دست نمی‌خورند
bulk-losing = آنچه اکنون دارند از دست می‌دهند
bulk-nameless = بی‌نام می‌ماندند و دست نمی‌خورند
bulk-deleted = حذف می‌شوند
bulk-notes = رخدادهایی که با آن‌ها می‌روند
bulk-relations = پیوندهایی که با آن‌ها می‌روند
bulk-pointing = رکوردهای دیگری که به آن‌ها اشاره دارند و دیگر نخواهند داشت
bulk-nothing = چیزی برای تغییر نبود.
history-set = { $what } برای { $count } تغییر کرد
history-clear = { $what } برای { $count } پاک شد
work-going-on = در حال انجام…
work-storing = در حال ذخیره…
work-storing-late = مرورگر هنوز آن را تأیید نکرده است. تا آن زمان ذخیره نشده است: این صفحه را باز بگذارید.
work-cancelled = لغو شد. چیزی تغییر نکرد.

## Taking home what a list finds

bulk-export = خروجی…
command-export = خروجی گرفتن از آنچه انتخاب یا پیدا شده است
export-title = خروجی گرفتن
export-profile = نمایه
export-profile-none = هیچ‌کدام
export-profile-name = نام نمایه
export-profile-save = نگه داشتن نمایه
export-profile-saved = نمایه ذخیره شد
export-profile-rename = تغییر نام نمایهٔ { $name }
export-profile-delete = حذف نمایهٔ { $name }
export-what = چه چیزی
export-selected = انتخاب‌شده: { $what }
export-found = همهٔ آنچه پیدا شده: { $what }
export-format = به‌صورت
export-format-csv = جدول (CSV)
export-format-vcard = vCard 3.0 برای دفترچه‌های نشانی
export-format-newer-vcard = vCard 4.0
export-format-json = رکورد برای Rapport دیگر (JSON)
export-format-list = فهرست چاپی
export-format-labels = برچسب نشانی چاپی
export-format-mail = ایمیل به همه
export-json-lead = سازمان‌ها، برچسب‌ها و فیلدهایی که به آن‌ها اشاره می‌کنند نیز همراه می‌آیند. بخش «ورود و خروج» آن‌ها را به فضای کاری دیگری می‌افزاید.
export-preset = برای
export-preset-excel = Excel
export-preset-libreoffice = LibreOffice
export-preset-plain = برنامه‌های دیگر، هر خانه دقیقاً همان‌گونه که هست
export-columns = ستون‌ها
export-columns-list = ستون‌های فهرست
export-columns-all = همهٔ فیلدها
export-mask-of = چه مقدار از { $field } بیرون برود
export-mask-open = همان‌گونه که هست
export-mask-blurred = محوشده
export-print = چاپ
export-print-most = { $count } مورد نخست چاپ می‌شود.
export-labels-lead = ۲۴ برچسب ۷۰ × ۳۷ میلی‌متری در هر برگ A4. بدون حاشیه و در اندازهٔ اصلی چاپ کنید.
export-labels-without = بدون نشانی پستی: { $what }.
export-mail-count =
    { $count ->
        [one] یک نشانی.
       *[other] { $count } نشانی.
    }
export-mail-without = بدون نشانی ایمیل: { $what }.
export-mail-lead = پیوند، برنامهٔ ایمیل شما را با نشانی‌ها به‌صورت رونوشت مخفی باز می‌کند. هر پیوند تعداد محدودی را می‌گیرد، پس ممکن است چند پیوند باشد.
export-mail-write = نوشتن
export-mail-part = بخش { $nth } از { $of }
export-copy = کپی نشانی‌ها
export-copied = نشانی‌ها کپی شد
export-not-copied = مرورگر نتوانست کپی کند: { $words }

## Tasks

task = کار
task-title = چه باید کرد
task-links-open = باز
task-edit = تغییر کار
task-more = بیشتر…
task-today = امروز
task-tomorrow = فردا
task-next-week = هفتهٔ آینده
task-someday = روزی
task-put-off = به تعویق انداختن
task-pick-day = به تعویق انداختن تا روز
task-pick = تعویق
task-done-log = انجام شد، و ثبت رخداد…
task-important = مهم
task-steps = { $done } از { $all } گام
task-step = گام
task-step-add = افزودن گام
items-name = قلم
items-quantity = تعداد
items-price = قیمت هر یک
items-counted = × { $quantity }
items-priced = { $quantity } × { $price } = { $sum }
items-add = افزودن قلم
items-remove = حذف قلم
items-total = جمع
task-step-remove = برداشتن گام
task-step-done = انجام شد: { $step }
task-moved = { $what }: { $day }
task-reopened = دوباره باز شد: { $what }
repeat-never = تکرار نمی‌شود
repeat-period-daily = روزانه
repeat-period-workdays = دوشنبه تا جمعه
repeat-period-weekly = هفتگی
repeat-period-monthly = ماهانه
repeat-period-yearly = سالانه
repeat-every = هر
repeat-unit-daily = روز
repeat-unit-workdays = روز کاری
repeat-unit-weekly = هفته
repeat-unit-monthly = ماه
repeat-unit-yearly = سال
repeat-weekdays = در این روزها
repeat-month-day = در کدام روز ماه
repeat-end = پایان تکرار
repeat-end-never = بی‌پایان
repeat-end-until = تا
repeat-end-count = به شمار معین
repeat-end-times = چند بار
repeat-daily =
    { $every ->
        [1] هر روز
       *[other] هر { $every } روز
    }
repeat-workdays = هر روز از دوشنبه تا جمعه
repeat-weekly =
    { $every ->
        [1] هر هفته
       *[other] هر { $every } هفته
    }
repeat-monthly =
    { $every ->
        [1] هر ماه
       *[other] هر { $every } ماه
    }
repeat-yearly =
    { $every ->
        [1] هر سال
       *[other] هر { $every } سال
    }
repeat-on = { $period }، { $days }
repeat-date = روز { $date }
repeat-last-date = آخرین روز
repeat-nth =
    { $nth ->
        [1] نخستین { $day }
        [2] دومین { $day }
        [3] سومین { $day }
        [4] چهارمین { $day }
       *[5] پنجمین { $day }
    }
repeat-last = آخرین { $day }
repeat-until = { $rule } تا { $date }
repeat-count = { $rule }، { $count } بار

## The home page

home-arrange = چیدمان
home-all-hidden = همهٔ کارت‌ها پنهان‌اند. با «چیدمان» برمی‌گردند.
home-all = نمایش هر { $count }
home-up = بالا بردن: { $name }
home-down = پایین بردن: { $name }
home-shown = نمایش: { $name }
home-due = برای انجام
home-due-none = هیچ کاری سررسید نشده است. از آرامش لذت ببرید.
home-back = باید سراغشان رفت
home-back-none = کسی چشم‌به‌راه شما نیست.
home-log-of = ثبت رخداد با { $name }
home-birthdays = زادروزها
home-birthdays-none = در دو هفتهٔ آینده زادروزی نیست.
home-turns = { $day }: { $age } سالگی
home-still = معامله‌های راکد
home-still-none = همهٔ معامله‌ها در جریان‌اند.
home-still-since = { $stage }، { $count } روز است
home-touched = آخرین تغییرها
home-touched-none = هنوز چیزی افزوده نشده است.
home-backup = پشتیبان
home-backup-save = گرفتن پشتیبان
home-backup-quiet = همه چیز فقط در همین مرورگر است. { $last }
home-backup-later = بعداً
home-backup-mark = وقت پشتیبان‌گیری است
home-counts = به عدد
home-open-deals =
    { $count ->
        [0] معاملهٔ بازی نیست
       *[other] { $count } معاملهٔ باز: { $worth }
    }
home-open-tasks = { $count } کار باز

## The calendar

calendar-month = ماه
calendar-week = هفته
calendar-agenda = برنامه
calendar-spans = بازهٔ نمایش
calendar-previous = پیش‌تر
calendar-next = پس‌تر
calendar-export = ذخیره با قالب ics
calendar-export-lead = کارهای باز با یادآور، زادروزها و روزهای پیگیری افراد، برای تقویم‌های دیگر.
calendar-nothing = هنوز چیزی در تقویم نیست.
calendar-birthday-of = زادروز { $name }
calendar-back-to = پیگیری { $name }
calendar-day =
    { $count ->
        [0] { $day }
       *[other] { $day }، { $count } مورد
    }
calendar-found =
    { $count ->
        [0] در این روزها کاری پیدا نشد.
       *[other] { $count } کار در این روزها پیدا شد.
    } هنگام جستجو یا پالایش کارها، معامله‌ها، زادروزها و روزهای پیگیری افراد نشان داده نمی‌شوند.
calendar-more = { $count } مورد دیگر
calendar-day-none = در این روز چیزی نیست.
calendar-days-none = در این روزها چیزی نیست.
calendar-kind-task = کار
calendar-kind-again = تکرار کار
calendar-kind-close = زمان احتمالی بسته‌شدن
calendar-kind-birthday = زادروز
calendar-kind-back = پیگیری

## Your data

your-data = داده‌های شما
settings-your-data = کجاست و چه بیرون می‌رود
your-data-where = کجاست
your-data-place = همه‌چیز روی همین دستگاه است، در آنچه این مرورگر برای { $address } نگه می‌دارد. هیچ‌کس دیگری نسخه‌ای ندارد، مگر آنکه خودتان ساخته باشید.
your-data-unused = سافاری آنچه را سایتی ذخیره کرده است، اگر هفت روز باز نشود پاک می‌کند، مگر آنکه به صفحهٔ اصلی یا داک افزوده شده باشد.
your-data-network = آنچه بیرون می‌رود
your-data-network-lead = رپورت تنها پرونده‌های خودش را می‌خواهد. مرورگر هم می‌شمارد:
your-data-own = { $count ->
    [one] { $count } درخواست برای پرونده‌ای از برنامه، از هنگام باز شدن
   *[other] { $count } درخواست برای پرونده‌های برنامه، از هنگام باز شدن
  }
your-data-others = { $count ->
    [one] { $count } درخواست از دیگران
   *[other] { $count } درخواست از دیگران
  }
your-data-since = { $count ->
    [one] { $count } درخواست از هر گونه، از هنگام بسته شدن صفحه
   *[other] { $count } درخواست از هر گونه، از هنگام بسته شدن صفحه
  }
your-data-closed = صفحه بسته است: مرورگر هر درخواستی از هر شبکه‌ای را، حتی از میزبان خود برنامه، تا بارگذاری دوباره رد می‌کند.
your-data-open = صفحه همین‌که همهٔ بخش‌های برنامه برسد بسته می‌شود.
your-data-requests = همهٔ درخواست‌ها
your-data-policies = سیاست‌های برقرار
your-data-offline = بدون شبکه
your-data-kept = خود برنامه هم روی این دستگاه نگه داشته شده است، نسخهٔ { $version }. بدون شبکه باز می‌شود.
your-data-not-kept = برنامه روی این دستگاه نگه داشته نشده است، پس برای باز شدن شبکه می‌خواهد. پنجره‌های خصوصی و نشانی‌های بدون https اجازه نمی‌دهند.
your-data-check = بررسی پرونده‌های آن
your-data-whole = هر { $files } پرونده همان است که ساخته شده بود.
your-data-damaged = { $count ->
    [one] { $count } پرونده آسیب دیده و از نو گرفته نشد. هنگام باز شدن برنامه با شبکه دوباره تلاش می‌شود.
   *[other] { $count } پرونده آسیب دیده و از نو گرفته نشد. هنگام باز شدن برنامه با شبکه دوباره تلاش می‌شود.
  }
check = آیا همهٔ آن سالم است؟
check-lead = به هر مقدار ذخیره‌شده، به همهٔ تاریخچه و به اینکه چه کسی به چه اشاره می‌کند نگاه می‌کند، و فضای کار را یک بار دیگر از دیسک باز می‌کند تا با آنچه می‌بینید بسنجد.
check-everything = بررسی همه‌چیز
check-going-on = در حال بررسی…
check-values = { $count ->
    [one] { $count } مقدار ذخیره‌شده با جمع آزمون آن سنجیده شد.
   *[other] { $count } مقدار ذخیره‌شده با جمع آزمون آن‌ها سنجیده شد.
  }
check-clean = همه‌چیز همان است که نوشته شده بود، و آنچه می‌بینید همان است که روی دیسک است.
check-pages = { $count ->
    [one] { $count } مقدار از رکوردها آسیب دیده بود. از روی آنچه می‌بینید دوباره نوشته می‌شود؛ چیزی از دست نرفته است.
   *[other] { $count } مقدار از رکوردها آسیب دیده بود. از روی آنچه می‌بینید دوباره نوشته می‌شود؛ چیزی از دست نرفته است.
  }
check-changes = { $count ->
    [one] { $count } بخش از تاریخچه آسیب دیده یا نیست. رکوردها دست نخورده‌اند، ولی آنچه آن هنگام رخ داده نه گفتنی است و نه برگرداندنی.
   *[other] { $count } بخش از تاریخچه آسیب دیده یا نیست. رکوردها دست نخورده‌اند، ولی آنچه آن هنگام رخ داده نه گفتنی است و نه برگرداندنی.
  }
check-different = { $count ->
    [one] { $count } رکورد روی دیسک با آنچه روی صفحه است فرق دارد. همین حالا پشتیبان بگیرید و سپس صفحه را دوباره بارگذاری کنید.
   *[other] { $count } رکورد روی دیسک با آنچه روی صفحه است فرق دارد. همین حالا پشتیبان بگیرید و سپس صفحه را دوباره بارگذاری کنید.
  }
check-lost-links = { $count ->
    [one] { $count } رکورد به رکوردی اشاره می‌کند که نیست.
   *[other] { $count } رکورد به رکوردهایی اشاره می‌کنند که نیستند.
  }
check-repair = پاک کردن آنچه به هیچ اشاره می‌کند
retention = تاریخچه
retention-extent = { $count ->
    [one] یک تغییر از { $date }، { $size }.
   *[other] { $count } تغییر از { $date }، { $size }.
}
retention-keep = نگه‌داشتن تاریخچه
retention-all = برای همیشه
retention-two-years = دو سال
retention-year = یک سال
retention-quarter = ۹۰ روز
retention-guide = تغییرهای قدیمی‌تر دیگر نه دیده می‌شوند و نه واگرد؛ همهٔ رکوردها همان‌گونه که هستند می‌مانند. این کار هر بار که Rapport باز می‌شود انجام می‌گیرد؛ { $count } تغییر تازه‌تر همیشه می‌مانند. فیلترهایی که از گذشته می‌پرسند بیش از تاریخچه نمی‌دانند.
retention-now = همین حالا قدیمی‌ترها رها شوند
retention-gone = { $count ->
    [0] هیچ تغییری این‌قدر قدیمی نیست
    [one] یک تغییر رها شد
   *[other] { $count } تغییر رها شد
}
retention-damaged = بخشی از تاریخچه خوانده نمی‌شود، پس همان‌گونه که هست می‌ماند. «بررسی همه‌چیز» بیشتر می‌گوید.
reminders = یادآوری‌ها
reminders-want = هنگامی که وقت کاری می‌رسد خبرم کن
reminders-lead = تا وقتی رپورت در هر زبانه‌ای باز است. نشان برنامهٔ نصب‌شده شمار کارهای سررسیده را نشان می‌دهد.
reminders-denied = مرورگر برای این صفحه اعلان را روا نمی‌دارد. در تنظیمات مرورگر برای این سایت دوباره روا می‌شود.
reminders-unavailable = این مرورگر اعلان ندارد.
reminder-due = وقت { $what } است
newer-version = نسخهٔ تازه‌ای از رپورت رسیده است. تا شما نخواهید به کار نمی‌رود.
newer-version-take = همین حالا به کار ببر
newer-version-later = بعداً

## Lock

lock-title = قفل
lock-lead = با گذرواژه هر چه روی این دستگاه ذخیره می‌شود رمزگذاری می‌شود. بدون آن رپورت برای هیچ‌کس باز نمی‌شود: هر بار که برنامه باز می‌شود، پس از مدتی نبودن شما و پس از خواب رایانه پرسیده می‌شود.
lock-lost-warning = هر که نه گذرواژه و نه کلید بازیابی را داشته باشد چیزی از آن نمی‌خواند: نه شما و نه هیچ کس دیگر. هیچ‌کدام جایی نگه داشته نمی‌شود و بازنشانی ندارد. فقط پشتیبان رکوردهایتان را برمی‌گرداند.
lock-traces = آنچه پیش از این ذخیره شده است شاید تا مدتی ردی روی دیسک بگذارد. برای آن که ردی نماند، پشتیبان بگیرید، داده‌های این وبگاه را در مرورگر پاک کنید، از نو با گذرواژه آغاز کنید و پشتیبان را وارد کنید.
lock-new = گذرواژهٔ تازه
lock-current = گذرواژهٔ کنونی
lock-too-short = دست‌کم { $least } نویسه.
lock-length-short = کوتاه است.
lock-length-fair = بد نیست. واژه‌های بیشتر بهتر است.
lock-length-good = به اندازه بلند است.
lock-continue = ادامه
lock-back = بازگشت
lock-protect = آنچه اکنون شروع می‌کنم حفاظت شود
lock-protected = آنچه اکنون شروع کنید با گذرواژهٔ شما حفاظت می‌شود.
lock-unavailable = این مرورگر اینجا نمی‌تواند رمزگذاری کند. صفحه باید از https یا از خود همین رایانه باشد.
lock-recovery-want = کلید بازیابی هم ساخته شود که اگر گذرواژه گم شد همه چیز را باز کند
lock-recovery-yours = کلید بازیابی شما
lock-recovery-keep = چاپش کنید یا بنویسید و همان‌جا نگه دارید که کاغذهایتان را نگه می‌دارید. همه چیز را در اینجا باز می‌کند و فقط اکنون نشان داده می‌شود.
lock-recovery-use = وقتی گذرواژه گم شده باشد، رپورت را در همان مرورگری که ساخته شده باز می‌کند: در صفحهٔ قفل، زیر «استفاده از کلید بازیابی».
lock-recovery-print = چاپ
lock-recovery-copy = کپی
lock-recovery-copied = کپی شد. در هر چه بچسبانید همان‌جا می‌ماند.
lock-recovery-has = کلید بازیابی هست. کلید تازه جای آن را می‌گیرد.
lock-recovery-has-none = کلید بازیابی نیست.
lock-recovery-renew = ساختن کلید بازیابی تازه
lock-recovery-remove = حذف کلید بازیابی
lock-recovery-removed = کلید بازیابی دیگر چیزی را باز نمی‌کند.
passkey = کلید عبور
passkey-lead = با کلید عبور، اثر انگشت، چهره یا پین این دستگاه رپورت را در این مرورگر باز می‌کند. گذرواژه هم همچنان آن را باز می‌کند.
passkey-has = یک کلید عبور وجود دارد. کلید تازه جای آن را می‌گیرد.
passkey-has-none = کلید عبوری وجود ندارد.
passkey-add = ساختن کلید عبور
passkey-added = از این پس کلید عبور رپورت را باز می‌کند.
passkey-remove = برداشتن کلید عبور
passkey-removed = کلید عبور دیگر چیزی را باز نمی‌کند. می‌توانید آن را از جایی که دستگاهتان کلیدهای عبور را نگه می‌دارد پاک کنید.
passkey-cancelled = از کلید عبور استفاده نشد: لغو شد یا بیش از حد طول کشید.
passkey-no-secret = کلیدهای عبور این دستگاه یا مرورگر کلیدی نمی‌دهند که رپورت با آن باز شود. از گذرواژه استفاده کنید.
lock-turn-on = روشن کردن گذرواژه
lock-turned-on = اکنون همه چیز روی این دستگاه رمزگذاری شده است.
lock-is-on = همه چیز روی این دستگاه با گذرواژهٔ شما رمزگذاری شده است.
lock-now = همین حالا قفل شود
lock-minutes = قفل شدن هنگام نبودن من
lock-minutes-count =
    { $count ->
        [one] پس از یک دقیقه
       *[other] پس از { $count } دقیقه
    }
lock-minutes-never = فقط وقتی رایانه می‌خوابد
lock-change = تغییر گذرواژه
lock-changed = از این پس گذرواژهٔ تازه برقرار است.
lock-turn-off = خاموش کردن گذرواژه
lock-turn-off-lead = همه چیز دوباره بدون رمزگذاری ذخیره می‌شود و رپورت برای هر که از این مرورگر استفاده کند باز می‌شود.
lock-turned-off = دیگر چیزی روی این دستگاه رمزگذاری شده نیست.
lock-wrong = این گذرواژه آن را باز نمی‌کند.
lock-wrong-recovery = این کلید بازیابی آن را باز نمی‌کند.
lock-damaged = آنچه گذرواژه باز می‌کند آسیب دیده است و نسخهٔ دوم آن هم. فقط پشتیبان رکوردها را برمی‌گرداند.
lock-too-much-work = آنچه ذخیره شده کاری بیش از آنچه این نسخهٔ رپورت انجام می‌دهد می‌خواهد.
locked-title = رپورت قفل است
locked-lead = برای باز کردن گذرواژه را وارد کنید.
locked-open = باز کردن
locked-recovery = کلید بازیابی
locked-use-recovery = استفاده از کلید بازیابی
locked-use-passphrase = استفاده از گذرواژه
locked-use-passkey = استفاده از کلید عبور
locked-lost = گذرواژه گم شده است
locked-lost-lead = اگر پشتیبان دارید، آنچه اینجاست را پاک کنید، از نو شروع کنید و پشتیبان را بیاورید.
