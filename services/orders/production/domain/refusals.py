"""What the shop floor is refused, in sentences that a tablet shows as they are."""

from chassis.errors import Conflict, Invalid, NotFound


class RevisionSuperseded(Conflict):
    """The tablet acted on what it was shown, and the office has corrected that meanwhile.

    Parameters: `shown` and `current` are revision numbers, `changes` what differs between them.
    """

    code = "revision-superseded"
    ru = "Офис изменил заказ: была показана правка {shown}, сейчас правка {current}"
    en = "The office changed the order: revision {shown} was shown, {current} is current"


class RevisionNotAccepted(Conflict):
    """The order was corrected; the shop has to accept the new revision before it works on."""

    code = "revision-not-accepted"
    ru = "Сначала примите правку {current}"
    en = "Accept revision {current} first"


class RevisionAlreadyAccepted(Conflict):
    """Somebody at the other tablet accepted this revision; `by` and `accepted_at` say who, when."""

    code = "revision-already-accepted"
    ru = "Эта правка уже принята"
    en = "This revision has already been accepted"


class NotRoutedToShop(Conflict):
    """No item of the order, in its current revision, goes to this shop."""

    code = "not-routed-to-shop"
    ru = "В заказе нет изделий для этого цеха"
    en = "No item of this order goes to this shop"


class ItemNotForShop(Conflict):
    """The item is not made in this shop."""

    code = "item-not-for-shop"
    ru = "Это изделие делает другой цех"
    en = "Another shop makes this item"


class ItemNotInOrder(NotFound):
    """The current revision of the order has no such item."""

    code = "item-not-in-order"
    ru = "Такого изделия в заказе нет"
    en = "The order has no such item"


class WorkNotStarted(Conflict):
    """The item waits in the queue; it has to be started before it is paused or finished."""

    code = "work-not-started"
    ru = "Работа ещё не начата"
    en = "The work has not been started"


class WorkAlreadyStarted(Conflict):
    """Somebody works on the item; `by`, `operator_id` and `step_at` say who and since when."""

    code = "work-already-started"
    ru = "Работа уже начата"
    en = "The work has already been started"


class WorkResting(Conflict):
    """The work on the item rests; it has to be started again before it is paused or finished."""

    code = "work-resting"
    ru = "Работа на паузе, сначала продолжите"
    en = "The work is paused, resume it first"


class WorkAlreadyFinished(Conflict):
    """All pieces of the item are made and wait for control; `by` and `step_at` say who, when."""

    code = "work-already-finished"
    ru = "Работа уже закончена, изделие ждёт контроля"
    en = "The work is finished, the item waits for control"


class WorkAlreadyPassed(Conflict):
    """All pieces of the item have passed control; `by` and `step_at` say who and when."""

    code = "work-already-passed"
    ru = "Изделие уже прошло контроль"
    en = "The item has already passed control"


class NotPassed(Conflict):
    """Only an item that has passed its control can be opened again."""

    code = "item-not-passed"
    ru = "Изделие ещё не прошло контроль, открывать заново нечего"
    en = "The item has not passed control, there is nothing to reopen"


class TooManyPieces(Conflict):
    """More pieces were reported than are `left` for this step."""

    code = "too-many-pieces"
    ru = "Указано {quantity} шт., осталось {left} шт."
    en = "{quantity} pcs were given, {left} pcs are left"


class QuestionOpen(Conflict):
    """An unanswered question about the item blocks its finish; `questions` holds their ids."""

    code = "question-open"
    ru = "По изделию есть вопрос без ответа"
    en = "A question about this item is not answered yet"


class ArtStepFirst(Conflict):
    """The art shop has to finish its step before the workshop passes the final control."""

    code = "art-step-first"
    ru = "Сначала свою работу закончит художественный цех"
    en = "The art shop has to finish its step first"


class FinalControlPassed(Conflict):
    """Later shops of the route have passed these pieces; they are sent back from there first."""

    code = "final-control-passed"
    ru = "Изделие уже прошло итоговый контроль, сначала верните его оттуда"
    en = "The item has passed its final control, send it back from there first"


class NothingToTakeBack(Conflict):
    """The last thing that happened to the item is no start, pause or finish."""

    code = "nothing-to-take-back"
    ru = "Отменять нечего"
    en = "There is nothing to take back"


class NotYourStep(Conflict):
    """Somebody else took the last step; `by`, `operator_id` and `step_at` say who and when."""

    code = "not-your-step"
    ru = "Последнее действие сделали не вы"
    en = "The last step was not yours"


class TakeBackTooLate(Conflict):
    """A step can be taken back for `seconds` seconds by the server's clock."""

    code = "take-back-too-late"
    ru = "Отменить можно только в первые {seconds} секунд"
    en = "A step can be taken back within {seconds} seconds only"


class QuestionUnknown(NotFound):
    """The order has no such question."""

    code = "question-unknown"
    ru = "Такого вопроса нет"
    en = "There is no such question"


class QuestionAlreadyAnswered(Conflict):
    """A colleague answered it; `by` and `answered_at` say who and when."""

    code = "question-already-answered"
    ru = "На вопрос уже ответили"
    en = "The question has already been answered"


class PhotoNotInOrder(Conflict):
    """The photo has to be attached to the order before it is referred to."""

    code = "photo-not-in-order"
    ru = "Этого снимка нет среди вложений заказа"
    en = "This photo is not among the order's attachments"


class ShopMissing(Invalid):
    """Who works in no shop, or in several, has to say which one acts."""

    code = "shop-missing"
    ru = "Укажите цех"
    en = "Say which shop"


class OperatorMissing(Invalid):
    """A tablet has to say whose hands act."""

    code = "operator-missing"
    ru = "Выберите, кто работает"
    en = "Choose who is working"


class TapTooOld(Invalid):
    """What was done offline is taken for `days` days."""

    code = "tap-too-old"
    ru = "Действие старше {days} дней не принимается"
    en = "An action older than {days} days is not taken"


class TapFromFuture(Invalid):
    """The tablet's clock is ahead by more than `minutes` minutes."""

    code = "tap-from-future"
    ru = "Часы планшета спешат больше чем на {minutes} мин"
    en = "The tablet's clock is ahead by more than {minutes} min"
