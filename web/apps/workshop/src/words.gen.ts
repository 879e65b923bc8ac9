// Written by `pnpm words` from the words.*.json of this package. Do not edit.
import { add, say, type Value } from "@vitrazh/words/i18n";

export interface Words {
  "ask.about": { position: Value };
  "ask.edge": null;
  "ask.holes": null;
  "ask.material": null;
  "ask.need-text": null;
  "ask.other": null;
  "ask.pick": null;
  "ask.send": null;
  "ask.size": null;
  "ask.text": null;
  "ask.title": null;
  "ask.typical": null;
  "bar.bus-lost": { at: Value };
  "bar.change": { name: Value };
  "bar.clock-ahead": { count: Value };
  "bar.clock-behind": { count: Value };
  "bar.connecting": null;
  "bar.connecting-waiting": { count: Value };
  "bar.done": null;
  "bar.live": null;
  "bar.lost": { at: Value };
  "bar.lost-waiting": { at: Value; count: Value };
  "bar.nobody": null;
  "bar.queue": null;
  "bar.revoked": null;
  "bar.sending": { count: Value };
  "bar.unread": { count: Value };
  "changes.added": null;
  "changes.changed-file": null;
  "changes.corner": { corner: Value };
  "changes.count": null;
  "changes.cutout": { number: Value; what: Value };
  "changes.datum": null;
  "changes.depth": null;
  "changes.diameter": null;
  "changes.drawing": null;
  "changes.edge": { side: Value };
  "changes.face": null;
  "changes.facet-sides": null;
  "changes.facet-width": null;
  "changes.from": null;
  "changes.front": null;
  "changes.height": null;
  "changes.hole": { number: Value; what: Value };
  "changes.kind": null;
  "changes.material": null;
  "changes.mounting": { what: Value };
  "changes.new-drawing": null;
  "changes.none": null;
  "changes.now": null;
  "changes.old-drawing": null;
  "changes.other": null;
  "changes.part": { what: Value };
  "changes.pattern": null;
  "changes.pickup": null;
  "changes.product": null;
  "changes.promised": null;
  "changes.purpose": null;
  "changes.quantity": null;
  "changes.radius": null;
  "changes.removed": null;
  "changes.replacement": null;
  "changes.route": null;
  "changes.shape": null;
  "changes.side": null;
  "changes.stained": { what: Value };
  "changes.tempered": null;
  "changes.thickness": null;
  "changes.tint": null;
  "changes.title": null;
  "changes.to": null;
  "changes.urgency": null;
  "changes.was": null;
  "changes.what": null;
  "changes.width": null;
  "changes.x": null;
  "changes.y": null;
  "changes.yes": null;
  "changes.zone": { number: Value; what: Value };
  "control.check": null;
  "control.how-many": null;
  "control.left": { left: Value; quantity: Value };
  "control.run": { count: Value };
  "control.title": { position: Value };
  "defect.how-many": null;
  "defect.pick": null;
  "defect.pieces": { count: Value };
  "defect.quantity": null;
  "defect.reasons": null;
  "defect.send": null;
  "defect.set": null;
  "defect.title": null;
  "files.broken": null;
  "files.no-preview": { kind: Value };
  "files.open": { kind: Value };
  "files.title": null;
  "finish.keys": null;
  "finish.left": { left: Value; quantity: Value };
  "finish.none": null;
  "finish.run": { count: Value };
  "finish.title": null;
  "finish.too-many": { left: Value };
  "link.needs-pin": null;
  "link.not-kept": null;
  "link.notes": { count: Value };
  "link.send": null;
  "link.send-without-pin": null;
  "link.sending": null;
  "link.settings": null;
  "link.sound": null;
  "link.sound-off": null;
  "link.sound-on": null;
  "link.storage": null;
  "link.storage-of": { quota: Value; used: Value };
  "link.tablet": null;
  "link.title": null;
  "link.tried": { count: Value };
  "link.unpair": null;
  "link.unpair-lead": null;
  "link.unpair-sure": null;
  "link.unpair-waits": null;
  "link.unsent": { count: Value };
  "link.unsent-list": null;
  "link.update": null;
  "link.update-lead": null;
  "link.version": null;
  "link.waiting": null;
  "link.with-photo": null;
  "note.cancelled": null;
  "note.cancelled-lead": null;
  "note.corrected": null;
  "note.corrected-lead": null;
  "note.first": null;
  "note.first-by": { at: Value };
  "note.first-name": { at: Value; name: Value };
  "note.follows": null;
  "note.follows-lead": null;
  "note.moved": null;
  "note.moved-lead": null;
  "note.not-done": null;
  "note.photo": null;
  "note.photo-lead": null;
  "note.refused": null;
  "note.unknown": null;
  "note.unknown-lead": null;
  "note.yours": null;
  "pairing.busy": null;
  "pairing.code": null;
  "pairing.erase": null;
  "pairing.kept": { count: Value };
  "pairing.keys": null;
  "pairing.lead": null;
  "pairing.name": null;
  "pairing.name-hint": null;
  "pairing.pair": null;
  "pairing.revoked": null;
  "pairing.title": null;
  "photo.add": null;
  "photo.again": null;
  "photo.alt": null;
  "photo.busy": null;
  "photo.drop": null;
  "photo.heic": null;
  "photo.not-a-picture": null;
  "photo.storage-full": null;
  "photo.too-big": null;
  "piece.all-sides": null;
  "piece.apex": { size: Value };
  "piece.band": { from: Value; side: Value; to: Value };
  "piece.bottom": { size: Value };
  "piece.by-file": null;
  "piece.by-us": null;
  "piece.code": { code: Value };
  "piece.corners": null;
  "piece.cut": { size: Value };
  "piece.edges": null;
  "piece.facet": null;
  "piece.film": { colour: Value; texture: Value; zones: Value };
  "piece.film-all": { colour: Value; texture: Value };
  "piece.front": null;
  "piece.gap": { size: Value };
  "piece.glass": null;
  "piece.hardware": { code: Value };
  "piece.lead": { size: Value };
  "piece.mirrored": null;
  "piece.mounting": null;
  "piece.offset": { size: Value };
  "piece.palette": { name: Value };
  "piece.panel": { size: Value };
  "piece.part": null;
  "piece.part-of": { count: Value; name: Value; number: Value };
  "piece.pattern": { name: Value };
  "piece.radius": { size: Value };
  "piece.ral": { code: Value };
  "piece.replacement": null;
  "piece.rise": { size: Value };
  "piece.route": null;
  "piece.shape": null;
  "piece.shared-drawing": null;
  "piece.side-height": { size: Value };
  "piece.stained": null;
  "piece.tempered": null;
  "piece.template": null;
  "piece.tiles": { columns: Value; rows: Value };
  "piece.top": { size: Value };
  "piece.whole-face": null;
  "piece.zones": null;
  "pin.checking": null;
  "pin.digits": { count: Value };
  "pin.enter": null;
  "pin.keys": null;
  "pin.minutes": { minutes: Value; seconds: Value };
  "pin.no-answer": null;
  "pin.seconds": { count: Value };
  "pin.title": null;
  "pin.unverified": null;
  "pin.wait": { left: Value };
  "queue.accepted": null;
  "queue.cancelled": null;
  "queue.conflict": null;
  "queue.control": null;
  "queue.corrected": null;
  "queue.done-empty": null;
  "queue.done-title": null;
  "queue.empty": null;
  "queue.list": null;
  "queue.more": { count: Value };
  "queue.moved": null;
  "queue.new": null;
  "queue.not-accepted": null;
  "queue.passed": null;
  "queue.paused": null;
  "queue.pending": null;
  "queue.question": null;
  "queue.started": null;
  "queue.title": { count: Value };
  "shop.back": null;
  "shop.broken": null;
  "shop.cancel": null;
  "shop.clear": null;
  "shop.close": null;
  "shop.down": null;
  "shop.full": null;
  "shop.item": { position: Value };
  "shop.loading": null;
  "shop.title": null;
  "shop.unverified": null;
  "shop.up": null;
  "store.again": null;
  "store.failed": null;
  "store.failed-why": null;
  "thread.answered": { at: Value };
  "thread.asked": { at: Value; name: Value };
  "thread.open": null;
  "thread.title": null;
  "thread.worker": null;
  "ticket.accept": null;
  "ticket.accept-changes": null;
  "ticket.ask": null;
  "ticket.bigger": null;
  "ticket.control": null;
  "ticket.defect": null;
  "ticket.details": null;
  "ticket.details-of": { number: Value; position: Value };
  "ticket.done-of": { done: Value; quantity: Value };
  "ticket.drawing": null;
  "ticket.earlier": null;
  "ticket.finish": null;
  "ticket.go-on": null;
  "ticket.item": { position: Value };
  "ticket.items": null;
  "ticket.later": null;
  "ticket.lost": null;
  "ticket.more": null;
  "ticket.move-down": null;
  "ticket.move-left": null;
  "ticket.move-right": null;
  "ticket.move-up": null;
  "ticket.next": { position: Value };
  "ticket.nothing": null;
  "ticket.partial": null;
  "ticket.pause": null;
  "ticket.smaller": null;
  "ticket.start": null;
  "ticket.step-at": { at: Value; name: Value; step: Value };
  "ticket.to-queue": null;
  "ticket.understood": null;
  "ticket.wait-answer": null;
  "ticket.wait-shop": { shop: Value };
  "undo.about": { position: Value; step: Value };
  "undo.finish": null;
  "undo.pause": null;
  "undo.run": { seconds: Value };
  "undo.start": null;
  "verb.accept": null;
  "verb.ask": null;
  "verb.fail-control": null;
  "verb.finish": null;
  "verb.mark-seen": null;
  "verb.pass-control": null;
  "verb.pause": null;
  "verb.receive": null;
  "verb.start": null;
  "verb.take-back": null;
  "who.empty": null;
  "who.lead": null;
  "who.list": null;
  "who.needs-pin": { count: Value; name: Value };
  "who.offline": null;
  "who.only-look": null;
  "who.reading": null;
  "who.title": null;
}

add("ru", {
  "ask.about": ["позиция ",["position"]],
  "ask.edge": ["Кромка?"],
  "ask.holes": ["Отверстия?"],
  "ask.material": ["Не тот материал"],
  "ask.need-text": ["Напишите, что не так"],
  "ask.other": ["Другое"],
  "ask.pick": ["Выберите, о чём вопрос"],
  "ask.send": ["Спросить"],
  "ask.size": ["Размер?"],
  "ask.text": ["Своими словами, если нужно"],
  "ask.title": ["Вопрос в офис"],
  "ask.typical": ["О чём вопрос"],
  "bar.bus-lost": ["Новости офиса задерживаются с ",["at"]],
  "bar.change": ["Сменить работника: ",["name"]],
  "bar.clock-ahead": ["Часы планшета спешат на ",["count","plural",{"one":["#"," минуту"],"few":["#"," минуты"],"many":["#"," минут"],"other":["#"," минуты"]}],". Поправьте время в настройках планшета."],
  "bar.clock-behind": ["Часы планшета отстают на ",["count","plural",{"one":["#"," минуту"],"few":["#"," минуты"],"many":["#"," минут"],"other":["#"," минуты"]}],". Поправьте время в настройках планшета."],
  "bar.connecting": ["Соединяемся…"],
  "bar.connecting-waiting": ["Соединяемся, ",["count","plural",{"one":["#"," действие ждёт"],"few":["#"," действия ждут"],"many":["#"," действий ждут"],"other":["#"," действия ждут"]}]],
  "bar.done": ["Сданные"],
  "bar.live": ["На связи"],
  "bar.lost": ["Нет связи с ",["at"]],
  "bar.lost-waiting": ["Нет связи с ",["at"],", ",["count","plural",{"one":["#"," действие ждёт"],"few":["#"," действия ждут"],"many":["#"," действий ждут"],"other":["#"," действия ждут"]}]],
  "bar.nobody": ["Кто вы?"],
  "bar.queue": ["Очередь"],
  "bar.revoked": ["Планшет отвязан"],
  "bar.sending": ["На связи, ",["count","plural",{"one":["#"," действие уходит"],"few":["#"," действия уходят"],"many":["#"," действий уходит"],"other":["#"," действия уходит"]}]],
  "bar.unread": [["count","plural",{"one":["#"," сообщение надо прочитать"],"few":["#"," сообщения надо прочитать"],"many":["#"," сообщений надо прочитать"],"other":["#"," сообщения надо прочитать"]}]],
  "changes.added": ["Новая позиция"],
  "changes.changed-file": ["новый файл"],
  "changes.corner": ["Угол, ",["corner"]],
  "changes.count": ["сколько"],
  "changes.cutout": ["Вырез ",["number"],", ",["what"]],
  "changes.datum": ["откуда мерить"],
  "changes.depth": ["глубина"],
  "changes.diameter": ["диаметр"],
  "changes.drawing": ["Чертёж"],
  "changes.edge": ["Кромка, ",["side"]],
  "changes.face": ["лицо или тыл"],
  "changes.facet-sides": ["Фацет, сторона"],
  "changes.facet-width": ["Фацет"],
  "changes.from": ["от"],
  "changes.front": ["Лицевая сторона"],
  "changes.height": ["Высота"],
  "changes.hole": ["Отверстие ",["number"],", ",["what"]],
  "changes.kind": ["вид"],
  "changes.material": ["Стекло"],
  "changes.mounting": ["Крепёж, ",["what"]],
  "changes.new-drawing": ["Стало"],
  "changes.none": ["нет"],
  "changes.now": ["Стало"],
  "changes.old-drawing": ["Было"],
  "changes.other": ["другое"],
  "changes.part": ["Комплект, ",["what"]],
  "changes.pattern": ["Узор"],
  "changes.pickup": ["Офис выдачи"],
  "changes.product": ["Изделие"],
  "changes.promised": ["Срок"],
  "changes.purpose": ["для чего"],
  "changes.quantity": ["Количество"],
  "changes.radius": ["радиус"],
  "changes.removed": ["Позиции больше нет"],
  "changes.replacement": ["Взамен разбитого"],
  "changes.route": ["Путь"],
  "changes.shape": ["Форма"],
  "changes.side": ["сторона"],
  "changes.stained": ["Витраж, ",["what"]],
  "changes.tempered": ["Закалка"],
  "changes.thickness": ["Толщина"],
  "changes.tint": ["Оттенок"],
  "changes.title": ["Офис изменил заказ"],
  "changes.to": ["до"],
  "changes.urgency": ["Срочность"],
  "changes.was": ["Было"],
  "changes.what": ["Что"],
  "changes.width": ["Ширина"],
  "changes.x": ["по X"],
  "changes.y": ["по Y"],
  "changes.yes": ["да"],
  "changes.zone": ["Обработка ",["number"],", ",["what"]],
  "control.check": ["Сверьте с чертежом: размер, кромка, отверстия, поверхность."],
  "control.how-many": ["Сколько прошло контроль?"],
  "control.left": ["Ждут контроля: ",["left"]," из ",["quantity"]],
  "control.run": ["Контроль пройден: ",["count"]," шт."],
  "control.title": ["Контроль, позиция ",["position"]],
  "defect.how-many": ["Изменить число"],
  "defect.pick": ["Выберите, что не так"],
  "defect.pieces": ["Брак: ",["count"]," шт."],
  "defect.quantity": ["Сколько штук брака?"],
  "defect.reasons": ["Вид брака"],
  "defect.send": ["Отправить"],
  "defect.set": ["Готово"],
  "defect.title": ["Что не так?"],
  "files.broken": ["Картинка ещё не загружена: нужна связь"],
  "files.no-preview": [["kind"],": смотреть в офисе, на планшете не открыть"],
  "files.open": [["kind"],": во весь экран"],
  "files.title": ["Фото и чертежи"],
  "finish.keys": ["Сколько штук"],
  "finish.left": ["Осталось ",["left"]," из ",["quantity"]],
  "finish.none": ["Наберите число"],
  "finish.run": ["Закончил ",["count"]," шт."],
  "finish.title": ["Сколько сделано?"],
  "finish.too-many": ["Осталось только ",["left"]],
  "link.needs-pin": ["ждёт ПИН"],
  "link.not-kept": ["браузер может стереть данные"],
  "link.notes": [["count","plural",{"one":["#"," сообщение, которое надо прочитать"],"few":["#"," сообщения, которые надо прочитать"],"many":["#"," сообщений, которые надо прочитать"],"other":["#"," сообщения, которое надо прочитать"]}]],
  "link.send": ["Отправить сейчас"],
  "link.send-without-pin": ["Отправить без ПИН"],
  "link.sending": ["отправляется"],
  "link.settings": ["О планшете"],
  "link.sound": ["Звук"],
  "link.sound-off": ["выключен"],
  "link.sound-on": ["включён"],
  "link.storage": ["Занято места"],
  "link.storage-of": [["used"]," из ",["quota"]," МБ"],
  "link.tablet": ["Планшет"],
  "link.title": ["Связь"],
  "link.tried": [["count","plural",{"one":["#"," попытка"],"few":["#"," попытки"],"many":["#"," попыток"],"other":["#"," попытки"]}]],
  "link.unpair": ["Отвязать планшет"],
  "link.unpair-lead": ["Планшет забудет очередь и всех работников. Чтобы вернуть его, нужен новый код администратора."],
  "link.unpair-sure": ["Точно отвязать?"],
  "link.unpair-waits": ["Сначала пусть уйдут все действия: отвязать планшет сейчас нельзя."],
  "link.unsent": [["count","plural",{"0":["Всё отправлено"],"one":["Не отправлено ","#"," действие"],"few":["Не отправлено ","#"," действия"],"many":["Не отправлено ","#"," действий"],"other":["Не отправлено ","#"," действия"]}]],
  "link.unsent-list": ["Что ещё не отправлено"],
  "link.update": ["Обновить"],
  "link.update-lead": ["Готова новая версия"],
  "link.version": ["Версия"],
  "link.waiting": ["ждёт связи"],
  "link.with-photo": ["с фото"],
  "note.cancelled": ["Заказ отменён"],
  "note.cancelled-lead": ["Офис отменил этот заказ. Дальше его не делать."],
  "note.corrected": ["Офис изменил заказ"],
  "note.corrected-lead": ["Пока вы работали, офис исправил заказ. Ваше действие не записано: посмотрите, что стало другим."],
  "note.first": ["Это уже сделали на другом планшете"],
  "note.first-by": [["at"],", на другом планшете"],
  "note.first-name": [["name"],", ",["at"]],
  "note.follows": ["Не отправлено: перед этим действие не записали"],
  "note.follows-lead": ["Действие было после того, которое не приняли. Если оно ещё нужно, сделайте его снова."],
  "note.moved": ["Заказ больше не идёт через этот цех"],
  "note.moved-lead": ["Офис изменил путь заказа. Здесь его больше не делают."],
  "note.not-done": ["Ваше действие не записано"],
  "note.photo": ["Снимок не приняли"],
  "note.photo-lead": ["Само действие записано, снимок к нему не приложен."],
  "note.refused": ["Действие не записано"],
  "note.unknown": ["Неизвестно, записано ли действие"],
  "note.unknown-lead": ["Действие ушло с прежним подключением планшета, ответа не было. Проверьте заказ."],
  "note.yours": ["Ваше действие"],
  "pairing.busy": ["Подключаем…"],
  "pairing.code": ["Код подключения"],
  "pairing.erase": ["Убрать знак"],
  "pairing.kept": [["count","plural",{"one":["Здесь осталось ","#"," неотправленное действие"],"few":["Здесь остались ","#"," неотправленных действия"],"many":["Здесь осталось ","#"," неотправленных действий"],"other":["Здесь осталось ","#"," неотправленного действия"]}],". Они не пропадут: отправятся после подключения."],
  "pairing.keys": ["Буквы и цифры кода"],
  "pairing.lead": ["Код выдаёт администратор: «Планшеты» → «Новый планшет». Код действует 10 минут."],
  "pairing.name": ["Как называть этот планшет"],
  "pairing.name-hint": ["Например: стол резки"],
  "pairing.pair": ["Подключить"],
  "pairing.revoked": ["Этот планшет отвязан. Подключите его новым кодом."],
  "pairing.title": ["Подключение планшета"],
  "photo.add": ["Снять фото"],
  "photo.again": ["Снять заново"],
  "photo.alt": ["Снимок к сообщению"],
  "photo.busy": ["Уменьшаем…"],
  "photo.drop": ["Без фото"],
  "photo.heic": ["Планшет не читает этот вид снимка (HEIC). Снимите камерой прямо отсюда."],
  "photo.not-a-picture": ["Это не снимок. Нужна фотография."],
  "photo.storage-full": ["На планшете нет места для снимка."],
  "photo.too-big": ["Снимок слишком большой. Снимите ещё раз, попроще."],
  "piece.all-sides": ["по кругу"],
  "piece.apex": ["вершина в ",["size"]," слева"],
  "piece.band": ["полоса ",["from"],"–",["to"],", ",["side"]],
  "piece.bottom": ["низ ",["size"]],
  "piece.by-file": ["по файлу"],
  "piece.by-us": ["монтаж наш"],
  "piece.code": ["каталог ",["code"]],
  "piece.corners": ["Углы"],
  "piece.cut": ["срез ",["size"]],
  "piece.edges": ["Кромка"],
  "piece.facet": ["Фацет"],
  "piece.film": [["colour"],", ",["texture"],", зоны ",["zones"]],
  "piece.film-all": [["colour"],", ",["texture"]],
  "piece.front": ["Лицевая сторона"],
  "piece.gap": ["зазор ",["size"]],
  "piece.glass": ["Стекло"],
  "piece.hardware": ["фурнитура ",["code"]],
  "piece.lead": ["лента ",["size"]],
  "piece.mirrored": ["пары зеркально"],
  "piece.mounting": ["Крепёж"],
  "piece.offset": ["отступ верха ",["size"]],
  "piece.palette": ["палитра ",["name"]],
  "piece.panel": ["панель ",["size"]],
  "piece.part": ["Комплект"],
  "piece.part-of": [["name"],": ",["number"]," из ",["count"]],
  "piece.pattern": ["«",["name"],"»"],
  "piece.radius": ["радиус ",["size"]],
  "piece.ral": ["RAL ",["code"]],
  "piece.replacement": ["Взамен разбитого"],
  "piece.rise": ["стрела ",["size"]],
  "piece.route": ["Путь"],
  "piece.shape": ["Форма"],
  "piece.shared-drawing": ["один рисунок на все"],
  "piece.side-height": ["прямая часть ",["size"]],
  "piece.stained": ["Витраж"],
  "piece.tempered": ["закалка"],
  "piece.template": ["Шаблон"],
  "piece.tiles": [["columns"]," × ",["rows"]," стёкол"],
  "piece.top": ["верх ",["size"]],
  "piece.whole-face": ["вся сторона"],
  "piece.zones": ["Обработка"],
  "pin.checking": ["Проверяем…"],
  "pin.digits": [["count","plural",{"one":["Введена ","#"," цифра"],"few":["Введено ","#"," цифры"],"many":["Введено ","#"," цифр"],"other":["Введено ","#"," цифры"]}]],
  "pin.enter": ["Войти"],
  "pin.keys": ["Цифры ПИН"],
  "pin.minutes": [["minutes"]," мин ",["seconds"]," с"],
  "pin.no-answer": ["Нет связи: ПИН не проверить."],
  "pin.seconds": [["count"]," с"],
  "pin.title": ["Введите ПИН"],
  "pin.unverified": ["Без проверки"],
  "pin.wait": ["Слишком много неверных ПИН. Можно снова через ",["left"],"."],
  "queue.accepted": ["Принят"],
  "queue.cancelled": ["Отменён"],
  "queue.conflict": ["Нужно прочитать"],
  "queue.control": ["На контроле"],
  "queue.corrected": ["Офис изменил"],
  "queue.done-empty": ["Здесь будут заказы, которые цех сдал за 14 дней."],
  "queue.done-title": ["Сданные"],
  "queue.empty": ["Очередь пуста. Новый заказ появится здесь сам, со звуком."],
  "queue.list": ["Заказы в очереди"],
  "queue.more": ["и ещё ",["count","plural",{"one":["#"," позиция"],"few":["#"," позиции"],"many":["#"," позиций"],"other":["#"," позиции"]}]],
  "queue.moved": ["Передан в другой цех"],
  "queue.new": ["Новый"],
  "queue.not-accepted": ["Не принят"],
  "queue.passed": ["Контроль пройден"],
  "queue.paused": ["Отложен"],
  "queue.pending": ["ещё не отправлено"],
  "queue.question": ["Ждёт ответа офиса"],
  "queue.started": ["Делают"],
  "queue.title": ["Очередь, ",["count","plural",{"one":["#"," заказ"],"few":["#"," заказа"],"many":["#"," заказов"],"other":["#"," заказа"]}]],
  "shop.back": ["Убрать цифру"],
  "shop.broken": ["Не получилось. Нажмите ещё раз."],
  "shop.cancel": ["Назад"],
  "shop.clear": ["Стереть"],
  "shop.close": ["Закрыть"],
  "shop.down": ["Ниже"],
  "shop.full": ["На планшете кончилось место: действие не записано. Скажите об этом начальнику производства."],
  "shop.item": ["Позиция ",["position"]],
  "shop.loading": ["Читаем очередь…"],
  "shop.title": ["Витраж — цех"],
  "shop.unverified": ["без проверки"],
  "shop.up": ["Выше"],
  "store.again": ["Открыть заново"],
  "store.failed": ["Экран остановился"],
  "store.failed-why": ["Память планшета не читается или в программе ошибка. Сделанное не пропало: оно хранится в планшете."],
  "thread.answered": ["Офис, ",["at"]],
  "thread.asked": [["name"],", ",["at"]],
  "thread.open": ["Ждём ответа офиса"],
  "thread.title": ["Вопросы и ответы"],
  "thread.worker": ["Работник"],
  "ticket.accept": ["Принял"],
  "ticket.accept-changes": ["Принял изменения"],
  "ticket.ask": ["Вопрос"],
  "ticket.bigger": ["Крупнее"],
  "ticket.control": ["Контроль"],
  "ticket.defect": ["Брак"],
  "ticket.details": ["Подробно"],
  "ticket.details-of": ["Заказ ",["number"],", позиция ",["position"]],
  "ticket.done-of": ["сделано ",["done"]," из ",["quantity"]],
  "ticket.drawing": ["Чертёж во весь экран"],
  "ticket.earlier": ["Предыдущие позиции"],
  "ticket.finish": ["Закончил"],
  "ticket.go-on": ["Продолжить"],
  "ticket.item": ["Поз. ",["position"]],
  "ticket.items": ["Позиции заказа"],
  "ticket.later": ["Следующие позиции"],
  "ticket.lost": ["Этого заказа на планшете нет"],
  "ticket.more": ["Ещё"],
  "ticket.move-down": ["Вниз"],
  "ticket.move-left": ["Влево"],
  "ticket.move-right": ["Вправо"],
  "ticket.move-up": ["Вверх"],
  "ticket.next": ["Дальше: позиция ",["position"]],
  "ticket.nothing": ["Здесь всё сделано"],
  "ticket.partial": ["Файлы и вопросы заказа ещё не пришли"],
  "ticket.pause": ["Пауза"],
  "ticket.smaller": ["Мельче"],
  "ticket.start": ["Начать"],
  "ticket.step-at": [["step"],": ",["name"],", ",["at"]],
  "ticket.to-queue": ["К очереди"],
  "ticket.understood": ["Понятно"],
  "ticket.wait-answer": ["Ждём ответа офиса"],
  "ticket.wait-shop": ["Ждём: сначала ",["shop"]],
  "undo.about": [["step"],": позиция ",["position"]],
  "undo.finish": ["Закончено"],
  "undo.pause": ["Пауза"],
  "undo.run": ["Вернуть (",["seconds"]," с)"],
  "undo.start": ["Начато"],
  "verb.accept": ["Принял"],
  "verb.ask": ["Вопрос"],
  "verb.fail-control": ["Брак"],
  "verb.finish": ["Закончил"],
  "verb.mark-seen": ["Заказ увиден"],
  "verb.pass-control": ["Контроль пройден"],
  "verb.pause": ["Пауза"],
  "verb.receive": ["Заказ получен"],
  "verb.start": ["Начал"],
  "verb.take-back": ["Вернул"],
  "who.empty": ["Работников цеха ещё не добавили. Попросите администратора."],
  "who.lead": ["Нажмите на своё имя."],
  "who.list": ["Работники"],
  "who.needs-pin": [["name"],": ",["count","plural",{"one":["#"," действие ждёт"],"few":["#"," действия ждут"],"many":["#"," действий ждут"],"other":["#"," действия ждут"]}]," ПИН. Введите его, и всё уйдёт."],
  "who.offline": ["Нет связи: ПИН не проверить. Действия запишутся с пометкой «без проверки»."],
  "who.only-look": ["Только посмотреть"],
  "who.reading": ["Читаем список работников…"],
  "who.title": ["Кто у планшета?"],
});
add("en", {
  "ask.about": ["item ",["position"]],
  "ask.edge": ["Edge?"],
  "ask.holes": ["Holes?"],
  "ask.material": ["Wrong material"],
  "ask.need-text": ["Write what is wrong"],
  "ask.other": ["Other"],
  "ask.pick": ["Choose what it is about"],
  "ask.send": ["Ask"],
  "ask.size": ["Size?"],
  "ask.text": ["In your own words, if needed"],
  "ask.title": ["Question to the office"],
  "ask.typical": ["What it is about"],
  "bar.bus-lost": ["News from the office is delayed since ",["at"]],
  "bar.change": ["Change the worker: ",["name"]],
  "bar.clock-ahead": ["The tablet’s clock is ",["count","plural",{"one":["#"," minute"],"other":["#"," minutes"]}]," fast. Set the time in its settings."],
  "bar.clock-behind": ["The tablet’s clock is ",["count","plural",{"one":["#"," minute"],"other":["#"," minutes"]}]," slow. Set the time in its settings."],
  "bar.connecting": ["Connecting…"],
  "bar.connecting-waiting": ["Connecting, ",["count","plural",{"one":["#"," action waits"],"other":["#"," actions wait"]}]],
  "bar.done": ["Done"],
  "bar.live": ["Connected"],
  "bar.lost": ["No connection since ",["at"]],
  "bar.lost-waiting": ["No connection since ",["at"],", ",["count","plural",{"one":["#"," action waits"],"other":["#"," actions wait"]}]],
  "bar.nobody": ["Who are you?"],
  "bar.queue": ["Queue"],
  "bar.revoked": ["Tablet revoked"],
  "bar.sending": ["Connected, ",["count","plural",{"one":["#"," action is"],"other":["#"," actions are"]}]," going out"],
  "bar.unread": [["count","plural",{"one":["#"," message to be read"],"other":["#"," messages to be read"]}]],
  "changes.added": ["New item"],
  "changes.changed-file": ["new file"],
  "changes.corner": ["Corner, ",["corner"]],
  "changes.count": ["count"],
  "changes.cutout": ["Cut-out ",["number"],", ",["what"]],
  "changes.datum": ["measured from"],
  "changes.depth": ["depth"],
  "changes.diameter": ["diameter"],
  "changes.drawing": ["Drawing"],
  "changes.edge": ["Edge, ",["side"]],
  "changes.face": ["front or back"],
  "changes.facet-sides": ["Facet, side"],
  "changes.facet-width": ["Facet"],
  "changes.from": ["from"],
  "changes.front": ["Front side"],
  "changes.height": ["Height"],
  "changes.hole": ["Hole ",["number"],", ",["what"]],
  "changes.kind": ["kind"],
  "changes.material": ["Glass"],
  "changes.mounting": ["Mounting, ",["what"]],
  "changes.new-drawing": ["Now"],
  "changes.none": ["none"],
  "changes.now": ["Now"],
  "changes.old-drawing": ["Was"],
  "changes.other": ["other"],
  "changes.part": ["Set, ",["what"]],
  "changes.pattern": ["Pattern"],
  "changes.pickup": ["Pick-up office"],
  "changes.product": ["Product"],
  "changes.promised": ["Promised"],
  "changes.purpose": ["purpose"],
  "changes.quantity": ["Quantity"],
  "changes.radius": ["radius"],
  "changes.removed": ["Item removed"],
  "changes.replacement": ["Replaces a broken one"],
  "changes.route": ["Route"],
  "changes.shape": ["Shape"],
  "changes.side": ["side"],
  "changes.stained": ["Stained glass, ",["what"]],
  "changes.tempered": ["Tempering"],
  "changes.thickness": ["Thickness"],
  "changes.tint": ["Tint"],
  "changes.title": ["The office changed the order"],
  "changes.to": ["to"],
  "changes.urgency": ["Urgency"],
  "changes.was": ["Was"],
  "changes.what": ["What"],
  "changes.width": ["Width"],
  "changes.x": ["along X"],
  "changes.y": ["along Y"],
  "changes.yes": ["yes"],
  "changes.zone": ["Treatment ",["number"],", ",["what"]],
  "control.check": ["Check against the drawing: size, edge, holes, surface."],
  "control.how-many": ["How many passed control?"],
  "control.left": ["Waiting for control: ",["left"]," of ",["quantity"]],
  "control.run": ["Passed control: ",["count"]," pcs"],
  "control.title": ["Control, item ",["position"]],
  "defect.how-many": ["Change the number"],
  "defect.pick": ["Choose what is wrong"],
  "defect.pieces": ["Defect: ",["count"]," pcs"],
  "defect.quantity": ["How many are defective?"],
  "defect.reasons": ["Kind of defect"],
  "defect.send": ["Send"],
  "defect.set": ["Done"],
  "defect.title": ["What is wrong?"],
  "files.broken": ["The picture is not loaded yet: it needs a connection"],
  "files.no-preview": [["kind"],": see it in the office, a tablet cannot open it"],
  "files.open": [["kind"],": full screen"],
  "files.title": ["Photos and drawings"],
  "finish.keys": ["How many pieces"],
  "finish.left": [["left"]," of ",["quantity"]," left"],
  "finish.none": ["Enter a number"],
  "finish.run": ["Finish ",["count"]," pcs"],
  "finish.title": ["How many are made?"],
  "finish.too-many": ["Only ",["left"]," left"],
  "link.needs-pin": ["waits for a PIN"],
  "link.not-kept": ["the browser may erase it"],
  "link.notes": [["count","plural",{"one":["#"," message to be read"],"other":["#"," messages to be read"]}]],
  "link.send": ["Send now"],
  "link.send-without-pin": ["Send without PIN"],
  "link.sending": ["being sent"],
  "link.settings": ["About the tablet"],
  "link.sound": ["Sound"],
  "link.sound-off": ["off"],
  "link.sound-on": ["on"],
  "link.storage": ["Storage used"],
  "link.storage-of": [["used"]," of ",["quota"]," MB"],
  "link.tablet": ["Tablet"],
  "link.title": ["Connection"],
  "link.tried": [["count","plural",{"one":["#"," try"],"other":["#"," tries"]}]],
  "link.unpair": ["Unpair the tablet"],
  "link.unpair-lead": ["The tablet forgets the queue and all workers. To bring it back the administrator has to make a new code."],
  "link.unpair-sure": ["Unpair for sure?"],
  "link.unpair-waits": ["Let all actions go out first: the tablet cannot be unpaired now."],
  "link.unsent": [["count","plural",{"0":["Everything is sent"],"one":["#"," action is not sent"],"other":["#"," actions are not sent"]}]],
  "link.unsent-list": ["What is not sent yet"],
  "link.update": ["Update"],
  "link.update-lead": ["A new version is ready"],
  "link.version": ["Version"],
  "link.waiting": ["waits for a connection"],
  "link.with-photo": ["with a photo"],
  "note.cancelled": ["The order is cancelled"],
  "note.cancelled-lead": ["The office cancelled this order. Do not go on with it."],
  "note.corrected": ["The office changed the order"],
  "note.corrected-lead": ["While you worked the office corrected the order. Your action was not recorded: look at what is different."],
  "note.first": ["Another tablet has done this already"],
  "note.first-by": [["at"],", on another tablet"],
  "note.first-name": [["name"],", ",["at"]],
  "note.follows": ["Not sent: the action before it was not recorded"],
  "note.follows-lead": ["It came after an action that was not taken. If it still holds, do it again."],
  "note.moved": ["The order does not come to this shop any more"],
  "note.moved-lead": ["The office changed the route. It is not made here any more."],
  "note.not-done": ["Your action was not recorded"],
  "note.photo": ["The picture was not taken"],
  "note.photo-lead": ["The action itself is recorded, without the picture."],
  "note.refused": ["The action was not recorded"],
  "note.unknown": ["Not known whether the action was recorded"],
  "note.unknown-lead": ["The action went out under the tablet’s former pairing and was not answered. Look at the order."],
  "note.yours": ["Your action"],
  "pairing.busy": ["Pairing…"],
  "pairing.code": ["Pairing code"],
  "pairing.erase": ["Remove a sign"],
  "pairing.kept": [["count","plural",{"one":["#"," unsent action is"],"other":["#"," unsent actions are"]}]," kept here. They are not lost: they go out once the tablet is paired."],
  "pairing.keys": ["Letters and digits of the code"],
  "pairing.lead": ["The administrator makes the code: “Tablets” → “New tablet”. It is good for 10 minutes."],
  "pairing.name": ["What to call this tablet"],
  "pairing.name-hint": ["For example: cutting table"],
  "pairing.pair": ["Pair"],
  "pairing.revoked": ["This tablet was revoked. Pair it with a new code."],
  "pairing.title": ["Pair the tablet"],
  "photo.add": ["Take a photo"],
  "photo.again": ["Take another"],
  "photo.alt": ["Picture for the message"],
  "photo.busy": ["Shrinking…"],
  "photo.drop": ["No photo"],
  "photo.heic": ["The tablet cannot read this kind of picture (HEIC). Take it with the camera from here."],
  "photo.not-a-picture": ["This is no picture. A photo is needed."],
  "photo.storage-full": ["The tablet has no room for the picture."],
  "photo.too-big": ["The picture is too big. Take a simpler one."],
  "piece.all-sides": ["all round"],
  "piece.apex": ["apex ",["size"]," from the left"],
  "piece.band": ["band ",["from"],"–",["to"],", ",["side"]],
  "piece.bottom": ["bottom ",["size"]],
  "piece.by-file": ["by file"],
  "piece.by-us": ["mounted by us"],
  "piece.code": ["catalogue ",["code"]],
  "piece.corners": ["Corners"],
  "piece.cut": ["cut ",["size"]],
  "piece.edges": ["Edge"],
  "piece.facet": ["Facet"],
  "piece.film": [["colour"],", ",["texture"],", zones ",["zones"]],
  "piece.film-all": [["colour"],", ",["texture"]],
  "piece.front": ["Front side"],
  "piece.gap": ["gap ",["size"]],
  "piece.glass": ["Glass"],
  "piece.hardware": ["hardware ",["code"]],
  "piece.lead": ["lead ",["size"]],
  "piece.mirrored": ["mirrored pairs"],
  "piece.mounting": ["Mounting"],
  "piece.offset": ["top offset ",["size"]],
  "piece.palette": ["palette ",["name"]],
  "piece.panel": ["panel ",["size"]],
  "piece.part": ["Set"],
  "piece.part-of": [["name"],": ",["number"]," of ",["count"]],
  "piece.pattern": ["“",["name"],"”"],
  "piece.radius": ["radius ",["size"]],
  "piece.ral": ["RAL ",["code"]],
  "piece.replacement": ["Replaces a broken one"],
  "piece.rise": ["rise ",["size"]],
  "piece.route": ["Route"],
  "piece.shape": ["Shape"],
  "piece.shared-drawing": ["one drawing over all"],
  "piece.side-height": ["straight part ",["size"]],
  "piece.stained": ["Stained glass"],
  "piece.tempered": ["tempered"],
  "piece.template": ["Template"],
  "piece.tiles": [["columns"]," × ",["rows"]," panes"],
  "piece.top": ["top ",["size"]],
  "piece.whole-face": ["whole face"],
  "piece.zones": ["Treatment"],
  "pin.checking": ["Checking…"],
  "pin.digits": [["count","plural",{"one":["#"," digit entered"],"other":["#"," digits entered"]}]],
  "pin.enter": ["Sign in"],
  "pin.keys": ["PIN digits"],
  "pin.minutes": [["minutes"]," min ",["seconds"]," s"],
  "pin.no-answer": ["No connection: the PIN cannot be checked."],
  "pin.seconds": [["count"]," s"],
  "pin.title": ["Enter your PIN"],
  "pin.unverified": ["Unverified"],
  "pin.wait": ["Too many wrong PINs. Try again in ",["left"],"."],
  "queue.accepted": ["Accepted"],
  "queue.cancelled": ["Cancelled"],
  "queue.conflict": ["To be read"],
  "queue.control": ["At control"],
  "queue.corrected": ["Changed by the office"],
  "queue.done-empty": ["Orders that the shop finished in the last 14 days appear here."],
  "queue.done-title": ["Done"],
  "queue.empty": ["The queue is empty. A new order appears here by itself, with a sound."],
  "queue.list": ["Orders in the queue"],
  "queue.more": ["and ",["count","plural",{"one":["#"," more item"],"other":["#"," more items"]}]],
  "queue.moved": ["Moved to another shop"],
  "queue.new": ["New"],
  "queue.not-accepted": ["Not accepted"],
  "queue.passed": ["Passed control"],
  "queue.paused": ["Paused"],
  "queue.pending": ["not sent yet"],
  "queue.question": ["Waits for an answer"],
  "queue.started": ["In hand"],
  "queue.title": ["Queue, ",["count","plural",{"one":["#"," order"],"other":["#"," orders"]}]],
  "shop.back": ["Remove a digit"],
  "shop.broken": ["It did not work. Press again."],
  "shop.cancel": ["Back"],
  "shop.clear": ["Clear"],
  "shop.close": ["Close"],
  "shop.down": ["Down"],
  "shop.full": ["The tablet is out of room: the action was not stored. Tell the head of production."],
  "shop.item": ["Item ",["position"]],
  "shop.loading": ["Reading the queue…"],
  "shop.title": ["Vitrazh — shop floor"],
  "shop.unverified": ["unverified"],
  "shop.up": ["Up"],
  "store.again": ["Open again"],
  "store.failed": ["The screen has stopped"],
  "store.failed-why": ["The tablet's storage cannot be read, or the program has a fault. What was done is not lost: it is kept on the tablet."],
  "thread.answered": ["Office, ",["at"]],
  "thread.asked": [["name"],", ",["at"]],
  "thread.open": ["Waiting for the office to answer"],
  "thread.title": ["Questions and answers"],
  "thread.worker": ["A worker"],
  "ticket.accept": ["Accept"],
  "ticket.accept-changes": ["Accept changes"],
  "ticket.ask": ["Question"],
  "ticket.bigger": ["Bigger"],
  "ticket.control": ["Control"],
  "ticket.defect": ["Defect"],
  "ticket.details": ["Details"],
  "ticket.details-of": ["Order ",["number"],", item ",["position"]],
  "ticket.done-of": [["done"]," of ",["quantity"]," made"],
  "ticket.drawing": ["Drawing, full screen"],
  "ticket.earlier": ["Earlier items"],
  "ticket.finish": ["Finish"],
  "ticket.go-on": ["Go on"],
  "ticket.item": ["Item ",["position"]],
  "ticket.items": ["Items of the order"],
  "ticket.later": ["Later items"],
  "ticket.lost": ["This order is not on the tablet"],
  "ticket.more": ["More"],
  "ticket.move-down": ["Down"],
  "ticket.move-left": ["Left"],
  "ticket.move-right": ["Right"],
  "ticket.move-up": ["Up"],
  "ticket.next": ["Next: item ",["position"]],
  "ticket.nothing": ["All is done here"],
  "ticket.partial": ["Files and questions of the order are not here yet"],
  "ticket.pause": ["Pause"],
  "ticket.smaller": ["Smaller"],
  "ticket.start": ["Start"],
  "ticket.step-at": [["step"],": ",["name"],", ",["at"]],
  "ticket.to-queue": ["To the queue"],
  "ticket.understood": ["Understood"],
  "ticket.wait-answer": ["Waiting for the office to answer"],
  "ticket.wait-shop": ["Waiting: ",["shop"]," first"],
  "undo.about": [["step"],": item ",["position"]],
  "undo.finish": ["Finished"],
  "undo.pause": ["Paused"],
  "undo.run": ["Take back (",["seconds"]," s)"],
  "undo.start": ["Started"],
  "verb.accept": ["Accepted"],
  "verb.ask": ["Question"],
  "verb.fail-control": ["Defect"],
  "verb.finish": ["Finished"],
  "verb.mark-seen": ["Order seen"],
  "verb.pass-control": ["Passed control"],
  "verb.pause": ["Paused"],
  "verb.receive": ["Order received"],
  "verb.start": ["Started"],
  "verb.take-back": ["Took back"],
  "who.empty": ["No workers of this shop yet. Ask the administrator."],
  "who.lead": ["Press your name."],
  "who.list": ["Workers"],
  "who.needs-pin": [["name"],": ",["count","plural",{"one":["#"," action waits"],"other":["#"," actions wait"]}]," for the PIN. Enter it and everything goes out."],
  "who.offline": ["No connection: a PIN cannot be checked. Actions are marked “unverified”."],
  "who.only-look": ["Just look"],
  "who.reading": ["Reading the list of workers…"],
  "who.title": ["Who is at the tablet?"],
});

/** Says a message of this package in the language that is spoken now. */
export function t<Id extends keyof Words>(
  id: Id,
  ...values: Words[Id] extends null ? [] : [Words[Id]]
): string {
  return say(id, values[0] as Parameters<typeof say>[1]);
}
