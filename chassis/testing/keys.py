"""Key pairs for tests."""

from joserfc.jwk import OKPKey


def new_key_pair() -> tuple[str, str]:
    """Return a fresh Ed25519 pair as PEM: private, public."""
    key = OKPKey.generate_key("Ed25519")
    return key.as_pem(private=True).decode(), key.as_pem(private=False).decode()
