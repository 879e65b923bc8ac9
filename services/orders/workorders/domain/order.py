"""The verbs of a work order (наряд-заказ): from a draft at the desk to the client's hands."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Self
from uuid import UUID

from chassis.errors import Invalid
from contracts.orders import events
from contracts.orders.words import AttachmentKind, CancelReason, Stage, ToldState
from contracts.rights import Shop
from services.orders.workorders.domain import rules
from services.orders.workorders.domain.content import AttachedFile, Content, Correction, Item
from services.orders.workorders.domain.pieces import name_of, summary_of
from services.orders.workorders.domain.refusals import (
    AlreadyAtOffice,
    AttachmentInUse,
    NothingChanged,
    NothingToMake,
)
from services.orders.workorders.domain.sheet import TOLD, News, Sheet, is_price


@dataclass(eq=False, kw_only=True)
class WorkOrder(Sheet):
    """An order of one client, made in one or both shops, handed out at one office."""

    @classmethod
    def place(
        cls, id_: UUID, *, number: str, office_id: UUID, content: Content, at: datetime
    ) -> Self:
        """The desk writes a draft.

        Raises:
            Invalid: an item contradicts itself.
        """
        content.check(())
        summary, summary_en = summary_of(content.items)
        order = cls(
            id=id_,
            number=number,
            office_id=office_id,
            pickup_office_id=content.pickup_office_id,
            client_id=content.client_id,
            manager_id=content.manager_id,
            urgency=content.urgency,
            promised_on=content.promised_on,
            placed_at=at,
            summary=summary,
            summary_en=summary_en,
            items=[Item.of(item, 0) for item in content.items],
        )
        order.record(events.WorkOrderPlaced(**order.said(), client_id=order.client_id))
        return order

    def edit(self, content: Content) -> None:
        """The desk rewrites the draft.

        Raises:
            OrderNotDraft: it was handed over.
            Invalid: an item contradicts itself.
        """
        self.require_stage(Stage.DRAFT)
        content.check(self.file_ids)
        self.take(content)
        self.content_version += 1
        self.record(events.WorkOrderEdited(**self.said(), client_id=self.client_id))

    def hand_over(self, *, at: datetime) -> None:
        """The shops get the order: revision 1.

        Raises:
            OrderNotDraft: it was handed over already.
            NothingToMake: it has no item.
        """
        self.require_stage(Stage.DRAFT)
        if not self.items:
            raise NothingToMake
        self.go(Stage.IN_WORK)
        self.revision = 1
        self.handed_over_at = at
        self.record(events.WorkOrderHandedOver(**self.said(), attachments=self.for_shops()))

    def correct(self, content: Content) -> None:
        """The desk changes what the shops have: a new revision that they must accept again.

        Raises:
            OrderNotInWork: it is a draft, or ready, or closed.
            NothingToMake, NothingChanged: no item is left; nothing would be different.
            Invalid: an item contradicts itself.
        """
        self.require_stage(Stage.IN_WORK)
        content.check(self.file_ids)
        if not content.items:
            raise NothingToMake
        changes = self.changes_to(content)
        if not changes:
            raise NothingChanged
        former = self.shops
        self.revision += 1
        self.take(content)
        self.content_version += 1
        self.corrections = (
            *self.corrections,
            Correction(revision=self.revision, changes=changes),
        )
        facts = self.said()
        facts["shops"] = tuple(shop for shop in Shop if shop in {*former, *self.shops})
        self.record(
            events.WorkOrderCorrected(**facts, attachments=self.for_shops(), changes=changes)
        )

    def cancel(self, reason: CancelReason, *, at: datetime) -> None:
        """Nobody makes it any more.

        Raises:
            OrderClosed: it is issued or cancelled.
        """
        self.go(Stage.CANCELLED)
        self.cancelled_at = at
        self.cancel_reason = reason
        self.record(events.WorkOrderCancelled(**self.facts(), reason=reason))

    def set_price(self, price: Decimal | None) -> None:
        """The desk says what it costs, RUB; the same price again changes nothing.

        Raises:
            OrderClosed: it is issued or cancelled.
            Invalid: below 0, too high, or with parts of a kopeck.
        """
        self.require_open()
        if price is not None and not is_price(price):
            raise Invalid(rules.PRICE.at(("price",)))
        if price == self.price:
            return
        old, self.price = self.price, price
        self.content_version += 1
        self.record(events.WorkOrderPriced(**self.facts(), price=price, old_price=old))

    def attach(self, file: AttachedFile) -> None:
        """A drawing, photo or template is added; a signature goes with the issue, silently.

        Raises:
            OrderClosed: it is issued or cancelled.
        """
        self.require_open()
        self.attachments.append(file)
        if file.kind is not AttachmentKind.SIGNATURE:
            self.record(events.WorkOrderAttached(**self.facts(), attachment=file.said()))

    def detach(self, attachment_id: UUID) -> AttachedFile:
        """An attachment is taken off; returns it.

        Raises:
            OrderClosed: it is issued or cancelled.
            NoSuchAttachment, AttachmentInUse: there is none; an item is made by it.
        """
        self.require_open()
        file = self.attachment(attachment_id)
        if attachment_id in self.drawing_ids:
            raise AttachmentInUse
        self.attachments.remove(file)
        if file.kind is not AttachmentKind.SIGNATURE:
            self.record(
                events.WorkOrderDetached(
                    **self.facts(), attachment_id=attachment_id, kind=file.kind
                )
            )
        return file

    def mark_ready(self, *, at: datetime) -> None:
        """The last item passed its final control.

        Raises:
            OrderNotInWork: nobody makes it.
        """
        self.require_stage(Stage.IN_WORK)
        self.go(Stage.READY)
        self.ready_at = at
        self.record(
            events.WorkOrderReady(
                **self.facts(),
                client_id=self.client_id,
                items=tuple(name_of(item.said()) for item in self.items),
                promised_on=self.promised_on,
            )
        )

    def reopen(
        self,
        item_ids: tuple[UUID, ...],
        reason: str,
        *,
        shop: Shop | None = None,
        quantity: int | None = None,
        at: datetime,
    ) -> None:
        """A ready order goes back to work; what the client was told is void.

        Raises:
            OrderNotReady: it is not ready, or issued already.
        """
        self.require_stage(Stage.READY)
        self.go(Stage.IN_WORK)
        self.reopened_at = at
        self.ready_at = self.back_at_office_at = None
        self.told_at = self.told_by = None
        self.told_state = self.told_reason = self.told_state_at = self.told_sequence = None
        self.record(
            events.WorkOrderReopened(
                **self.facts(), item_ids=item_ids, reason=reason, shop=shop, quantity=quantity
            )
        )

    def hear(self, news: News) -> bool:
        """Take in what became of telling the client; False if it is known, or void.

        Void is what concerns an older message or step of it, or one from before the order went back to work;
        and a failure after the issue, since nobody has to act any more.
        """
        if not self._concerns(news):
            return False
        self.told_message_id, self.told_reason = news.message_id, news.reason
        self.told_state, self.told_state_at = news.state, news.at
        self.told_sequence = news.sequence
        facts, message_id = self.facts(), news.message_id
        match news.state:
            case ToldState.TOLD:
                self.told_at, self.told_by = news.at, news.channel
                self.record(
                    events.WorkOrderClientTold(
                        **facts, message_id=message_id, channel=news.channel or "", told_at=news.at
                    )
                )
            case ToldState.DELIVERED:
                if self.told_at is None:
                    self.told_at, self.told_by = news.at, news.channel
                self.record(
                    events.WorkOrderClientReached(**facts, message_id=message_id, at=news.at)
                )
            case state:
                self.told_at = self.told_by = None
                self.record(
                    events.WorkOrderClientNotTold(
                        **facts,
                        message_id=message_id,
                        state=state,
                        reason=news.reason,
                        channel=news.channel,
                        at=news.at,
                    )
                )
        return True

    def _concerns(self, news: News) -> bool:
        waits = self.stage is Stage.READY or (self.stage is Stage.ISSUED and news.state in TOLD)
        known = self.told_message_id
        if not waits or known is None:
            return waits
        if news.message_id != known:
            return news.message_id > known
        if self.told_state is None or self.told_state is ToldState.DELIVERED:
            return False
        if self.told_sequence is None:  # heard before the sequence was kept
            return (self.told_state, self.told_state_at) != (news.state, news.at)
        return news.sequence > self.told_sequence

    def mark_back_at_office(self, *, at: datetime) -> None:
        """The driver brought it to the pick-up office.

        Raises:
            OrderNotReady: it is not ready.
            AlreadyAtOffice: it lies there.
        """
        self.require_stage(Stage.READY)
        if self.back_at_office_at is not None:
            raise AlreadyAtOffice
        self.back_at_office_at = at
        self.record(events.WorkOrderBackAtOffice(**self.facts()))

    def issue(self, signature_id: UUID, *, by: str, at: datetime) -> None:
        """The client has it and signed. What is handed out at the office has been brought there.

        Raises:
            OrderNotReady: it is not ready.
            NoSuchAttachment: the signature is no file of this order.
        """
        self.require_stage(Stage.READY)
        self.attachment(signature_id)
        if self.back_at_office_at is None:
            self.mark_back_at_office(at=at)
        self.go(Stage.ISSUED)
        self.issued_at, self.issued_by, self.signature_id = at, by, signature_id
        self.record(events.WorkOrderIssued(**self.facts(), signature_id=signature_id))
