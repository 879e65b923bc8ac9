/** Who holds the tablet: his tile, then his PIN; without network the tile alone. */
import { type ReactNode, useState } from "react";
import { Press } from "../../parts/press.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { type Action, Two } from "../../parts/two.tsx";
import { chooseTile, type Tile, useLink, useNeedsPin, useOperators } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { initials } from "../bar.tsx";
import { Pin } from "./pin.tsx";

export interface WhoProps {
  onDone: () => void;
  /** Goes on without saying who one is. */
  onSkip: () => void;
  skip: string;
}

export function Who({ onDone, onSkip, skip }: WhoProps): ReactNode {
  const [chosen, setChosen] = useState<Tile | null>(null);
  const tiles = useOperators();
  const { state } = useLink();
  const offline = state === "lost";
  const reading = state === "connecting";
  const needed = useNeedsPin();
  const choose = async (tile: Tile) => {
    if (tile.has_pin && !offline) return setChosen(tile);
    await chooseTile(tile.id);
    onDone();
  };
  if (chosen) return <Pin tile={chosen} onDone={onDone} onBack={() => setChosen(null)} />;
  const back: Action = { key: "skip", kind: "plain", label: skip, run: onSkip };
  return (
    <Two
      meaning="who"
      stage={<Tiles tiles={tiles} offline={offline} reading={reading} onChoose={choose} />}
      side={
        <>
          <h1>{t("who.title")}</h1>
          {needed ? <p className="needs">{t("who.needs-pin", needed)}</p> : null}
          <p>{t(offline ? "who.offline" : "who.lead")}</p>
        </>
      }
      main={back}
    />
  );
}

interface TilesProps {
  tiles: readonly Tile[];
  offline: boolean;
  /** They may be on their way: the tablet was paired just now. */
  reading: boolean;
  onChoose: (tile: Tile) => void;
}

function Tiles({ tiles, offline, reading, onChoose }: TilesProps): ReactNode {
  if (tiles.length === 0) {
    return <p className="empty">{t(reading ? "who.reading" : "who.empty")}</p>;
  }
  return (
    <Scroller label={t("who.list")}>
      <ul className="tiles">
        {tiles.map((tile) => (
          <li key={tile.id}>
            <Press className="face" onClick={() => onChoose(tile)}>
              <b aria-hidden="true">{initials(tile.name)}</b>
              <span>
                {tile.name}
                {offline || !tile.has_pin ? <small>{t("shop.unverified")}</small> : null}
              </span>
            </Press>
          </li>
        ))}
      </ul>
    </Scroller>
  );
}
