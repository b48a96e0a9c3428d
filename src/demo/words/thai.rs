//! Thai. Nearly everyone goes by a nickname.

use super::Text;

pub(super) const TEXT: Text = Text {
    language: "ไทย",
    country: "ประเทศไทย",
    women: "กนกวรรณ Kanokwan,จันทร์เพ็ญ Chanphen,ชลธิชา Chonthicha,ณัฐธิดา Natthida,\
        ดวงใจ Duangchai,นภัสสร Naphatson,นิภา Nipha,ปราณี Pranee,พรทิพย์ Phonthip,\
        เพ็ญศรี Phensri,มาลี Malee,รัตนา Rattana,ลลิตา Lalita,วรรณา Wanna,ศิริพร Siriporn,\
        สุดาพร Sudaporn",
    men: "กิตติ Kitti,เกรียงไกร Kriangkrai,จักรพันธ์ Chakkraphan,ชัยวัฒน์ Chaiwat,\
        ณรงค์ Narong,ธนากร Thanakorn,ธีรพงษ์ Theeraphong,นพดล Noppadon,บุญมี Bunmi,\
        ประเสริฐ Prasert,พงศกร Phongsakorn,ภาณุ Phanu,มานพ Manop,วิชัย Wichai,วีระ Weera,\
        ศักดา Sakda",
    middle_women: "",
    middle_men: "",
    families: "ใจงาม Chaingam,บุญส่งดี Bunsongdi,ทองสุขใส Thongsuksai,\
        แสงอรุณรัตน์ Saengarunrat,พูนทรัพย์มา Phunsapma,สายน้ำเย็น Sainamyen,\
        รุ่งเรืองดี Rungrueangdi,จิตต์มั่นคง Chitmankhong,ดอกรัก Dokrak,เพชรรุ่ง Phetrung,\
        มณีวรรณ Maneewan,ศิลาทอง Silathong,อินทร์แก้ว Inkaew,ชาวสวน Chaosuan,ขจรไกล Khachonklai,\
        พฤกษ์ไพร Phruekphrai,ปานทอง Panthong,ภูผาแดง Phuphadaeng,เรือนแก้ว Rueankaew,\
        ลาภมาก Lapmak,ศรีจันทร์ดี Srichandi,หอมหวาน Homwan,อยู่สบาย Yusabai,เอี่ยมสะอาด Iamsaat,\
        บัวงาม Buangam",
    nicknames: "ต้น,นก,แป้ง,หนึ่ง,อ้อม,ปลา,เล็ก,ใหม่",
    prefixes: "คุณ,ดร.",
    cities: "กรุงเทพมหานคร//10/2,เชียงใหม่//50/53,ขอนแก่น//40/43,ภูเก็ต//83/76,\
        นครราชสีมา//30/44,หาดใหญ่/สงขลา/90/74,อุดรธานี//41/42",
    streets: "# ถนนดอกบัว,# ถนนริมน้ำ,# ซอยสวนมะลิ,# ถนนตลาดเก่า,# ถนนต้นสน",
    namesakes: "ดอกบัว Dokbua,มะลิ Mali,จันทร์ฉาย Chanchai,สายรุ้ง Sairung,ต้นไผ่ Tonphai,\
        ใบตอง Baitong,บ้านสวน Bansuan,ริมธาร Rimthan,ดาวเหนือ Daonuea,ตะวัน Tawan,หยดน้ำ Yotnam,\
        เรือใบ Rueabai,นกยูง Nokyung,ทองกวาว Thongkwao,ลั่นทม Lanthom,ฟ้าคราม Fakhram,\
        ภูเขา Phukhao,น้ำค้าง Namkhang",
    trades: "ร้านเบเกอรี่#,โรงไม้#,สตูดิโอ#,#ซอฟต์แวร์,โรงเรียน#,คลินิก#,ร้านหนังสือ#,#ทัวร์,#ขนส่ง,ไร่#,\
        สำนักงานบัญชี#,#อีเวนต์",
    jobs: "เจ้าของกิจการ/บริหาร,กรรมการผู้จัดการ/บริหาร,ผู้จัดการสำนักงาน/ธุรการ,\
        ผู้จัดการฝ่ายจัดซื้อ/จัดซื้อ,หัวหน้าฝ่ายขาย/ขาย,นักบัญชี/การเงิน,นักออกแบบ/ออกแบบ",
    hobbies: "ปลูกต้นไม้,ปั่นจักรยาน,ร้องเพลง,ปั้นเซรามิก,เดินป่า",
    interests: "ประวัติศาสตร์ท้องถิ่น,ดนตรีไทย,อาคารเขียว,ถ่ายภาพ,งานหัตถกรรม",
    needs: "ต้องการผู้จัดส่งที่ส่งของได้ภายในสัปดาห์\n\
        ต้องการใบเสนอราคาก่อนสิ้นเดือน\n\
        อยากมีผู้ติดต่อคนเดียวสำหรับทั้งสามสาขา",
    said: "โทรคุยเรื่องคำสั่งซื้อรอบฤดูร้อน\n\
        เจอกันที่งานแสดงสินค้า คุยเรื่องเวลาส่งของอยู่นาน\n\
        ขอตัวอย่างสินค้ารุ่นใหม่\n\
        พอใจกับการส่งครั้งล่าสุด มีกล่องหนึ่งบุบ\n\
        อยากเทียบราคากับเจ้าเดิม",
    next: "ส่งใบเสนอราคาสัปดาห์หน้า\n\
        โทรอีกครั้งหลังวันหยุด\n\
        สะดวกรับสายช่วงเช้า\n\
        ส่งแคตตาล็อกทางไปรษณีย์แล้ว\n\
        ทั้งทีมตัดสินใจร่วมกัน",
};
