/** Runs axe on what a test has drawn. Colours are checked in a real browser: here nothing is painted. */
import axe from "axe-core";

/** The rules that are broken, with the first element that breaks each: empty when all is well. */
export async function faultsOf(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
