"""The default start: every server as an ordinary process of this project, no Docker, no root."""
