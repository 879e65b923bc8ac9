"""Refusals of a work order: each a sentence the desk can read."""

from chassis.errors import Conflict, Invalid, NotFound, NotYet


class OrderNotDraft(Conflict):
    """Only a draft may be rewritten or handed over; later it is corrected."""

    code = "work-order-not-draft"
    ru = "Заказ уже передан: теперь его исправляют, а не переписывают"
    en = "The order is already handed over: it is corrected now, not rewritten"


class OrderNotInWork(Conflict):
    """Nobody makes the order at present."""

    code = "work-order-not-in-work"
    ru = "Заказ не в работе"
    en = "The order is not in work"


class OrderNotReady(Conflict):
    """The order has not passed its final control, or is gone already."""

    code = "work-order-not-ready"
    ru = "Заказ не готов к выдаче"
    en = "The order is not ready to be issued"


class OrderClosed(Conflict):
    """Issued and cancelled orders do not change any more."""

    code = "work-order-closed"
    ru = "Заказ закрыт, менять его нельзя"
    en = "The order is closed and cannot change"


class NothingToMake(Conflict):
    """An order without items cannot be handed over."""

    code = "work-order-without-items"
    ru = "В заказе нет ни одной позиции"
    en = "The order has no items"


class NothingChanged(Conflict):
    """A correction that changes nothing would only make the shops accept it again."""

    code = "correction-without-change"
    ru = "Исправление ничего не меняет"
    en = "The correction changes nothing"


class ClientNotKnownYet(NotYet):
    """The client's card has not reached the orders yet."""

    code = "client-not-known-yet"
    ru = "Карточка клиента ещё не дошла, повторите через секунду"
    en = "The client's card has not arrived yet, try again in a second"


class OfficeNotKnownYet(NotYet):
    """The office has not reached the orders yet."""

    code = "office-not-known-yet"
    ru = "Данные офиса ещё не дошли, повторите через секунду"
    en = "The office has not arrived yet, try again in a second"


class OfficeClosedForOrders(Conflict):
    """An office that is shut down takes and hands out no new orders."""

    code = "office-not-active"
    ru = "Этот офис больше не работает"
    en = "This office does not work any more"


class AlreadyAtOffice(Conflict):
    """The order lies at its pick-up office already."""

    code = "work-order-already-at-office"
    ru = "Заказ уже в офисе выдачи"
    en = "The order is already at its pick-up office"


class NoSuchAttachment(NotFound):
    """The order has no such file."""

    code = "attachment-not-found"
    ru = "Такого файла у заказа нет"
    en = "The order has no such file"


class AttachmentInUse(Conflict):
    """An item is made by this file."""

    code = "attachment-in-use"
    ru = "По этому файлу делают позицию, сначала исправьте её"
    en = "An item is made by this file, change the item first"


class FileKindRefused(Invalid):
    """The bytes are none of the kinds that we keep, whatever the file is called."""

    code = "file-kind-refused"
    ru = "Такой файл не принимаем: нужны JPEG, PNG, WebP, HEIC, PDF, SVG, DXF или CDR"
    en = "Not a file we take: JPEG, PNG, WebP, HEIC, PDF, SVG, DXF or CDR is needed"


class FileEmpty(Invalid):
    """A file without a byte."""

    code = "file-empty"
    ru = "Файл пуст"
    en = "The file is empty"


class PictureUnreadable(Invalid):
    """The bytes begin like a picture but cannot be drawn, or are more than we draw."""

    code = "picture-unreadable"
    ru = "Картинку не удалось прочитать"
    en = "The picture could not be read"


class SignatureMissing(Invalid):
    """An order is issued against the client's signature."""

    code = "signature-missing"
    ru = "Нужна подпись клиента"
    en = "The client's signature is needed"
