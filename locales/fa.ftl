# فارسی.

## The frame

skip-to-page = رفتن به صفحه
navigation = پیمایش
nav-people = افراد
nav-organizations = سازمان‌ها
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
kind-note = یادداشت‌ها
count-workspace = { $count } فضای کار
count-view = { $count } نما
count-segment = { $count } بخش
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
list-arrange = نما
list-filter = پالایه
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
field-lifecycle = چرخهٔ مشتری
field-lifecycle-entries = گام‌های چرخه
field-lead-status = وضعیت سرنخ
field-lead-status-entries = گام‌های وضعیت سرنخ
field-tags = برچسب‌ها
field-needs = نیازها
field-motives = انگیزه‌ها
field-sentiment = احساس
field-purchase-for = خرید برای
field-feedback = بازخورد
field-background = پیشینه
field-people-count = افراد
field-note-count = یادداشت‌ها
field-last-contact = آخرین تماس
field-days-since-contact = روز از آخرین تماس
field-contact-count = تماس‌ها
field-completeness = کامل بودن
field-colour = رنگ
field-description = توضیح
field-about-person = دربارهٔ
field-about-organization = دربارهٔ
field-body = یادداشت
field-noted = زمان
field-channel = راه تماس
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
first-run-where = دادهٔ شما کجاست
first-run-where-here = هر چه وارد کنید روی همین دستگاه، در حافظهٔ این مرورگر برای همین نشانی ذخیره می‌شود. هیچ جای دیگری نسخه‌ای نیست.
first-run-where-lost = اگر دادهٔ مرورگر برای این سایت را پاک کنید، نمایهٔ مرورگر را حذف کنید یا دستگاه خراب شود، از دست می‌رود. پنجره‌های خصوصی با بسته شدن فراموشش می‌کنند و برخی مرورگرها سایت‌هایی را که هفته‌ها دیده نشده‌اند پاک می‌کنند.
first-run-where-backup = هر چند وقت یک بار پشتیبان بگیرید: «ورود و خروج» همه چیز را در یک پرونده ذخیره می‌کند.
demo-progress = { $done } از { $total } رکورد
demo-remove-lead = همهٔ دادهٔ نمایشی را حذف می‌کند و به صفحهٔ نخست برمی‌گردد.

## Filters

field-picked = فهرست‌ها
field-view-of = از
field-asks = چیدمان
field-mapping = ستون‌ها
field-figures = شمارها
field-set-aside = کنار گذاشته
field-pinned = در کناره
field-segment-of = از
field-filter = فیلتر
field-fiscal-start = ماه آغاز سال مالی

## History

history-create = افزوده شد: { $what }

## Segments

segments-name = نام بخش
segments-save = ذخیره به‌عنوان بخش
segments-update = ذخیرهٔ تغییرها در { $name }
segments-saved = بخش ذخیره شد
list-add-to = افزودن به فهرست

## Fields of one’s own

kind-field = فیلدها
count-field = { $count } فیلد
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
choice-view-of-person = افراد
choice-view-of-organization = سازمان‌ها
choice-channel-email = { choice-preferred-channel-email }
choice-channel-phone = { choice-preferred-channel-phone }
choice-channel-chat = { choice-preferred-channel-chat }
choice-channel-social = { choice-preferred-channel-social }
choice-channel-post = { choice-preferred-channel-post }
choice-channel-in-person = { choice-preferred-channel-in-person }

## Fields of one’s own

choice-defined-on-person = افراد
choice-defined-on-organization = سازمان‌ها
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
class-text = متن‌ها
class-number = عددها، مبلغ‌ها و امتیازها
class-date = روزها و زمان‌ها
class-choice = گزینه‌ها
class-choices = چند گزینه
class-links = برچسب‌ها و پیوندها
class-flag = بله یا خیر
class-related = رکوردهای پیوسته: یادداشت‌ها، افراد، سازمان
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
example-related = دست‌کم دو یادداشت که از قیمت می‌گویند
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
guide-name = همان‌طور که رسماً نوشته می‌شود؛ شرکت با نوع حقوقی آن: آلفا (سهامی خاص).
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
guide-note-count = چند یادداشت هست؛ Rapport می‌شمارد.
guide-last-contact = تازه‌ترین یادداشتی که می‌گوید از چه راهی در تماس بودید.
guide-days-since-contact = روزهای کامل از آخرین تماس؛ امروز ۰ است.
guide-contact-count = چند یادداشت می‌گویند از چه راهی در تماس بودید.
guide-completeness = چه اندازه از نام، ایمیل، تلفن، نشانی، زادروز، سازمان، عنوان شغلی و راه تماس پسندیده پر شده است.
guide-colour = رنگ برچسب.
guide-description = برچسب کی به کار می‌رود، در یک جمله.
guide-about-person = فردی که یادداشت دربارهٔ اوست.
guide-about-organization = سازمانی که یادداشت دربارهٔ آن است.
guide-body = چه گفته شد و بر چه توافق شد.
guide-noted = کی رخ داد؛ می‌تواند پیش از اکنون باشد.
guide-channel = از چه راهی در تماس بودید؛ برای یادداشت ساده خالی بگذارید.
guide-demo = اینکه همه چیز اینجا ساختگی است یا نه.
guide-created = رکورد کی افزوده شد؛ Rapport آن را نگه می‌دارد.
guide-updated = رکورد آخرین بار کی تغییر کرد؛ Rapport آن را نگه می‌دارد.

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

## Tags

tags-name = نام { $name }
tags-description = برای چیست
tags-description-of = { $name } برای چیست
tags-colour = رنگ { $name }

## Filters

guide-picked = فهرست‌های دستچینی که رکورد در آن‌هاست.
guide-view-of = نوع رکوردی که نما فهرست می‌کند.
guide-asks = صافی، ترتیب، ستون‌ها، گروه‌ها و جمع‌های نما.
guide-mapping = ستون‌های پرونده چگونه خوانده شد، برای پروندهٔ بعدی با همان ستون‌ها.
guide-figures = از پرونده چه درآمد.
guide-set-aside = سطرهای کنار گذاشته.
guide-pinned = آیا نما در کناره می‌آید.
guide-segment-of = نوع رکوردهای این بخش.
guide-filter = آنچه باید برقرار باشد تا رکورد در بخش باشد.
guide-fiscal-start = شمارهٔ ماهی که سال مالی با آن آغاز می‌شود؛ ژانویه ۱ است.

## Segments

segments-new-list = فهرست دستچین تازه
segments-add-list = افزودن فهرست
segments-lead = بخش، فیلتری است با نام، یا فهرستی که خودتان می‌چینید. در یک فهرست فیلتر بنویسید و اینجا نگه دارید.
segments-starters = برای آغاز
segments-picked = دستچین
segments-delete = حذف بخش { $name }
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
fault-missing = اینجا چیزی لازم است.
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
transfer-in-lead = پشتیبان Rapport (JSON)، مخاطبان دفترچهٔ نشانی (vCard) یا صفحه‌گسترده‌ای با سطر عنوان (CSV، TSV، XLSX). خانه‌های رونوشت‌شده از صفحهٔ گسترده را می‌توان اینجا چسباند.
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
record-note-no-channel = هیچ
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
csv-ambiguous-day = ترتیب روز و ماه روشن نیست.
csv-ambiguous-number = ویرگول یا نقطه می‌تواند نشانهٔ اعشار یا هزارگان باشد.
csv-no-column = برای این خانه ستونی نیست.
csv-moved = به‌جای آن به { $field } می‌رود.
csv-differs = { $field } اینجا مقدار دیگری دارد که می‌ماند.
csv-set-aside = نه نام، نه ایمیل و نه تلفن: کنار گذاشته شد.
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
filter-whatever = هرچه
filter-step = { $from } به { $to }
filter-range = { $from } تا { $to }
filter-compare = مقایسه
related-people = افراد
related-notes = یادداشت‌ها
related-organizations = سازمان‌ها
related-tags = برچسب‌ها
related-segments = بخش‌ها

operator-filled = پر است
  .not = خالی است
operator-contains = شامل است:
  .not = شامل نیست:
operator-is = برابر است با
  .not = برابر نیست با
operator-starts = آغاز می‌شود با
  .not = آغاز نمی‌شود با
operator-ends = پایان می‌یابد با
  .not = پایان نمی‌یابد با
operator-matches = با الگو می‌خواند:
  .not = با الگو نمی‌خواند:
operator-similar = شبیه است به
  .not = شبیه نیست به
operator-longer = بلندتر است از
  .not = بلندتر نیست از
operator-shorter = کوتاه‌تر است از
  .not = کوتاه‌تر نیست از
operator-equal = برابر است با
  .not = برابر نیست با
operator-less = کمتر است از
  .not = کمتر نیست از
operator-at-most = حداکثر است
  .not = حداکثر نیست
operator-more = بیشتر است از
  .not = بیشتر نیست از
operator-at-least = دست‌کم است
  .not = دست‌کم نیست
operator-between = در این بازه است:
  .not = در این بازه نیست:
operator-top = از بیشترین‌هاست:
  .not = از بیشترین‌ها نیست:
operator-bottom = از کمترین‌هاست:
  .not = از کمترین‌ها نیست:
operator-on = در این روز است:
  .not = در این روز نیست:
operator-before = پیش است از
  .not = پیش نیست از
operator-not-after = دیرتر نیست از
  .not = دیرتر است از
operator-after = پس است از
  .not = پس نیست از
operator-not-before = زودتر نیست از
  .not = زودتر است از
operator-between-days = میان این روزهاست:
  .not = میان این روزها نیست:
operator-in-last = در این مدت گذشته است:
  .not = در این مدت گذشته نیست:
operator-older = پیش از این مدت است:
  .not = پیش از این مدت نیست:
operator-in-next = در این مدت آینده است:
  .not = در این مدت آینده نیست:
operator-further = دورتر از این مدت است:
  .not = دورتر از این مدت نیست:
operator-weekday = روز هفته‌اش است:
  .not = روز هفته‌اش نیست:
operator-in-month = ماهش است:
  .not = ماهش نیست:
operator-anniversary = سالگردش فرا می‌رسد تا
  .not = سالگردش فرا نمی‌رسد تا
operator-any-of = یکی است از
  .not = هیچ‌یک نیست از
operator-all-of = همه را دارد:
  .not = همه را ندارد:
operator-exactly = دقیقاً همین است:
  .not = دقیقاً همین نیست:
operator-is-flag = برابر است با
  .not = برابر نیست با
operator-any-related = دست‌کم یکی با
  .not = هیچ‌یک با
operator-every-related = همه با
  .not = نه همه با
operator-count-related = شمار آن‌ها با
  .not = شمار دیگری با
operator-was = زمانی بوده است
  .not = هرگز نبوده است
operator-changed = تغییر کرده در مدت گذشتهٔ
  .not = تغییر نکرده در مدت گذشتهٔ
operator-went = رفته است از
  .not = هرگز نرفته است از
operator-held = بی‌تغییر مانده بیش از
  .not = بی‌تغییر نمانده بیش از
operator-in-segment = این را دارد:
  .not = این را ندارد:
operator-in-import = این را آورده:
  .not = این را نیاورده:

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

history-convert = نوع { $what } تغییر کرد
problem-field-exists = فیلدی با این نام هست.
fault-money = «{ $value }» مبلغی مانند 12.50 EUR نیست.
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
segments-edit = ویرایش بخش
segments-edit-of = ویرایش بخش { $name }
command-go-segments = رفتن به بخش‌ها
command-filter-help = راهنمای نوشتن فیلتر
command-filter = فیلتر کردن فهرست
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
bulk-notes = یادداشت‌هایی که با آن‌ها حذف می‌شوند
bulk-pointing = رکوردهای دیگری که به آن‌ها اشاره دارند و دیگر نخواهند داشت
bulk-nothing = چیزی برای تغییر نبود.
history-set = { $what } برای { $count } تغییر کرد
history-clear = { $what } برای { $count } پاک شد
work-going-on = در حال انجام…
work-storing = در حال ذخیره…
work-cancelled = لغو شد. چیزی تغییر نکرد.

## Taking home what a list finds

bulk-export = خروجی…
command-export = خروجی گرفتن از آنچه انتخاب یا پیدا شده است
export-title = خروجی گرفتن
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
