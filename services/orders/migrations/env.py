"""Alembic's entry; the work is in chassis."""

from chassis.migrations import run_env

run_env()
