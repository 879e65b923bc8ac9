"""Invented people and firms, as alike as a real client base is."""

from random import Random
from typing import Final

_STEMS: Final = (
    "Иван", "Петр", "Сидор", "Кузнец", "Соколь", "Лебед", "Козл", "Новик", "Мороз", "Волк",
    "Солов", "Васил", "Зайц", "Павл", "Семен", "Голуб", "Виноград", "Богдан", "Воробь", "Федор",
    "Михайл", "Беля", "Тарас", "Белоус", "Комар", "Орл", "Кисел", "Макар", "Андре", "Ковал",
    "Ильин", "Гус", "Тит", "Кузьмин", "Кудряв", "Баран", "Куликов", "Алексе", "Степан", "Яковл",
    "Сорок", "Серге", "Роман", "Захар", "Борис", "Корол", "Герасим", "Пономар", "Григорь", "Лазар",
    "Медвед", "Ерш", "Никит", "Соболь", "Ряб", "Поляк", "Цветк", "Данил", "Жук", "Фрол",
    "Журавл", "Никола", "Крыл", "Максим", "Осип", "Белозер", "Дорофе", "Егор", "Матве", "Бобр",
    "Дмитр", "Калин", "Анисим", "Петух", "Антон", "Тимофе", "Никифор", "Весел", "Филипп", "Марк",
)  # fmt: skip
_ENDS: Final = ("ов", "ев", "ин", "енков", "овский", "унов", "ышев", "аков")
_MEN: Final = (
    "Александр", "Сергей", "Андрей", "Дмитрий", "Алексей", "Максим", "Евгений", "Иван", "Михаил",
    "Николай", "Игорь", "Роман", "Павел", "Олег", "Денис", "Артём", "Борис", "Лев", "Пётр", "Юрий",
)  # fmt: skip
_WOMEN: Final = (
    "Елена", "Ольга", "Наталья", "Анна", "Татьяна", "Ирина", "Мария", "Светлана", "Юлия", "Алла",
    "Екатерина", "Марина", "Анастасия", "Вера", "Нина", "Дарья", "Людмила", "Галина", "Алёна",
)  # fmt: skip
_FATHERS: Final = (
    "Александров", "Сергеев", "Андреев", "Дмитриев", "Алексеев", "Максимов", "Евгеньев", "Иванов",
    "Михайлов", "Николаев", "Игорев", "Романов", "Павлов", "Олегов", "Денисов", "Борисов",
)  # fmt: skip
_FIRMS: Final = ("Мебель", "Интерьер", "Стройка", "Витрина", "Кухни", "Салон", "Ремонт", "Фасад")
_PLACES: Final = ("Град", "Плюс", "Север", "Нева", "Сервис", "Дом", "Проект", "Центр", "Маркет")


def name(random: Random) -> tuple[str, str]:
    """Return the kind of a client and a name; one in twenty is a company."""
    if random.random() < 1 / 20:
        words = f"{random.choice(_FIRMS)}-{random.choice(_PLACES)} {random.randrange(1000)}"
        return "company", f"ООО «{words}»"
    surname = random.choice(_STEMS) + random.choice(_ENDS)
    if random.random() < 1 / 2:
        return "person", f"{surname} {random.choice(_MEN)} {random.choice(_FATHERS)}ич"
    surname = surname.removesuffix("ий") + "ая" if surname.endswith("ий") else surname + "а"
    return "person", f"{surname} {random.choice(_WOMEN)} {random.choice(_FATHERS)}на"


def phone(number: int) -> str:
    """Return the mobile number of the client of this number, E.164; no two are alike."""
    scattered = number * 7_368_787 % 1_000_000_007  # a prime: every number once
    return f"+79{scattered:09d}"


def mistyped(random: Random, word: str) -> str:
    """Return the word with one slip of the fingers inside: left out, doubled or swapped."""
    at = random.randrange(1, len(word) - 1)
    slip = random.randrange(3)
    if slip == 0:
        return word[:at] + word[at + 1 :]
    if slip == 1:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
