"""Staff, sign-in, sessions, API tokens: who may come in, and as what."""
