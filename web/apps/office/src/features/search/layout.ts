/** Words typed with the wrong keyboard layout: the same keys, the other letters. */

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю";

/** `bdfyjd` typed with the wrong layout is `иванов`; null when there is nothing to turn. */
export function otherLayout(text: string): string | null {
  const turned = [...text]
    .map((sign) => {
      const at = LATIN.indexOf(sign.toLowerCase());
      if (at < 0) return sign;
      const letter = CYRILLIC[at] ?? sign;
      return sign === sign.toLowerCase() ? letter : letter.toUpperCase();
    })
    .join("");
  return /[a-z]/i.test(text) && turned !== text ? turned : null;
}
