"""Wire shapes of the work orders."""

from services.orders.workorders.schemas.orders import (
    AttachmentOut,
    CancelIn,
    ClientOut,
    ContentIn,
    Counts,
    FolderCount,
    HistoryRow,
    IssueIn,
    ItemIn,
    ItemOut,
    PhotoOut,
    PlaceIn,
    PriceIn,
    RevisionOut,
    SignatureIn,
    WorkOrderOut,
    WorkOrderRow,
)
from services.orders.workorders.schemas.pieces import PieceIn

__all__ = [
    "AttachmentOut",
    "CancelIn",
    "ClientOut",
    "ContentIn",
    "Counts",
    "FolderCount",
    "HistoryRow",
    "IssueIn",
    "ItemIn",
    "ItemOut",
    "PhotoOut",
    "PieceIn",
    "PlaceIn",
    "PriceIn",
    "RevisionOut",
    "SignatureIn",
    "WorkOrderOut",
    "WorkOrderRow",
]
