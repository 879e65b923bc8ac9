"""What the desk cannot do with a message, in words."""

from chassis.errors import Conflict


class MessageNotSentAgain(Conflict):
    """Only a message that failed, or whose outcome is unknown, is sent again."""

    code = "message-not-sent-again"
    ru = "Повторить можно только неудавшееся сообщение или сообщение с неизвестным исходом"
    en = "Only a failed message or one of unknown outcome can be sent again"


class MessageNotCalled(Conflict):
    """There is nothing to ring about: the client is told already, or will be by itself."""

    code = "message-not-called"
    ru = "Звонок уже не нужен: клиенту сообщили, сообщат без вас или сообщать нечего"
    en = "No call is needed: the client is told, will be told, or there is nothing to tell"


class OrderNoLongerReady(Conflict):
    """The order went back to work, was cancelled or is issued: what the message says is void."""

    code = "order-no-longer-ready"
    ru = "Заказ уже не ждёт клиента: сообщать нечего"
    en = "The order no longer waits for the client: there is nothing to tell"
