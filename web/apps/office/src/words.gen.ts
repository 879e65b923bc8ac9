// Written by `pnpm words` from the words.*.json of this package. Do not edit.
import { add, say, type Value } from "@vitrazh/words/i18n";

export interface Words {
  "board.act.accept": null;
  "board.act.fail": null;
  "board.act.pass": null;
  "board.act.wait": null;
  "board.by-back": null;
  "board.by-finished": null;
  "board.by-passed": null;
  "board.by-reopened": null;
  "board.check.made-hint": { count: Value };
  "board.check.quantity": null;
  "board.check.quantity-hint": { count: Value };
  "board.col.number": null;
  "board.col.pieces": null;
  "board.col.promised": null;
  "board.col.shops": null;
  "board.count.asking": null;
  "board.count.late": null;
  "board.count.orders": null;
  "board.count.unaccepted": null;
  "board.count.urgent": null;
  "board.done.accepted": { number: Value; shop: Value };
  "board.done.failed": { number: Value };
  "board.done.passed": { number: Value };
  "board.empty": null;
  "board.empty-filtered": null;
  "board.fail.close": null;
  "board.fail.reason": null;
  "board.fail.submit": null;
  "board.filter.any-shop": null;
  "board.filter.any-state": null;
  "board.filter.asking": null;
  "board.filter.clear": null;
  "board.filter.late": null;
  "board.filter.shop": null;
  "board.filter.state": null;
  "board.filter.unaccepted": null;
  "board.filter.urgent": null;
  "board.list": null;
  "board.made": { done: Value; quantity: Value };
  "board.more-pieces": { count: Value };
  "board.name": { product: Value; size: Value };
  "board.no-pin": null;
  "board.no-right": null;
  "board.panel.asking": { count: Value };
  "board.panel.gone": null;
  "board.panel.manager": null;
  "board.panel.open": null;
  "board.panel.pickup": null;
  "board.panel.promised": null;
  "board.passed": { passed: Value; quantity: Value };
  "board.pieces-now": null;
  "board.revision": { number: Value };
  "board.shops": null;
  "board.times": { count: Value };
  "board.title": null;
  "board.unseen": null;
  "client-card.channel": null;
  "client-card.email": null;
  "client-card.kind": null;
  "client-card.language": null;
  "client-card.language.en": null;
  "client-card.language.ru": null;
  "client-card.name": null;
  "client-card.name-hint": null;
  "client-card.phone": null;
  "client-card.phone-add": null;
  "client-card.phone-numbered": { number: Value };
  "client-card.phone-remove": { number: Value };
  "client-card.remove": null;
  "client-card.suspects": null;
  "client-card.take-named": { name: Value; take: Value };
  "clients.cancel-edit": null;
  "clients.channel": null;
  "clients.column.again": null;
  "clients.column.channel": null;
  "clients.column.email": null;
  "clients.column.name": null;
  "clients.column.number": null;
  "clients.column.office": null;
  "clients.column.phones": null;
  "clients.column.promised": null;
  "clients.column.stage": null;
  "clients.column.what": null;
  "clients.edit": null;
  "clients.edit-title": null;
  "clients.email": null;
  "clients.field.channel": null;
  "clients.field.email": null;
  "clients.field.kind": null;
  "clients.field.language": null;
  "clients.field.manager": null;
  "clients.field.name": null;
  "clients.field.office": null;
  "clients.field.phones": null;
  "clients.find": null;
  "clients.find-hint": null;
  "clients.history": null;
  "clients.history-more": null;
  "clients.keep-mine": null;
  "clients.language": null;
  "clients.manager": null;
  "clients.new": null;
  "clients.new-order": null;
  "clients.no-orders": null;
  "clients.none": null;
  "clients.none-found": { text: Value };
  "clients.office": null;
  "clients.one": null;
  "clients.open": null;
  "clients.orders": null;
  "clients.phones": null;
  "clients.repeat": null;
  "clients.restored": null;
  "clients.save": null;
  "clients.saved": null;
  "clients.stale": null;
  "clients.stale.field": null;
  "clients.stale.mine": null;
  "clients.stale.theirs": null;
  "clients.take-theirs": null;
  "clients.title": null;
  "clients.write-down": null;
  "day.all": { count: Value };
  "day.answer": null;
  "day.calm": null;
  "day.due": null;
  "day.hand-over": null;
  "day.issue": null;
  "day.late": null;
  "day.look": null;
  "day.my-own": null;
  "day.new-order": null;
  "day.no-word": null;
  "day.nothing-to-see": null;
  "day.reach": null;
  "day.reach-all": null;
  "day.reach-mine": null;
  "day.reach-office": null;
  "day.short-answer": null;
  "day.short-due": null;
  "day.short-hand-over": null;
  "day.short-issue": null;
  "day.short-late": null;
  "day.short-look": null;
  "day.short-tell": null;
  "day.tablet": null;
  "day.tell": null;
  "day.telling": null;
  "day.title": null;
  "devices.actions": null;
  "devices.active": null;
  "devices.another-code": null;
  "devices.close": null;
  "devices.done": null;
  "devices.for-shop": null;
  "devices.keep": null;
  "devices.keep-mine": null;
  "devices.lead": null;
  "devices.lives": { time: Value };
  "devices.make-code": null;
  "devices.name": null;
  "devices.name-fault": null;
  "devices.name-hint": null;
  "devices.never": null;
  "devices.none": null;
  "devices.not-yours": null;
  "devices.over": null;
  "devices.pair": null;
  "devices.paired": null;
  "devices.paired-now": { name: Value };
  "devices.rename": null;
  "devices.renamed-meanwhile": { name: Value };
  "devices.revoke": null;
  "devices.revoke-text": null;
  "devices.revoke-title": { name: Value };
  "devices.revoked": { at: Value };
  "devices.revoked-now": { name: Value };
  "devices.save": null;
  "devices.seen": null;
  "devices.shop": null;
  "devices.state": null;
  "devices.step-enter": { shop: Value };
  "devices.step-open": { address: Value };
  "devices.title": null;
  "gallery.ago": null;
  "gallery.buttons": null;
  "gallery.cancel-order": null;
  "gallery.change": null;
  "gallery.choices": null;
  "gallery.choose": null;
  "gallery.chosen": { number: Value };
  "gallery.client": null;
  "gallery.client-a": null;
  "gallery.client-b": null;
  "gallery.client-c": null;
  "gallery.client-d": null;
  "gallery.client-e": null;
  "gallery.client-empty": null;
  "gallery.client-footer": null;
  "gallery.client-hint": null;
  "gallery.contents": null;
  "gallery.dialog": null;
  "gallery.dialog-text": null;
  "gallery.dialog-title": null;
  "gallery.disabled": null;
  "gallery.due": null;
  "gallery.empty": null;
  "gallery.empty-text": null;
  "gallery.error": null;
  "gallery.fields": null;
  "gallery.hand-over": null;
  "gallery.keep": null;
  "gallery.keys-hint": null;
  "gallery.late-words": null;
  "gallery.layers": null;
  "gallery.lead": null;
  "gallery.lists": null;
  "gallery.loading": null;
  "gallery.long": null;
  "gallery.long-button": null;
  "gallery.long-piece": null;
  "gallery.long-value": null;
  "gallery.material": null;
  "gallery.material-error": null;
  "gallery.menu": null;
  "gallery.messages": null;
  "gallery.mm": null;
  "gallery.name": null;
  "gallery.name-value": null;
  "gallery.new-order": null;
  "gallery.no-link": null;
  "gallery.note": null;
  "gallery.note-value": null;
  "gallery.notice-done": null;
  "gallery.notice-info": null;
  "gallery.notice-refusal": null;
  "gallery.notice-undo": null;
  "gallery.notice-undone": null;
  "gallery.number": null;
  "gallery.office": null;
  "gallery.office-name": null;
  "gallery.open": null;
  "gallery.orders-count": { count: Value };
  "gallery.panel": null;
  "gallery.panel-full": null;
  "gallery.panel-title": null;
  "gallery.panes": null;
  "gallery.paper": null;
  "gallery.pending": null;
  "gallery.phone": null;
  "gallery.phone-hint": null;
  "gallery.piece": null;
  "gallery.piece-name": { size: Value };
  "gallery.press-me": null;
  "gallery.price": null;
  "gallery.print": null;
  "gallery.query": null;
  "gallery.read-only": null;
  "gallery.reason": null;
  "gallery.refused": null;
  "gallery.refused-field": null;
  "gallery.repeat": null;
  "gallery.retired": null;
  "gallery.rows-empty": null;
  "gallery.rows-few": null;
  "gallery.rows-many": null;
  "gallery.rows-plain": null;
  "gallery.sample": null;
  "gallery.save": null;
  "gallery.search": null;
  "gallery.sheet": null;
  "gallery.short": null;
  "gallery.short-value": null;
  "gallery.show-done": null;
  "gallery.show-refusal": null;
  "gallery.show-undo": null;
  "gallery.sign": null;
  "gallery.signature": null;
  "gallery.state": null;
  "gallery.strokes": { count: Value };
  "gallery.tab-all": null;
  "gallery.tab-late": null;
  "gallery.tab-ready": null;
  "gallery.tab-text": { name: Value };
  "gallery.tell": null;
  "gallery.tell-error": null;
  "gallery.text": null;
  "gallery.theme": null;
  "gallery.theme-auto": null;
  "gallery.theme-dark": null;
  "gallery.theme-light": null;
  "gallery.title": null;
  "gallery.urgency": null;
  "gallery.urgency-error": null;
  "gallery.usual": null;
  "gallery.width": null;
  "gallery.width-error": null;
  "gallery.with-icon": null;
  "office.language-en": null;
  "office.language-ru": null;
  "office.system": null;
  "office.tablet": null;
  "office.told-at": { at: Value };
  "order-form.across": null;
  "order-form.add-item": null;
  "order-form.add.corner-holes": null;
  "order-form.add.cutout": null;
  "order-form.add.film": null;
  "order-form.add.glass": null;
  "order-form.add.hole": null;
  "order-form.add.matting": null;
  "order-form.add.mounting": null;
  "order-form.add.paint": null;
  "order-form.add.pair": null;
  "order-form.add.print": null;
  "order-form.add.set": null;
  "order-form.add.socket": null;
  "order-form.back-film": null;
  "order-form.begin-anew": null;
  "order-form.begun-anew": null;
  "order-form.by-file": null;
  "order-form.by-us": null;
  "order-form.by-us-short": null;
  "order-form.changes.new": null;
  "order-form.changes.old": null;
  "order-form.changes.what": null;
  "order-form.client": null;
  "order-form.client-change": null;
  "order-form.client-find": null;
  "order-form.client-hint": null;
  "order-form.client-new": null;
  "order-form.client-none": null;
  "order-form.client-of-order": { name: Value; number: Value };
  "order-form.client-take": null;
  "order-form.client-write-down": null;
  "order-form.closed.cancelled": null;
  "order-form.closed.issued": null;
  "order-form.closed.ready": null;
  "order-form.code": null;
  "order-form.colour": null;
  "order-form.columns": null;
  "order-form.copy-of": { number: Value };
  "order-form.corner-of": { corner: Value };
  "order-form.corner-size": null;
  "order-form.corners": null;
  "order-form.corners-alike": null;
  "order-form.corners-each": null;
  "order-form.corners-of": { size: Value };
  "order-form.correct-caption": null;
  "order-form.correct-files": { count: Value };
  "order-form.correct-lead": null;
  "order-form.correct-note": null;
  "order-form.correct-number": { number: Value };
  "order-form.correct-title": null;
  "order-form.cutout-numbered": { number: Value };
  "order-form.cutouts-count": { count: Value };
  "order-form.datum": null;
  "order-form.depth": null;
  "order-form.diameter": null;
  "order-form.done.correct": { number: Value };
  "order-form.done.hand-over": { number: Value };
  "order-form.done.save": { number: Value };
  "order-form.down-of": { name: Value };
  "order-form.drawing": null;
  "order-form.edge": null;
  "order-form.edge-of": { side: Value };
  "order-form.edit": null;
  "order-form.edit-number": { number: Value };
  "order-form.edit-thrown-away": null;
  "order-form.face": null;
  "order-form.facet": null;
  "order-form.facet-of": { width: Value };
  "order-form.facet-sides": null;
  "order-form.fault.client": null;
  "order-form.fault.items": null;
  "order-form.fault.missing": null;
  "order-form.fault.word": { most: Value };
  "order-form.fault.zones": null;
  "order-form.faults": { count: Value };
  "order-form.faults-count": { count: Value };
  "order-form.file-broke-off": null;
  "order-form.file-done": null;
  "order-form.file-kind": { name: Value };
  "order-form.file-lost": null;
  "order-form.file-pasted": null;
  "order-form.file-progress": { percent: Value };
  "order-form.file-remove": { name: Value };
  "order-form.file-size": { size: Value };
  "order-form.file-stopped": { number: Value };
  "order-form.file-too-large": null;
  "order-form.files": null;
  "order-form.files-choose": null;
  "order-form.files-first": null;
  "order-form.files-hint": null;
  "order-form.film-numbered": { number: Value };
  "order-form.films-count": { count: Value };
  "order-form.from": null;
  "order-form.from-side": null;
  "order-form.front": null;
  "order-form.front-of": { side: Value };
  "order-form.gap": null;
  "order-form.go-on": null;
  "order-form.go-on-editing": null;
  "order-form.go-on-named": { name: Value };
  "order-form.goal.correct": null;
  "order-form.goal.hand-over": null;
  "order-form.goal.save": null;
  "order-form.handed-over": { number: Value };
  "order-form.hardware-code": null;
  "order-form.height": null;
  "order-form.hole-numbered": { number: Value };
  "order-form.hole.fellow-across": null;
  "order-form.hole.fellow-up": null;
  "order-form.hole.how": null;
  "order-form.hole.how.corners": null;
  "order-form.hole.how.one": null;
  "order-form.hole.how.pair": null;
  "order-form.hole.inset": null;
  "order-form.holes-count": { count: Value };
  "order-form.item-removed": { name: Value };
  "order-form.items": null;
  "order-form.keep-mine": null;
  "order-form.kept": null;
  "order-form.kept-elsewhere": null;
  "order-form.kept-here": null;
  "order-form.kind": null;
  "order-form.lead": null;
  "order-form.manager": null;
  "order-form.material": null;
  "order-form.may-not": null;
  "order-form.may-not-edit": null;
  "order-form.mm": null;
  "order-form.most-items": { most: Value };
  "order-form.mounted-on": null;
  "order-form.mounting-count": null;
  "order-form.mounting-kind": null;
  "order-form.new": null;
  "order-form.no-changes": null;
  "order-form.no-client": null;
  "order-form.no-file": null;
  "order-form.no-film": null;
  "order-form.no-glass": null;
  "order-form.no-items": null;
  "order-form.no-mounting": null;
  "order-form.no-set": null;
  "order-form.no-template": null;
  "order-form.no-tint": null;
  "order-form.none": null;
  "order-form.not-kept": null;
  "order-form.not-said": null;
  "order-form.office": null;
  "order-form.open-elsewhere": null;
  "order-form.pair": null;
  "order-form.pair-short": null;
  "order-form.palette": null;
  "order-form.panel-thickness": null;
  "order-form.part-count": null;
  "order-form.part-number": null;
  "order-form.part-of": { count: Value; name: Value; number: Value };
  "order-form.pattern": null;
  "order-form.pattern-code": null;
  "order-form.pickup": null;
  "order-form.picture": null;
  "order-form.pieces-of": { count: Value };
  "order-form.preset.by-drawing": null;
  "order-form.preset.door-pane": null;
  "order-form.preset.facet-mirror": null;
  "order-form.preset.furniture-door": null;
  "order-form.preset.mirror": null;
  "order-form.preset.other": null;
  "order-form.preset.round-mirror": null;
  "order-form.preset.shelf": null;
  "order-form.preset.showcase-door": null;
  "order-form.preset.shower-screen": null;
  "order-form.preset.splashback": null;
  "order-form.preset.stained-glass": null;
  "order-form.preset.tabletop": null;
  "order-form.preset.wardrobe-insert": null;
  "order-form.price": null;
  "order-form.product": null;
  "order-form.promised": null;
  "order-form.promised-usual": { day: Value };
  "order-form.purpose": null;
  "order-form.quantity": null;
  "order-form.radius": null;
  "order-form.ral": null;
  "order-form.remove": null;
  "order-form.remove-of": { name: Value };
  "order-form.repeat": null;
  "order-form.repeat-of": { name: Value };
  "order-form.replacement": null;
  "order-form.replacement-short": null;
  "order-form.restored": null;
  "order-form.rows": null;
  "order-form.saved": { number: Value };
  "order-form.say.apex_mm": null;
  "order-form.say.back_film": null;
  "order-form.say.bottom_mm": null;
  "order-form.say.by_us": null;
  "order-form.say.catalogue_code": null;
  "order-form.say.client_id": null;
  "order-form.say.colour": null;
  "order-form.say.corners": null;
  "order-form.say.count": null;
  "order-form.say.cutouts": null;
  "order-form.say.datum": null;
  "order-form.say.depth_mm": null;
  "order-form.say.diameter_mm": null;
  "order-form.say.drawing_id": null;
  "order-form.say.edges": null;
  "order-form.say.face": null;
  "order-form.say.facet": null;
  "order-form.say.films": null;
  "order-form.say.from_mm": null;
  "order-form.say.from_side": null;
  "order-form.say.front": null;
  "order-form.say.gap_mm": null;
  "order-form.say.hardware_code": null;
  "order-form.say.height_mm": null;
  "order-form.say.holes": null;
  "order-form.say.item": null;
  "order-form.say.kind": null;
  "order-form.say.lead_width_mm": null;
  "order-form.say.manager_id": null;
  "order-form.say.material": null;
  "order-form.say.mirrored_pair": null;
  "order-form.say.mounting": null;
  "order-form.say.number": null;
  "order-form.say.on": null;
  "order-form.say.palette": null;
  "order-form.say.panel_thickness_mm": null;
  "order-form.say.part": null;
  "order-form.say.pattern": null;
  "order-form.say.pattern_code": null;
  "order-form.say.pickup_office_id": null;
  "order-form.say.product": null;
  "order-form.say.promised_on": null;
  "order-form.say.purpose": null;
  "order-form.say.quantity": null;
  "order-form.say.radius_mm": null;
  "order-form.say.ral": null;
  "order-form.say.replacement": null;
  "order-form.say.rise_mm": null;
  "order-form.say.set_name": null;
  "order-form.say.shape": null;
  "order-form.say.shared_drawing": null;
  "order-form.say.side": null;
  "order-form.say.side_height_mm": null;
  "order-form.say.sides": null;
  "order-form.say.size": null;
  "order-form.say.sketch_by": null;
  "order-form.say.stained_glass": null;
  "order-form.say.technique": null;
  "order-form.say.tempered": null;
  "order-form.say.template": null;
  "order-form.say.texture": null;
  "order-form.say.thickness_mm": null;
  "order-form.say.tile_columns": null;
  "order-form.say.tile_rows": null;
  "order-form.say.tint": null;
  "order-form.say.to_mm": null;
  "order-form.say.top_mm": null;
  "order-form.say.top_offset_mm": null;
  "order-form.say.treatment": null;
  "order-form.say.urgency": null;
  "order-form.say.width_mm": null;
  "order-form.say.x_mm": null;
  "order-form.say.y_mm": null;
  "order-form.say.zones": null;
  "order-form.section.cutouts": null;
  "order-form.section.films": null;
  "order-form.section.glass": null;
  "order-form.section.holes": null;
  "order-form.section.mounting": null;
  "order-form.section.origin": null;
  "order-form.section.sides": null;
  "order-form.section.zones": null;
  "order-form.set": null;
  "order-form.set-name": null;
  "order-form.shape": null;
  "order-form.shape.apex": null;
  "order-form.shape.bottom": null;
  "order-form.shape.diameter": null;
  "order-form.shape.height": null;
  "order-form.shape.radius": null;
  "order-form.shape.rise": null;
  "order-form.shape.sideHeight": null;
  "order-form.shape.size": null;
  "order-form.shape.top": null;
  "order-form.shape.topOffset": null;
  "order-form.shape.width": null;
  "order-form.shared-drawing": null;
  "order-form.sharp": null;
  "order-form.side": null;
  "order-form.sketch": null;
  "order-form.sketch-file": null;
  "order-form.somebody": null;
  "order-form.stale": null;
  "order-form.stale-mine": null;
  "order-form.stale-theirs": null;
  "order-form.stale-version": { version: Value };
  "order-form.stale-who": { name: Value };
  "order-form.step.content": null;
  "order-form.step.correct": null;
  "order-form.step.files": null;
  "order-form.step.hand-over": null;
  "order-form.step.place": null;
  "order-form.step.price": null;
  "order-form.take-away": null;
  "order-form.take-away-named": { name: Value };
  "order-form.take-theirs": null;
  "order-form.technique": null;
  "order-form.tempered": null;
  "order-form.tempering": null;
  "order-form.template": null;
  "order-form.terms": null;
  "order-form.texture": null;
  "order-form.thickness": null;
  "order-form.throw-away": null;
  "order-form.throw-away-named": { name: Value };
  "order-form.throw-edit-away": null;
  "order-form.thrown-away": { name: Value };
  "order-form.tint": null;
  "order-form.to": null;
  "order-form.to-order": null;
  "order-form.treatment": null;
  "order-form.up": null;
  "order-form.up-of": { name: Value };
  "order-form.urgency": null;
  "order-form.what": null;
  "order-form.whole-face": null;
  "order-form.width": null;
  "order-form.yes": null;
  "order-form.zone-numbered": { number: Value };
  "order-form.zones-of-sketch": null;
  "order.act.back": null;
  "order.act.cancel": null;
  "order.act.copy": null;
  "order.act.correct": null;
  "order.act.edit": null;
  "order.act.hand-over": null;
  "order.act.issue": null;
  "order.act.print": null;
  "order.act.reopen": null;
  "order.cancel.keep": null;
  "order.cancel.note": null;
  "order.cancel.note-hint": null;
  "order.cancel.reason": null;
  "order.cancel.submit": null;
  "order.cancel.text": null;
  "order.cancel.title": { number: Value };
  "order.changed.apex": null;
  "order.changed.back-film": null;
  "order.changed.bottom": null;
  "order.changed.by-file": null;
  "order.changed.by-us": null;
  "order.changed.catalogue": null;
  "order.changed.colour": null;
  "order.changed.corner": { at: Value };
  "order.changed.corner-cut": { size: Value };
  "order.changed.corner-radius": { size: Value };
  "order.changed.cut-height": null;
  "order.changed.cut-width": null;
  "order.changed.cutout": { number: Value; what: Value };
  "order.changed.datum": null;
  "order.changed.depth": null;
  "order.changed.diameter": null;
  "order.changed.drawing": null;
  "order.changed.edge": { side: Value };
  "order.changed.face": null;
  "order.changed.facet-side": null;
  "order.changed.facet-width": null;
  "order.changed.film": { number: Value; what: Value };
  "order.changed.from": null;
  "order.changed.from-side": null;
  "order.changed.front": null;
  "order.changed.gap": null;
  "order.changed.hardware": null;
  "order.changed.hardware-count": null;
  "order.changed.height": null;
  "order.changed.hole": { number: Value; what: Value };
  "order.changed.item": null;
  "order.changed.kind": null;
  "order.changed.lead": null;
  "order.changed.line": { new: Value; old: Value; what: Value };
  "order.changed.material": null;
  "order.changed.mirrored": null;
  "order.changed.mounted-on": null;
  "order.changed.mounting": null;
  "order.changed.no": null;
  "order.changed.no-file": null;
  "order.changed.palette": null;
  "order.changed.panel": null;
  "order.changed.part-count": null;
  "order.changed.part-number": null;
  "order.changed.pattern": null;
  "order.changed.pattern-code": null;
  "order.changed.pickup": null;
  "order.changed.product": null;
  "order.changed.promised-on": null;
  "order.changed.purpose": null;
  "order.changed.quantity": null;
  "order.changed.radius": null;
  "order.changed.ral": null;
  "order.changed.replacement": null;
  "order.changed.rise": null;
  "order.changed.route": null;
  "order.changed.set-name": null;
  "order.changed.shape": null;
  "order.changed.shared-drawing": null;
  "order.changed.side": null;
  "order.changed.side-height": null;
  "order.changed.sketch": null;
  "order.changed.sketch-by": null;
  "order.changed.technique": null;
  "order.changed.tempered": null;
  "order.changed.template": null;
  "order.changed.texture": null;
  "order.changed.thickness": null;
  "order.changed.tile-columns": null;
  "order.changed.tile-rows": null;
  "order.changed.tint": null;
  "order.changed.to": null;
  "order.changed.top": null;
  "order.changed.top-offset": null;
  "order.changed.treatment": null;
  "order.changed.urgency": null;
  "order.changed.width": null;
  "order.changed.x": null;
  "order.changed.y": null;
  "order.changed.yes": null;
  "order.changed.zone": { number: Value; what: Value };
  "order.changed.zones": null;
  "order.closed.cancelled": { at: Value; reason: Value };
  "order.closed.issued": { at: Value };
  "order.corrections": null;
  "order.corrections.empty": null;
  "order.corrections.first": null;
  "order.corrections.item": { position: Value };
  "order.corrections.item-gone": null;
  "order.corrections.none-changed": null;
  "order.corrections.now": null;
  "order.corrections.number": { number: Value };
  "order.corrections.was": null;
  "order.corrections.what": null;
  "order.corrections.whole": null;
  "order.did.accept": null;
  "order.did.alarm-unseen": null;
  "order.did.answer": null;
  "order.did.ask": null;
  "order.did.attach": null;
  "order.did.cancel": null;
  "order.did.change": { new: Value; old: Value };
  "order.did.correct": { revision: Value };
  "order.did.detach": null;
  "order.did.edit": null;
  "order.did.fail-control": null;
  "order.did.finish": null;
  "order.did.hand-over": null;
  "order.did.issue": null;
  "order.did.item": { name: Value; position: Value };
  "order.did.item-gone": null;
  "order.did.mark-back-at-office": null;
  "order.did.mark-seen": null;
  "order.did.note-call-needed": null;
  "order.did.note-delivered": null;
  "order.did.note-failed": null;
  "order.did.note-told": null;
  "order.did.note-unknown": null;
  "order.did.pass-control": null;
  "order.did.pause": null;
  "order.did.place": null;
  "order.did.receive": null;
  "order.did.reopen": null;
  "order.did.set-price": null;
  "order.did.shown-revision": { revision: Value };
  "order.did.start": null;
  "order.did.take-back": null;
  "order.done.answered": null;
  "order.done.back": { number: Value };
  "order.done.cancelled": { number: Value };
  "order.done.handed-over": { number: Value };
  "order.done.issued": { number: Value };
  "order.done.price": null;
  "order.done.reopened": { number: Value };
  "order.fact.client": null;
  "order.fact.client-hidden": null;
  "order.fact.client-unknown": null;
  "order.fact.manager": null;
  "order.fact.no-price": null;
  "order.fact.office": null;
  "order.fact.pickup": null;
  "order.fact.price": null;
  "order.fact.promised": null;
  "order.fact.unknown": null;
  "order.fact.urgency": null;
  "order.field.summary": null;
  "order.files": null;
  "order.files.add": null;
  "order.files.again": null;
  "order.files.download": { name: Value };
  "order.files.drop": null;
  "order.files.empty": { name: Value };
  "order.files.forget": null;
  "order.files.keep": null;
  "order.files.kilobytes": { size: Value };
  "order.files.megabytes": { size: Value };
  "order.files.none": null;
  "order.files.none-plain": null;
  "order.files.remove": { name: Value };
  "order.files.remove-text": { name: Value };
  "order.files.remove-title": null;
  "order.files.remove-yes": null;
  "order.files.sending": { name: Value };
  "order.files.too-large": { name: Value; size: Value };
  "order.history": null;
  "order.history.more": null;
  "order.history.none": null;
  "order.issue.agreed": null;
  "order.issue.cancel": null;
  "order.issue.elsewhere": { office: Value };
  "order.issue.how": null;
  "order.issue.items": null;
  "order.issue.need": null;
  "order.issue.not-back": null;
  "order.issue.on-paper": null;
  "order.issue.on-screen": null;
  "order.issue.scan": null;
  "order.issue.scan-hint": null;
  "order.issue.sign": null;
  "order.issue.submit": null;
  "order.issue.title": { number: Value };
  "order.item.changed": { revision: Value };
  "order.item.drawing-of": { name: Value };
  "order.item.enlarge": { name: Value };
  "order.item.fit": null;
  "order.item.route": null;
  "order.item.then": { first: Value; second: Value };
  "order.item.zoom-in": null;
  "order.item.zoom-out": null;
  "order.items": null;
  "order.items.none": null;
  "order.keys.answer": null;
  "order.keys.edit": null;
  "order.keys.print": null;
  "order.loading": null;
  "order.mark.back": null;
  "order.mark.issued": null;
  "order.mark.ready": null;
  "order.mark.told": null;
  "order.message.accepted": { at: Value };
  "order.message.call": null;
  "order.message.delivered": { at: Value };
  "order.message.failed": null;
  "order.message.queued": { at: Value };
  "order.message.sending": null;
  "order.message.unknown": null;
  "order.message.waiting-for-client": null;
  "order.message.withdrawn": null;
  "order.more": null;
  "order.no-right": null;
  "order.not-found": null;
  "order.photo": null;
  "order.photo.failed": null;
  "order.photo.open": null;
  "order.piece.all-sides": null;
  "order.piece.apex": { size: Value };
  "order.piece.band": { from: Value; side: Value; to: Value };
  "order.piece.bottom-top": { bottom: Value; top: Value };
  "order.piece.by-file": null;
  "order.piece.by-us": null;
  "order.piece.catalogue": { code: Value };
  "order.piece.corners": null;
  "order.piece.cut": { size: Value };
  "order.piece.edges": null;
  "order.piece.facet": null;
  "order.piece.film": { colour: Value; texture: Value; zones: Value };
  "order.piece.film-all": { colour: Value; texture: Value };
  "order.piece.front": null;
  "order.piece.gap": { size: Value };
  "order.piece.glass": null;
  "order.piece.hardware": { code: Value };
  "order.piece.lead": { size: Value };
  "order.piece.mirrored": null;
  "order.piece.mounting": null;
  "order.piece.notes": null;
  "order.piece.offset": { size: Value };
  "order.piece.palette": { name: Value };
  "order.piece.panel": { size: Value };
  "order.piece.part": null;
  "order.piece.part-of": { count: Value; name: Value; number: Value };
  "order.piece.pattern": { name: Value };
  "order.piece.radius": { size: Value };
  "order.piece.ral": { code: Value };
  "order.piece.replacement": null;
  "order.piece.rise": { size: Value };
  "order.piece.shape": null;
  "order.piece.shared-drawing": null;
  "order.piece.size": null;
  "order.piece.stained-glass": null;
  "order.piece.straight": { size: Value };
  "order.piece.tempered": null;
  "order.piece.template": null;
  "order.piece.tiles": { columns: Value; rows: Value };
  "order.piece.whole-face": null;
  "order.piece.zones": null;
  "order.price.close": null;
  "order.price.edit": null;
  "order.price.label": null;
  "order.price.save": null;
  "order.print.accepted": null;
  "order.print.controlled": null;
  "order.print.from": null;
  "order.print.made": null;
  "order.print.page": { count: Value; position: Value };
  "order.print.received": null;
  "order.print.title": null;
  "order.question.about": { position: Value };
  "order.question.about-order": null;
  "order.question.answer": null;
  "order.question.answered": null;
  "order.question.asks": { shop: Value };
  "order.question.closed": { count: Value };
  "order.question.forget": null;
  "order.question.hint": null;
  "order.question.kept": null;
  "order.question.only-office": null;
  "order.question.open": null;
  "order.question.send": null;
  "order.question.unanswered": null;
  "order.question.unsent": null;
  "order.reason.cancelled": null;
  "order.reason.client-erased": null;
  "order.reason.client-unknown": null;
  "order.reason.issued": null;
  "order.reason.no-address": null;
  "order.reason.not-delivered": null;
  "order.reason.refused": null;
  "order.reason.reopened": null;
  "order.reason.unreachable": null;
  "order.reopen.item": null;
  "order.reopen.keep": null;
  "order.reopen.quantity": null;
  "order.reopen.quantity-hint": { count: Value };
  "order.reopen.reason": null;
  "order.reopen.shop": null;
  "order.reopen.submit": null;
  "order.reopen.title": { number: Value };
  "order.revision": { number: Value };
  "order.stale.changed": { at: Value; who: Value };
  "order.stale.changed-unknown": null;
  "order.stale.keep": null;
  "order.stale.keep-order": null;
  "order.stale.take": null;
  "order.stale.take-order": null;
  "order.stale.was": { field: Value; new: Value; old: Value };
  "order.strip": null;
  "order.strip.accepted-none": null;
  "order.strip.accepted-old": { accepted: Value; current: Value };
  "order.strip.both-clocks": { server: Value; tablet: Value };
  "order.strip.by-back": null;
  "order.strip.by-finished": null;
  "order.strip.by-passed": null;
  "order.strip.by-reopened": null;
  "order.strip.by-tablet": null;
  "order.strip.client": null;
  "order.strip.draft": null;
  "order.strip.made": { done: Value; quantity: Value };
  "order.strip.no-pin": null;
  "order.strip.not-yet": null;
  "order.strip.nothing-for-shop": null;
  "order.strip.one-clock": { server: Value };
  "order.strip.passed": { passed: Value; quantity: Value };
  "order.strip.tablet-clock": { at: Value };
  "order.strip.unseen": { at: Value };
  "order.to-list": null;
  "order.told": null;
  "order.told.attempts": { count: Value };
  "order.told.called": null;
  "order.told.moot": null;
  "order.told.none": null;
  "order.told.none-sent": null;
  "order.told.note-call": null;
  "order.told.resend": null;
  "order.told.resent": null;
  "order.told.text": null;
  "orders.all-folders": null;
  "orders.all-offices": null;
  "orders.client-hidden": null;
  "orders.empty": null;
  "orders.folder-all": null;
  "orders.folder-cancelled": null;
  "orders.folder-draft": null;
  "orders.folder-in-work": null;
  "orders.folder-issued": null;
  "orders.folder-ready": null;
  "orders.folders": null;
  "orders.late": null;
  "orders.manager": null;
  "orders.mine": null;
  "orders.needs-answer": null;
  "orders.needs-due": null;
  "orders.needs-hand-over": null;
  "orders.needs-issue": null;
  "orders.needs-late": null;
  "orders.needs-look": null;
  "orders.needs-tell": null;
  "orders.no-filters": null;
  "orders.no-items": null;
  "orders.none-so": null;
  "orders.not-found-here": { text: Value };
  "orders.nothing-waits": null;
  "orders.number": null;
  "orders.office": null;
  "orders.pickup": { given: Value; taken: Value };
  "orders.promised": null;
  "orders.search": null;
  "orders.search-all": null;
  "orders.search-hint": null;
  "orders.state": null;
  "orders.title": null;
  "orders.to-day": null;
  "orders.view-copied": null;
  "orders.view-copy": null;
  "orders.view-keep": null;
  "orders.view-name": null;
  "orders.view-name-fault": null;
  "orders.view-not-copied": null;
  "orders.view-not-saved": null;
  "orders.view-remove": { name: Value };
  "orders.view-removed": { name: Value };
  "orders.view-save": null;
  "orders.view-saved": { name: Value };
  "orders.views": null;
  "orders.what": null;
  "search.clients": null;
  "search.close": null;
  "search.commands": null;
  "search.count": { count: Value };
  "search.field": null;
  "search.found": null;
  "search.go-board": null;
  "search.go-clients": null;
  "search.go-day": null;
  "search.go-devices": null;
  "search.go-orders": null;
  "search.hint": null;
  "search.new-for-client": null;
  "search.new-order": null;
  "search.nothing": null;
  "search.open": null;
  "search.orders": null;
  "search.theme-auto": null;
  "search.theme-dark": null;
  "search.theme-light": null;
  "search.title": null;
  "search.waiting": null;
  "session.both": null;
  "session.brand": null;
  "session.login": null;
  "session.lost": null;
  "session.lost-lead": { name: Value };
  "session.password": null;
  "session.sign-in": null;
  "session.title": null;
  "session.wait-minutes": { count: Value };
  "session.wait-seconds": { count: Value };
  "shell.again": null;
  "shell.board": null;
  "shell.bus-lost": { at: Value };
  "shell.bus-lost-hint": null;
  "shell.chosen": null;
  "shell.clients": null;
  "shell.connecting": null;
  "shell.connecting-hint": null;
  "shell.crash": null;
  "shell.crash-text": null;
  "shell.day": null;
  "shell.devices": null;
  "shell.door-mail": null;
  "shell.door-sms": null;
  "shell.door-traces": null;
  "shell.home": null;
  "shell.live": null;
  "shell.live-hint": null;
  "shell.lost": { at: Value };
  "shell.lost-hint": null;
  "shell.menu": null;
  "shell.navigation": null;
  "shell.new-order": null;
  "shell.not-found": null;
  "shell.not-found-text": null;
  "shell.not-kept": null;
  "shell.not-signed-out": null;
  "shell.orders": null;
  "shell.person": null;
  "shell.reload": null;
  "shell.search": null;
  "shell.sign-out": null;
  "shell.skip": null;
  "shell.theme-auto": null;
  "shell.theme-dark": null;
  "shell.theme-light": null;
  "shell.to-day": null;
}

add("ru", {
  "board.act.accept": ["Принять заказ"],
  "board.act.fail": ["Брак"],
  "board.act.pass": ["Контроль пройден"],
  "board.act.wait": ["Сначала цех принимает заказ."],
  "board.by-back": ["возврат с контроля:"],
  "board.by-finished": ["закончено:"],
  "board.by-passed": ["контроль:"],
  "board.by-reopened": ["вернули в работу:"],
  "board.check.made-hint": ["сделано: ",["count"]],
  "board.check.quantity": ["Сколько штук"],
  "board.check.quantity-hint": ["ждут контроля: ",["count"]],
  "board.col.number": ["Заказ"],
  "board.col.pieces": ["Позиции: кто держит и с какого времени"],
  "board.col.promised": ["Обещан"],
  "board.col.shops": ["Цеха"],
  "board.count.asking": ["Ждут ответа офиса"],
  "board.count.late": ["Опаздывают"],
  "board.count.orders": ["В работе"],
  "board.count.unaccepted": ["Не приняты цехом"],
  "board.count.urgent": ["Срочные"],
  "board.done.accepted": [["number"],": ",["shop"],", заказ принят"],
  "board.done.failed": [["number"],": вернули на переделку"],
  "board.done.passed": [["number"],": контроль пройден"],
  "board.empty": ["В работе нет ни одного заказа."],
  "board.empty-filtered": ["По этому отбору ничего нет."],
  "board.fail.close": ["Не возвращать"],
  "board.fail.reason": ["Что не так"],
  "board.fail.submit": ["Вернуть на переделку"],
  "board.filter.any-shop": ["Все цеха"],
  "board.filter.any-state": ["Любое состояние"],
  "board.filter.asking": ["Ждут ответа офиса"],
  "board.filter.clear": ["Показать всё"],
  "board.filter.late": ["Опаздывают"],
  "board.filter.shop": ["Цех"],
  "board.filter.state": ["Состояние позиции"],
  "board.filter.unaccepted": ["Не приняты цехом"],
  "board.filter.urgent": ["Срочные"],
  "board.list": ["Заказы в работе, опаздывающие первыми"],
  "board.made": [["done"]," из ",["quantity"]],
  "board.more-pieces": [["count","plural",{"one":["ещё ","#"," позиция"],"few":["ещё ","#"," позиции"],"many":["ещё ","#"," позиций"],"other":["ещё ","#"," позиции"]}]],
  "board.name": [["product"]," ",["size"]],
  "board.no-pin": ["без PIN"],
  "board.no-right": ["Доску вам не показывают. Если это ошибка, попросите администратора."],
  "board.panel.asking": [["count","plural",{"one":["#"," вопрос без ответа"],"few":["#"," вопроса без ответа"],"many":["#"," вопросов без ответа"],"other":["#"," вопроса без ответа"]}]],
  "board.panel.gone": ["Заказ больше не в работе."],
  "board.panel.manager": ["Менеджер"],
  "board.panel.open": ["Открыть заказ"],
  "board.panel.pickup": ["Выдача"],
  "board.panel.promised": ["Обещан"],
  "board.passed": ["контроль ",["passed"]," из ",["quantity"]],
  "board.pieces-now": ["Позиции"],
  "board.revision": ["правка ",["number"]],
  "board.shops": ["Цеха сейчас"],
  "board.times": ["× ",["count"]],
  "board.title": ["Доска производства"],
  "board.unseen": ["не смотрят"],
  "client-card.channel": ["Сообщать о готовности"],
  "client-card.email": ["Эл. почта"],
  "client-card.kind": ["Кто это"],
  "client-card.language": ["Язык сообщений"],
  "client-card.language.en": ["English"],
  "client-card.language.ru": ["Русский"],
  "client-card.name": ["Имя или название"],
  "client-card.name-hint": ["Сначала фамилия"],
  "client-card.phone": ["Телефон"],
  "client-card.phone-add": ["Ещё телефон"],
  "client-card.phone-numbered": ["Телефон ",["number"]],
  "client-card.phone-remove": ["Убрать телефон ",["number"]],
  "client-card.remove": ["Убрать"],
  "client-card.suspects": ["Похоже, он уже есть"],
  "client-card.take-named": [["take"],": ",["name"]],
  "clients.cancel-edit": ["Не исправлять"],
  "clients.channel": ["Сообщать о готовности"],
  "clients.column.again": ["Ещё раз"],
  "clients.column.channel": ["Сообщать"],
  "clients.column.email": ["Почта"],
  "clients.column.name": ["Имя"],
  "clients.column.number": ["Номер"],
  "clients.column.office": ["Офис"],
  "clients.column.phones": ["Телефон"],
  "clients.column.promised": ["Срок"],
  "clients.column.stage": ["Где"],
  "clients.column.what": ["Что"],
  "clients.edit": ["Исправить"],
  "clients.edit-title": ["Исправить карточку"],
  "clients.email": ["Эл. почта"],
  "clients.field.channel": ["Сообщать"],
  "clients.field.email": ["Почта"],
  "clients.field.kind": ["Кто это"],
  "clients.field.language": ["Язык"],
  "clients.field.manager": ["Менеджер"],
  "clients.field.name": ["Имя"],
  "clients.field.office": ["Офис"],
  "clients.field.phones": ["Телефоны"],
  "clients.find": ["Найти клиента"],
  "clients.find-hint": ["Часть имени, телефона или почты"],
  "clients.history": ["Что менялось"],
  "clients.history-more": ["Показать раньше"],
  "clients.keep-mine": ["Оставить мою"],
  "clients.language": ["Язык сообщений"],
  "clients.manager": ["Менеджер"],
  "clients.new": ["Новый клиент"],
  "clients.new-order": ["Новый заказ"],
  "clients.no-orders": ["Заказов ещё не было"],
  "clients.none": ["Клиентов ещё нет"],
  "clients.none-found": ["Никого не нашли: «",["text"],"»"],
  "clients.office": ["Офис"],
  "clients.one": ["Клиент"],
  "clients.open": ["Открыть"],
  "clients.orders": ["Заказы"],
  "clients.phones": ["Телефоны"],
  "clients.repeat": ["Повторить"],
  "clients.restored": ["Показано то, что вы не закончили"],
  "clients.save": ["Сохранить"],
  "clients.saved": ["Карточка сохранена"],
  "clients.stale": ["Пока вы правили, карточку изменили"],
  "clients.stale.field": ["Что"],
  "clients.stale.mine": ["У вас"],
  "clients.stale.theirs": ["Сейчас"],
  "clients.take-theirs": ["Взять её"],
  "clients.title": ["Клиенты"],
  "clients.write-down": ["Записать клиента"],
  "day.all": ["Все ",["count"]],
  "day.answer": ["Цех ждёт ответа"],
  "day.calm": ["Никто ничего не ждёт. Можно принять новый заказ."],
  "day.due": ["Обещаны на сегодня и завтра"],
  "day.hand-over": ["Не переданы в цех"],
  "day.issue": ["Ждут выдачи"],
  "day.late": ["Опаздывают"],
  "day.look": ["В цехе не посмотрели"],
  "day.my-own": ["мой"],
  "day.new-order": ["Новый заказ"],
  "day.no-word": ["Сообщение не ушло"],
  "day.nothing-to-see": ["В конторе для вас нет страниц: работа цеха идёт на планшете."],
  "day.reach": ["Чьи заказы"],
  "day.reach-all": ["Вся компания"],
  "day.reach-mine": ["Мои"],
  "day.reach-office": ["Мой офис"],
  "day.short-answer": ["ждут ответа"],
  "day.short-due": ["сегодня и завтра"],
  "day.short-hand-over": ["не переданы в цех"],
  "day.short-issue": ["ждут выдачи"],
  "day.short-late": ["опаздывают"],
  "day.short-look": ["не увидены в цехе"],
  "day.short-tell": ["сообщить клиенту"],
  "day.tablet": ["Открыть планшет"],
  "day.tell": ["Клиент не знает, что готово"],
  "day.telling": ["сообщение уходит"],
  "day.title": ["Мой день"],
  "devices.actions": ["Действия"],
  "devices.active": ["Работает"],
  "devices.another-code": ["Другой код"],
  "devices.close": ["Закрыть"],
  "devices.done": ["Готово"],
  "devices.for-shop": ["Для какого цеха"],
  "devices.keep": ["Оставить"],
  "devices.keep-mine": ["Оставить моё"],
  "devices.lead": ["Планшет цеха сам ни в кого не входит: его один раз подключают кодом, дальше работники входят по пин-коду."],
  "devices.lives": ["Код действует ещё ",["time"]],
  "devices.make-code": ["Показать код"],
  "devices.name": ["Название"],
  "devices.name-fault": ["Название: от 1 до 100 знаков"],
  "devices.name-hint": ["Где он висит: «Планшет у стола резки»"],
  "devices.never": ["ни разу"],
  "devices.none": ["Ни один планшет ещё не подключён."],
  "devices.not-yours": ["Планшеты подключает администратор."],
  "devices.over": ["Код больше не действует. Возьмите другой"],
  "devices.pair": ["Подключить планшет"],
  "devices.paired": ["Подключён"],
  "devices.paired-now": ["«",["name"],"» подключён"],
  "devices.rename": ["Переименовать"],
  "devices.renamed-meanwhile": ["Пока вы печатали, планшет назвали «",["name"],"»"],
  "devices.revoke": ["Отключить"],
  "devices.revoke-text": ["Всё, что он пришлёт, будет отвергнуто, в том числе нажатия без сети. Вернуть его можно только новым кодом."],
  "devices.revoke-title": ["Отключить «",["name"],"»?"],
  "devices.revoked": ["Отключён ",["at"]],
  "devices.revoked-now": ["Планшет «",["name"],"» отключён"],
  "devices.save": ["Сохранить"],
  "devices.seen": ["Был на связи"],
  "devices.shop": ["Цех"],
  "devices.state": ["Состояние"],
  "devices.step-enter": ["Введите код. ",["shop"],", один планшет"],
  "devices.step-open": ["Откройте на планшете ",["address"]],
  "devices.title": ["Планшеты"],
  "gallery.ago": ["Изменён"],
  "gallery.buttons": ["Кнопки"],
  "gallery.cancel-order": ["Отменить заказ"],
  "gallery.change": ["Изменить две строки"],
  "gallery.choices": ["Выбор"],
  "gallery.choose": ["Выберите"],
  "gallery.chosen": ["Открыт заказ ",["number"]],
  "gallery.client": ["Клиент"],
  "gallery.client-a": ["Кузнецова Анна"],
  "gallery.client-b": ["Кузьмин Олег"],
  "gallery.client-c": ["Кучеренко Мария"],
  "gallery.client-d": ["Лебедев Иван"],
  "gallery.client-e": ["Орлова Вера"],
  "gallery.client-empty": ["Такого клиента нет"],
  "gallery.client-footer": ["Новый клиент"],
  "gallery.client-hint": ["Фамилия или последние цифры телефона"],
  "gallery.contents": ["Содержание"],
  "gallery.dialog": ["Окно"],
  "gallery.dialog-text": ["Цех узнает сразу. Начатое изделие останется в цехе."],
  "gallery.dialog-title": ["Отменить заказ 26-0417?"],
  "gallery.disabled": ["Недоступно"],
  "gallery.due": ["Срок"],
  "gallery.empty": ["Пусто"],
  "gallery.empty-text": ["Сегодня ни один заказ не ждёт ответа"],
  "gallery.error": ["Ошибка"],
  "gallery.fields": ["Поля"],
  "gallery.hand-over": ["Передать в цех"],
  "gallery.keep": ["Не отменять"],
  "gallery.keys-hint": ["Список клавиш открывается вопросительным знаком"],
  "gallery.late-words": ["просрочен на 2 дня"],
  "gallery.layers": ["Окна и меню"],
  "gallery.lead": ["Каждая деталь экрана во всех её состояниях"],
  "gallery.lists": ["Списки"],
  "gallery.loading": ["Загрузка"],
  "gallery.long": ["Длинный текст"],
  "gallery.long-button": ["Передать заказ в художественный цех и сообщить клиенту о новом сроке изготовления"],
  "gallery.long-piece": ["Столешница с вырезом под варочную панель, полированная кромка по всему периметру, два отверстия под держатели и одно под провод"],
  "gallery.long-value": ["Общество с ограниченной ответственностью «Северо-Западная строительно-реставрационная компания имени братьев Стекольщиковых»"],
  "gallery.material": ["Материал"],
  "gallery.material-error": ["Выберите материал"],
  "gallery.menu": ["Действия"],
  "gallery.messages": ["Сообщения"],
  "gallery.mm": ["мм"],
  "gallery.name": ["Имя клиента"],
  "gallery.name-value": ["Кузнецова Анна Викторовна"],
  "gallery.new-order": ["Новый заказ"],
  "gallery.no-link": ["Поиск не отвечает: введите имя сами"],
  "gallery.note": ["Пожелания"],
  "gallery.note-value": ["Зеркало в ванную, над раковиной. Отверстие под розетку справа, снизу фацет не нужен."],
  "gallery.notice-done": ["Заказ передан в цех"],
  "gallery.notice-info": ["Иванова изменила срок"],
  "gallery.notice-refusal": ["Цех уже начал: отменить нельзя"],
  "gallery.notice-undo": ["Заказ отменён"],
  "gallery.notice-undone": ["Заказ возвращён"],
  "gallery.number": ["Номер"],
  "gallery.office": ["Салон"],
  "gallery.office-name": ["На Фонтанке"],
  "gallery.open": ["Открыть заказ"],
  "gallery.orders-count": [["count","plural",{"one":["#"," заказ"],"few":["#"," заказа"],"many":["#"," заказов"],"other":["#"," заказа"]}]],
  "gallery.panel": ["Боковая панель"],
  "gallery.panel-full": ["На всю страницу"],
  "gallery.panel-title": ["Заказ 26-0417"],
  "gallery.panes": ["Состояния"],
  "gallery.paper": ["бумага"],
  "gallery.pending": ["Выполняется"],
  "gallery.phone": ["Телефон"],
  "gallery.phone-hint": ["Можно без кода страны"],
  "gallery.piece": ["Изделие"],
  "gallery.piece-name": ["Зеркало ",["size"]],
  "gallery.press-me": ["Нажмите: ответ через две секунды"],
  "gallery.price": ["Цена"],
  "gallery.print": ["Печать"],
  "gallery.query": ["Куз"],
  "gallery.read-only": ["Только чтение"],
  "gallery.reason": ["Причина"],
  "gallery.refused": ["Заказ изменили, пока вы его правили"],
  "gallery.refused-field": ["Цена не может быть меньше нуля"],
  "gallery.repeat": ["Повторить заказ"],
  "gallery.retired": ["карточка закрыта"],
  "gallery.rows-empty": ["Все заказы разобраны"],
  "gallery.rows-few": ["Строка открыта рядом, две изменились"],
  "gallery.rows-many": ["5 000 строк, из них видны немногие"],
  "gallery.rows-plain": ["Без перехода: просто таблица"],
  "gallery.sample": ["Съешь ещё этих мягких французских булок, да выпей чаю"],
  "gallery.save": ["Сохранить"],
  "gallery.search": ["Поиск с подсказкой"],
  "gallery.sheet": ["лист"],
  "gallery.short": ["Кратко"],
  "gallery.short-value": ["Этот текст длиннее, чем можно"],
  "gallery.show-done": ["Показать «готово»"],
  "gallery.show-refusal": ["Показать отказ"],
  "gallery.show-undo": ["Показать «вернуть»"],
  "gallery.sign": ["Подпись клиента"],
  "gallery.signature": ["Подпись"],
  "gallery.state": ["Состояние"],
  "gallery.strokes": [["count","plural",{"one":["#"," штрих"],"few":["#"," штриха"],"many":["#"," штрихов"],"other":["#"," штриха"]}]],
  "gallery.tab-all": ["Все"],
  "gallery.tab-late": ["Опаздывают"],
  "gallery.tab-ready": ["Готовы"],
  "gallery.tab-text": ["Заказы вкладки «",["name"],"»"],
  "gallery.tell": ["Сообщить клиенту, когда заказ готов"],
  "gallery.tell-error": ["Без телефона сообщить нельзя"],
  "gallery.text": ["Текст и цвета"],
  "gallery.theme": ["Тема"],
  "gallery.theme-auto": ["Как в системе"],
  "gallery.theme-dark": ["Тёмная"],
  "gallery.theme-light": ["Светлая"],
  "gallery.title": ["Галерея"],
  "gallery.urgency": ["Срочность"],
  "gallery.urgency-error": ["Отметьте срочность"],
  "gallery.usual": ["Обычно"],
  "gallery.width": ["Ширина"],
  "gallery.width-error": ["Введите целое число миллиметров: 1 200"],
  "gallery.with-icon": ["Со значком и клавишей"],
  "office.language-en": ["English"],
  "office.language-ru": ["Русский"],
  "office.system": ["Система"],
  "office.tablet": ["Планшет"],
  "office.told-at": ["сообщили ",["at"]],
  "order-form.across": ["По горизонтали"],
  "order-form.add-item": ["Добавить позицию"],
  "order-form.add.corner-holes": ["Отверстия по углам"],
  "order-form.add.cutout": ["Другой вырез"],
  "order-form.add.film": ["Добавить плёнку"],
  "order-form.add.glass": ["Это витраж"],
  "order-form.add.hole": ["Одно отверстие"],
  "order-form.add.matting": ["Матирование"],
  "order-form.add.mounting": ["Указать крепление"],
  "order-form.add.paint": ["Покраска"],
  "order-form.add.pair": ["Пара отверстий"],
  "order-form.add.print": ["Печать"],
  "order-form.add.set": ["Часть набора"],
  "order-form.add.socket": ["Розетка"],
  "order-form.back-film": ["Плёнка сзади"],
  "order-form.begin-anew": ["Начать заново"],
  "order-form.begun-anew": ["Форма пуста"],
  "order-form.by-file": ["по файлу"],
  "order-form.by-us": ["Монтируем мы"],
  "order-form.by-us-short": ["монтаж наш"],
  "order-form.changes.new": ["Станет"],
  "order-form.changes.old": ["Было"],
  "order-form.changes.what": ["Что"],
  "order-form.client": ["Клиент"],
  "order-form.client-change": ["Другой клиент"],
  "order-form.client-find": ["Искать среди клиентов"],
  "order-form.client-hint": ["Часть телефона, имени или номер заказа"],
  "order-form.client-new": ["Новый клиент"],
  "order-form.client-none": ["Такого клиента нет"],
  "order-form.client-of-order": ["Клиент заказа ",["number"],": ",["name"]],
  "order-form.client-take": ["Взять его"],
  "order-form.client-write-down": ["Записать клиента"],
  "order-form.closed.cancelled": ["Заказ отменён, менять его нельзя. Его можно повторить."],
  "order-form.closed.issued": ["Заказ выдан, менять его нельзя. Его можно повторить."],
  "order-form.closed.ready": ["Заказ готов. Чтобы исправить его, сначала откройте его снова."],
  "order-form.code": ["Код по каталогу"],
  "order-form.colour": ["Цвет"],
  "order-form.columns": ["Стёкол в ряду"],
  "order-form.copy-of": ["Повтор заказа ",["number"]],
  "order-form.corner-of": ["Угол ",["corner"]],
  "order-form.corner-size": ["Радиус или срез"],
  "order-form.corners": ["Углы"],
  "order-form.corners-alike": ["Все углы одинаковые"],
  "order-form.corners-each": ["углы разные"],
  "order-form.corners-of": ["углы ",["size"]],
  "order-form.correct-caption": ["Что изменится в цехе"],
  "order-form.correct-files": [["count","plural",{"one":["Добавится ","#"," файл."],"few":["Добавится ","#"," файла."],"many":["Добавится ","#"," файлов."],"other":["Добавится ","#"," файла."]}]],
  "order-form.correct-lead": ["Заказ в работе: цех увидит, что изменилось, и примет его снова"],
  "order-form.correct-note": ["Цех примет исправленный заказ снова."],
  "order-form.correct-number": ["Исправить заказ ",["number"]],
  "order-form.correct-title": ["Исправление заказа"],
  "order-form.cutout-numbered": ["Вырез ",["number"]],
  "order-form.cutouts-count": [["count","plural",{"one":["#"," вырез"],"few":["#"," выреза"],"many":["#"," вырезов"],"other":["#"," выреза"]}]],
  "order-form.datum": ["Откуда мерить"],
  "order-form.depth": ["Глубина"],
  "order-form.diameter": ["Диаметр"],
  "order-form.done.correct": ["Исправление заказа ",["number"]," отправлено"],
  "order-form.done.hand-over": ["Заказ ",["number"]," передан в цех"],
  "order-form.done.save": ["Черновик ",["number"]," сохранён"],
  "order-form.down-of": ["Ниже: ",["name"]],
  "order-form.drawing": ["Чертёж"],
  "order-form.edge": ["Кромка"],
  "order-form.edge-of": ["Кромка: ",["side"]],
  "order-form.edit": ["Правка заказа"],
  "order-form.edit-number": ["Черновик ",["number"]],
  "order-form.edit-thrown-away": ["Ваша правка убрана"],
  "order-form.face": ["Какая сторона"],
  "order-form.facet": ["Фацет"],
  "order-form.facet-of": ["фацет ",["width"]],
  "order-form.facet-sides": ["Стороны с фацетом"],
  "order-form.fault.client": ["Выберите клиента"],
  "order-form.fault.items": ["Добавьте хотя бы одну позицию"],
  "order-form.fault.missing": ["Нужно заполнить"],
  "order-form.fault.word": ["Не длиннее ",["most"]," знаков"],
  "order-form.fault.zones": ["Номера зон пишутся так: 1, 2, 5-7"],
  "order-form.faults": [["count","plural",{"one":["Исправьте ","#"," место"],"few":["Исправьте ","#"," места"],"many":["Исправьте ","#"," мест"],"other":["Исправьте ","#"," места"]}]],
  "order-form.faults-count": [["count","plural",{"one":["#"," ошибка"],"few":["#"," ошибки"],"many":["#"," ошибок"],"other":["#"," ошибки"]}]],
  "order-form.file-broke-off": ["Файл не ушёл: нет связи. Повторите отправку."],
  "order-form.file-done": ["загружен"],
  "order-form.file-kind": ["Что это: ",["name"]],
  "order-form.file-lost": ["Файл не сохранился в браузере: выберите его ещё раз"],
  "order-form.file-pasted": ["вставка.png"],
  "order-form.file-progress": ["отправляется, ",["percent"]," %"],
  "order-form.file-remove": ["Убрать файл ",["name"]],
  "order-form.file-size": [["size"]," МБ"],
  "order-form.file-stopped": ["Заказ ",["number"]," записан, но файл не принят: исправьте и отправьте снова."],
  "order-form.file-too-large": ["Файл больше 25 МБ: уменьшите его"],
  "order-form.files": ["Файлы"],
  "order-form.files-choose": ["Выбрать файлы"],
  "order-form.files-first": ["Сначала добавьте файл ниже"],
  "order-form.files-hint": ["или перетащите, или вставьте снимок: до 25 МБ"],
  "order-form.film-numbered": ["Плёнка ",["number"]],
  "order-form.films-count": [["count","plural",{"one":["#"," плёнка"],"few":["#"," плёнки"],"many":["#"," плёнок"],"other":["#"," плёнки"]}]],
  "order-form.from": ["От"],
  "order-form.from-side": ["Мерить от стороны"],
  "order-form.front": ["Лицевая сторона"],
  "order-form.front-of": ["лицом ",["side"]],
  "order-form.gap": ["Зазор"],
  "order-form.go-on": ["Продолжить"],
  "order-form.go-on-editing": ["Править дальше"],
  "order-form.go-on-named": ["Продолжить: ",["name"]],
  "order-form.goal.correct": ["Отправить исправление"],
  "order-form.goal.hand-over": ["Передать в цех"],
  "order-form.goal.save": ["Сохранить черновик"],
  "order-form.handed-over": ["Заказ ",["number"]," передан в цех"],
  "order-form.hardware-code": ["Код фурнитуры"],
  "order-form.height": ["Высота"],
  "order-form.hole-numbered": ["Отверстие ",["number"]],
  "order-form.hole.fellow-across": ["До второго вбок"],
  "order-form.hole.fellow-up": ["До второго вверх"],
  "order-form.hole.how": ["Сколько"],
  "order-form.hole.how.corners": ["по углам, 4"],
  "order-form.hole.how.one": ["одно"],
  "order-form.hole.how.pair": ["пара"],
  "order-form.hole.inset": ["От краёв"],
  "order-form.holes-count": [["count","plural",{"one":["#"," отверстие"],"few":["#"," отверстия"],"many":["#"," отверстий"],"other":["#"," отверстия"]}]],
  "order-form.item-removed": ["Убрано: ",["name"]],
  "order-form.items": ["Позиции"],
  "order-form.keep-mine": ["Оставить мою"],
  "order-form.kept": ["Незаконченные заказы на этом компьютере"],
  "order-form.kept-elsewhere": ["открыт в другой вкладке"],
  "order-form.kept-here": ["Черновик сохранён на этом компьютере"],
  "order-form.kind": ["Вид"],
  "order-form.lead": ["Ширина свинца"],
  "order-form.manager": ["Менеджер"],
  "order-form.material": ["Материал"],
  "order-form.may-not": ["Оформлять заказы может стол заказов"],
  "order-form.may-not-edit": ["Этот заказ другого офиса: править его может его офис"],
  "order-form.mm": ["мм"],
  "order-form.most-items": ["В заказе не больше ",["most"]," позиций"],
  "order-form.mounted-on": ["К чему"],
  "order-form.mounting-count": ["Сколько штук"],
  "order-form.mounting-kind": ["Крепление"],
  "order-form.new": ["Новый заказ"],
  "order-form.no-changes": ["Ничего не изменено"],
  "order-form.no-client": ["без клиента"],
  "order-form.no-file": ["нет"],
  "order-form.no-film": ["нет"],
  "order-form.no-glass": ["Это не витраж"],
  "order-form.no-items": ["без позиций"],
  "order-form.no-mounting": ["Без крепления"],
  "order-form.no-set": ["Не часть набора"],
  "order-form.no-template": ["нет"],
  "order-form.no-tint": ["обычный"],
  "order-form.none": ["нет"],
  "order-form.not-kept": ["Браузер не может сохранить черновик: не закрывайте страницу"],
  "order-form.not-said": ["не указано"],
  "order-form.office": ["Офис, который принимает"],
  "order-form.open-elsewhere": ["Этот заказ открыт ещё в одной вкладке: у каждой свой черновик, лучше править в одной"],
  "order-form.pair": ["Зеркальные пары"],
  "order-form.pair-short": ["зеркальные пары"],
  "order-form.palette": ["Палитра"],
  "order-form.panel-thickness": ["Толщина панели"],
  "order-form.part-count": ["Всего частей"],
  "order-form.part-number": ["Номер части"],
  "order-form.part-of": ["часть ",["number"]," из ",["count"],", ",["name"]],
  "order-form.pattern": ["Название рисунка"],
  "order-form.pattern-code": ["Код рисунка"],
  "order-form.pickup": ["Где забирают"],
  "order-form.picture": ["Чертёж изделия"],
  "order-form.pieces-of": ["× ",["count"]],
  "order-form.preset.by-drawing": ["По чертежу"],
  "order-form.preset.door-pane": ["Замена в дверь"],
  "order-form.preset.facet-mirror": ["Зеркало с фацетом"],
  "order-form.preset.furniture-door": ["Мебельная дверка"],
  "order-form.preset.mirror": ["Зеркало"],
  "order-form.preset.other": ["Другое"],
  "order-form.preset.round-mirror": ["Круглое зеркало"],
  "order-form.preset.shelf": ["Полка"],
  "order-form.preset.showcase-door": ["Дверца витрины"],
  "order-form.preset.shower-screen": ["Душевая"],
  "order-form.preset.splashback": ["Фартук с розетками"],
  "order-form.preset.stained-glass": ["Витраж"],
  "order-form.preset.tabletop": ["Столешница"],
  "order-form.preset.wardrobe-insert": ["Вставка в шкаф"],
  "order-form.price": ["Цена"],
  "order-form.product": ["Изделие"],
  "order-form.promised": ["Срок"],
  "order-form.promised-usual": ["Если не указать: ",["day"],", пять рабочих дней"],
  "order-form.purpose": ["Для чего"],
  "order-form.quantity": ["Количество"],
  "order-form.radius": ["Радиус внутри"],
  "order-form.ral": ["RAL"],
  "order-form.remove": ["Убрать"],
  "order-form.remove-of": ["Убрать: ",["name"]],
  "order-form.repeat": ["Повторить"],
  "order-form.repeat-of": ["Повторить: ",["name"]],
  "order-form.replacement": ["Взамен разбитого"],
  "order-form.replacement-short": ["взамен разбитого"],
  "order-form.restored": ["Показано то, что вы не закончили"],
  "order-form.rows": ["Рядов"],
  "order-form.saved": ["Черновик ",["number"]," сохранён"],
  "order-form.say.apex_mm": ["Вершина"],
  "order-form.say.back_film": ["Плёнка сзади"],
  "order-form.say.bottom_mm": ["Низ"],
  "order-form.say.by_us": ["Монтируем мы"],
  "order-form.say.catalogue_code": ["Код по каталогу"],
  "order-form.say.client_id": ["Клиент"],
  "order-form.say.colour": ["Цвет"],
  "order-form.say.corners": ["Углы"],
  "order-form.say.count": ["Сколько"],
  "order-form.say.cutouts": ["Вырез"],
  "order-form.say.datum": ["Откуда мерить"],
  "order-form.say.depth_mm": ["Глубина"],
  "order-form.say.diameter_mm": ["Диаметр"],
  "order-form.say.drawing_id": ["Файл"],
  "order-form.say.edges": ["Кромка"],
  "order-form.say.face": ["Какая сторона"],
  "order-form.say.facet": ["Фацет"],
  "order-form.say.films": ["Плёнка"],
  "order-form.say.from_mm": ["От"],
  "order-form.say.from_side": ["Мерить от стороны"],
  "order-form.say.front": ["Лицевая сторона"],
  "order-form.say.gap_mm": ["Зазор"],
  "order-form.say.hardware_code": ["Код фурнитуры"],
  "order-form.say.height_mm": ["Высота"],
  "order-form.say.holes": ["Отверстие"],
  "order-form.say.item": ["Позиция"],
  "order-form.say.kind": ["Вид"],
  "order-form.say.lead_width_mm": ["Ширина свинца"],
  "order-form.say.manager_id": ["Менеджер"],
  "order-form.say.material": ["Материал"],
  "order-form.say.mirrored_pair": ["Зеркальные пары"],
  "order-form.say.mounting": ["Крепление"],
  "order-form.say.number": ["Номер"],
  "order-form.say.on": ["К чему"],
  "order-form.say.palette": ["Палитра"],
  "order-form.say.panel_thickness_mm": ["Толщина панели"],
  "order-form.say.part": ["Набор"],
  "order-form.say.pattern": ["Рисунок стекла"],
  "order-form.say.pattern_code": ["Код рисунка"],
  "order-form.say.pickup_office_id": ["Где забирают"],
  "order-form.say.product": ["Изделие"],
  "order-form.say.promised_on": ["Срок"],
  "order-form.say.purpose": ["Для чего"],
  "order-form.say.quantity": ["Количество"],
  "order-form.say.radius_mm": ["Радиус внутри"],
  "order-form.say.ral": ["RAL"],
  "order-form.say.replacement": ["Взамен разбитого"],
  "order-form.say.rise_mm": ["Стрела арки"],
  "order-form.say.set_name": ["Название набора"],
  "order-form.say.shape": ["Форма"],
  "order-form.say.shared_drawing": ["Один рисунок на все"],
  "order-form.say.side": ["Сторона"],
  "order-form.say.side_height_mm": ["Высота по бокам"],
  "order-form.say.sides": ["Сторона"],
  "order-form.say.size": ["Размер"],
  "order-form.say.sketch_by": ["Эскиз"],
  "order-form.say.stained_glass": ["Витраж"],
  "order-form.say.technique": ["Техника"],
  "order-form.say.tempered": ["Закалка"],
  "order-form.say.template": ["Размер с шаблона"],
  "order-form.say.texture": ["Поверхность плёнки"],
  "order-form.say.thickness_mm": ["Толщина"],
  "order-form.say.tile_columns": ["Стёкол в ряду"],
  "order-form.say.tile_rows": ["Рядов"],
  "order-form.say.tint": ["Цвет стекла"],
  "order-form.say.to_mm": ["До"],
  "order-form.say.top_mm": ["Верх"],
  "order-form.say.top_offset_mm": ["Сдвиг верха"],
  "order-form.say.treatment": ["Обработка"],
  "order-form.say.urgency": ["Срочность"],
  "order-form.say.width_mm": ["Ширина"],
  "order-form.say.x_mm": ["По горизонтали"],
  "order-form.say.y_mm": ["По вертикали"],
  "order-form.say.zones": ["Зона"],
  "order-form.section.cutouts": ["Вырезы"],
  "order-form.section.films": ["Цвет и плёнка"],
  "order-form.section.glass": ["Витраж"],
  "order-form.section.holes": ["Отверстия"],
  "order-form.section.mounting": ["Крепление"],
  "order-form.section.origin": ["Шаблон, набор, чертёж"],
  "order-form.section.sides": ["Стороны и углы"],
  "order-form.section.zones": ["Поверхность"],
  "order-form.set": ["Набор"],
  "order-form.set-name": ["Название набора"],
  "order-form.shape": ["Форма"],
  "order-form.shape.apex": ["Вершина от левого угла"],
  "order-form.shape.bottom": ["Низ"],
  "order-form.shape.diameter": ["Диаметр"],
  "order-form.shape.height": ["Высота"],
  "order-form.shape.radius": ["Радиус"],
  "order-form.shape.rise": ["Стрела арки"],
  "order-form.shape.sideHeight": ["Высота по бокам"],
  "order-form.shape.size": ["Размер, ширина × высота, мм"],
  "order-form.shape.top": ["Верх"],
  "order-form.shape.topOffset": ["Сдвиг верха вправо"],
  "order-form.shape.width": ["Ширина"],
  "order-form.shared-drawing": ["Один рисунок на все"],
  "order-form.sharp": ["острый"],
  "order-form.side": ["Сторона"],
  "order-form.sketch": ["Эскиз"],
  "order-form.sketch-file": ["Файл эскиза"],
  "order-form.somebody": ["Кто-то"],
  "order-form.stale": ["Пока вы правили, заказ изменили"],
  "order-form.stale-mine": ["Ваши изменения"],
  "order-form.stale-theirs": ["Что изменили"],
  "order-form.stale-version": ["Сейчас у заказа версия ",["version"]],
  "order-form.stale-who": [["name"],": последнее изменение"],
  "order-form.step.content": ["Сохраняем изменения"],
  "order-form.step.correct": ["Отправляем исправление"],
  "order-form.step.files": ["Отправляем файлы"],
  "order-form.step.hand-over": ["Передаём в цех"],
  "order-form.step.place": ["Записываем заказ"],
  "order-form.step.price": ["Записываем цену"],
  "order-form.take-away": ["Убрать"],
  "order-form.take-away-named": ["Убрать: ",["name"]],
  "order-form.take-theirs": ["Взять её"],
  "order-form.technique": ["Техника"],
  "order-form.tempered": ["закалка"],
  "order-form.tempering": ["Закалка"],
  "order-form.template": ["Размер с шаблона"],
  "order-form.terms": ["Условия"],
  "order-form.texture": ["Поверхность плёнки"],
  "order-form.thickness": ["Толщина"],
  "order-form.throw-away": ["Удалить"],
  "order-form.throw-away-named": ["Удалить: ",["name"]],
  "order-form.throw-edit-away": ["Отказаться от правки"],
  "order-form.thrown-away": ["Удалено: ",["name"]],
  "order-form.tint": ["Цвет стекла"],
  "order-form.to": ["До"],
  "order-form.to-order": ["К заказу"],
  "order-form.treatment": ["Обработка"],
  "order-form.up": ["По вертикали"],
  "order-form.up-of": ["Выше: ",["name"]],
  "order-form.urgency": ["Срочность"],
  "order-form.what": ["Что заказывают"],
  "order-form.whole-face": ["вся сторона"],
  "order-form.width": ["Ширина"],
  "order-form.yes": ["да"],
  "order-form.zone-numbered": ["Зона ",["number"]],
  "order-form.zones-of-sketch": ["Зоны эскиза"],
  "order.act.back": ["Вернулся в офис"],
  "order.act.cancel": ["Отменить заказ"],
  "order.act.copy": ["Повторить"],
  "order.act.correct": ["Исправить"],
  "order.act.edit": ["Изменить"],
  "order.act.hand-over": ["Передать в цех"],
  "order.act.issue": ["Выдать"],
  "order.act.print": ["Печать"],
  "order.act.reopen": ["Вернуть в работу"],
  "order.cancel.keep": ["Не отменять"],
  "order.cancel.note": ["Подробности"],
  "order.cancel.note-hint": ["Останутся в истории заказа"],
  "order.cancel.reason": ["Почему"],
  "order.cancel.submit": ["Отменить заказ"],
  "order.cancel.text": ["Цех увидит отмену сразу и остановит работу. Вернуть заказ нельзя, можно повторить."],
  "order.cancel.title": ["Отменить ",["number"],"?"],
  "order.changed.apex": ["Вершина от левого угла"],
  "order.changed.back-film": ["Плёнка с тыла"],
  "order.changed.bottom": ["Низ трапеции"],
  "order.changed.by-file": ["файл рисунка"],
  "order.changed.by-us": ["Монтируем мы"],
  "order.changed.catalogue": ["код по каталогу"],
  "order.changed.colour": ["цвет"],
  "order.changed.corner": ["Угол: ",["at"]],
  "order.changed.corner-cut": ["срез ",["size"]],
  "order.changed.corner-radius": ["радиус ",["size"]],
  "order.changed.cut-height": ["высота"],
  "order.changed.cut-width": ["ширина"],
  "order.changed.cutout": ["Вырез ",["number"],": ",["what"]],
  "order.changed.datum": ["откуда мерить"],
  "order.changed.depth": ["глубина"],
  "order.changed.diameter": ["диаметр"],
  "order.changed.drawing": ["Чертёж"],
  "order.changed.edge": ["Кромка: ",["side"]],
  "order.changed.face": ["поверхность"],
  "order.changed.facet-side": ["Сторона фацета"],
  "order.changed.facet-width": ["Ширина фацета"],
  "order.changed.film": ["Плёнка витража ",["number"],": ",["what"]],
  "order.changed.from": ["полоса от"],
  "order.changed.from-side": ["считать от стороны"],
  "order.changed.front": ["Лицевая сторона"],
  "order.changed.gap": ["Зазор комплекта"],
  "order.changed.hardware": ["Код фурнитуры"],
  "order.changed.hardware-count": ["Креплений, штук"],
  "order.changed.height": ["Высота"],
  "order.changed.hole": ["Отверстие ",["number"],": ",["what"]],
  "order.changed.item": ["Позиция целиком"],
  "order.changed.kind": ["вид"],
  "order.changed.lead": ["Ширина свинца"],
  "order.changed.line": [["what"],": ",["old"]," → ",["new"]],
  "order.changed.material": ["Стекло"],
  "order.changed.mirrored": ["Парами, зеркально"],
  "order.changed.mounted-on": ["Куда крепят"],
  "order.changed.mounting": ["Крепление"],
  "order.changed.no": ["нет"],
  "order.changed.no-file": ["файл"],
  "order.changed.palette": ["Палитра"],
  "order.changed.panel": ["Толщина панели"],
  "order.changed.part-count": ["Частей в комплекте"],
  "order.changed.part-number": ["Часть комплекта"],
  "order.changed.pattern": ["Рисунок стекла"],
  "order.changed.pattern-code": ["код рисунка"],
  "order.changed.pickup": ["Офис выдачи"],
  "order.changed.product": ["Изделие"],
  "order.changed.promised-on": ["Обещан"],
  "order.changed.purpose": ["зачем"],
  "order.changed.quantity": ["Количество"],
  "order.changed.radius": ["радиус"],
  "order.changed.ral": ["цвет RAL"],
  "order.changed.replacement": ["Взамен разбитого"],
  "order.changed.rise": ["Подъём арки"],
  "order.changed.route": ["Где делают"],
  "order.changed.set-name": ["Комплект"],
  "order.changed.shape": ["Форма"],
  "order.changed.shared-drawing": ["один рисунок на все"],
  "order.changed.side": ["сторона"],
  "order.changed.side-height": ["Прямая часть арки"],
  "order.changed.sketch": ["Файл эскиза"],
  "order.changed.sketch-by": ["Чей эскиз"],
  "order.changed.technique": ["Техника витража"],
  "order.changed.tempered": ["Закалка"],
  "order.changed.template": ["Делать по"],
  "order.changed.texture": ["фактура"],
  "order.changed.thickness": ["Толщина"],
  "order.changed.tile-columns": ["Стёкол по ширине"],
  "order.changed.tile-rows": ["Стёкол по высоте"],
  "order.changed.tint": ["Цвет стекла"],
  "order.changed.to": ["полоса до"],
  "order.changed.top": ["Верх трапеции"],
  "order.changed.top-offset": ["Сдвиг верха"],
  "order.changed.treatment": ["что делают"],
  "order.changed.urgency": ["Срочность"],
  "order.changed.width": ["Ширина"],
  "order.changed.x": ["по ширине"],
  "order.changed.y": ["по высоте"],
  "order.changed.yes": ["да"],
  "order.changed.zone": ["Обработка ",["number"],": ",["what"]],
  "order.changed.zones": ["зона эскиза"],
  "order.closed.cancelled": ["Отменён ",["at"],": ",["reason"],". Заказ закрыт, его можно повторить."],
  "order.closed.issued": ["Выдан ",["at"],". Заказ закрыт, его можно повторить."],
  "order.corrections": ["Правки"],
  "order.corrections.empty": ["–"],
  "order.corrections.first": ["Передан в цех как есть"],
  "order.corrections.item": ["Позиция ",["position"]],
  "order.corrections.item-gone": ["Позиция, которой больше нет"],
  "order.corrections.none-changed": ["Содержание не менялось"],
  "order.corrections.now": ["Стало"],
  "order.corrections.number": ["Правка ",["number"]],
  "order.corrections.was": ["Было"],
  "order.corrections.what": ["Что"],
  "order.corrections.whole": ["Весь заказ"],
  "order.did.accept": ["Принят в цехе"],
  "order.did.alarm-unseen": ["Тревога: в цехе никто не посмотрел"],
  "order.did.answer": ["Цеху ответили"],
  "order.did.ask": ["Цех задал вопрос"],
  "order.did.attach": ["Добавлен файл"],
  "order.did.cancel": ["Отменён"],
  "order.did.change": [["old"]," → ",["new"]],
  "order.did.correct": ["Исправлен, правка ",["revision"]],
  "order.did.detach": ["Убран файл"],
  "order.did.edit": ["Черновик изменён"],
  "order.did.fail-control": ["Брак"],
  "order.did.finish": ["Закончили"],
  "order.did.hand-over": ["Передан в цех"],
  "order.did.issue": ["Выдан клиенту"],
  "order.did.item": ["позиция ",["position"],", ",["name"]],
  "order.did.item-gone": ["позиция, которой больше нет"],
  "order.did.mark-back-at-office": ["Вернулся в офис выдачи"],
  "order.did.mark-seen": ["Просмотрен в цехе"],
  "order.did.note-call-needed": ["Клиенту нужно позвонить"],
  "order.did.note-delivered": ["Сообщение дошло до клиента"],
  "order.did.note-failed": ["Клиенту не сообщили"],
  "order.did.note-told": ["Клиенту сообщили"],
  "order.did.note-unknown": ["Неизвестно, дошло ли сообщение"],
  "order.did.pass-control": ["Контроль пройден"],
  "order.did.pause": ["Отложили"],
  "order.did.place": ["Записан черновик"],
  "order.did.receive": ["Доставлен на планшет"],
  "order.did.reopen": ["Вернули в работу"],
  "order.did.set-price": ["Цена изменена"],
  "order.did.shown-revision": ["правка ",["revision"]],
  "order.did.start": ["Начали делать"],
  "order.did.take-back": ["Взяли назад последнее действие"],
  "order.done.answered": ["Ответ ушёл в цех"],
  "order.done.back": [["number"]," лежит в офисе выдачи"],
  "order.done.cancelled": [["number"]," отменён"],
  "order.done.handed-over": [["number"]," передан в цех"],
  "order.done.issued": [["number"]," выдан"],
  "order.done.price": ["Цена записана"],
  "order.done.reopened": [["number"]," вернулся в работу"],
  "order.fact.client": ["Клиент"],
  "order.fact.client-hidden": ["клиента видит стол заказов"],
  "order.fact.client-unknown": ["карточка клиента ещё не дошла"],
  "order.fact.manager": ["Менеджер"],
  "order.fact.no-price": ["не указана"],
  "order.fact.office": ["Принял офис"],
  "order.fact.pickup": ["Выдача"],
  "order.fact.price": ["Цена"],
  "order.fact.promised": ["Обещан"],
  "order.fact.unknown": ["неизвестно"],
  "order.fact.urgency": ["Срочность"],
  "order.field.summary": ["Состав"],
  "order.files": ["Файлы"],
  "order.files.add": ["Добавить файл"],
  "order.files.again": ["Отправить ещё раз"],
  "order.files.download": ["Скачать ",["name"]],
  "order.files.drop": ["Отпустите, и файл добавится"],
  "order.files.empty": [["name"],": файл пуст"],
  "order.files.forget": ["Убрать из списка"],
  "order.files.keep": ["Оставить"],
  "order.files.kilobytes": [["size"]," КБ"],
  "order.files.megabytes": [["size"]," МБ"],
  "order.files.none": ["Файлов нет. Бросьте сюда чертёж или фото, вставьте из буфера или выберите."],
  "order.files.none-plain": ["Файлов нет."],
  "order.files.remove": ["Убрать ",["name"]],
  "order.files.remove-text": [["name"]," исчезнет из заказа и у цеха."],
  "order.files.remove-title": ["Убрать файл?"],
  "order.files.remove-yes": ["Убрать файл"],
  "order.files.sending": ["Отправляем ",["name"]],
  "order.files.too-large": [["name"],": ",["size"],", а принимаем до 25 МБ"],
  "order.history": ["История"],
  "order.history.more": ["Показать раньше"],
  "order.history.none": ["Пока ничего не было."],
  "order.issue.agreed": ["Договорились"],
  "order.issue.cancel": ["Не выдавать"],
  "order.issue.elsewhere": ["Выдаёт офис «",["office"],"»"],
  "order.issue.how": ["Как подписали"],
  "order.issue.items": ["Отдаём"],
  "order.issue.need": ["Нужна подпись клиента"],
  "order.issue.not-back": ["По записям заказ ещё не привезли в офис."],
  "order.issue.on-paper": ["На бумаге"],
  "order.issue.on-screen": ["На экране"],
  "order.issue.scan": ["Скан или фото подписи"],
  "order.issue.scan-hint": ["JPEG, PNG или PDF подписанного листа"],
  "order.issue.sign": ["Подпись клиента"],
  "order.issue.submit": ["Выдать"],
  "order.issue.title": ["Выдача ",["number"]],
  "order.item.changed": ["изменена в правке ",["revision"]],
  "order.item.drawing-of": ["Чертёж: ",["name"]],
  "order.item.enlarge": ["Чертёж крупно: ",["name"]],
  "order.item.fit": ["Целиком"],
  "order.item.route": ["Где делают"],
  "order.item.then": [["first"],", потом ",["second"]],
  "order.item.zoom-in": ["Крупнее"],
  "order.item.zoom-out": ["Мельче"],
  "order.items": ["Позиции"],
  "order.items.none": ["Позиций ещё нет."],
  "order.keys.answer": ["Ответить на вопрос цеха"],
  "order.keys.edit": ["Исправить заказ"],
  "order.keys.print": ["Напечатать наряд"],
  "order.loading": ["Загружаем заказ"],
  "order.mark.back": ["В офисе выдачи"],
  "order.mark.issued": ["Выдан"],
  "order.mark.ready": ["Готов"],
  "order.mark.told": ["Сообщили"],
  "order.message.accepted": ["Отправлено ",["at"]],
  "order.message.call": ["Нужно позвонить"],
  "order.message.delivered": ["Доставлено ",["at"]],
  "order.message.failed": ["Не отправлено"],
  "order.message.queued": ["Уйдёт ",["at"]],
  "order.message.sending": ["Отправляется"],
  "order.message.unknown": ["Неизвестно, дошло ли"],
  "order.message.waiting-for-client": ["Ждёт карточку клиента"],
  "order.message.withdrawn": ["Отозвано"],
  "order.more": ["Ещё"],
  "order.no-right": ["Заказы вам не показывают. Если это ошибка, попросите администратора."],
  "order.not-found": ["Такого заказа нет. Возможно, ссылка неполная."],
  "order.photo": ["Фото к вопросу"],
  "order.photo.failed": ["Фото не открылось"],
  "order.photo.open": ["Открыть фото крупно"],
  "order.piece.all-sides": ["со всех сторон"],
  "order.piece.apex": ["вершина в ",["size"]," от левого угла"],
  "order.piece.band": ["полоса ",["from"]," – ",["to"],", считая от стороны «",["side"],"»"],
  "order.piece.bottom-top": ["низ ",["bottom"],", верх ",["top"]],
  "order.piece.by-file": ["по файлу"],
  "order.piece.by-us": ["монтируем мы"],
  "order.piece.catalogue": ["рисунок ",["code"]],
  "order.piece.corners": ["Углы"],
  "order.piece.cut": ["срез ",["size"]],
  "order.piece.edges": ["Кромка"],
  "order.piece.facet": ["Фацет"],
  "order.piece.film": [["colour"]," (",["texture"],"): зоны ",["zones"]],
  "order.piece.film-all": [["colour"]," (",["texture"],")"],
  "order.piece.front": ["Лицевая сторона"],
  "order.piece.gap": ["зазор ",["size"]],
  "order.piece.glass": ["Стекло"],
  "order.piece.hardware": ["фурнитура ",["code"]],
  "order.piece.lead": ["свинец ",["size"]],
  "order.piece.mirrored": ["парами, зеркально"],
  "order.piece.mounting": ["Крепление"],
  "order.piece.notes": ["Особо"],
  "order.piece.offset": ["верх сдвинут на ",["size"]],
  "order.piece.palette": ["палитра ",["name"]],
  "order.piece.panel": ["панель ",["size"]],
  "order.piece.part": ["Комплект"],
  "order.piece.part-of": ["«",["name"],"», часть ",["number"]," из ",["count"]],
  "order.piece.pattern": ["рисунок «",["name"],"»"],
  "order.piece.radius": ["радиус ",["size"]],
  "order.piece.ral": ["RAL ",["code"]],
  "order.piece.replacement": ["взамен разбитого"],
  "order.piece.rise": ["подъём ",["size"]],
  "order.piece.shape": ["Форма"],
  "order.piece.shared-drawing": ["один рисунок на все изделия"],
  "order.piece.size": ["Размер"],
  "order.piece.stained-glass": ["Витраж"],
  "order.piece.straight": ["прямая часть ",["size"]],
  "order.piece.tempered": ["закалённое"],
  "order.piece.template": ["Делать по"],
  "order.piece.tiles": ["одна картина на ",["columns"]," × ",["rows"]," стёкол"],
  "order.piece.whole-face": ["вся поверхность"],
  "order.piece.zones": ["Обработка"],
  "order.price.close": ["Не менять"],
  "order.price.edit": ["Изменить цену"],
  "order.price.label": ["Цена в рублях"],
  "order.price.save": ["Записать"],
  "order.print.accepted": ["Принял в цехе"],
  "order.print.controlled": ["Контроль"],
  "order.print.from": ["Принят"],
  "order.print.made": ["Сделал"],
  "order.print.page": ["Позиция ",["position"]," из ",["count"]],
  "order.print.received": ["Получил клиент"],
  "order.print.title": ["Наряд-заказ"],
  "order.question.about": ["О позиции ",["position"]],
  "order.question.about-order": ["О заказе целиком"],
  "order.question.answer": ["Ответ цеху"],
  "order.question.answered": ["Ответ"],
  "order.question.asks": [["shop"]," спрашивает"],
  "order.question.closed": ["Вопросы с ответами (",["count"],")"],
  "order.question.forget": ["Убрать мой ответ"],
  "order.question.hint": ["Ctrl+Enter отправляет"],
  "order.question.kept": ["Начатый ответ сохранён на этом компьютере."],
  "order.question.only-office": ["Отвечает офис, который принял заказ."],
  "order.question.open": ["Ждут ответа"],
  "order.question.send": ["Ответить"],
  "order.question.unanswered": ["Остался без ответа"],
  "order.question.unsent": ["Ваш ответ не ушёл: раньше ответил другой."],
  "order.reason.cancelled": ["заказ отменён"],
  "order.reason.client-erased": ["клиент попросил забыть его"],
  "order.reason.client-unknown": ["карточка клиента не пришла"],
  "order.reason.issued": ["заказ уже выдан"],
  "order.reason.no-address": ["нет ни телефона, ни почты"],
  "order.reason.not-delivered": ["абонент не получил"],
  "order.reason.refused": ["оператор связи отказал"],
  "order.reason.reopened": ["заказ вернулся в работу"],
  "order.reason.unreachable": ["оператор связи не отвечает"],
  "order.reopen.item": ["Что переделать"],
  "order.reopen.keep": ["Не возвращать"],
  "order.reopen.quantity": ["Сколько штук"],
  "order.reopen.quantity-hint": ["из ",["count"]],
  "order.reopen.reason": ["Почему"],
  "order.reopen.shop": ["Кто переделает"],
  "order.reopen.submit": ["Вернуть в работу"],
  "order.reopen.title": ["Вернуть ",["number"]," в работу"],
  "order.revision": ["правка ",["number"]],
  "order.stale.changed": [["who"]," за это время изменил(а) заказ, ",["at"]],
  "order.stale.changed-unknown": ["Заказ за это время изменили"],
  "order.stale.keep": ["Оставить мою"],
  "order.stale.keep-order": ["Всё равно передать"],
  "order.stale.take": ["Взять её"],
  "order.stale.take-order": ["Посмотреть новый"],
  "order.stale.was": [["field"],": было ",["old"],", стало ",["new"]],
  "order.strip": ["Путь заказа"],
  "order.strip.accepted-none": ["Цех ещё не принимал заказ"],
  "order.strip.accepted-old": ["Принята правка ",["accepted"],", сейчас правка ",["current"]],
  "order.strip.both-clocks": ["По часам сервера ",["server"],", на планшете ",["tablet"]],
  "order.strip.by-back": ["возврат с контроля:"],
  "order.strip.by-finished": ["закончено:"],
  "order.strip.by-passed": ["контроль:"],
  "order.strip.by-reopened": ["вернули в работу:"],
  "order.strip.by-tablet": ["с планшета"],
  "order.strip.client": ["Клиент"],
  "order.strip.draft": ["Черновик: цех его ещё не видит."],
  "order.strip.made": ["сделано ",["done"]," из ",["quantity"]],
  "order.strip.no-pin": ["без PIN"],
  "order.strip.not-yet": ["ещё нет"],
  "order.strip.nothing-for-shop": ["В новой правке для этого цеха ничего нет."],
  "order.strip.one-clock": ["По часам сервера ",["server"]],
  "order.strip.passed": ["контроль ",["passed"]," из ",["quantity"]],
  "order.strip.tablet-clock": ["на планшете ",["at"]],
  "order.strip.unseen": ["не смотрят с ",["at"]],
  "order.to-list": ["К списку заказов"],
  "order.told": ["Сообщения клиенту"],
  "order.told.attempts": [["count","plural",{"one":["#"," попытка"],"few":["#"," попытки"],"many":["#"," попыток"],"other":["#"," попытки"]}]],
  "order.told.called": ["Записано, что клиенту позвонили"],
  "order.told.moot": ["Уже не нужно: заказ больше не ждёт клиента"],
  "order.told.none": ["Ещё не писали: сообщение уходит, когда заказ готов."],
  "order.told.none-sent": ["Клиенту ещё не писали."],
  "order.told.note-call": ["Я позвонил(а), клиент знает"],
  "order.told.resend": ["Отправить ещё раз"],
  "order.told.resent": ["Сообщение уйдёт ещё раз"],
  "order.told.text": ["Текст"],
  "orders.all-folders": ["Все папки"],
  "orders.all-offices": ["Все офисы"],
  "orders.client-hidden": ["Клиент"],
  "orders.empty": ["В этой папке пусто."],
  "orders.folder-all": ["Все"],
  "orders.folder-cancelled": ["Отменены"],
  "orders.folder-draft": ["Черновики"],
  "orders.folder-in-work": ["В работе"],
  "orders.folder-issued": ["Выданы"],
  "orders.folder-ready": ["Готовы"],
  "orders.folders": ["Папки"],
  "orders.late": ["Опаздывают"],
  "orders.manager": ["Менеджер"],
  "orders.mine": ["Мои"],
  "orders.needs-answer": ["Ждут ответа"],
  "orders.needs-due": ["Обещаны на сегодня и завтра"],
  "orders.needs-hand-over": ["Не переданы в цех"],
  "orders.needs-issue": ["Ждут выдачи"],
  "orders.needs-late": ["Опаздывают"],
  "orders.needs-look": ["В цехе не посмотрели"],
  "orders.needs-tell": ["Клиент не знает, что готово"],
  "orders.no-filters": ["Снять условия"],
  "orders.no-items": ["Без позиций"],
  "orders.none-so": ["С такими условиями заказов нет."],
  "orders.not-found-here": ["В этой папке нет «",["text"],"»."],
  "orders.nothing-waits": ["Здесь больше ничего не ждёт."],
  "orders.number": ["Номер"],
  "orders.office": ["Офис"],
  "orders.pickup": [["taken"]," → ",["given"]],
  "orders.promised": ["Обещан"],
  "orders.search": ["Искать в заказах"],
  "orders.search-all": ["Искать во всех папках"],
  "orders.search-hint": ["Номер, телефон, имя, изделие, срок 27.11"],
  "orders.state": ["Состояние"],
  "orders.title": ["Заказы"],
  "orders.to-day": ["Мой день"],
  "orders.view-copied": ["Ссылка скопирована: по ней откроется этот вид"],
  "orders.view-copy": ["Скопировать ссылку"],
  "orders.view-keep": ["Сохранить"],
  "orders.view-name": ["Название вида"],
  "orders.view-name-fault": ["Название: от 1 до 40 знаков"],
  "orders.view-not-copied": ["Скопируйте адрес из строки браузера: он и есть вид"],
  "orders.view-not-saved": ["Браузер не хранит виды: память заполнена"],
  "orders.view-remove": ["Убрать вид «",["name"],"»"],
  "orders.view-removed": ["Вид «",["name"],"» убран"],
  "orders.view-save": ["Сохранить вид"],
  "orders.view-saved": ["Вид «",["name"],"» сохранён"],
  "orders.views": ["Виды"],
  "orders.what": ["Клиент и заказ"],
  "search.clients": ["Клиенты"],
  "search.close": ["закрыть"],
  "search.commands": ["Команды"],
  "search.count": [["count","plural",{"one":["Найдена ","#"," строка"],"few":["Найдено ","#"," строки"],"many":["Найдено ","#"," строк"],"other":["Найдено ","#"," строки"]}]],
  "search.field": ["Что найти"],
  "search.found": ["Найденное"],
  "search.go-board": ["Открыть доску"],
  "search.go-clients": ["Открыть клиентов"],
  "search.go-day": ["Открыть мой день"],
  "search.go-devices": ["Открыть планшеты"],
  "search.go-orders": ["Открыть заказы"],
  "search.hint": ["Номер, телефон, имя или команда"],
  "search.new-for-client": ["новый заказ этому клиенту"],
  "search.new-order": ["Новый заказ"],
  "search.nothing": ["Ничего не нашлось. Попробуйте другие цифры номера или часть фамилии."],
  "search.open": ["открыть"],
  "search.orders": ["Заказы"],
  "search.theme-auto": ["Тема как в системе"],
  "search.theme-dark": ["Тёмная тема"],
  "search.theme-light": ["Светлая тема"],
  "search.title": ["Найти"],
  "search.waiting": ["Ищем…"],
  "session.both": ["Введите логин и пароль"],
  "session.brand": ["Витраж"],
  "session.login": ["Логин"],
  "session.lost": ["Войдите ещё раз"],
  "session.lost-lead": ["Сеанс закончился. Всё, что вы набрали, на месте: войдите как ",["name"],", и работа продолжится."],
  "session.password": ["Пароль"],
  "session.sign-in": ["Войти"],
  "session.title": ["Вход"],
  "session.wait-minutes": ["Слишком много неверных попыток. Попробуйте через ",["count"]," мин"],
  "session.wait-seconds": ["Слишком много неверных попыток. Попробуйте через ",["count"]," с"],
  "shell.again": ["Повторить"],
  "shell.board": ["Доска"],
  "shell.bus-lost": ["События не доходят с ",["at"]],
  "shell.bus-lost-hint": ["Сервер отвечает, но новости из цеха задерживаются. Работать можно"],
  "shell.chosen": ["выбрано"],
  "shell.clients": ["Клиенты"],
  "shell.connecting": ["Соединяемся"],
  "shell.connecting-hint": ["Сейчас всё обновится"],
  "shell.crash": ["Страница не открылась"],
  "shell.crash-text": ["Не удалось загрузить часть программы. Так бывает после обновления. Набранное сохранено"],
  "shell.day": ["Мой день"],
  "shell.devices": ["Планшеты"],
  "shell.door-mail": ["Почта (песочница)"],
  "shell.door-sms": ["СМС (песочница)"],
  "shell.door-traces": ["Трассы"],
  "shell.home": ["Витраж, на главную"],
  "shell.live": ["На связи"],
  "shell.live-hint": ["Всё, что меняется в цехе и офисах, видно сразу"],
  "shell.lost": ["Нет связи с ",["at"]],
  "shell.lost-hint": ["На экране то, что было. Связь восстановится сама"],
  "shell.menu": ["Меню"],
  "shell.navigation": ["Разделы"],
  "shell.new-order": ["Новый заказ"],
  "shell.not-found": ["Такой страницы нет"],
  "shell.not-found-text": ["Ссылка устарела или набрана с ошибкой."],
  "shell.not-kept": ["Браузер больше не хранит черновики: память заполнена. Форма работает, но не закрывайте её"],
  "shell.not-signed-out": ["Выйти не удалось: нет ответа от сервера"],
  "shell.orders": ["Заказы"],
  "shell.person": ["Профиль"],
  "shell.reload": ["Обновить страницу"],
  "shell.search": ["Найти"],
  "shell.sign-out": ["Выйти"],
  "shell.skip": ["К содержанию"],
  "shell.theme-auto": ["Тема как в системе"],
  "shell.theme-dark": ["Тёмная тема"],
  "shell.theme-light": ["Светлая тема"],
  "shell.to-day": ["Мой день"],
});
add("en", {
  "board.act.accept": ["Accept the order"],
  "board.act.fail": ["Defect"],
  "board.act.pass": ["Passed control"],
  "board.act.wait": ["The shop accepts the order first."],
  "board.by-back": ["sent back by control:"],
  "board.by-finished": ["finished:"],
  "board.by-passed": ["control:"],
  "board.by-reopened": ["returned to work:"],
  "board.check.made-hint": ["made: ",["count"]],
  "board.check.quantity": ["How many"],
  "board.check.quantity-hint": ["waiting for control: ",["count"]],
  "board.col.number": ["Order"],
  "board.col.pieces": ["Items: who holds them and since when"],
  "board.col.promised": ["Promised"],
  "board.col.shops": ["Shops"],
  "board.count.asking": ["Waiting for the office"],
  "board.count.late": ["Late"],
  "board.count.orders": ["In work"],
  "board.count.unaccepted": ["Not accepted by the shop"],
  "board.count.urgent": ["Urgent"],
  "board.done.accepted": [["number"],": ",["shop"],", accepted"],
  "board.done.failed": [["number"],": sent back"],
  "board.done.passed": [["number"],": passed control"],
  "board.empty": ["No order is in work."],
  "board.empty-filtered": ["Nothing is found by this."],
  "board.fail.close": ["Do not send back"],
  "board.fail.reason": ["What is wrong"],
  "board.fail.submit": ["Send back"],
  "board.filter.any-shop": ["All shops"],
  "board.filter.any-state": ["Any state"],
  "board.filter.asking": ["Waiting for the office"],
  "board.filter.clear": ["Show all"],
  "board.filter.late": ["Late"],
  "board.filter.shop": ["Shop"],
  "board.filter.state": ["State of an item"],
  "board.filter.unaccepted": ["Not accepted"],
  "board.filter.urgent": ["Urgent"],
  "board.list": ["Orders in work, the late ones first"],
  "board.made": [["done"]," of ",["quantity"]],
  "board.more-pieces": [["count","plural",{"one":["#"," item more"],"other":["#"," items more"]}]],
  "board.name": [["product"]," ",["size"]],
  "board.no-pin": ["no PIN"],
  "board.no-right": ["The board is not shown to you. If that is a mistake, ask the administrator."],
  "board.panel.asking": [["count","plural",{"one":["#"," open question"],"other":["#"," open questions"]}]],
  "board.panel.gone": ["The order is no longer in work."],
  "board.panel.manager": ["Manager"],
  "board.panel.open": ["Open the order"],
  "board.panel.pickup": ["Pick-up"],
  "board.panel.promised": ["Promised"],
  "board.passed": ["controlled ",["passed"]," of ",["quantity"]],
  "board.pieces-now": ["Items"],
  "board.revision": ["revision ",["number"]],
  "board.shops": ["The shops now"],
  "board.times": ["× ",["count"]],
  "board.title": ["Board of production"],
  "board.unseen": ["nobody looks"],
  "client-card.channel": ["How to tell that it is ready"],
  "client-card.email": ["E-mail"],
  "client-card.kind": ["Who it is"],
  "client-card.language": ["Language of messages"],
  "client-card.language.en": ["English"],
  "client-card.language.ru": ["Русский"],
  "client-card.name": ["Name or company"],
  "client-card.name-hint": ["Surname first"],
  "client-card.phone": ["Phone"],
  "client-card.phone-add": ["Another phone"],
  "client-card.phone-numbered": ["Phone ",["number"]],
  "client-card.phone-remove": ["Take phone ",["number"]," away"],
  "client-card.remove": ["Take away"],
  "client-card.suspects": ["This client may be known already"],
  "client-card.take-named": [["take"],": ",["name"]],
  "clients.cancel-edit": ["Do not correct"],
  "clients.channel": ["How to tell that it is ready"],
  "clients.column.again": ["Once more"],
  "clients.column.channel": ["How to tell"],
  "clients.column.email": ["E-mail"],
  "clients.column.name": ["Name"],
  "clients.column.number": ["Number"],
  "clients.column.office": ["Office"],
  "clients.column.phones": ["Phone"],
  "clients.column.promised": ["Promised"],
  "clients.column.stage": ["Stage"],
  "clients.column.what": ["What"],
  "clients.edit": ["Correct"],
  "clients.edit-title": ["Correct the card"],
  "clients.email": ["E-mail"],
  "clients.field.channel": ["How to tell"],
  "clients.field.email": ["E-mail"],
  "clients.field.kind": ["Who it is"],
  "clients.field.language": ["Language"],
  "clients.field.manager": ["Manager"],
  "clients.field.name": ["Name"],
  "clients.field.office": ["Office"],
  "clients.field.phones": ["Phones"],
  "clients.find": ["Find a client"],
  "clients.find-hint": ["A part of the name, the phone or the e-mail"],
  "clients.history": ["What was changed"],
  "clients.history-more": ["Show earlier"],
  "clients.keep-mine": ["Keep mine"],
  "clients.language": ["Language of messages"],
  "clients.manager": ["Manager"],
  "clients.new": ["New client"],
  "clients.new-order": ["New order"],
  "clients.no-orders": ["No orders yet"],
  "clients.none": ["There are no clients yet"],
  "clients.none-found": ["Nobody was found: “",["text"],"”"],
  "clients.office": ["Office"],
  "clients.one": ["Client"],
  "clients.open": ["Open"],
  "clients.orders": ["Orders"],
  "clients.phones": ["Phones"],
  "clients.repeat": ["Repeat"],
  "clients.restored": ["What you had not finished is shown"],
  "clients.save": ["Save"],
  "clients.saved": ["The card is saved"],
  "clients.stale": ["The card was changed while you were editing"],
  "clients.stale.field": ["What"],
  "clients.stale.mine": ["Yours"],
  "clients.stale.theirs": ["Now"],
  "clients.take-theirs": ["Take it"],
  "clients.title": ["Clients"],
  "clients.write-down": ["Save the client"],
  "day.all": ["All ",["count"]],
  "day.answer": ["A shop waits for an answer"],
  "day.calm": ["Nobody waits for anything. You can take a new order."],
  "day.due": ["Promised for today and tomorrow"],
  "day.hand-over": ["Not handed over"],
  "day.issue": ["Waiting to be issued"],
  "day.late": ["Late"],
  "day.look": ["Nobody in the shop looked"],
  "day.my-own": ["mine"],
  "day.new-order": ["New order"],
  "day.no-word": ["No message went out"],
  "day.nothing-to-see": ["The office has no pages for you: the shop works at its tablet."],
  "day.reach": ["Whose orders"],
  "day.reach-all": ["The company"],
  "day.reach-mine": ["Mine"],
  "day.reach-office": ["My office"],
  "day.short-answer": ["to answer"],
  "day.short-due": ["today and tomorrow"],
  "day.short-hand-over": ["not handed over"],
  "day.short-issue": ["to be issued"],
  "day.short-late": ["late"],
  "day.short-look": ["unseen in the shop"],
  "day.short-tell": ["to tell the client"],
  "day.tablet": ["Open the tablet"],
  "day.tell": ["The client does not know it is ready"],
  "day.telling": ["the message is on its way"],
  "day.title": ["My day"],
  "devices.actions": ["Actions"],
  "devices.active": ["Works"],
  "devices.another-code": ["Another code"],
  "devices.close": ["Close"],
  "devices.done": ["Done"],
  "devices.for-shop": ["For which shop"],
  "devices.keep": ["Keep it"],
  "devices.keep-mine": ["Keep mine"],
  "devices.lead": ["A shop's tablet signs in as nobody: it is paired once by a code, then the workers enter their PINs."],
  "devices.lives": ["The code is valid for ",["time"]," more"],
  "devices.make-code": ["Show a code"],
  "devices.name": ["Name"],
  "devices.name-fault": ["Name: 1 to 100 characters"],
  "devices.name-hint": ["Where it hangs: “Tablet at the cutting table”"],
  "devices.never": ["never"],
  "devices.none": ["No tablet is paired yet."],
  "devices.not-yours": ["Tablets are paired by the administrator."],
  "devices.over": ["The code is no longer valid. Take another one"],
  "devices.pair": ["Pair a tablet"],
  "devices.paired": ["Paired"],
  "devices.paired-now": ["“",["name"],"” is paired"],
  "devices.rename": ["Rename"],
  "devices.renamed-meanwhile": ["While you typed, the tablet was named “",["name"],"”"],
  "devices.revoke": ["Revoke"],
  "devices.revoke-text": ["Whatever it sends is refused, taps without network too. Only a new code brings it back."],
  "devices.revoke-title": ["Revoke “",["name"],"”?"],
  "devices.revoked": ["Revoked ",["at"]],
  "devices.revoked-now": ["The tablet “",["name"],"” is revoked"],
  "devices.save": ["Save"],
  "devices.seen": ["Last seen"],
  "devices.shop": ["Shop"],
  "devices.state": ["State"],
  "devices.step-enter": ["Enter the code. ",["shop"],", one tablet"],
  "devices.step-open": ["Open ",["address"]," on the tablet"],
  "devices.title": ["Tablets"],
  "gallery.ago": ["Changed"],
  "gallery.buttons": ["Buttons"],
  "gallery.cancel-order": ["Cancel the order"],
  "gallery.change": ["Change two rows"],
  "gallery.choices": ["Choices"],
  "gallery.choose": ["Choose"],
  "gallery.chosen": ["Order ",["number"]," is open"],
  "gallery.client": ["Client"],
  "gallery.client-a": ["Anna Kuznetsova"],
  "gallery.client-b": ["Oleg Kuzmin"],
  "gallery.client-c": ["Maria Kucherenko"],
  "gallery.client-d": ["Ivan Lebedev"],
  "gallery.client-e": ["Vera Orlova"],
  "gallery.client-empty": ["There is no such client"],
  "gallery.client-footer": ["New client"],
  "gallery.client-hint": ["Surname, or the last digits of the phone"],
  "gallery.contents": ["Contents"],
  "gallery.dialog": ["Dialog"],
  "gallery.dialog-text": ["The workshop learns of it at once. A piece that was begun stays there."],
  "gallery.dialog-title": ["Cancel order 26-0417?"],
  "gallery.disabled": ["Disabled"],
  "gallery.due": ["Due"],
  "gallery.empty": ["Empty"],
  "gallery.empty-text": ["No order waits for an answer today"],
  "gallery.error": ["Error"],
  "gallery.fields": ["Fields"],
  "gallery.hand-over": ["Hand over"],
  "gallery.keep": ["Keep the order"],
  "gallery.keys-hint": ["The question mark opens the list of keys"],
  "gallery.late-words": ["2 days late"],
  "gallery.layers": ["Dialogs and menus"],
  "gallery.lead": ["Every part of the screens in all its states"],
  "gallery.lists": ["Lists"],
  "gallery.loading": ["Loading"],
  "gallery.long": ["Long text"],
  "gallery.long-button": ["Hand the order over to the art shop and tell the client about the new promised date"],
  "gallery.long-piece": ["Tabletop with a cut-out for the hob, polished edge all around, two holes for holders and one for a cable"],
  "gallery.long-value": ["The North-Western Building and Restoration Company named after the Glazier Brothers, a company with limited liability"],
  "gallery.material": ["Material"],
  "gallery.material-error": ["Choose a material"],
  "gallery.menu": ["Actions"],
  "gallery.messages": ["Messages"],
  "gallery.mm": ["mm"],
  "gallery.name": ["Client's name"],
  "gallery.name-value": ["Anna Kuznetsova"],
  "gallery.new-order": ["New order"],
  "gallery.no-link": ["The search does not answer: type the name yourself"],
  "gallery.note": ["Wishes"],
  "gallery.note-value": ["A bathroom mirror, above the basin. A hole for the socket on the right, no facet at the bottom."],
  "gallery.notice-done": ["The order is handed over"],
  "gallery.notice-info": ["Ivanova changed the promised date"],
  "gallery.notice-refusal": ["The workshop has begun: it cannot be cancelled"],
  "gallery.notice-undo": ["The order is cancelled"],
  "gallery.notice-undone": ["The order is back"],
  "gallery.number": ["Number"],
  "gallery.office": ["Office"],
  "gallery.office-name": ["On the Fontanka"],
  "gallery.open": ["Open the order"],
  "gallery.orders-count": [["count","plural",{"one":["#"," order"],"other":["#"," orders"]}]],
  "gallery.panel": ["Side panel"],
  "gallery.panel-full": ["Full page"],
  "gallery.panel-title": ["Order 26-0417"],
  "gallery.panes": ["States"],
  "gallery.paper": ["paper"],
  "gallery.pending": ["Pending"],
  "gallery.phone": ["Phone"],
  "gallery.phone-hint": ["The country code may be left out"],
  "gallery.piece": ["Piece"],
  "gallery.piece-name": ["Mirror ",["size"]],
  "gallery.press-me": ["Press: the answer takes two seconds"],
  "gallery.price": ["Price"],
  "gallery.print": ["Print"],
  "gallery.query": ["Kuz"],
  "gallery.read-only": ["Read only"],
  "gallery.reason": ["Reason"],
  "gallery.refused": ["The order was changed while you edited it"],
  "gallery.refused-field": ["The price cannot be below zero"],
  "gallery.repeat": ["Repeat the order"],
  "gallery.retired": ["card is closed"],
  "gallery.rows-empty": ["Every order is dealt with"],
  "gallery.rows-few": ["One row is open beside, two have changed"],
  "gallery.rows-many": ["5,000 rows of which few are in sight"],
  "gallery.rows-plain": ["Leads nowhere: simply a table"],
  "gallery.sample": ["The quick brown fox jumps over the lazy dog"],
  "gallery.save": ["Save"],
  "gallery.search": ["Search with suggestions"],
  "gallery.sheet": ["sheet"],
  "gallery.short": ["In short"],
  "gallery.short-value": ["This text is longer than it may be"],
  "gallery.show-done": ["Show “done”"],
  "gallery.show-refusal": ["Show a refusal"],
  "gallery.show-undo": ["Show “undo”"],
  "gallery.sign": ["Client's signature"],
  "gallery.signature": ["Signature"],
  "gallery.state": ["State"],
  "gallery.strokes": [["count","plural",{"one":["#"," stroke"],"other":["#"," strokes"]}]],
  "gallery.tab-all": ["All"],
  "gallery.tab-late": ["Late"],
  "gallery.tab-ready": ["Ready"],
  "gallery.tab-text": ["Orders of the tab “",["name"],"”"],
  "gallery.tell": ["Tell the client when the order is ready"],
  "gallery.tell-error": ["Nobody can be told without a phone"],
  "gallery.text": ["Type and colours"],
  "gallery.theme": ["Theme"],
  "gallery.theme-auto": ["As the system has it"],
  "gallery.theme-dark": ["Dark"],
  "gallery.theme-light": ["Light"],
  "gallery.title": ["Gallery"],
  "gallery.urgency": ["Urgency"],
  "gallery.urgency-error": ["Mark the urgency"],
  "gallery.usual": ["Usual"],
  "gallery.width": ["Width"],
  "gallery.width-error": ["Enter a whole number of millimetres: 1,200"],
  "gallery.with-icon": ["With an icon and a key"],
  "office.language-en": ["English"],
  "office.language-ru": ["Русский"],
  "office.system": ["System"],
  "office.tablet": ["Tablet"],
  "office.told-at": ["told ",["at"]],
  "order-form.across": ["Across"],
  "order-form.add-item": ["Add an item"],
  "order-form.add.corner-holes": ["Holes at the corners"],
  "order-form.add.cutout": ["Another cut-out"],
  "order-form.add.film": ["Add a film"],
  "order-form.add.glass": ["It is stained glass"],
  "order-form.add.hole": ["One hole"],
  "order-form.add.matting": ["Matting"],
  "order-form.add.mounting": ["Say how it is mounted"],
  "order-form.add.paint": ["Paint"],
  "order-form.add.pair": ["A pair of holes"],
  "order-form.add.print": ["Print"],
  "order-form.add.set": ["Part of a set"],
  "order-form.add.socket": ["Socket"],
  "order-form.back-film": ["Film on the back"],
  "order-form.begin-anew": ["Begin anew"],
  "order-form.begun-anew": ["The form is empty"],
  "order-form.by-file": ["by a file"],
  "order-form.by-us": ["We mount it"],
  "order-form.by-us-short": ["mounted by us"],
  "order-form.changes.new": ["Will be"],
  "order-form.changes.old": ["Was"],
  "order-form.changes.what": ["What"],
  "order-form.client": ["Client"],
  "order-form.client-change": ["Another client"],
  "order-form.client-find": ["Look among the clients"],
  "order-form.client-hint": ["Part of the phone or name, or an order number"],
  "order-form.client-new": ["New client"],
  "order-form.client-none": ["No such client"],
  "order-form.client-of-order": ["Client of order ",["number"],": ",["name"]],
  "order-form.client-take": ["Take this one"],
  "order-form.client-write-down": ["Save the client"],
  "order-form.closed.cancelled": ["The order is cancelled and cannot change. It can be repeated."],
  "order-form.closed.issued": ["The order is issued and cannot change. It can be repeated."],
  "order-form.closed.ready": ["The order is ready. To correct it, reopen it first."],
  "order-form.code": ["Catalogue code"],
  "order-form.colour": ["Colour"],
  "order-form.columns": ["Panes in a row"],
  "order-form.copy-of": ["A repeat of order ",["number"]],
  "order-form.corner-of": ["Corner ",["corner"]],
  "order-form.corner-size": ["Radius or cut"],
  "order-form.corners": ["Corners"],
  "order-form.corners-alike": ["All corners are alike"],
  "order-form.corners-each": ["corners differ"],
  "order-form.corners-of": ["corners ",["size"]],
  "order-form.correct-caption": ["What will change in the shop"],
  "order-form.correct-files": [["count","plural",{"one":["#"," file will be added."],"other":["#"," files will be added."]}]],
  "order-form.correct-lead": ["The order is in work: the shop will see what changed and accept it again"],
  "order-form.correct-note": ["The shop will accept the corrected order again."],
  "order-form.correct-number": ["Correct order ",["number"]],
  "order-form.correct-title": ["Correction of the order"],
  "order-form.cutout-numbered": ["Cut-out ",["number"]],
  "order-form.cutouts-count": [["count","plural",{"one":["#"," cut-out"],"other":["#"," cut-outs"]}]],
  "order-form.datum": ["Measured"],
  "order-form.depth": ["Depth"],
  "order-form.diameter": ["Diameter"],
  "order-form.done.correct": ["The correction of order ",["number"]," is sent"],
  "order-form.done.hand-over": ["Order ",["number"]," is handed over"],
  "order-form.done.save": ["Draft ",["number"]," is saved"],
  "order-form.down-of": ["Move down: ",["name"]],
  "order-form.drawing": ["Drawing"],
  "order-form.edge": ["Edge"],
  "order-form.edge-of": ["Edge: ",["side"]],
  "order-form.edit": ["Editing an order"],
  "order-form.edit-number": ["Draft ",["number"]],
  "order-form.edit-thrown-away": ["Your changes are dropped"],
  "order-form.face": ["Face"],
  "order-form.facet": ["Facet"],
  "order-form.facet-of": ["facet ",["width"]],
  "order-form.facet-sides": ["Sides with the facet"],
  "order-form.fault.client": ["Choose the client"],
  "order-form.fault.items": ["Add at least one item"],
  "order-form.fault.missing": ["This is needed"],
  "order-form.fault.word": ["At most ",["most"]," characters"],
  "order-form.fault.zones": ["Zone numbers are written like 1, 2, 5-7"],
  "order-form.faults": [["count","plural",{"one":["Correct ","#"," place"],"other":["Correct ","#"," places"]}]],
  "order-form.faults-count": [["count","plural",{"one":["#"," error"],"other":["#"," errors"]}]],
  "order-form.file-broke-off": ["The file was not sent: no connection. Send again."],
  "order-form.file-done": ["uploaded"],
  "order-form.file-kind": ["What it is: ",["name"]],
  "order-form.file-lost": ["The browser has lost the file: choose it again"],
  "order-form.file-pasted": ["pasted.png"],
  "order-form.file-progress": ["sending, ",["percent"]," %"],
  "order-form.file-remove": ["Take file ",["name"]," away"],
  "order-form.file-size": [["size"]," MB"],
  "order-form.file-stopped": ["Order ",["number"]," is saved, but a file was not taken: correct that and send again."],
  "order-form.file-too-large": ["The file is over 25 MB: make it smaller"],
  "order-form.files": ["Files"],
  "order-form.files-choose": ["Choose files"],
  "order-form.files-first": ["Add the file below first"],
  "order-form.files-hint": ["or drop them here, or paste a picture: up to 25 MB"],
  "order-form.film-numbered": ["Film ",["number"]],
  "order-form.films-count": [["count","plural",{"one":["#"," film"],"other":["#"," films"]}]],
  "order-form.from": ["From"],
  "order-form.from-side": ["Measured from"],
  "order-form.front": ["Front side"],
  "order-form.front-of": ["front ",["side"]],
  "order-form.gap": ["Gap"],
  "order-form.go-on": ["Go on"],
  "order-form.go-on-editing": ["Go on editing"],
  "order-form.go-on-named": ["Go on: ",["name"]],
  "order-form.goal.correct": ["Send the correction"],
  "order-form.goal.hand-over": ["Hand over to the shop"],
  "order-form.goal.save": ["Save the draft"],
  "order-form.handed-over": ["Order ",["number"]," is handed over"],
  "order-form.hardware-code": ["Hardware code"],
  "order-form.height": ["Height"],
  "order-form.hole-numbered": ["Hole ",["number"]],
  "order-form.hole.fellow-across": ["To its fellow, across"],
  "order-form.hole.fellow-up": ["To its fellow, up"],
  "order-form.hole.how": ["How many"],
  "order-form.hole.how.corners": ["at the corners, 4"],
  "order-form.hole.how.one": ["one"],
  "order-form.hole.how.pair": ["a pair"],
  "order-form.hole.inset": ["From the edges"],
  "order-form.holes-count": [["count","plural",{"one":["#"," hole"],"other":["#"," holes"]}]],
  "order-form.item-removed": ["Taken away: ",["name"]],
  "order-form.items": ["Items"],
  "order-form.keep-mine": ["Keep mine"],
  "order-form.kept": ["Unfinished orders on this computer"],
  "order-form.kept-elsewhere": ["open in another tab"],
  "order-form.kept-here": ["The draft is kept on this computer"],
  "order-form.kind": ["Kind"],
  "order-form.lead": ["Width of the lead"],
  "order-form.manager": ["Manager"],
  "order-form.material": ["Material"],
  "order-form.may-not": ["Orders are taken by the order desk"],
  "order-form.may-not-edit": ["This order is of another office: that office may edit it"],
  "order-form.mm": ["mm"],
  "order-form.most-items": ["An order has at most ",["most"]," items"],
  "order-form.mounted-on": ["To what"],
  "order-form.mounting-count": ["How many"],
  "order-form.mounting-kind": ["Mounting"],
  "order-form.new": ["New order"],
  "order-form.no-changes": ["Nothing is changed"],
  "order-form.no-client": ["no client"],
  "order-form.no-file": ["none"],
  "order-form.no-film": ["none"],
  "order-form.no-glass": ["It is no stained glass"],
  "order-form.no-items": ["no items"],
  "order-form.no-mounting": ["Without mounting"],
  "order-form.no-set": ["Not part of a set"],
  "order-form.no-template": ["none"],
  "order-form.no-tint": ["usual"],
  "order-form.none": ["none"],
  "order-form.not-kept": ["The browser cannot keep the draft: do not close the page"],
  "order-form.not-said": ["not said"],
  "order-form.office": ["Office that takes the order"],
  "order-form.open-elsewhere": ["This order is open in another tab too: each keeps its own draft, better edit in one"],
  "order-form.pair": ["Mirrored pairs"],
  "order-form.pair-short": ["mirrored pairs"],
  "order-form.palette": ["Palette"],
  "order-form.panel-thickness": ["Thickness of the panel"],
  "order-form.part-count": ["Parts in all"],
  "order-form.part-number": ["Number of the part"],
  "order-form.part-of": ["part ",["number"]," of ",["count"],", ",["name"]],
  "order-form.pattern": ["Name of the pattern"],
  "order-form.pattern-code": ["Pattern code"],
  "order-form.pickup": ["Where it is collected"],
  "order-form.picture": ["Drawing of the piece"],
  "order-form.pieces-of": ["× ",["count"]],
  "order-form.preset.by-drawing": ["By a drawing"],
  "order-form.preset.door-pane": ["Pane for a door"],
  "order-form.preset.facet-mirror": ["Mirror with a facet"],
  "order-form.preset.furniture-door": ["Cabinet door"],
  "order-form.preset.mirror": ["Mirror"],
  "order-form.preset.other": ["Other"],
  "order-form.preset.round-mirror": ["Round mirror"],
  "order-form.preset.shelf": ["Shelf"],
  "order-form.preset.showcase-door": ["Showcase door"],
  "order-form.preset.shower-screen": ["Shower screen"],
  "order-form.preset.splashback": ["Splashback with sockets"],
  "order-form.preset.stained-glass": ["Stained glass"],
  "order-form.preset.tabletop": ["Tabletop"],
  "order-form.preset.wardrobe-insert": ["Wardrobe insert"],
  "order-form.price": ["Price"],
  "order-form.product": ["Product"],
  "order-form.promised": ["Promised date"],
  "order-form.promised-usual": ["If not given: ",["day"],", five working days"],
  "order-form.purpose": ["What for"],
  "order-form.quantity": ["Quantity"],
  "order-form.radius": ["Inner radius"],
  "order-form.ral": ["RAL"],
  "order-form.remove": ["Take away"],
  "order-form.remove-of": ["Take away: ",["name"]],
  "order-form.repeat": ["Repeat"],
  "order-form.repeat-of": ["Repeat: ",["name"]],
  "order-form.replacement": ["In place of a broken one"],
  "order-form.replacement-short": ["a replacement"],
  "order-form.restored": ["What you had not finished is shown"],
  "order-form.rows": ["Rows"],
  "order-form.saved": ["Draft ",["number"]," is saved"],
  "order-form.say.apex_mm": ["Apex"],
  "order-form.say.back_film": ["Film on the back"],
  "order-form.say.bottom_mm": ["Bottom"],
  "order-form.say.by_us": ["We mount it"],
  "order-form.say.catalogue_code": ["Catalogue code"],
  "order-form.say.client_id": ["Client"],
  "order-form.say.colour": ["Colour"],
  "order-form.say.corners": ["Corners"],
  "order-form.say.count": ["How many"],
  "order-form.say.cutouts": ["Cut-out"],
  "order-form.say.datum": ["Measured"],
  "order-form.say.depth_mm": ["Depth"],
  "order-form.say.diameter_mm": ["Diameter"],
  "order-form.say.drawing_id": ["File"],
  "order-form.say.edges": ["Edge"],
  "order-form.say.face": ["Face"],
  "order-form.say.facet": ["Facet"],
  "order-form.say.films": ["Film"],
  "order-form.say.from_mm": ["From"],
  "order-form.say.from_side": ["Measured from"],
  "order-form.say.front": ["Front side"],
  "order-form.say.gap_mm": ["Gap"],
  "order-form.say.hardware_code": ["Hardware code"],
  "order-form.say.height_mm": ["Height"],
  "order-form.say.holes": ["Hole"],
  "order-form.say.item": ["Item"],
  "order-form.say.kind": ["Kind"],
  "order-form.say.lead_width_mm": ["Width of the lead"],
  "order-form.say.manager_id": ["Manager"],
  "order-form.say.material": ["Material"],
  "order-form.say.mirrored_pair": ["Mirrored pairs"],
  "order-form.say.mounting": ["Mounting"],
  "order-form.say.number": ["Number"],
  "order-form.say.on": ["To what"],
  "order-form.say.palette": ["Palette"],
  "order-form.say.panel_thickness_mm": ["Thickness of the panel"],
  "order-form.say.part": ["Set"],
  "order-form.say.pattern": ["Pattern of the glass"],
  "order-form.say.pattern_code": ["Pattern code"],
  "order-form.say.pickup_office_id": ["Where it is collected"],
  "order-form.say.product": ["Product"],
  "order-form.say.promised_on": ["Promised date"],
  "order-form.say.purpose": ["What for"],
  "order-form.say.quantity": ["Quantity"],
  "order-form.say.radius_mm": ["Inner radius"],
  "order-form.say.ral": ["RAL"],
  "order-form.say.replacement": ["In place of a broken one"],
  "order-form.say.rise_mm": ["Rise of the arch"],
  "order-form.say.set_name": ["Name of the set"],
  "order-form.say.shape": ["Shape"],
  "order-form.say.shared_drawing": ["One drawing over all"],
  "order-form.say.side": ["Side"],
  "order-form.say.side_height_mm": ["Height of the sides"],
  "order-form.say.sides": ["Side"],
  "order-form.say.size": ["Size"],
  "order-form.say.sketch_by": ["Sketch"],
  "order-form.say.stained_glass": ["Stained glass"],
  "order-form.say.technique": ["Technique"],
  "order-form.say.tempered": ["Tempering"],
  "order-form.say.template": ["Size from a template"],
  "order-form.say.texture": ["Texture of the film"],
  "order-form.say.thickness_mm": ["Thickness"],
  "order-form.say.tile_columns": ["Panes in a row"],
  "order-form.say.tile_rows": ["Rows"],
  "order-form.say.tint": ["Tint"],
  "order-form.say.to_mm": ["To"],
  "order-form.say.top_mm": ["Top"],
  "order-form.say.top_offset_mm": ["Offset of the top"],
  "order-form.say.treatment": ["Treatment"],
  "order-form.say.urgency": ["Urgency"],
  "order-form.say.width_mm": ["Width"],
  "order-form.say.x_mm": ["Across"],
  "order-form.say.y_mm": ["Up"],
  "order-form.say.zones": ["Zone"],
  "order-form.section.cutouts": ["Cut-outs"],
  "order-form.section.films": ["Tint and film"],
  "order-form.section.glass": ["Stained glass"],
  "order-form.section.holes": ["Holes"],
  "order-form.section.mounting": ["Mounting"],
  "order-form.section.origin": ["Template, set, drawing"],
  "order-form.section.sides": ["Sides and corners"],
  "order-form.section.zones": ["Surface"],
  "order-form.set": ["Set"],
  "order-form.set-name": ["Name of the set"],
  "order-form.shape": ["Shape"],
  "order-form.shape.apex": ["Apex from the left corner"],
  "order-form.shape.bottom": ["Bottom"],
  "order-form.shape.diameter": ["Diameter"],
  "order-form.shape.height": ["Height"],
  "order-form.shape.radius": ["Radius"],
  "order-form.shape.rise": ["Rise of the arch"],
  "order-form.shape.sideHeight": ["Height of the sides"],
  "order-form.shape.size": ["Size, width × height, mm"],
  "order-form.shape.top": ["Top"],
  "order-form.shape.topOffset": ["Top moved to the right"],
  "order-form.shape.width": ["Width"],
  "order-form.shared-drawing": ["One drawing over all"],
  "order-form.sharp": ["sharp"],
  "order-form.side": ["Side"],
  "order-form.sketch": ["Sketch"],
  "order-form.sketch-file": ["File of the sketch"],
  "order-form.somebody": ["Somebody"],
  "order-form.stale": ["The order was changed while you were editing"],
  "order-form.stale-mine": ["Your changes"],
  "order-form.stale-theirs": ["What was changed"],
  "order-form.stale-version": ["The order now has version ",["version"]],
  "order-form.stale-who": [["name"],": the last change"],
  "order-form.step.content": ["Saving the changes"],
  "order-form.step.correct": ["Sending the correction"],
  "order-form.step.files": ["Sending the files"],
  "order-form.step.hand-over": ["Handing over"],
  "order-form.step.place": ["Saving the order"],
  "order-form.step.price": ["Saving the price"],
  "order-form.take-away": ["Take away"],
  "order-form.take-away-named": ["Take away: ",["name"]],
  "order-form.take-theirs": ["Take it"],
  "order-form.technique": ["Technique"],
  "order-form.tempered": ["tempered"],
  "order-form.tempering": ["Tempering"],
  "order-form.template": ["Size from a template"],
  "order-form.terms": ["Terms"],
  "order-form.texture": ["Texture of the film"],
  "order-form.thickness": ["Thickness"],
  "order-form.throw-away": ["Throw away"],
  "order-form.throw-away-named": ["Throw away: ",["name"]],
  "order-form.throw-edit-away": ["Drop my changes"],
  "order-form.thrown-away": ["Thrown away: ",["name"]],
  "order-form.tint": ["Tint"],
  "order-form.to": ["To"],
  "order-form.to-order": ["To the order"],
  "order-form.treatment": ["Treatment"],
  "order-form.up": ["Up"],
  "order-form.up-of": ["Move up: ",["name"]],
  "order-form.urgency": ["Urgency"],
  "order-form.what": ["What is ordered"],
  "order-form.whole-face": ["whole face"],
  "order-form.width": ["Width"],
  "order-form.yes": ["yes"],
  "order-form.zone-numbered": ["Zone ",["number"]],
  "order-form.zones-of-sketch": ["Zones of the sketch"],
  "order.act.back": ["Back at the office"],
  "order.act.cancel": ["Cancel the order"],
  "order.act.copy": ["Repeat"],
  "order.act.correct": ["Correct"],
  "order.act.edit": ["Edit"],
  "order.act.hand-over": ["Hand over to the shop"],
  "order.act.issue": ["Issue"],
  "order.act.print": ["Print"],
  "order.act.reopen": ["Return to work"],
  "order.cancel.keep": ["Do not cancel"],
  "order.cancel.note": ["Details"],
  "order.cancel.note-hint": ["Stay in the order's history"],
  "order.cancel.reason": ["Why"],
  "order.cancel.submit": ["Cancel the order"],
  "order.cancel.text": ["The shop sees it at once and stops. The order cannot be brought back; it can be repeated."],
  "order.cancel.title": ["Cancel ",["number"],"?"],
  "order.changed.apex": ["Apex from the left corner"],
  "order.changed.back-film": ["Film on the back"],
  "order.changed.bottom": ["Bottom of the trapezoid"],
  "order.changed.by-file": ["file of the pattern"],
  "order.changed.by-us": ["Mounted by us"],
  "order.changed.catalogue": ["catalogue code"],
  "order.changed.colour": ["colour"],
  "order.changed.corner": ["Corner: ",["at"]],
  "order.changed.corner-cut": ["cut ",["size"]],
  "order.changed.corner-radius": ["radius ",["size"]],
  "order.changed.cut-height": ["height"],
  "order.changed.cut-width": ["width"],
  "order.changed.cutout": ["Cut-out ",["number"],": ",["what"]],
  "order.changed.datum": ["measured from"],
  "order.changed.depth": ["depth"],
  "order.changed.diameter": ["diameter"],
  "order.changed.drawing": ["Drawing"],
  "order.changed.edge": ["Edge: ",["side"]],
  "order.changed.face": ["face"],
  "order.changed.facet-side": ["Side of the bevel"],
  "order.changed.facet-width": ["Width of the bevel"],
  "order.changed.film": ["Film of the stained glass ",["number"],": ",["what"]],
  "order.changed.from": ["band from"],
  "order.changed.from-side": ["counted from the side"],
  "order.changed.front": ["Front side"],
  "order.changed.gap": ["Gap of the set"],
  "order.changed.hardware": ["Hardware code"],
  "order.changed.hardware-count": ["Number of fixings"],
  "order.changed.height": ["Height"],
  "order.changed.hole": ["Hole ",["number"],": ",["what"]],
  "order.changed.item": ["The whole item"],
  "order.changed.kind": ["kind"],
  "order.changed.lead": ["Width of the lead"],
  "order.changed.line": [["what"],": ",["old"]," → ",["new"]],
  "order.changed.material": ["Glass"],
  "order.changed.mirrored": ["In mirrored pairs"],
  "order.changed.mounted-on": ["Mounted on"],
  "order.changed.mounting": ["Mounting"],
  "order.changed.no": ["no"],
  "order.changed.no-file": ["a file"],
  "order.changed.palette": ["Palette"],
  "order.changed.panel": ["Thickness of the panel"],
  "order.changed.part-count": ["Parts in the set"],
  "order.changed.part-number": ["Part of the set"],
  "order.changed.pattern": ["Pattern of the glass"],
  "order.changed.pattern-code": ["pattern code"],
  "order.changed.pickup": ["Pick-up office"],
  "order.changed.product": ["Product"],
  "order.changed.promised-on": ["Promised"],
  "order.changed.purpose": ["what for"],
  "order.changed.quantity": ["Quantity"],
  "order.changed.radius": ["radius"],
  "order.changed.ral": ["RAL colour"],
  "order.changed.replacement": ["In place of a broken one"],
  "order.changed.rise": ["Rise of the arch"],
  "order.changed.route": ["Made in"],
  "order.changed.set-name": ["Set"],
  "order.changed.shape": ["Shape"],
  "order.changed.shared-drawing": ["one drawing over all"],
  "order.changed.side": ["side"],
  "order.changed.side-height": ["Straight part of the arch"],
  "order.changed.sketch": ["File of the sketch"],
  "order.changed.sketch-by": ["Whose sketch"],
  "order.changed.technique": ["Technique of the stained glass"],
  "order.changed.tempered": ["Tempering"],
  "order.changed.template": ["Made after"],
  "order.changed.texture": ["texture"],
  "order.changed.thickness": ["Thickness"],
  "order.changed.tile-columns": ["Panes across"],
  "order.changed.tile-rows": ["Panes up"],
  "order.changed.tint": ["Colour of the glass"],
  "order.changed.to": ["band to"],
  "order.changed.top": ["Top of the trapezoid"],
  "order.changed.top-offset": ["Shift of the top"],
  "order.changed.treatment": ["what is done"],
  "order.changed.urgency": ["Urgency"],
  "order.changed.width": ["Width"],
  "order.changed.x": ["across"],
  "order.changed.y": ["up"],
  "order.changed.yes": ["yes"],
  "order.changed.zone": ["Treatment ",["number"],": ",["what"]],
  "order.changed.zones": ["zone of the sketch"],
  "order.closed.cancelled": ["Cancelled ",["at"],": ",["reason"],". The order is closed; it can be repeated."],
  "order.closed.issued": ["Issued ",["at"],". The order is closed; it can be repeated."],
  "order.corrections": ["Revisions"],
  "order.corrections.empty": ["–"],
  "order.corrections.first": ["Handed over as it was"],
  "order.corrections.item": ["Item ",["position"]],
  "order.corrections.item-gone": ["An item that is gone"],
  "order.corrections.none-changed": ["The content did not change"],
  "order.corrections.now": ["Is"],
  "order.corrections.number": ["Revision ",["number"]],
  "order.corrections.was": ["Was"],
  "order.corrections.what": ["What"],
  "order.corrections.whole": ["The whole order"],
  "order.did.accept": ["Accepted in the shop"],
  "order.did.alarm-unseen": ["Alarm: nobody in the shop has looked"],
  "order.did.answer": ["The shop was answered"],
  "order.did.ask": ["The shop asked a question"],
  "order.did.attach": ["A file was added"],
  "order.did.cancel": ["Cancelled"],
  "order.did.change": [["old"]," → ",["new"]],
  "order.did.correct": ["Corrected, revision ",["revision"]],
  "order.did.detach": ["A file was removed"],
  "order.did.edit": ["The draft was changed"],
  "order.did.fail-control": ["Defect"],
  "order.did.finish": ["Finished"],
  "order.did.hand-over": ["Handed over to the shop"],
  "order.did.issue": ["Issued to the client"],
  "order.did.item": ["item ",["position"],", ",["name"]],
  "order.did.item-gone": ["an item that is gone"],
  "order.did.mark-back-at-office": ["Back at the pick-up office"],
  "order.did.mark-seen": ["Seen in the shop"],
  "order.did.note-call-needed": ["The client must be rung"],
  "order.did.note-delivered": ["The message reached the client"],
  "order.did.note-failed": ["The client was not told"],
  "order.did.note-told": ["The client was told"],
  "order.did.note-unknown": ["Unknown whether the message arrived"],
  "order.did.pass-control": ["Passed control"],
  "order.did.pause": ["Put aside"],
  "order.did.place": ["A draft was written"],
  "order.did.receive": ["Received by the tablet"],
  "order.did.reopen": ["Returned to work"],
  "order.did.set-price": ["The price was changed"],
  "order.did.shown-revision": ["revision ",["revision"]],
  "order.did.start": ["Work began"],
  "order.did.take-back": ["The last step was taken back"],
  "order.done.answered": ["The answer went to the shop"],
  "order.done.back": [["number"]," lies at the pick-up office"],
  "order.done.cancelled": [["number"]," is cancelled"],
  "order.done.handed-over": [["number"]," is handed over to the shop"],
  "order.done.issued": [["number"]," is issued"],
  "order.done.price": ["The price is kept"],
  "order.done.reopened": [["number"]," is back in work"],
  "order.fact.client": ["Client"],
  "order.fact.client-hidden": ["the order desk sees the client"],
  "order.fact.client-unknown": ["the client's card has not arrived yet"],
  "order.fact.manager": ["Manager"],
  "order.fact.no-price": ["not set"],
  "order.fact.office": ["Taken at"],
  "order.fact.pickup": ["Pick-up"],
  "order.fact.price": ["Price"],
  "order.fact.promised": ["Promised"],
  "order.fact.unknown": ["unknown"],
  "order.fact.urgency": ["Urgency"],
  "order.field.summary": ["Content"],
  "order.files": ["Files"],
  "order.files.add": ["Add a file"],
  "order.files.again": ["Send again"],
  "order.files.download": ["Download ",["name"]],
  "order.files.drop": ["Let go and the file is added"],
  "order.files.empty": [["name"],": the file is empty"],
  "order.files.forget": ["Take off the list"],
  "order.files.keep": ["Keep it"],
  "order.files.kilobytes": [["size"]," kB"],
  "order.files.megabytes": [["size"]," MB"],
  "order.files.none": ["No files. Drop a drawing or a photo here, paste it or choose it."],
  "order.files.none-plain": ["No files."],
  "order.files.remove": ["Remove ",["name"]],
  "order.files.remove-text": [["name"]," will be gone from the order and from the shop."],
  "order.files.remove-title": ["Remove the file?"],
  "order.files.remove-yes": ["Remove the file"],
  "order.files.sending": ["Sending ",["name"]],
  "order.files.too-large": [["name"],": ",["size"],", but 25 MB is the most"],
  "order.history": ["History"],
  "order.history.more": ["Show earlier"],
  "order.history.none": ["Nothing happened yet."],
  "order.issue.agreed": ["Agreed"],
  "order.issue.cancel": ["Do not issue"],
  "order.issue.elsewhere": ["“",["office"],"” issues it"],
  "order.issue.how": ["How it was signed"],
  "order.issue.items": ["We hand out"],
  "order.issue.need": ["The client's signature is needed"],
  "order.issue.not-back": ["By our records the order is not back at the office yet."],
  "order.issue.on-paper": ["On paper"],
  "order.issue.on-screen": ["On the screen"],
  "order.issue.scan": ["Scan or photo of the signature"],
  "order.issue.scan-hint": ["JPEG, PNG or PDF of the signed sheet"],
  "order.issue.sign": ["Client's signature"],
  "order.issue.submit": ["Issue"],
  "order.issue.title": ["Issue ",["number"]],
  "order.item.changed": ["changed in revision ",["revision"]],
  "order.item.drawing-of": ["Drawing: ",["name"]],
  "order.item.enlarge": ["Large drawing: ",["name"]],
  "order.item.fit": ["Whole"],
  "order.item.route": ["Made in"],
  "order.item.then": [["first"],", then ",["second"]],
  "order.item.zoom-in": ["Larger"],
  "order.item.zoom-out": ["Smaller"],
  "order.items": ["Items"],
  "order.items.none": ["There are no items yet."],
  "order.keys.answer": ["Answer the shop's question"],
  "order.keys.edit": ["Correct the order"],
  "order.keys.print": ["Print the work order"],
  "order.loading": ["Loading the order"],
  "order.mark.back": ["At the pick-up office"],
  "order.mark.issued": ["Issued"],
  "order.mark.ready": ["Ready"],
  "order.mark.told": ["Told"],
  "order.message.accepted": ["Sent ",["at"]],
  "order.message.call": ["A call is needed"],
  "order.message.delivered": ["Delivered ",["at"]],
  "order.message.failed": ["Not sent"],
  "order.message.queued": ["Leaves ",["at"]],
  "order.message.sending": ["Being sent"],
  "order.message.unknown": ["Unknown whether it arrived"],
  "order.message.waiting-for-client": ["Waits for the client's card"],
  "order.message.withdrawn": ["Withdrawn"],
  "order.more": ["More"],
  "order.no-right": ["Orders are not shown to you. If that is a mistake, ask the administrator."],
  "order.not-found": ["There is no such order. Perhaps the link is incomplete."],
  "order.photo": ["Photo of the question"],
  "order.photo.failed": ["The photo did not open"],
  "order.photo.open": ["Open the photo large"],
  "order.piece.all-sides": ["all round"],
  "order.piece.apex": ["apex ",["size"]," from the left corner"],
  "order.piece.band": ["band ",["from"]," – ",["to"]," from the side “",["side"],"”"],
  "order.piece.bottom-top": ["bottom ",["bottom"],", top ",["top"]],
  "order.piece.by-file": ["after a file"],
  "order.piece.by-us": ["mounted by us"],
  "order.piece.catalogue": ["pattern ",["code"]],
  "order.piece.corners": ["Corners"],
  "order.piece.cut": ["cut ",["size"]],
  "order.piece.edges": ["Edge"],
  "order.piece.facet": ["Bevel"],
  "order.piece.film": [["colour"]," (",["texture"],"): zones ",["zones"]],
  "order.piece.film-all": [["colour"]," (",["texture"],")"],
  "order.piece.front": ["Front side"],
  "order.piece.gap": ["gap ",["size"]],
  "order.piece.glass": ["Glass"],
  "order.piece.hardware": ["hardware ",["code"]],
  "order.piece.lead": ["lead ",["size"]],
  "order.piece.mirrored": ["in mirrored pairs"],
  "order.piece.mounting": ["Mounting"],
  "order.piece.notes": ["Mind"],
  "order.piece.offset": ["top shifted by ",["size"]],
  "order.piece.palette": ["palette ",["name"]],
  "order.piece.panel": ["panel ",["size"]],
  "order.piece.part": ["Set"],
  "order.piece.part-of": ["“",["name"],"”, part ",["number"]," of ",["count"]],
  "order.piece.pattern": ["pattern “",["name"],"”"],
  "order.piece.radius": ["radius ",["size"]],
  "order.piece.ral": ["RAL ",["code"]],
  "order.piece.replacement": ["in place of a broken one"],
  "order.piece.rise": ["rise ",["size"]],
  "order.piece.shape": ["Shape"],
  "order.piece.shared-drawing": ["one drawing over all pieces"],
  "order.piece.size": ["Size"],
  "order.piece.stained-glass": ["Stained glass"],
  "order.piece.straight": ["straight part ",["size"]],
  "order.piece.tempered": ["tempered"],
  "order.piece.template": ["Made after"],
  "order.piece.tiles": ["one picture over ",["columns"]," × ",["rows"]," panes"],
  "order.piece.whole-face": ["the whole face"],
  "order.piece.zones": ["Treatment"],
  "order.price.close": ["Leave it"],
  "order.price.edit": ["Change the price"],
  "order.price.label": ["Price in roubles"],
  "order.price.save": ["Keep"],
  "order.print.accepted": ["Accepted in the shop"],
  "order.print.controlled": ["Control"],
  "order.print.from": ["Taken"],
  "order.print.made": ["Made by"],
  "order.print.page": ["Item ",["position"]," of ",["count"]],
  "order.print.received": ["Received by the client"],
  "order.print.title": ["Work order"],
  "order.question.about": ["About item ",["position"]],
  "order.question.about-order": ["About the whole order"],
  "order.question.answer": ["Answer to the shop"],
  "order.question.answered": ["Answer"],
  "order.question.asks": [["shop"]," asks"],
  "order.question.closed": ["Answered questions (",["count"],")"],
  "order.question.forget": ["Drop my answer"],
  "order.question.hint": ["Ctrl+Enter sends"],
  "order.question.kept": ["The answer you began is kept on this computer."],
  "order.question.only-office": ["The office that took the order answers."],
  "order.question.open": ["Waiting for an answer"],
  "order.question.send": ["Answer"],
  "order.question.unanswered": ["Never answered"],
  "order.question.unsent": ["Your answer was not sent: somebody else answered first."],
  "order.reason.cancelled": ["the order is cancelled"],
  "order.reason.client-erased": ["the client asked to be forgotten"],
  "order.reason.client-unknown": ["the client's card did not come"],
  "order.reason.issued": ["the order is issued already"],
  "order.reason.no-address": ["no phone and no e-mail"],
  "order.reason.not-delivered": ["it did not reach the telephone"],
  "order.reason.refused": ["the provider refused"],
  "order.reason.reopened": ["the order went back to work"],
  "order.reason.unreachable": ["the provider does not answer"],
  "order.reopen.item": ["What is made again"],
  "order.reopen.keep": ["Do not return"],
  "order.reopen.quantity": ["How many"],
  "order.reopen.quantity-hint": ["of ",["count"]],
  "order.reopen.reason": ["Why"],
  "order.reopen.shop": ["Who makes it again"],
  "order.reopen.submit": ["Return to work"],
  "order.reopen.title": ["Return ",["number"]," to work"],
  "order.revision": ["revision ",["number"]],
  "order.stale.changed": [["who"]," changed the order meanwhile, ",["at"]],
  "order.stale.changed-unknown": ["The order was changed meanwhile"],
  "order.stale.keep": ["Keep mine"],
  "order.stale.keep-order": ["Hand over anyway"],
  "order.stale.take": ["Take theirs"],
  "order.stale.take-order": ["Look at the new one"],
  "order.stale.was": [["field"],": was ",["old"],", is ",["new"]],
  "order.strip": ["Way of the order"],
  "order.strip.accepted-none": ["The shop has not accepted the order yet"],
  "order.strip.accepted-old": ["Revision ",["accepted"]," is accepted, now it is revision ",["current"]],
  "order.strip.both-clocks": ["By the server's clock ",["server"],", at the tablet ",["tablet"]],
  "order.strip.by-back": ["sent back by control:"],
  "order.strip.by-finished": ["finished:"],
  "order.strip.by-passed": ["control:"],
  "order.strip.by-reopened": ["returned to work:"],
  "order.strip.by-tablet": ["at the tablet"],
  "order.strip.client": ["Client"],
  "order.strip.draft": ["A draft: the shop does not see it yet."],
  "order.strip.made": ["made ",["done"]," of ",["quantity"]],
  "order.strip.no-pin": ["no PIN"],
  "order.strip.not-yet": ["not yet"],
  "order.strip.nothing-for-shop": ["The new revision holds nothing for this shop."],
  "order.strip.one-clock": ["By the server's clock ",["server"]],
  "order.strip.passed": ["controlled ",["passed"]," of ",["quantity"]],
  "order.strip.tablet-clock": ["at the tablet ",["at"]],
  "order.strip.unseen": ["nobody has looked since ",["at"]],
  "order.to-list": ["To the list of orders"],
  "order.told": ["Messages to the client"],
  "order.told.attempts": [["count","plural",{"one":["#"," try"],"other":["#"," tries"]}]],
  "order.told.called": ["Noted that the client was rung"],
  "order.told.moot": ["Not needed any more: the order no longer waits for the client"],
  "order.told.none": ["Nothing was written yet: the message leaves when the order is ready."],
  "order.told.none-sent": ["Nothing was written to the client yet."],
  "order.told.note-call": ["I rang, the client knows"],
  "order.told.resend": ["Send again"],
  "order.told.resent": ["The message will leave again"],
  "order.told.text": ["Text"],
  "orders.all-folders": ["All folders"],
  "orders.all-offices": ["All offices"],
  "orders.client-hidden": ["Client"],
  "orders.empty": ["This folder is empty."],
  "orders.folder-all": ["All"],
  "orders.folder-cancelled": ["Cancelled"],
  "orders.folder-draft": ["Drafts"],
  "orders.folder-in-work": ["In work"],
  "orders.folder-issued": ["Issued"],
  "orders.folder-ready": ["Ready"],
  "orders.folders": ["Folders"],
  "orders.late": ["Late"],
  "orders.manager": ["Manager"],
  "orders.mine": ["Mine"],
  "orders.needs-answer": ["Waiting for an answer"],
  "orders.needs-due": ["Promised for today and tomorrow"],
  "orders.needs-hand-over": ["Not handed over"],
  "orders.needs-issue": ["Waiting to be issued"],
  "orders.needs-late": ["Late"],
  "orders.needs-look": ["Nobody in the shop looked"],
  "orders.needs-tell": ["The client does not know it is ready"],
  "orders.no-filters": ["Drop the conditions"],
  "orders.no-items": ["No items"],
  "orders.none-so": ["No orders fit these conditions."],
  "orders.not-found-here": ["Nothing like “",["text"],"” in this folder."],
  "orders.nothing-waits": ["Nothing waits here any more."],
  "orders.number": ["Number"],
  "orders.office": ["Office"],
  "orders.pickup": [["taken"]," → ",["given"]],
  "orders.promised": ["Promised"],
  "orders.search": ["Search orders"],
  "orders.search-all": ["Search all folders"],
  "orders.search-hint": ["Number, phone, name, piece, date 27.11"],
  "orders.state": ["State"],
  "orders.title": ["Orders"],
  "orders.to-day": ["My day"],
  "orders.view-copied": ["Link copied: it opens this view"],
  "orders.view-copy": ["Copy the link"],
  "orders.view-keep": ["Save"],
  "orders.view-name": ["Name of the view"],
  "orders.view-name-fault": ["Name: 1 to 40 characters"],
  "orders.view-not-copied": ["Copy the address of the page: it is the view"],
  "orders.view-not-saved": ["The browser keeps no views: its storage is full"],
  "orders.view-remove": ["Remove the view “",["name"],"”"],
  "orders.view-removed": ["The view “",["name"],"” is removed"],
  "orders.view-save": ["Save the view"],
  "orders.view-saved": ["The view “",["name"],"” is saved"],
  "orders.views": ["Views"],
  "orders.what": ["Client and order"],
  "search.clients": ["Clients"],
  "search.close": ["close"],
  "search.commands": ["Commands"],
  "search.count": [["count","plural",{"one":["#"," line found"],"other":["#"," lines found"]}]],
  "search.field": ["What to find"],
  "search.found": ["What was found"],
  "search.go-board": ["Open the board"],
  "search.go-clients": ["Open clients"],
  "search.go-day": ["Open my day"],
  "search.go-devices": ["Open tablets"],
  "search.go-orders": ["Open orders"],
  "search.hint": ["Number, phone, name or a command"],
  "search.new-for-client": ["new order for this client"],
  "search.new-order": ["New order"],
  "search.nothing": ["Nothing was found. Try other digits of the number or a part of the surname."],
  "search.open": ["open"],
  "search.orders": ["Orders"],
  "search.theme-auto": ["Theme of the system"],
  "search.theme-dark": ["Dark theme"],
  "search.theme-light": ["Light theme"],
  "search.title": ["Find"],
  "search.waiting": ["Searching…"],
  "session.both": ["Enter your log-in and password"],
  "session.brand": ["Vitrazh"],
  "session.login": ["Log-in"],
  "session.lost": ["Sign in again"],
  "session.lost-lead": ["Your session has ended. Everything you typed is here: sign in as ",["name"]," and go on."],
  "session.password": ["Password"],
  "session.sign-in": ["Sign in"],
  "session.title": ["Sign in"],
  "session.wait-minutes": ["Too many wrong tries. Try again in ",["count"]," min"],
  "session.wait-seconds": ["Too many wrong tries. Try again in ",["count"]," s"],
  "shell.again": ["Try again"],
  "shell.board": ["Board"],
  "shell.bus-lost": ["No news since ",["at"]],
  "shell.bus-lost-hint": ["The server answers, but news from the shops is held up. You can go on working"],
  "shell.chosen": ["chosen"],
  "shell.clients": ["Clients"],
  "shell.connecting": ["Connecting"],
  "shell.connecting-hint": ["Everything is refreshed in a moment"],
  "shell.crash": ["The page did not open"],
  "shell.crash-text": ["A part of the program could not be loaded. That happens after an update. What you typed is kept"],
  "shell.day": ["My day"],
  "shell.devices": ["Tablets"],
  "shell.door-mail": ["Mail (sandbox)"],
  "shell.door-sms": ["SMS (sandbox)"],
  "shell.door-traces": ["Traces"],
  "shell.home": ["Vitrazh, home"],
  "shell.live": ["Connected"],
  "shell.live-hint": ["Whatever changes in the shops and offices is seen at once"],
  "shell.lost": ["No connection since ",["at"]],
  "shell.lost-hint": ["The screen shows what was. The connection comes back by itself"],
  "shell.menu": ["Menu"],
  "shell.navigation": ["Sections"],
  "shell.new-order": ["New order"],
  "shell.not-found": ["There is no such page"],
  "shell.not-found-text": ["The link is out of date or mistyped."],
  "shell.not-kept": ["The browser keeps no drafts any more: its storage is full. The form works, but do not close it"],
  "shell.not-signed-out": ["Not signed out: the server does not answer"],
  "shell.orders": ["Orders"],
  "shell.person": ["Profile"],
  "shell.reload": ["Reload the page"],
  "shell.search": ["Find"],
  "shell.sign-out": ["Sign out"],
  "shell.skip": ["Skip to content"],
  "shell.theme-auto": ["Theme of the system"],
  "shell.theme-dark": ["Dark theme"],
  "shell.theme-light": ["Light theme"],
  "shell.to-day": ["My day"],
});

/** Says a message of this package in the language that is spoken now. */
export function t<Id extends keyof Words>(
  id: Id,
  ...values: Words[Id] extends null ? [] : [Words[Id]]
): string {
  return say(id, values[0] as Parameters<typeof say>[1]);
}
