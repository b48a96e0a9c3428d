//! Vietnamese. The family name stands first, then the middle name, then the given one.

use super::Text;

pub(super) const TEXT: Text = Text {
    language: "Tiếng Việt",
    country: "Việt Nam",
    women: "An,Anh,Chi,Diễm,Duyên,Giang,Hà,Hạnh,Hương,Lan,Linh,Loan,Mai,Ngân,Nhung,Oanh",
    men: "Bách,Bình,Cường,Dũng,Duy,Hậu,Hải,Hiếu,Hùng,Khang,Kiên,Long,Nam,Phong,Phước,Quân",
    middle_women: "Thị,Ngọc,Thanh,Thùy,Khánh,Minh,Diệu,Bảo",
    middle_men: "Văn,Đức,Hữu,Trọng,Minh,Gia,Công,Đình",
    families: "Nguyễn,Trần,Lê,Phạm,Hoàng,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Ngô,Dương,Lý,Đinh,Mai,Tạ,\
        Lương,Quách,Cao,Đoàn,Lâm,Trịnh,Đào,Tô",
    nicknames: "",
    prefixes: "",
    cities: "Hà Nội//10/24,Hải Phòng//18/225,Đà Nẵng//55/236,Huế/Thừa Thiên Huế/53/234,\
        Cần Thơ//90/292,Nha Trang/Khánh Hòa/65/258,Đà Lạt/Lâm Đồng/66/263",
    streets: "# đường Hoa Sen,# đường Bờ Hồ,# phố Hàng Quạt,# đường Vườn Chuối,\
        # đường Cây Bàng",
    namesakes: "An Nhiên,Ánh Dương,Bình Minh,Bồ Câu,Cánh Buồm,Cát Vàng,Cây Đa,Chim Én,Cỏ May,\
        Đồng Xanh,Gió Mới,Gốm Đỏ,Hạt Gạo,Hoa Ban,Hoa Cúc,Hoa Sen,Hướng Dương,Khe Suối",
    trades: "Tiệm bánh #,Xưởng mộc #,Xưởng thiết kế #,Phần mềm #,Trung tâm đào tạo #,Phòng khám #,\
        Nhà sách #,Du lịch #,Vận tải #,Nông trại #,Kế toán #,Sự kiện #",
    jobs: "Chủ cửa hàng/Quản lý,Giám đốc/Ban giám đốc,Trưởng phòng hành chính/Hành chính,\
        Trưởng phòng mua hàng/Mua hàng,Trưởng phòng kinh doanh/Kinh doanh,\
        Kế toán viên/Tài chính,Nhà thiết kế/Thiết kế",
    hobbies: "Trồng cây cảnh,Đạp xe,Hát dân ca,Làm gốm,Leo núi",
    interests: "Lịch sử địa phương,Nhạc cổ truyền,Kiến trúc xanh,Nhiếp ảnh,Thủ công mỹ nghệ",
    needs: "Cần nhà cung cấp giao hàng trong tuần.\n\
        Cần báo giá bằng văn bản trước cuối tháng.\n\
        Muốn có một đầu mối cho cả ba chi nhánh.",
    said: "Gọi điện về đơn hàng mùa xuân.\n\
        Gặp ở hội chợ, nói chuyện lâu về thời gian giao hàng.\n\
        Xin mẫu của dòng sản phẩm mới.\n\
        Hài lòng với lần giao trước, có một thùng bị móp.\n\
        Muốn so giá với nhà cung cấp hiện tại.",
    next: "Tuần sau gửi báo giá.\n\
        Gọi lại sau kỳ nghỉ.\n\
        Nên gọi vào buổi sáng.\n\
        Đã gửi danh mục qua bưu điện.\n\
        Cả nhóm cùng quyết định.",
};
