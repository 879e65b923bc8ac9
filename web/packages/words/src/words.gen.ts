// Written by `pnpm words` from the words.*.json of this package. Do not edit.
import { add, say, type Value } from "./i18n.ts";

export interface Words {
  "attachment.drawing": null;
  "attachment.photo": null;
  "attachment.signature": null;
  "attachment.template": null;
  "back-film.moisture": null;
  "back-film.safety": null;
  "cancel-reason.client-refused": null;
  "cancel-reason.duplicate": null;
  "cancel-reason.mistake": null;
  "cancel-reason.not-possible": null;
  "cancel-reason.other": null;
  "client-kind.company": null;
  "client-kind.person": null;
  "contact-channel.email": null;
  "contact-channel.phone": null;
  "contact-channel.sms": null;
  "corner-kind.cut": null;
  "corner-kind.radius": null;
  "corner.bottom-left": null;
  "corner.bottom-right": null;
  "corner.top-left": null;
  "corner.top-right": null;
  "cutout.catalogue": null;
  "cutout.notch": null;
  "cutout.rectangular": null;
  "cutout.round": null;
  "datum.bottom-left": null;
  "datum.bottom-right": null;
  "datum.centre": null;
  "datum.top-left": null;
  "datum.top-right": null;
  "defect.chip": null;
  "defect.crack": null;
  "defect.film": null;
  "defect.lead": null;
  "defect.other": null;
  "defect.pattern": null;
  "defect.scratch": null;
  "defect.stain": null;
  "defect.tempering": null;
  "defect.wrong-edge": null;
  "defect.wrong-hole": null;
  "defect.wrong-material": null;
  "defect.wrong-size": null;
  "edge.arrissed": null;
  "edge.euro": null;
  "edge.ground": null;
  "edge.polished": null;
  "edge.raw": null;
  "face.back": null;
  "face.front": null;
  "film-texture.smooth": null;
  "film-texture.textured": null;
  "material.bronze": null;
  "material.clear": null;
  "material.grey": null;
  "material.laminated": null;
  "material.matt": null;
  "material.mirror": null;
  "material.optiwhite": null;
  "material.painted": null;
  "material.patterned": null;
  "material.stained": null;
  "mounted-on.ceiling": null;
  "mounted-on.door": null;
  "mounted-on.furniture": null;
  "mounted-on.glass": null;
  "mounted-on.panel": null;
  "mounted-on.wall": null;
  "mounting.frame": null;
  "mounting.glue": null;
  "mounting.hinges": null;
  "mounting.holders": null;
  "mounting.profile": null;
  "mounting.standoffs": null;
  "mounting.uv-glue": null;
  "product.ceiling-panel": null;
  "product.door": null;
  "product.door-pane": null;
  "product.furniture-door": null;
  "product.mirror": null;
  "product.other": null;
  "product.panel": null;
  "product.shelf": null;
  "product.showcase": null;
  "product.showcase-door": null;
  "product.shower-screen": null;
  "product.splashback": null;
  "product.stained-glass": null;
  "product.table-leg": null;
  "product.tabletop": null;
  "product.tile": null;
  "product.wardrobe-insert": null;
  "product.window-pane": null;
  "purpose.handle": null;
  "purpose.hinge": null;
  "purpose.holder": null;
  "purpose.lock": null;
  "purpose.other": null;
  "purpose.pipe": null;
  "purpose.socket": null;
  "role.admin": null;
  "role.advertising": null;
  "role.art-shop": null;
  "role.deputy": null;
  "role.desk": null;
  "role.director": null;
  "role.driver": null;
  "role.head-of-production": null;
  "role.quality": null;
  "role.workshop": null;
  "shape.arch": null;
  "shape.circle": null;
  "shape.drawing": null;
  "shape.oval": null;
  "shape.quarter-circle": null;
  "shape.rectangle": null;
  "shape.trapezoid": null;
  "shape.triangle": null;
  "shared.days-late": { count: Value };
  "shared.days-left": { count: Value };
  "shared.fault-count": { least: Value; most: Value };
  "shared.fault-empty": null;
  "shared.fault-length": { least: Value; most: Value };
  "shared.fault-money": null;
  "shared.fault-money-range": null;
  "shared.fault-number": null;
  "shared.fault-size": null;
  "shared.fault-unit": null;
  "shared.fault-whole": null;
  "shared.fault-whole-mm": null;
  "shared.just-now": null;
  "shared.minutes-ago": { count: Value };
  "shared.mm": { value: Value };
  "shared.no-answer": null;
  "shared.orders": { count: Value };
  "shared.our-fault": null;
  "shared.pieces": { count: Value };
  "shared.pieces-long": { count: Value };
  "shared.today": null;
  "shared.tomorrow": null;
  "shared.yesterday": null;
  "shop-order.accepted": null;
  "shop-order.completed": null;
  "shop-order.received": null;
  "shop-order.seen": null;
  "shop-order.sent": null;
  "shop.art-shop": null;
  "shop.workshop": null;
  "side.arc": null;
  "side.bottom": null;
  "side.left": null;
  "side.right": null;
  "side.top": null;
  "sketch-by.artist": null;
  "sketch-by.attached": null;
  "sketch-by.catalogue": null;
  "sketch-by.client": null;
  "stage.cancelled": null;
  "stage.draft": null;
  "stage.in-work": null;
  "stage.issued": null;
  "stage.ready": null;
  "technique.classic": null;
  "technique.fusing": null;
  "technique.overlay": null;
  "technique.poured": null;
  "technique.tiffany": null;
  "template.cardboard": null;
  "template.client-file": null;
  "template.old-piece": null;
  "tint.blue": null;
  "tint.bronze": null;
  "tint.gold": null;
  "tint.green": null;
  "tint.grey": null;
  "tint.silver": null;
  "told.call-needed": null;
  "told.delivered": null;
  "told.failed": null;
  "told.told": null;
  "told.unknown": null;
  "treatment.film": null;
  "treatment.matting": null;
  "treatment.matting-pattern": null;
  "treatment.paint": null;
  "treatment.print": null;
  "urgency.client-waits": null;
  "urgency.normal": null;
  "urgency.urgent": null;
  "work.finished": null;
  "work.passed": null;
  "work.paused": null;
  "work.queued": null;
  "work.started": null;
}

add("ru", {
  "attachment.drawing": ["Чертёж"],
  "attachment.photo": ["Фото"],
  "attachment.signature": ["Подпись"],
  "attachment.template": ["Шаблон"],
  "back-film.moisture": ["Влагозащита"],
  "back-film.safety": ["Безопасная плёнка"],
  "cancel-reason.client-refused": ["Клиент отказался"],
  "cancel-reason.duplicate": ["Повтор другого заказа"],
  "cancel-reason.mistake": ["Ошибка"],
  "cancel-reason.not-possible": ["Изготовить нельзя"],
  "cancel-reason.other": ["Другая причина"],
  "client-kind.company": ["Организация"],
  "client-kind.person": ["Частное лицо"],
  "contact-channel.email": ["эл. почта"],
  "contact-channel.phone": ["звонок"],
  "contact-channel.sms": ["SMS"],
  "corner-kind.cut": ["Срез"],
  "corner-kind.radius": ["Радиус"],
  "corner.bottom-left": ["нижний левый"],
  "corner.bottom-right": ["нижний правый"],
  "corner.top-left": ["верхний левый"],
  "corner.top-right": ["верхний правый"],
  "cutout.catalogue": ["Вырез по каталогу"],
  "cutout.notch": ["Выемка у края"],
  "cutout.rectangular": ["Прямоугольный вырез"],
  "cutout.round": ["Круглый вырез"],
  "datum.bottom-left": ["от нижнего левого угла"],
  "datum.bottom-right": ["от нижнего правого угла"],
  "datum.centre": ["от центра"],
  "datum.top-left": ["от верхнего левого угла"],
  "datum.top-right": ["от верхнего правого угла"],
  "defect.chip": ["Скол"],
  "defect.crack": ["Трещина"],
  "defect.film": ["Плёнка"],
  "defect.lead": ["Свинец"],
  "defect.other": ["Другое"],
  "defect.pattern": ["Рисунок"],
  "defect.scratch": ["Царапина"],
  "defect.stain": ["Пятно"],
  "defect.tempering": ["Закалка"],
  "defect.wrong-edge": ["Не та кромка"],
  "defect.wrong-hole": ["Не то отверстие"],
  "defect.wrong-material": ["Не то стекло"],
  "defect.wrong-size": ["Не тот размер"],
  "edge.arrissed": ["Притуплённая"],
  "edge.euro": ["Еврокромка"],
  "edge.ground": ["Шлифованная"],
  "edge.polished": ["Полированная"],
  "edge.raw": ["Без обработки"],
  "face.back": ["тыл"],
  "face.front": ["лицо"],
  "film-texture.smooth": ["гладкая"],
  "film-texture.textured": ["фактурная"],
  "material.bronze": ["Бронза"],
  "material.clear": ["Прозрачное стекло"],
  "material.grey": ["Графит"],
  "material.laminated": ["Триплекс"],
  "material.matt": ["Матовое стекло"],
  "material.mirror": ["Зеркальное полотно"],
  "material.optiwhite": ["Осветлённое стекло"],
  "material.painted": ["Окрашенное стекло"],
  "material.patterned": ["Узорчатое стекло"],
  "material.stained": ["Цветное стекло"],
  "mounted-on.ceiling": ["на потолок"],
  "mounted-on.door": ["на дверь"],
  "mounted-on.furniture": ["на мебель"],
  "mounted-on.glass": ["на стекло"],
  "mounted-on.panel": ["на панель"],
  "mounted-on.wall": ["на стену"],
  "mounting.frame": ["Рама"],
  "mounting.glue": ["Клей"],
  "mounting.hinges": ["Петли"],
  "mounting.holders": ["Держатели"],
  "mounting.profile": ["Профиль"],
  "mounting.standoffs": ["Дистанционные держатели"],
  "mounting.uv-glue": ["УФ-клей"],
  "product.ceiling-panel": ["Потолочная панель"],
  "product.door": ["Дверь"],
  "product.door-pane": ["Стекло в дверь"],
  "product.furniture-door": ["Мебельный фасад"],
  "product.mirror": ["Зеркало"],
  "product.other": ["Другое изделие"],
  "product.panel": ["Панель"],
  "product.shelf": ["Полка"],
  "product.showcase": ["Витрина"],
  "product.showcase-door": ["Дверца витрины"],
  "product.shower-screen": ["Душевая перегородка"],
  "product.splashback": ["Фартук"],
  "product.stained-glass": ["Витраж"],
  "product.table-leg": ["Ножка стола"],
  "product.tabletop": ["Столешница"],
  "product.tile": ["Плитка"],
  "product.wardrobe-insert": ["Вставка в шкаф"],
  "product.window-pane": ["Оконное стекло"],
  "purpose.handle": ["под ручку"],
  "purpose.hinge": ["под петлю"],
  "purpose.holder": ["под держатель"],
  "purpose.lock": ["под замок"],
  "purpose.other": ["прочее"],
  "purpose.pipe": ["под трубу"],
  "purpose.socket": ["под розетку"],
  "role.admin": ["Администратор"],
  "role.advertising": ["Реклама"],
  "role.art-shop": ["Художественный цех"],
  "role.deputy": ["Заместитель"],
  "role.desk": ["Стол заказов"],
  "role.director": ["Директор"],
  "role.driver": ["Водитель"],
  "role.head-of-production": ["Начальник производства"],
  "role.quality": ["Качество"],
  "role.workshop": ["Цех"],
  "shape.arch": ["Арка"],
  "shape.circle": ["Круг"],
  "shape.drawing": ["По чертежу"],
  "shape.oval": ["Овал"],
  "shape.quarter-circle": ["Четверть круга"],
  "shape.rectangle": ["Прямоугольник"],
  "shape.trapezoid": ["Трапеция"],
  "shape.triangle": ["Треугольник"],
  "shared.days-late": ["просрочен на ",["count","plural",{"one":["#"," день"],"few":["#"," дня"],"many":["#"," дней"],"other":["#"," дня"]}]],
  "shared.days-left": [["count","plural",{"one":["остался ","#"," день"],"few":["осталось ","#"," дня"],"many":["осталось ","#"," дней"],"other":["осталось ","#"," дня"]}]],
  "shared.fault-count": ["Количество — от ",["least"]," до ",["most"]],
  "shared.fault-empty": ["Укажите число"],
  "shared.fault-length": ["Длина — от ",["least"]," до ",["most"]," мм"],
  "shared.fault-money": ["Цена пишется так: 5400 или 5400,50"],
  "shared.fault-money-range": ["Цена — от 0 до 99 999 999,99 ₽"],
  "shared.fault-number": ["Нужно число цифрами"],
  "shared.fault-size": ["Размер пишется так: 800×1200 (ширина × высота, мм)"],
  "shared.fault-unit": ["Размер пишут в миллиметрах"],
  "shared.fault-whole": ["Нужно целое число"],
  "shared.fault-whole-mm": ["Размер — целые миллиметры, без запятой"],
  "shared.just-now": ["только что"],
  "shared.minutes-ago": [["count","plural",{"one":["#"," минуту"],"few":["#"," минуты"],"many":["#"," минут"],"other":["#"," минуты"]}]," назад"],
  "shared.mm": [["value"]," мм"],
  "shared.no-answer": ["Нет ответа от сервера. Ничего не потеряно, можно повторить."],
  "shared.orders": [["count","plural",{"one":["#"," заказ"],"few":["#"," заказа"],"many":["#"," заказов"],"other":["#"," заказа"]}]],
  "shared.our-fault": ["Ошибка на нашей стороне. Попробуйте ещё раз."],
  "shared.pieces": [["count","plural",{"one":["#"," шт."],"few":["#"," шт."],"many":["#"," шт."],"other":["#"," шт."]}]],
  "shared.pieces-long": [["count","plural",{"one":["#"," изделие"],"few":["#"," изделия"],"many":["#"," изделий"],"other":["#"," изделия"]}]],
  "shared.today": ["сегодня"],
  "shared.tomorrow": ["завтра"],
  "shared.yesterday": ["вчера"],
  "shop-order.accepted": ["Принят"],
  "shop-order.completed": ["Сделан"],
  "shop-order.received": ["Доставлен"],
  "shop-order.seen": ["Просмотрен"],
  "shop-order.sent": ["Отправлен"],
  "shop.art-shop": ["Художественный цех"],
  "shop.workshop": ["Цех"],
  "side.arc": ["дуга"],
  "side.bottom": ["низ"],
  "side.left": ["лево"],
  "side.right": ["право"],
  "side.top": ["верх"],
  "sketch-by.artist": ["эскиз художника"],
  "sketch-by.attached": ["приложен"],
  "sketch-by.catalogue": ["по каталогу"],
  "sketch-by.client": ["эскиз клиента"],
  "stage.cancelled": ["Отменён"],
  "stage.draft": ["Черновик"],
  "stage.in-work": ["В работе"],
  "stage.issued": ["Выдан"],
  "stage.ready": ["Готов"],
  "technique.classic": ["Классический"],
  "technique.fusing": ["Фьюзинг"],
  "technique.overlay": ["Накладной (плёнка и свинец)"],
  "technique.poured": ["Заливной"],
  "technique.tiffany": ["Тиффани"],
  "template.cardboard": ["шаблон из картона"],
  "template.client-file": ["файл клиента"],
  "template.old-piece": ["старое изделие"],
  "tint.blue": ["синее"],
  "tint.bronze": ["бронза"],
  "tint.gold": ["золото"],
  "tint.green": ["зелёное"],
  "tint.grey": ["графит"],
  "tint.silver": ["серебро"],
  "told.call-needed": ["Нужно позвонить"],
  "told.delivered": ["Сообщение доставлено"],
  "told.failed": ["Клиенту не сообщили"],
  "told.told": ["Клиенту сообщили"],
  "told.unknown": ["Неизвестно, дошло ли"],
  "treatment.film": ["Плёнка"],
  "treatment.matting": ["Матирование"],
  "treatment.matting-pattern": ["Матовый рисунок"],
  "treatment.paint": ["Покраска"],
  "treatment.print": ["Печать"],
  "urgency.client-waits": ["Клиент ждёт"],
  "urgency.normal": ["Обычный"],
  "urgency.urgent": ["Срочный"],
  "work.finished": ["На контроле"],
  "work.passed": ["Контроль пройден"],
  "work.paused": ["Отложено"],
  "work.queued": ["Ждёт"],
  "work.started": ["Делают"],
});
add("en", {
  "attachment.drawing": ["Drawing"],
  "attachment.photo": ["Photo"],
  "attachment.signature": ["Signature"],
  "attachment.template": ["Template"],
  "back-film.moisture": ["Moisture film"],
  "back-film.safety": ["Safety film"],
  "cancel-reason.client-refused": ["Client refused"],
  "cancel-reason.duplicate": ["Duplicate"],
  "cancel-reason.mistake": ["Mistake"],
  "cancel-reason.not-possible": ["Cannot be made"],
  "cancel-reason.other": ["Other reason"],
  "client-kind.company": ["Company"],
  "client-kind.person": ["Person"],
  "contact-channel.email": ["e-mail"],
  "contact-channel.phone": ["phone call"],
  "contact-channel.sms": ["SMS"],
  "corner-kind.cut": ["Cut"],
  "corner-kind.radius": ["Radius"],
  "corner.bottom-left": ["bottom left"],
  "corner.bottom-right": ["bottom right"],
  "corner.top-left": ["top left"],
  "corner.top-right": ["top right"],
  "cutout.catalogue": ["Cut-out by catalogue"],
  "cutout.notch": ["Notch"],
  "cutout.rectangular": ["Rectangular cut-out"],
  "cutout.round": ["Round cut-out"],
  "datum.bottom-left": ["from the bottom left"],
  "datum.bottom-right": ["from the bottom right"],
  "datum.centre": ["from the centre"],
  "datum.top-left": ["from the top left"],
  "datum.top-right": ["from the top right"],
  "defect.chip": ["Chip"],
  "defect.crack": ["Crack"],
  "defect.film": ["Film"],
  "defect.lead": ["Lead"],
  "defect.other": ["Other"],
  "defect.pattern": ["Pattern"],
  "defect.scratch": ["Scratch"],
  "defect.stain": ["Stain"],
  "defect.tempering": ["Tempering"],
  "defect.wrong-edge": ["Wrong edge"],
  "defect.wrong-hole": ["Wrong hole"],
  "defect.wrong-material": ["Wrong glass"],
  "defect.wrong-size": ["Wrong size"],
  "edge.arrissed": ["Arrissed"],
  "edge.euro": ["Euro edge"],
  "edge.ground": ["Ground"],
  "edge.polished": ["Polished"],
  "edge.raw": ["Raw"],
  "face.back": ["back"],
  "face.front": ["front"],
  "film-texture.smooth": ["smooth"],
  "film-texture.textured": ["textured"],
  "material.bronze": ["Bronze glass"],
  "material.clear": ["Clear glass"],
  "material.grey": ["Grey glass"],
  "material.laminated": ["Laminated glass"],
  "material.matt": ["Matt glass"],
  "material.mirror": ["Mirror glass"],
  "material.optiwhite": ["Low-iron glass"],
  "material.painted": ["Painted glass"],
  "material.patterned": ["Patterned glass"],
  "material.stained": ["Stained glass sheet"],
  "mounted-on.ceiling": ["to the ceiling"],
  "mounted-on.door": ["to a door"],
  "mounted-on.furniture": ["to furniture"],
  "mounted-on.glass": ["to glass"],
  "mounted-on.panel": ["to a panel"],
  "mounted-on.wall": ["to a wall"],
  "mounting.frame": ["Frame"],
  "mounting.glue": ["Glue"],
  "mounting.hinges": ["Hinges"],
  "mounting.holders": ["Holders"],
  "mounting.profile": ["Profile"],
  "mounting.standoffs": ["Standoffs"],
  "mounting.uv-glue": ["UV glue"],
  "product.ceiling-panel": ["Ceiling panel"],
  "product.door": ["Door"],
  "product.door-pane": ["Door pane"],
  "product.furniture-door": ["Furniture door"],
  "product.mirror": ["Mirror"],
  "product.other": ["Other piece"],
  "product.panel": ["Panel"],
  "product.shelf": ["Shelf"],
  "product.showcase": ["Showcase"],
  "product.showcase-door": ["Showcase door"],
  "product.shower-screen": ["Shower screen"],
  "product.splashback": ["Splashback"],
  "product.stained-glass": ["Stained glass"],
  "product.table-leg": ["Table leg"],
  "product.tabletop": ["Tabletop"],
  "product.tile": ["Tile"],
  "product.wardrobe-insert": ["Wardrobe insert"],
  "product.window-pane": ["Window pane"],
  "purpose.handle": ["for a handle"],
  "purpose.hinge": ["for a hinge"],
  "purpose.holder": ["for a holder"],
  "purpose.lock": ["for a lock"],
  "purpose.other": ["other"],
  "purpose.pipe": ["for a pipe"],
  "purpose.socket": ["for a socket"],
  "role.admin": ["Administrator"],
  "role.advertising": ["Advertising"],
  "role.art-shop": ["Art shop"],
  "role.deputy": ["Deputy"],
  "role.desk": ["Order desk"],
  "role.director": ["Director"],
  "role.driver": ["Driver"],
  "role.head-of-production": ["Head of production"],
  "role.quality": ["Quality"],
  "role.workshop": ["Workshop"],
  "shape.arch": ["Arch"],
  "shape.circle": ["Circle"],
  "shape.drawing": ["By a drawing"],
  "shape.oval": ["Oval"],
  "shape.quarter-circle": ["Quarter circle"],
  "shape.rectangle": ["Rectangle"],
  "shape.trapezoid": ["Trapezoid"],
  "shape.triangle": ["Triangle"],
  "shared.days-late": [["count","plural",{"one":["#"," day"],"other":["#"," days"]}]," late"],
  "shared.days-left": [["count","plural",{"one":["#"," day"],"other":["#"," days"]}]," left"],
  "shared.fault-count": ["A quantity is ",["least"]," to ",["most"]],
  "shared.fault-empty": ["Give a number"],
  "shared.fault-length": ["A length is ",["least"]," to ",["most"]," mm"],
  "shared.fault-money": ["Write a price like 5400 or 5400.50"],
  "shared.fault-money-range": ["A price is 0 to 99,999,999.99 RUB"],
  "shared.fault-number": ["A number in digits is needed"],
  "shared.fault-size": ["Write a size like 800×1200 (width × height, mm)"],
  "shared.fault-unit": ["Sizes are written in millimetres"],
  "shared.fault-whole": ["A whole number is needed"],
  "shared.fault-whole-mm": ["A size is whole millimetres, without a comma"],
  "shared.just-now": ["just now"],
  "shared.minutes-ago": [["count","plural",{"one":["#"," minute"],"other":["#"," minutes"]}]," ago"],
  "shared.mm": [["value"]," mm"],
  "shared.no-answer": ["No answer from the server. Nothing is lost, try again."],
  "shared.orders": [["count","plural",{"one":["#"," order"],"other":["#"," orders"]}]],
  "shared.our-fault": ["A mistake on our side. Try again."],
  "shared.pieces": [["count","plural",{"one":["#"," pc"],"other":["#"," pcs"]}]],
  "shared.pieces-long": [["count","plural",{"one":["#"," piece"],"other":["#"," pieces"]}]],
  "shared.today": ["today"],
  "shared.tomorrow": ["tomorrow"],
  "shared.yesterday": ["yesterday"],
  "shop-order.accepted": ["Accepted"],
  "shop-order.completed": ["Done"],
  "shop-order.received": ["Delivered"],
  "shop-order.seen": ["Seen"],
  "shop-order.sent": ["Sent"],
  "shop.art-shop": ["Art shop"],
  "shop.workshop": ["Workshop"],
  "side.arc": ["arc"],
  "side.bottom": ["bottom"],
  "side.left": ["left"],
  "side.right": ["right"],
  "side.top": ["top"],
  "sketch-by.artist": ["artist’s sketch"],
  "sketch-by.attached": ["attached"],
  "sketch-by.catalogue": ["by catalogue"],
  "sketch-by.client": ["client’s sketch"],
  "stage.cancelled": ["Cancelled"],
  "stage.draft": ["Draft"],
  "stage.in-work": ["In work"],
  "stage.issued": ["Issued"],
  "stage.ready": ["Ready"],
  "technique.classic": ["Classic"],
  "technique.fusing": ["Fusing"],
  "technique.overlay": ["Overlay (film and lead)"],
  "technique.poured": ["Poured"],
  "technique.tiffany": ["Tiffany"],
  "template.cardboard": ["cardboard template"],
  "template.client-file": ["client’s file"],
  "template.old-piece": ["old piece"],
  "tint.blue": ["blue"],
  "tint.bronze": ["bronze"],
  "tint.gold": ["gold"],
  "tint.green": ["green"],
  "tint.grey": ["grey"],
  "tint.silver": ["silver"],
  "told.call-needed": ["Call needed"],
  "told.delivered": ["Message delivered"],
  "told.failed": ["Client not told"],
  "told.told": ["Client told"],
  "told.unknown": ["Outcome unknown"],
  "treatment.film": ["Film"],
  "treatment.matting": ["Matting"],
  "treatment.matting-pattern": ["Matted pattern"],
  "treatment.paint": ["Paint"],
  "treatment.print": ["Print"],
  "urgency.client-waits": ["Client waits"],
  "urgency.normal": ["Normal"],
  "urgency.urgent": ["Urgent"],
  "work.finished": ["At control"],
  "work.passed": ["Passed control"],
  "work.paused": ["Paused"],
  "work.queued": ["Queued"],
  "work.started": ["In hand"],
});

/** Says a message of this package in the language that is spoken now. */
export function t<Id extends keyof Words>(
  id: Id,
  ...values: Words[Id] extends null ? [] : [Words[Id]]
): string {
  return say(id, values[0] as Parameters<typeof say>[1]);
}
