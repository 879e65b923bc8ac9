"""Tests of the chassis, on a probe service of their own."""
