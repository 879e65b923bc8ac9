"""What can go wrong when parts are installed and servers are started, each in one sentence."""


class EmbeddedError(Exception):
    """A failure that the operator can act on; the text is the whole message."""


class InstallFailed(EmbeddedError):
    """A part could not be fetched, checked or unpacked."""


class StartFailed(EmbeddedError):
    """A server did not come up; the text names it and the reason found in its log."""


class FolderBusy(EmbeddedError):
    """A data folder is held by another run that is alive."""


class ProvisionFailed(EmbeddedError):
    """Databases or roles could not be made."""
