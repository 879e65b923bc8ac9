/** Log-in and password; what is wrong is said above the button, and the log-in stays. */
import { Refusal } from "@vitrazh/api";
import { Button, ErrorNote, Stack, TextField } from "@vitrazh/ui";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { t } from "../words.gen.ts";
import { signIn } from "./store.ts";

const MINUTE_S = 60;

/** `ещё 40 с`, `ещё 4 мин`. */
function waitInWords(seconds: number): string {
  return seconds < MINUTE_S
    ? t("session.wait-seconds", { count: seconds })
    : t("session.wait-minutes", { count: Math.ceil(seconds / MINUTE_S) });
}

/** Seconds until the time comes; 0 = it may be tried. */
function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (until <= Date.now()) return;
    const clock = setInterval(() => {
      setNow(Date.now());
      if (until <= Date.now()) clearInterval(clock);
    }, 1_000);
    return () => clearInterval(clock);
  }, [until]);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}

export function SignInForm({ lead }: { lead?: string }) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [openAt, setOpenAt] = useState(0);
  const locked = useSecondsUntil(openAt);
  const secret = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending || locked) return;
    if (!login.trim() || !password) {
      setError(t("session.both"));
      return;
    }
    setPending(true);
    setError(null);
    try {
      await signIn(login, password);
    } catch (fault) {
      setError(fault);
      setPassword("");
      secret.current?.focus();
      if (fault instanceof Refusal && fault.status === 429) {
        setOpenAt(Date.now() + (fault.retryAfter ?? MINUTE_S) * 1_000);
      }
    } finally {
      setPending(false);
    }
  }

  const shutOut = error instanceof Refusal && error.status === 429;
  const said = shutOut ? (locked ? waitInWords(locked) : null) : error;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {lead ? <p>{lead}</p> : null}
        <TextField
          label={t("session.login")}
          name="login"
          value={login}
          onChange={setLogin}
          autoComplete="username"
          autoFocus
        />
        <TextField
          label={t("session.password")}
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          inputRef={secret}
        />
        {said ? <ErrorNote error={said} /> : null}
        <Button kind="main" type="submit" pending={pending} disabled={locked > 0}>
          {t("session.sign-in")}
        </Button>
      </Stack>
    </form>
  );
}
