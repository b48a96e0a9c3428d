//! English: cities of Britain and, in every other place and without area code, of the United States.

use super::Text;

pub(super) const TEXT: Text = Text {
    language: "English",
    country: "United Kingdom",
    women: "Alice,Amelia,Beth,Clara,Daisy,Edith,Eleanor,Fiona,Grace,Hannah,Isla,Jane,Kate,\
        Laura,Maya,Nora",
    men: "Adam,Ben,Callum,Daniel,Edward,Felix,George,Harry,Isaac,Jack,Kieran,Liam,Marcus,Noah,\
        Oscar,Peter",
    middle_women: "",
    middle_men: "",
    families: "Amberley,Ashcombe,Bexfield,Brackenbury,Calloway,Copperwheat,Deverell,\
        Easterbrook,Elmore,Fairley,Farrow,Garland,Ridgeway,Haddow,Ingram,Iveson,Kestle,\
        Lovelock,Mercer,Millbrook,Netherby,Oakley,Parrish,Penhale,Tansley",
    nicknames: "",
    prefixes: "Dr",
    cities: "Leeds//LS/113 496,Portland/Oregon/972/,Sheffield//S/114 496,Boise/Idaho/837/,\
        Nottingham//NG/115 496,Madison/Wisconsin/537/,Bristol//BS/117 496,Tucson/Arizona/857/,\
        Reading//RG/118 496,Albany/New York/122/,Birmingham//B/121 496,Omaha/Nebraska/681/,\
        Edinburgh/Scotland/EH/131 496,Savannah/Georgia/314/",
    streets: "# Canal Row,# Mill Lane,# Orchard Street,# Station Road,# Church Walk",
    namesakes: "Amber,Beacon,Blue Heron,Brightwater,Cedar,Clover,Cobalt,Copper Kettle,\
        Driftwood,Fernhill,Foxglove,Golden Hour,Greenfield,Half Moon,Harbour,Hazel,Highfield,\
        Juniper",
    trades: "# Bakery,# Joinery,# Studio,# Software,# Academy,# Clinic,# Books,# Travel,# Freight,# Farm,\
        # Accounting,# Events",
    jobs: "Owner/Management,Managing Director/Management,Office Manager/Administration,\
        Purchasing Manager/Purchasing,Head of Sales/Sales,Accountant/Finance,Designer/Design",
    hobbies: "Gardening,Cycling,Choir singing,Pottery,Hill walking",
    interests: "Local history,Jazz,Sustainable building,Photography,Modern design",
    needs: "A supplier who delivers within the week.\n\
        A quote in writing before the end of the month.\n\
        One contact for all three branches.",
    said: "Called about the spring order.\n\
        Met at the fair, long talk about delivery times.\n\
        Asked for samples of the new range.\n\
        Happy with the last delivery, one box was damaged.\n\
        Wants to compare our prices with the current supplier.",
    next: "Send a quote next week.\n\
        Call again after the holidays.\n\
        Prefers to be called in the morning.\n\
        Sent the catalogue by post.\n\
        Decision is made by the whole team.",
};
