// Written by `pnpm words` from the words.*.json of this package. Do not edit.
import { add, say, type Value } from "@vitrazh/words/i18n";

export interface Words {
  "drawing-list.code": { code: Value };
  "drawing-list.number": null;
  "drawing-list.round": { size: Value };
  "drawing-list.title": null;
  "drawing-list.what": null;
  "drawing-list.wrong": null;
  "drawing-list.x": null;
  "drawing-list.y": null;
  "drawing-said.corners": { count: Value };
  "drawing-said.cutouts": { count: Value };
  "drawing-said.edge": { label: Value };
  "drawing-said.holes": { count: Value };
  "drawing-said.outline": { shape: Value; size: Value };
  "drawing-said.unknown-size": null;
  "drawing-said.wrong": { count: Value };
  "drawing-said.zones": { count: Value };
  "drawing.all-round": { label: Value };
  "drawing.box": { height: Value; width: Value };
  "drawing.box-radius": { height: Value; radius: Value; width: Value };
  "drawing.by-drawing": null;
  "drawing.cut": { size: Value };
  "drawing.cutouts": { count: Value; label: Value };
  "drawing.datum.bottom-left": null;
  "drawing.datum.bottom-right": null;
  "drawing.datum.centre": null;
  "drawing.datum.top-left": null;
  "drawing.datum.top-right": null;
  "drawing.diameter": { size: Value };
  "drawing.each": { count: Value; label: Value };
  "drawing.edge.arrissed": null;
  "drawing.edge.euro": null;
  "drawing.edge.ground": null;
  "drawing.edge.polished": null;
  "drawing.face.back": null;
  "drawing.face.front": null;
  "drawing.facet": { size: Value };
  "drawing.film-textured": { colour: Value };
  "drawing.film-zones": { film: Value; zones: Value };
  "drawing.films": { films: Value };
  "drawing.front": null;
  "drawing.holes": { count: Value; label: Value };
  "drawing.lead": { size: Value };
  "drawing.notch": { depth: Value; width: Value };
  "drawing.notch-radius": { depth: Value; radius: Value; width: Value };
  "drawing.on-sides": { label: Value; sides: Value };
  "drawing.pair": null;
  "drawing.palette": { palette: Value };
  "drawing.point": null;
  "drawing.position": { number: Value; size: Value };
  "drawing.positions-x": { all: Value };
  "drawing.positions-y": { all: Value };
  "drawing.radius": { size: Value };
  "drawing.side.arc": null;
  "drawing.side.bottom": null;
  "drawing.side.left": null;
  "drawing.side.right": null;
  "drawing.side.top": null;
  "drawing.slope": { side: Value; size: Value };
  "drawing.slopes": { sides: Value };
  "drawing.technique.classic": null;
  "drawing.technique.fusing": null;
  "drawing.technique.overlay": null;
  "drawing.technique.poured": null;
  "drawing.technique.tiffany": null;
  "drawing.tiles": { columns: Value; rows: Value };
  "drawing.treatment.film": null;
  "drawing.treatment.matting": null;
  "drawing.treatment.matting-pattern": null;
  "drawing.treatment.paint": null;
  "drawing.treatment.print": null;
  "drawing.unknown": null;
  "drawing.with-code": { code: Value; label: Value };
  "drawing.zone": { face: Value; label: Value };
  "drawing.zone-band.bottom": { face: Value; from: Value; label: Value; to: Value };
  "drawing.zone-band.left": { face: Value; from: Value; label: Value; to: Value };
  "drawing.zone-band.right": { face: Value; from: Value; label: Value; to: Value };
  "drawing.zone-band.top": { face: Value; from: Value; label: Value; to: Value };
}

add("ru", {
  "drawing-list.code": ["вырез ",["code"]],
  "drawing-list.number": ["№"],
  "drawing-list.round": ["вырез ⌀",["size"]],
  "drawing-list.title": ["Отверстия и вырезы"],
  "drawing-list.what": ["Что"],
  "drawing-list.wrong": ["не помещается"],
  "drawing-list.x": ["X"],
  "drawing-list.y": ["Y"],
  "drawing-said.corners": [["count","plural",{"one":["#"," угол обработан"],"few":["#"," угла обработаны"],"many":["#"," углов обработано"],"other":["#"," угла обработано"]}]],
  "drawing-said.cutouts": [["count","plural",{"one":["#"," вырез"],"few":["#"," выреза"],"many":["#"," вырезов"],"other":["#"," выреза"]}]],
  "drawing-said.edge": ["кромка ",["label"]],
  "drawing-said.holes": [["count","plural",{"one":["#"," отверстие"],"few":["#"," отверстия"],"many":["#"," отверстий"],"other":["#"," отверстия"]}]],
  "drawing-said.outline": [["shape"]," ",["size"]],
  "drawing-said.unknown-size": ["размер не указан"],
  "drawing-said.wrong": [["count","plural",{"one":["#"," отверстие не помещается"],"few":["#"," отверстия не помещаются"],"many":["#"," отверстий не помещается"],"other":["#"," отверстия не помещается"]}]],
  "drawing-said.zones": [["count","plural",{"one":["#"," зона обработки"],"few":["#"," зоны обработки"],"many":["#"," зон обработки"],"other":["#"," зоны обработки"]}]],
  "drawing.all-round": [["label"]," по кругу"],
  "drawing.box": [["width"],"×",["height"]],
  "drawing.box-radius": [["width"],"×",["height"]," R",["radius"]],
  "drawing.by-drawing": ["по чертежу"],
  "drawing.cut": ["срез ",["size"]],
  "drawing.cutouts": [["count"]," выр. ",["label"]],
  "drawing.datum.bottom-left": ["размеры от нижнего левого угла"],
  "drawing.datum.bottom-right": ["размеры от нижнего правого угла"],
  "drawing.datum.centre": ["размеры от центра"],
  "drawing.datum.top-left": ["размеры от верхнего левого угла"],
  "drawing.datum.top-right": ["размеры от верхнего правого угла"],
  "drawing.diameter": ["⌀",["size"]],
  "drawing.each": [["count"]," × ",["label"]],
  "drawing.edge.arrissed": ["притупл."],
  "drawing.edge.euro": ["евро"],
  "drawing.edge.ground": ["шлиф."],
  "drawing.edge.polished": ["полир."],
  "drawing.face.back": ["тыл"],
  "drawing.face.front": ["лицо"],
  "drawing.facet": ["фацет ",["size"]],
  "drawing.film-textured": [["colour"]," фактурная"],
  "drawing.film-zones": [["film"]," (",["zones"],")"],
  "drawing.films": ["плёнки: ",["films"]],
  "drawing.front": ["перед"],
  "drawing.holes": [["count"]," отв. ",["label"]],
  "drawing.lead": ["лента ",["size"]],
  "drawing.notch": ["паз ",["width"],"×",["depth"]],
  "drawing.notch-radius": ["паз ",["width"],"×",["depth"]," R",["radius"]],
  "drawing.on-sides": [["label"],": ",["sides"]],
  "drawing.pair": ["пары: зеркально друг другу"],
  "drawing.palette": ["палитра ",["palette"]],
  "drawing.point": [","],
  "drawing.position": [["number"]," – ",["size"]],
  "drawing.positions-x": ["X: ",["all"]],
  "drawing.positions-y": ["Y: ",["all"]],
  "drawing.radius": ["R",["size"]],
  "drawing.side.arc": ["по дуге"],
  "drawing.side.bottom": ["снизу"],
  "drawing.side.left": ["слева"],
  "drawing.side.right": ["справа"],
  "drawing.side.top": ["сверху"],
  "drawing.slope": [["side"]," ",["size"]],
  "drawing.slopes": ["наклонные стороны: ",["sides"]],
  "drawing.technique.classic": ["витраж классический"],
  "drawing.technique.fusing": ["фьюзинг"],
  "drawing.technique.overlay": ["витраж, английская технология"],
  "drawing.technique.poured": ["витраж заливной"],
  "drawing.technique.tiffany": ["витраж Тиффани"],
  "drawing.tiles": ["общий рисунок ",["columns"]," × ",["rows"],", номера стёкол:"],
  "drawing.treatment.film": ["плёнка"],
  "drawing.treatment.matting": ["матирование"],
  "drawing.treatment.matting-pattern": ["матовый рисунок"],
  "drawing.treatment.paint": ["окраска"],
  "drawing.treatment.print": ["печать"],
  "drawing.unknown": ["?"],
  "drawing.with-code": [["label"]," ",["code"]],
  "drawing.zone": [["label"],", ",["face"]],
  "drawing.zone-band.bottom": [["label"],", ",["face"],": ",["from"],"–",["to"]," от низа"],
  "drawing.zone-band.left": [["label"],", ",["face"],": ",["from"],"–",["to"]," от левого края"],
  "drawing.zone-band.right": [["label"],", ",["face"],": ",["from"],"–",["to"]," от правого края"],
  "drawing.zone-band.top": [["label"],", ",["face"],": ",["from"],"–",["to"]," от верха"],
});
add("en", {
  "drawing-list.code": ["cut-out ",["code"]],
  "drawing-list.number": ["No."],
  "drawing-list.round": ["cut-out ⌀",["size"]],
  "drawing-list.title": ["Holes and cut-outs"],
  "drawing-list.what": ["What"],
  "drawing-list.wrong": ["does not fit"],
  "drawing-list.x": ["X"],
  "drawing-list.y": ["Y"],
  "drawing-said.corners": [["count","plural",{"one":["#"," finished corner"],"other":["#"," finished corners"]}]],
  "drawing-said.cutouts": [["count","plural",{"one":["#"," cut-out"],"other":["#"," cut-outs"]}]],
  "drawing-said.edge": ["edge ",["label"]],
  "drawing-said.holes": [["count","plural",{"one":["#"," hole"],"other":["#"," holes"]}]],
  "drawing-said.outline": [["shape"]," ",["size"]],
  "drawing-said.unknown-size": ["no size given"],
  "drawing-said.wrong": [["count","plural",{"one":["#"," hole does not fit"],"other":["#"," holes do not fit"]}]],
  "drawing-said.zones": [["count","plural",{"one":["#"," treated zone"],"other":["#"," treated zones"]}]],
  "drawing.all-round": [["label"]," all round"],
  "drawing.box": [["width"],"×",["height"]],
  "drawing.box-radius": [["width"],"×",["height"]," R",["radius"]],
  "drawing.by-drawing": ["by the drawing"],
  "drawing.cut": ["cut ",["size"]],
  "drawing.cutouts": [["count"]," cut-outs ",["label"]],
  "drawing.datum.bottom-left": ["sizes from the bottom left corner"],
  "drawing.datum.bottom-right": ["sizes from the bottom right corner"],
  "drawing.datum.centre": ["sizes from the centre"],
  "drawing.datum.top-left": ["sizes from the top left corner"],
  "drawing.datum.top-right": ["sizes from the top right corner"],
  "drawing.diameter": ["⌀",["size"]],
  "drawing.each": [["count"]," × ",["label"]],
  "drawing.edge.arrissed": ["arrissed"],
  "drawing.edge.euro": ["euro"],
  "drawing.edge.ground": ["ground"],
  "drawing.edge.polished": ["polished"],
  "drawing.face.back": ["back"],
  "drawing.face.front": ["front"],
  "drawing.facet": ["facet ",["size"]],
  "drawing.film-textured": [["colour"]," textured"],
  "drawing.film-zones": [["film"]," (",["zones"],")"],
  "drawing.films": ["films: ",["films"]],
  "drawing.front": ["front"],
  "drawing.holes": [["count"]," holes ",["label"]],
  "drawing.lead": ["lead ",["size"]],
  "drawing.notch": ["notch ",["width"],"×",["depth"]],
  "drawing.notch-radius": ["notch ",["width"],"×",["depth"]," R",["radius"]],
  "drawing.on-sides": [["label"],": ",["sides"]],
  "drawing.pair": ["pairs: each the other's mirror image"],
  "drawing.palette": ["palette ",["palette"]],
  "drawing.point": ["."],
  "drawing.position": [["number"]," – ",["size"]],
  "drawing.positions-x": ["X: ",["all"]],
  "drawing.positions-y": ["Y: ",["all"]],
  "drawing.radius": ["R",["size"]],
  "drawing.side.arc": ["along the arc"],
  "drawing.side.bottom": ["bottom"],
  "drawing.side.left": ["left"],
  "drawing.side.right": ["right"],
  "drawing.side.top": ["top"],
  "drawing.slope": [["side"]," ",["size"]],
  "drawing.slopes": ["sloping sides: ",["sides"]],
  "drawing.technique.classic": ["stained glass, classic"],
  "drawing.technique.fusing": ["fusing"],
  "drawing.technique.overlay": ["stained glass, overlay"],
  "drawing.technique.poured": ["stained glass, poured"],
  "drawing.technique.tiffany": ["stained glass, Tiffany"],
  "drawing.tiles": ["one picture ",["columns"]," × ",["rows"],", numbers of the panes:"],
  "drawing.treatment.film": ["film"],
  "drawing.treatment.matting": ["matting"],
  "drawing.treatment.matting-pattern": ["matting pattern"],
  "drawing.treatment.paint": ["paint"],
  "drawing.treatment.print": ["print"],
  "drawing.unknown": ["?"],
  "drawing.with-code": [["label"]," ",["code"]],
  "drawing.zone": [["label"],", ",["face"]],
  "drawing.zone-band.bottom": [["label"],", ",["face"],": ",["from"],"–",["to"]," from the bottom"],
  "drawing.zone-band.left": [["label"],", ",["face"],": ",["from"],"–",["to"]," from the left"],
  "drawing.zone-band.right": [["label"],", ",["face"],": ",["from"],"–",["to"]," from the right"],
  "drawing.zone-band.top": [["label"],", ",["face"],": ",["from"],"–",["to"]," from the top"],
});

/** Says a message of this package in the language that is spoken now. */
export function t<Id extends keyof Words>(
  id: Id,
  ...values: Words[Id] extends null ? [] : [Words[Id]]
): string {
  return say(id, values[0] as Parameters<typeof say>[1]);
}
