/** The numbers of the outline: each kind asks for its own. */
import { readSize, size } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";
import { useItemDesk } from "../form-state.ts";
import type { ItemForm } from "../model/form.ts";
import { ItemText, MmField } from "../parts/fields.tsx";

type Numbers = "width" | "height" | "sideHeight" | "rise" | "apex" | "bottom" | "top" | "topOffset";

const OWN: Readonly<Record<ItemForm["kind"], readonly ("size" | Numbers)[]>> = {
  rectangle: ["size"],
  oval: ["size"],
  drawing: ["size"],
  circle: ["size"],
  "quarter-circle": ["size"],
  triangle: ["size", "apex"],
  arch: ["width", "sideHeight", "rise"],
  trapezoid: ["bottom", "top", "height", "topOffset"],
};

export function ShapeNumbers() {
  const { item, set } = useItemDesk();
  return OWN[item.kind].map((name) =>
    name === "size" ? (
      <SizeField key={name} />
    ) : (
      <MmField
        key={name}
        path={name}
        label={t(`order-form.shape.${name}`)}
        value={item[name]}
        {...(name === "topOffset" ? { placeholder: "0" } : {})}
        onChange={(text) => set({ [name]: text })}
      />
    ),
  );
}

function SizeField() {
  const { item, set } = useItemDesk();
  const one = item.kind === "circle" || item.kind === "quarter-circle";
  if (one) {
    return (
      <MmField
        path="size"
        label={t(`order-form.shape.${item.kind === "circle" ? "diameter" : "radius"}`)}
        value={item.size}
        onChange={(text) => set({ size: text })}
      />
    );
  }
  const read = readSize(item.size);
  // What was understood is said back when it was written in another way: `1 200 на 700`.
  const plain = /^\d+[xх×]\d+$/i.test(item.size.trim());
  const heard = read.ok && !plain ? size(read.value.width, read.value.height) : undefined;
  return (
    <ItemText
      path="size"
      label={t("order-form.shape.size")}
      value={item.size}
      placeholder="800×1200"
      hint={heard}
      onChange={(text) => set({ size: text })}
      wide
    />
  );
}
