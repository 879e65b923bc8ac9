"""Offices, staff and clients of the story; all invented."""

from dataclasses import dataclass
from typing import Any, Final

PASSWORD: Final = "стекло режут молча"  # noqa: S105 - of the demo alone, printed by `make up`
ADMIN: Final = "admin"

OFFICES: Final[dict[str, dict[str, Any]]] = {
    "Л": {
        "letter": "Л",
        "name": "Ленина",
        "address": "ул. Ленина, 24",
        "phone": "+7 812 555-10-10",
        "zone": "Europe/Moscow",
        "opens": "10:00",
        "closes": "19:00",
    },
    "П": {
        "letter": "П",
        "name": "Парк",
        "address": "Парковая ул., 7",
        "phone": "+7 812 555-20-20",
        "zone": "Europe/Moscow",
        "opens": "10:00",
        "closes": "20:00",
    },
}


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff."""

    login: str
    name: str
    roles: tuple[str, ...]
    office: str | None = None
    pin: str | None = None
    grants: tuple[str, ...] = ()


STAFF: Final = (
    Person("sokolova", "Соколова Анна", ("desk",), "Л", grants=("orders.enter-old",)),
    Person("lebedev", "Лебедев Павел", ("desk",), "Л"),
    Person("morozova", "Морозова Ирина", ("desk",), "П"),
    Person("kuznetsov", "Кузнецов Борис", ("head-of-production",)),
    Person("volkov", "Волков Игорь", ("workshop",), pin="2468"),
    Person("zaytsev", "Зайцев Пётр", ("workshop",), pin="1357"),
    Person("semenov", "Семёнов Олег", ("workshop",), pin="1122"),
    Person("ershov", "Ершов Денис", ("workshop",), pin="3344"),
    Person("gusev", "Гусев Артём", ("workshop",), pin="5566"),
    Person("titov", "Титов Роман", ("workshop",), pin="7788"),
    Person("belov", "Белов Илья", ("workshop",), pin="9900"),
    Person("vetrova", "Ветрова Дарья", ("art-shop",), pin="8642"),
    Person("klimova", "Климова Нина", ("art-shop",), pin="9753"),
    Person("orlov", "Орлов Сергей", ("director",)),
    Person("fedorova", "Фёдорова Ольга", ("deputy",)),
    Person("gromov", "Громов Андрей", ("director",)),
    Person("pavlova", "Павлова Елена", ("advertising",)),
    Person("sidorov", "Сидоров Максим", ("advertising",)),
    Person("nikitina", "Никитина Вера", ("quality",)),
    Person("driver", "Рябов Юрий", ("driver",)),
)

CLIENTS: Final[dict[str, dict[str, Any]]] = {
    "ivanova": {
        "name": "Иванова Мария Петровна",
        "phones": ["8 921 555-12-34"],
        "email": "ivanova@example.ru",
        "channel": "sms",
    },
    "petrov": {"name": "Петров Николай Ильич", "phones": ["+7 911 555-01-02"], "channel": "sms"},
    "sergeeva": {
        "name": "Сергеева Алла Юрьевна",
        "phones": ["8 (905) 555-77-10"],
        "email": "sergeeva@example.ru",
        "channel": "email",
    },
    "brown": {
        "name": "Brown James",
        "phones": ["+7 931 555-40-40"],
        "email": "james.brown@example.com",
        "language": "en",
        "channel": "email",
    },
    "elkina": {"name": "Ёлкина Тамара Львовна", "phones": ["8 952 555-33-21"], "channel": "sms"},
    "kravets": {"name": "Кравец Степан Игоревич", "phones": ["8 981 555-64-46"], "channel": "sms"},
    "mebel": {
        "kind": "company",
        "name": "ООО «Мебель-Град»",
        "phones": ["8 921 555-90-00", "8 812 555-90-01"],
        "email": "zakaz@mebel-grad.example.ru",
        "channel": "email",
    },
    "vitrina": {
        "kind": "company",
        "name": "ООО «Витрина и Ко»",
        "phones": ["8 911 555-80-80"],
        "email": "office@vitrina.example.ru",
        "channel": "email",
    },
    "orlova": {"name": "Орлова Вера Андреевна", "phones": ["8 904 555-19-91"], "channel": "sms"},
    "abramov": {"name": "Абрамов Лев Семёнович", "phones": ["8 921 555-70-07"], "channel": "phone"},
    "danilova": {"name": "Данилова Ксения", "phones": ["8 999 555-28-82"], "channel": "sms"},
    "yakovlev": {"name": "Яковлев Роман Петрович", "phones": ["8 921 555-11-00"], "channel": "sms"},
}
