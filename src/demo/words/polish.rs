//! Polish.

use super::Text;

pub(super) const TEXT: Text = Text {
    language: "Polski",
    country: "Polska",
    women: "Agata,Agnieszka,Alicja,Barbara,Beata,Celina,Dorota,Ewelina,Grażyna,Halina,Iwona,\
        Joanna,Katarzyna,Łucja,Magdalena,Natalia",
    men: "Adrian,Artur,Bartosz,Błażej,Damian,Dawid,Eryk,Grzegorz,Hubert,Igor,Jakub,Kamil,\
        Łukasz,Maciej,Michał,Paweł",
    middle_women: "",
    middle_men: "",
    families: "Bielawiecki,Borkowiak,Cieślicki,Czarnota,Dębiński,Gajewiak,Głowaczek,\
        Jeziorański,Kalinowicz,Kępiński,Kozerka,Krzewicki,Lipczyński,Łąkowski,Makowiecki,\
        Mierzwa,Niedbalski,Olszanowski,Piórkowski,Rogalewicz,Rumiankowski,Sikorka,Słowikowski,\
        Sosnowicz,Świerczek",
    nicknames: "",
    prefixes: "dr,mgr,inż.",
    cities: "Warszawa/mazowieckie/00/22,Kraków/małopolskie/30/12,Łódź/łódzkie/90/42,\
        Wrocław/dolnośląskie/50/71,Poznań/wielkopolskie/60/61,Gdańsk/pomorskie/80/58,\
        Szczecin/zachodniopomorskie/70/91",
    streets: "ul. Lipowa #,ul. Ogrodowa #,ul. Słoneczna #,ul. Młyńska #,ul. Szkolna #",
    namesakes: "Bursztyn,Borówka,Bocian,Czapla,Dąbrówka,Dzięcioł,Fiołek,Gwiazda Północy,Irys,\
        Jarzębina,Jaskółka,Kalina,Kasztan,Konwalia,Leśny Zakątek,Łabędź,Maki,Malwa",
    trades: "Piekarnia #,Stolarnia #,Pracownia #,# Oprogramowanie,Szkoła #,Przychodnia #,Księgarnia #,\
        Biuro Podróży #,Spedycja #,Gospodarstwo #,Biuro Rachunkowe #,Agencja Eventowa #",
    jobs: "Właściciel~Właścicielka/Zarząd,Dyrektor/Zarząd,\
        Kierownik biura~Kierowniczka biura/Administracja,\
        Specjalista ds. zakupów~Specjalistka ds. zakupów/Zakupy,\
        Kierownik sprzedaży~Kierowniczka sprzedaży/Sprzedaż,Księgowy~Księgowa/Finanse,\
        Projektant~Projektantka/Projekty",
    hobbies: "Wędkarstwo,Kolarstwo,Śpiew w chórze,Ceramika,Turystyka górska",
    interests: "Historia regionu,Jazz,Budownictwo ekologiczne,Fotografia,Wzornictwo",
    needs: "Dostawca, który przywiezie towar w ciągu tygodnia.\n\
        Oferta na piśmie do końca miesiąca.\n\
        Jedna osoba do kontaktu dla trzech oddziałów.",
    said: "Rozmowa telefoniczna o wiosennym zamówieniu.\n\
        Spotkanie na targach, długa rozmowa o terminach dostaw.\n\
        Prośba o próbki nowej kolekcji.\n\
        Ostatnia dostawa w porządku, jedno pudełko uszkodzone.\n\
        Chce porównać nasze ceny z obecnym dostawcą.",
    next: "W przyszłym tygodniu wysłać ofertę.\n\
        Zadzwonić ponownie po świętach.\n\
        Najlepiej dzwonić rano.\n\
        Katalog wysłany pocztą.\n\
        Decyzję podejmuje cały zespół.",
};
