//! Persian. Names joined of two words have a zero-width non-joiner between, as they are written.

use super::Text;

pub(super) const TEXT: Text = Text {
    language: "فارسی",
    country: "ایران",
    women: "آتنا Atena,آرزو Arezoo,الهام Elham,بهار Bahar,پریسا Parisa,ترانه Taraneh,\
        زهرا Zahra,ژاله Zhaleh,سارا Sara,سپیده Sepideh,شیرین Shirin,طاهره Tahereh,\
        فرزانه Farzaneh,کتایون Katayoun,لاله Laleh,مریم Maryam",
    men: "آرش Arash,امید Omid,بابک Babak,بهرام Bahram,پویا Pouya,تورج Touraj,جواد Javad,\
        حمید Hamid,داریوش Dariush,رضا Reza,سیاوش Siavash,شهرام Shahram,فرهاد Farhad,\
        کامران Kamran,کیوان Keyvan,مازیار Maziar",
    middle_women: "",
    middle_men: "",
    families: "باغبانی Baghbani,بهارلو Baharlou,پاک\u{200c}نژاد Paknejad,تابان Taban,\
        جویباری Jouybari,چمن\u{200c}آرا Chamanara,خوشدل Khoshdel,دریایی Daryaei,رازقی Razeghi,\
        زرین\u{200c}کوه Zarrinkouh,سپهرنیا Sepehrnia,شکوهی Shokouhi,صبوری Sabouri,طلوعی Tolouei,\
        عطارزاده Attarzadeh,غفوریان Ghafourian,فرهمند Farahmand,کاویان\u{200c}پور Kavianpour,\
        گلچین Golchin,لطیفیان Latifian,مهرجویان Mehrjouyan,نیک\u{200c}خواه Nikkhah,\
        وفاییان Vafaeian,همایی Homaei,یزدان\u{200c}فر Yazdanfar",
    nicknames: "",
    prefixes: "دکتر,مهندس",
    cities: "تهران//۱۵/۲۱,اصفهان//۸۱/۳۱,شیراز/فارس/۷۱/۷۱,تبریز/آذربایجان شرقی/۵۱/۴۱,\
        مشهد/خراسان رضوی/۹۱/۵۱,رشت/گیلان/۴۱/۱۳,یزد//۸۹/۳۵",
    streets: "خیابان یاس، پلاک #,خیابان باغ گل، پلاک #,کوچهٔ نسترن، پلاک #,\
        خیابان رودکنار، پلاک #,خیابان سروستان، پلاک #",
    namesakes: "یاس Yas,نسترن Nastaran,آفتاب Aftab,باران Baran,سپیدار Sepidar,نیلوفر Niloufar,\
        ستاره Setareh,مهتاب Mahtab,چکاوک Chakavak,پروانه Parvaneh,کوهستان Kouhestan,\
        رودبار Roudbar,انار Anar,زعفران Zaferan,صدف Sadaf,مرجان Marjan,فانوس Fanous,\
        بادبان Badban",
    trades: "نانوایی #,درودگری #,استودیو #,نرم\u{200c}افزار #,آموزشگاه #,درمانگاه #,کتاب\u{200c}فروشی #,\
        گردشگری #,باربری #,کشاورزی #,حسابداری #,مراسم #",
    jobs: "مالک/مدیریت,مدیرعامل/مدیریت,مدیر اداری/اداری,مدیر خرید/خرید,مدیر فروش/فروش,\
        حسابدار/مالی,طراح/طراحی",
    hobbies: "باغبانی,دوچرخه\u{200c}سواری,آواز,سفالگری,کوهنوردی",
    interests: "تاریخ محلی,موسیقی سنتی,معماری پایدار,عکاسی,صنایع دستی",
    needs: "تأمین\u{200c}کننده\u{200c}ای که در همان هفته تحویل دهد.\n\
        پیش\u{200c}فاکتور کتبی تا پایان ماه.\n\
        یک نفر رابط برای هر سه شعبه.",
    said: "دربارهٔ سفارش بهار تلفنی صحبت کردیم.\n\
        در نمایشگاه دیدار کردیم و دربارهٔ زمان تحویل حرف زدیم.\n\
        نمونهٔ محصولات جدید را خواست.\n\
        از تحویل قبلی راضی بود، یک جعبه آسیب دیده بود.\n\
        می\u{200c}خواهد قیمت ما را با تأمین\u{200c}کنندهٔ فعلی مقایسه کند.",
    next: "هفتهٔ آینده پیش\u{200c}فاکتور بفرستم.\n\
        بعد از تعطیلات دوباره تماس بگیرم.\n\
        صبح\u{200c}ها بهتر پاسخ می\u{200c}دهد.\n\
        کاتالوگ با پست فرستاده شد.\n\
        تصمیم با همهٔ گروه است.",
};
