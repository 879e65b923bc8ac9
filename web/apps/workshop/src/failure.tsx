/** What stands on the screen when nothing else can: in words, with a way on. */
import { Component, type ReactNode } from "react";
import { t } from "./words.gen.ts";

interface Props {
  children: ReactNode;
}

export class Failure extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main role="alert">
        <h1>{t("store.failed")}</h1>
        <p>{t("store.failed-why")}</p>
        <button type="button" onClick={() => location.reload()}>
          {t("store.again")}
        </button>
      </main>
    );
  }
}
