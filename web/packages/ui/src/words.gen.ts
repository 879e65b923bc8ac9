// Written by `pnpm words` from the words.*.json of this package. Do not edit.
import { add, say, type Value } from "@vitrazh/words/i18n";

export interface Words {
  "pane.changed": null;
  "pane.client-waits": null;
  "pane.defect": null;
  "pane.due-soon": null;
  "pane.late": null;
  "pane.open-question": null;
  "pane.unseen": null;
  "pane.unsent": null;
  "pane.urgent": null;
  "ui.again": null;
  "ui.close": null;
  "ui.failed": null;
  "ui.found": { count: Value };
  "ui.key-or": null;
  "ui.keys": null;
  "ui.keys-help": null;
  "ui.keys-here": null;
  "ui.loading": null;
  "ui.menu": null;
  "ui.more": null;
  "ui.nothing-found": null;
  "ui.notices": null;
  "ui.page-title": { title: Value };
  "ui.required": null;
  "ui.searching": null;
  "ui.signature-clear": null;
  "ui.signature-done": null;
  "ui.signature-empty": null;
  "ui.signature-hint": null;
  "ui.signs-left": { count: Value; most: Value };
  "ui.too-long": { count: Value; most: Value };
  "ui.undo": null;
}

add("ru", {
  "pane.changed": ["Изменён"],
  "pane.client-waits": ["Клиент ждёт"],
  "pane.defect": ["Брак"],
  "pane.due-soon": ["Скоро срок"],
  "pane.late": ["Просрочен"],
  "pane.open-question": ["Есть вопрос"],
  "pane.unseen": ["Не просмотрен"],
  "pane.unsent": ["Не отправлен"],
  "pane.urgent": ["Срочно"],
  "ui.again": ["Повторить"],
  "ui.close": ["Закрыть"],
  "ui.failed": ["Не получилось"],
  "ui.found": [["count","plural",{"one":["Найден ","#"," вариант"],"few":["Найдено ","#"," варианта"],"many":["Найдено ","#"," вариантов"],"other":["Найдено ","#"," варианта"]}]],
  "ui.key-or": ["или"],
  "ui.keys": ["Клавиши"],
  "ui.keys-help": ["Список клавиш"],
  "ui.keys-here": ["На этой странице"],
  "ui.loading": ["Загружаем"],
  "ui.menu": ["Ещё действия"],
  "ui.more": ["Показать ещё"],
  "ui.nothing-found": ["Ничего не найдено"],
  "ui.notices": ["Уведомления"],
  "ui.page-title": [["title"]," · Витраж"],
  "ui.required": ["обязательно"],
  "ui.searching": ["Ищем"],
  "ui.signature-clear": ["Стереть"],
  "ui.signature-done": ["Подпись есть"],
  "ui.signature-empty": ["Подписи нет"],
  "ui.signature-hint": ["Распишитесь здесь"],
  "ui.signs-left": [["count"]," из ",["most"]],
  "ui.too-long": [["count"]," из ",["most"]," знаков: сократите текст"],
  "ui.undo": ["Вернуть"],
});
add("en", {
  "pane.changed": ["Changed"],
  "pane.client-waits": ["Client waits"],
  "pane.defect": ["Defect"],
  "pane.due-soon": ["Due soon"],
  "pane.late": ["Late"],
  "pane.open-question": ["Question"],
  "pane.unseen": ["Not seen"],
  "pane.unsent": ["Not sent"],
  "pane.urgent": ["Urgent"],
  "ui.again": ["Try again"],
  "ui.close": ["Close"],
  "ui.failed": ["That did not work"],
  "ui.found": [["count","plural",{"one":["#"," match"],"other":["#"," matches"]}]],
  "ui.key-or": ["or"],
  "ui.keys": ["Keys"],
  "ui.keys-help": ["List of keys"],
  "ui.keys-here": ["On this page"],
  "ui.loading": ["Loading"],
  "ui.menu": ["More actions"],
  "ui.more": ["Show more"],
  "ui.nothing-found": ["Nothing found"],
  "ui.notices": ["Notifications"],
  "ui.page-title": [["title"]," · Vitrazh"],
  "ui.required": ["required"],
  "ui.searching": ["Searching"],
  "ui.signature-clear": ["Clear"],
  "ui.signature-done": ["Signed"],
  "ui.signature-empty": ["No signature yet"],
  "ui.signature-hint": ["Sign here"],
  "ui.signs-left": [["count"]," of ",["most"]],
  "ui.too-long": [["count"]," of ",["most"]," characters: make it shorter"],
  "ui.undo": ["Undo"],
});

/** Says a message of this package in the language that is spoken now. */
export function t<Id extends keyof Words>(
  id: Id,
  ...values: Words[Id] extends null ? [] : [Words[Id]]
): string {
  return say(id, values[0] as Parameters<typeof say>[1]);
}
