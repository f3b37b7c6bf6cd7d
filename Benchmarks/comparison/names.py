"""Topics, people and publishers of the made-up portal."""

from __future__ import annotations

import random
import re
from typing import NamedTuple


class Name(NamedTuple):
    arabic: str
    english: str

    def text(self, language: str) -> str:
        return self.arabic if language == "ar" else self.english

    @property
    def key(self) -> str:
        """What it is called in addresses and registries."""
        return re.sub("[^a-z0-9]+", "-", self.english.lower()).strip("-")


TOPICS = [
    Name("مكافحة الإرهاب", "Counter-terrorism"),
    Name("مكافحة التطرف", "Countering extremism"),
    Name("الأمن القومي", "National security"),
    Name("الاستخبارات", "Intelligence"),
    Name("التعاون الأوروبي", "European cooperation"),
    Name("العراق", "Iraq"),
    Name("سوريا", "Syria"),
    Name("اليمن", "Yemen"),
    Name("ليبيا", "Libya"),
    Name("الساحل الأفريقي", "Sahel"),
    Name("الأمن السيبراني", "Cybersecurity"),
    Name("الهجرة واللجوء", "Migration and asylum"),
    Name("الجريمة المنظمة", "Organised crime"),
    Name("تمويل الإرهاب", "Terrorist financing"),
    Name("حقوق الإنسان", "Human rights"),
    Name("القانون الدولي", "International law"),
    Name("الدفاع", "Defence"),
    Name("الطاقة", "Energy"),
    Name("الاقتصاد السياسي", "Political economy"),
    Name("الإعلام والدعاية", "Media and propaganda"),
    Name("اليمين المتطرف", "Far right"),
    Name("المرأة والأمن", "Women and security"),
    Name("الذكاء الاصطناعي", "Artificial intelligence"),
    Name("دراسات", "Studies"),
]

PUBLISHERS = [
    Name("مركز الدراسات الاستراتيجية", "Centre for Strategic Studies"),
    Name("مجلة الأمن الدولي", "International Security Review"),
    Name("دار الفكر", "Dar al-Fikr"),
    Name("مجلس الأمن", "UN Security Council"),
    Name("البرلمان الأوروبي", "European Parliament"),
    Name("يوروبول", "Europol"),
]

_FIRST = """
محمد Mohammed|أحمد Ahmed|علي Ali|حسن Hassan|حسين Hussein|خالد Khaled|سعيد Said|يوسف Youssef
إبراهيم Ibrahim|عمر Omar|مصطفى Mustafa|جاسم Jassim|كريم Karim|ناصر Nasser|فاطمة Fatima|مريم Maryam
زينب Zainab|شهلاء Shahla|بسمة Basma|سارة Sara|ليلى Layla|هدى Huda|نور Noor|رنا Rana|منى Mona
سلمى Salma|داليا Dalia
"""
_LAST = """
الهاشمي Al-Hashimi|العبيدي Al-Obaidi|الجبوري Al-Jubouri|التميمي Al-Tamimi|الشمري Al-Shammari
الزبيدي Al-Zubaidi|فايد Fayed|الحسيني Al-Husseini|الموسوي Al-Musawi|البغدادي Al-Baghdadi
المصري Al-Masri|الشامي Al-Shami|الخطيب Al-Khatib|النجار Al-Najjar|حداد Haddad|خوري Khoury
منصور Mansour|سليمان Suleiman|إسماعيل Ismail|القحطاني Al-Qahtani|العتيبي Al-Otaibi
الإدريسي El-Idrissi|بوزيد Bouzid|عوض Awad|شاهين Shahin|درويش Darwish
"""


def _names(text: str) -> list[Name]:
    return [Name(*entry.split()) for line in text.split("\n") for entry in line.split("|") if entry]


def _people() -> list[Name]:
    """Every first name with every last one, in an order that is always the same."""
    pairs = [
        Name(f"{first.arabic} {last.arabic}", f"{first.english} {last.english}")
        for first in _names(_FIRST)
        for last in _names(_LAST)
    ]
    random.Random(7).shuffle(pairs)
    return pairs


AUTHORS = _people()
