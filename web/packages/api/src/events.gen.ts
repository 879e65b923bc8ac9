// Written by `make gen` from contracts/gen/schemas. Do not edit.
/**
 * Whom we deal with.
 */
export type ClientKind = ("person" | "company")
/**
 * How the client wants to be told.
 */
export type ContactChannel = ("sms" | "email" | "phone")
/**
 * In which language the client reads and listens.
 */
export type Language = ("ru" | "en")
/**
 * Where pieces are made.
 */
export type Shop = ("workshop" | "art-shop")
/**
 * What a person or a tablet is in the company.
 */
export type Role = ("desk" | "workshop" | "art-shop" | "head-of-production" | "director" | "deputy" | "advertising" | "quality" | "admin" | "driver")
/**
 * By what a message travels.
 */
export type MessageChannel = ("sms" | "email" | "phone")
/**
 * Why the client is told; one message per order and purpose is open at a time.
 */
export type NotificationsPurpose = "order-ready"
/**
 * What an attached file is.
 */
export type AttachmentKind = ("drawing" | "photo" | "template" | "signature")
/**
 * Why an order was cancelled.
 */
export type CancelReason = ("client-refused" | "mistake" | "duplicate" | "not-possible" | "other")
/**
 * Does the client know that his order is ready?
 */
export type ToldState = ("told" | "delivered" | "failed" | "unknown" | "call-needed")
/**
 * What control found wrong; each is a tile on the tablet.
 */
export type Defect = ("scratch" | "chip" | "crack" | "wrong-size" | "wrong-edge" | "wrong-hole" | "wrong-material" | "pattern" | "film" | "lead" | "tempering" | "stain" | "other")
/**
 * Where one item stands in one shop.
 */
export type WorkState = ("queued" | "started" | "paused" | "finished" | "passed")
/**
 * Film on the back.
 */
export type BackFilm = ("moisture" | "safety")
/**
 * A corner of the bounding box, seen from the front.
 */
export type CornerAt = ("top-left" | "top-right" | "bottom-left" | "bottom-right")
/**
 * What is done to a corner.
 */
export type CornerKind = ("radius" | "cut")
/**
 * How a cut-out is given.
 */
export type CutoutKind = ("round" | "rectangular" | "notch" | "catalogue")
/**
 * What a hole or cut-out is for.
 */
export type OrdersPurpose = ("holder" | "handle" | "hinge" | "socket" | "lock" | "pipe" | "other")
/**
 * A side of the outline, seen from the front, the piece standing as it will be used.
 */
export type Side = ("top" | "right" | "bottom" | "left" | "arc")
/**
 * Where a position is measured from, always inwards; from the centre: right and up.
 */
export type Datum = ("top-left" | "top-right" | "bottom-left" | "bottom-right" | "centre")
/**
 * Finish of the edge on one side.
 */
export type EdgeKind = ("raw" | "arrissed" | "ground" | "polished" | "euro")
/**
 * Which face of the glass.
 */
export type Face = ("front" | "back")
/**
 * Surface of a coloured film.
 */
export type FilmTexture = ("smooth" | "textured")
/**
 * What the piece will be.
 */
export type Product = ("mirror" | "tabletop" | "shelf" | "stained-glass" | "ceiling-panel" | "showcase" | "showcase-door" | "door" | "furniture-door" | "splashback" | "shower-screen" | "wardrobe-insert" | "door-pane" | "window-pane" | "panel" | "tile" | "table-leg" | "other")
/**
 * Glass the piece is cut from.
 */
export type Material = ("clear" | "optiwhite" | "mirror" | "bronze" | "grey" | "patterned" | "painted" | "matt" | "laminated" | "stained")
/**
 * Outline of the piece; which further numbers it needs stands at `Shape`.
 */
export type ShapeKind = ("rectangle" | "circle" | "oval" | "quarter-circle" | "arch" | "triangle" | "trapezoid" | "drawing")
/**
 * Colour of a mirror or of a tinted glass.
 */
export type Tint = ("silver" | "bronze" | "grey" | "gold" | "green" | "blue")
/**
 * What is done to a zone of the surface.
 */
export type Treatment = ("matting" | "matting-pattern" | "paint" | "print" | "film")
/**
 * How stained glass is made.
 */
export type Technique = ("overlay" | "tiffany" | "classic" | "poured" | "fusing")
/**
 * Who holds the sketch of the stained glass.
 */
export type SketchBy = ("artist" | "client" | "catalogue" | "attached")
/**
 * How the piece is held in its place.
 */
export type MountingKind = ("holders" | "hinges" | "glue" | "uv-glue" | "profile" | "standoffs" | "frame")
/**
 * What it is fastened to.
 */
export type MountedOn = ("wall" | "panel" | "door" | "ceiling" | "furniture" | "glass")
/**
 * What the size is taken from when it is not taken from numbers alone.
 */
export type Template = ("cardboard" | "old-piece" | "client-file")
/**
 * How soon the client needs it.
 */
export type Urgency = ("normal" | "urgent" | "client-waits")
/**
 * Folder of the order.
 */
export type Stage = ("draft" | "in-work" | "ready" | "issued" | "cancelled")

/**
 * A client was taken down or corrected; carries his whole state. A tombstone forgets him.
 */
export interface ClientChanged {
client_id: string
kind: ClientKind
/**
 * Person: surname first; company: as on its papers.
 */
name: string
/**
 * E.164, the main one first; may be empty when there is an e-mail.
 */
phones: string[]
language: Language
channel: ContactChannel
email?: (string | null)
/**
 * Office that keeps him.
 */
office_id?: (string | null)
/**
 * Responsible member of staff.
 */
manager_id?: (string | null)
}
/**
 * A paired tablet stands as this says.
 */
export interface DeviceChanged {
device_id: string
/**
 * Where it hangs, e.g. `Планшет у стола резки`.
 */
name: string
shop: Shop
/**
 * False: revoked, whatever it sends is refused.
 */
active: boolean
}
/**
 * An office stands as this says: where it is, when it is open, which days differ.
 */
export interface OfficeChanged {
office_id: string
/**
 * One capital; the orders taken here are numbered with it.
 */
letter: string
name: string
address: string
/**
 * As it is printed for clients.
 */
phone: string
/**
 * IANA zone, e.g. `Europe/Moscow`; promised dates are dates there.
 */
zone: string
/**
 * Local time `HH:MM`.
 */
opens: string
/**
 * Local time `HH:MM`, after `opens`.
 */
closes: string
/**
 * Days off beside the ordinary ones, in order.
 */
closed: string[]
/**
 * Working days that would be days off otherwise, in order.
 */
opened: string[]
/**
 * False: no new orders are taken here, old ones stay.
 */
active: boolean
}
/**
 * A member of staff stands as this says. Personal: lives in the compacted topic alone.
 */
export interface StaffChanged {
staff_id: string
/**
 * As colleagues say it, e.g. `Анна Соколова`.
 */
name: string
roles: Role[]
/**
 * Where he works; None for the workshops and for those who belong to no one office.
 */
office_id?: (string | null)
/**
 * False: may do nothing any more; the name stays for what he did.
 */
active: boolean
}
/**
 * The client is told ("at 14:02 by SMS"): the provider took it, or the desk rang him.
 */
export interface MessageAccepted {
message_id: string
work_order_id: string
client_id: string
purpose: NotificationsPurpose
channel: MessageChannel
/**
 * When the provider took it or the call was made, UTC.
 */
at: string
}
/**
 * The client wants to be told by a call: nothing is sent, the desk must ring him.
 */
export interface MessageCallNeeded {
message_id: string
work_order_id: string
client_id: string
purpose: NotificationsPurpose
at: string
}
/**
 * The provider reports that the message reached the client's telephone.
 */
export interface MessageDelivered {
message_id: string
work_order_id: string
client_id: string
purpose: NotificationsPurpose
channel: MessageChannel
/**
 * When the report came, UTC.
 */
at: string
}
/**
 * The client was not told and nothing more will be tried by itself: a person must act.
 */
export interface MessageFailed {
message_id: string
work_order_id: string
client_id: string
purpose: NotificationsPurpose
/**
 * Stable code: `client-unknown`, `no-address`, `refused`, `unreachable`, `not-delivered`.
 */
reason: string
at: string
/**
 * None when no channel could be chosen.
 */
channel?: (MessageChannel | null)
}
/**
 * The message was handed to the provider, who did not say whether he took it.
 */
export interface MessageUnknown {
message_id: string
work_order_id: string
client_id: string
purpose: NotificationsPurpose
channel: MessageChannel
at: string
}
/**
 * The message was taken back before it left: there is nothing to tell any more.
 */
export interface MessageWithdrawn {
message_id: string
work_order_id: string
client_id: string
purpose: NotificationsPurpose
/**
 * Stable code: `reopened`, `cancelled`, `issued` or `client-erased`.
 */
reason: string
at: string
}
/**
 * The shop takes the revision on.
 */
export interface WorkOrderAccepted {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
}
/**
 * The desk answered the shop's question.
 */
export interface WorkOrderAnswered {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
question_id: string
text: string
item_id?: (string | null)
}
/**
 * The shop asks the desk; an open question blocks the finish of its item.
 */
export interface WorkOrderAsked {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
question_id: string
text: string
/**
 * None: it is about the whole order.
 */
item_id?: (string | null)
/**
 * Attachment that shows what is meant.
 */
photo_id?: (string | null)
}
/**
 * A file of the order; its bytes are fetched by id.
 */
export interface Attachment {
id: string
kind: AttachmentKind
sha256: string
media_type: string
bytes: number
}
/**
 * A drawing, photo or template was added.
 */
export interface WorkOrderAttached {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
attachment: Attachment
}
/**
 * The driver brought it to the pick-up office.
 */
export interface WorkOrderBackAtOffice {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
}
/**
 * Nobody makes it any more.
 */
export interface WorkOrderCancelled {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
reason: CancelReason
}
/**
 * The client does not know that his order is ready, or nobody can say: the office must act.
 */
export interface WorkOrderClientNotTold {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
message_id: string
/**
 * `failed`, `unknown` or `call-needed`.
 */
state: ("told" | "delivered" | "failed" | "unknown" | "call-needed")
/**
 * Stable code of a failure, e.g. `no-address`, `refused`, `not-delivered`.
 */
reason?: (string | null)
channel?: (string | null)
at: string
}
/**
 * The provider reports that the message reached the client's telephone.
 */
export interface WorkOrderClientReached {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
message_id: string
at: string
}
/**
 * A provider took the message to the client.
 */
export interface WorkOrderClientTold {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
message_id: string
/**
 * `sms`, `email` or `phone`.
 */
channel: string
told_at: string
}
/**
 * The control sent pieces back to be made again.
 */
export interface ControlFailed {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
item_id: string
quantity_done: number
quantity_passed?: number
state: WorkState
reason: Defect
/**
 * Pieces to make again.
 */
quantity: number
photo_id?: (string | null)
}
/**
 * The final control found the item good.
 */
export interface ControlPassed {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
item_id: string
quantity_done: number
quantity_passed?: number
state: WorkState
/**
 * Items of the order still before their final control; 0 = the order is ready.
 */
items_left: number
}
/**
 * One thing a correction changed: in the order (no item) or in an item. `field` is a dotted path (`piece.shape.width_mm`, `promised_on`); `old` None = added, `new` None = removed. An item added or removed as a whole has the field `item` and its name.
 */
export interface Change {
item_id?: (string | null)
field: string
old?: (string | null)
new?: (string | null)
}
/**
 * A corner that is not sharp: rounded by `size_mm`, or cut off `size_mm` along each side.
 */
export interface Corner {
at: CornerAt
kind: CornerKind
size_mm: number
}
/**
 * Cut out of the pane; position of its centre from the datum (of a notch: along `side`).
 */
export interface Cutout {
kind: CutoutKind
x_mm: number
y_mm: number
/**
 * Where a position is measured from, always inwards; from the centre: right and up.
 */
datum?: ("top-left" | "top-right" | "bottom-left" | "bottom-right" | "centre")
purpose?: (OrdersPurpose | null)
diameter_mm?: (number | null)
width_mm?: (number | null)
height_mm?: (number | null)
depth_mm?: (number | null)
radius_mm?: (number | null)
side?: (Side | null)
catalogue_code?: (string | null)
}
/**
 * Edge finish of one side.
 */
export interface Edge {
side: Side
kind: EdgeKind
}
/**
 * Bevel of `width_mm` on these sides.
 */
export interface Facet {
width_mm: number
sides: Side[]
}
/**
 * Coloured film of the zones with these numbers on the sketch.
 */
export interface Film {
colour: string
zones?: number[]
/**
 * Surface of a coloured film.
 */
texture?: ("smooth" | "textured")
}
/**
 * Drilled through; its centre is `x_mm`, `y_mm` inwards from the datum.
 */
export interface Hole {
diameter_mm: number
x_mm: number
y_mm: number
/**
 * Where a position is measured from, always inwards; from the centre: right and up.
 */
datum?: ("top-left" | "top-right" | "bottom-left" | "bottom-right" | "centre")
purpose?: (OrdersPurpose | null)
}
/**
 * Line of an order: `quantity` equal pieces, and the shops they go through in turn.
 */
export interface Item {
id: string
position: number
quantity: number
route: Shop[]
piece: Piece
}
/**
 * One piece as it must be made.
 */
export interface Piece {
product: Product
material: Material
thickness_mm: number
shape: Shape
tint?: (Tint | null)
/**
 * Trade name of a patterned glass, e.g. «Дельта».
 */
pattern?: (string | null)
back_film?: (BackFilm | null)
tempered?: boolean
/**
 * One per side of the shape.
 */
edges?: Edge[]
/**
 * Side that faces the room (shelves).
 */
front?: (Side | null)
facet?: (Facet | null)
holes?: Hole[]
cutouts?: Cutout[]
zones?: Zone[]
stained_glass?: (StainedGlass | null)
mounting?: (Mounting | null)
part?: (Part | null)
template?: (Template | null)
drawing_id?: (string | null)
/**
 * Made in place of a broken one.
 */
replacement?: boolean
}
/**
 * Outline, seen from the front; `width_mm` × `height_mm` is always the bounding box. Circle: width = height = diameter. Quarter circle: width = height = radius, the right angle at the bottom left. Arch: height = `side_height_mm` + `rise_mm`. Triangle: width = base, its apex stands above the point `apex_mm` from the left corner. Trapezoid: bottom `bottom_mm`, top `top_mm`, the top begins `top_offset_mm` to the right of the bottom's left end.
 */
export interface Shape {
kind: ShapeKind
width_mm: number
height_mm: number
corners?: Corner[]
side_height_mm?: (number | null)
rise_mm?: (number | null)
apex_mm?: (number | null)
bottom_mm?: (number | null)
top_mm?: (number | null)
top_offset_mm?: (number | null)
}
/**
 * Part of a face that is treated: all of it, or a band `from_mm`–`to_mm` from `from_side`.
 */
export interface Zone {
treatment: Treatment
face: Face
from_mm?: (number | null)
to_mm?: (number | null)
/**
 * A side of the outline, seen from the front, the piece standing as it will be used.
 */
from_side?: ("top" | "right" | "bottom" | "left" | "arc")
/**
 * Code of the pattern in our catalogue.
 */
pattern_code?: (string | null)
ral?: (string | null)
/**
 * Attachment that holds the pattern or the print.
 */
drawing_id?: (string | null)
/**
 * One drawing runs over all pieces of the line or of the set.
 */
shared_drawing?: boolean
}
/**
 * Stained glass: technique, lead, films or palette, how several panes make one picture.
 */
export interface StainedGlass {
technique: Technique
lead_width_mm?: (number | null)
films?: Film[]
palette?: (string | null)
sketch_by?: (SketchBy | null)
drawing_id?: (string | null)
/**
 * The pieces of the line are pairs, each the mirror image of the other.
 */
mirrored_pair?: boolean
tile_columns?: (number | null)
/**
 * One picture over columns × rows panes, numbered from the top left, row by row.
 */
tile_rows?: (number | null)
}
/**
 * How and to what the piece is fastened, with which hardware.
 */
export interface Mounting {
kind: MountingKind
on?: (MountedOn | null)
panel_thickness_mm?: (number | null)
hardware_code?: (string | null)
count?: (number | null)
/**
 * Our own fitters mount it.
 */
by_us?: boolean
}
/**
 * Place of the line in a set that is mounted together: part `number` of `count`.
 */
export interface Part {
set_name: string
number: number
count: number
gap_mm?: number
}
/**
 * The desk changed a handed-over order: the whole new revision, and old → new. Shops of the former revision are told too, so `shops` may name one that has no item left.
 */
export interface WorkOrderCorrected {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
manager_id: string
urgency: Urgency
promised_on: string
items: Item[]
attachments?: Attachment[]
changes?: Change[]
}
/**
 * An attachment was taken off.
 */
export interface WorkOrderDetached {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
attachment_id: string
kind: AttachmentKind
}
/**
 * The draft says something else now.
 */
export interface WorkOrderEdited {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
manager_id: string
urgency: Urgency
promised_on: string
items: Item[]
client_id: string
}
/**
 * The order is in the shops' hands: the whole revision 1.
 */
export interface WorkOrderHandedOver {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
manager_id: string
urgency: Urgency
promised_on: string
items: Item[]
attachments?: Attachment[]
}
/**
 * The client has it and signed; the order is in the archive.
 */
export interface WorkOrderIssued {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
signature_id: string
}
/**
 * The desk wrote a draft; it has its number from now on.
 */
export interface WorkOrderPlaced {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
manager_id: string
urgency: Urgency
promised_on: string
items: Item[]
client_id: string
}
/**
 * The desk set the price, RUB; the only fact with money in it.
 */
export interface WorkOrderPriced {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
/**
 * None: the price was taken away.
 */
price?: (string | null)
old_price?: (string | null)
}
/**
 * A line in words, for a text to the client.
 */
export interface ItemName {
ru: string
en: string
quantity: number
}
/**
 * The last item passed its final control: the client may be told.
 */
export interface WorkOrderReady {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
client_id: string
items: ItemName[]
promised_on: string
}
/**
 * A tablet of the shop has the revision.
 */
export interface WorkOrderReceived {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
}
/**
 * A ready order went back to work: the client is not told, or what he was told is void.
 */
export interface WorkOrderReopened {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
/**
 * Items to be made again.
 */
item_ids: string[]
reason: string
/**
 * Shop that makes them again; None = every shop of their route.
 */
shop?: (Shop | null)
/**
 * Pieces to make again; None = all of the line.
 */
quantity?: (number | null)
}
/**
 * Somebody in the shop has looked at the revision.
 */
export interface WorkOrderSeen {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
}
/**
 * Where one item stands in one shop, and how many of its pieces are made and controlled.
 */
export interface ItemProgress {
item_id: string
state: WorkState
quantity_done: number
quantity_passed: number
}
/**
 * What one shop did about the current revision; all instants empty = it was only sent.
 */
export interface ShopProgress {
shop: Shop
received_at?: (string | null)
seen_at?: (string | null)
accepted_at?: (string | null)
completed_at?: (string | null)
/**
 * When the alarm went off that nobody had looked.
 */
unseen_at?: (string | null)
/**
 * Items that go through this shop, as they stand on the order.
 */
items?: ItemProgress[]
}
/**
 * The whole order as it stands, for whoever starts late (republish); no money.
 */
export interface WorkOrderState {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
manager_id: string
urgency: Urgency
promised_on: string
items: Item[]
client_id: string
stage: Stage
content_version: number
attachments?: Attachment[]
placed_at: string
handed_over_at?: (string | null)
ready_at?: (string | null)
told_at?: (string | null)
told_by?: (string | null)
told_state?: (ToldState | null)
told_reason?: (string | null)
back_at_office_at?: (string | null)
issued_at?: (string | null)
cancelled_at?: (string | null)
cancel_reason?: (CancelReason | null)
/**
 * How far each shop of the current revision is; empty in a draft.
 */
progress?: ShopProgress[]
}
/**
 * Alarm: nobody in the shop has looked at the revision for five working minutes.
 */
export interface WorkOrderUnseen {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
since: string
}
/**
 * The shop's step on the item is done; next comes the other shop or the final control.
 */
export interface WorkFinished {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
item_id: string
quantity_done: number
quantity_passed?: number
state: WorkState
}
/**
 * The shop put the item aside.
 */
export interface WorkPaused {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
item_id: string
quantity_done: number
quantity_passed?: number
state: WorkState
reason?: (string | null)
}
/**
 * The shop works on the item, for the first time or after a pause.
 */
export interface WorkStarted {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
item_id: string
quantity_done: number
quantity_passed?: number
state: WorkState
}
/**
 * A worker undid his own last step within ten seconds.
 */
export interface WorkTakenBack {
work_order_id: string
number: string
office_id: string
pickup_office_id: string
shops: Shop[]
revision: number
shop: Shop
device_id?: (string | null)
operator_id?: (string | null)
operator_verified?: boolean
operated_at?: (string | null)
item_id: string
quantity_done: number
quantity_passed?: number
state: WorkState
/**
 * What was undone: `start`, `pause`, `finish`.
 */
step: string
}

/** Every event that the feed may carry, by its type. */
export interface FeedEvents {
  "gateway.device.changed.v1": DeviceChanged;
  "gateway.office.changed.v1": OfficeChanged;
  "notifications.message.accepted.v1": MessageAccepted;
  "notifications.message.call-needed.v1": MessageCallNeeded;
  "notifications.message.delivered.v1": MessageDelivered;
  "notifications.message.failed.v1": MessageFailed;
  "notifications.message.unknown.v1": MessageUnknown;
  "notifications.message.withdrawn.v1": MessageWithdrawn;
  "orders.work-order.accepted.v1": WorkOrderAccepted;
  "orders.work-order.answered.v1": WorkOrderAnswered;
  "orders.work-order.asked.v1": WorkOrderAsked;
  "orders.work-order.attached.v1": WorkOrderAttached;
  "orders.work-order.back-at-office.v1": WorkOrderBackAtOffice;
  "orders.work-order.cancelled.v1": WorkOrderCancelled;
  "orders.work-order.client-not-told.v1": WorkOrderClientNotTold;
  "orders.work-order.client-reached.v1": WorkOrderClientReached;
  "orders.work-order.client-told.v1": WorkOrderClientTold;
  "orders.work-order.control-failed.v1": ControlFailed;
  "orders.work-order.control-passed.v1": ControlPassed;
  "orders.work-order.corrected.v1": WorkOrderCorrected;
  "orders.work-order.detached.v1": WorkOrderDetached;
  "orders.work-order.edited.v1": WorkOrderEdited;
  "orders.work-order.handed-over.v1": WorkOrderHandedOver;
  "orders.work-order.issued.v1": WorkOrderIssued;
  "orders.work-order.placed.v1": WorkOrderPlaced;
  "orders.work-order.priced.v1": WorkOrderPriced;
  "orders.work-order.ready.v1": WorkOrderReady;
  "orders.work-order.received.v1": WorkOrderReceived;
  "orders.work-order.reopened.v1": WorkOrderReopened;
  "orders.work-order.seen.v1": WorkOrderSeen;
  "orders.work-order.state.v1": WorkOrderState;
  "orders.work-order.unseen.v1": WorkOrderUnseen;
  "orders.work-order.work-finished.v1": WorkFinished;
  "orders.work-order.work-paused.v1": WorkPaused;
  "orders.work-order.work-started.v1": WorkStarted;
  "orders.work-order.work-taken-back.v1": WorkTakenBack;
}

/** What stands around an event in the feed: apply it if `sequence` is higher than the subject's. */
export interface FeedEnvelope<Type extends keyof FeedEvents = keyof FeedEvents> {
  id: string;
  type: Type;
  subject: string;
  sequence: number;
  time: string;
  actor: string;
  correlation_id: string;
  /** The click's traceparent; send it back with the receipt. */
  trace: string | null;
  data: FeedEvents[Type];
}

export type FeedEvent = { [Type in keyof FeedEvents]: FeedEnvelope<Type> }[keyof FeedEvents];
